/** Weather, nature, energy, food and farming. Part of `SEED_WORDS`. */
export const CLIMATE_WORDS = `
  klima wetter wärme kälte hitze frost dürre trockenheit regen niederschlag hagel schnee eis sturm orkan tornado
  gewitter blitz donner wind böe flaute nebel wolke wolken sonne sonnen schatten licht strahlung temperatur grad
  luft feuchte feuchtigkeit dampf dunst atmosphäre ozon treibhaus gas gase methan kohlendioxid kohlenstoff
  stickstoff sauerstoff wasserstoff lachgas emission ausstoß abgas rauch ruß staub feinstaub smog schadstoff
  immission lärm geräusch schall erschütterung geruch umwelt natur ökologie ökosystem biosphäre biodiversität arten
  schutz schützer schützerin nachhaltig nachhaltigkeit ressource ressourcen rohstoff rohstoffe kreislauf recycling
  verwertung wiederverwendung müll abfall abfälle kompost biogut tonne container deponie sortierung entsorgung
  verpackung mehrweg einweg pfand plastik kunststoff papier pappe karton glas metall blech altglas altpapier
  altkleider schrott wandel wende krise katastrophe notstand extrem folge folgen ursache wirkung rückkopplung
  schwelle szenario prognose modell projektion neutral neutralität ausgleich kompensation senke minderung reduktion
  senkung vermeidung verzicht suffizienz effizienz konsistenz resilienz vorsorge vorbeugung prävention warnung warn
  alarm notfall evakuierung rettung flut überflutung überschwemmung pegel deich damm rückhalt versickerung
  versiegelung entsiegelung verdunstung abwasser kanal kanalisation klär schlamm quelle brunnen bach fluss strom see
  teich weiher moor sumpf aue ufer küste meer ozean strand düne watt insel gletscher permafrost wald wälder forst
  baum bäume busch strauch hecke wiese weide acker feld garten gärten park grün begrünung beet blume blüte pflanze
  pflanzen pflanzung pflanz gras rasen kraut kräuter moos pilz farn laub blatt wurzel stamm ast zweig rinde krone
  knospe samen saat ernte frucht früchte obst gemüse getreide weizen roggen gerste hafer mais kartoffel rübe hülse
  dünger düngung gülle mist humus erde torf lehm ton kies schotter insekt insekten biene bienen hummel wespe käfer
  schmetterling falter ameise spinne wurm schnecke vogel vögel schwalbe spatz amsel meise eule storch fledermaus
  igel eichhörnchen hase reh hirsch fuchs wolf biber dachs marder fisch frosch kröte molch eidechse schlange biotop
  habitat landschaft heide hang hügel berg tal ebene gipfel fels stein sand höhle schlucht steppe wüste energie
  energien kilowatt megawatt volt ampere spannung verbrauch verbraucher verbraucherin verbrauchs bedarf last zähler
  messung mess sensor anzeige speicher speicherung batterie akku kollektor modul module zelle photovoltaik solar
  turbine rotor generator motor kraft benzin diesel kerosin treibstoff brenn brenner holz pellet pellets
  hackschnitzel biogas biomasse erdgas erdöl heizöl kohle atom uran reaktor geothermie erdwärme abwärme nahwärme
  pumpe kessel therme heiz heizung thermostat ventil regler vorlauf rücklauf hydraulik abgleich rohr rohre trasse
  netz netze anschluss anschlüsse einspeisung einspeise überschuss autarkie versorger versorgung erzeuger erzeugung
  erneuerbar erneuerbare fossil energetisch sanierung dämmung dämm isolierung fassade dach dächer fenster tür tor
  keller decke wand wände lüftung kühlung kühl verschattung jalousie beleuchtung leuchte lampe laterne ladung lade
  laden stecker steckdose kabel amortisation contracting contractor intracting audit zertifikat zertifizierung label
  standard bilanzierung faktor äquivalent sektor sektoren industrie gewerbe handel verkehr haushalte potenzial
  potenziale pfad lotse lotsin mentor mentorin mentee mentoring tandem kaltluftschneise durchlüftung zisterne mulde
  rigole abkühlung notwasserweg verwundbarkeit betroffenheit vulnerabilität pionier transformation ausstieg ausbau
  zubau repowering drosselung abschaltung abregelung börse zertifikate handelbar quote pariser essen ess speise
  speisen mahlzeit frühstück imbiss vesper kochen koch köchin küchen rezept zutat zutaten gewürz salz pfeffer zucker
  mehl teig hefe brot brötchen kuchen torte gebäck keks waffel nudel nudeln reis suppe eintopf soße salat gurke
  tomate zwiebel knoblauch paprika möhre karotte kohl spinat bohne bohnen erbse erbsen linse linsen kürbis spargel
  apfel äpfel birne kirsche pflaume pfirsich traube trauben beere beeren erdbeere himbeere banane orange zitrone
  nuss nüsse mandel honig marmelade schokolade bonbon milch sahne butter käse quark joghurt fleisch wurst schinken
  speck rind rinder schwein schweine kalb lamm huhn hühner henne hahn ente gans pute geflügel wild forelle lachs
  hering tofu soja vegan vegetarisch bio regional saisonal getränk getränke trink trinken wasser saft limonade
  kaffee tee kakao bier wein sekt schnaps flasche dose dosen gläser becher tasse teller schüssel topf pfanne messer
  gabel löffel besteck geschirr tablett serviette ernährung lebensmittel verpflegung catering kantinen landwirt
  landwirtin vieh kuh kühe stier bulle pferd pferde esel ziege schaf schafe hund hunde katze katzen kaninchen mäuse
  ratte ratten tier tiere zoo zucht züchter futter fütterung stroh heu silo traktor pflug mähdrescher gärtner
  gärtnerin gärtnerei imker imkerin jagd jäger jägerin fischer fischerei angler angel förster försterin revier
  thermie tropen agrar check
`;
