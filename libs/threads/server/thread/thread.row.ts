import { isMember, type SpaceContent, type Viewer } from '#access/server';
import type { SpaceRole } from '#spaces/server';

/** What lies between a viewer and a thread; all empty for guests. */
interface ViewersPart {
  /** The viewer's role in its space; null for who reads without belonging. */
  readonly role: SpaceRole | null;
  /** Suspended in its space for now: what everybody reads is left to them, and nothing else. */
  readonly isShutOut: boolean;
  /** 0 before the first visit. */
  readonly lastReadPosition: number;
  readonly unreadCount: number;
  readonly firstUnreadPosition: number | null;
  /** When the viewer last wrote here; only read where the thread is slowed down. */
  readonly lastOwnPostAt: Date | null;
}

/** What a change of a thread is decided by, read under its lock. */
export type ThreadStanding = Omit<ThreadRow, Exclude<keyof ViewersPart, 'role' | 'isShutOut'>>;

/** A thread as its viewer finds it, straight from SQL. */
export interface ThreadRow extends SpaceContent, ViewersPart {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly title: string;
  readonly isClosed: boolean;
  readonly slowModeSeconds: number;
  readonly lastPosition: number;
  readonly postCount: number;
  readonly lastPostAt: Date | null;
  readonly createdAt: Date;
  /** Since when its space is archived. */
  readonly archivedAt: Date | null;
}

/** A {@link ThreadRow} as PostgreSQL writes it into JSON: times are texts. */
export type ThreadJson = {
  readonly [Key in keyof ThreadRow]: Date extends ThreadRow[Key] ? (null extends ThreadRow[Key] ? string | null : string) : ThreadRow[Key];
};

export interface BoundSql {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const COLUMNS = `t.id, t.space_id as "spaceId", t.author_ids as "authorIds", t.state, t.subject_kind as "subjectKind", t.subject_id as "subjectId", t.title,
  t.is_closed as "isClosed", t.slow_mode_seconds as "slowModeSeconds", t.last_position as "lastPosition", t.post_count as "postCount",
  t.last_post_at as "lastPostAt", t.created_at as "createdAt", (select s.archived_at from space s where s.id = t.space_id) as "archivedAt"`;

const FOR_GUESTS = `null as role, false as "isShutOut", 0 as "lastReadPosition", 0 as "unreadCount", null::integer as "firstUnreadPosition", null::timestamptz as "lastOwnPostAt"`;

/**
 * Positions above the last read one without those that are nobody's to read: hidden, deleted and moved posts and the
 * viewer's own. Each of these is few and has its index, so the cost does not grow with the thread.
 */
function unreadOf(me: string): string {
  return `case when t.last_position <= coalesce(r.position, 0) then 0 else greatest(0, t.last_position - coalesce(r.position, 0)
    - (select count(*) from post u where u.thread_id = t.id and u.position > coalesce(r.position, 0) and (u.state <> 'published' or u.deleted_at is not null))
    - (select count(*) from post_moved m where m.thread_id = t.id and m.position > coalesce(r.position, 0))
    - (select count(*) from post o where o.author_ids[1] = ${me} and o.thread_id = t.id and o.position > coalesce(r.position, 0)
        and o.state = 'published' and o.deleted_at is null))::int end`;
}

/** Posts that follow the last read one are looked at first, so that no plan can walk through a whole thread for one position. */
const NEARBY = 50;

function firstUnreadOf(me: string): string {
  const first = (range: string): string => `(select min(u.position) from post u where u.thread_id = t.id and ${range}
    and u.state = 'published' and u.deleted_at is null and u.author_ids[1] <> ${me})`;
  const read = 'coalesce(r.position, 0)';
  return `case when t.last_position > ${read} then coalesce(${first(`u.position > ${read} and u.position <= ${read} + ${NEARBY}`)},
    case when t.last_position > ${read} + ${NEARBY} then ${first(`u.position > ${read} + ${NEARBY}`)} end) end`;
}

/** For a literal column of a space and placeholders of the account and its programme roles. */
export function isShutOutSql(space: string, me: string): string {
  return `exists (select from space_suspension x where x.account_id = ${me} and x.space_id = ${space} and x.ends_at > now())`;
}

export function roleSql(space: string, me: string, programmeRoles: string): string {
  return `(select m.role from space_member m join space l on l.id = m.space_id where m.space_id = ${space} and m.account_id = ${me}
    and (l.limited_to_role is null or l.limited_to_role = any(${programmeRoles}::text[]) or m.role = 'moderator') and not ${isShutOutSql(space, me)})`;
}

/** Columns of a {@link ThreadStanding} of a table alias `t`. @param firstParameter number of the first free placeholder. */
export function standingColumns(viewer: Viewer, firstParameter: number): BoundSql {
  if (viewer.accountId === null) return { sql: `${COLUMNS}, null as role, false as "isShutOut"`, parameters: [] };
  const me = `$${firstParameter}::uuid`;
  const shutOut = `${isShutOutSql('t.space_id', me)} as "isShutOut"`;
  // Whoever is not approved has no membership that counts.
  if (!isMember(viewer)) return { sql: `${COLUMNS}, null as role, ${shutOut}`, parameters: [viewer.accountId] };
  return { sql: `${COLUMNS}, ${roleSql('t.space_id', me, `$${firstParameter + 1}`)} as role, ${shutOut}`, parameters: [viewer.accountId, [...viewer.programmeRoles]] };
}

/**
 * Columns of a {@link ThreadRow} and the table they are read from, alias `t`; the caller adds `where` with the rule of sight.
 * @param firstParameter number of the first free placeholder.
 */
export function threadSource(viewer: Viewer, firstParameter: number): BoundSql & { readonly from: string } {
  if (viewer.accountId === null) return { sql: `${COLUMNS}, ${FOR_GUESTS}`, from: 'thread t', parameters: [] };
  const me = `$${firstParameter}::uuid`;
  const standing = standingColumns(viewer, firstParameter);
  return {
    sql: `${standing.sql}, coalesce(r.position, 0) as "lastReadPosition", ${unreadOf(me)} as "unreadCount",
      ${firstUnreadOf(me)} as "firstUnreadPosition",
      case when t.slow_mode_seconds > 0 then (select max(o.created_at) from post o where o.author_ids[1] = ${me} and o.thread_id = t.id) end as "lastOwnPostAt"`,
    // The limit keeps the planner from reading all marks of the account at once.
    from: `thread t left join lateral (select m.position from thread_read m where m.thread_id = t.id and m.account_id = ${me} limit 1) r on true`,
    parameters: standing.parameters,
  };
}

const asDate = (text: string | null): Date | null => (text === null ? null : new Date(text));

export function threadFromJson(json: ThreadJson): ThreadRow {
  return {
    ...json,
    lastPostAt: asDate(json.lastPostAt),
    createdAt: new Date(json.createdAt),
    archivedAt: asDate(json.archivedAt),
    lastOwnPostAt: asDate(json.lastOwnPostAt),
  };
}
