import { Inject, Injectable } from '@nestjs/common';
import { isMember, moderates, type Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { CLOCK, Db, decodeCursor, pageOf, type Clock, type CursorKeys, type Page } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import type { ModerationActName } from '../case/case.enums.js';
import type { ActRow } from '../case/case.queries.js';
import type { ModerationFigure, ModerationLogLine } from './log.type.js';

/** What members read about: decisions and measures. That somebody reported or objected is no act of the moderation. */
const PUBLIC_ACTS: readonly ModerationActName[] = [
  'kept', 'hidden', 'restored', 'released', 'rejected', 'objectionGranted', 'objectionRefused', 'slowed', 'silenced', 'suspended', 'measureEnded', 'settingsChanged',
];

const KEY = 'extract(epoch from x.at)';

/** What was done in the moderation of a space, in two editions. */
@Injectable()
export class LogQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For members of the programme who read the space: acts, days, categories. */
  async publicPage(viewer: Viewer, spaceId: string, first: number, after: string | null): Promise<Page<ModerationLogLine>> {
    ensureReads(viewer, spaceId);
    const rows = await this.rows<ModerationLogLine>(
      `x.id, x.act, x.item_kind as "itemKind", x.reason, to_char(x.at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "on"`,
      'x.act = any($5::text[])', spaceId, first, after, [PUBLIC_ACTS],
    );
    return pageOf(rows, first, (row) => [row.key, row.id]);
  }

  async figures(viewer: Viewer, spaceId: string): Promise<readonly ModerationFigure[]> {
    ensureReads(viewer, spaceId);
    const since = new Date(this.clock.now().getTime() - 365 * 86_400_000);
    return this.db.query<ModerationFigure>(
      `select act, count(*)::int as count from moderation_act where space_id = $1 and at > $2 and act <> 'settingsChanged' group by act order by count desc, act`,
      [spaceId, since],
    );
  }

  /** With names and words, for the moderators of the space; not what concerns what they wrote themselves, for that names reporters. */
  async fullPage(viewer: Viewer, spaceId: string, first: number, after: string | null): Promise<Page<ActRow>> {
    const accountId = accountOf(viewer);
    if (!viewer.readableSpaceIds.has(spaceId)) throw AppError.notFound();
    if (!moderates(viewer, spaceId)) throw AppError.forbidden('moderation.moderatorsOnly');
    const rows = await this.rows<ActRow>(
      `x.id, x.case_id as "caseId", x.act, x.actor_id as "actorId", x.reason, x.note, x.at`,
      `not exists (select from moderation_case c where c.id = x.case_id and c.author_ids @> array[$5]::uuid[])`, spaceId, first, after, [accountId],
    );
    return pageOf(rows, first, (row) => [row.key, row.id]);
  }

  private async rows<Row extends object>(
    columns: string, condition: string, spaceId: string, first: number, after: string | null, more: readonly unknown[],
  ): Promise<readonly (Row & { readonly key: string })[]> {
    const cursor = decodeCursor(after, 2);
    if (cursor !== null && !isPlace(cursor)) throw AppError.badInput('after', 'badCursor');
    return this.db.query<Row & { readonly key: string }>(
      `select ${columns}, (${KEY})::text as key from moderation_act x
       where x.space_id = $1 and ${condition} and ($2::numeric is null or (${KEY}, x.id) < ($2::numeric, $3::uuid))
       order by ${KEY} desc, x.id desc limit $4`,
      [spaceId, cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1, ...more],
    );
  }
}

/** @throws {AppError} UNAUTHENTICATED, NOT_FOUND for who does not read the space as a member of the programme. */
function ensureReads(viewer: Viewer, spaceId: string): void {
  accountOf(viewer);
  if (!isMember(viewer) || !viewer.readableSpaceIds.has(spaceId)) throw AppError.notFound();
}

/** Seconds and the line: anything else was not handed out by this list. */
function isPlace([key, id]: CursorKeys): boolean {
  return typeof key === 'string' && /^-?\d{1,12}(\.\d{1,9})?$/.test(key) && typeof id === 'string' && isUuid(id);
}
