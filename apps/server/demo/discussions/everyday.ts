import type { DemoDiscussion } from '../demo.types.js';

/** What comes up between two meetings: short questions, small successes, things still open. */
export const EVERYDAY_DISCUSSIONS: readonly DemoDiscussion[] = [
  {
    key: 'laternen-aus',
    space: 'offen',
    kind: 'question',
    topics: ['beleuchtung'],
    title: 'Darf eine Gemeinde die Laternen nachts ganz ausschalten?',
    posts: [
      {
        author: 'huber', daysAgo: 33.4,
        body: `In drei Ortsteilen fragt der Rat, warum zwischen eins und vier Uhr überhaupt Licht brennt. Bevor ich rechne: Darf man ganz abschalten, oder bleibt nur Dimmen?`,
      },
      {
        author: 'strauss', daysAgo: 33.1,
        body: `Eine allgemeine Pflicht, jede Straße die ganze Nacht zu beleuchten, gibt es nicht. Gefährliche Stellen bleiben hell: Fußgängerüberwege, Treppen, Baustellen. Was bei euch dazugehört, legt die Kommune selbst fest, und das sollte irgendwo schriftlich stehen.`,
        reactions: { helpful: ['huber', 'grossmann'] },
      },
      {
        author: 'bergmueller', daysAgo: 32.6, isAnswer: true,
        body: `Rechtlich geht beides. Praktisch haben wir es so gemacht:

1. Liste der Stellen, die hell bleiben, mit der Polizei abgestimmt und vom Rat beschlossen.
2. Ein Jahr auf Probe, mit einer Telefonnummer, unter der jemand abhebt.
3. Erst dann das Schild mit dem roten Ring an die Laternen, die nachts ausgehen. Sonst parkt dort jemand ohne Licht.

Nach dem Jahr wollten zwei Straßen ihr Licht zurück. Neun nicht.`,
        reactions: { thanks: ['huber'], helpful: ['vogt', 'brueckner', 'adeyemi', 'kraemer'] },
      },
    ],
  },
  {
    key: 'bester-satz-buergerversammlung',
    space: 'klimalotsen',
    kind: 'exchange',
    topics: ['beteiligung', 'oeffentlichkeit'],
    title: 'Der beste Satz aus eurer letzten Bürgerversammlung',
    posts: [
      {
        author: 'nowak', daysAgo: 20.4,
        body: `Ich fange an. Eine Landwirtin, nachdem zwanzig Minuten über Windräder gestritten wurde: „Ihr redet, als hätte das Dorf früher keine Mühle gehabt.“ Danach war es still, und dann wurde es ein gutes Gespräch.`,
        reactions: { agree: ['hansen', 'ostermann', 'kraemer', 'vogt'], thanks: ['koenig'] },
      },
      {
        author: 'kraemer', daysAgo: 20.1,
        body: `Ein Achtjähriger zum Bürgermeister: „Und wer gießt den Baum, wenn das Foto fertig ist?“`,
        reactions: { agree: ['nowak', 'thoms', 'schuette', 'oezkan', 'lindqvist'] },
      },
      {
        author: 'lindqvist', daysAgo: 19.6,
        body: `„Ich bin nicht dagegen. Ich bin nur nicht gefragt worden.“ Den schreibe ich mir inzwischen über jede Einladung.`,
        reactions: { helpful: ['koenig', 'brueckner', 'nowak'] },
      },
      {
        author: 'janssen', daysAgo: 18.9,
        body: `Auf der Insel, zur Wärmepumpe im Pfarrhaus: „Wenn die den Pastor warm kriegt, kriegt sie jeden warm.“`,
        reactions: { agree: ['petersen', 'nowak'] },
      },
    ],
  },
  {
    key: 'pv-vereinsheim',
    space: 'klimalotsen',
    kind: 'question',
    topics: ['photovoltaik', 'ehrenamt'],
    title: 'Photovoltaik auf dem Vereinsheim: Wem gehört der Strom?',
    posts: [
      {
        author: 'thoms', daysAgo: 13.5,
        body: `Das Gebäude gehört uns, der Sportverein hat es für zwanzig Jahre gepachtet und möchte selbst eine Anlage bauen. Muss der Pachtvertrag geändert werden, und was passiert mit der Anlage, wenn der Verein sich auflöst?`,
        reactions: { sameHere: ['schuette'] },
      },
      {
        author: 'oezkan', daysAgo: 13.2, isAnswer: true,
        body: `Ja, als Nachtrag von einer Seite. Drei Dinge gehören hinein:

- Das Dach wird für die Laufzeit der Anlage mitverpachtet, der Zugang für Wartung ist geregelt.
- Der Verein bleibt Eigentümer der Anlage; löst er sich auf, darf die Gemeinde sie zum Restwert übernehmen.
- Wer zahlt, wenn das Dach in der Zeit saniert werden muss. Das wird immer vergessen.

Und lasst die Versicherung des Gebäudes gegenlesen, bevor die Leiter steht.`,
        reactions: { thanks: ['thoms'], helpful: ['schuette', 'grossmann'] },
      },
      {
        author: 'thoms', daysAgo: 12.8,
        body: `Der dritte Punkt war bei uns genau der offene. Danke!`,
      },
    ],
  },
  {
    key: 'bescheid-nach-haushaltsschluss',
    space: 'klimalotsen',
    kind: 'question',
    topics: ['haushalt', 'foerderung'],
    title: 'Der Förderbescheid kommt nach dem Haushaltsschluss. Wie veranschlage ich das?',
    posts: [
      {
        author: 'koenig', daysAgo: 3.4,
        body: `Unser Haushalt wird am 9. Dezember beschlossen, der Bescheid kommt frühestens im Februar. Die Kämmerei will nichts einstellen, was nicht sicher ist. Ohne Ansatz darf ich im Frühjahr nicht ausschreiben.

Wie löst ihr das: Sperrvermerk, Nachtrag, überplanmäßig?`,
        reactions: { sameHere: ['adeyemi', 'schuette', 'huber'] },
      },
    ],
  },
  {
    key: 'diese-woche-geschafft',
    space: 'erstvorhaben',
    kind: 'exchange',
    topics: ['einstieg'],
    title: 'Was habt ihr diese Woche geschafft?',
    posts: [
      {
        author: 'strauss', daysAgo: 10.3,
        body: `Kleine Runde zum Wochenende, auch für halbe Sachen. Bei mir: Der Zählerschrank der Turnhalle ist beschriftet. Klingt nach nichts und hat vier Telefonate gespart.`,
        reactions: { agree: ['hansen', 'vogt'] },
      },
      {
        author: 'vogt', daysAgo: 10.1,
        body: `Zum ersten Mal hat das Bauamt *mich* angerufen, bevor etwas entschieden war. Ich habe mir ein Stück Kuchen geholt.`,
        reactions: { agree: ['strauss', 'hansen', 'thoms', 'ostermann', 'brueckner'] },
      },
      {
        author: 'brueckner', daysAgo: 9.8,
        body: `Die Vorlage fürs Energiemanagement liegt im Ausschuss. Zwei Seiten, drei Varianten, wie im Praxistipp. Daumen drücken für Dienstag.`,
        reactions: { agree: ['hansen', 'strauss'] },
      },
      {
        author: 'brueckner', daysAgo: 5.7,
        body: `Nachtrag: einstimmig. Sogar mit der Stimme, mit der niemand gerechnet hat.`,
        reactions: { thanks: ['strauss'], agree: ['hansen', 'vogt', 'thoms', 'bergmueller', 'maierhofer', 'huber'] },
      },
    ],
  },
];
