import { htmlForElsewhere } from '#text/server';

/**
 * A rendered text as a mail carries it: nothing that is loaded, and nothing to click that leads elsewhere. Whoever gets a
 * mail of ours trusts its links; where somebody's text leads is shown as an address to read.
 */
export function htmlForMail(html: string, origin: string, pageUrl: string): string {
  const isOwn = (href: string): boolean => href === origin || href.startsWith(`${origin}/`);
  // What comes out of there is well formed, with whole and escaped addresses, and links lie in no other link.
  return htmlForElsewhere(html, { origin, pageUrl }).replace(/<a href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (link, href: string, words: string) => {
    if (isOwn(href)) return link;
    return words === href ? words : `${words} (${href})`;
  });
}
