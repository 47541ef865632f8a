/** Verbs, the bare stems they leave in compounds (Fahr-rad, Lade-säule), and the nouns made from them. Part of `SEED_WORDS`. */
export const DEEDS_WORDS = `
  arbeiten planen prüfen fördern beraten begleiten melden zählen kaufen verkaufen mieten leihen tauschen geben
  nehmen bringen holen tragen heben ziehen schieben drücken stoßen schlagen treten gehen geh fahren fliegen flieg
  wandern klettern kletter steigen steig fallen fall sinken stehen steh sitzen sitz liegen lieg legen stell setzen
  setz hängen häng binden bind lösen lös öffnen öffnung schließen schließ schließung decken deck füllen füll leeren
  gießen gieß spülen spül waschen wasch putzen reinigen reinigung kehren kehr fegen wischen wisch trocknen heizen
  kühlen lüften lüft dämmen sanieren reparieren warten warte pflegen schützen sichern retten helfen hilf heilen
  impfen operieren untersuchen untersuchung forschen forsch messen schätzen schätzung vergleichen vergleich
  vergleichs bewerten wählen stimmen entscheiden beschließen verhandeln verhandlung reden rede sprechen sprech
  erklären erklärung erzählen erzähl berichten informieren information info zeigen zeig führen führ leiten leit
  lenken lenk steuern regeln ordnen sortieren sortier sammeln trennen trenn mischen misch backen back braten brat
  grillen grill schneiden schneid schälen reiben brechen brech reißen reiß schmelzen schmelz brennen löschen zünden
  zünd blasen blas atmen hören hör sehen seh schauen schau blicken blick riechen riech schmecken fühlen fühl tast
  lehren üben merken merk vergessen erinnern glauben hoffen wünschen lieben hassen lachen weinen schreien rufen ruf
  schlafen wachen wach wecken sterben sterb wachsen wachs blühen ernten säen fangen fang jagen fischen suchen finden
  find verlieren verlier gewinnen kämpfen kampf siegen schießen schieß rollen roll drehen dreh wenden wend kippen
  kipp biegen bieg strecken streck dehnen dehn spannen spann pressen press pumpen bohren schrauben schweißen schweiß
  löten schleifen schleif hobeln feilen gestalten gestaltung schaffen schaff erzeugen entladen entladung schalten
  schalt schaltung melde sende senden empfangen empfang drucken kopieren kopier scannen tippen klicken klick
  streichen streich ändern wechseln wechsel verbessern verbesserung erweitern erweiterung ergänzung erneuern
  erneuerung entwickeln erfinden gründen starten enden beginnen begegnen besuchen besuchs einladen begrüßen danken
  bitten bitt grüßen bieten biet werben bewerben ernennung berufung entlassen kündigen verwalten verwerten vermeiden
  verringern verringerung vermindern verwenden verbrauchen versorgen entsorgen liefern lagern lagerung verpacken
  packen pack versenden bestellen zustellen abholen abhol annahme entnahme maßnahmen zunahme rücknahme vorhersage
  absage zusage ansage nachfrage rückfrage abfrage einlage beilage angabe rückgabe vorgabe zugabe abzug auszug bezug
  einzug umzug vorzug entzug rückzug abstand anstand aufstand zustand gegenstand umstand abgang umgang rückgang
  übergang aufgang untergang zufluss einfluss ausfluss einbau vorbau überbau abruf aufruf anruf widerruf zuruf
  umriss ausriss aufsatz einsatz ersatz gegensatz vorsatz zusatz besatz abschnitt ausschnitt einschnitt ausschluss
  einschluss verschluss entschluss abschlag anschlag aufschlag ausschlag umschlag ratschlag abstieg aufstieg
  einstieg anstieg abtrag betrag eintrag übertrag abwurf auswurf einwurf vorwurf bewurf anfall rückfall vorfall
  zerfall überfall anlauf auflauf auslauf einlauf verlauf zulauf anflug abflug abhang umhang zusammenhang anblick
  augenblick einblick anbieter anbieterin anleiter abwehr umkehr rückkehr einkehr abkehr einwand vorwand befehl
  begriff griff angriff eingriff zugriff rückgriff behälter bereich vertrieb umtrieb auftrieb verweis abbildung
  einbildung rückbildung umbildung abdruck ausdruck eindruck schönheit klarheit gewohnheit einzelheit besonderheit
  gesamtheit neuheit dunkelheit schwierigkeit tätigkeit notwendigkeit persönlichkeit wirklichkeit ähnlichkeit
  flüssigkeit zuverlässigkeit wirtschaftlichkeit verfügbarkeit erreichbarkeit machbarkeit leidenschaft
  verwandtschaft bereitschaft bindung bewegung beziehung dichtung drohung einrichtung richtung empfindung endung
  entspannung entstehung erfassung erfüllung erhaltung erhöhung erholung erkennung erläuterung ermäßigung ermittlung
  eröffnung errichtung erscheinung erschließung erstellung erteilung erwärmung festlegung feststellung forderung
  gefährdung gewinnung handlung hebung hinterlegung kennzeichnung klärung kürzung lesung lockerung lösungen mischung
  nennung ortung prägung sitzungen spaltung spiegelung sprengung steigerung strömung stärkung täuschung trennung
  überarbeitung überlegung übernachtung übersetzung überzeugung umgebung umwandlung veränderung verankerung
  veranlagung veranlassung verarbeitung verbreitung verdrängung verdichtung vereinfachung verfolgung vergebung
  verhütung verkleidung verletzung verlosung vermessung vermutung vernetzung veröffentlichung verschiebung
  verschmutzung verschwendung verständigung verstärkung verteidigung vertiefung verwandlung verwirklichung
  verzierung vollendung vorbereitung vorführung vorstellung wahrnehmung wendung wertung widmung windung wirkungen
  wohnungen würdigung zerstörung ziehung zielsetzung zubereitung zustimmung
`;
