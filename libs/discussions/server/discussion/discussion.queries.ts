import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assumingState, isMember, toSql, visibleTo, type Viewer } from '#access/server';
import { CLOCK, Conditions, Db, type Clock, type CursorKeys } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import { threadAsJson, threadFromJson, type ThreadJson } from '#threads/server';
import { topicIdsBySlug } from '#topics/server';
import { DISCUSSION_COLUMNS, discussionColumns, type DiscussionRow } from './discussion.row.js';
import type { DiscussionFilter, DiscussionKind } from './discussion.state.js';

/** What is older is no news to anybody; it also keeps the search for unread ones short for whoever has read all. */
export const NEWS_FOR_DAYS = 90;
const DAY_MS = 86_400_000;

export interface DiscussionListRequest {
  readonly filter: DiscussionFilter;
  /** Slug or id. */
  readonly space?: string | null;
  readonly topic?: string | null;
  readonly kind?: DiscussionKind | null;
  /** Topics of the viewer: what the filter `unanswered` shows first, and alone where `onlyMyTopics` is set. */
  readonly myTopicIds: readonly string[];
  readonly onlyMyTopics: boolean;
  readonly first: number;
  readonly after: CursorKeys | null;
  /** Names of the fields that will be shown; the rest need not be read. */
  readonly asked: ReadonlySet<string>;
}

interface Order {
  readonly key: string;
  readonly isDescending: boolean;
}

const byActivity: Order = { key: 'd.last_activity_at', isDescending: true };
const orders: Readonly<Record<DiscussionFilter, Order>> = {
  all: byActivity,
  new: { key: 'd.created_at', isDescending: true },
  unread: byActivity,
  unanswered: { key: 'd.created_at', isDescending: false },
  solved: { key: 'd.solved_at', isDescending: true },
  mine: byActivity,
  followed: byActivity,
};

const isTime = (key: string): boolean => /^\d{4,5}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(key);
/** The state is a literal of ours, so that the partial indexes are used. */
const IN_LISTS = `d.state = 'published' and d.merged_into_id is null`;
const WAITING = `d.kind = 'question' and d.answered_at is null and d.solved_at is null and d.closed_at is null`;

/** Every read of discussions for viewers; each starts from what they may see. */
@Injectable()
export class DiscussionQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By its address, one of its former ones, that of one that went into it, or its id; one statement. */
  async bySlug(viewer: Viewer, slug: string, asked: ReadonlySet<string>): Promise<DiscussionRow | null> {
    const { sql, parameters } = toSql(visibleTo(viewer), 'd', 2);
    const isThis = isUuid(slug) ? '$1::uuid' : '(select discussion_id from discussion_slug where slug = $1)';
    const thread = asked.has('thread') ? threadAsJson(viewer, 'd.id', 2 + parameters.length) : null;
    const [row] = await this.db.hotQuery<DiscussionRow & { readonly threadJson?: ThreadJson | null }>(
      `select ${discussionColumns(asked, isMember(viewer))}${thread === null ? '' : `, ${thread.sql} as "threadJson"`} from discussion d
       where d.id = (select coalesce(m.merged_into_id, m.id) from discussion m where m.id = ${isThis}) and ${sql}`,
      [slug.slice(0, 200).replaceAll('\0', ''), ...parameters, ...(thread?.parameters ?? [])],
    );
    return row?.threadJson ? { ...row, thread: threadFromJson(row.threadJson) } : (row ?? null);
  }

  /** Which of these addresses, former ones and ids lead this viewer to a discussion. */
  async seenSlugs(viewer: Viewer, slugs: readonly string[]): Promise<ReadonlySet<string>> {
    const { sql, parameters } = toSql(visibleTo(viewer), 'd', 2);
    const rows = await this.db.query<{ slug: string }>(
      `select asked.slug from unnest($1::text[]) asked (slug) left join discussion_slug s on s.slug = asked.slug
       join discussion d on d.id = coalesce(s.discussion_id, case when asked.slug ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then asked.slug::uuid end) where ${sql}`,
      [slugs.map((slug) => slug.slice(0, 200).replaceAll('\0', '')), ...parameters],
    );
    return new Set(rows.map((row) => row.slug));
  }

  /** Also by the id of one that went into it. */
  async byId(viewer: Viewer, id: string): Promise<DiscussionRow | null> {
    return this.bySlug(viewer, id, new Set());
  }

  /** Those the viewer may see, in no certain order; without those that went into others. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<readonly DiscussionRow[]> {
    const { sql, parameters } = toSql(visibleTo(viewer), 'd', 2);
    return this.db.hotQuery<DiscussionRow>(`select ${DISCUSSION_COLUMNS} from discussion d where d.id = any($1::uuid[]) and d.merged_into_id is null and ${sql}`, [
      ids,
      ...parameters,
    ]);
  }

  /** The row for a change: locked, and only where the viewer sees it now. Its thread before it, as whoever replies does. */
  async lock(tx: EntityManager, viewer: Viewer, id: string): Promise<DiscussionRow | null> {
    await lockThreads(tx, [id]);
    const { sql, parameters } = toSql(visibleTo(viewer), 'd', 2);
    const rows: readonly DiscussionRow[] = await tx.query(
      `select ${DISCUSSION_COLUMNS} from discussion d where d.id = $1 and d.merged_into_id is null and ${sql} for update of d`,
      [id, ...parameters],
    );
    return rows[0] ?? null;
  }

  /** One page and one row more; a single statement whatever its size. */
  async list(viewer: Viewer, request: DiscussionListRequest): Promise<readonly DiscussionRow[]> {
    const { filter, asked, first } = request;
    const order = orders[filter];
    const where = this.conditionsOf(viewer, request);
    const isUnreadKnown = viewer.accountId !== null;
    const read = isUnreadKnown ? readMarkOf(where.bind(viewer.accountId)) : '';
    if (filter === 'new') where.add('r.position is null');
    if (filter === 'unread') where.add('d.last_position > coalesce(r.position, 0)');
    const columns = `${discussionColumns(asked, isMember(viewer))}${isUnreadKnown ? ', coalesce(r.position, 0) as "readPosition"' : ''}`;
    const direction = order.isDescending ? 'desc' : 'asc';
    const limit = where.bind(first + 1);
    const ranks = this.ranksOf(request, where);
    const after = afterOf(request.after, ranks.length);
    const parts = ranks.flatMap((condition, rank) => {
      if (after !== null && rank < after.rank) return [];
      const beyond = after !== null && rank === after.rank ? ` and (${order.key}, d.id) ${order.isDescending ? '<' : '>'} (${where.bind(after.key)}::timestamptz, ${where.bind(after.id)}::uuid)` : '';
      return [
        `select ${columns}, ${rank} as rank, ${order.key} as place, ${order.key}::text as "sortKey" from discussion d ${read}
         where ${where.sql}${condition === null ? '' : ` and ${condition}`}${beyond} order by ${order.key} ${direction}, d.id ${direction} limit ${limit}`,
      ];
    });
    const [only] = parts;
    const sql = parts.length === 1 && only !== undefined ? only : `select * from (${parts.map((part) => `(${part})`).join(' union all ')}) ranked order by rank, place ${direction}, id ${direction} limit ${limit}`;
    return this.db.hotQuery<DiscussionRow>(sql, where.parameters);
  }

  async count(viewer: Viewer, request: DiscussionListRequest): Promise<number> {
    const where = this.conditionsOf(viewer, request);
    const read = viewer.accountId === null ? '' : `left join thread_read r on r.thread_id = d.id and r.account_id = ${where.bind(viewer.accountId)}::uuid`;
    if (request.filter === 'new') where.add('r.thread_id is null');
    if (request.filter === 'unread') where.add('d.last_position > coalesce(r.position, 0)');
    const [row] = await this.db.query<{ count: number }>(`select count(*)::int as count from discussion d ${read} where ${where.sql}`, where.parameters);
    return row?.count ?? 0;
  }

  /** Since when something counts as news. */
  newsSince(): Date {
    return new Date(this.clock.now().getTime() - NEWS_FOR_DAYS * DAY_MS);
  }

  private conditionsOf(viewer: Viewer, request: DiscussionListRequest): Conditions {
    const { space, topic, kind, filter } = request;
    const where = new Conditions();
    const { sql, parameters } = toSql(assumingState(visibleTo(viewer), 'published'), 'd', 1);
    where.parameters.push(...parameters);
    where.add(sql);
    where.add(IN_LISTS);
    if (space) where.add(isUuid(space) ? `d.space_id = ${where.bind(space)}` : `d.space_id = (select id from space where slug = ${where.bind(clean(space))})`);
    if (topic) where.add(isUuid(topic) ? `d.topic_ids @> array[${where.bind(topic)}]::uuid[]` : `d.topic_ids && ${topicIdsBySlug(where.bind(clean(topic)))}`);
    if (kind) where.add(`d.kind = ${where.bind(kind)}`);
    if (request.onlyMyTopics) where.add(`d.topic_ids && ${where.bind(request.myTopicIds)}::uuid[]`);
    this.addFilter(where, viewer, filter);
    return where;
  }

  private addFilter(where: Conditions, viewer: Viewer, filter: DiscussionFilter): void {
    const followed = (levels: string): string =>
      `select f.target_id from following f where f.account_id = ${where.bind(viewer.accountId)} and f.target_kind = 'thread' and f.level ${levels}`;
    switch (filter) {
      case 'all':
        return;
      case 'new':
        return where.add(`d.created_at > ${where.bind(this.newsSince())}`);
      case 'unread':
        where.add(`d.last_activity_at > ${where.bind(this.newsSince())}`);
        return where.add(`d.id not in (${followed(`= 'muted'`)})`);
      case 'unanswered':
        return where.add(WAITING);
      case 'solved':
        return where.add('d.solved_at is not null');
      case 'mine':
        return where.add(`d.author_ids[1] = ${where.bind(viewer.accountId)}::uuid`);
      case 'followed':
        return where.add(`d.id in (${followed(`<> 'muted'`)})`);
    }
  }

  /** Parts of a list that stand before each other whatever their times. Each is found by its index and none is sorted as a whole. */
  private ranksOf({ filter, space, myTopicIds, onlyMyTopics }: DiscussionListRequest, where: Conditions): readonly (string | null)[] {
    if (filter === 'all' && space) return ['d.pinned_at is not null', 'd.pinned_at is null'];
    if (filter === 'unanswered' && myTopicIds.length > 0 && !onlyMyTopics) {
      const mine = `d.topic_ids && ${where.bind(myTopicIds)}::uuid[]`;
      return [mine, `not (${mine})`];
    }
    return [null];
  }
}

/** One look into the index a row: left to itself the planner reads all marks of a reader to show a page of thirty. */
function readMarkOf(me: string): string {
  return `left join lateral (select m.position from thread_read m where m.thread_id = d.id and m.account_id = ${me}::uuid limit 1) r on true`;
}

/** In the order of their ids, so that two who lock several do not wait for each other crosswise. */
export async function lockThreads(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query('select 1 from thread where id = any($1::uuid[]) order by id for no key update', [ids]);
}

interface After {
  readonly rank: number;
  readonly key: string;
  readonly id: string;
}

function afterOf(after: CursorKeys | null, ranks: number): After | null {
  if (after === null) return null;
  const [rank, key, id] = after;
  if (typeof rank !== 'number' || !Number.isInteger(rank) || rank < 0 || rank >= ranks || !isTime(String(key)) || !isUuid(String(id))) throw AppError.badInput('after', 'badCursor');
  return { rank, key: String(key), id: String(id) };
}

function clean(slug: string): string {
  return slug.slice(0, 200).replaceAll('\0', '');
}
