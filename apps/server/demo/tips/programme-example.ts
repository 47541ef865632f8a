import type { DemoTip } from '../demo.types.js';

export const PROGRAMME_EXAMPLE_TIPS: readonly DemoTip[] = [
  {
    key: 'dienstreisen-neu-regeln',
    space: 'klimalotsen',
    author: 'oezkan',
    topics: ['mobilitaet', 'verwaltung', 'elektromobilitaet'],
    title: 'Wie regelt man Dienstreisen klimafreundlich, ohne alle zu verärgern?',
    summary: 'Erst das Rad und der Poolwagen vor die Tür, dann die Dienstanweisung. Die Reihenfolge entscheidet über den Erfolg.',
    publishedDaysAgo: 88,
    body: `## Ausgangslage

Zweihundert Beschäftigte, vierzig Dienstwagen, von denen die Hälfte vormittags steht. Dazu private Autos, die für Termine drei Straßen weiter bewegt werden, weil der Antrag für das Dienstrad zwei Unterschriften braucht.

## Vorgehen

1. **Vier Wochen Fahrtenbuch auswerten.** Wie viele Fahrten sind kürzer als fünf Kilometer? Bei uns waren es 58 Prozent.
2. **Pool statt Zuteilung.** Fahrzeuge wandern aus den Ämtern in einen gemeinsamen Pool mit einfacher Buchung. Vorher alle Sonderausbauten erfassen.
3. **Räder, die man gern nimmt.** Sechs gute Pedelecs, ein Lastenrad, trockene Stellplätze, Helme in drei Größen, eine Regenjacke. Wartung als Vertrag, nicht als Gefallen des Bauhofs.
4. **Bahn leicht machen.** Zentrale Buchung, Firmenkundenkonto, Arbeitszeit im Zug anerkennen.
5. **Dann die Anweisung.** Rangfolge: vermeiden (Video), zu Fuß und Rad, Bus und Bahn, Poolwagen, privates Auto. Flüge nur mit Begründung an die Verwaltungsspitze.

> [!TIP]
> Legen Sie die Schlüssel der Räder vorn in die Schublade und die der Autos nach hinten. Kein Scherz: Das hat in der ersten Woche am meisten verändert.

## Aufwand

| Posten | Größenordnung |
| --- | --- |
| Auswertung | 4 Arbeitstage |
| Sechs Pedelecs mit Zubehör | wie ein gebrauchter Kleinwagen |
| Buchungssystem | einfache Kalenderlösung genügt zu Beginn |
| Abstimmung mit Personalrat | drei Monate einplanen |

## Stolpersteine

- Außendienst mit Werkzeug, Pflegekinderdienst, Bereitschaft: Ausnahmen offen benennen, sonst werden sie heimlich gemacht.
- Wer jahrelang einen „eigenen“ Wagen hatte, verliert etwas. Ein Gespräch vorher hilft mehr als eine Mail danach.
- Reisekosten erstatten das private Auto bequemer als das Rad.

## Rechtliches

Maßgeblich sind Reisekostenrecht des Landes, Dienstwagenrichtlinie, Mitbestimmung des Personalrats, Unfallversicherung und Arbeitsschutz (Unterweisung, Prüfung der Räder). Für das Leasing von Fahrrädern durch Tarifbeschäftigte gibt es im kommunalen öffentlichen Dienst einen eigenen Tarifvertrag; für Beamt:innen gilt Landesrecht (Stand prüfen).

## Vorlagen

- Auswertungstabelle Fahrtenbuch
- Dienstanweisung Mobilität, vier Seiten
- Aushang „Womit heute?“

## Kontakt

Kerem Özkan-Falk, Stadt Offenbach am Main`,
  },
  {
    key: 'klimafreundlich-beschaffen',
    space: 'klimalotsen',
    author: 'kraemer',
    topics: ['beschaffung', 'verwaltung', 'haushalt'],
    title: 'Wie wird der Einkauf klimafreundlich, wenn zwanzig Stellen bestellen?',
    summary: 'Fünf Warengruppen, fertige Textbausteine und die Rechnung über die ganze Lebensdauer: Damit ändert sich die Beschaffung ohne Grundsatzdebatte.',
    publishedDaysAgo: 402,
    body: `## Ausgangslage

Papier kommt aus dem Sekretariat, Reinigungsmittel vom Hausmeister, Rechner vom Zweckverband. Eine Richtlinie „nachhaltige Beschaffung“ gibt es seit Jahren. Sie liegt im Intranet und ist 34 Seiten lang.

## Vorgehen

**Fünf Warengruppen auswählen.** Nicht die größten, sondern die, bei denen ein neuer Auftrag ansteht. Bei uns: Papier, Reinigung, Notebooks, Verpflegung bei Sitzungen, Leuchtmittel.

**Für jede Gruppe ein Blatt schreiben.** Es enthält genau drei Dinge:

- den Textbaustein für die Leistungsbeschreibung
- das passende Gütezeichen mit dem Zusatz „oder gleichwertig“
- die Ansprechperson

**Über die Lebensdauer rechnen.** Ein Beispiel aus unserer Turnhalle:

| | Leuchte A | Leuchte B |
| --- | ---: | ---: |
| Anschaffung | 9.000 € | 13.500 € |
| Strom in 12 Jahren | 21.600 € | 10.800 € |
| Wartung in 12 Jahren | 4.200 € | 1.800 € |
| **Summe** | **34.800 €** | **26.100 €** |

Mit solchen Tabellen gewinnt man die Kämmerei. Preise und Laufzeiten bitte immer mit eigenen Werten füllen.

**Bestellwege verkürzen.** Ein Rahmenvertrag, in dem nur gute Produkte stehen, erspart jede Ermahnung.

> [!NOTE]
> Die klimafreundlichste Beschaffung ist die, die unterbleibt. Ein Tauschregal im Keller brachte uns im ersten Jahr elf Bürostühle und zwei Aktenschränke.

## Aufwand

Je Warengruppe drei bis fünf Tage, das meiste davon Gespräche. Danach etwa ein Tag im Jahr zur Pflege.

## Stolpersteine

- Gütezeichen werden verlangt, aber beim Angebot nicht geprüft.
- Eine zu enge Beschreibung lässt nur einen Bieter übrig.
- Der Beschluss verlangt „regional“. Das ist im Vergaberecht so nicht möglich; Frische, Lieferwege und Reaktionszeiten lassen sich aber sachlich beschreiben.

## Rechtliches

Umweltaspekte dürfen auf allen Stufen berücksichtigt werden, wenn sie mit dem Auftrag zusammenhängen und verhältnismäßig sind. Unterhalb der EU-Schwellenwerte gelten Landesregeln und Wertgrenzen, die sich gerade vielerorts ändern (Stand prüfen).

## Vorlagen

- Warengruppenblätter Papier, Reinigung, Notebooks
- Rechenblatt Lebenszykluskosten
- Beschluss „Leitlinien Beschaffung“, eine Seite

## Kontakt

Annegret Krämer, Samtgemeinde Elbtalaue`,
  },
  {
    key: 'klimaschutz-in-der-kita',
    space: 'klimalotsen',
    author: 'kraemer',
    topics: ['bildung', 'energiemanagement'],
    title: 'Was bringt ein Klimaprojekt in der Kita wirklich?',
    summary: 'Kinder sind keine Energiedetektive im Auftrag der Verwaltung. Gute Projekte geben ihnen etwas zu entdecken und dem Haus die Hälfte der Ersparnis.',
    publishedDaysAgo: 44,
    body: `## Ausgangslage

Die Kita-Leitung hat zu wenig Personal, der Träger spart, und nun kommt das Klimaschutzmanagement mit einem Projekt. Es gelingt nur, wenn es Arbeit abnimmt, zum Alltag passt und nach den Ferien weiterläuft.

## Vorgehen

### Mit dem Team beginnen

Ein Nachmittag mit allen Erzieher:innen, der Küche und der Hausmeisterin. Frage: *Was ärgert euch an diesem Haus?* Zugluft, Lärm der Lüftung, überhitzter Schlafraum. Was davon geht, wird zuerst behoben.

### Drei Bausteine für die Kinder

| Baustein | Dauer | Was geschieht |
| --- | --- | --- |
| Wärmespuren | 1 Vormittag | mit Thermometern warme und kalte Orte suchen und malen |
| Reste-Woche | 5 Tage | Essensreste wiegen, Kinder bestimmen Portionen |
| Sonne und Schatten | Frühjahr | Schatten mit Kreide nachzeichnen, einen Baum pflanzen |

### Fünfzig zu fünfzig

Die Hälfte der nachgewiesenen Einsparung bekommt die Einrichtung zur freien Verfügung. Das Geld gab bei uns weniger den Ausschlag als der Zettel am Eingang: „Unser Haus hat so viel gespart, wie das neue Klettergerüst kostet.“

> [!TIP]
> Rechnen Sie die Ersparnis einfach und nachvollziehbar. Eine Formel, die niemand versteht, zerstört Vertrauen, auch wenn sie richtig ist.

## Aufwand

Für fünf Kitas etwa fünfundzwanzig Arbeitstage im ersten Jahr, danach zehn. Material je Haus rund 300 Euro. Externe Umweltpädagogik lohnt sich für die Bausteine mit Kindern, nicht für das Gespräch mit dem Team.

## Stolpersteine

- Angst als Motor. Kinder sollen nicht die Welt retten müssen.
- Ein Pokal für die sparsamste Kita: Der Neubau gewinnt immer.
- Freie Träger werden vergessen. Sie betreiben oft die Hälfte der Einrichtungen.

## Rechtliches

Anforderungen an Raumtemperatur, Lüftung, Trinkwasser und Aufsicht gehen vor. Fotos von Kindern nur mit Einwilligung der Sorgeberechtigten. Energiesparmodelle in Kitas und Schulen waren wiederholt Gegenstand von Bundesförderung (Stand prüfen).

## Vorlagen

- Ablauf des Teamnachmittags
- Drei Bausteine mit Materialliste
- Vereinbarung „fünfzig zu fünfzig“

## Kontakt

Annegret Krämer, Samtgemeinde Elbtalaue`,
  },
];
