import type { DemoTip } from '../demo.types.js';

export const REGIONAL_TIPS: readonly DemoTip[] = [
  {
    key: 'windpark-mit-rueckhalt',
    space: 'nord',
    author: 'petersen',
    topics: ['wind', 'beteiligung', 'oeffentlichkeit'],
    title: 'Wie spricht man über Windräder, bevor der Streit beginnt?',
    summary: 'Früh, vor Ort und mit offenen Zahlen: Was Gemeinden vor dem ersten Bauantrag klären, entscheidet über Rückhalt oder Bürgerinitiative.',
    publishedDaysAgo: 57,
    body: `## Ausgangslage

Ein Planungsbüro hat mit vier Landwirten Pachtverträge geschlossen. Der Ort erfährt davon am Stammtisch. Von da an geht es nicht mehr um Energie, sondern um Gerechtigkeit: Wer verdient, wer schaut darauf, wer wurde gefragt?

## Vorgehen

**Phase 1: bevor etwas feststeht.** Die Gemeinde lädt ein, nicht der Projektierer. Drei Aussagen genügen: Was sieht die Regionalplanung vor? Was kann die Gemeinde entscheiden und was nicht? Was wollen wir im Ort erreichen?

**Phase 2: Bedingungen formulieren.** Der Rat beschließt Leitlinien, solange noch kein Gesicht dazugehört:

- [ ] Beteiligung für Einwohner:innen mit kleinen Beträgen
- [ ] Zahlungen an die Gemeinde nach den Möglichkeiten des Erneuerbare-Energien-Gesetzes
- [ ] Pachtmodell, das auch Flächen ohne Mast berücksichtigt
- [ ] feste Ansprechperson während des Baus
- [ ] bedarfsgesteuerte Nachtkennzeichnung

**Phase 3: zeigen statt behaupten.** Busfahrt zu einem Park ähnlicher Höhe, bei Wind. Sichtbilder von Punkten, die der Ort selbst auswählt.

**Phase 4: Wort halten.** Einmal im Jahr ein Abend am Fuß der Anlage mit Ertrag, Zahlungen, Störungen.

> [!NOTE]
> Gegner sind keine Zielgruppe. Viele haben gute Fragen. Wir haben ihre Liste ausgedruckt und Punkt für Punkt beantwortet, auch mit „Das wissen wir nicht“.

## Aufwand

Bis zum Beschluss der Leitlinien etwa zwölf Arbeitstage. Die Busfahrt kostete 900 Euro und war jeden Cent wert.

## Stolpersteine

- Die Fachleute des Projektierers beantworten Fragen, die an die Gemeinde gerichtet sind.
- Gemeinderäte mit Pachtvertrag stimmen mit. Befangenheit früh prüfen.
- Geld wird vor dem Gespräch angeboten. Das wirkt wie ein Kauf.

## Rechtliches

Flächenziele, Regionalplanung, Genehmigung nach Immissionsschutzrecht und Landesgesetze zur Beteiligung ändern sich derzeit schnell und unterscheiden sich je Land (Stand prüfen). Vereinbarungen mit Projektierern immer juristisch begleiten lassen.

## Vorlagen

- Muster für Leitlinien
- Fragenliste mit Antworten
- Ablaufplan Busfahrt

## Kontakt

Lasse Petersen, Amt Mitteldithmarschen`,
  },
  {
    key: 'starkregen-vorsorge-im-flachland',
    space: 'nord',
    author: 'schuette',
    coAuthors: ['petersen'],
    topics: ['starkregen', 'klimaanpassung'],
    title: 'Starkregen im flachen Land: Wo läuft das Wasser hin?',
    summary: 'Gummistiefel vor Gutachten: mit Feuerwehreinsätzen, Wasserpass und einer Begehung entsteht in drei Monaten eine brauchbare Gefahrenübersicht.',
    publishedDaysAgo: 19,
    body: `## Ausgangslage

„Bei uns ist es doch flach.“ Gerade deshalb bleibt das Wasser stehen: in der Unterführung, im Keller der Kita, auf der Zufahrt des Pflegeheims. Gefahrenkarten sind hilfreich, aber bis sie vorliegen, muss niemand warten.

## Vorgehen

1. **Einsätze auswerten.** Die Feuerwehr nennt alle Pumpeinsätze der letzten zehn Jahre. Punkte auf eine Karte, fertig ist die erste Gefahrenübersicht.
2. **Vorhandene Karten holen.** Viele Länder veröffentlichen Hinweiskarten für Starkregen. Sie ersetzen keine Modellierung, zeigen aber Senken und Fließwege.
3. **Bei Regen hingehen.** Wirklich. Zwei Stunden mit Bauhof und Kanalbetrieb, Fotos mit Uhrzeit.
4. **Kritische Orte bestimmen.** Kita, Pflegeheim, Umspannwerk, Feuerwehrhaus, Unterführung. Je Ort eine Zeile: Was passiert bei 30, 60, 90 Millimetern in einer Stunde?
5. **Drei Maßnahmen sofort.** Gitter reinigen, Bordstein als Schwelle, Mulde vor der Schule.
6. **Menschen beraten.** Der Wasserpass für das eigene Haus: Rückstauklappe, Lichtschacht, Heizöltank, Abstellraum.

> [!TIP]
> Nehmen Sie die Gitterroste der zehn schlimmsten Stellen in den Kontrollplan des Bauhofs auf, mit Termin vor jeder Unwetterwarnung.

## Aufwand

| Baustein | Tage |
| --- | ---: |
| Einsätze und Karten | 4 |
| Begehungen | 3 |
| Liste kritischer Orte | 3 |
| Beratungsabend | 2 |

## Stolpersteine

- Einzelne Häuser werden in öffentlichen Karten als gefährdet erkennbar. Darstellung vorher abstimmen, Eigentümer zuerst informieren.
- Entwässerungsverbände werden nicht gefragt. Sie wissen am meisten.
- Nach dem ersten trockenen Sommer ist das Thema weg. Einen festen Termin im Jahr vereinbaren.

## Rechtliches

Private müssen sich im Rahmen des Zumutbaren selbst schützen; die Gemeinde bleibt für Gefahrenabwehr, Entwässerung und Planung verantwortlich. Hinweise zur Veröffentlichung von Gefahrenkarten gibt das Land (Stand prüfen).

## Vorlagen

- Anfrage an die Feuerwehr
- Begehungsbogen
- Wasserpass, zwei Seiten

## Kontakt

Malte Schütte, Stadt Osterholz-Scharmbeck`,
  },
  {
    key: 'energiegenossenschaft-begleiten',
    space: 'sued',
    author: 'bergmueller',
    coAuthors: ['maierhofer'],
    topics: ['ehrenamt', 'photovoltaik', 'beteiligung'],
    title: 'Wie begleitet die Gemeinde die Gründung einer Energiegenossenschaft?',
    summary: 'Räume, Dächer und ein erstes Vorhaben geben, die Verantwortung aber bei den Gründenden lassen: die Rolle der Kommune in zwölf Monaten.',
    publishedDaysAgo: 35,
    body: `## Ausgangslage

Sieben Menschen wollen etwas tun, eine davon ist Steuerberaterin. Die Gemeinde hat Dächer, aber kein Geld. Eine Genossenschaft passt gut dazu, ist aber ein Unternehmen mit Pflichten. Die Verwaltung kann viel erleichtern und einiges verderben.

## Vorgehen

| Monat | Gründungsgruppe | Gemeinde |
| --- | --- | --- |
| 1 bis 3 | Ziele, erstes Vorhaben, Verband ansprechen | Raum, Einladung im Mitteilungsblatt |
| 4 bis 6 | Satzung, Wirtschaftsplan | drei geeignete Dächer benennen |
| 7 bis 9 | Gründungsprüfung, Eintragung | Beschluss über Dachpacht |
| 10 bis 12 | erste Anlage, Mitglieder werben | gemeinsamer Pressetermin |

**Was die Gemeinde gut kann**

- ein erstes Vorhaben sichern, das sich rechnet
- Statik und Netzanschluss für die eigenen Dächer klären
- selbst Mitglied werden, mit einem kleinen Anteil
- eine Ansprechperson nennen, die durch die Verwaltung führt

**Was sie lassen sollte**

- den Vorstand stellen
- Rendite versprechen
- jede Sitzung besuchen

> [!TIP]
> Bitten Sie eine bestehende Genossenschaft aus der Region um einen Abend. Ihre Fehler ersparen ein halbes Jahr. Manchmal ist das Ergebnis: Wir treten dort bei, statt neu zu gründen.

## Aufwand

Für uns etwa zehn Arbeitstage im ersten Jahr. Für die Gründungsgruppe ein Vielfaches. Sagen Sie das den Menschen, bevor sie unterschreiben.

## Stolpersteine

- Nur Männer über sechzig. Fragen Sie gezielt andere, bevor die Ämter verteilt sind.
- Ein erstes Vorhaben, das zu groß ist
- Buchhaltung als Nebenamt einer einzigen Person

## Rechtliches

Genossenschaften gehören einem Prüfungsverband an. Für Beteiligungsangebote gelten Regeln des Anlegerschutzes, für die Beteiligung der Gemeinde das Kommunalwirtschaftsrecht des Landes. Dachpacht und Stromlieferung berühren Steuer-, Energie- und Vergaberecht (Stand prüfen, beraten lassen).

## Vorlagen

- Fahrplan über zwölf Monate
- Eckpunkte Dachpacht
- Einladung Gründungsabend

## Kontakt

Xaver Bergmüller, Markt Garmisch-Partenkirchen, und Korbinian Maierhofer, Verwaltungsgemeinschaft Neumarkt-Sankt Veit`,
  },
  {
    key: 'strassenbeleuchtung-umstellen',
    space: 'sued',
    author: 'maierhofer',
    coAuthors: ['bergmueller'],
    topics: ['beleuchtung', 'foerderung', 'haushalt'],
    title: 'Straßenbeleuchtung auf LED: Was gehört in die Ausschreibung?',
    summary: 'Weniger Licht, warmes Licht, Licht nur, wo es gebraucht wird. Wer Lichtpunkte zählt, bevor er Leuchten bestellt, spart doppelt.',
    publishedDaysAgo: 12,
    body: `## Ausgangslage

Die alten Leuchten verbrauchen viel, die Ersatzteile gehen aus, und die Bürgerschaft beschwert sich gleichzeitig über zu helle und zu dunkle Ecken. LED spart auch dann, wenn man einfach tauscht. Richtig gut wird es, wenn man vorher fragt, wo überhaupt Licht stehen soll.

## Vorgehen

1. **Bestand erfassen.** Lichtpunkt, Mast, Höhe, Leuchte, Schaltstelle, Zähler. Ohne Kataster keine Ausschreibung.
2. **Straßen einteilen.** Hauptstraße, Wohnstraße, Weg, Platz, außerorts. Je Klasse ein Ziel für Helligkeit und Uhrzeit.
3. **Musterstrecke bauen.** Drei Leuchten, zwei Lichtfarben, vier Wochen. Abstimmen lassen, auch nachts.
4. **Ausschreiben mit Gesamtkosten.** Anschaffung, Strom, Wartung, Garantie über fünfzehn Jahre.

Diese Punkte standen in unserer Leistungsbeschreibung:

- [x] Farbtemperatur warmweiß, höchstens 3.000 Kelvin, in Naturnähe niedriger
- [x] kein Licht nach oben
- [x] Absenkung in der Nacht, einstellbar ohne Hubsteiger
- [x] Treiber und Leuchtmittel einzeln tauschbar
- [x] Ersatzteile für fünfzehn Jahre zugesichert
- [x] Prüfung der Maststandsicherheit

> [!NOTE]
> Für Insekten zählt dreierlei: wenig, warm, abgeschirmt. Der vierte Punkt ist der beste: aus, wo niemand geht.

## Aufwand

| Schritt | Zeit bei 900 Lichtpunkten |
| --- | --- |
| Kataster | 4 Wochen, Werkstudentin |
| Einteilung und Muster | 3 Monate |
| Vergabe | 4 Monate |
| Umbau | 5 Monate |

Der Stromverbrauch sank bei uns um knapp zwei Drittel. Ihr Wert hängt vom Alter des Bestandes ab.

## Stolpersteine

- Der Betriebsvertrag gehört dem Netzbetreiber. Laufzeit und Eigentum der Masten zuerst klären.
- Dunkelstellen nach dem Tausch, weil alte Mastabstände nicht passen.
- Abschalten ohne Ankündigung. Der erste Zeitungsbericht entscheidet.

## Rechtliches

Eine allgemeine bundesweite Pflicht zur Beleuchtung gibt es nicht, wohl aber Verkehrssicherung an Gefahrenstellen und Landesstraßenrecht (Stand prüfen). Normen für Straßenbeleuchtung geben Gütemerkmale vor. Vorgaben des Artenschutzes und Förderbedingungen, etwa zur Regelung, vor der Ausschreibung lesen.

## Vorlagen

- Tabelle Lichtpunktkataster
- Leistungsbeschreibung
- Ankündigung für das Mitteilungsblatt

## Kontakt

Korbinian Maierhofer, Verwaltungsgemeinschaft Neumarkt-Sankt Veit`,
  },
];
