import type { Mail } from './mail.js';

const HTML_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => HTML_ENTITIES[sign] ?? sign);
}

/** Line breaks in a name or title must not become headers or lines of their own. */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
}

export function textPartOf(mail: Mail): string {
  const action = mail.action === undefined ? [] : [`${mail.action.label}:\n${mail.action.url}`];
  return [mail.greeting, ...mail.paragraphs, ...action, mail.closing.join('\n')].join('\n\n');
}

/** Plain, readable by screen readers, without images and without anything loaded from elsewhere. */
export function htmlPartOf(mail: Mail): string {
  const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escapeHtml(text).replace(/\n/g, '<br>')}</p>`;
  const button =
    mail.action === undefined
      ? ''
      : `<p style="margin:24px 0"><a href="${escapeHtml(mail.action.url)}" style="background:#1F5F4A;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none;display:inline-block">${escapeHtml(mail.action.label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;color:#4a5a54">${escapeHtml(mail.action.url)}</p>`;
  return `<!doctype html>
<html lang="${mail.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(oneLine(mail.subject))}</title></head>
<body style="margin:0;background:#FBFAF6;color:#1E2A26;font:17px/1.6 system-ui,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:32px 20px">
${[mail.greeting, ...mail.paragraphs].map(paragraph).join('\n')}
${button}
${paragraph(mail.closing.join('\n'))}
</div>
</body>
</html>`;
}
