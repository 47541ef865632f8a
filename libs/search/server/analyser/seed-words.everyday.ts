/** Persons, things, qualities and the names of countries and regions that begin compounds. Part of `SEED_WORDS`. */
export const EVERYDAY_WORDS = `
  mensch menschen menschheit person personen leute typ wesen leben lebens tod tode alltag schicksal zufall welt
  welten himmel hölle gott götter religion glaube gebet engel teufel seele geist geister leib körper gestalt figur
  form formen farben rot blau gelb weiß schwarz grau braun rosa lila violett hell dunkel ecke kante seiten rand
  ränder spitze loch punkt strich kugel dreieck viereck quadrat rechteck winkel stück teil teile hälfte drittel paar
  reihe haufen bündel knoten faden seil schnur band bänder stoff stoffe wolle baumwolle seide leinen leder pelz fell
  kleid kleider kleidung hemd hose jacke mantel mütze hut hüte handschuh schuh schuhe stiefel socke strumpf rock
  bluse anzug uniform tasche beutel sack kiste kasten kästen box fass stange haken nadel schere klinge lupe brille
  fernglas kerze fackel flamme glut asche zunder streichholz feuerzeug waffe pistole gewehr bombe panzer soldat
  armee militär offizier heer marine flotte schlacht geheimnis geheim spion dieb diebstahl einbruch raub räuber mord
  mörder täter opfer zeuge zeugin aussage strafe gefängnis häftling verbrechen betrug betrüger fälschung lüge
  wahrheit unrecht ehre würde macht mächte gewalten herrschaft herrscher könig königin kaiser kaiserin fürst fürstin
  herzog graf gräfin ritter adel sklave knecht magd diener dienerin held heldin zauber zauberer hexe drache riese
  zwerg gespenst schatz gold silber bronze diamant perle schmuck ring münzen puppe ballon drachen rakete astronaut
  mond stern sterne planet planeten galaxie universum all kosmos osten westen norden süden nord ost west süd links
  oben unten vorne hinten außen zwischen ober unter über haupt neben vor nach mit gegen gesamt voll halb viel mehr
  wenig einzel doppel sonder spezial extra kern basis zentral fern nah hoch tief breit schmal lang kurz groß klein
  dick dünn schwer leicht alt neu jung früh spät schnell langsam gut schlecht schön hässlich stark schwach hart
  weich warm kalt heiß nass trocken feucht sauber schmutzig frisch faul reif roh süß sauer bitter salzig laut leise
  still ruhig zahm frei locker geschlossen leer rund eckig flach steil gerade schief krumm glatt rau scharf stumpf
  klar trüb bunt reich teuer billig günstig wichtig nötig richtig falsch wahr echt künstlich natürlich gesund
  gefährlich sicher unsicher möglich unmöglich fähig bereit fertig aktiv passiv positiv negativ direkt indirekt
  öffentlich privat gemeinsam eigen fremd ähnlich gleich anders verschieden einfach schwierig komplex allgemein
  besonder einzeln ganz total absolut relativ maximal minimal optimal normal typisch üblich selten häufig täglich
  wöchentlich monatlich jährlich ständig dauerhaft langfristig kurzfristig mittelfristig vorläufig endgültig künftig
  aktuell modern historisch lokal kommunal städtisch ländlich staatlich national europäisch international global
  weltweit polnisch dänisch niederländisch österreichisch schweizerisch europa deutschland österreich schweiz
  frankreich italien spanien polen dänemark schweden norwegen finnland russland ukraine china japan indien amerika
  afrika asien australien bayern sachsen hessen thüringen brandenburg mecklenburg pommern holstein schleswig
  niedersachsen westfalen rheinland pfalz saarland württemberg baden franken schwaben hamburg bremen berlin münchen
  köln rhein elbe donau weser oder spree main mosel alpen harz eifel ostsee
`;
