/** First parts of own addresses whose second part tells a title, or leads to words: discussions, tips, posts. */
export const TITLED_PLACES: ReadonlySet<string> = new Set(['beitrag', 'd', 'tipp']);

/**
 * Own addresses in plain words: place and key, encoded as they were written. Paths of other hosts are none, whatever they look
 * like. Every run of signs has an end, so that a text made of beginnings alone takes no time.
 */
export function ownAddresses(ownOrigin: string): RegExp {
  const host = ownOrigin.replace(/^https?:\/\//i, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:(?:https?://)?(?<![\\p{L}\\p{N}._%-])${host}|(?<![\\p{L}\\p{N}.:/_%-]))/{1,9}([a-z\\d%]{1,60})/{1,9}([\\p{L}\\p{N}%_-]{1,300})`, 'giu');
}

/**
 * Plain text is read by whoever sees the text, in lists, hits and mails that ask for no reader. An address written out tells the
 * title of what it leads to, also to those for whom the door is closed: a sign stands in its place.
 */
export function withoutOwnAddresses(plainText: string, ownOrigin: string): string {
  if (!plainText.includes('/')) return plainText;
  // What follows the key is a page or a place on it, and means nothing alone.
  const whole = new RegExp(`${ownAddresses(ownOrigin).source}(?:/\\d{1,9})?(?:[?#][^\\s<>"')\\]]{0,300}[\\p{L}\\p{N}=_/-])?`, 'giu');
  return plainText.replace(whole, (address, place: string) => (TITLED_PLACES.has(decoded(place).toLowerCase()) ? '…' : address));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
