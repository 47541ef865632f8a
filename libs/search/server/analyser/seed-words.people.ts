/** Schools, arts, sport, families, associations, media and the calendar. Part of `SEED_WORDS`. */
export const PEOPLE_WORDS = `
  bildung erziehung erzieher erzieherin unterricht unterrichts lehre lehrer lehrerin lehr lern lernen lernender
  schüler schülerin student studentin studium studien semester klasse klassen stunde stunden ferien zeugnis note
  noten examen abitur diplom bachelor master doktor promotion professor professorin dozent dozentin rektor rektorin
  referendar ausbildung ausbilder ausbilderin azubi lehrling geselle gesellin meister meisterin praktikum praktikant
  praktikantin volontär fortbildung weiterbildung schulung kurs kurse seminar seminare workshop vorlesung vortrag
  vorträge referent referentin kolloquium kongress konferenz forum symposium messe ausstellung exkursion
  besichtigung wissen wissens kenntnis kenntnisse fähigkeit fertigkeit begabung talent können einsicht erkenntnis
  verständnis verstand vernunft gedanke gedanken denken idee ideen einfall kreativität phantasie gedächtnis
  erinnerung aufmerksamkeit konzentration neugier interesse motivation übung training trainer trainerin coach
  coaching supervision hospitation begleitung begleiter begleiterin rückmeldung feedback lob kritik tadel ermutigung
  anerkennung wertschätzung vertrauen respekt toleranz haltung werte kultur kulturen thema themen inhalt inhalte
  curriculum methode methoden didaktik pädagogik pädagoge pädagogin lösung ergebnis fehler irrtum frage fragen
  antwort antworten rätsel quiz test tests versuch experiment beobachtung hypothese theorie these beweis formel
  gleichung zahlen ziffer summe differenz produkt quotient bruch prozent anteil verhältnis durchschnitt mathematik
  physik chemie biologie erdkunde geografie geologie geschichte deutsch englisch französisch latein sprache sprachen
  sprach wort wörter satz sätze silbe buchstabe text texte absatz kapitel seite zeile titel fußnote zitat quellen
  literatur roman märchen gedicht lied ballade fabel sage erzählung autor autorin verfasser verfasserin verlag
  auflage heft ordner mappe block stift bleistift füller tinte kreide tafel pinnwand flipchart karte karten plakat
  poster folie präsentation foto fotografie film video aufnahme skript mitschrift notiz notizen gliederung
  einleitung schluss glossar lexikon ratgeber anleitung bibliografie zeitschrift zeitung magazin artikel kolumne
  kommentar leser leserin lese lesen vorlesen schreib rechnen rechen malen mal zeichnen zeichen basteln bastel
  spielen spiel spiele spieler spielerin singen sing musik musiker musikerin chor orchester instrument gitarre
  klavier geige flöte trompete trommel orgel melodie rhythmus konzert tanz tänzer tänzerin tanzen ballett kulisse
  kostüm maske schauspieler schauspielerin regie regisseur kunst künste künstler künstlerin gemälde skulptur
  zeichner design designer nähen näh stricken strick häkeln weben töpfern töpfer schnitzen sport sportler sportlerin
  turnen turn gymnastik leichtathletik laufen lauf läufer läuferin springen sprung werfen wurf schwimmen schwimm
  schwimmer ringen rudern ruder segeln segel reiten reit fechten boxen tennis fußball volleyball basketball hockey
  golf schach würfel wettbewerb wettkampf turnier liga mannschaft team teams trikot pokal medaille sieger siegerin
  sieg niederlage rekord pfiff schiedsrichter publikum zuschauer zuschauerin kind kinder kindheit jugend jugendliche
  jugendlicher baby säugling pubertät familie familien eltern mutter mütter vater väter tochter töchter sohn söhne
  bruder brüder schwester geschwister onkel tante neffe nichte vetter cousin cousine oma opa enkel enkelin ehe
  ehepaar hochzeit scheidung taufe geburt geburtstag gymnasium ganztags kollegium lehrkräfte verein vereine vereins
  mitglied mitglieder mitgliedschaft vorsitzender kassierer jugendwart gründung gründer gründerin auflösung
  gemeinnützig gemeinnützigkeit engagement engagierte freiwillige freiwilliger freiwilligen ehrung jubiläum fest
  feste feier feiern basar flohmarkt tombola lotterie sammlung sammel aktion aktionen kampagne kampagnen mitmachen
  mitmach mahnwache demonstration kundgebung protest streit konflikt kompromiss einigung schlichtung mediation
  frieden friedens krieg gewalt hass angst mut hoffnung freude glück trauer wut ärger sorge sorgen zweifel stolz
  scham liebe freund freundin freundschaft feind gegner gegnerin bekannte kollege kollegin kolleginnen kumpel
  gastgeber gastgeberin besuch besucher besucherin einladung begrüßung abschied gruß dank bitte wunsch wünsche
  versprechen geschenk geschenke überraschung veranstaltung veranstalter veranstalterin treffen treff runde gespräch
  gesprächs dialog debatte diskussion podium zuhörer zuhörerin teilnehmer teilnehmerin teilnahme teilnehmende
  kalender datum tag tage woche wochen monat monate quartal jahr jahre jahres jahrhundert sekunde minute morgen
  vormittag mittag abend nacht mitternacht montag dienstag mittwoch donnerstag freitag samstag sonntag werktag
  feiertag januar februar märz april mai juni juli august september oktober november dezember frühling frühjahr
  sommer herbst winter ostern pfingsten advent weihnacht weihnachten silvester neujahr karneval fasching kirmes
  stimmung meinung argument argumente vorschlag vorschläge anregung zukunft zukunfts gegenwart vergangenheit
  tradition brauch sitte heimat fremde tausch repair foodsharing genossenschaft genosse presse journalist
  journalistin redaktion redakteur redakteurin medien medium rundfunk radio sender sendung interview reportage
  nachricht nachrichten neuigkeit logo slogan motto botschaft werbung werbe flyer faltblatt prospekt banner
  aufkleber inserat newsletter abonnent abonnentin verteiler sprecher sprecherin botschafter botschafterin
  multiplikator pate patin patenschaft ansprechpartner ansprechpartnerin kontakt kontakte begegnung miteinander
  solidarität fairness gerecht vielfalt gender frau frauen mann männer senior seniorin senioren alter greis
  jugendclub pfadfinder pfarrer pfarrerin pastor pastorin begegnungsstätte losverfahren plenum taskforce jury preise
  auszeichnung nominierung haftpflicht freistellung zeugwart kennenlernen vermittlung matching erwartung erwartungen
  auftakt rückblick ausblick dokumentation nachlese management manager managerin bearbeiter bearbeiterin bearbeitung tote
`;
