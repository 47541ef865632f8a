const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Whether the server would show a link to this address: the same rule as there, told before saving. */
export function isLinkable(address: string): boolean {
  const text = address.trim();
  // oxlint-disable-next-line no-control-regex -- browsers skip control characters in addresses, so must the check
  if (text === '' || /[\u0000-\u001F\\]/.test(text)) return false;
  if (/^(?:#|\/(?!\/)|\.{1,2}\/)/.test(text)) return true;
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(text)?.[0].toLowerCase();
  if (scheme === undefined) return /^[\w./-]+(?:[?#].*)?$/.test(text);
  return schemes.has(scheme) && URL.canParse(text);
}

/** What somebody means who types an address: `a@b.de` is mail, `www.example.org` or `example.org/x` lies in the web. */
export function completedAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i.test(text)) return `mailto:${text}`;
  if (/^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#:]\S*)?$/i.test(text) && !/^[a-z]+:/i.test(text)) return `https://${text}`;
  if (/^\+?[\d\s/()-]{6,}$/.test(text) && /\d{5}/.test(text.replace(/\D/g, ''))) return `tel:${text.replace(/[^\d+]/g, '')}`;
  const isOwn = /^(?:#|\/(?!\/))/.test(text) && !/\s/.test(text);
  const hasScheme = /^(?:https?:\/\/|mailto:|tel:)\S+$/i.test(text);
  return (isOwn || hasScheme) && isLinkable(text) ? text : undefined;
}
