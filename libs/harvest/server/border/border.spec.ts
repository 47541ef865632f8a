import { BorderSearch, type Circle, type Crossing } from './border.js';
import { Heard, heardIn } from './heard.js';
import { repeats, standsIn } from './same-words.js';
import { standingOf } from './standing.js';

const behind = {
  text: `Wärmenetz im Neubaugebiet. Wir in Musterhausen haben 2,3 Mio. € gebraucht, davon 40 % Förderung, Frau Wagenknopf vom Bauamt half.
    Der Plan liegt unter https://intern.example.org/plan und als Kostenplan_2024.xlsx. Anruf: 0761/12345, wagenknopf@musterhausen.example. Treffpunkt Lindenstraße 4, Gemeinde Obertal.
    Am 12.03.2024 tagte der Rat von Bad Münster. Bei uns in Quickborn auch. Wir in Zukunft anders.`,
  people: ['Hanne Fürbringer', 'Ingrid Großmann-Lütke', 'Dr. Otto von der Aue'],
  spaces: ['Kreis der Wärmeplaner'],
  places: ['Samtgemeinde Elmtal'],
};
/** As a text is compared while it is written: the discussion was read for another text before. */
const remembered = (text: string, { text: written, ...circle }: Circle & { readonly text: string }): readonly Crossing[] => {
  const before = new BorderSearch('Ein anderer Text über 40 % und Frau Wagenknopf.', circle);
  const heard = new Heard();
  before.look(written);
  heard.hear(heardIn(written));
  before.teach(heard);
  const search = new BorderSearch(text, circle);
  search.compare(heard);
  return search.found();
};
const crossings = (text: string, { text: written, ...circle }: Circle & { readonly text: string }): readonly Crossing[] => {
  const search = new BorderSearch(text, circle);
  search.look(written);
  return search.found();
};
const found = (text: string) => crossings(text, behind).map(({ kind, value }) => `${kind} ${value}`);

describe('what a text would carry out of a closed space', () => {
  it.each([
    ['Das kostet 2,3 Mio. €.', ['figure 2,3 Mio. €']],
    ['Bei 40 % Förderung lohnt es sich.', ['figure 40 %']],
    ['Fragen Sie Frau Wagenknopf.', ['name Wagenknopf']],
    ['Schreiben an wagenknopf@musterhausen.example', ['name wagenknopf@musterhausen.example']],
    ['Hanne Fürbringer hat es vorgemacht.', ['name Hanne Fürbringer']],
    ['Hanne hat es vorgemacht, HANNE FUERBRINGER.', ['name Hanne', 'name Hanne Fürbringer']],
    ['Mit Fürbringers Plan und Wagenknopfs Hilfe', ['name Fürbringer', 'name Wagenknopf']],
    ['Wagenknopf half auch hier.', ['name Wagenknopf']],
    ['Fürbringer-Schmidt', ['name Fürbringer']],
    ['Lütke sagt, Frau Großmann ist gegangen, Ingrid auch.', ['name Lütke', 'name Großmann', 'name Ingrid']],
    ['Ingrid Grossmann-Luetke', ['name Ingrid Großmann-Lütke']],
    ['Wie Fürbringer sagt', ['name Fürbringer']],
    ['Im Kreis der Wärmeplaner besprochen', ['name Kreis der Wärmeplaner']],
    ['In Musterhausen steht eines.', ['place Musterhausen']],
    ['In der Gemeinde Obertal', ['place Obertal']],
    ['Bei der Samtgemeinde Elmtal', ['place Samtgemeinde Elmtal']],
    ['Die Elmtaler Lösung', ['place Elmtal']],
    ['Die Elmtalbahn fährt', ['place Elmtal']],
    ['Der Rat in OBERTAL-SÜD', ['place Obertal']],
    ['Alle Musterhausener waren da.', ['place Musterhausen']],
    ['Ein Netz in Bad Münster und in Quickborn', ['place Bad Münster', 'place Quickborn']],
    ['Besuch in der Lindenstraße 4', ['place Lindenstraße 4']],
    ['Siehe Kostenplan_2024.xlsx', ['file Kostenplan_2024.xlsx']],
    ['[Plan](https://intern.example.org/plan)', ['link https://intern.example.org/plan']],
    ['https://intern.example.org/plan.', ['link https://intern.example.org/plan']],
    ['[Quelle](/beitrag/0190)', ['link /beitrag/0190']],
    ['Rufen Sie an: 0761/12345', ['figure 0761/12345']],
    ['Rufen Sie an: +49 (0)761 123-45.', ['figure +49 (0)761 123-45']],
    ['Das kostet 2.300.000 Euro.', ['figure 2.300.000 Euro']],
    ['Das kostet 2,3 Millionen €.', ['figure 2,3 Millionen €']],
    ['Bei 40 Prozent Förderung', ['figure 40 Prozent']],
    ['Am 12. März 2024 war es so weit.', ['figure 12. März 2024']],
    ['Am 12.3. war es so weit.', ['figure 12.3.']],
    ['Stand 2024-03-12', ['figure 2024-03-12']],
    ['Schon 2024', ['figure 2024']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
    expect(remembered(text, behind)).toEqual(crossings(text, behind));
  });

  it.each([
    'Wir haben 5 Mio. € gebraucht.',
    'In Beispielstadt steht eines.',
    'Siehe [Leitfaden](https://amtlich.example.org/leitfaden) und Muster.pdf.',
    'Drei Schritte:\n\n1. planen\n2. bauen',
    'Springen Sie zum [Anfang](#anfang).',
    'In der Innenstadt geht das nicht.',
    'Das sind 140 % mehr und 2.3 Sterne.',
    'Am 13.03. kostet das 2,3 Mrd. € oder 0 €.',
    'In Zukunft von der besten Seite, mit Auen und einem Quartal Zeit.',
    'Rufen Sie an: 0761/12346.',
  ])('not what is the author’s own: %s', (text) => {
    expect(found(text)).toEqual([]);
    expect(remembered(text, behind)).toEqual([]);
  });

  it('is named once, with the words around it', () => {
    const list = crossings(`${'Vorher steht viel. '.repeat(5)}Es kostet 2,3 Mio. € im Ganzen, wirklich 2,3 Mio. €.`, behind);
    expect(list).toHaveLength(1);
    const marked = crossings(`## Kosten\n\n> **Bei uns** hat es 2,3 Mio. € gekostet, siehe [Plan](https://anderswo.example/p).\n>\n> — [aus einer Diskussion](/beitrag/x)\n\n- Weiter`, behind);
    expect(marked.map(({ excerpt }) => excerpt)).toEqual([
      'Kosten Bei uns hat es 2,3 Mio. € gekostet, siehe Plan. — aus einer Diskussion…',
      '…ekostet, siehe Plan. — aus einer Diskussion: /beitrag/x Weiter',
    ]);
    expect(list[0]?.excerpt).toMatch(/^….*Es kostet 2,3 Mio\. € im Ganzen, wirklich.*$/);
  });

  it('is looked for to the end of the text, and beyond that asked about unseen', () => {
    const many = Array.from({ length: 205 }, (_, at) => `${at + 100} €`).join(', ');
    const all = crossings(`${many} Elmtal 777 Mio. €`, { text: `${many} 777 Mio. €`, people: [], spaces: [], places: ['Elmtal'] }).map(({ value }) => value);
    expect(all).toHaveLength(207);
    expect(all).toEqual(expect.arrayContaining(['Elmtal', '777 Mio. €']));
    const endless = Array.from({ length: 2500 }, (_, at) => `${at + 100} €`).join(', ');
    expect(crossings(endless, { text: '', people: [], spaces: [], places: [] })).toHaveLength(500);
  });

  it('keeps two long addresses apart that begin alike', () => {
    const [one, other] = ['eins', 'zwei'].map((end) => `https://intern.example.org/${'a'.repeat(300)}/${end}`);
    const keys = crossings(`${one} ${other}`, { ...behind, text: `${one} ${other}` }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    expect(keys.every((key) => key.length <= 300)).toBe(true);
  });

  it('costs no time where somebody means ill', () => {
    const begun = process.threadCpuUsage();
    crossings([`A`, `1.`, `](`, `Aa-`, `a.`, `a@`, `a.a`, `(`, `1 `, `Frau A `].map((part) => part.repeat(20_000)).join(' '), behind);
    expect(process.threadCpuUsage(begun).user).toBeLessThan(3_000_000);
  });
});

describe('whether a text repeats words', () => {
  const passage = 'Am längsten hat die Abstimmung mit dem Bauamt gedauert, **weil** dort drei Stellen gleichzeitig unbesetzt waren.';

  it.each([
    [passage, true],
    ['Wie eine sagte: am längsten hat die *Abstimmung* mit dem Bauamt gedauert — so war das.', true],
    ['Die Abstimmung mit dem Bauamt brauchte die meiste Zeit.', false],
    ['weil dort drei Stellen gleichzeitig [unbesetzt](/x/y) waren', false],
    ['gedauert, weil dort drei Stellen gleichzeitig [unbesetzt](/x/y) waren', true],
    ['', false],
  ])('%s', (text, expected) => {
    expect(repeats(text, passage)).toBe(expected);
  });

  it('of a short one only as a whole', () => {
    expect(repeats('Wir haben einfach angerufen und gut.', 'Einfach angerufen!')).toBe(true);
    expect(repeats('Wir haben einfach gewartet.', 'Einfach angerufen!')).toBe(false);
  });

  it('and whether a selection was said there', () => {
    expect(standsIn(passage, 'die Abstimmung mit dem Bauamt')).toBe(true);
    expect(standsIn(passage, 'die Abstimmung mit dem Landratsamt')).toBe(false);
    expect(standsIn(passage, 'die Abstimmung mit dem Bau')).toBe(false);
    expect(standsIn(passage, '…')).toBe(false);
  });
});

describe('whether a source stands in a text', () => {
  const postId = '0190a0bc-0000-7000-8000-00000000abcd';

  it.each([
    `[Quelle](/beitrag/${postId})`,
    `[Quelle](/beitrag/${postId.toUpperCase()})`,
    String.raw`[Quelle](/beitrag/${postId.replaceAll('-', String.raw`\-`)})`,
    `[Quelle](/beitrag/${postId.replaceAll('-', '%2D').replaceAll('a', '%61')})`,
    `[Quelle](/beitrag/${postId.replaceAll('-', '&#45;').replaceAll('a', '&#x61;')})`,
  ])('%s', (text) => {
    expect(standingOf(text, { postId, text: 'Worte', consent: 'open', source: 'stands' })).toMatchObject({ hasSource: true, isAgreed: false });
    expect(standingOf(text, { postId: postId.replace('0190', '0191'), text: 'Worte', consent: 'open', source: 'stands' }).hasSource).toBe(false);
  });
});
