import type { DemoTip } from '../demo.types.js';

export const OPEN_PRACTICE_TIPS: readonly DemoTip[] = [
  {
    key: 'photovoltaik-auf-schuldaechern',
    space: 'offen',
    author: 'bergmueller',
    topics: ['photovoltaik', 'gebaeude', 'bildung'],
    title: 'Welches Schuldach zuerst? Photovoltaik planen, ohne sich zu verzetteln',
    summary: 'Statik, Dachhaut, Verbrauch, Leitungsweg: mit vier Fragen wird aus dreißig Dächern eine Reihenfolge, die die Bauverwaltung mitträgt.',
    publishedDaysAgo: 180,
    body: `## Ausgangslage

Der Rat will „alle geeigneten Dächer“ belegen. Das Solarkataster zeigt fast überall Grün. Trotzdem bleibt der Auftrag liegen, weil niemand weiß, wo anzufangen ist. Schulen sind ein guter Beginn: große Dächer, Stromverbrauch am Tag und Menschen, die nachfragen.

## Vorgehen

Legen Sie für jedes Gebäude eine Zeile an und beantworten Sie vier Fragen.

| Frage | Wen fragen? | Ausschluss, wenn |
| --- | --- | --- |
| Trägt das Dach die Last? | Statikbüro, alte Bauakten | keine Reserve und keine Ertüchtigung geplant |
| Hält die Dachhaut noch zwanzig Jahre? | Hochbauamt, Dachdecker | Sanierung in den nächsten fünf Jahren |
| Passt der Verbrauch am Tag? | Lastgang vom Netzbetreiber | – (dann Volleinspeisung rechnen) |
| Gibt es einen Weg für die Leitung? | Elektriker, Hausmeisterin | Zählerschrank muss ganz erneuert werden |

Danach sortieren:

1. Dächer mit viermal Ja: sofort ausschreiben, am besten drei bis fünf im Paket.
2. Dächer mit anstehender Sanierung: Photovoltaik in die Sanierung hineinplanen.
3. Der Rest: dokumentieren, warum nicht. Die Frage kommt wieder.

> [!TIP]
> Besichtigen Sie gemeinsam: Hausmeister, Elektriker, Statiker, Schulleitung. Zwei Stunden auf dem Dach ersetzen sechs Wochen Schriftverkehr.

### Selbst bauen oder verpachten?

Eigene Anlagen bringen über die Jahre meist den größeren Ertrag, brauchen aber Geld und jemanden, der sie betreibt. Eine Bürgerenergiegenossenschaft nimmt beides ab und bindet Menschen ein. Rechnen Sie beide Wege, bevor im Ausschuss über Grundsätze gestritten wird.

### Mit der Schule, nicht nur auf der Schule

Eine Anlage, von der im Haus niemand weiß, ist eine verpasste Gelegenheit. Drei Dinge kosten wenig:

1. **Eine Anzeige im Eingang**, aber eine, die Kinder verstehen: „Heute so viel Strom wie 3.000 Kugeln Eis.“ Die Umrechnung macht eine siebte Klasse.
2. **Ein Tag auf dem Nachbardach**, wenn die Handwerkerinnen da sind. Zwei Auszubildende erzählen von ihrem Beruf.
3. **Die Daten für den Unterricht.** Ein wöchentlicher Auszug als Tabelle reicht für Mathematik und Physik.

### Was in den Betrieb gehört

- [ ] Fernüberwachung mit Meldung bei Ausfall an eine *besetzte* Stelle
- [ ] Sichtprüfung im Frühjahr, Reinigung nur bei Bedarf
- [ ] Ertrag im [Energiebericht](/tipp/energiemanagement-aufbauen)
- [ ] Schlüssel, Schaltplan und Feuerwehrlaufkarte am selben Ort
- [ ] Vertretung, wenn der Hausmeister Urlaub hat

## Aufwand

Bestandsaufnahme für zwanzig Gebäude: etwa drei Wochen, verteilt auf drei Monate. Statische Vorprüfung je Dach: Angebot einholen. Von der Ausschreibung bis zum ersten Strom verging bei uns ein knappes Jahr, das meiste davon Wartezeit auf Netzanschluss und Zählerplatz.

## Stolpersteine

- Blitzschutz und Brandabschnitte werden zu spät bedacht.
- Der Netzanschluss wird erst nach der Vergabe angefragt. Drehen Sie die Reihenfolge um.
- Niemand sieht im Betrieb auf die Erträge. Ein Ausfall bleibt dann bis zur Jahresrechnung unbemerkt.

## Rechtliches

Denkmalschutz und örtliche Bauvorschriften prüfen. Anlagen sind im Marktstammdatenregister fristgerecht anzumelden. Vergütung, Umsatzsteuer und die Regeln zur Weitergabe von Strom an Dritte ändern sich häufig (Stand prüfen, Kämmerei einbinden).

## Vorlagen

- Bewertungstabelle für Dächer
- Leistungsbeschreibung für ein Paket von fünf Anlagen
- Mustervertrag Dachpacht (vom Rechtsamt prüfen lassen)

## Kontakt

Xaver Bergmüller, Markt Garmisch-Partenkirchen`,
  },
  {
    key: 'energiemanagement-aufbauen',
    space: 'offen',
    author: 'bergmueller',
    coAuthors: ['adeyemi'],
    topics: ['energiemanagement', 'gebaeude'],
    title: 'Wie baut man ein Energiemanagement auf, das nach zwei Jahren noch lebt?',
    summary: 'Zehn Gebäude statt hundert, monatliche Zählerstände statt Software und ein fester Rundgang mit den Hausmeistern: klein anfangen, dann wachsen.',
    publishedDaysAgo: 240,
    body: `## Ausgangslage

Heizungen laufen in den Ferien, Lüftungen nachts, und die Rechnung kommt im März. In den meisten Kommunen lässt sich mit richtig eingestellten Anlagen ein zweistelliger Prozentsatz der Wärme sparen, bevor ein Euro in Technik fließt. Das ist jedenfalls unsere Erfahrung aus elf Jahren.

## Vorgehen

**Erstes Quartal: sehen.** Nehmen Sie die zehn Gebäude mit den höchsten Kosten. Lesen Sie jeden Monat am selben Tag Strom, Wärme und Wasser ab. Eine Tabelle genügt.

**Zweites Quartal: einstellen.** Gehen Sie mit Hausmeister und Heizungsfirma durch jedes Gebäude:

- [ ] Zeitprogramm: Wochenende, Ferien, Feiertage
- [ ] Heizkurve und Heizgrenze
- [ ] Raumtemperaturen nach Nutzung
- [ ] Laufzeiten von Pumpen und Lüftung
- [ ] Warmwasser: Wo wird es wirklich gebraucht?

**Drittes Quartal: regeln.** Eine Dienstanweisung Energie legt Temperaturen, Zuständigkeiten und Meldewege fest. Sie gilt auch für das Büro der Bürgermeisterin.

**Viertes Quartal: berichten.** Der erste Energiebericht hat vier Seiten: Verbrauch, Kosten, die drei besten Einsparungen, die drei größten Sorgen.

> [!TIP]
> Loben Sie die Hausmeister namentlich im Bericht. Die Einsparung ist ihre Arbeit.

### Ein Rundgang, wie er wirklich ablief

Grundschule, Februar, 6:40 Uhr. Die Heizung läuft seit 3 Uhr, weil „es sonst montags kalt ist“. Wir messen: Um 5 Uhr sind die Klassen schon bei 20 Grad. Im Keller steht der Mischer seit dem letzten Pumpentausch auf Hand. In der Aula lüftet die Anlage einen leeren Saal, das Zeitprogramm stammt von einer Theatergruppe, die sich vor vier Jahren aufgelöst hat. Drei Einstellungen, ein Telefonat mit der Firma, ein Zettel an der Tür. Im nächsten Winter brauchte die Schule ein Fünftel weniger Wärme.

Solche Geschichten gehören in den Bericht. Sie erklären besser als jede Kennzahl, warum sich jemand kümmern muss.

### Kennzahlen, die genügen

- Wärme je Quadratmeter und Jahr, witterungsbereinigt
- Strom je Quadratmeter und Jahr
- Wasser je Nutzer:in
- Kosten je Gebäude und Jahr

Vergleichen Sie jedes Gebäude zuerst mit sich selbst, dann mit ähnlichen. Was plötzlich abweicht, wird besucht.

## Aufwand

| Größe | Stellenanteil nach unserer Erfahrung |
| --- | --- |
| bis 20 Gebäude | ein bis zwei Tage in der Woche |
| bis 60 Gebäude | halbe Stelle |
| über 100 Gebäude | volle Stelle und feste Partner in der Gebäudewirtschaft |

## Stolpersteine

- **Software zuerst.** Ein teures Programm ohne Zählerstrukturplan wird zur teuren leeren Tabelle.
- **Funkzähler ohne Pflege.** Nach einem Jahr sendet ein Drittel nicht mehr, und keiner merkt es.
- **Beschwerden ohne Regel.** Wenn jedes „mir ist kalt“ die Heizkurve hebt, war alles umsonst. Erst messen, dann verstellen.

## Rechtliches

Trinkwasserhygiene geht vor: Temperaturen im Warmwassernetz nie ohne Fachleute senken. Anforderungen an Betrieb, Prüfung und Optimierung von Heizungsanlagen sowie Pflichten für öffentliche Stellen ergeben sich aus Bundes- und Landesrecht und ändern sich (Stand prüfen). Für Aufbau und Betrieb gibt es Fördermöglichkeiten, auch diese bitte aktuell prüfen.

## Vorlagen

- Ablesetabelle
- Rundgangsprotokoll
- Dienstanweisung Energie
- Gliederung des Energieberichts

## Kontakt

Xaver Bergmüller, Markt Garmisch-Partenkirchen`,
  },
  {
    key: 'hitzeaktionsplan-beginnen',
    space: 'offen',
    author: 'strauss',
    coAuthors: ['huber'],
    topics: ['hitze', 'klimaanpassung', 'netzwerke'],
    title: 'Wie beginnt man einen Hitzeaktionsplan ohne Gutachten?',
    summary: 'Vor dem nächsten Sommer zählen Telefonketten, kühle Orte und klare Zuständigkeiten. Das Konzept darf danach kommen.',
    publishedDaysAgo: 120,
    body: `## Ausgangslage

Hitze ist die tödlichste Folge des Klimawandels bei uns. Gefährdet sind alte und kranke Menschen, Säuglinge, Menschen ohne Wohnung und alle, die im Freien arbeiten. Viele Kommunen warten auf Förderung und Gutachten. Bis dahin vergehen zwei Sommer.

## Vorgehen

### Bis zum Frühjahr: Wer ruft wen an?

Laden Sie zu einer einzigen Runde von zwei Stunden ein: Gesundheitsamt, Sozialamt, Feuerwehr, Pflegedienste, Hausarztpraxis, Kita-Leitung, Seniorenbeirat. Ergebnis ist eine Seite:

| Warnstufe des Deutschen Wetterdienstes | Wer handelt? | Was geschieht? |
| --- | --- | --- |
| Stufe 1, starke Wärmebelastung | Verwaltung, Pflegedienste | Hinweise verschicken, Wasser bereitstellen, kühle Räume öffnen |
| Stufe 2, extreme Wärmebelastung | zusätzlich Sozialamt, Ehrenamt | Anrufe bei Alleinlebenden, Termine verlegen, Öffnungszeiten verlängern |

### Bis Juni: kühle Orte

Gehen Sie mit einem Thermometer durch den Ort. Kirche, Bücherei, Rathausfoyer, schattiger Spielplatz: Was ist öffentlich, erreichbar und hat eine Toilette? Daraus wird eine Karte, gedruckt in großer Schrift.

### Im Sommer: üben und aufschreiben

Nach jeder Warnung ein Anruf bei drei Beteiligten: Kam die Nachricht an? Was fehlte?

> [!WARNING]
> Telefonlisten mit gefährdeten Menschen enthalten Gesundheitsdaten. Nur mit Einwilligung führen, sparsam, mit klarer Löschfrist.

### Nach dem Sommer: aus der Seite wird ein Plan

Die Handlungsempfehlungen von Bund und Ländern beschreiben Bausteine eines vollständigen Plans. Mit den Erfahrungen eines Sommers lassen sie sich leichter füllen:

1. **Koordination:** Wer lädt ein, wer vertritt?
2. **Warnsystem:** Wer bekommt die Warnung auf welchem Weg, auch am Wochenende?
3. **Information:** Welche Hinweise haben die Menschen wirklich erreicht?
4. **Innenräume:** Wo fehlen Außenrollläden, Nachtlüftung, ein kühler Raum?
5. **Gefährdete Gruppen:** Wen haben wir nicht erreicht?
6. **Gesundheits- und Sozialwesen:** Was brauchen Pflegedienste und Praxen von uns?
7. **Stadtplanung und Bauen:** Wo entsteht Schatten, wo bleibt Kaltluft frei?
8. **Auswertung:** Was messen wir, und wer sieht es sich an?

### Ein Vorfall, der uns umdenken ließ

Im zweiten Sommer öffneten wir das klimatisierte Foyer des Rathauses. Es kam niemand. Eine Seniorin erklärte uns warum: „Was soll ich denn da, auf einem Stuhl zwischen Aktenschränken?“ Seitdem gibt es an heißen Tagen Kaffee, Zeitungen und den Skattisch. Die Kühle ist dieselbe, aber jetzt sitzen dort Menschen.

Für den Ort als Ganzes hilft auf Dauer nur Schatten, und der wächst langsam. Fangen Sie mit den Bäumen im selben Herbst an.

## Aufwand

Für den ersten Sommer genügten uns acht Arbeitstage, 600 Euro für Druck und zwei Trinkwasserspender aus dem Gesundheitsetat. Die Übertragung auf weitere Ortsgemeinden kostete je einen halben Tag.

## Stolpersteine

- Zuständig fühlt sich niemand: Gesundheit liegt beim Kreis, Räume bei der Gemeinde, Pflege bei freien Trägern. Deshalb die eine gemeinsame Seite.
- Ratschläge werden dort verteilt, wo die Gefährdeten nicht sind. Besser sind Apotheken, Essen auf Rädern und der Friseur.
- Die Maßnahmen enden am Freitagnachmittag. Hitze nicht.

## Rechtliches

Bund und Länder haben Handlungsempfehlungen für Hitzeaktionspläne herausgegeben, an deren Bausteinen man sich gut orientieren kann. Ob in Ihrem Land eine Pflicht besteht, bitte prüfen (Stand prüfen). Arbeitsschutz für die eigenen Beschäftigten gilt immer.

## Vorlagen

- Einladung und Ablauf der Zwei-Stunden-Runde
- Handlungsseite mit Warnstufen
- Karte „Kühle Orte“, bearbeitbar

## Kontakt

Henning Strauß, Verbandsgemeinde Bad Münster am Stein-Ebernburg, und Theresa Huber, Landkreis Berchtesgadener Land`,
  },
  {
    key: 'waermeplanung-in-kleinen-gemeinden',
    space: 'offen',
    author: 'yildiz',
    topics: ['waerme', 'netzwerke', 'beteiligung'],
    title: 'Kommunale Wärmeplanung: Was können kleine Gemeinden selbst?',
    summary: 'Daten sammeln, Erwartungen klären, im Konvoi planen: Wer das Ziel kennt, bekommt vom Dienstleister einen Plan und nicht nur Karten.',
    publishedDaysAgo: 75,
    body: `## Ausgangslage

Das Wärmeplanungsgesetz verpflichtet die Länder, dafür zu sorgen, dass Wärmepläne entstehen. Die Fristen sind nach Einwohnerzahl gestaffelt, für kleine Gemeinden können die Länder ein vereinfachtes Verfahren und gemeinsame Planung zulassen (Stand und Landesrecht prüfen). Die eigentliche Frage ist eine andere: Was soll nach dem Plan anders sein?

## Vorgehen

1. **Die drei Erwartungen klären.** Die Bürgerschaft will wissen: „Bekomme ich ein Netz?“ Der Rat will wissen: „Was kostet es uns?“ Die Stadtwerke wollen wissen: „Lohnt sich der Ausbau?“ Schreiben Sie auf, welche Frage der Plan beantworten wird und welche nicht.
2. **Konvoi bilden.** Drei bis sechs Nachbargemeinden schreiben gemeinsam aus. Das senkt Kosten und macht für gute Büros erst interessant, was einzeln zu klein wäre.
3. **Daten früh anfragen.** Netzbetreiber, Schornsteinfeger, große Betriebe. Die Anfragen laufen Monate.
4. **Großverbraucher und Abwärme besuchen.** Eine Stunde in der Molkerei verrät mehr als jede Kennzahl.
5. **Eignungsgebiete offen besprechen.** Auch das Ergebnis „kein Netz, sondern Wärmepumpe“ ist eine gute Nachricht, wenn sie früh kommt.
6. **Umsetzung verabreden.** Für jede der ersten fünf Maßnahmen ein Name, ein Monat, ein Betrag.

> [!NOTE]
> Ein Wärmeplan ist eine strategische Planung. Er verpflichtet einzelne Hauseigentümer für sich genommen nicht. Dieser Satz gehört auf jede Folie.

### Was Sie selbst tun können, bevor ein Büro kommt

Auch ohne Gutachten entsteht in wenigen Wochen ein brauchbares Bild:

- **Karte der eigenen Gebäude:** Baujahr, Heizung, Jahr des Einbaus, Verbrauch. Rot wird, was in den nächsten fünf Jahren fällig ist.
- **Straßen mit anstehenden Arbeiten:** Kanal, Wasser, Asphalt. Wo ohnehin geöffnet wird, ist ein Netz billiger.
- **Spaziergang durch die Siedlungen:** Baualter, Grundstücksgrößen, Platz für Außengeräte. Das Auge schätzt gut.
- **Liste der Menschen:** Heizungsbetriebe, Schornsteinfeger, Wohnungsgesellschaft, Landwirtinnen mit Biogas, die Leiterin der Molkerei.

### Drei Sätze, die in jeder Versammlung helfen

> „Wir planen für die nächsten zwanzig Jahre, nicht für den nächsten Winter.“

> „Wer heute eine kaputte Heizung hat, bekommt heute eine Beratung und muss nicht auf den Plan warten.“

> „Wo wir kein Netz empfehlen, sagen wir das früh, damit Sie sich darauf verlassen können.“

Wenn sich am Ende ein Netz abzeichnet, beginnt die nächste Aufgabe: Ankerkunden, Trägerschaft und ehrliche Preise.

## Aufwand

| Baustein | Gemeinde | Büro |
| --- | --- | --- |
| Erwartungen, Ausschreibung | 10 Tage | – |
| Daten beschaffen | 8 Tage | unterstützt |
| Bestands- und Potenzialanalyse | 3 Tage | Hauptteil |
| Beteiligung | 8 Tage | Moderation |
| Maßnahmen, Beschluss | 6 Tage | unterstützt |

## Stolpersteine

- Der Plan kommt als Anhang mit 180 Seiten in den Rat. Bestehen Sie auf einer Fassung mit zwölf Seiten.
- Gebäudescharfe Daten tauchen in öffentlichen Karten auf. Aggregation vorher festlegen.
- Die Handwerksbetriebe erfahren das Ergebnis aus der Zeitung. Laden Sie sie vorher ein.

## Rechtliches

Wärmeplanungsgesetz, Landesausführungsgesetz und Gebäudeenergiegesetz greifen ineinander; Fristen, Übergangsregeln und Ausgleich der Kosten unterscheiden sich nach Land (Stand prüfen). Datenschutzrechtliche Befugnisse zur Erhebung stehen im Fachrecht, nicht im guten Willen.

## Vorlagen

- Leistungsverzeichnis für einen Konvoi
- Anschreiben für die Datenabfrage
- Folien „Was ein Wärmeplan ist und was nicht“

## Kontakt

Dr. Elif Yıldız, Landkreis Ludwigsburg`,
  },
];
