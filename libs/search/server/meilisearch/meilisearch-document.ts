import type { AnalysedToken, Analyser } from '../analyser/analyser.js';
import type { SearchDocument } from '../contract.js';
import { RANKING, type Occurrence } from '../query/ranking.js';

/**
 * A document as Meilisearch keeps it. Meilisearch does not stem German and reads ä, ae and ß its own way, so it searches
 * our analysis in fields of their own; title and body are only kept to rank and to show.
 */
export interface MeilisearchDocument {
  readonly id: string;
  readonly kind: string;
  readonly audience: string;
  readonly spaceId: string | null;
  readonly authorIds: readonly string[];
  readonly topicIds: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly standing: number;
  readonly title: string;
  readonly body: string;
  /** Apart from the body: they are no passage of it. */
  readonly keywords: readonly string[];
  readonly lexTitle: string;
  readonly lexBody: string;
  /** Parts of compounds and what words derive from. */
  readonly lexParts: string;
  /** Folded words with their endings, for spelling and prefixes. */
  readonly words: string;
}

/** Meilisearch silently ignores words beyond 65,535 per field. */
const MOST_TOKENS = 20_000;

/** Marks an id that was removed while a new index is filled; nobody has this audience. */
export const REMOVED_KIND = '~removed';

export function meilisearchDocument(document: SearchDocument, analyser: Analyser): MeilisearchDocument {
  const inTitle = analyser.analyse(document.title);
  const inBody = [document.body, ...document.keywords].flatMap((text) => analyser.analyse(text)).slice(0, MOST_TOKENS);
  const tokens = [...inTitle, ...inBody];
  return {
    id: document.id,
    kind: document.kind,
    audience: document.audience,
    spaceId: document.spaceId,
    authorIds: document.authorIds,
    topicIds: document.topicIds,
    createdAt: document.createdAt.getTime(),
    updatedAt: document.updatedAt.getTime(),
    standing: document.standing,
    title: document.title,
    body: document.body,
    keywords: document.keywords,
    lexTitle: sequence(inTitle),
    lexBody: sequence(inBody),
    lexParts: [...new Set(tokens.flatMap(secondary))].join(' '),
    words: [...new Set(tokens.map((token) => token.word))].join(' '),
  };
}

export function removedDocument(id: string): MeilisearchDocument {
  const nothing = { title: '', body: '', keywords: [], lexTitle: '', lexBody: '', lexParts: '', words: '', authorIds: [], topicIds: [], spaceId: null };
  return { ...nothing, id, kind: REMOVED_KIND, audience: REMOVED_KIND, createdAt: 0, updatedAt: 0, standing: 0 };
}

/** One reading of the text, so that phrases stay neighbours; second readings go to the parts. */
function sequence(tokens: readonly AnalysedToken[]): string {
  return tokens.filter((token) => isFirstReading(token)).map((token) => token.lexeme).join(' ');
}

function isFirstReading(token: AnalysedToken): boolean {
  return token.kind !== 'joined' && token.kind !== 'date';
}

function secondary(token: AnalysedToken): string[] {
  const related = [token, ...token.parts].flatMap(({ lexeme, kin }) => (kin ? [lexeme, kin] : [lexeme]));
  return isFirstReading(token) ? related.slice(1) : related;
}

/** Gaps between the fields and around each keyword, as in the other engine. */
const FIELD_GAP = 10;
const KEYWORD_GAP = 2 * RANKING.passageWords;

/** Where the lexemes stand, read out of the texts again: what the ranking wants to know of a document. */
export function occurrencesOf(document: Pick<MeilisearchDocument, 'title' | 'body' | 'keywords'>, analyser: Analyser) {
  const occurrences = new Map<string, Occurrence[]>();
  const put = (lexeme: string, occurrence: Occurrence): void => {
    const known = occurrences.get(lexeme);
    if (known) known.push(occurrence);
    else occurrences.set(lexeme, [occurrence]);
  };
  let before = 0;
  const add = (text: string, field: Occurrence['field'], ofPart: Occurrence['field'], gap: number): number => {
    const tokens = analyser.analyse(text);
    for (const token of tokens) {
      const position = before + token.position;
      put(token.lexeme, { position, field });
      const others = new Set([token, ...token.parts].flatMap(({ lexeme, kin }) => (kin ? [lexeme, kin] : [lexeme])));
      others.delete(token.lexeme);
      for (const lexeme of others) put(lexeme, { position, field: ofPart });
    }
    before += (tokens.at(-1)?.position ?? 0) + gap;
    return lengthOf(tokens);
  };
  const titleLength = add(document.title, 'title', 'titlePart', FIELD_GAP);
  let length = add(document.body, 'body', 'bodyPart', KEYWORD_GAP);
  for (const keyword of document.keywords) length += add(keyword, 'bodyPart', 'bodyPart', KEYWORD_GAP);
  return { occurrences, length, titleLength };
}

function lengthOf(tokens: readonly AnalysedToken[]): number {
  return tokens.filter((token) => token.kind !== 'joined').length;
}
