import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { moderates, type Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { Audit, CLOCK, Db, decodeCursor, pageOf, type Clock, type CursorKeys, type Page } from '#platform/server';
import { AppError, isUuid, uuidv7 } from '#platform/shared';
import { endSpaceSuspension, suspendFromSpace } from '#spaces/server';
import { recordAct } from '../log/acts.js';
import { ModerationNotices } from '../moderation.notices.js';
import { moderationEvents } from '../moderation.outbox.js';
import type { ImposeMeasureInput, MeasureKind, ModerationMeasure, OwnMeasure } from './measure.type.js';

const LONGEST_MS = 366 * 86_400_000;
const ACTS = { slow: 'slowed', silence: 'silenced', suspend: 'suspended' } as const;

const COLUMNS = `m.id, m.space_id as "spaceId", m.account_id as "accountId", m.kind, m.minutes, m.reason, m.case_id as "caseId", m.starts_at as "startsAt",
  m.ends_at as "endsAt", m.ended_at as "endedAt", m.end_note as "endNote", m.imposed_by as "imposedById", m.ended_by as "endedById"`;

/** The end of a measure in the order of a list: what runs longest first, then what has ended. */
type Stored = Omit<ModerationMeasure, 'isRunning'>;

/** What is imposed on people in a space: writing slowly, reading only, no access; each with an end. */
@Injectable()
export class Measures {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(ModerationNotices) private readonly notices: ModerationNotices,
  ) {}

  /** Of a space the viewer moderates, the newest first. */
  async page(viewer: Viewer, spaceId: string, first: number, after: string | null): Promise<Page<ModerationMeasure>> {
    this.ensureModerates(viewer, spaceId);
    const cursor = decodeCursor(after, 2);
    if (cursor !== null && !isPlace(cursor)) throw AppError.badInput('after', 'badCursor');
    const key = 'extract(epoch from m.starts_at)';
    const rows = await this.db.query<Stored & { readonly key: string }>(
      `select ${COLUMNS}, (${key})::text as key from moderation_measure m where m.space_id = $1
         and ($2::numeric is null or (${key}, m.id) < ($2::numeric, $3::uuid)) order by ${key} desc, m.id desc limit $4`,
      [spaceId, cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1],
    );
    return pageOf(rows.map((row) => ({ ...this.shown(row), key: row.key })), first, (row) => [row.key, row.id]);
  }

  /** All that is or was imposed on the viewer, in spaces they no longer reach too. */
  async own(viewer: Viewer): Promise<readonly OwnMeasure[]> {
    const rows = await this.db.query<Stored & Pick<OwnMeasure, 'spaceName'>>(
      `select ${COLUMNS}, m.space_name as "spaceName" from moderation_measure m where m.account_id = $1 order by m.starts_at desc, m.id desc limit 100`,
      [accountOf(viewer)],
    );
    return rows.map((row) => ({ ...this.shown(row), spaceName: row.spaceName }));
  }

  /** What holds against the viewer in each of these spaces. */
  async runningIn(viewer: Viewer, spaceIds: readonly string[]): Promise<readonly (readonly OwnMeasure[])[]> {
    const own = viewer.accountId === null ? [] : await this.db.query<Stored & Pick<OwnMeasure, 'spaceName'>>(
      `select ${COLUMNS}, m.space_name as "spaceName" from moderation_measure m
       where m.account_id = $1 and m.space_id = any($2::uuid[]) and m.ended_at is null and m.ends_at > $3 order by m.starts_at`,
      [viewer.accountId, spaceIds, this.clock.now()],
    );
    return spaceIds.map((id) => own.filter((row) => row.spaceId === id).map((row) => ({ ...this.shown(row), spaceName: row.spaceName })));
  }

  /** @throws {AppError} NOT_FOUND, FORBIDDEN, CONFLICT `moderation.alreadyMeasured` (params until), field reasons at `accountId`, `endsAt`, `minutes`. */
  async impose(viewer: Viewer, input: ImposeMeasureInput): Promise<ModerationMeasure> {
    const accountId = accountOf(viewer);
    this.ensureModerates(viewer, input.spaceId);
    const minutes = this.ensureSensible(accountId, input);
    await this.db.write(viewer, async (tx, emit) => {
      const content = [input.spaceId, input.accountId, input.kind, minutes, input.endsAt, input.reason];
      if (!(await this.db.isFirst(tx, viewer, input.id, content))) return;
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`measure ${input.spaceId} ${input.accountId}`]);
      await this.ensureMeasurable(tx, input);
      const now = this.clock.now();
      await tx.query(
        `insert into moderation_measure (id, space_id, space_name, account_id, kind, minutes, reason, case_id, starts_at, ends_at, imposed_by)
         select $1, s.id, s.name, $3, $4, $5, $6, (select c.id from moderation_case c where c.id = $7 and c.space_id = s.id), $8, $9, $10 from space s where s.id = $2`,
        [input.id, input.spaceId, input.accountId, input.kind, minutes, input.reason.trim(), input.caseId ?? null, now, input.endsAt, accountId],
      );
      if (input.kind === 'suspend') await suspendFromSpace(tx, { spaceId: input.spaceId, accountId: input.accountId, endsAt: input.endsAt });
      await recordAct(tx, { spaceId: input.spaceId, act: ACTS[input.kind], measureId: input.id, note: input.reason.trim(), actorId: accountId, at: now });
      await this.audit.record(tx, viewer, { act: `moderation.${ACTS[input.kind]}`, subjectKind: 'account', subjectId: input.accountId, spaceId: input.spaceId, details: { until: input.endsAt.toISOString() } });
      await this.notices.tellMeasure(tx, 'measure', uuidv7(), input.id, input.accountId);
      emit(moderationEvents.measured({ measureId: input.id, spaceId: input.spaceId, accountId: input.accountId }));
    });
    return this.seen(viewer, input.id);
  }

  /** Ending what has ended changes nothing. @throws {AppError} NOT_FOUND. */
  async end(viewer: Viewer, measureId: string, note: string): Promise<ModerationMeasure> {
    const actorId = accountOf(viewer);
    const seen = await this.seen(viewer, measureId);
    await this.db.write(viewer, async (tx, emit) => {
      const now = this.clock.now();
      const [rows]: [{ spaceId: string; accountId: string; kind: MeasureKind }[], number] = await tx.query(
        `update moderation_measure set ended_at = $2, ended_by = $3, end_note = $4 where id = $1 and ended_at is null and ends_at > $2
         returning space_id as "spaceId", account_id as "accountId", kind`,
        [measureId, now, actorId, note],
      );
      const [ended] = rows;
      if (ended === undefined) return;
      if (ended.kind === 'suspend') await endSpaceSuspension(tx, ended);
      await recordAct(tx, { spaceId: ended.spaceId, act: 'measureEnded', measureId, note, actorId, at: now });
      await this.audit.record(tx, viewer, { act: 'moderation.measureEnded', subjectKind: 'account', subjectId: ended.accountId, spaceId: ended.spaceId });
      await this.notices.tellMeasure(tx, 'measureEnded', uuidv7(), measureId, ended.accountId);
      emit(moderationEvents.measureEnded({ measureId, spaceId: ended.spaceId, accountId: ended.accountId }));
    });
    return this.seen(viewer, seen.id);
  }

  private async seen(viewer: Viewer, id: string): Promise<ModerationMeasure> {
    const [row] = await this.db.query<Stored>(`select ${COLUMNS} from moderation_measure m where m.id = $1 and m.space_id = any($2::uuid[])`, [id, [...viewer.moderatedSpaceIds]]);
    if (row === undefined) throw AppError.notFound();
    return this.shown(row);
  }

  private shown(row: Stored): ModerationMeasure {
    return { ...row, isRunning: row.endedAt === null && row.endsAt > this.clock.now() };
  }

  private ensureModerates(viewer: Viewer, spaceId: string): void {
    accountOf(viewer);
    if (!viewer.readableSpaceIds.has(spaceId)) throw AppError.notFound();
    if (!moderates(viewer, spaceId)) throw AppError.forbidden('moderation.moderatorsOnly');
  }

  /** @returns minutes between items, null for what is not slowed. */
  private ensureSensible(accountId: string, input: ImposeMeasureInput): number | null {
    const lastsMs = input.endsAt.getTime() - this.clock.now().getTime();
    const minutes = input.kind === 'slow' ? (input.minutes ?? null) : null;
    const wrong = [
      ...(input.accountId === accountId ? [{ field: 'accountId', reason: 'moderation.notOneself' }] : []),
      ...(input.kind === 'slow' && minutes === null ? [{ field: 'minutes', reason: 'required' }] : []),
      ...(lastsMs <= 0 ? [{ field: 'endsAt', reason: 'moderation.endInPast' }] : []),
      ...(lastsMs > LONGEST_MS ? [{ field: 'endsAt', reason: 'moderation.endTooFar' }] : []),
    ];
    if (wrong.length > 0) throw AppError.badInputs(wrong);
    return minutes;
  }

  private async ensureMeasurable(tx: EntityManager, { spaceId, accountId, kind }: ImposeMeasureInput): Promise<void> {
    const [row]: { role: string | null; hasWritten: boolean; coordinates: boolean; until: Date | null }[] = await tx.query(
      `select m.role, exists (select from moderation_writer w where w.space_id = $1 and w.account_id = a.id) as "hasWritten",
         'coordinator' = any(a.site_roles) as coordinates,
         (select max(x.ends_at) from moderation_measure x where x.space_id = $1 and x.account_id = a.id and x.kind = $3 and x.ended_at is null and x.ends_at > $4) as until
       from account a left join space_member m on m.space_id = $1 and m.account_id = a.id where a.id = $2 and a.deleted_at is null`,
      [spaceId, accountId, kind, this.clock.now()],
    );
    if (row === undefined || (row.role === null && !row.hasWritten)) throw AppError.notFound();
    // Whoever looks after the space is freed of that task first; the coordination's look inside must not be barred by those it looks at.
    if (row.role === 'moderator') throw AppError.forbidden('moderation.notModerators');
    if (row.coordinates) throw AppError.forbidden('moderation.notCoordinators');
    if (row.until !== null) throw AppError.conflict('moderation.alreadyMeasured', { until: row.until.toISOString() });
  }
}

/** Seconds and the measure: anything else was not handed out by this list. */
function isPlace([key, id]: CursorKeys): boolean {
  return typeof key === 'string' && /^-?\d{1,12}(\.\d{1,9})?$/.test(key) && typeof id === 'string' && isUuid(id);
}
