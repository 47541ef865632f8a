/** Town hall, politics, money, work and health. Part of `SEED_WORDS`. */
export const ADMINISTRATION_WORDS = `
  amt rat stadt land kreis bund staat gemeinde dorf markt ort bezirk region quartier viertel provinz nation union
  kommune verband verwaltung behörde ministerium dezernat referat abteilung stab stelle leitung führung bürger
  bürgerin einwohner einwohnerin bewohner bewohnerin anwohner anwohnerin nachbar nachbarin nachbarschaft bevölkerung
  öffentlichkeit volk gesellschaft gemeinschaft gemeinwohl gemeinwesen gremium ausschuss beirat vorstand aufsicht
  versammlung sitzung beschluss vorlage antrag anfrage anhörung abstimmung wahl wähler wählerin stimme mehrheit
  minderheit quorum mandat fraktion partei opposition koalition kandidat kandidatin kandidatur abgeordnete minister
  ministerin kanzler kanzlerin präsident präsidentin bürgermeister bürgermeisterin landrat landrätin dezernent
  dezernentin sachbearbeitung beamter beamtin beamte angestellte tarif besoldung gehalt lohn entgelt vergütung
  zulage eingruppierung personal bewerbung bewerber bewerberin ausschreibung auswahl einstellung kündigung
  befristung vertretung nachfolge einarbeitung dienst dienstleistung dienstleister urlaub krankheit arbeit gleitzeit
  schicht pause feierabend beruf karriere satzung ordnung verordnung gesetz gesetzgebung recht rechts vorschrift
  richtlinie regel regelung norm pflicht gebot verbot ausnahme befreiung erlaubnis genehmigung zulassung bewilligung
  bescheid widerspruch klage gericht urteil richter richterin anwalt anwältin justiz prozess verfahren verfahrens
  frist termin ablauf zuständigkeit aufgabe auftrag auftraggeber auftragnehmer ziel zweck maßnahme vorhaben projekt
  programm konzept strategie plan planung planer planerin entwurf variante entscheidung entscheider vergabe
  beschaffung angebot bieter zuschlag einkauf lieferant lieferung liefer leistung vertrag vertrags vereinbarung
  abkommen absprache haftung gewähr gewährleistung garantie bürgschaft versicherung schaden risiko haushalt
  haushalts etat budget finanz finanzen finanzierung mittel geld kapital kasse konto kredit darlehen zins zinsen
  tilgung schuld schulden rücklage rückstellung ausgabe einnahme ertrag aufwand kosten preis gebühr beitrag abgabe
  steuer umlage zuweisung zuschuss zuwendung förder förderung förderer fonds stiftung spende sponsor sponsoring
  erlös gewinn verlust umsatz bilanz abschluss buchung buch rechnung mahnung zahlung zahl zähl überweisung
  auszahlung erstattung abrechnung nachweis verwendung beleg quittung prüfung prüf prüfer revision kontrolle
  controlling kennzahl statistik erhebung umfrage befragung auswertung bericht berichts protokoll niederschrift
  tagung akte ablage archiv register registratur formular vordruck muster urkunde ausweis pass stempel unterschrift
  unterzeichnung siegel schreiben schrift brief post bote kurier versand eingang ausgang anlage anhang kopie
  original auskunft beratung berater beraterin schalter meldung anmeldung abmeldung ummeldung standes rathaus
  kämmerei kämmerer kämmerin kanzlei sekretariat sekretär sekretärin pforte friedhof fuhrpark kataster grundstück
  grund boden eigentum eigentümer eigentümerin besitz besitzer pacht pächter miete mieter mieterin miet vermieter
  vermietung wohnung liegenschaft immobilie immobilien gebäude nutzung nutzer nutzerin nutz betrieb betriebs
  betreiber betreiberin träger trägerin trägerschaft werk werke metropole umland vorort siedlung gemarkung flur zone
  zonierung gebiet gebiets fläche flächen raum grenze kreistag landtag bundestag bundesrat parlament regierung
  kabinett demokratie politik politiker politikerin republik verfassung freiheit gleichheit gerechtigkeit
  gleichstellung inklusion integration beteiligung mitwirkung mitsprache mitbestimmung transparenz petition eingabe
  beschwerde begehren entscheid referendum initiative bündnis allianz netzwerk kooperation partner partnerin
  partnerschaft koordination koordinator koordinatorin moderation moderator moderatorin leiter leiterin direktor
  direktorin chef chefin vorsitz vorsitzende geschäft geschäfts ehrenamt freiwillig hierarchie kompetenz befugnis
  weisung anordnung anweisung verfügung erlass mitteilung bekanntmachung aushang auslegung einwendung stellungnahme
  gutachten gutachter expertise experte expertin sachverstand fachkräfte fach wissenschaft forscher forscherin
  forschung studie analyse bewertung einschätzung empfehlung hinweis handreichung broschüre checkliste vorbild
  beispiel erfahrung austausch umsetzung durchführung ausführung steuerung lenkung überwachung monitoring evaluation
  evaluierung fortschreibung aktualisierung anpassung änderung neufassung aufhebung inkrafttreten geltung gültigkeit
  dauer fortschritt stand sachstand status hoheit fiskus zoll konzession privileg amnestie asyl einbürgerung
  staatsangehörigkeit migration flüchtling zuwanderung auswanderung beauftragte beauftragter gewerkschaft streik
  pension rente rentner rentnerin sozial soziales fürsorge pflege pfleger pflegerin betreuung betreuer betreuerin
  hilfe helfer helferin städtebau doppik kameralistik ansatz ansätze deckung verpflichtung ermächtigung nachtrag
  eckwert konsolidierung sparen spar einsparung entlastung belastung firma firmen unternehmen unternehmer
  unternehmerin unternehmens wirtschaft branche konzern startup märkte händler händlerin kauf käufer käuferin
  verkauf verkäufer verkäuferin kunde kundin kunden ware waren produkte produktion hersteller herstellung fabrik
  fabriken maschine maschinen anlagen technik technologie techniker technikerin mechanik mechaniker elektrik
  elektronik optik chemiker physiker erfindung erfinder patent marke qualität menge lager bestand vorrat inventur
  bestellung bestell konkurrenz monopol kartell aktie aktien anleihe fond dividende investition investor banken
  währung euro cent münze schein inflation konjunktur wachstum rezession arbeits arbeiter arbeiterin arbeitgeber
  arbeitgeberin arbeitnehmer arbeitnehmerin arbeitslos arbeitslosigkeit job jobs stellen anschreiben beförderung
  versetzung entlassung abfindung homeoffice schreibtisch besprechung agenda zeitmanagement priorität prioritäten
  überblick übersicht aufstellung liste listen vorlagen abläufe prozesse vorgang vorgänge schritt schritte phase
  phasen etappe struktur strukturen organisation organigramm einheit teilung zuteilung verteilung verteil zuordnung
  zusammenstellung rang vorrang anspruch anforderung bedingung voraussetzung kriterium kriterien merkmal eigenschaft
  wert nutzen vorteil nachteil chance chancen gefahr gefahren hindernis hürde hürden problem probleme lücke engpass
  widerstand gründe anlass motiv absicht ausweg alternative möglichkeit gelegenheit erfolg erfolge misserfolg
  scheitern verantwortung verantwortlich verantwortlichkeit delegation absprachen übergabe übernahme verstetigung
  verlängerung beginn anfang start mitte ende abbruch unterbrechung aufschub verzögerung eile ruhe stress
  überlastung gesundheit krank kranker arzt ärztin ärzte patient patientin medizin medikament tablette spritze
  impfung impf wunde schmerz fieber husten erkältung grippe seuche pandemie epidemie infektion hygiene desinfektion
  operation therapie therapeut therapeutin diagnose heilung kur reha behinderung behindert blind gehörlos herz lunge
  leber niere magen darm hirn gehirn nerv nerven muskel knochen gelenk rücken brust bauch kopf hals schulter arm
  hand hände finger bein knie füße zehe haut haar haare auge augen ohr ohren nase mund lippe zahn zähne zunge blut
  atem atmung schlaf traum
`;
