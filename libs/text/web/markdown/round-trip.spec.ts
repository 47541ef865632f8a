import { saysTheSame } from './document.js';
import type { DocMark, DocNode } from './document.js';
import { docToMarkdown } from './doc-to-markdown.js';
import { markdownToDoc } from './markdown-to-doc.js';
import { richViewOf } from './rich-view.js';

const text = (words: string, ...marks: readonly DocMark['type'][]): DocNode =>
  marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks: marks.map((type) => ({ type })) };
const paragraph = (...content: readonly DocNode[]): DocNode => ({ type: 'paragraph', content });
const doc = (...content: readonly DocNode[]): DocNode => ({ type: 'doc', content });

describe('Markdown that comes back as it was', () => {
  test.each([
    '# Eins\n\n## Zwei\n\n### Drei',
    'Ein *kursives*, **fettes**, ~~falsches~~ und `echtes` Wort.',
    '***beides*** und **fett mit *kursiv* darin**',
    '- a\n- b\n  - c\n    - d\n- e',
    '1. a\n2. b\n   1. c',
    '7. a\n8. b',
    '- [ ] a\n- [x] b\n  - [ ] c',
    '- a\n\n- b\n\n  zweiter Absatz',
    '- a\n- b\n\n* c\n* d',
    '1. a\n\n1) b',
    '> Zitat\n>\n> > darin\n>\n> - Liste',
    '> [!NOTE]\n> Hinweis mit **fett**\n>\n> - Liste',
    '> [!WARNING]\n>\n> ## Überschrift',
    '> [!TIP]',
    '```js\nconst a = 1;\n```',
    '````md\n```\ninnen\n```\n````',
    '`````\n````\n```\n````\n`````',
    '```\n\nleere Zeilen\n\n\n```',
    '---',
    'a\\\nb',
    '| a | b |\n| --- | --- |\n| 1 | 2 |',
    '| a | b |\n| :--- | ---: |\n| **1** | `x` |',
    '| a |\n| --- |\n| eins<br>zwei |',
    '| a |\n| --- |\n| x \\| y |',
    '[Link](https://example.org "Titel") und [intern](/tipps/a) und [Anker](#oben)',
    '[`Quelltext` im Link](https://example.org)',
    'https://example.org/snake_case_path?a_b=c_d und www.example.org/a_b',
    '<https://example.org/_rand_>',
    '<post@example.org>',
    '![Plan](/files/1.png "Titel") im Text',
    '[![Plan](/files/1.png)](https://example.org)',
    'snake_case_name, 5 * 3 = 15, a_b_c, Mitarbeiter*in, Bürger:innen, #hashtag, -5 Grad, 1.Mai',
    'Umlaute äöü ß „Anführung“ – Strich, 50 %, § 13, 3 < 4 & 5 > 2',
    'Zeichen: [ ] { } ( ) | ~ ^ ! ? [1] [SKZL2024]',
    'C:\\Ordner\\Datei',
    '## Überschrift {#name}',
    '- ```\n  code\n  ```',
    '- > Zitat',
    'wort**„Zitat“**',
    '- a\n\n  > Zitat',
    '-\n- b',
    '- [ ] a\n- [ ]\n- [x] c',
  ])('%j', (markdown) => {
    const view = richViewOf(markdown);
    expect(view.kind).toBe('rich');
    expect(view.kind === 'rich' && docToMarkdown(view.doc)).toBe(markdown);
  });
});

describe('the blank behind the last word', () => {
  test.each(['foo ', 'a\n\nfoo ', '**foo** ', '`foo` ', '[foo](https://example.org) ', 'https://example.org ', '- a\n- foo ', '> foo ', '> [!TIP]\n> foo ', '1. a\n\n   foo ', '- [ ] foo ', 'a\\\\ '])('stays for whoever goes on writing: %j', (markdown) => {
    const { doc: read } = markdownToDoc(markdown);
    expect(docToMarkdown(read)).toBe(markdown);
    expect(JSON.stringify(read)).toMatch(/ "}[\]}]*$/);
  });

  test.each(['| a |\n| --- |\n| b |', '```\nfoo \n```', '## foo', 'foo'])('is not made: %j', (markdown) => {
    expect(docToMarkdown(markdownToDoc(markdown).doc)).toBe(markdown);
    expect(docToMarkdown(markdownToDoc(`${markdown}\n`).doc)).toBe(markdown);
  });
});

describe('Markdown that comes back written otherwise, but says the same', () => {
  test.each([
    ['Setext\n===', '# Setext'],
    ['* a\n+ b', '- a\n\n* b'],
    ['__fett__ _kursiv_', '**fett** *kursiv*'],
    ['    eingerückt', '```\neingerückt\n```'],
    ['~~~js\nx\n~~~', '```js\nx\n```'],
    ['a  \nb', 'a\\\nb'],
    ['eine\nZeile', 'eine Zeile'],
    ['[a][1]\n\n[1]: https://example.org', '[a](https://example.org)'],
    ['&uuml;&nbsp;x', 'ü\u00A0x'],
    ['***', '---'],
    ['|a|b|\n|-|-|\n|1|2|', '| a | b |\n| --- | --- |\n| 1 | 2 |'],
    ['> a\nb', '> a b'],
    ['a<br/>b', 'a\\\nb'],
  ])('%j', (markdown, expected) => {
    const view = richViewOf(markdown);
    expect(view.kind === 'rich' && docToMarkdown(view.doc)).toBe(expected);
  });
});

describe('Markdown that the editor cannot keep opens as source', () => {
  test.each([
    ['a <sub>2</sub>', 'html'],
    ['<div>\n\na\n\n</div>', 'html'],
    ['<!-- Notiz -->', 'html'],
    ['<a name="x">a</a>', 'html'],
    ['a[^1]\n\n[^1]: b', 'footnotes'],
    ['a\n\n[^1]: nie genannt', 'footnotes'],
    ['- [ ] a\n- b', 'mixedList'],
    ['1. [x] a', 'mixedList'],
  ])('%j because of %s', (markdown, reason) => {
    expect(richViewOf(markdown)).toEqual({ kind: 'source', reasons: [reason] });
  });
});

describe('typed text keeps its meaning', () => {
  test.each([
    '# kein Titel', '#', '- kein Punkt', '-', '+ plus', '* Stern', '1. keine Nummer', '1986. Ein Jahr', '12) x', '---', '***', '___', '- - -', '===', '> kein Zitat', '```', '~~~', '    vier Leerzeichen',
    '| a | b |', '--|--', '[a]: https://example.org', '[^1]: keine Fußnote', '[^1]', '[!NOTE]', '[ ] keine Aufgabe', '[x] y', '[a](b)', '![a](b)', '[a][b]', '<b>kein HTML</b>', '<script>', '<!-- -->', '&amp; &#65; &uuml;',
    '*a*', '**a**', '_a_', '__a__', '~~a~~', '`a`', '``a`b``', 'a\\', '\\*a\\*', '\\', 'a | b', '::: x', '{#a}', 'a {#b}', '$x_1$', 'https://example.org/_a_b_', 'http://a.de/*x*', 'www.a_b.de/_x_', 'a_b@c_d.de', 'snake_case und _Rand_',
    'Ende!', '2 * 3 * 4', '* * *', 'a*b*c', 'a_b_c', '\u00A0Rand\u00A0', '🌼 *', 'Zeile mit # am Ende #', '=', '-- x', '+++', '1)', 'a  b   c',
  ])('%j', (words) => {
    for (const block of [paragraph(text(words)), { type: 'heading', attrs: { level: 2, anchor: null }, content: [text(words)] }]) {
      const inList = { type: 'bulletList', content: [{ type: 'listItem', content: [block.type === 'paragraph' ? block : paragraph(text(words))] }] };
      for (const typed of [doc(block), doc(paragraph(text('davor')), block, paragraph(text('danach'))), doc(inList), doc({ type: 'blockquote', content: [block] }), doc({ type: 'callout', attrs: { kind: 'note' }, content: [block] })]) {
        const written = docToMarkdown(typed);
        expect({ written, same: saysTheSame(markdownToDoc(written).doc, typed) }).toEqual({ written, same: true });
      }
    }
  });

  test('also behind a line break and in cells', () => {
    for (const words of ['# x', '- x', '1. x', '---', '===', '> x', '| --- |', '```', 'a | b', '\\|', 'a\\', '`|`']) {
      const broken = doc(paragraph(text('a | b'), { type: 'hardBreak' }, text(words)));
      expect(saysTheSame(markdownToDoc(docToMarkdown(broken)).doc, broken)).toBe(true);
      const cell = (type: string, content: string): DocNode => ({ type, attrs: { align: null }, content: [paragraph(text(content))] });
      const table = doc({ type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', words), cell('tableHeader', 'b')] }, { type: 'tableRow', content: [cell('tableCell', words), cell('tableCell', words)] }] });
      expect({ words, written: docToMarkdown(table), same: saysTheSame(markdownToDoc(docToMarkdown(table)).doc, table) }).toMatchObject({ same: true });
    }
  });

  test('marks next to letters, quotes and each other survive', () => {
    const rows: readonly (readonly DocNode[])[] = [
      [text('wort'), text('„Zitat“', 'bold'), text('wort')],
      [text('a', 'italic'), text('b', 'bold'), text('c', 'italic')],
      [text('a', 'bold'), text('b', 'bold', 'italic'), text('c', 'italic')],
      [text('a ', 'bold'), text('b')],
      [text('(', 'italic'), text('x')],
      [text('x'), text('y', 'strike', 'bold'), text('z', 'strike')],
      [text('a'), text('`', 'code'), text('b')],
      [text('*', 'bold'), text('*', 'italic')],
      [text('a!'), { type: 'text', text: 'b', marks: [{ type: 'link', attrs: { href: 'https://a.de', title: null } }] }],
      [{ type: 'text', text: 'a ] b', marks: [{ type: 'link', attrs: { href: 'https://a.de/(x) y', title: 'ein "Titel"' } }] }],
      [{ type: 'text', text: 'fett', marks: [{ type: 'link', attrs: { href: '/x', title: null } }, { type: 'bold' }] }, { type: 'text', text: ' rest', marks: [{ type: 'link', attrs: { href: '/x', title: null } }] }],
      [{ type: 'text', text: 'https://a.de/_x_', marks: [{ type: 'link', attrs: { href: 'https://a.de/_x_', title: null } }] }],
    ];
    for (const row of rows) {
      const typed = doc(paragraph(...row));
      const written = docToMarkdown(typed);
      expect({ written, same: saysTheSame(markdownToDoc(written).doc, typed) }).toEqual({ written, same: true });
    }
  });
});

describe('any document', () => {
  // Mulberry32: the same documents on every run, so that a failure can be looked at.
  const randomOf = (seed: number) => (): number => {
    let state = (seed += 0x6d2b79f5);
    state = Math.imul(state ^ (state >>> 15), state | 1);
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
    return ((state ^ (state >>> 14)) >>> 0) / 4294967296;
  };
  const alphabet = ['a', 'Wort', 'ä', ' ', ' ', '*', '_', '`', '[', ']', '(', ')', '#', '-', '1.', '>', '<', '&', '!', '|', '\\', '~', '~~', '„', '“', ':', '.', '\u00A0', 'x_y', '{', '}', '=', '+', '/', '"', "'", '🌼'];

  function randomDocument(seed: number): DocNode {
    const random = randomOf(seed);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
    const words = (): string => Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(alphabet)).join('');
    const inline = (): readonly DocNode[] =>
      Array.from({ length: 1 + Math.floor(random() * 4) }, (): DocNode => {
        if (random() < 0.08) return { type: 'hardBreak' };
        const marks: DocMark[] = [];
        if (random() < 0.15) marks.push({ type: 'link', attrs: { href: pick(['https://a.de/x', '/a (b)', '#c', 'https://a.de/_y_']), title: null } });
        if (random() < 0.12) return { type: 'text', text: words().replace(/\s/g, 'o'), marks: [...marks, { type: 'code' }] };
        return marks.length === 0 ? { type: 'text', text: words() } : { type: 'text', text: words(), marks };
      });
    const block = (depth: number): DocNode => {
      const kind = depth > 2 ? 'paragraph' : pick(['paragraph', 'paragraph', 'heading', 'list', 'quote', 'code', 'rule', 'table', 'callout']);
      const many = (): readonly DocNode[] => Array.from({ length: 1 + Math.floor(random() * 3) }, () => block(depth + 1));
      if (kind === 'heading') return { type: 'heading', attrs: { level: 1 + Math.floor(random() * 4), anchor: null }, content: inline().filter((node) => node.type === 'text') };
      if (kind === 'quote') return { type: 'blockquote', content: many() };
      if (kind === 'callout') return { type: 'callout', attrs: { kind: pick(['note', 'tip', 'warning', 'important']) }, content: many() };
      if (kind === 'code') return { type: 'codeBlock', attrs: { language: null }, content: [text(`${words()}\n${pick(['```', '````', 'x'])}\n${words()}`)] };
      if (kind === 'rule') return { type: 'horizontalRule' };
      if (kind === 'list') {
        const type = pick(['bulletList', 'orderedList', 'taskList']);
        const item = (): DocNode => ({
          type: type === 'taskList' ? 'taskItem' : 'listItem',
          ...(type === 'taskList' && { attrs: { checked: random() < 0.5 } }),
          content: [paragraph(...inline()), ...(random() < 0.4 ? many() : [])],
        });
        return { type, attrs: type === 'orderedList' ? { start: pick([1, 1, 3]) } : {}, content: [item(), item()] };
      }
      if (kind === 'table') {
        const cell = (type: string) => (): DocNode => ({ type, attrs: { align: null }, content: [paragraph(...inline())] });
        return { type: 'table', content: [{ type: 'tableRow', content: Array.from({ length: 2 }, cell('tableHeader')) }, { type: 'tableRow', content: Array.from({ length: 2 }, cell('tableCell')) }] };
      }
      return paragraph(...inline());
    };
    return doc(...Array.from({ length: 2 }, () => block(0)));
  }

  test('of 1500 random ones is read back alike', () => {
    const failures: unknown[] = [];
    for (let seed = 1; seed <= 1500; seed += 1) {
      const typed = randomDocument(seed);
      const written = docToMarkdown(typed);
      const read = markdownToDoc(written);
      if (!saysTheSame(read.doc, typed) || read.sourceOnly.size > 0) failures.push({ seed, written, typed: JSON.stringify(typed), read: JSON.stringify(read.doc) });
    }
    expect(failures.slice(0, 3)).toEqual([]);
  });
});
