/** Houses, materials, traffic, and computing. Part of `SEED_WORDS`. */
export const BUILDING_WORDS = `
  bau bauer bäuerin bauen bauherrin bebauung neubau altbau umbau anbau aufbau abbau abriss rückbau rohbau architekt
  architektin architektur ingenieur ingenieurin statik statiker handwerk handwerker handwerkerin maurer maler
  dachdecker schreiner tischler zimmerer klempner elektriker elektrikerin installateur installation schlosser fliese
  fliesen estrich putz farbe lack tapete teppich parkett laminat ziegel beton zement mörtel stahl eisen aluminium
  kupfer blei zink balken latte brett platte leiste schraube nagel nägel dübel bohrer hammer zange säge bohr schraub
  werkzeug gerüst kran bagger schaufel spaten hacke eimer haus häuser hof höfe hütte halle hallen turm türme burg
  villa palast scheune stall schuppen kirche kirchen kapelle dom kloster moschee synagoge tempel schule schulen kita
  kindergarten krippe hort heim internat universität akademie institut bibliothek bücherei museum theater kino oper
  bühne galerie atelier studio stadion arena bad bäder sauna klinik praxis apotheke labor büro büros supermarkt
  kiosk bäckerei metzgerei gaststätte restaurant kneipe café mensa kantine küche hotel herberge wohn wohnen zimmer
  saal säle gang diele stufe geländer balkon terrasse loggia veranda dusche badewanne toilette armatur abfluss
  siphon spüle herd ofen kamin schornstein gefrierschrank trockner staubsauger möbel tisch stuhl stühle sessel sofa
  bett schrank regal kommode spiegel vorhang gardine kissen matratze bild uhr vase schlüssel zaun mauer vorgarten
  schaukel rutsche wippe bank bänke denkmal altstadt ensemble entwicklung geschoss etage erdgeschoss giebel gaube
  traufe first rinne statisch tragwerk lasten stütze pfeiler säule bogen gewölbe fundament sohle hülle innenwand
  feuer brand löscher schimmel leck riss mangel mängel abnahme gewerk gewerke blower material materialien oberfläche
  volumen höhe breite länge tiefe umfang maß maßstab zeichnung skizze schnitt ansicht aufmaß richtfest einweihung
  verkehrs mobilität fahrt fahr fahrer fahrerin fahrzeug rad räder radler radlerin pedelec dreirad roller moped auto
  autos wagen pkw lkw laster transporter anhänger bus busse bahn bahnen zug züge tram schiene schienen gleis gleise
  weiche lok lokomotive waggon abteil bahnhof halt station takt linie linien umstieg verspätung ausfall ticket abo
  abonnement verbund nahverkehr güter logistik transport spedition fracht paket zustellung flug flugzeug schiff boot
  fähre hafen schleuse werft straße straßen weg wege gasse allee platz plätze kreuzung kreisel einmündung ausfahrt
  einfahrt zufahrt umleitung sperrung brücke brücken tunnel unterführung überführung furt treppe rampe aufzug gehweg
  fußweg fußgänger fußgängerin fuß zebrastreifen ampel ampeln signal schild schilder beschilderung wegweiser
  wegweisung markierung streifen spur asphalt pflaster belag bordstein poller schranke parken garage abstellanlage
  bügel ständer abstellen tempo geschwindigkeit beschleunigung bremse brems stau durchfahrt durchgang verbindung
  route strecke kilometer meter entfernung distanz reise reisen ausflug wanderung wander pilger tour tourismus
  tourist touristin gast gäste pendler pendlerin pendel carsharing sharing ausleihe verleih leihe leih teilen
  mitfahr mitfahrer taxi rufbus unfall unfälle sicherheit helm gurt reifen felge kette pedal sattel lenker rahmen
  klingel schloss korb werkstatt reparatur wartung antrieb elektro hybrid verbrenner tank zapfsäule kennzeichen maut
  vignette blitzer bußgeld verwarnung polizei polizist polizistin feuerwehr zentrum innenstadt umgehung
  einbahnstraße steg pier kai anleger stadtradeln jobrad jobticket barriere barrierefrei rollator gepäck koffer
  rucksack computer rechner server daten datei dateien tabelle spalte diagramm kurve achse legende grafik symbol
  monitor tastatur taste tasten maus drucker druck scanner kamera mikrofon kopfhörer handy telefon smartphone tablet
  gerät geräte hardware software programmierer programmierung entwickler entwicklerin anwendung anwender anwenderin
  app internet web webseite homepage portal plattform browser suche such treffer link adresse mail betreff absender
  empfänger empfängerin spam virus passwort kennwort zugang zugangs anmelde abmelde profil rolle rechte berechtigung
  sperre verschlüsselung signatur sicherung backup wiederherstellung löschung lösch update version versionierung
  absturz neustart einstellungen menü knopf vorschau speichern verzeichnis cloud protokollierung cookie einwilligung
  impressum vorlese kontrast gebärde leichte digital digitalisierung automatisierung algorithmus intelligenz roboter
  robotik simulation virtuell chat thread blog räume benachrichtigung feed gruppe gruppen umlaut format formate
  export import übertragung funk antenne satellit router modem hotspot lizenz quelltext quellcode offen offenheit
  metadaten stichwort kategorie filter ranking dashboard geodaten kartierung koordinate drohne sensorik bot
  konfiguration administrator administratorin support störung online camping melder beruhigung
`;
