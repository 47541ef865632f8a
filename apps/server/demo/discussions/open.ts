import type { DemoDiscussion } from '../demo.types.js';

/** What everybody may read, also without an account. */
export const OPEN_DISCUSSIONS: readonly DemoDiscussion[] = [
  {
    key: 'mitmachen-ohne-stelle',
    space: 'offen',
    kind: 'question',
    topics: ['einstieg', 'netzwerke'],
    title: 'Kann eine Gemeinde mitmachen, die noch keine Stelle für Klimaschutz hat?',
    posts: [
      {
        author: 'grossmann', daysAgo: 40.2,
        body: `Diese Frage bekomme ich von Nachbargemeinden immer wieder, deshalb stelle ich sie hier einmal für alle: Was kann eine Gemeinde mit 3.000 Einwohner:innen tun, bevor es eine Stelle gibt?`,
      },
      {
        author: 'yildiz', daysAgo: 39.8, isAnswer: true,
        body: `Drei Dinge gehen ohne Stelle und ohne Förderbescheid:

- die Verbräuche der eigenen Gebäude aufschreiben, drei Jahre zurück,
- im Rat eine Ansprechperson benennen, am besten in der Bauverwaltung,
- mit zwei Nachbargemeinden reden, ob man eine Stelle teilt.

Wer das hat, schreibt den Förderantrag in einer Woche.`,
        reactions: { helpful: ['grossmann', 'vogt', 'brueckner'], thanks: ['huber'] },
      },
    ],
  },
  {
    key: 'schulhof-entsiegeln',
    space: 'offen',
    kind: 'exchange',
    topics: ['stadtgruen', 'hitze', 'bildung'],
    title: 'Schulhof entsiegeln: Was kostet ein Quadratmeter wirklich?',
    posts: [
      {
        author: 'vogt', daysAgo: 14.8,
        body: `In den Broschüren stehen 60 Euro, unser Bauhof sagt 180. Ich sammle Zahlen aus abgerechneten Vorhaben: Fläche, Kosten, was dabei war.`,
      },
      {
        author: 'strauss', daysAgo: 14.2,
        body: `420 m², Asphalt aufgenommen und entsorgt, Oberboden, sechs Bäume mit zwei Jahren Pflege: 131 Euro je Quadratmeter. Ohne Bäume wären es 98 gewesen, aber dann wäre es nur eine Pfütze geworden.`,
        reactions: { helpful: ['vogt', 'huber', 'kraemer'] },
      },
    ],
  },
];
