import type { DemoDiscussion } from '../demo.types.js';

/** What is said behind closed doors: not for everybody, and therefore often the more useful. */
export const CLOSED_DISCUSSIONS: readonly DemoDiscussion[] = [
  {
    key: 'kaemmerei-eigenanteil',
    space: 'erstvorhaben',
    kind: 'question',
    topics: ['haushalt', 'foerderung'],
    title: 'Kämmerei will den Eigenanteil streichen. Was kann ich noch tun?',
    isPinned: true,
    posts: [
      {
        author: 'brueckner', daysAgo: 31.2,
        body: `Die Kämmerin hat mir heute gesagt, dass die zehn Prozent Eigenanteil für das Anschlussvorhaben „im Zweifel“ aus dem Haushalt fallen. Der Antrag muss in fünf Wochen raus.

Ich habe noch keine eigene Vorlage durch den Rat gebracht und weiß nicht, an wen ich mich zuerst wende. Was würdet ihr tun?`,
        reactions: { sameHere: ['schuette', 'maierhofer'] },
      },
      {
        author: 'ostermann', daysAgo: 30.9, isAnswer: true,
        body: `Geh nicht zum Rat, geh zur Kämmerin. Mit drei Zahlen auf einer Seite:

| | ohne Vorhaben | mit Vorhaben |
|---|---:|---:|
| Eigenanteil über zwei Jahre | 0 € | 18.000 € |
| Fördermittel | 0 € | 162.000 € |
| Energiekosten, die wir nachweislich senken | 0 € | 41.000 € im Jahr |

Die dritte Zeile ist die wichtigste. Sie muss stimmen, also lieber vorsichtig rechnen. Und frag sie, **welche Haushaltsstelle** ihr lieber wäre. Wer gefragt wird, wo etwas stehen soll, hat schon halb zugestimmt.`,
        reactions: { thanks: ['brueckner'], helpful: ['schuette', 'maierhofer', 'thoms', 'vogt'] },
      },
      {
        author: 'hansen', daysAgo: 30.2,
        body: `Und nimm die Frist mit ins Gespräch, aber nicht als Drohung. Bei mir half der Satz: „Wenn wir in fünf Wochen nicht abgeben, kann ich das Geld erst in zwei Jahren wieder holen.“

Ich schaue gern über deine Seite, bevor du gehst.`,
        reactions: { thanks: ['brueckner'] },
      },
      {
        author: 'brueckner', daysAgo: 27.5,
        body: `Kurzer Stand: Das Gespräch war heute. Sie hat die Zahl mit den Energiekosten zweimal nachgerechnet, dann selbst die Haushaltsstelle „Gebäudeunterhalt“ vorgeschlagen. Der Eigenanteil bleibt drin. Danke!`,
        reactions: { agree: ['hansen', 'ostermann', 'bergmueller'], helpful: ['vogt'] },
      },
    ],
  },
  {
    key: 'allein-im-amt',
    space: 'erstvorhaben',
    kind: 'exchange',
    topics: ['einstieg', 'verwaltung'],
    title: 'Allein auf der Stelle: Wie haltet ihr das durch?',
    posts: [
      {
        author: 'vogt', daysAgo: 19.7,
        body: `Halbe Stelle, kein Team, und alle finden Klimaschutz wichtig, solange er nicht in ihrem Amt passiert. Ich suche keine Tipps zum Zeitmanagement. Mich interessiert, was euch Kraft gibt.`,
        reactions: { sameHere: ['thoms', 'brueckner', 'huber', 'schuette'] },
      },
      {
        author: 'strauss', daysAgo: 19.2,
        body: `Ein fester Termin mit einem Menschen, der dieselbe Arbeit macht. Bei mir ist es der Kollege aus der Nachbargemeinde, jeden zweiten Freitag, eine Stunde, ohne Tagesordnung. Den lasse ich nie ausfallen.`,
        reactions: { agree: ['hansen', 'nowak', 'vogt'] },
      },
      {
        author: 'thoms', daysAgo: 18.8,
        body: `Eine Liste mit Dingen, die fertig sind. Klingt albern. Ohne sie habe ich nach einem Jahr geglaubt, ich hätte nichts getan. Es standen 31 Zeilen darauf.`,
        reactions: { helpful: ['vogt', 'brueckner'], agree: ['huber'] },
      },
      {
        author: 'hansen', daysAgo: 18.1,
        body: `Und dieser Raum hier. Ich lese auch dann mit, wenn ich nichts schreibe.`,
        reactions: { thanks: ['vogt'] },
      },
    ],
  },
  {
    key: 'ingenieurbuero-wechseln',
    space: 'erstvorhaben',
    kind: 'question',
    topics: ['waerme', 'beschaffung'],
    title: 'Unser Büro liefert die Potenzialanalyse nicht. Kündigen oder warten?',
    posts: [
      {
        author: 'maierhofer', daysAgo: 6.7,
        body: `Die Potenzialanalyse ist seit zehn Wochen überfällig. Das Büro meldet sich freundlich und liefert nichts. Ich habe Sorge, dass wir bei einer Kündigung die Förderung verlieren.`,
      },
      {
        author: 'yildiz', daysAgo: 6.3,
        body: `Drei Schritte, bevor du ans Kündigen denkst:

1. Schriftlich eine Frist setzen, mit Datum und der Leistung im Wortlaut des Vertrags.
2. Den Projektträger anrufen und fragen, ob eine Verlängerung möglich ist. Wer vorher anruft, bekommt sie meist.
3. Das Rechtsamt die Frist mitzeichnen lassen.

Wann läuft euer Bewilligungszeitraum aus? Davon hängt ab, wie viel Geduld ihr habt.`,
        reactions: { helpful: ['maierhofer', 'huber'] },
      },
    ],
  },
  {
    key: 'treffen-nord-dezember',
    space: 'nord',
    kind: 'exchange',
    topics: ['netzwerke'],
    title: 'Treffen im Dezember: vor Ort oder per Video?',
    poll: {
      question: 'Wie wollen wir uns im Dezember treffen?',
      options: ['vor Ort in Schleswig', 'per Video', 'beides zugleich'],
      isMultiple: false,
      isAnonymous: true,
      votes: { hansen: [0], brueckner: [1], thoms: [1], janssen: [1], schuette: [0] },
    },
    posts: [
      {
        author: 'petersen', daysAgo: 4.5,
        body: `Von Spiekeroog nach Schleswig sind es mit Fähre und Bahn sieben Stunden. Deshalb die Frage an alle: Wie wollen wir uns im Dezember sehen? Die Umfrage läuft anonym, damit niemand der Gastgeberin zuliebe abstimmt.`,
      },
      {
        author: 'janssen', daysAgo: 4.2,
        body: `Per Video bin ich sicher dabei. Vor Ort nur, wenn die Fähre nicht wegen Niedrigwasser ausfällt, und das weiß ich erst am Vortag.`,
        reactions: { thanks: ['petersen'] },
      },
    ],
  },
  {
    key: 'vorlagen-sued-sammeln',
    space: 'sued',
    kind: 'exchange',
    topics: ['gremien', 'netzwerke'],
    title: 'Welche Vorlagen fehlen euch in der Sammlung?',
    posts: [
      {
        author: 'bergmueller', daysAgo: 12.6,
        body: `In der Sammlung liegen inzwischen Beschlussvorlagen für Energiemanagement, Beleuchtung und Photovoltaik. Was fehlt euch am dringendsten?`,
      },
      {
        author: 'huber', daysAgo: 12.1,
        body: `Eine Kooperationsvereinbarung unter Gemeinden. Wir schreiben gerade eine für fünfzehn, und ich erfinde jeden Absatz neu.`,
        reactions: { sameHere: ['yildiz', 'vogt'] },
      },
      {
        author: 'yildiz', daysAgo: 11.8,
        body: `Unsere aus dem Landkreis kann ich einstellen, sobald die Juristin sie freigegeben hat. Rechnet mit zwei Wochen.`,
        reactions: { thanks: ['huber', 'bergmueller'] },
      },
      {
        author: 'oezkan', daysAgo: 1.3,
        body: `Wer nicht warten will: Die Sachbearbeiterin in der Rechtsaufsicht heißt Beate Muster, privat erreichbar unter 0171 3920055. Abends hat sie meist Zeit.`,
        report: { person: 'huber', reason: 'personalData', words: 'Name und private Nummer gehören nicht hierher. Gefragt wurde sie sicher nicht.' },
      },
    ],
  },
  {
    key: 'mentee-meldet-sich-nicht',
    space: 'mentorenkreis',
    kind: 'question',
    topics: ['mentoring'],
    title: 'Mein Mentee meldet sich seit sechs Wochen nicht. Nachfassen oder lassen?',
    posts: [
      {
        author: 'oezkan', daysAgo: 8.3,
        body: `Zwei Mails, ein Anruf auf die Mailbox. Ich will nicht drängeln und habe doch das Gefühl, jemanden im Stich zu lassen.`,
      },
      {
        author: 'nowak', daysAgo: 8.1, isAnswer: true,
        body: `Eine dritte Nachricht, aber eine andere: kein „Wie geht es voran?“, sondern ein Angebot, das man mit einem Wort annehmen kann. Zum Beispiel: „Ich habe am Dienstag um acht eine Viertelstunde frei. Soll ich anrufen? Ein Ja genügt.“

Kommt darauf nichts, sag der Koordination Bescheid. Das ist kein Anschwärzen, sondern Fürsorge.`,
        reactions: { helpful: ['oezkan', 'hansen', 'kraemer'], agree: ['ostermann'] },
      },
    ],
  },
];
