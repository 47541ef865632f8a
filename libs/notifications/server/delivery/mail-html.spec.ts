import { renderMarkdown } from '#text/server';
import { htmlForMail } from './mail-html.js';

const ORIGIN = 'https://pusteblume.example';
const inMail = (html: string): string => htmlForMail(html, ORIGIN, `${ORIGIN}/d/faden/3`);

describe('a text in a mail', () => {
  it('keeps what it is made of: headings, lists, tables, emphasis, quotations', async () => {
    const { html } = renderMarkdown('## Stand\n\n- **eins**\n- zwei\n\n> zitiert\n\n| a | b |\n|---|---|\n| 1 | 2 |\n', { locale: 'de' });
    for (const part of ['<h2', '<li>', '<strong>eins</strong>', '<blockquote>', '<table>', '<th']) expect(inMail(html)).toContain(part);
  });

  it('leads to the programme alone; other addresses are there to be read', () => {
    expect(inMail('<a href="/tipp/x">Tipp</a>')).toBe(`<a href="${ORIGIN}/tipp/x">Tipp</a>`);
    expect(inMail('<a href="#fn1">1</a>')).toBe(`<a href="${ORIGIN}/d/faden/3#fn1">1</a>`);
    expect(inMail('<a href="https://anderswo.example/a?b=1&amp;c" title="x">Passwort <strong>ändern</strong></a>')).toBe('Passwort <strong>ändern</strong> (https://anderswo.example/a?b=1&amp;c)');
    expect(inMail('<a href="https://pusteblume.example.anderswo.example/">Konto</a>')).not.toContain('<a');
    expect(inMail('<a href="https://anderswo.example">https://anderswo.example</a>')).toBe('https://anderswo.example');
  });

  it('loads and runs nothing', () => {
    const html = inMail('<img src="https://zaehlt.example/1.png" alt="Bild"><img src="/datei/1" alt="Plan"><script>x()</script><p style="background:url(https://zaehlt.example)" onclick="x()">a</p><a href="javascript:x()">b</a>');
    expect(html).not.toMatch(/<img|src=|style=|script|onclick|url\(/);
    expect(html).toContain(`<a href="${ORIGIN}/datei/1">Plan</a>`);
  });
});
