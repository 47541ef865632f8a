/**
 * The one contract that both engines (PostgreSQL, Meilisearch) fulfil. A hub knows no content: what a document is
 * about is named by `kind`, who may find it by `audience`.
 */

/** Everybody may find it, also without an account. */
export const AUDIENCE_EVERYONE = 'everyone';
/** Every approved member of the programme may find it. */
export const AUDIENCE_PROGRAMME = 'programme';

export interface SearchDocument {
  /** uuid of the thing itself; unique over all kinds. */
  readonly id: string;
  /** `tip`, `space`, `person` …: the name its domain registered. */
  readonly kind: string;
  /** The id of the space whose readers may find it, or one of the two constants above. */
  readonly audience: string;
  /** The space it belongs to, for the filter; null for people. */
  readonly spaceId: string | null;
  readonly authorIds: readonly string[];
  readonly topicIds: readonly string[];
  readonly title: string;
  /** Plain text, no markup. */
  readonly body: string;
  /** Further words that should lead here (synonyms of its topics); weighs like the body, never shown. */
  readonly keywords: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** 1 is usual; below 1 sinks (an overdue tip 0.7, a retired one 0.5). */
  readonly standing: number;
}

export interface SearchFilters {
  readonly kinds?: readonly string[];
  readonly spaceIds?: readonly string[];
  readonly topicIds?: readonly string[];
  readonly authorIds?: readonly string[];
  /** Inclusive bounds on `updatedAt`. */
  readonly since?: Date;
  readonly until?: Date;
}

/** A stretch of time that results are counted by; inclusive bounds on `updatedAt`. */
export interface SearchPeriod {
  readonly value: string;
  readonly since?: Date;
  readonly until?: Date;
}

export interface SearchRequest {
  readonly text: string;
  /** The audiences of the viewer, from `toSearchFilter(visibleTo(viewer))`. Empty finds nothing. */
  readonly audiences: readonly string[];
  readonly filters: SearchFilters;
  /** What the facet of time counts; periods may overlap. Absent: it is not counted. */
  readonly periods?: readonly SearchPeriod[];
  readonly first: number;
  readonly offset: number;
  /** Words are taken as they are typed: no slip is mended. */
  readonly isExact?: boolean;
  /** `typeahead` reads the last word as unfinished and answers with less work. */
  readonly mode: 'full' | 'typeahead';
  /** Groups of words that mean the same (from topics), each word as its keeper wrote it. */
  readonly synonyms?: readonly (readonly string[])[];
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface SearchAnswer {
  readonly hits: readonly { readonly id: string; readonly kind: string; readonly score: number }[];
  readonly totalCount: number;
  /** True where the engine stopped counting: show "2000+". */
  readonly isTotalCapped: boolean;
  /** Each facet is counted with all filters but its own. */
  readonly facets: {
    readonly kinds: readonly FacetCount[];
    readonly spaceIds: readonly FacetCount[];
    readonly topicIds: readonly FacetCount[];
    readonly authorIds: readonly FacetCount[];
    /** In the order of the request's periods, those without a hit left out. */
    readonly periods: readonly FacetCount[];
  };
  /** The query as it was understood where spelling was corrected ("Ergebnisse für …"), else null. Only words that occur in
   * documents this viewer may find. */
  readonly correctedText: string | null;
  /** Folded stems, for the highlighter of the same analyser. */
  readonly matchedLexemes: readonly string[];
}

export interface SearchEngine {
  readonly name: 'postgresql' | 'meilisearch';
  /** Adds or replaces; sent twice it changes nothing. */
  index(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  search(request: SearchRequest): Promise<SearchAnswer>;
  health(): Promise<{ readonly isHealthy: boolean; readonly documentCount: number }>;
  /** Drops everything and fills anew from the given pages; the old index answers until the new one is ready. */
  rebuild(pages: AsyncIterable<readonly SearchDocument[]>): Promise<void>;
}
