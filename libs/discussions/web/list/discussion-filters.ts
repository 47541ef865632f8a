export const shownFilters = ['all', 'new', 'unread', 'unanswered', 'solved', 'mine', 'followed'] as const;
export type ShownFilter = (typeof shownFilters)[number];
export type ShownKind = 'question' | 'exchange';

/** What a list of discussions shows; lives in the address, so that it can be sent on and come back to. */
export interface DiscussionFilters {
  readonly filter: ShownFilter;
  /** Slug of a topic. */
  readonly topic: string | null;
  readonly kind: ShownKind | null;
  /** Only under the viewer's own topics. */
  readonly onlyMyTopics: boolean;
}

const filterWords = { new: 'neu', unread: 'ungelesen', unanswered: 'unbeantwortet', solved: 'geloest', mine: 'meine', followed: 'gefolgt' } as const;
const kindWords = { question: 'frage', exchange: 'austausch' } as const;

/** Those that say something about the one who looks: nothing for guests. */
export const personalFilters: readonly ShownFilter[] = ['new', 'unread', 'mine', 'followed'];

function keyOf<Key extends string>(words: Readonly<Record<Key, string>>, word: string | null): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word);
}

/** Unknown words in an address count as absent: somebody may have typed it. */
export function filtersFrom(search: URLSearchParams): DiscussionFilters {
  return {
    filter: keyOf(filterWords, search.get('zeige')) ?? 'all',
    topic: search.get('thema') || null,
    kind: keyOf(kindWords, search.get('art')) ?? null,
    onlyMyTopics: search.get('themen') === 'meine',
  };
}

/** The address of a list; what is usual is left out. */
export function searchOf({ filter, topic, kind, onlyMyTopics }: DiscussionFilters): URLSearchParams {
  const search = new URLSearchParams();
  if (filter !== 'all') search.set('zeige', filterWords[filter]);
  if (topic !== null) search.set('thema', topic);
  if (kind !== null) search.set('art', kindWords[kind]);
  if (onlyMyTopics) search.set('themen', 'meine');
  return search;
}

/** Whether anything is left out of the list. */
export function isNarrowed({ filter, topic, kind, onlyMyTopics }: DiscussionFilters): boolean {
  return filter !== 'all' || topic !== null || kind !== null || onlyMyTopics;
}
