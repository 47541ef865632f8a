/** How far back results may lie. */
export type SearchTime = 'any' | 'month' | 'year';

/** A search as it stands in the address: can be sent to somebody, comes back with the back button. */
export interface SearchAddress {
  readonly text: string;
  readonly kind: string | null;
  readonly spaceId: string | null;
  readonly topicId: string | null;
  readonly authorId: string | null;
  readonly time: SearchTime;
  /** The words as they are typed, without mending slips. */
  readonly isExact: boolean;
}

const PARAMETERS = { kind: 'art', spaceId: 'raum', topicId: 'thema', authorId: 'von' } as const;
const TIMES: Readonly<Record<string, SearchTime>> = { monat: 'month', jahr: 'year' };
const DAYS: Readonly<Record<Exclude<SearchTime, 'any'>, number>> = { month: 30, year: 365 };

export function readAddress(parameters: URLSearchParams): SearchAddress {
  const value = (name: string): string | null => parameters.get(name) || null;
  return {
    text: (parameters.get('q') ?? '').trim(),
    kind: value(PARAMETERS.kind),
    spaceId: value(PARAMETERS.spaceId),
    topicId: value(PARAMETERS.topicId),
    authorId: value(PARAMETERS.authorId),
    time: TIMES[parameters.get('zeit') ?? ''] ?? 'any',
    isExact: parameters.get('genau') === 'ja',
  };
}

export function writeAddress(address: SearchAddress): string {
  const parameters = new URLSearchParams({ q: address.text });
  for (const [field, name] of Object.entries(PARAMETERS)) {
    const value = address[field as keyof typeof PARAMETERS];
    if (value !== null) parameters.set(name, value);
  }
  const time = Object.entries(TIMES).find(([, meaning]) => meaning === address.time)?.[0];
  if (time !== undefined) parameters.set('zeit', time);
  if (address.isExact) parameters.set('genau', 'ja');
  return `/suche?${parameters}`;
}

export function isNarrowed({ kind, spaceId, topicId, authorId, time }: SearchAddress): boolean {
  return kind !== null || spaceId !== null || topicId !== null || authorId !== null || time !== 'any';
}

const listOf = (value: string | null): string[] | null => (value === null ? null : [value]);

/** The filters as the server wants them. Days are counted from midnight, so that the same page asks the same question. */
export function filtersOf(address: SearchAddress, now: Date) {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  if (address.time !== 'any') midnight.setDate(midnight.getDate() - DAYS[address.time]);
  return {
    kinds: listOf(address.kind),
    spaceIds: listOf(address.spaceId),
    topicIds: listOf(address.topicId),
    authorIds: listOf(address.authorId),
    since: address.time === 'any' ? null : midnight.toISOString(),
  };
}
