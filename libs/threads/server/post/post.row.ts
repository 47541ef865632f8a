import { isMember, moderates, toSql, visibleTo, type SpaceContent, type Viewer } from '#access/server';
import type { ReactionKind } from '../reaction/reaction.type.js';
import { canWriteHere } from '../thread/thread.policy.js';
import type { BoundSql, ThreadStanding } from '../thread/thread.row.js';
import { canDelete, canEdit, canReact, canReport, canRestore } from './post.policy.js';

/** Whoever wrote a post, as far as the viewer may know. */
export interface Author {
  readonly accountId: string;
  /** Null where the account was deleted. */
  readonly name: string | null;
}

/** Another post in a line: what was quoted or answered. */
export interface Reference {
  readonly id: string;
  readonly threadId: string;
  readonly position: number | null;
  readonly author: Author | null;
}

export interface Reaction {
  readonly kind: ReactionKind;
  readonly count: number;
  readonly viewerReacted: boolean;
}

interface ReferenceJson {
  readonly id: string;
  readonly threadId: string;
  readonly position: number | null;
  readonly authorId: string;
  readonly authorName: string | null;
}

/** A post as SQL reads it. */
export interface StoredPost extends SpaceContent {
  readonly threadId: string;
  readonly state: 'review' | 'published' | 'hidden';
  readonly position: number | null;
  readonly authorName: string | null;
  readonly html: string;
  readonly revisionNumber: number;
  readonly isOpening: boolean;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly hiddenReason: string | null;
  readonly heldReasons: readonly string[];
  readonly counts: Readonly<Partial<Record<ReactionKind, number>>>;
  /** Only those of a post that has any. */
  readonly ownReactions: readonly ReactionKind[] | null;
  readonly quoted: readonly ReferenceJson[] | null;
  readonly quoting: readonly ReferenceJson[] | null;
  readonly answered: ReferenceJson | null;
}

/** A post as its viewer finds it: everything a page shows is at hand, because a resolver per field and post would cost more than the read. */
export interface PostRow extends SpaceContent {
  readonly threadId: string;
  readonly position: number | null;
  readonly author: Author | null;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly revisionNumber: number;
  readonly html: string;
  readonly isOpening: boolean;
  readonly isDeleted: boolean;
  readonly deletedAt: Date | null;
  readonly isHeld: boolean;
  readonly heldReasons: readonly string[];
  readonly isHidden: boolean;
  readonly hiddenReason: string | null;
  readonly replyTo: Reference | null;
  readonly quotes: readonly Reference[];
  readonly quotedBy: readonly Reference[];
  readonly reactions: readonly Reaction[];
  readonly viewerIsAuthor: boolean;
  readonly viewerCanEdit: boolean;
  readonly viewerCanDelete: boolean;
  readonly viewerCanRestore: boolean;
  readonly viewerCanReact: boolean;
  readonly viewerCanReport: boolean;
}

/** Nobody lists more quotations beside one post. */
const REFERENCES = 20;

const reference = (row: string, names: boolean): string => `json_build_object('id', ${row}.id, 'threadId', ${row}.thread_id, 'position', ${row}.position,
  'authorId', ${row}.author_ids[1], 'authorName', ${names ? `(select a.name from account a where a.id = ${row}.author_ids[1] and a.deleted_at is null)` : 'null'})`;

/**
 * Columns of a {@link StoredPost} of a table alias `p`: author, reactions, quotes and answers in the same statement, each
 * looked up only where the post's own row says that there is any. Quotes are told to who may see both ends.
 * @param firstParameter number of the first free placeholder.
 */
export function postColumns(viewer: Viewer, firstParameter: number): BoundSql {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${firstParameter - 1 + parameters.push(value)}`;
  const names = isMember(viewer);
  const own = viewer.accountId === null ? 'null' : `case when p.reactions <> '{}' then (select json_agg(x.kind) from post_reaction x where x.post_id = p.id and x.account_id = ${bind(viewer.accountId)}) end`;
  const seenPost = toSql(visibleTo(viewer), 'q', firstParameter + parameters.length);
  parameters.push(...seenPost.parameters);
  const seenThread = toSql(visibleTo(viewer), 'qt', firstParameter + parameters.length);
  parameters.push(...seenThread.parameters);
  const isSeen = `q.deleted_at is null and ${seenPost.sql} and exists (select from thread qt where qt.id = q.thread_id and ${seenThread.sql})`;
  const linked = (from: string, to: string): string => `(select json_agg(${reference('q', names)} order by q.created_at) from (
    select q.* from post_quote l join post q on q.id = l.${to} where l.${from} = p.id and ${isSeen} order by q.created_at limit ${REFERENCES}) q)`;
  return {
    sql: `p.id, p.thread_id as "threadId", p.space_id as "spaceId", p.author_ids as "authorIds", p.state, p.position, p.revision_number as "revisionNumber",
      p.is_opening as "isOpening", p.created_at as "createdAt", p.edited_at as "editedAt", p.deleted_at as "deletedAt", p.hidden_reason as "hiddenReason",
      p.held_reasons as "heldReasons", p.reactions as counts, p.html,
      ${names ? '(select a.name from account a where a.id = p.author_ids[1] and a.deleted_at is null)' : 'null'} as "authorName",
      ${own} as "ownReactions",
      case when p.quote_count > 0 then ${linked('post_id', 'quoted_id')} end as quoted,
      case when p.quoted_by_count > 0 then ${linked('quoted_id', 'post_id')} end as quoting,
      case when p.reply_to_id is not null then (select ${reference('q', names)} from post q where q.id = p.reply_to_id and ${isSeen}) end as answered`,
    parameters,
  };
}

/** What a stored post is to its viewer. */
export function asSeenBy(viewer: Viewer, thread: ThreadStanding, stored: StoredPost): PostRow {
  const names = isMember(viewer);
  const [authorId = ''] = stored.authorIds;
  const moderating = moderates(viewer, stored.spaceId);
  const writing = canWriteHere(viewer, thread);
  const isDeleted = stored.deletedAt !== null;
  const viewerIsAuthor = viewer.accountId === authorId;
  const facts = { isDeleted, isEmptied: stored.html === '', state: stored.state, viewerIsAuthor, moderating, writing, takingPart: names && thread.archivedAt === null && !thread.isShutOut };
  const sawInside = viewerIsAuthor || moderating;
  const referenceOf = (json: ReferenceJson): Reference => ({
    id: json.id,
    threadId: json.threadId,
    position: json.position,
    author: names ? { accountId: json.authorId, name: json.authorName } : null,
  });
  const isWithheld = isDeleted && !moderating;
  return {
    id: stored.id,
    threadId: stored.threadId,
    spaceId: stored.spaceId,
    authorIds: stored.authorIds,
    state: stored.state,
    position: stored.position,
    author: names ? { accountId: authorId, name: stored.authorName } : null,
    createdAt: stored.createdAt,
    editedAt: stored.editedAt,
    revisionNumber: stored.revisionNumber,
    html: isWithheld ? '' : stored.html,
    isOpening: stored.isOpening,
    isDeleted,
    deletedAt: stored.deletedAt,
    isHeld: stored.state === 'review',
    heldReasons: moderating ? stored.heldReasons : [],
    isHidden: stored.state === 'hidden',
    hiddenReason: sawInside ? stored.hiddenReason : null,
    replyTo: stored.answered === null ? null : referenceOf(stored.answered),
    quotes: isWithheld ? [] : (stored.quoted ?? []).map(referenceOf),
    quotedBy: (stored.quoting ?? []).map(referenceOf),
    reactions: isDeleted ? [] : reactionsOf(stored),
    viewerIsAuthor,
    viewerCanEdit: canEdit(facts),
    viewerCanDelete: canDelete(facts),
    viewerCanRestore: canRestore(facts),
    viewerCanReact: canReact(facts),
    viewerCanReport: canReport(viewer, facts),
  };
}

function reactionsOf({ counts, ownReactions }: Pick<StoredPost, 'counts' | 'ownReactions'>): readonly Reaction[] {
  const kinds = Object.entries(counts) as [ReactionKind, number][];
  return kinds.filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count, viewerReacted: ownReactions?.includes(kind) ?? false }));
}
