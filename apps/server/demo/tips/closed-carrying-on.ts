import type { DemoTip } from '../demo.types.js';

export const CLOSED_CARRYING_ON_TIPS: readonly DemoTip[] = [
  {
    key: 'zwischenbericht-ohne-nachtschicht',
    space: 'erstvorhaben',
    author: 'grossmann',
    topics: ['foerderung', 'verwaltung'],
    title: 'Wie werden Zwischenbericht und Verwendungsnachweis ohne Nachtschicht fertig?',
    summary: 'Vom ersten Tag an in der Gliederung des Nachweises ablegen: Wer Belege dort hinlegt, wo sie gesucht werden, schreibt in zwei Tagen.',
    publishedDaysAgo: 64,
    body: `## Ausgangslage

Der Nachweis ist fällig, und niemand weiß, warum die Dienstreise nach Kassel 84,50 Euro gekostet hat. Die Kollegin, die die Rechnung bezahlt hat, ist in Elternzeit. Ich habe das einmal erlebt und danach meine Ablage umgebaut.

## Vorgehen

**Eine Ablage, die dem Formular folgt.** Die Ordner heißen wie die Positionen im Finanzierungsplan:

1. Personal: Vertrag, Eingruppierung, Jahreslohnkonten
2. Aufträge an Dritte: Vergabevermerk, Angebote, Vertrag, Rechnung, Zahlungsbeleg
3. Sachausgaben und Öffentlichkeitsarbeit: dazu immer ein Belegexemplar oder Foto
4. Reisen: Anlass, Abrechnung, Teilnahmebestätigung
5. Schriftverkehr mit dem Projektträger, auch Telefonnotizen

**Ein Blatt je Arbeitspaket.** Was war geplant, was ist geschehen, warum weicht es ab? Zwei Sätze am Ende jedes Monats. Ein Dutzend solcher Blätter ist der Sachbericht.

**Ein Termin im Quartal mit der Kasse.** Wir gleichen Buchungen und Plan ab. Dauer: eine halbe Stunde.

> [!TIP]
> Schreiben Sie auf jeden Beleg sofort das Arbeitspaket. Mit Bleistift genügt.

### Wenn sich etwas ändert

Personalwechsel, Verschiebung von Mitteln, längere Laufzeit: erst fragen, dann ändern. Der Projektträger ist nach meiner Erfahrung hilfsbereit, wenn er es *vorher* erfährt.

## Aufwand

| Tätigkeit | früher | heute |
| --- | --- | --- |
| laufende Ablage | 0 Stunden | 1 Stunde im Monat |
| Zwischenbericht | 6 Tage | 2 Tage |
| Verwendungsnachweis | 9 Tage | 3 Tage |

## Stolpersteine

- Rechnungen außerhalb des Bewilligungszeitraums. Entscheidend ist, was der Bescheid dazu sagt.
- Fehlende Hinweise auf die Förderung in Druckwerken. Vorgaben zum Logo vor dem Druck lesen.
- Ein halber Tag für ein fremdes Projekt, ohne Aufzeichnung.

## Rechtliches

Es gelten der Bescheid und die darin genannten Nebenbestimmungen, einschließlich Fristen, Aufbewahrung und Vergaberegeln. Fassungen unterscheiden sich (Stand prüfen). Die Rechnungsprüfung des eigenen Hauses früh einbeziehen; manche Länder verlangen ihr Testat.

## Vorlagen

- Ordnerstruktur als leerer Baum
- Monatsblatt Arbeitspaket
- Fragenliste für den Quartalstermin

## Kontakt

Ingrid Großmann-Lütke, Gemeinde Nottuln`,
  },
  {
    key: 'stelle-verstetigen',
    space: 'erstvorhaben',
    author: 'ostermann',
    coAuthors: ['grossmann'],
    topics: ['haushalt', 'verwaltung', 'foerderung'],
    title: 'Wie wird aus dem Projekt eine dauerhafte Stelle?',
    summary: 'Die Entscheidung fällt nicht im letzten Halbjahr, sondern in den zwei Jahren davor: mit Aufgaben, die das Haus nicht mehr missen möchte.',
    publishedDaysAgo: 40,
    body: `## Ausgangslage

Die Förderung läuft in acht Monaten aus. Alle finden Ihre Arbeit wichtig. Im Stellenplan steht sie nicht. Wer jetzt zu argumentieren beginnt, ist spät dran, aber nicht zu spät.

## Vorgehen

### Zwei Jahre vorher: unentbehrlich werden, nicht unersetzlich

Suchen Sie zwei Aufgaben, die ohnehin erledigt werden müssen und die bei Ihnen gut aufgehoben sind, zum Beispiel Energiebericht oder Fördermittelübersicht. Dokumentieren Sie so, dass jemand anderes übernehmen könnte. Das wirkt widersprüchlich, schafft aber Vertrauen.

### Achtzehn Monate vorher: rechnen

| Posten | je Jahr |
| --- | ---: |
| Personalkosten mit Nebenkosten | eigene Werte |
| eingeworbene Förderung, auch für andere Ämter | eigene Werte |
| gesparte Energie, belegt aus dem Energiebericht | eigene Werte |
| vermiedene Beratung von außen | eigene Werte |

Nur zählen, was sich belegen lässt. Eine ehrliche Rechnung mit einem Rest ist stärker als ein Wunder.

### Zwölf Monate vorher: sprechen

1. Verwaltungsspitze: Will sie? Wenn nein, was müsste anders sein?
2. Personal- und Hauptamt: Welche Stellenbewertung, welche Eingliederung?
3. Fraktionen: einzeln, ohne Unterlagen, mit einer Frage: „Was würde Ihnen fehlen?“

### Sechs Monate vorher: beschließen

Stellenplan, Haushalt, Vorlage. Möglichst vor der Sommerpause.

> [!WARNING]
> Verhandeln Sie Ihre eigene Stelle nicht allein. Lassen Sie eine Amtsleitung oder den Beirat sprechen. Mentor:innen helfen beim Vorbereiten.

## Aufwand

Etwa fünfzehn Tage über zwei Jahre. Der größte Teil ist Zuhören.

## Stolpersteine

- Der Plan B wird zu früh bekannt: „Sie hat ja schon etwas Neues.“
- Ein Anschlussvorhaben ersetzt die Entscheidung nur auf Zeit. Nutzen Sie es, aber setzen Sie ein Datum.
- Die Aufgabe wird auf drei Ämter verteilt und verschwindet.

## Rechtliches

Befristung und Verlängerung richten sich nach Arbeits- und Tarifrecht; Fristen für Anschlussförderung liegen oft deutlich vor dem Ende der Laufzeit (Stand prüfen).

## Vorlagen

- Rechenblatt „Was die Stelle bringt“
- Gesprächsleitfaden Fraktionen
- Beschlussvorlage Stellenplan

## Kontakt

Ruth Ostermann, Kreis Steinfurt`,
  },
  {
    key: 'netzwerk-mit-nachbargemeinden',
    space: 'erstvorhaben',
    author: 'strauss',
    coAuthors: ['huber', 'yildiz'],
    topics: ['netzwerke', 'klimaanpassung'],
    title: 'Wie gründet man mit Nachbargemeinden ein Netzwerk, das arbeitet?',
    summary: 'Höchstens zehn Kommunen, ein gemeinsames Vorhaben im ersten halben Jahr und eine Stelle, die einlädt. Der Vertrag kommt zum Schluss.',
    publishedDaysAgo: 22,
    body: `## Ausgangslage

Jede Gemeinde schreibt ihre eigene Ausschreibung für dieselbe Leistung. Zwei Stellen sind unbesetzt, eine wird von jemandem mitgemacht, der eigentlich Friedhöfe verwaltet. Zusammenarbeit liegt nahe, aber „Vernetzung“ allein füllt nur Kalender.

## Vorgehen

1. **Mit drei beginnen.** Drei Menschen, die sich mögen, sind ein Netzwerk. Die anderen kommen, wenn es etwas zu holen gibt.
2. **Ein Vorhaben wählen**, das alle ohnehin vorhaben und das in einem halben Jahr fertig ist: Sammelbestellung von Zählern, gemeinsame Schulung der Hausmeister, eine Starkregenkarte im Paket.
3. **Rhythmus festlegen.** Alle sechs Wochen, neunzig Minuten, reihum im Rathaus, immer mit einem Rundgang.
4. **Rollen verteilen.** Eine lädt ein, einer schreibt, eine sammelt Vorlagen.
5. **Die Chefs einmal im Jahr dazuholen.** Mit einer Seite Ergebnis und einem Wunsch.
6. **Erst dann über Verträge reden**: Verwaltungsvereinbarung, gemeinsame Stelle, Zweckvereinbarung.

> [!TIP]
> Führen Sie eine offene Liste „Suche, biete“. Bei uns standen darauf in der ersten Woche: ein Verkehrszählgerät, ein Moderationskoffer und jemand, der Förderanträge gegenliest.

### Wenn eine gemeinsame Stelle entsteht

| Frage | Unsere Antwort |
| --- | --- |
| Wo ist sie angestellt? | bei der größten Kommune |
| Wie teilt man die Kosten? | Sockel plus Einwohner |
| Wer setzt Prioritäten? | Lenkungsrunde, zweimal im Jahr |
| Wo arbeitet sie? | fester Tag je Gemeinde |

## Aufwand

Für die einladende Kommune etwa acht Tage im Jahr, für die anderen vier. Die gemeinsame Ausschreibung der Karten hat das im ersten Jahr eingespielt.

## Stolpersteine

- Die große Stadt dominiert. Geben Sie ihr eine Aufgabe, nicht den Vorsitz.
- Protokolle, die niemand liest. Drei Zeilen genügen: verabredet, wer, bis wann.
- Wechsel im Amt. Ein Netzwerk aus Stellen hält nicht, eines aus Menschen auch nicht; es braucht Stellvertretungen.

## Rechtliches

Interkommunale Zusammenarbeit regeln Landesgesetze. Achten Sie auf Vergaberecht, Umsatzsteuer bei Leistungen zwischen Kommunen und auf Personalrecht bei Abordnung (Stand prüfen). Energieeffizienz- und Klimaschutznetzwerke waren förderfähig (Stand prüfen).

## Vorlagen

- Einladung zum ersten Treffen
- Liste „Suche, biete“
- Eckpunkte einer Verwaltungsvereinbarung

## Kontakt

Henning Strauß und Theresa Huber`,
  },
];
