import type { DemoDiscussion } from '../demo.types.js';

/** What the whole programme talks about. */
export const PROGRAMME_DISCUSSIONS: readonly DemoDiscussion[] = [
  {
    key: 'laermschutz-waermepumpe-schule',
    space: 'klimalotsen',
    kind: 'question',
    topics: ['waerme', 'gebaeude'],
    title: 'Wärmepumpe an der Grundschule: Wie laut darf sie nachts sein?',
    posts: [
      {
        author: 'maierhofer', daysAgo: 24.4,
        body: `Unsere Grundschule soll eine Luftwärmepumpe bekommen. Der einzige sinnvolle Platz liegt acht Meter vor dem Nachbarhaus. Der Planer sagt „das passt schon“, der Nachbar sagt das Gegenteil.

Wie habt ihr das geklärt? Reicht das Datenblatt des Herstellers, oder braucht es ein Gutachten?`,
        reactions: { sameHere: ['vogt', 'thoms'] },
      },
      {
        author: 'bergmueller', daysAgo: 24.1, isAnswer: true,
        body: `Beides, aber in dieser Reihenfolge:

1. **Gebietsart nachsehen.** Im reinen Wohngebiet gelten nachts andere Richtwerte als im Dorfgebiet. Steht im Bebauungsplan; wo keiner ist, entscheidet die tatsächliche Nutzung.
2. **Schallrechner mit dem Datenblatt füttern.** Es gibt freie Rechner der Landesämter. Wichtig: den Wert für den *Nachtbetrieb* nehmen und die Wand hinter dem Gerät mitrechnen, sie wirft den Schall zurück.
3. **Erst wenn es knapp wird**, ein Gutachten. Bei uns lag das bei rund 1.400 Euro und hat den Streit beendet, weil es nicht von uns kam.

Und: Eine Schule heizt nachts kaum. Lasst die Anlage um 21 Uhr absenken und schreibt das in die Zusage an den Nachbarn.`,
        reactions: { thanks: ['maierhofer', 'vogt', 'adeyemi'], helpful: ['thoms', 'grossmann', 'huber'] },
      },
      {
        author: 'adeyemi', daysAgo: 23.2,
        body: `Ergänzung aus Kaiserslautern: Wir haben das Gerät um neunzig Grad gedreht, sodass es nicht zum Haus hin ausbläst. Kosten: null. Wirkung laut Rechner: 3 dB.`,
        reactions: { helpful: ['maierhofer', 'bergmueller'] },
      },
      {
        author: 'maierhofer', daysAgo: 21.9,
        body: `Danke euch! Gedreht, nachgerechnet, Nachtabsenkung zugesagt. Der Nachbar hat unterschrieben, nachdem wir am Küchentisch gemeinsam gerechnet haben.`,
        reactions: { agree: ['bergmueller'] },
      },
    ],
  },
  {
    key: 'digitale-energieberichte',
    space: 'klimalotsen',
    kind: 'exchange',
    topics: ['energiemanagement', 'gebaeude'],
    title: 'Womit schreibt ihr eure Energieberichte?',
    poll: {
      question: 'Womit führt ihr die Verbräuche der kommunalen Gebäude?',
      options: ['Tabelle', 'Fachprogramm', 'Auswertung des Versorgers', 'noch gar nicht'],
      isMultiple: true,
      isAnonymous: false,
      votes: { adeyemi: [0], bergmueller: [1], kraemer: [0, 2], petersen: [0], vogt: [3], huber: [2], oezkan: [1] },
    },
    posts: [
      {
        author: 'adeyemi', daysAgo: 17.3,
        body: `Ich habe 140 Gebäude geerbt und eine Tabelle, in der die Hälfte der Zählernummern nicht mehr stimmt. Bevor ich ein Programm kaufe, würde ich gern wissen, womit ihr arbeitet und was ihr nicht noch einmal tun würdet.`,
      },
      {
        author: 'bergmueller', daysAgo: 17.1,
        body: `Erst aufräumen, dann kaufen. Ein Programm macht aus falschen Zählernummern schöne falsche Balken.

Was bei uns geholfen hat: Hausmeister fotografieren jeden Zähler einmal, das Foto hängt an der Zeile. Danach war die Liste in drei Wochen richtig.`,
        reactions: { helpful: ['adeyemi', 'kraemer', 'petersen'] },
      },
      {
        author: 'kraemer', daysAgo: 16.4,
        body: `Wir bleiben bei der Tabelle, weil sie auch meine Vertretung versteht. Nachteil: Wetterbereinigung von Hand. Ich stelle die Vorlage gern ein, wenn jemand Interesse hat.`,
        reactions: { sameHere: ['petersen'], thanks: ['adeyemi'] },
      },
    ],
  },
  {
    key: 'klima-check-zu-aufwendig',
    space: 'klimalotsen',
    kind: 'question',
    topics: ['gremien', 'verwaltung'],
    title: 'Der Klima-Check wird immer nur mit „keine Auswirkung“ angekreuzt. Was tun?',
    posts: [
      {
        author: 'koenig', daysAgo: 9.6,
        body: `Seit Januar hängt an jeder Beschlussvorlage unser Klima-Check. Von 46 Vorlagen haben 44 „keine Auswirkung“, darunter eine neue Turnhalle. Ich möchte niemanden vorführen, aber so ist es nur Papier.`,
        reactions: { sameHere: ['schuette', 'brueckner', 'vogt'] },
      },
      {
        author: 'ostermann', daysAgo: 9.2,
        body: `Nicht nachschärfen, sondern verkleinern: Wir prüfen nur noch Vorlagen ab 50.000 Euro oder mit Bau- und Flächenbezug. Das sind zwölf im Jahr, und für die setze ich mich eine halbe Stunde dazu.

Den Rest kreuzt bei uns niemand mehr an.`,
        reactions: { helpful: ['koenig', 'schuette'], agree: ['nowak'] },
      },
      {
        author: 'nowak', daysAgo: 8.8,
        body: `Dazu passt der Praxistipp [Klima-Check, der mehr ist als ein Häkchen](/tipp/klima-check-fuer-beschlussvorlagen). Was dort steht und bei uns den Unterschied gemacht hat: Die Frage lautet nicht „Gibt es eine Auswirkung?“, sondern „Welche Alternative wurde geprüft?“.`,
        reactions: { helpful: ['koenig', 'brueckner', 'ostermann'] },
      },
    ],
  },
  {
    key: 'elternabend-lastenrad',
    space: 'klimalotsen',
    kind: 'exchange',
    topics: ['radverkehr', 'bildung'],
    title: 'Elterntaxis vor der Schule: Was hat bei euch gewirkt?',
    posts: [
      {
        author: 'schuette', daysAgo: 5.4,
        body: `Morgens um halb acht stehen vor unserer Grundschule dreißig Autos im Halteverbot. Der Rat will ein Schild, die Polizei winkt ab, die Schule ist müde. Ich sammle, was anderswo gewirkt hat.`,
        reactions: { sameHere: ['vogt', 'oezkan'] },
      },
      {
        author: 'oezkan', daysAgo: 5.1,
        body: `Zwei Dinge, in dieser Reihenfolge:

- **Haltezonen 250 Meter entfernt**, mit Namen und Farben. Kinder laufen den Rest gemeinsam. Kosten: Farbe und zwei Schilder.
- **Schulstraße auf Probe**, sechs Wochen, eine halbe Stunde am Morgen gesperrt. Vorher zählen, nachher zählen.

Nach der Probe wollten die Eltern sie behalten. Vorher hätten sie dagegen gestimmt.`,
        reactions: { helpful: ['schuette', 'kraemer', 'vogt'], thanks: ['schuette'] },
      },
    ],
  },
  {
    key: 'starkregenkarte-veroeffentlichen',
    space: 'klimalotsen',
    kind: 'question',
    topics: ['starkregen', 'oeffentlichkeit'],
    title: 'Starkregengefahrenkarte veröffentlichen oder nicht?',
    posts: [
      {
        author: 'huber', daysAgo: 2.3,
        body: `Unsere Karte ist fertig. Zwei Bürgermeister wollen sie nicht zeigen, weil Grundstücke im Wert sinken könnten. Ich finde, wer in Blau liegt, muss es wissen.

Gibt es Kommunen, die veröffentlicht haben? Was kam danach?`,
        reactions: { sameHere: ['strauss'] },
      },
    ],
  },
  {
    key: 'erste-beschaffung-nachhaltig',
    space: 'klimalotsen',
    kind: 'question',
    topics: ['beschaffung'],
    title: 'Recyclingpapier im ganzen Haus: Wer hat die Drucker überzeugt?',
    posts: [
      {
        author: 'brueckner', daysAgo: 0.6,
        body: `Die IT sagt, Recyclingpapier mache die Drucker kaputt. Der Wartungsvertrag sagt dazu nichts. Hat jemand eine Auskunft vom Hersteller, die ich weiterleiten darf?`,
      },
    ],
  },
];
