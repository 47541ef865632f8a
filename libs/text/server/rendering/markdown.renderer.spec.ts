import { plainTextOf, renderMarkdown } from '../index.js';

const html = (source: string): string => renderMarkdown(source).html;

describe('plain Markdown', () => {
  test.each([
    ['Ein *wichtiger* **Satz**', '<p>Ein <em>wichtiger</em> <strong>Satz</strong></p>'],
    ['~~weg~~', '<p><s>weg</s></p>'],
    ['`a < b`', '<p><code>a &lt; b</code></p>'],
    ['    eingerückt', '<pre tabindex="0" role="group" aria-label="Quelltext"><code>eingerückt\n</code></pre>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['3. a\n4. b', '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
    ['- a\n  - b', '<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>'],
    ['> Zitat', '<blockquote>\n<p>Zitat</p>\n</blockquote>'],
    ['---', '<hr />'],
    ['a  \nb', '<p>a<br />\nb</p>'],
    ['a\nb', '<p>a\nb</p>'],
    ['\\*kein Stern\\*', '<p>*kein Stern*</p>'],
    ['&uuml; &amp; &lt;', '<p>ü &amp; &lt;</p>'],
    ['snake_case_name', '<p>snake_case_name</p>'],
    ['5 < 6 & 7 > 3', '<p>5 &lt; 6 &amp; 7 &gt; 3</p>'],
    ['H<sub>2</sub>O', '<p>H<sub>2</sub>O</p>'],
    ['', ''],
  ])('%j', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  test('code with a fence inside stays one block', () => {
    expect(html('````md\n```\ninnen\n```\n````')).toBe(
      '<pre tabindex="0" role="group" aria-label="Quelltext"><code class="language-md">```\ninnen\n```\n</code></pre>',
    );
  });
});

describe('headings', () => {
  test('leave level 1 to the page and never skip a level', () => {
    const { html, outline } = renderMarkdown('# Eins\n\n### Drei\n\n## Zwei\n\nUnten\n=====');
    expect(outline.map(({ level, text }) => `${level} ${text}`)).toEqual(['2 Eins', '3 Drei', '3 Zwei', '2 Unten']);
    expect(html).not.toContain('<h1');
  });

  test('have readable, unique ids that the page around cannot have', () => {
    const { outline } = renderMarkdown('## Förderung & Anträge\n\n## Förderung & Anträge\n\n## Ω\n\n## root');
    expect(outline.map(({ id }) => id)).toEqual(['t-foerderung-und-antraege', 't-foerderung-und-antraege-1', 't-abschnitt', 't-root']);
  });

  test('are found by links as other programs write them', () => {
    expect(html('[a](#Für-Städte)\n\n## Für Städte')).toContain('<a href="#t-fuer-staedte">a</a>');
    expect(html('[a](#dcat-apde)\n\n## DCAT-AP.de')).toContain('<a href="#t-dcat-ap-de">a</a>');
    expect(html('[a](#ziel)\n\n## Überschrift {#ziel}')).toContain('<h2 id="t-ziel">Überschrift</h2>');
    expect(html('[a](#glossar_api)\n\n<a name="glossar_api">API</a>')).toContain('<a href="#t-glossar-api">a</a></p>\n<p><span id="t-glossar-api">API</span>');
  });

  test('written as HTML are treated alike, empty ones are none', () => {
    const { html, outline } = renderMarkdown('<h1 onclick="x">Roh</h1>\n\n#\n\n> ## Im Zitat');
    expect(outline).toEqual([{ level: 2, id: 't-roh', text: 'Roh' }]);
    expect(html).toContain('<h2 id="t-roh">Roh</h2>');
    expect(html).toContain('<h3 id="t-im-zitat">');
  });

  test('take another prefix and level where several texts stand on one page', () => {
    expect(renderMarkdown('# A', { idPrefix: 'kapitel-2-', topHeadingLevel: 3 }).html).toBe('<h3 id="kapitel-2-a">A</h3>');
  });
});

describe('tables, tasks, callouts, footnotes', () => {
  test('a table scrolls by keyboard and says what it is', () => {
    const table = html('| Phase | Dauer |\n|:--|--:|\n| Start | 2 h |');
    expect(table).toContain('<div class="text-scroll" tabindex="0" role="group" aria-label="Tabelle: Phase, Dauer"><table>');
    expect(table).toContain('<th scope="col" class="text-align-left">Phase</th>');
    expect(table).toContain('<td class="text-align-right">2 h</td>');
    expect(table).not.toContain('style=');
  });

  test('an empty table header is a plain cell', () => {
    expect(html('| | B |\n|--|--|\n| a | b |')).toContain('<td></td>\n<th scope="col">B</th>');
  });

  test('tasks are read out with their state', () => {
    const list = html('- [ ] offen\n- [x] fertig\n- [nein] kein Kästchen');
    expect(list).toContain('<li class="text-task"><span class="text-check" role="img" aria-label="offen"></span> offen</li>');
    expect(list).toContain('<span class="text-check text-check-done" role="img" aria-label="erledigt"></span> fertig');
    expect(list).toContain('<li>[nein] kein Kästchen</li>');
  });

  test.each([
    ['NOTE', 'note', 'Hinweis'],
    ['TIP', 'tip', 'Tipp'],
    ['IMPORTANT', 'important', 'Wichtig'],
    ['WARNING', 'warning', 'Achtung'],
    ['caution', 'warning', 'Achtung'],
  ])('[!%s] is a callout', (marker, kind, title) => {
    expect(html(`> [!${marker}]\n> Text`)).toBe(
      `<div class="text-callout text-callout-${kind}" role="note"><p class="text-callout-title">${title}</p>\n<p>Text</p>\n</div>`,
    );
  });

  test('a callout holds blocks, an unknown marker stays a quote', () => {
    expect(html('> [!TIP]\n>\n> - a\n> - b')).toContain('Tipp</p>\n<ul>');
    expect(html('> [!CONSTRUCTOR]\n> x')).toContain('<blockquote>\n<p>[!CONSTRUCTOR]');
    expect(renderMarkdown('> [!NOTE]\n> x', { locale: 'en' }).html).toContain('>Note</p>');
  });

  test('footnotes are numbered by citation, linked both ways, and left out if nobody cites them', () => {
    const text = html('A[^b] B[^a] A[^b]\n\n[^a]: Erste\n[^b]: Zweite *Note*\n    geht weiter\n[^c]: ungenannt\n\nDanach');
    expect(text).toContain('<a id="t-fnref-1" href="#t-fn-1" aria-label="Anmerkung 1">1</a>');
    expect(text).toContain('<a id="t-fnref-1-2" href="#t-fn-1" aria-label="Anmerkung 1">1</a>');
    expect(text).toContain('<li id="t-fn-1"><p>Zweite <em>Note</em>\ngeht weiter <a class="text-footnote-back" href="#t-fnref-1" aria-label="Zurück zur Stelle im Text">↩</a></p>');
    expect(text).toContain('<li id="t-fn-2"><p>Erste');
    expect(text).toContain('<p>Danach</p>');
    expect(text).not.toContain('ungenannt');
  });

  test('a citation without a footnote stays text, footnotes may cite footnotes', () => {
    expect(html('A[^nichts]')).toBe('<p>A[^nichts]</p>');
    expect(html('A[^1]\n\n[^1]: x[^2]\n\n[^2]: y[^1]')).toContain('<li id="t-fn-2"><p>y');
  });
});

describe('links and pictures', () => {
  const options = {
    ownOrigin: 'https://pusteblume.example',
    resolveLink: (href: string) => (href.startsWith('kapitel.md') ? '/tipps/kapitel' : undefined),
  };
  const external = 'rel="noopener noreferrer nofollow" referrerpolicy="no-referrer" class="text-external"';

  test.each([
    ['[a](https://example.org/x?y=1&z=2)', `<a href="https://example.org/x?y=1&amp;z=2" ${external}>a</a>`],
    ['https://example.org/a_b_c', `<a href="https://example.org/a_b_c" ${external}>https://example.org/a_b_c</a>`],
    ['www.example.org/x', `<a href="https://www.example.org/x" ${external}>www.example.org/x</a>`],
    ['<https://example.org>', `<a href="https://example.org/" ${external}>https://example.org</a>`],
    ['[a](//example.org/x)', `<a href="https://example.org/x" ${external}>a</a>`],
    ['post@example.org', '<a href="mailto:post@example.org">post@example.org</a>'],
    ['[](https://example.org/a?b=1&c=2)', `<a href="https://example.org/a?b=1&amp;c=2" ${external}>https://example.org/a?b=1&amp;c=2</a>`],
    ['[a](tel:+49301234)', '<a href="tel:+49301234">a</a>'],
    ['[a](https://pusteblume.example/tipps/1)', '<a href="/tipps/1">a</a>'],
    ['[a](/tipps/1#x)', '<a href="/tipps/1#x">a</a>'],
    ['[a](kapitel.md#x "Titel")', '<a title="Titel" href="/tipps/kapitel">a</a>'],
    ['[a](fehlt.md)', '<span class="text-dead-link">a</span>'],
    ['README.md', 'README.md'],
    ['![Plan](/files/1.png "Titel")', '<img src="/files/1.png" alt="Plan" title="Titel" loading="lazy" decoding="async" />'],
    ['![Plan](https://example.org/1.png)', `<a href="https://example.org/1.png" ${external}>Bild: Plan</a>`],
    ['![Plan](images/1.png)', '<span class="text-missing-image">Bild: Plan</span>'],
    ['![](data:image/png;base64,AAAA)', '<span class="text-missing-image">Bild</span>'],
    ['[![a](https://example.org/1.png)](https://example.org)', `<a href="https://example.org/" ${external}><span class="text-missing-image">Bild: a</span></a>`],
    ['<iframe src="https://video.example/1"></iframe>', `<a href="https://video.example/1" ${external}>Eingebetteter Inhalt: video.example</a>`],
  ])('%s', (source, expected) => {
    expect(renderMarkdown(source, options).html.replace(/^<p>|<\/p>$/g, '')).toBe(expected);
  });

  test('are listed with what became of them', () => {
    const { links } = renderMarkdown('[a](kapitel.md) [b](fehlt.md) [c](https://example.org) [d](#x) [e](mailto:a@b.de)', options);
    expect(links.map(({ kind, target }) => [kind, target])).toEqual([
      ['file', '/tipps/kapitel'],
      ['file', undefined],
      ['external', 'https://example.org/'],
      ['anchor', '#x'],
      ['address', 'mailto:a@b.de'],
    ]);
  });

  test('a resolver cannot lead to another host', () => {
    expect(renderMarkdown('[a](x.md)', { resolveLink: () => '//evil.example' }).html).toBe('<p><span class="text-dead-link">a</span></p>');
    expect(renderMarkdown('[a](x.md)', { resolveLink: () => 'javascript:alert(1)' }).html).toBe('<p><span class="text-dead-link">a</span></p>');
  });
});

describe('plain text and figures', () => {
  test('have a line per block, no signs, no footnote numbers, no titles of callouts', () => {
    const source = '# Titel\n\nEin **fetter** [Link](https://a.de)[^1].\n\n> [!NOTE]\n> Hinweistext\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n- eins\n- [x] zwei\n\n[^1]: Fußnote';
    expect(plainTextOf(source)).toBe('Titel\nEin fetter Link.\nHinweistext\na b\n1 2\neins\nzwei\nFußnote');
  });

  test('count words and minutes', () => {
    const { words, readingMinutes } = renderMarkdown('wort '.repeat(900));
    expect(words).toBe(900);
    expect(readingMinutes).toBe(5);
  });
});
