import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assumingState, isMember, toSql, visibleTo, type ContentState, type Viewer } from '#access/server';
import { CLOCK, Conditions, Db, type Clock, type CursorKeys } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import { companionsOf, LIST_AUTHORS, listColumns, TIP_COLUMNS, TIP_PAGE_COLUMNS, withAuthors, type TipRow } from './tip.row.js';
import type { CheckScope, TipSort } from './tip.state.js';

export interface TipListRequest {
  /** Slug or id. */
  readonly space?: string | null;
  readonly topic?: string | null;
  readonly author?: string | null;
  readonly state: ContentState;
  readonly sort: TipSort;
  readonly first: number;
  readonly after: CursorKeys | null;
  /** Names of the fields that will be shown; the rest need not be read. */
  readonly asked: ReadonlySet<string>;
}

interface SortOrder {
  readonly key: string;
  /** The key as text, exact. */
  readonly keyText: string;
  readonly cast: string;
  readonly isDescending: boolean;
  readonly isValid: (key: string) => boolean;
}

/** Making one costs more than a statement. */
const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

const isTime = (key: string): boolean => /^\d{4,5}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(key);
const isDay = (key: string): boolean => /^\d{4,5}-\d\d-\d\d$/.test(key);

const orders: Readonly<Record<TipSort, SortOrder>> = {
  revised: { key: 't.revised_at', keyText: 't.revised_at::text', cast: 'timestamptz', isDescending: true, isValid: isTime },
  title: { key: 't.title collate "de-x-icu"', keyText: 't.title', cast: 'text collate "de-x-icu"', isDescending: false, isValid: () => true },
  helped: { key: 't.helped_count', keyText: 't.helped_count::text', cast: 'integer', isDescending: true, isValid: (key) => /^\d{1,9}$/.test(key) },
};

const dueOrder: SortOrder = { key: 't.check_due_on', keyText: 't.check_due_on::text', cast: 'date', isDescending: false, isValid: isDay };

class TipConditions extends Conditions {
  /** The rule of sight, first of all. The state is a literal of ours, so that the partial indexes of its tips are used. */
  addVisible(viewer: Viewer, state: ContentState): void {
    const { sql, parameters } = toSql(assumingState(visibleTo(viewer), state), 't', this.parameters.length + 1);
    this.parameters.push(...parameters);
    this.add(sql);
    this.add(`t.state = '${state}'`);
  }

  addAfter(order: SortOrder, after: CursorKeys | null): void {
    if (after === null) return;
    const [key, id] = after.map(String);
    if (key === undefined || id === undefined || !order.isValid(key) || !isUuid(id)) throw AppError.badInput('after', 'badCursor');
    const sign = order.isDescending ? '<' : '>';
    this.add(`(${order.key}, t.id) ${sign} (${this.bind(key)}::${order.cast}, ${this.bind(id)}::uuid)`);
  }
}

/** Every read of tips for viewers; each starts from what they may see. */
@Injectable()
export class TipQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By its address, one of its former ones, or its id; one statement. */
  async bySlug(viewer: Viewer, slug: string): Promise<TipRow | null> {
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 2);
    const isThis = isUuid(slug) ? 't.id = $1' : 't.id = (select tip_id from tip_slug where slug = $1)';
    const [row] = await this.db.hotQuery<TipRow>(
      `select ${TIP_PAGE_COLUMNS}, ${companionsOf(isMember(viewer))} from tip t where ${isThis} and ${sql}`,
      [slug.slice(0, 200).replaceAll('\0', ''), ...parameters],
    );
    return row ?? null;
  }

  /** Which of these addresses, former ones and ids lead this viewer to a tip. */
  async seenSlugs(viewer: Viewer, slugs: readonly string[]): Promise<ReadonlySet<string>> {
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 2);
    const rows = await this.db.query<{ slug: string }>(
      `select asked.slug from unnest($1::text[]) asked (slug) left join tip_slug s on s.slug = asked.slug
       join tip t on t.id = coalesce(s.tip_id, case when asked.slug ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then asked.slug::uuid end) where ${sql}`,
      [slugs.map((slug) => slug.slice(0, 200).replaceAll('\0', '')), ...parameters],
    );
    return new Set(rows.map((row) => row.slug));
  }

  async byId(viewer: Viewer, id: string): Promise<TipRow | null> {
    const [row] = await this.byIds(viewer, [id]);
    return row ?? null;
  }

  /** Those the viewer may see, in no certain order. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<readonly TipRow[]> {
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 2);
    return this.db.hotQuery<TipRow>(`select ${TIP_COLUMNS}, ${companionsOf(isMember(viewer))} from tip t where t.id = any($1::uuid[]) and ${sql}`, [
      ids,
      ...parameters,
    ]);
  }

  /** Released tips the viewer may see, with their plain text and without the names around them: for cards of search. */
  async releasedWithText(viewer: Viewer, ids: readonly string[]): Promise<readonly (Omit<TipRow, 'authors' | 'topics'> & { readonly plainText: string })[]> {
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 2);
    return this.db.hotQuery(`select ${TIP_COLUMNS}, t.plain_text as "plainText" from tip t where t.id = any($1::uuid[]) and t.state in ('published', 'retired') and ${sql}`, [
      ids,
      ...parameters,
    ]);
  }

  /** The row for a change: locked, and only where the viewer sees it now. */
  async lock(tx: EntityManager, viewer: Viewer, id: string): Promise<TipRow | null> {
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 2);
    const rows: readonly TipRow[] = await tx.query(
      `select ${TIP_COLUMNS}, '[]'::json as authors, '[]'::json as topics from tip t where t.id = $1 and ${sql} for update of t`,
      [id, ...parameters],
    );
    return rows[0] ?? null;
  }

  /** One page and one row more; a single statement whatever its size. */
  async list(viewer: Viewer, request: TipListRequest): Promise<readonly TipRow[]> {
    const order = orders[request.sort];
    const where = this.conditionsOf(viewer, request);
    where.addAfter(order, request.after);
    return this.page(viewer, where, order, request);
  }

  async count(viewer: Viewer, request: TipListRequest): Promise<number> {
    const where = this.conditionsOf(viewer, request);
    const [row] = await this.db.query<{ count: number }>(`select count(*)::int as count from tip t where ${where.sql}`, where.parameters);
    return row?.count ?? 0;
  }

  /** Released tips whose check is due until a day, the longest overdue first. */
  async toCheck(viewer: Viewer, scope: CheckScope, withinDays: number, list: Pick<TipListRequest, 'first' | 'after' | 'asked'>): Promise<readonly TipRow[]> {
    const where = new TipConditions();
    where.addVisible(viewer, 'published');
    where.add(scope === 'mine' ? `t.author_ids @> array[${where.bind(viewer.accountId)}]::uuid[]` : `t.space_id = any(${where.bind([...viewer.moderatedSpaceIds])}::uuid[])`);
    where.add(`t.check_due_on < ${where.bind(this.today())}::date + ${where.bind(withinDays)}::int`);
    where.addAfter(dueOrder, list.after);
    return this.page(viewer, where, dueOrder, list);
  }

  /** Today as the check dates mean it. */
  today(): string {
    return berlinDay.format(this.clock.now());
  }

  private conditionsOf(viewer: Viewer, request: TipListRequest): TipConditions {
    const where = new TipConditions();
    where.addVisible(viewer, request.state);
    const { space, topic, author } = request;
    if (space) where.add(isUuid(space) ? `t.space_id = ${where.bind(space)}` : `t.space_id = (select id from space where slug = ${where.bind(clean(space))})`);
    if (topic) where.add(isUuid(topic) ? `t.topic_ids @> array[${where.bind(topic)}]::uuid[]` : `t.topic_ids && ${topicBySlug(where.bind(clean(topic)))}`);
    if (author) where.add(isUuid(author) ? `t.author_ids @> array[${where.bind(author)}]::uuid[]` : 'false');
    // Who wrote what is told to members of the programme only.
    if (author && !isMember(viewer)) where.add('false');
    return where;
  }

  private async page(viewer: Viewer, where: TipConditions, order: SortOrder, { asked, first }: Pick<TipListRequest, 'asked' | 'first'>): Promise<readonly TipRow[]> {
    const direction = order.isDescending ? 'desc' : 'asc';
    // Names are told to members of the programme only.
    const authors = asked.has('authors') && isMember(viewer) ? `, ${LIST_AUTHORS}` : '';
    const rows = await this.db.hotQuery<TipRow>(
      `select ${listColumns(asked)}, ${order.keyText} as "sortKey"${authors} from tip t where ${where.sql}
       order by ${order.key} ${direction}, t.id ${direction} limit ${where.bind(first + 1)}`,
      where.parameters,
    );
    return rows.map(withAuthors);
  }
}

function clean(slug: string): string {
  return slug.slice(0, 200).replaceAll('\0', '');
}

/** Its own tips, also by the address of a topic that was merged into it. */
function topicBySlug(parameter: string): string {
  return `array(select coalesce(k.merged_into_id, k.id) from topic k where k.slug = ${parameter})`;
}
