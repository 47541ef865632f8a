/** Who shall no longer be named, and in whose place. */
export interface PersonInTexts {
  readonly accountId: string;
  /** What the person wrote: quotations name its author. */
  readonly postIds: ReadonlySet<string>;
  readonly ownOrigin: string;
  readonly instead: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A Markdown text without the name of a person: mentions become words, attributions of quotations keep their link. */
export function withoutPerson(markdown: string, { accountId, postIds, ownOrigin, instead }: PersonInTexts): string {
  const link = new RegExp(`\\[(?:\\\\.|[^\\]\\\\])*\\]\\(\\s*<?(?:${escaped(ownOrigin)})?/(person|beitrag)/([0-9a-f-]{36})[^)]*\\)`, 'gi');
  return markdown.replace(link, (whole, kind: string, id: string) => {
    if (kind.toLowerCase() === 'person') return id.toLowerCase() === accountId ? instead : whole;
    return postIds.has(id.toLowerCase()) ? `[${instead}](/beitrag/${id})` : whole;
  });
}
