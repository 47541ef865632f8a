/** Common nouns of no single subject, with the plural forms that begin compounds (Häuser-zeile). Part of `SEED_WORDS`. */
export const GENERAL_WORDS = `
  ablenkung abneigung abwechslung achtung achtsamkeit affe agentur akademiker akustik album alkohol alphabet altar
  amateur amboss ampulle anekdote angebots angelegenheit angehörige angehöriger anker ankunft annonce anreiz anreise
  abreise ansager anschrift ansehen anstalt anstoß anstrengung antike anwesenheit apparat appell appetit ära areal
  armut aroma arrest art aspekt assistent assistentin assistenz attest aufenthalt aufenthalts aufbewahrung
  auffassung aufforderung aufgaben aufklärung aufladung aufsehen auftritt augenmaß ausdauer auseinandersetzung
  ausland inland auslastung ausrede ausrichtung ausrüstung aussicht aussichts ausstattung austritt eintritt
  rücktritt auswirkung automat autonomie autorität axt bakterie ball bälle bandage bär barsch bart bass beamten
  beben becken bedeutung bedienung bedrohung bedürfnis begeisterung begründung begrenzung behandlung beifall
  beisitzer beitritt beitritts bekenntnis belegschaft belohnung bemühung benutzer benutzung beobachter beschäftigung
  bescheinigung beschränkung beschreibung besen besetzung bestätigung bestimmung betrachtung betrachter betten beule
  beute bewässerung bibel blase blende blöcke blumen blüten boje bord börde böschung boxer brache brände brauerei
  brei bremsen briefe brise brühe brut bube bucht bude bühnen bünde bunker bürde bürste bürsten büste charakter
  chaos chip chronik chronist clown creme dame dämme dampfer daumen deckel defizit degen dekade dekan delle demenz
  depot detail deutung dialekt dichte dichter dichterin dienste diktat diktatur ding dinge direktion disziplin docht
  dokument dokumente dolmetscher dolmetscherin dorn draht drähte drang dreck drescher druckerei duft düfte durst
  düse dynamik ebbe echo edel efeu ehren ehrgeiz eiche eichen eid eifer eignung einband einfalt einfuhr ausfuhr
  zufuhr abfuhr einkommen einkommens eins einsamkeit einsätze eiter elastisch elefant elektrisch elektrizität elend
  elite enge entgegennahme enthüllung entschädigung entzündung epoche erbe erben erbschaft erdbeben ereignis
  ereignisse erfordernis erkenntnisse erlebnis erlebnisse ernst erschöpfung esche eskalation espe ethik etikett
  exemplar existenz explosion expedition fabrikant fachlich fahne fahnen faktoren fakt fakten falle falte farbstoff
  faser fassung fasten faust feder federn fehl feil felder ferkel ferse fessel fett fichte fichten fibel filz
  finanziell fink fische flagge flanke flaschen fleck fleiß fliege flieger floß flosse fluch flucht flüchtlings
  flügel flüsse föhn folter fort freizeit frequenz fristen frühjahrs fuge fuhre führer führerin fülle fund funde
  funke funktion furche furcht fusion gabe gaben galle gänse garn gatter gebirge gebirgs gebiss gebrauch gebrauchs
  geburten gedenk gedenken gedeck geduld gefäß gefahrgut gefälle gefühl gefühls gegend gehäuse gehege gehör geisel
  gelände geldgeber gemüt genie genuss gerichts gesang gesänge geschehen geschichts geschick geschlecht geschmack
  gesicht gesichts gespräche geständnis geste gestein gestell gestirn gestrüpp gesuch gewächs gewässer gewebe
  gewicht gewichts gewinde gewissen gift gifte gilde gitter glanz glasur glatteis glied glieder glocke glocken gnade
  grab gräber graben gräben gram gramm granit gräser grille größe größen grube gruben grundlage grundsatz gulden
  gummi gunst gürtel guss güte gutschein habe habicht hacker häfen halde halm halter handels handwerks hanf harfe
  harke haube hauch hauer hauses haushaltung häute hebel hecht hefte heil heiligtum heimweh heirat heirats
  helligkeit hemmung hengst herde herden herkunft herkunfts herr herren herzen hilfen hilfs hirse hirt hobby hobel
  hochzeits hocker höhen hohlraum holunder hölzer horde horizont horn hörner hub huf hüfte humor hunger hymne idol
  illusion immun impuls index indikator indikatoren individuum inhaber inhaberin inhalts innung inseln inspektion
  instandhaltung instandsetzung instinkt instrumente inspektor intensiv intervall inventar irre isolation jahrmarkt
  jammer jargon jause jubel jungfrau junge jungen jurist juristin juwel kabine kachel kader käfig kahn kalk kalorie
  kamel kameras kamm kammer kammern kämpfe kämpfer kanäle kandidaten kanne kanone kanu kapitän kappe kapsel karies
  karren kartoffeln kassen kaserne kassette katalog kater kathedrale kaugummi kaution keil keim keime kelle kelter
  kenner kennung kerker kerl kerne ketten keule kiefer kiefern kinn kitt kittel kladde klammer klang klänge klappe
  klaue kleber klebe klee kleinod klette kloß klotz kluft knall knick knolle knöpfe köche köder kohlen kolben
  kolonie kolonne koma kombination komfort komik komitee kommando kommission kommissar kommunikation komödie kompass
  komplett komponente kondensat konsequenz konserve konsul konsum konstruktion kontinent kontingent kontroll
  konvention konzepte köpfe koppel körbe korken korn körner korpus korrektur korridor korruption kost kot kragen
  krampf kranz kränze krebs krebse kreuz kreuze krieger krippen krisen kristall kronen krug krume kruste kuhle
  kultus kummer kündiger kuppel kurbel kurven kuss kutsche lage lagen lagune lähmung laie laien länder landung
  langeweile lanze lärche lasche laser laube laune laus lawine leguan lehne lehnstuhl leiche leid leiden leim leine
  leinwand leistungen lerche leuchten leuchtturm lichter lid lieder liege likör lilie limit linde linden lineal
  linke list liter löcher locke löhne lorbeer lot lotsen löwe lücken lust luxus mädchen made magnet mahd mahl makler
  maklerin malerei malz mandant manier marken markise marmor marsch masche maße masse massen mast masten mauern maul
  maulwurf meeres meile meineid meißel melone membran mengen merkmale messing miene milbe milde milieu million
  milliarde mineral minze mission mitarbeit mitarbeiter mitarbeiterin mitarbeitende mitleid mitgift mobil mode moden
  modelle modernisierung mole molekül moment monarch montage monument moral mosaik motiven motte möwe mücke mücken
  mühe mühle mühlen müller mündung munition münster murmel museen muskeln muße mutation mythos nabe nabel nachfolger
  nachfolgerin nachlass nachmittags nachsicht nachtisch nachwuchs nacken nadeln nähe nahrung name namen namens narbe
  narr neigung nelke nenner nest nester neugierde niederlassung niete niveau nonne not notwehr novelle null nummer
  nummern nymphe oase obdach objekt objekte obmann ochse öfen offensive ohnmacht ökonomie oktav oliven omnibus
  optiker option optionen orakel orden organ organe orientierung orte orten ortschaft orts otter pakt palette palme
  panne panik pantoffel papiere pappel parade paradies parallel parasit parks parole pässe passage passagier paste
  patrone pausen pech pein peitsche pensum personalien personals perspektive pest pfahl pfähle pfau pfeife pfeil
  pferch pflichten pfosten pfote pfund pfütze phänomen philosophie pigment pille pilot piloten pinsel pirat pixel
  plage plakate plane planke platin plombe pol polster pollen pony pool portion porto position positionen posten
  potenz praktisch prämie pranke prediger preisen premiere prinz prinzessin prinzip prinzipien prise privatheit
  probe proben professur profile prognosen projekte promille propaganda prothese provision prügel psyche puder
  puffer puls pult punkte pyramide qualifikation qualifizierung qualle qualm quartett quer quitte rabatt rabe rache
  rachen radius ränge rapport rasse rast rasthof ration rational raten rathäuser raupe rausch reagenz reaktion
  realität rebe reben rechenschaft reform reformen regent regiment regionen reiche reihen reim reinheit reiter reiz
  reize reklamation rekrut relais relief rendite rennen renn renovierung reparaturen requisit reserve reserven
  residenz rest reste restaurierung resultat rettich reue revolution rezeption rhetorik riegel riemen ringe rippe
  risiken risse ritt ritze robbe rose rosen rost röstung rotte routen ruhm ruine rum rummel rumpf runden rüstung
  rute sache sachen sachlich sachverhalt säfte saison saite salbe saldo salon salve same sammler sammlerin sanitär
  sanktion sarg satire säufer säugetier saum säure schacht schale schalen schar scharte schauer schaum scheibe
  scheiben scheine scheitel schelle schema schemel schenkel scherbe scherben scherz scheu schichten schiefer schiffe
  schilf schirm schirme schlag schläge schlauch schläuche schleier schleife schlepper schleuder schlinge schlitten
  schlitz schlitzohr schlösser schluck schlund schlüsse schmied schmiede schmutz schnabel schnake schneider
  schneiderin schnitte schock scholle schonung schöpfung schorf schoß schoten schranken schrecken schrei schreiber
  schrein schriften schrot schub schul schund schuppe schurke schürze schuss schüsse schutt schütze schwaden
  schwalben schwamm schwan schwanz schwarm schwellen schwerpunkt schwert schwerter schwinge schwung seen segen
  segment sehne seife seile sektion selbst senat senator senf sensation sense serie serien service sicht sichel sieb
  siedler signale sims sinn sinne sinnes sippe sitze sklaverei skala skandal skelett sofort sold solidar soll sonde
  sorte sorten souverän spalt span spange spanne spannungen spaß specht spektrum speer spenden spender spenderin
  sperr sperren spesen sphäre spieß spital spott spritz spross spruch sprüche sprudel sprühen spuk spule spuren
  staaten stäbe stachel stadien staffel ställe stämme stände standards standort stapel stapler star starre starter
  statistiken statue statut stauden staude steigung steine stich stiege stiel stiere stifter stifterin stil stile
  stirn stock stöcke stollen stopp store störche stoß stöße strafen strahl strahlen strang stränge strategien strauß
  streif ströme strophe strudel strukturierung stube stuben stücke stufen stürme sturz stürze stute subjekt substanz
  sucht südwest sühne summen sünde symptom synthese system systeme szene szenen tabak tabellen tabu tages takte
  taler tänze tanker tanne tannen tapfer tat taten tatsache tatsachen tatort tau taube tauben taucher taxe teiche
  tendenz tenor terror testament textil thron tiefen tische töne tonnen töpfe tore tot trab tracht trachten trage
  tragödie träne trank transfer transit träume treiber trend trends treue tribüne trichter trieb triebe tritt tritte
  triumph tropfen tropf trost trotz trümmer trupp truppe truppen truhe tücher tuch tugend tulpe tümpel türen tüte
  typen übel übergangs übermut uhren umfeld umgangs umlauf umschau umschulung umstellung umwelten unabhängigkeit
  ungeziefer unruhe unterhalt unterhalts unterhaltung unterkunft unterkünfte unterlage unterlassung unternehmung
  unterschied unterschiede unterstützung unwetter urheber urheberin urlaubs ursachen ursprung urwald utopie vakanz
  vakuum varianten vegetation vene verb verbände verdacht verdachts verdienst verfall vergehen vergnügen vergnügungs
  verhalten verhaltens verhör verkäufe verluste vermächtnis vermerk vermögen vermögens vers versäumnis verschleiß
  verschulden versuche verwandte verwandter verzug vision visionen visite visum vitamin volks völker vollzug
  vollzugs vorbehalt vorgaben vorgänger vorgängerin vorgesetzte vorgesetzter vormund vornamen vorräte vorschuss
  vorsicht vorsichts vorsprung vorteile vorurteil vorwahl waage waben wache wächter wächterin waffen wagnis wahlen
  wahn waise wal walze wanne wange wappen wärter warze wäsche wecker weh wehr weib weiblich weihe weise weisheit
  weite weiter welle wellen wellness weste wetten wette wicht wiege wiesen willen wille wimpel windel winde wirbel
  wirt wirte wirtin wissenschaftler wissenschaftlerin witwe witz witze woge wohl wohltat wölfe wonne worte wrack
  wucher wuchs wucht wunder würmer würze wurzeln wüsten zahler zapfen zart zecke zeche zeder zeh zehnt zeiger zeit
  zeiten zellen zelt zelte zensur zenit zentrale zentren zeremonie zettel zeug zeugen zeugnisse ziele zier zipfel
  zirkel zirkus zonen zopf zorn zubehör zufahrten zufluchts zuflucht zugewinn zügel zunft zünder zusammen zuschüsse
  zustände zustell zutritt zutritts zuzug zwang zwänge zwecke zweige zwiebeln zwilling zyklus zylinder
`;
