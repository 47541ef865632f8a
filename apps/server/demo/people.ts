import type { DemoPerson, DemoRegistration } from './demo.types.js';

/** 25 people: two coordinators, ten mentors, eleven mentees, two more who belong to the programme without a role of their own. */
export const PEOPLE: readonly DemoPerson[] = [
  {
    key: 'koch', name: 'Friederike Koch-Sommerfeld', address: 'koordination@klimalotsen.example.org', isCoordinator: true, programmeRole: 'none',
    organisation: 'Klimalotsen-Büro', position: 'Programmleitung', municipality: 'Landeshauptstadt Hannover', state: 'Niedersachsen',
    phone: '+49 511 555 0110', about: 'Ich halte das Programm zusammen: Tandems finden, Termine planen, zuhören. Vorher zwölf Jahre Klimaschutzmanagement in zwei Landkreisen.',
    gives: ['mentoring', 'netzwerke'], wants: ['beteiligung'],
  },
  {
    key: 'weiss', name: 'Tobias Weiß', address: 'tobias.weiss@klimalotsen.example.org', isCoordinator: true, programmeRole: 'none',
    organisation: 'Klimalotsen-Büro', position: 'Koordination und Auswertung', municipality: 'Landeshauptstadt Hannover', state: 'Niedersachsen',
    about: 'Zuständig für Aufnahme, Zahlen und Technik. Wer etwas in der Plattform nicht findet, schreibt am besten mir.',
    gives: ['oeffentlichkeit'], wants: ['bilanz'],
  },
  {
    key: 'hansen', name: 'Birte Hansen', address: 'birte.hansen@example.org', programmeRole: 'mentor',
    organisation: 'Stadtverwaltung', position: 'Leitung Stabsstelle Klimaschutz', municipality: 'Stadt Schleswig', state: 'Schleswig-Holstein',
    phone: '+49 4621 555 017', about: 'Seit 2011 dabei, drei Bürgermeister, zwei Konzepte, ein Wärmenetz. Ich glaube an kurze Vorlagen und lange Spaziergänge mit der Kämmerei.',
    gives: ['foerderung', 'waermenetze', 'gremien', 'haushalt'], wants: ['starkregen'],
  },
  {
    key: 'yildiz', name: 'Dr. Elif Yıldız', address: 'elif.yildiz@example.de', programmeRole: 'mentor',
    organisation: 'Landratsamt', position: 'Klimaschutzbeauftragte', municipality: 'Landkreis Ludwigsburg', state: 'Baden-Württemberg',
    about: 'Umweltingenieurin. Ich berate kleine Gemeinden ohne eigene Stelle und habe jede Frage zur Bilanz schon einmal gestellt bekommen.',
    gives: ['bilanz', 'waerme', 'netzwerke'], wants: ['oeffentlichkeit', 'wind'],
  },
  {
    key: 'bergmueller', name: 'Xaver Bergmüller', address: 'xaver.bergmueller@example.de', programmeRole: 'mentor',
    organisation: 'Marktgemeinde', position: 'Energiebeauftragter', municipality: 'Markt Garmisch-Partenkirchen', state: 'Bayern',
    phone: '+49 8821 555 203', about: 'Gelernter Heizungsbauer, später Energiemanager. Erst die Anlagen richtig einstellen, dann über neue reden.',
    gives: ['energiemanagement', 'gebaeude', 'waerme'], wants: ['beteiligung'],
  },
  {
    key: 'nowak', name: 'Katarzyna Nowak', address: 'k.nowak@example.org', programmeRole: 'mentor',
    organisation: 'Stadtverwaltung', position: 'Klimaschutzmanagerin', municipality: 'Stadt Görlitz', state: 'Sachsen',
    about: 'Arbeite an der Grenze und über sie hinweg. Moderation und Beteiligung sind mein Handwerk, Geduld meine Geheimzutat.',
    gives: ['beteiligung', 'mentoring', 'ehrenamt'], wants: ['waermenetze'],
  },
  {
    key: 'strauss', name: 'Henning Strauß', address: 'henning.strauss@example.org', programmeRole: 'mentor',
    organisation: 'Verbandsgemeindeverwaltung', position: 'Referent für Klimaschutz und Klimaanpassung', municipality: 'Verbandsgemeinde Bad Münster am Stein-Ebernburg', state: 'Rheinland-Pfalz',
    about: 'Neun Ortsgemeinden, neun Räte, ein Referent. Wie man mit wenig Zeit viel anschiebt, ist meine tägliche Übung.',
    gives: ['klimaanpassung', 'hitze', 'starkregen', 'netzwerke'], wants: ['elektromobilitaet'],
  },
  {
    key: 'ostermann', name: 'Ruth Ostermann', address: 'ruth.ostermann@example.de', programmeRole: 'mentor',
    organisation: 'Kreisverwaltung', position: 'Fachbereichsleiterin Umwelt', municipality: 'Kreis Steinfurt', state: 'Nordrhein-Westfalen',
    phone: '+49 2551 555 044', about: 'Vom Konzept in den Haushalt: Das ist der Weg, der mich interessiert. Gern auch unbequeme Fragen.',
    gives: ['haushalt', 'gremien', 'wind', 'verwaltung'], wants: ['bildung'],
  },
  {
    key: 'petersen', name: 'Lasse Petersen', address: 'lasse.petersen@example.org', programmeRole: 'both',
    organisation: 'Amtsverwaltung', position: 'Klimaschutzmanager', municipality: 'Amt Mitteldithmarschen', state: 'Schleswig-Holstein',
    about: 'Wind und Wärme vom Deich. Gebe weiter, was ich über Beteiligung an Windparks weiß, und lerne selbst noch viel über Gebäude.',
    gives: ['wind', 'waermenetze', 'oeffentlichkeit'], wants: ['gebaeude', 'energiemanagement'],
  },
  {
    key: 'oezkan', name: 'Kerem Özkan-Falk', address: 'kerem.oezkan@example.de', programmeRole: 'mentor',
    organisation: 'Stadtverwaltung', position: 'Mobilitätsmanager', municipality: 'Stadt Offenbach am Main', state: 'Hessen',
    about: 'Radwege, Dienstreisen, Ladesäulen. Ich mag Maßnahmen, die man nach einem Jahr anfassen kann.',
    gives: ['radverkehr', 'mobilitaet', 'elektromobilitaet'], wants: ['haushalt'],
  },
  {
    key: 'kraemer', name: 'Annegret Krämer', address: 'annegret.kraemer@example.org', programmeRole: 'mentor',
    organisation: 'Samtgemeindeverwaltung', position: 'Klimaschutzmanagerin und Gleichstellungsbeauftragte', municipality: 'Samtgemeinde Elbtalaue', state: 'Niedersachsen',
    about: 'Zwei halbe Stellen, ein ganzer Blick auf die Verwaltung. Schwerpunkte: Beschaffung, Kitas und Ehrenamt.',
    gives: ['beschaffung', 'bildung', 'ehrenamt', 'oeffentlichkeit'], wants: ['foerderung'],
  },
  {
    key: 'lindqvist', name: 'Maja Lindqvist', address: 'maja.lindqvist@example.org', programmeRole: 'mentor',
    organisation: 'Hansestadt, Amt für Stadtgrün', position: 'Landschaftsarchitektin', municipality: 'Hansestadt Stralsund', state: 'Mecklenburg-Vorpommern',
    about: 'Ich pflanze Bäume so, dass sie in dreißig Jahren noch stehen. Neu als Mentorin im Programm.',
    gives: ['stadtgruen', 'klimaanpassung'], wants: ['mentoring'],
  },
  {
    key: 'brueckner', name: 'Jonas Brückner', address: 'jonas.brueckner@example.org', programmeRole: 'mentee',
    organisation: 'Gemeindeverwaltung', position: 'Klimaschutzmanager', municipality: 'Gemeinde Ganderkesee', state: 'Niedersachsen',
    about: 'Seit acht Monaten allein zuständig. Vorher Planungsbüro. Lerne gerade, warum eine Vorlage sechs Wochen braucht.',
    gives: [], wants: ['gremien', 'foerderung', 'verwaltung'],
  },
  {
    key: 'vogt', name: 'Sophie Vogt', address: 'sophie.vogt@example.de', programmeRole: 'mentee',
    organisation: 'Stadtverwaltung', position: 'Klimaschutzmanagerin (Teilzeit)', municipality: 'Stadt Bad Mergentheim', state: 'Baden-Württemberg',
    about: 'Geografin, Quereinsteigerin, halbe Stelle. Suche vor allem Ideen, womit man anfängt.',
    gives: ['oeffentlichkeit'], wants: ['einstieg', 'waerme', 'hitze'],
  },
  {
    key: 'maierhofer', name: 'Korbinian Maierhofer', address: 'korbinian.maierhofer@example.de', programmeRole: 'mentee',
    organisation: 'Verwaltungsgemeinschaft', position: 'Sachbearbeiter Bauverwaltung mit Klimaschutz', municipality: 'Verwaltungsgemeinschaft Neumarkt-Sankt Veit', state: 'Bayern',
    about: 'Bauverwaltung seit zwanzig Jahren, Klimaschutz seit einem. Kenne jedes Dach, aber noch kein Förderportal.',
    gives: ['gebaeude'], wants: ['photovoltaik', 'foerderung'],
  },
  {
    key: 'thoms', name: 'Wiebke Thoms', address: 'wiebke.thoms@example.org', programmeRole: 'mentee',
    organisation: 'Amtsverwaltung', position: 'Klimaschutzmanagerin', municipality: 'Amt Bergen auf Rügen', state: 'Mecklenburg-Vorpommern',
    about: 'Insel, Tourismus, alte Gebäude. Wir schreiben gerade unser erstes Konzept.',
    gives: [], wants: ['waerme', 'beteiligung', 'mobilitaet'],
  },
  {
    key: 'adeyemi', name: 'David Adeyemi', address: 'david.adeyemi@example.org', programmeRole: 'mentee',
    organisation: 'Stadtverwaltung', position: 'Energiemanager', municipality: 'Stadt Kaiserslautern', state: 'Rheinland-Pfalz',
    about: 'Ingenieur, neu im öffentlichen Dienst. 140 Gebäude und eine Tabelle, die nicht stimmt.',
    gives: ['bilanz'], wants: ['energiemanagement', 'verwaltung'],
  },
  {
    key: 'grossmann', name: 'Ingrid Großmann-Lütke', address: 'ingrid.grossmann@example.de', programmeRole: 'both',
    organisation: 'Gemeindeverwaltung', position: 'Umweltbeauftragte', municipality: 'Gemeinde Nottuln', state: 'Nordrhein-Westfalen',
    about: 'Ein Konzept fertig, das zweite Vorhaben beantragt. Kann berichten, wie der Übergang gelingt, und frage bei Wärmenetzen nach.',
    gives: ['foerderung', 'einstieg'], wants: ['waermenetze'],
  },
  {
    key: 'schuette', name: 'Malte Schütte', address: 'malte.schuette@example.org', programmeRole: 'mentee',
    organisation: 'Stadtverwaltung', position: 'Klimaschutzmanager', municipality: 'Stadt Osterholz-Scharmbeck', state: 'Niedersachsen',
    about: 'Raumplaner. Moor vor der Tür, Bundesstraße mittendurch. Interessiert an allem, was Rad fährt.',
    gives: [], wants: ['radverkehr', 'stadtgruen'],
  },
  {
    key: 'huber', name: 'Theresa Huber', address: 'theresa.huber@example.de', programmeRole: 'mentee',
    organisation: 'Landratsamt', position: 'Klimaanpassungsmanagerin', municipality: 'Landkreis Berchtesgadener Land', state: 'Bayern',
    about: 'Hitze im Tal, Starkregen am Hang. Baue gerade ein Netz mit fünfzehn Gemeinden auf.',
    gives: ['starkregen'], wants: ['hitze', 'netzwerke'],
  },
  {
    key: 'koenig', name: 'Marlene König', address: 'marlene.koenig@example.org', programmeRole: 'mentee',
    organisation: 'Stadtverwaltung', position: 'Klimaschutzmanagerin', municipality: 'Lutherstadt Eisleben', state: 'Sachsen-Anhalt',
    about: 'Strukturwandel ist hier kein Schlagwort. Ich möchte Menschen gewinnen, die von Klimaschutz erst einmal nichts hören wollen.',
    gives: ['beteiligung'], wants: ['oeffentlichkeit', 'ehrenamt'],
  },
  {
    key: 'janssen', name: 'Okko Janßen', address: 'okko.janssen@example.de', programmeRole: 'mentee',
    organisation: 'Inselgemeinde', position: 'Hauptamt, zugleich Klimaschutz', municipality: 'Inselgemeinde Spiekeroog', state: 'Niedersachsen',
    about: 'Auf einer autofreien Insel fehlt nicht die Mobilitätswende, sondern Personal. Ein Tag in der Woche für alles.',
    gives: ['ehrenamt'], wants: ['photovoltaik', 'netzwerke'],
  },
  {
    key: 'wolff', name: 'Paul-Erik Wolff', address: 'paul-erik.wolff@example.org', programmeRole: 'mentee',
    organisation: 'Gemeindeverwaltung', position: 'Klimaschutzmanager', municipality: 'Gemeinde Michendorf', state: 'Brandenburg',
    about: 'Erst seit vier Wochen im Amt. Ich lese erst einmal mit.',
    gives: [], wants: ['einstieg', 'bilanz', 'gremien'],
  },
  {
    key: 'rehfeld', name: 'Ulrike von Rehfeld', address: 'ulrike.rehfeld@example.de', programmeRole: 'none',
    organisation: 'Landesenergieagentur', position: 'Beraterin für Kommunen', municipality: 'Landeshauptstadt Erfurt', state: 'Thüringen',
    about: 'Begleite das Programm von außen und beantworte Fragen zu Landesförderung.',
    gives: ['foerderung', 'energiemanagement'], wants: [],
  },
  {
    key: 'lehmann', name: 'Günther Lehmann', address: 'guenther.lehmann@example.org', programmeRole: 'none',
    organisation: 'im Ruhestand', position: 'ehemaliger Amtsleiter', municipality: 'Stadt Cottbus/Chóśebuz', state: 'Brandenburg',
    about: 'Vierzig Jahre Verwaltung. Ich erkläre gern, wie ein Haushalt entsteht und wen man wann fragen muss.',
    gives: ['haushalt', 'verwaltung'], wants: [],
  },
];

/** Registered, address confirmed, sheet filled in: they wait for the coordinators. */
export const REGISTRATIONS: readonly DemoRegistration[] = [
  {
    key: 'ziegler', name: 'Hannah Ziegler', address: 'hannah.ziegler@example.de', programmeRole: 'mentee',
    organisation: 'Stadtverwaltung', position: 'Klimaschutzmanagerin', municipality: 'Stadt Annaberg-Buchholz', state: 'Sachsen',
    about: 'Frisch von der Hochschule, erste Stelle.', gives: [], wants: ['einstieg', 'waerme'],
    message: 'Ich habe am 1. des Monats angefangen und bin die Erste auf dieser Stelle. Eine Kollegin aus Görlitz hat mir das Programm empfohlen.', daysAgo: 1,
  },
  {
    key: 'demir', name: 'Murat Demir', address: 'murat.demir@example.org', programmeRole: 'mentor',
    organisation: 'Stadtwerke', position: 'Leiter Wärmeplanung', municipality: 'Stadt Hagen', state: 'Nordrhein-Westfalen',
    about: 'Fünfzehn Jahre Fernwärme, seit zwei Jahren kommunale Wärmeplanung.', gives: ['waerme', 'waermenetze'], wants: ['beteiligung'],
    message: 'Wir haben die Wärmeplanung hinter uns und würden gern weitergeben, was wir heute anders machen würden. Können auch Stadtwerke mitmachen?', daysAgo: 4,
  },
  {
    key: 'schneiderhan', name: 'Luise Schneiderhan', address: 'luise.schneiderhan@example.de', programmeRole: 'mentee',
    organisation: 'Planungsbüro', position: 'Projektleiterin', municipality: 'Universitätsstadt Tübingen', state: 'Baden-Württemberg',
    about: 'Ich erstelle Konzepte für Kommunen.', gives: ['bilanz'], wants: ['netzwerke'],
    question: 'Das Programm richtet sich an Menschen in Kommunen. Begleiten Sie eine Kommune auf Dauer, oder arbeiten Sie in wechselnden Projekten?',
    message: 'Ich bin für zwei Gemeinden fest als externe Klimaschutzbeauftragte bestellt, noch für drei Jahre. Beide würden das gern schriftlich bestätigen.', daysAgo: 6,
  },
];
