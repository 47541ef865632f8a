import type { DemoTip } from '../demo.types.js';

export const MENTOR_TIPS: readonly DemoTip[] = [
  {
    key: 'das-erste-tandemgespraech',
    space: 'mentorenkreis',
    author: 'nowak',
    topics: ['mentoring', 'einstieg'],
    title: 'Wie führt man das erste Gespräch im Tandem?',
    summary: 'Erwartungen aussprechen, Grenzen vereinbaren, mit einer einzigen Frage enden. Ein Ablauf für neunzig Minuten.',
    publishedDaysAgo: 140,
    body: `## Ausgangslage

Zwei Menschen, die sich nicht kennen, sollen ein Jahr lang offen miteinander reden. Die eine hat Erfahrung und wenig Zeit, der andere viele Fragen und Sorge, dumm zu wirken. Das erste Gespräch stellt die Weichen.

## Vorgehen

| Minuten | Worum es geht | Frage |
| --- | --- | --- |
| 0 bis 15 | Ankommen | Wie bist du zu dieser Stelle gekommen? |
| 15 bis 40 | Lage | Was kostet dich gerade am meisten Kraft? |
| 40 bis 60 | Ziele | Woran würdest du in einem Jahr merken, dass es sich gelohnt hat? |
| 60 bis 75 | Vereinbarung | Wie oft, auf welchem Weg, was bleibt unter uns? |
| 75 bis 90 | Abschluss | Was nimmst du dir bis zum nächsten Mal vor? |

Fünf Punkte halten wir schriftlich fest, auf einer halben Seite:

1. zwei Ziele für das Jahr
2. Rhythmus: alle vier Wochen eine Stunde, dazwischen kurze Nachrichten
3. Vertraulichkeit, auch gegenüber der Programmleitung
4. was Mentoring nicht ist: Dienstaufsicht, Gutachten, kostenlose Planung
5. wie wir aufhören, wenn es nicht passt

> Ich habe gelernt, in der ersten Stunde nichts zu lösen. Es fällt mir bis heute schwer.

### Fragen, die weiterführen

- Wer hätte etwas davon, wenn alles so bleibt?
- Was hast du schon versucht, und was hat davon ein wenig geholfen?
- Wenn du nur eine Sache bis Weihnachten schaffst: welche?

## Aufwand

Zwei Stunden mit Vorbereitung. Die Notizen danach kosten zehn Minuten und sind beim dritten Treffen Gold wert.

## Stolpersteine

- **Erzählen statt fragen.** Faustregel: Wer begleitet, spricht höchstens ein Drittel der Zeit.
- **Zu schnell Kontakte öffnen.** Ein Anruf beim befreundeten Amtsleiter kann die Stellung der anderen schwächen.
- **Die eigene Kommune als Maß.** Was mit acht Stellen ging, geht mit einer halben anders.

## Rechtliches

Notizen über andere gehören nicht auf private Geräte ohne Schutz und werden nach Ende des Tandems gelöscht. Dienstgeheimnisse bleiben Dienstgeheimnisse, auch im Tandem.

## Vorlagen

- Ablauf mit Fragen
- Vereinbarung, eine halbe Seite

## Kontakt

Katarzyna Nowak`,
  },
  {
    key: 'wenn-das-tandem-feststeckt',
    space: 'mentorenkreis',
    author: 'ostermann',
    coAuthors: ['nowak'],
    topics: ['mentoring'],
    title: 'Was hilft, wenn ein Tandem feststeckt?',
    summary: 'Abgesagte Termine, kreisende Gespräche, zu viel Nähe: vier Muster, an denen man sie erkennt, und je ein Satz, der sie löst.',
    publishedDaysAgo: 26,
    body: `## Ausgangslage

Nach einem halben Jahr ist die Luft raus. Der dritte Termin wurde abgesagt, oder man redet jedes Mal über dieselbe Kollegin. Das ist normal. Etwa jedes vierte Tandem in unserem Kreis kennt so eine Zeit.

## Vorgehen

Erst das Muster erkennen, dann ansprechen.

### Muster 1: Funkstille

**Zeichen:** Absagen, kurze Antworten, „gerade viel los“.
**Ein Satz:** „Ich habe den Eindruck, unsere Treffen kommen gerade zu allem anderen dazu. Sollen wir für zwei Monate pausieren und dann ein Mal telefonieren?“

### Muster 2: Kreisverkehr

**Zeichen:** dasselbe Problem, dieselbe Empörung, keine Bewegung.
**Ein Satz:** „Wir haben jetzt dreimal darüber gesprochen. Was davon liegt in deiner Hand?“

### Muster 3: Auftragsarbeit

**Zeichen:** Entwürfe zum Korrigieren, Bitten um Tabellen, Fristen.
**Ein Satz:** „Ich lese gern die ersten zwei Seiten. Danach sag du mir, was du am Rest ändern würdest.“

### Muster 4: Zu groß für uns

**Zeichen:** Erschöpfung, Schlaflosigkeit, Angriffe im Amt oder in sozialen Netzwerken.
**Ein Satz:** „Das ist mehr, als wir zu zweit tragen sollten. Wen holen wir dazu?“

> [!IMPORTANT]
> Bei Anzeichen ernster Überlastung oder bei Bedrohung nicht abwarten. Betriebsärztlicher Dienst, Personalrat, Vertrauensperson oder Polizei sind zuständig, nicht das Mentoring. Die Koordination hilft beim Vermitteln, ohne dass Einzelheiten genannt werden müssen.

## Aufwand

Ein klärendes Gespräch dauert eine halbe Stunde. Es nicht zu führen, kostet das ganze Tandem.

## Stolpersteine

- Die Schuld bei sich suchen. Manchmal passt es einfach nicht.
- Über die andere Person reden statt mit ihr. In diesem Raum bitte ohne Namen und ohne Kommune.
- Ein Ende ohne Abschied. Auch ein kurzes Tandem verdient einen Dank und drei Sätze, was es gebracht hat.

## Rechtliches

Vertraulichkeit endet, wo Leib und Leben in Gefahr sind. Wer unsicher ist, fragt anonym bei der Koordination nach.

## Vorlagen

- Vier Muster auf einer Karte
- Ablauf für ein Abschlussgespräch

## Kontakt

Ruth Ostermann und Katarzyna Nowak`,
  },
];
