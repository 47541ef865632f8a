import type { BegunReply, OutboxEntry } from '#threads/web';
import type { ResultOf } from '#platform/web';
import type { BegunQuery } from './begun.queries.js';
import type { HeldDraft } from './draft-store.js';

type Begun = ResultOf<typeof BegunQuery>;

/** One row of what is begun. */
export interface BegunRow {
  readonly id: string;
  /** Of the thread, or of the discussion that is being written; empty where there is none, or none in sight. */
  readonly title: string;
  readonly body: string;
  /** ISO 8601. */
  readonly at: string;
  /** Where one goes on; null where that is out of sight. */
  readonly to: string | null;
  /** The server does not have these words yet. */
  readonly isOnlyHere: boolean;
  /** The server has said that one cannot go on; what this browser alone has may be in sight all the same. */
  readonly isGone: boolean;
}

export interface BegunDiscussion extends BegunRow {
  readonly spaceId: string;
  readonly spaceName: string | null;
}

const newestFirst = <Row extends BegunRow>(rows: readonly Row[]): readonly Row[] => rows.toSorted((one, other) => other.at.localeCompare(one.at));

/** What the server has, and over it what only this browser has. */
export function begunDiscussions(stored: Begun['myDiscussionDrafts'], held: ReadonlyMap<string, HeldDraft>): readonly BegunDiscussion[] {
  const spaces = new Map(stored.map(({ spaceId, space }) => [spaceId, space]));
  // Of a space that no draft on the server is for, this browser knows the way alone; the page there knows the rest.
  const mayGo = (spaceId: string) => !spaces.has(spaceId) || spaces.get(spaceId)?.discussions?.viewerCanOpen === true;
  const row = ({ id, spaceId, title, body }: Pick<HeldDraft['draft'], 'id' | 'spaceId' | 'title' | 'body'>, slug: string, at: string, isOnlyHere: boolean): BegunDiscussion => {
    const to = slug !== '' && mayGo(spaceId) ? `/raum/${slug}/diskussion/neu?entwurf=${id}` : null;
    return { id, spaceId, spaceName: spaces.get(spaceId)?.name ?? null, title: title.trim(), body, at, to, isOnlyHere, isGone: to === null && !isOnlyHere };
  };
  const here = [...held.values()].filter(({ draft }) => !draft.isSaved);
  const ids = new Set(here.map(({ draft }) => draft.id));
  return newestFirst([...here.map(({ draft }) => row(draft, spaces.get(draft.spaceId)?.slug ?? draft.spaceSlug, draft.at, true)), ...stored.filter(({ id }) => !ids.has(id)).map((draft) => row(draft, draft.space?.slug ?? '', draft.savedAt, false))]);
}

type StoredReply = Begun['myPostDrafts'][number];

/** What the server has of a reply that was sent off: its words or their beginning, from before. Saved later and other, it is the next reply, begun elsewhere. */
const isWaiting = ({ threadId, body, savedAt }: StoredReply, waiting: readonly OutboxEntry[]) =>
  waiting.some((entry) => entry.threadId === threadId && (entry.body.startsWith(body.trim()) || Date.parse(savedAt) <= Date.parse(entry.at)));

/** @param waiting sent off already: what the server has of these is no draft any more. */
export function begunReplies(stored: Begun['myPostDrafts'], left: readonly BegunReply[], waiting: readonly OutboxEntry[] = []): readonly BegunRow[] {
  const threads = new Map(stored.map(({ threadId, thread }) => [threadId, thread]));
  const ids = new Set(left.map(({ threadId }) => threadId));
  const row = (threadId: string, body: string, at: string, isOnlyHere: boolean, place?: BegunReply['place']): BegunRow => {
    // Once the server has told of it, it alone knows whether it is in sight.
    const thread = threads.get(threadId);
    const subject = thread === undefined ? place : thread?.subject;
    return { id: threadId, title: subject?.title ?? place?.title ?? '', body, at, to: subject === undefined || subject === null ? null : `${subject.path}#antwort`, isOnlyHere, isGone: thread === null };
  };
  return newestFirst([...left.map(({ threadId, body, at, place }) => row(threadId, body, at, true, place)), ...stored.filter((draft) => !ids.has(draft.threadId) && !isWaiting(draft, waiting)).map(({ threadId, body, savedAt }) => row(threadId, body, savedAt, false))]);
}

/** The beginning as words: what was quoted and how it is set say little. */
export function excerptOf(body: string): string {
  const own = body.split('\n').filter((line) => !line.startsWith('>') && line.trim() !== '');
  const text = (own.length > 0 ? own : [body]).join(' ').replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`#>]+/g, '').replace(/\s+/g, ' ').trim();
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()} …` : text;
}

/** About two lines. */
const EXCERPT = 180;
