import { renderMarkdown } from '../index.js';
import { withoutOwnAddresses } from './own-addresses.js';

const ownOrigin = 'https://community.example';
const plain = (markdown: string): string => renderMarkdown(markdown, { ownOrigin }).plainText;

describe('own addresses in plain text', () => {
  it.each([
    [`Siehe ${ownOrigin}/d/haushaltssperre-00abcd/12?x=1#y, bitte.`, 'Siehe …, bitte.'],
    ['Siehe /d/haushaltssperre-00abcd.', 'Siehe ….'],
    ['/tipp/lärm', '…'],
    ['`/%64/haushaltssperre-00abcd`', '…'],
    [`<${ownOrigin}/beitrag/0190a0bc-0000-7000-8000-00000000abcd>`, '…'],
    ['community.example/tipp/geheim-00abcd und http://community.example/tipp/geheim-00abcd', '… und …'],
    [`[/d/haushaltssperre-00abcd](/d/haushaltssperre-00abcd)`, '…'],
  ])('are but a sign: %s', (markdown, expected) => {
    expect(plain(markdown)).toBe(expected);
  });

  it.each(['und/d/oder', 'https://amt.example/d/datei-1', 'notcommunity.example/d/datei-1', '/etc/hosts', '/hilfe/suche', '1/d/2'])('what is none stays: %s', (text) => {
    expect(plain(text)).toBe(text);
  });

  it('leave the words of a link alone, and the page as it is', () => {
    const { html, plainText } = renderMarkdown('[Siehe dort](/d/haushaltssperre-00abcd)', { ownOrigin });
    expect(plainText).toBe('Siehe dort');
    expect(html).toContain('href="/d/haushaltssperre-00abcd"');
  });

  it.each(['/', '/d/', '/d/a?', 'https://', ownOrigin, '/%64/', 'd/'])('cost no time where somebody means ill: %s', (part) => {
    const begun = process.threadCpuUsage();
    withoutOwnAddresses(part.repeat(Math.ceil(199_000 / part.length)), ownOrigin);
    expect(process.threadCpuUsage(begun).user).toBeLessThan(700_000);
  });
});
