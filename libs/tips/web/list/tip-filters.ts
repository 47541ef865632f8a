/** What a list of tips shows; lives in the address, so that it can be sent on and come back to. */
export interface TipFilters {
  /** Slug of a topic. */
  readonly topic: string | null;
  /** Account id of an author. */
  readonly author: string | null;
  readonly state: TipListState;
  readonly sort: TipListSort;
}

export type TipListState = 'published' | 'draft' | 'review' | 'retired' | 'hidden';
export type TipListSort = 'revised' | 'title' | 'helped';

const stateWords = { draft: 'entwurf', review: 'freigabe', retired: 'zurueckgezogen', hidden: 'ausgeblendet' } as const;
const sortWords = { title: 'titel', helped: 'hilfreich' } as const;

function keyOf<Key extends string>(words: Readonly<Record<Key, string>>, word: string | null): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word);
}

/** Unknown words in an address count as absent: somebody may have typed it. */
export function filtersFrom(search: URLSearchParams): TipFilters {
  return {
    topic: search.get('thema') || null,
    author: search.get('von') || null,
    state: keyOf(stateWords, search.get('zustand')) ?? 'published',
    sort: keyOf(sortWords, search.get('sortierung')) ?? 'revised',
  };
}

/** The address of a list; what is usual is left out. */
export function searchOf(filters: TipFilters): URLSearchParams {
  const search = new URLSearchParams();
  if (filters.topic !== null) search.set('thema', filters.topic);
  if (filters.author !== null) search.set('von', filters.author);
  if (filters.state !== 'published') search.set('zustand', stateWords[filters.state]);
  if (filters.sort !== 'revised') search.set('sortierung', sortWords[filters.sort]);
  return search;
}

/** Whether anything is left out of the list. */
export function isNarrowed(filters: TipFilters): boolean {
  return filters.topic !== null || filters.author !== null || filters.state !== 'published';
}
