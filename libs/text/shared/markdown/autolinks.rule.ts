import type { MarkdownIt } from 'markdown-it';

const webAddress = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[^\s<>"'()]*[^\s<>"'().,:;!?])?/i;
/* No address is longer; a search over the rest of a text for each `www.` would be. */
const longestAddress = 2048;

/**
 * Addresses become links when they have a scheme, begin with `www.` or are mail addresses. Host names alone do not: `.md`
 * and `.zip` are top level domains, and file names would become links.
 */
export function autolinks(md: MarkdownIt): void {
  // Two slashes in a sentence are no address.
  md.linkify.add('//', null);
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false });
  md.linkify.add('www.', {
    validate: (text: string, position: number) => webAddress.exec(text.slice(position, position + longestAddress))?.[0].length ?? 0,
    normalize: (match) => {
      match.url = `https://${match.url}`;
    },
  });
}
