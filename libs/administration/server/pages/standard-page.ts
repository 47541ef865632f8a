/**
 * A page every installation has from its first start and every operator rewrites. What only the operator can know stands
 * in double square brackets; as long as one is left, administration reminds of it.
 */
export interface StandardPage {
  readonly slug: 'impressum' | 'datenschutz' | 'barrierefreiheit' | 'hausregeln';
  /** Counts up with each change of meaning. Consents name the version they were given to. */
  readonly version: number;
  /** The day from which this wording holds, ISO 8601. */
  readonly validFromOn: string;
  readonly de: PageText;
  readonly en: PageText;
}

export interface PageText {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

/** What the operator still has to fill in, in order of appearance, each once. */
export function openPlaceholders(body: string): readonly string[] {
  return [...new Set([...body.matchAll(/\[\[([^\]]+)\]\]/g)].map((match) => match[1] ?? ''))];
}
