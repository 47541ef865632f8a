import { AppError } from '#platform/shared';
import { exportedText, frontMatterOf, importedText, readCsv, renderMarkdown } from '../index.js';
import type { FrontMatterValue } from '../index.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const withBom = (text: string): Uint8Array => utf8(`\uFEFF${text}`);
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16le = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
const utf16be = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());

const encodings: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['UTF-8', utf8],
  ['UTF-8 with byte order mark', withBom],
  ['Latin-1', latin1],
  ['UTF-16 little endian', utf16le],
  ['UTF-16 little endian with mark', (text) => utf16le(`\uFEFF${text}`)],
  ['UTF-16 big endian', utf16be],
  ['UTF-16 big endian with mark', (text) => utf16be(`\uFEFF${text}`)],
  ['Windows line ends', (text) => utf8(text.replaceAll('\n', '\r\n'))],
  ['decomposed umlauts', (text) => utf8(text.normalize('NFD'))],
];

describe('a Markdown file', () => {
  const source = '---\ntitle: Förderung für Gemeinden\ntopics:\n  - Wärme\n---\n\nGrüße aus Münster.\n';

  test.each(encodings)('in %s reads the same', (_name, encode) => {
    const { title, titleSource, frontMatter, body, problems } = importedText(encode(source), 'x.md');
    expect({ title, titleSource, frontMatter, body, problems }).toEqual({
      title: 'Förderung für Gemeinden',
      titleSource: 'frontMatter',
      frontMatter: { title: 'Förderung für Gemeinden', topics: ['Wärme'] },
      body: 'Grüße aus Münster.',
      problems: [],
    });
  });

  test('in Windows-1252 keeps its quotation marks, dashes and euro signs', () => {
    expect(importedText(Uint8Array.of(0x84, 0x61, 0x93, 0x20, 0x96, 0x20, 0x35, 0x20, 0x80, 0x20, 0xfc), 'a.md').body).toBe('„a“ – 5 € ü');
  });

  test('in damaged UTF-8 is still UTF-8, and the line is named', () => {
    const bytes = Uint8Array.from([...utf8(`${'Übergröße äöü '.repeat(5)}\nZeile `), 0xff, ...utf8(' zwei\n')]);
    const { encoding, problems } = importedText(bytes, 'a.md');
    expect(encoding).toBe('utf-8');
    expect(problems).toEqual([{ line: 2, reason: 'encoding.damaged', excerpt: 'Zeile \uFFFD zwei' }]);
  });

  test('that is a picture or too large is refused', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array.from({ length: 400 }, (_, index) => index % 7)]);
    expect(() => importedText(picture, 'a.md')).toThrow(new AppError('BAD_USER_INPUT', 'import.notText'));
    expect(() => importedText(new Uint8Array(2_000_001).fill(97), 'a.md')).toThrow(new AppError('BAD_USER_INPUT', 'import.tooLarge'));
  });
});

describe('a title', () => {
  test.each([
    ['---\ntitle: "Vorn"\n---\n# Drin', 'a.md', 'Vorn', 'frontMatter', '# Drin'],
    ['---\ntitle: \t\t\t"Mit Tabulatoren"\n---     \n\nText', 'a.md', 'Mit Tabulatoren', 'frontMatter', 'Text'],
    ['---\nnumber: 3\n---\n\n# Nur *eine* [Überschrift](x) #\n\nText', 'a.md', 'Nur eine Überschrift', 'heading', 'Text'],
    ['Vorweg\n\n## Die eine\n\nText', 'a.md', 'Die eine', 'heading', 'Vorweg\n\n## Die eine\n\nText'],
    ['# Erstes Kapitel\n\n# Zweites', 'ordner/03_leitfaden-fuer_alle.md', 'Leitfaden fuer alle', 'fileName', '# Erstes Kapitel\n\n# Zweites'],
    ['# Erstes Kapitel\n\n# Zweites', 'handbuch/index.md', 'Handbuch', 'fileName', '# Erstes Kapitel\n\n# Zweites'],
    ['Nur Text', 'u\u0308bersicht.md', 'Übersicht', 'fileName', 'Nur Text'],
    ['```\n# kein Titel\n```', 'x__jury.md', 'Jury', 'fileName', '```\n# kein Titel\n```'],
    ['', 'LIESMICH.md', 'Liesmich', 'fileName', ''],
  ])('of %j in %s is %s', (source, fileName, title, titleSource, body) => {
    expect(importedText(utf8(source), fileName)).toMatchObject({ title, titleSource, body });
  });
});

describe('a broken front matter', () => {
  test('is told by line, and what can be read is read', () => {
    const { title, frontMatter, body, problems } = importedText(utf8('---\ntitle: Antrag: so geht es\ntopics:\n- Wärme\nbad: [a\n---\n\nText'), 'a.md');
    expect(title).toBe('Antrag: so geht es');
    expect(frontMatter.topics).toEqual(['Wärme']);
    expect(body).toBe('Text');
    expect(problems[0]).toMatchObject({ line: 2, reason: 'frontMatter.invalid', excerpt: 'title: Antrag: so geht es' });
  });

  test('that is never closed ends at the first empty line', () => {
    const { title, body, problems } = importedText(utf8('---\ntitle: Offen\nnumber: 3\n\nText bleibt.\n\nMehr.'), 'a.md');
    expect({ title, body }).toEqual({ title: 'Offen', body: 'Text bleibt.\n\nMehr.' });
    expect(problems).toEqual([{ line: 1, reason: 'frontMatter.unclosed', excerpt: '---' }]);
  });

  test('is not seen where a text begins with a rule', () => {
    expect(importedText(utf8('---\n\nText\n\n---\n\nMehr'), 'a.md')).toMatchObject({ frontMatter: {}, problems: [], body: '---\n\nText\n\n---\n\nMehr' });
  });

  test('cannot reach into prototypes and cannot grow without bound', () => {
    const { frontMatter } = importedText(utf8('---\n__proto__:\n  isAdmin: true\nconstructor: x\ntitle: a\n---\n'), 'a.md');
    expect(frontMatter).toEqual({ title: 'a' });
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\nText`;
    expect(importedText(utf8(bomb), 'a.md')).toMatchObject({ body: 'Text', problems: [{ reason: 'frontMatter.invalid' }] });
  });
});

describe('export and import', () => {
  const values: Readonly<Record<string, FrontMatterValue>> = {
    title: 'Antrag: "so" geht es # wirklich',
    number: '3.10',
    checkedOn: '2025-03-04',
    yes: 'yes',
    empty: '',
    none: null,
    count: 3,
    isMinor: false,
    summary: 'Erste Zeile\nzweite Zeile\n\n- kein Punkt',
    authors: ['Ä. Öztürk', '- Strich', '*Stern*'],
    nested: { a: [{ b: 'c: d' }] },
  };

  test.each(['Text', '---\n\nbeginnt mit einem Strich', 'title: kein Vorspann', '```\n{: .code }\n<div class="box">\n```', '> [!NOTE]\n> a', 'a[^1]\n\n[^1]: b', '# Eine\n\n<div class="box">\n\na\n\n</div>\n\nb\n{: .c }\n\n\n\n:::tip\nd\n:::'])('keep front matter and body %j', (body) => {
    const { frontMatter, body: read, problems } = importedText(utf8(exportedText(values, body)), 'a.md');
    expect(frontMatter).toEqual(values);
    expect(read).toBe(body);
    expect(problems).toEqual([]);
  });

  test('keep a text without any front matter', () => {
    expect(importedText(utf8(`${frontMatterOf({ title: undefined })}---\na: b\n---`), 'a.md')).toMatchObject({ frontMatter: {}, body: '---\na: b\n---' });
  });
});

describe('what other programs write', () => {
  const adapted = (source: string): string => importedText(utf8(source), 'a.md').body;

  test.each([
    ['kramdown options', 'a\n\n{::options parse_block_html="true" /}\n\nb', 'a\n\nb'],
    ['attributes behind pictures', '![a](/b.png){:width="300px"}{: .centered }', '![a](/b.png)'],
    ['attributes below a block', 'Absatz\n{: .klein }', 'Absatz'],
    ['attributes of headings', 'x\n\n## A {: #name .klasse }\n\n## B', 'x\n\n## A {#name}\n\n## B'],
    ['boxes', '<div class="bo-box">\n\n**a**\n\nb\n\n</div>', '> [!NOTE]\n> **a**\n>\n> b'],
    ['boxes in boxes', '<div class="warning">\n<div class="inner">\na\n</div>\n</div>', '> [!WARNING]\n> a'],
    ['layout wrappers', '<div class="figure">\n\n![a](b.png)\n\n</div>', '![a](b.png)'],
    ['included boxes', '@include(box_prefix)\n\na\n\n@include(box_suffix)', '> [!NOTE]\n> a'],
    ['colons', ':::tip Titel\na\n:::', '> [!TIP]\n> **Titel**\n>\n> a'],
    ['colons of pandoc', '::: {.warning}\na\n:::', '> [!WARNING]\n> a'],
    ['colons without title', ':::tip\na\n:::', '> [!TIP]\n> a'],
    ['template loops', 'a\n\n{% for item in page.items %}\n * <a href="x/{{item}}">{{item}}</a>\n{% endfor %}', 'a'],
    ['comments', 'a\n\n<!-- nicht\n\nzeigen -->\n\nb', 'a\n\nb'],
    ['pictures as HTML', '<img src="a b.png" style="width:1cm" alt="Plan" />', '![Plan](<a b.png>)'],
    ['links as HTML', '<a href="mailto:a@b.de">a@b.de</a>', '[a@b.de](mailto:a@b.de)'],
    ['labels', '![A\\label{fig:a}](/b.png)', '![A](/b.png)'],
  ])('%s', (_name, source, expected) => {
    expect(adapted(source)).toBe(expected);
  });

  test('in code is left alone', () => {
    const code = 'Text\n\n```html\n<div class="box">\n{: .a }\n<!-- b -->\n</div>\n```';
    expect(adapted(code)).toBe(code);
  });

  test('that is never closed loses its frame, not its words', () => {
    expect(adapted('<div class="box">\n\na\n\nb')).toBe('a\n\nb');
  });

  test('renders as a callout', () => {
    expect(renderMarkdown(adapted('<div class="box">\n\nWichtig zu wissen\n\n</div>')).html).toContain('text-callout-note');
  });
});

describe('a table file', () => {
  const rows = ['Gemeinde;Größe (km²);Bemerkung', 'Schülp;9,27;"mit ; und ""Wort"""', 'Bad Münster;1.016,5;', '', 'Großenhain;130,3;"zwei\nZeilen"', 'Ende;1;x'];
  const expected = [
    { line: 2, values: { Gemeinde: 'Schülp', 'Größe (km²)': '9,27', Bemerkung: 'mit ; und "Wort"' } },
    { line: 3, values: { Gemeinde: 'Bad Münster', 'Größe (km²)': '1.016,5', Bemerkung: '' } },
    { line: 5, values: { Gemeinde: 'Großenhain', 'Größe (km²)': '130,3', Bemerkung: 'zwei\nZeilen' } },
    { line: 7, values: { Gemeinde: 'Ende', 'Größe (km²)': '1', Bemerkung: 'x' } },
  ];

  test.each(encodings)('in %s reads the same, with the line of each row', (_name, encode) => {
    const table = readCsv(encode(`${rows.join('\n')}\n`));
    expect(table.rows).toEqual(expected);
    expect(table).toMatchObject({ delimiter: ';', problems: [], columns: ['Gemeinde', 'Größe (km²)', 'Bemerkung'] });
  });

  test.each([
    [',', 'a,b\n1,"2,3"\n', { a: '1', b: '2,3' }],
    [';', 'a;b\n1,5;2\n', { a: '1,5', b: '2' }],
    ['\t', 'a\tb\n1;x\t2\n', { a: '1;x', b: '2' }],
    ['|', 'a|b\n1|2\n', { a: '1', b: '2' }],
    [';', 'sep=;\na;b\n1;2', { a: '1', b: '2' }],
    [',', 'a\n1\n', { a: '1' }],
  ])('with %j is recognised', (delimiter, source, values) => {
    const table = readCsv(utf8(source));
    expect(table.delimiter).toBe(delimiter);
    expect(table.rows.map((row) => row.values)).toEqual([values]);
  });

  test('loses the empty lines and columns that spreadsheets leave at the right and at the bottom', () => {
    const table = readCsv(utf8('a;b;;\n1;2;;\n;;;\n3;;;\n;;;\n'));
    expect(table).toMatchObject({ columns: ['a', 'b'], problems: [] });
    expect(table.rows).toEqual([
      { line: 2, values: { a: '1', b: '2' } },
      { line: 4, values: { a: '3', b: '' } },
    ]);
    expect(readCsv(utf8('a;b;;\n1;2;;x\n')).problems).toMatchObject([{ line: 2, reason: 'csv.tooManyCells' }]);
  });

  test('names the line of each fault', () => {
    expect(readCsv(utf8('a;b\n1;2\n1;2;3\n1\n')).problems).toEqual([
      { line: 3, reason: 'csv.tooManyCells', params: { expected: 2, found: 3 } },
      { line: 4, reason: 'csv.tooFewCells', params: { expected: 2, found: 1 } },
    ]);
    expect(readCsv(utf8('a;b\n1;"offen\n2;3\n')).problems).toMatchObject([{ reason: 'csv.unclosedQuote' }]);
    expect(readCsv(utf8('a;a\n1;2\n')).problems).toEqual([{ line: 1, reason: 'csv.repeatedColumn', params: { column: 'a' } }]);
    expect(readCsv(utf8('')).problems).toEqual([{ line: 1, reason: 'csv.empty' }]);
  });

  test('with a quote in the middle of a cell is read', () => {
    expect(readCsv(utf8('a,b\n5" Rohr,x\n')).rows[0]?.values).toEqual({ a: '5" Rohr', b: 'x' });
  });

  test('of ten thousand rows is read within a second', () => {
    const startedAt = process.threadCpuUsage();
    expect(readCsv(utf8(`a;b\n${'x;"y"\n'.repeat(10_000)}`)).rows).toHaveLength(10_000);
    expect(process.threadCpuUsage(startedAt).user).toBeLessThan(1_000_000);
  });
});
