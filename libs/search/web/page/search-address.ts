/** How far back results may lie; `span` is from one day to another. */
export type SearchTime = 'any' | 'month' | 'year' | 'older' | 'span';

/** A search as it stands in the address: can be sent to somebody, comes back with the back button. */
export interface SearchAddress {
  readonly text: string;
  readonly kind: string | null;
  readonly spaceId: string | null;
  readonly topicId: string | null;
  readonly authorId: string | null;
  readonly time: SearchTime;
  /** Days of a `span` such as 2026-03-31; null leaves that side open. */
  readonly from: string | null;
  readonly to: string | null;
  /** The words as they are typed, without mending slips. */
  readonly isExact: boolean;
}

const PARAMETERS = { kind: 'art', spaceId: 'raum', topicId: 'thema', authorId: 'von' } as const;
const TIMES: Readonly<Record<string, SearchTime>> = { monat: 'month', jahr: 'year', aelter: 'older', spanne: 'span' };
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readAddress(parameters: URLSearchParams): SearchAddress {
  const value = (name: string): string | null => parameters.get(name) || null;
  const time = TIMES[parameters.get('zeit') ?? ''] ?? 'any';
  const day = (name: string): string | null => (time === 'span' && dayOf(parameters.get(name)) !== null ? parameters.get(name) : null);
  return {
    text: (parameters.get('q') ?? '').trim(),
    kind: value(PARAMETERS.kind),
    spaceId: value(PARAMETERS.spaceId),
    topicId: value(PARAMETERS.topicId),
    authorId: value(PARAMETERS.authorId),
    time,
    from: day('ab'),
    to: day('bis'),
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
  if (address.time === 'span' && address.from !== null) parameters.set('ab', address.from);
  if (address.time === 'span' && address.to !== null) parameters.set('bis', address.to);
  if (address.isExact) parameters.set('genau', 'ja');
  return `/suche?${parameters}`;
}

export function isNarrowed({ kind, spaceId, topicId, authorId, time, from, to }: SearchAddress): boolean {
  // A span without a day is only about to be chosen.
  const isTimed = time === 'span' ? from !== null || to !== null : time !== 'any';
  return kind !== null || spaceId !== null || topicId !== null || authorId !== null || isTimed;
}

const listOf = (value: string | null): string[] | null => (value === null ? null : [value]);

/** Midnight of a day here; null where there is no such day. */
function dayOf(day: string | null): Date | null {
  if (day === null || !DAY.test(day)) return null;
  const midnight = new Date(`${day}T00:00:00`);
  return Number.isNaN(midnight.getTime()) ? null : midnight;
}

function endOf(day: string | null): Date | null {
  const midnight = dayOf(day);
  return midnight === null ? null : new Date(midnight.getFullYear(), midnight.getMonth(), midnight.getDate() + 1, 0, 0, 0, -1);
}

/** The filters as the server wants them; a span holds both of its days whole. */
export function filtersOf(address: SearchAddress) {
  const { time } = address;
  return {
    kinds: listOf(address.kind),
    spaceIds: listOf(address.spaceId),
    topicIds: listOf(address.topicId),
    authorIds: listOf(address.authorId),
    period: time === 'any' || time === 'span' ? null : time,
    since: dayOf(address.from)?.toISOString() ?? null,
    until: endOf(address.to)?.toISOString() ?? null,
  };
}
