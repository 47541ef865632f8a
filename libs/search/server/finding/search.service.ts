import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { findableBy, isMember, toSearchFilter, type Viewer } from '#access/server';
import { AUDIENCE_EVERYONE, AUDIENCE_PROGRAMME, type FacetCount, type SearchAnswer, type SearchFilters, type SearchPeriod, type SearchRequest } from '../contract.js';
import type { SearchCard } from '../contribution/search.contribution.js';
import { SearchRegistry } from '../contribution/search.registry.js';
import { SearchEngines } from '../engines/search-engines.js';
import { excerpt, highlight } from '../highlight/highlight.js';
import { askedIn, likenessTo, type Asked, type Likeness } from './likeness.js';
import { periodsAt } from './search-periods.js';
import { SearchNames, type Names } from './search-names.js';
import { Synonyms } from './synonyms.js';
import type { SearchFacetValueType, SearchHitType, SearchResultType, SearchSuggestionType } from './search.type.js';

const SUGGESTIONS = 6;
/** A discussion's replies all bear its title: so many are looked at for six that differ. */
const SUGGESTIONS_LOOKED_AT = 15;
/** Of what search finds for the words of a title, so many are compared with it. */
const SIMILAR_LOOKED_AT = 24;
const COMPARED_AT_ONCE = 4;

export interface Question {
  readonly text: string;
  readonly filters: SearchFilters;
  /** What the periods are counted back from. */
  readonly now: Date;
  readonly first: number;
  readonly offset: number;
  readonly isExact: boolean;
}

/** A title as far as it is typed. */
export interface TitleQuestion {
  readonly title: string;
  readonly filters: SearchFilters;
  readonly first: number;
}

/** Finds through an engine, loads what was found with today's visibility, and shows why it was found. */
@Injectable()
export class SearchService {
  constructor(
    @Inject(SearchEngines) private readonly engines: SearchEngines,
    @Inject(SearchRegistry) private readonly registry: SearchRegistry,
    @Inject(SearchNames) private readonly names: SearchNames,
    @Inject(Synonyms) private readonly synonyms: Synonyms,
  ) {}

  async search(viewer: Viewer, question: Question): Promise<SearchResultType> {
    const answer = await this.ask(viewer, question, 'full', periodsAt(question.now));
    const cards = await this.cardsOf(viewer, answer);
    const names = await this.names.of(viewer, namedIn(cards, answer.facets));
    return {
      hits: cards.map((card) => hitOf(card, answer.matchedLexemes, names)),
      // The index can lag a moment behind: what is no longer to be seen is not counted either.
      totalCount: Math.max(0, answer.totalCount - (answer.hits.length - cards.length)),
      isTotalCapped: answer.isTotalCapped,
      facets: {
        kinds: answer.facets.kinds.map(({ value, count }) => ({ value, count, name: null })),
        spaces: named(answer.facets.spaceIds, names.spaces),
        topics: named(answer.facets.topicIds, names.topics),
        authors: named(answer.facets.authorIds, names.people),
        periods: periodsAt(question.now).map(({ value }) => ({ period: value, count: answer.facets.periods.find((facet) => facet.value === value)?.count ?? 0 })),
      },
      correctedText: answer.correctedText,
    };
  }

  async suggest(viewer: Viewer, text: string): Promise<SearchSuggestionType[]> {
    const answer = await this.ask(viewer, { text, filters: {}, first: SUGGESTIONS_LOOKED_AT, offset: 0, isExact: false }, 'typeahead');
    return this.suggestionsOf(viewer, this.withoutRepeats(await this.cardsOf(viewer, answer)).slice(0, SUGGESTIONS), answer);
  }

  /** What is about the same as a title that is being typed, best first; nothing is better than anything that shares a common word with it. */
  async similar(viewer: Viewer, { title, filters, first }: TitleQuestion): Promise<SearchSuggestionType[]> {
    const synonyms = await this.synonyms.all();
    const typed = askedIn(title, synonyms);
    if (typed.words.length === 0) return [];
    const answer = await this.ask(viewer, { text: typed.text, filters, first: SIMILAR_LOOKED_AT, offset: 0, isExact: false }, 'typeahead');
    const asked = answer.correctedText === null ? typed : askedIn(answer.correctedText, synonyms);
    const cards = (await compared(asked, await this.cardsOf(viewer, answer)))
      .filter(({ isLike }) => isLike)
      .toSorted((one, other) => other.score - one.score)
      .slice(0, first)
      .map(({ card }) => card);
    return this.suggestionsOf(viewer, cards, answer);
  }

  /** Without pieces that say no more than a suggestion before them. Things of their own stay, whatever they are called. */
  private withoutRepeats(cards: readonly SearchCard[]): readonly SearchCard[] {
    const said = new Set<string>();
    return cards.filter((card) => {
      const place = `${card.spaceId} ${card.title}`;
      const isRepeat = said.has(place) && this.registry.find(card.kind)?.isPiece === true;
      said.add(place);
      return !isRepeat;
    });
  }

  private async suggestionsOf(viewer: Viewer, cards: readonly SearchCard[], { matchedLexemes }: SearchAnswer): Promise<SearchSuggestionType[]> {
    const names = await this.names.of(viewer, { spaceIds: spaceIdsOf(cards), topicIds: [], authorIds: [] });
    return cards.map((card) => {
      const { id, kind, path, title, space } = hitOf({ ...card, text: '' }, matchedLexemes, names);
      return { id, kind, path, title, space };
    });
  }

  private async ask(viewer: Viewer, question: Omit<Question, 'now'>, mode: SearchRequest['mode'], periods: readonly SearchPeriod[] = []): Promise<SearchAnswer> {
    const { text, filters, first, offset, isExact } = question;
    return this.engines.search({ text, filters, first, offset, isExact, periods, mode, audiences: audiencesOf(viewer), synonyms: await this.synonyms.all() });
  }

  /** In the order of the hits; what the viewer may not see now is missing. */
  private async cardsOf(viewer: Viewer, { hits }: SearchAnswer): Promise<SearchCard[]> {
    const byKind = Map.groupBy(hits, (hit) => hit.kind);
    const loaded = await Promise.all(
      [...byKind].map(([kind, found]) => this.registry.find(kind)?.loadCards(viewer, found.map((hit) => hit.id)) ?? []),
    );
    const byId = new Map(loaded.flat().map((card) => [card.id, card]));
    return hits.map((hit) => byId.get(hit.id)).filter((card) => card !== undefined);
  }
}

/** Some at a time: while one person types, everybody else is served, too. */
async function compared(asked: Asked, cards: readonly SearchCard[]): Promise<readonly (Likeness & { readonly card: SearchCard })[]> {
  const all: (Likeness & { readonly card: SearchCard })[] = [];
  for (const card of cards) {
    if (all.length > 0 && all.length % COMPARED_AT_ONCE === 0) await nextTurn();
    all.push({ card, ...likenessTo(asked, card) });
  }
  return all;
}

/** Whose documents the viewer may find: readable spaces by the one rule, and what everybody or every member is shown. */
export function audiencesOf(viewer: Viewer): readonly string[] {
  const spaces = toSearchFilter(findableBy(viewer));
  return [AUDIENCE_EVERYONE, ...(isMember(viewer) ? [AUDIENCE_PROGRAMME] : []), ...spaces];
}

function hitOf(card: SearchCard, lexemes: readonly string[], names: Names): SearchHitType {
  const list = (ids: readonly string[], known: ReadonlyMap<string, string>) =>
    ids.flatMap((id) => (known.has(id) ? [{ id, name: known.get(id) ?? '' }] : []));
  return {
    id: card.id,
    kind: card.kind,
    path: card.path,
    title: highlight(card.title, lexemes),
    excerpt: excerpt(card.text, lexemes),
    space: list(card.spaceId === null ? [] : [card.spaceId], names.spaces)[0] ?? null,
    authors: list(card.authorIds, names.people),
    topics: list(card.topicIds, names.topics),
    updatedAt: card.updatedAt,
    state: card.state,
  };
}

function spaceIdsOf(cards: readonly SearchCard[]): string[] {
  return cards.flatMap((card) => (card.spaceId === null ? [] : [card.spaceId]));
}

function namedIn(cards: readonly SearchCard[], facets: SearchAnswer['facets']) {
  const valuesOf = (facet: readonly FacetCount[]): string[] => facet.map(({ value }) => value);
  return {
    spaceIds: [...spaceIdsOf(cards), ...valuesOf(facets.spaceIds)],
    topicIds: [...cards.flatMap((card) => card.topicIds), ...valuesOf(facets.topicIds)],
    authorIds: [...cards.flatMap((card) => card.authorIds), ...valuesOf(facets.authorIds)],
  };
}

/** A value without a name the viewer may know is not offered. */
function named(facet: readonly FacetCount[], names: ReadonlyMap<string, string>): SearchFacetValueType[] {
  return facet.flatMap(({ value, count }) => (names.has(value) ? [{ value, count, name: names.get(value) ?? null }] : []));
}
