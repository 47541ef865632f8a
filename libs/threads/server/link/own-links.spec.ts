import { renderMarkdown } from '#text/server';
import { htmlWithLinks, linksInHtml, linksInMarkdown, markdownWithLinks } from './own-links.js';

const id = '0190a0bc-0000-7000-8000-00000000abcd';
const ownOrigin = 'https://community.example';
const html = (markdown: string): string => renderMarkdown(markdown, { ownOrigin }).html;

describe('links of a text to posts', () => {
  it.each([
    `[Quelle](/beitrag/${id})`,
    `[Quelle](/Beitrag/${id.toUpperCase()})`,
    `[Quelle](${ownOrigin}/beitrag/${id}?x=1#y)`,
    `[Quelle](//beitrag/../beitrag//${id})`.replace('//beitrag/../', '/'),
    `[Quelle](/x/../beitrag/${id})`,
    `[Quelle](/beitrag/${id.replaceAll('-', '%2D')})`,
    `[Quelle](</beitrag/${id}> "Titel")`,
    `[Quelle][1]\n\n[1]: /beitrag/${id}`,
    `<a href="/beitrag/${id}">Quelle</a>`,
    `${ownOrigin}/beitrag/${id}`,
  ])('are found as they are shown: %s', (markdown) => {
    expect(linksInHtml(html(markdown))).toEqual([{ place: 'beitrag', key: id }]);
    const rest = htmlWithLinks(html(markdown), () => false);
    expect(rest).not.toContain('href');
    expect(htmlWithLinks(html(markdown), () => true)).toBe(html(markdown));
  });

  it('leave their words, with what is marked in them', () => {
    expect(htmlWithLinks(html(`> Rat\n>\n> — [aus *einer* Diskussion](/beitrag/${id}) [Amt](https://amt.example/)`), ({ key }) => key !== id)).toMatch(
      /— aus <em>einer<\/em> Diskussion <a [^>]*href="https:\/\/amt\.example\/"/,
    );
  });

  it('but not an address that is written out and bears a title', () => {
    expect(htmlWithLinks(html(`Siehe ${ownOrigin}/d/wärmenetz-00abcd/3.`), () => false)).toBe('<p>Siehe ….</p>');
  });

  it('and in Markdown, where an address that stands alone is taken out, too', () => {
    const text = `[Quelle](/beitrag/${id} "Titel"), [zwei][1], ${ownOrigin}/d/wie-weiter-00abcd/12, [Amt](https://amt.example/d/datei-1)\n\n[1]: /d/wie-weiter-00abcd`;
    expect(new Set(linksInMarkdown(text, ownOrigin).map(({ place, key }) => `${place} ${key}`))).toEqual(new Set([`beitrag ${id}`, 'd wie-weiter-00abcd']));
    expect(markdownWithLinks(text, ownOrigin, () => false)).toBe('Quelle, [zwei][1], …/12, [Amt](https://amt.example/d/datei-1)\n\n[1]: …');
    expect(markdownWithLinks(text, ownOrigin, () => true)).toBe(text);
  });

  it('and in Markdown also where the key is short, the place encoded, brackets stand among the words or before them', () => {
    expect(markdownWithLinks('[a](/tipp/laerm) /tipp/laerm [b](/%64/lang-00abcd) [c [d] \\] e](/d/x)', ownOrigin, () => false)).toBe('a … b c [d] \\] e');
    expect(markdownWithLinks('\\\\[a](/d/geheim-1) [[b](/d/geheim-2) [c](/d/geheim-3?x=(y))', ownOrigin, () => false)).not.toContain('geheim');
  });

  it('cost no time where somebody means ill in HTML', () => {
    const begun = process.threadCpuUsage();
    for (const part of ['<a href="/a/', '<a ', '"']) linksInHtml(part.repeat(200_000 / part.length).slice(0, 100_000));
    expect(process.threadCpuUsage(begun).user).toBeLessThan(3_000_000);
  });

  it.each(['[', '[a ', '[a](', '[](', '[a](/d/abcdef', '\\[a', '[a [b]', '[[a]', '[a](b "', '](', '/', '/d/', '/d/a', ownOrigin, `${ownOrigin}/`, 'https://'])(
    'cost no time where somebody means ill in Markdown: %s',
    (part) => {
      const text = `${part.repeat(Math.ceil(199_000 / part.length))} [x](/tipp/irgendwas)`;
      const begun = process.threadCpuUsage();
      expect(linksInMarkdown(text, ownOrigin)).toContainEqual({ place: 'tipp', key: 'irgendwas' });
      expect(markdownWithLinks(text, ownOrigin, () => false)).not.toContain('irgendwas');
      expect(process.threadCpuUsage(begun).user).toBeLessThan(700_000);
    },
  );
});
