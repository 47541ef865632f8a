import type { Mail, MailItem, MailSection } from './mail.js';

const HTML_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => HTML_ENTITIES[sign] ?? sign);
}

/** Line breaks in a name or title must not become headers or lines of their own. */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
}

/** @param known an address that stands in the mail by itself already. */
function itemText({ text, quote, url }: MailItem, known?: string): string {
  const quoted = quote === undefined ? [] : [quote.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')];
  return [text, ...quoted, ...(url === undefined || url === known ? [] : [url])].join('\n');
}

function sectionText({ heading, items }: MailSection, known?: string): string {
  return [...(heading === undefined ? [] : [`${heading}\n${'='.repeat(Math.min(heading.length, 60))}`]), ...items.map((item) => itemText(item, known))].join('\n\n');
}

export function textPartOf(mail: Mail): string {
  const action = mail.action === undefined ? [] : [`${mail.action.label}:\n${mail.action.url}`];
  const notes = mail.notes === undefined ? [] : [`-- \n${mail.notes.map((note) => itemText(note)).join('\n\n')}`];
  return [mail.greeting, ...mail.paragraphs, ...(mail.sections ?? []).map((section) => sectionText(section, mail.action?.url)), ...action, mail.closing.join('\n'), ...notes].join('\n\n');
}

/**
 * What attributes cannot say: that long words break, that tables of a text have lines, and the colours of the dark
 * screen. Programmes that drop this show the mail in light and plain. Loads nothing.
 */
const STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}
main{overflow-wrap:anywhere}
pre,code{white-space:pre-wrap;overflow-wrap:anywhere;font-size:15px}
table{border-collapse:collapse}
th,td{border:1px solid #C9D6CF;padding:4px 8px;text-align:left;vertical-align:top;hyphens:auto}
@media (prefers-color-scheme:dark){
body{background:#101915!important;color:#E6ECE8!important}
a{color:#86CBAE!important}
a.action{background:#86CBAE!important;color:#0B1D16!important}
.quiet{color:#A6B4AC!important}
blockquote,footer,th,td{border-color:#3B4B44!important}
}`;
const LINK = 'color:#1F5F4A';
const QUIET = 'font-size:14px;color:#4a5a54';
const lines = (text: string): string => escapeHtml(text).replace(/\n/g, '<br>');
const paragraph = (text: string): string => `<p style="margin:0 0 16px">${lines(text)}</p>`;

function itemHtml({ text, quote, quoteHtml, quoteLanguage, url }: MailItem): string {
  const line = url === undefined ? lines(text) : `<a href="${escapeHtml(url)}" style="${LINK}">${lines(text)}</a>`;
  const language = quoteLanguage === undefined ? '' : ` lang="${quoteLanguage}"`;
  const quoted = quote === undefined ? '' : `\n<blockquote${language} style="margin:8px 0 0;padding:0 0 0 16px;border-left:3px solid #C9D6CF">${quoteHtml ?? lines(quote)}</blockquote>`;
  return `${line}${quoted}`;
}

/** One thing is a paragraph; several are a list, so that a screen reader says how many there are. */
function sectionHtml({ heading, items }: MailSection): string {
  const title = heading === undefined ? '' : `<h2 style="margin:24px 0 12px;font-size:20px;line-height:1.3">${escapeHtml(heading)}</h2>\n`;
  const [only] = items;
  if (items.length === 1 && only !== undefined) return `${title}<div style="margin:0 0 16px">${itemHtml(only)}</div>`;
  return `${title}<ul style="margin:0 0 16px;padding:0 0 0 20px">\n${items.map((item) => `<li style="margin:0 0 12px">${itemHtml(item)}</li>`).join('\n')}\n</ul>`;
}

/**
 * Plain, readable by screen readers, without images and without anything loaded from elsewhere. The language stands at
 * the text, too: programmes that show mails within a page of their own drop what is around it.
 */
export function htmlPartOf(mail: Mail): string {
  const button =
    mail.action === undefined
      ? ''
      : `<p style="margin:24px 0"><a class="action" href="${escapeHtml(mail.action.url)}" style="background:#1F5F4A;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none;display:inline-block">${escapeHtml(mail.action.label)}</a></p>
<p class="quiet" style="margin:0 0 16px;${QUIET}">${escapeHtml(mail.action.url)}</p>`;
  const notes =
    mail.notes === undefined
      ? ''
      : `<footer class="quiet" style="margin:32px 0 0;border-top:1px solid #C9D6CF;padding:16px 0 0;${QUIET}">
${mail.notes.map((note) => `<p style="margin:0 0 8px">${itemHtml(note)}</p>`).join('\n')}
</footer>`;
  return `<!doctype html>
<html lang="${mail.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(oneLine(mail.subject))}</title>
<style>
${STYLE}
</style></head>
<body style="margin:0;background:#FBFAF6;color:#1E2A26;font:17px/1.6 system-ui,sans-serif">
<main lang="${mail.locale}" style="display:block;max-width:600px;margin:0 auto;padding:32px 20px">
${[mail.greeting, ...mail.paragraphs].map(paragraph).join('\n')}
${(mail.sections ?? []).map(sectionHtml).join('\n')}
${button}
${paragraph(mail.closing.join('\n'))}
${notes}
</main>
</body>
</html>`;
}
