import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { CLOCK, Db, withCommit, type Clock, type Emit } from '#platform/server';
import { AppError } from '#platform/shared';
import type { SpaceRole } from '#spaces/server';
import { Cases } from '../case/cases.js';
import type { MeasureKind } from '../measure/measure.type.js';
import { recordAct } from '../log/acts.js';
import { ModerationNotices } from '../moderation.notices.js';
import { moderationEvents } from '../moderation.outbox.js';
import type { GateNote } from './gate-note.js';
import { findWatchedWords } from './watched-words.js';

/** What becomes of something that somebody is about to write. Pass it on to {@link ModerationGate.record}. */
export interface Verdict {
  /** `hold`: store it as `review`; a moderator releases or rejects it. */
  readonly outcome: 'publish' | 'hold';
  readonly notes: readonly GateNote[];
  /** Minutes between one item and the next for a slowed person. */
  readonly slowMinutes: number | null;
  /** Authors and moderators of the space, of whom nothing is counted. */
  readonly isTrusted: boolean;
  readonly isEdit: boolean;
}

export interface GateOptions {
  /** A change of something published: never held, but a watched word in it is put before the moderation. */
  readonly isEdit?: boolean;
  /** Where the question is asked within the transaction, so that it leaves with others; else it is asked before. */
  readonly tx?: EntityManager;
}

/** Something written, in the transaction that writes it. */
export interface WrittenItem {
  readonly kind: string;
  readonly id: string;
  readonly spaceId: string;
  readonly authorId: string;
  readonly verdict: Verdict;
}

interface Standing {
  readonly role: SpaceRole | null;
  readonly holdFirst: number;
  readonly watchedWords: readonly string[];
  readonly passed: number;
  readonly lastWrittenAt: string | Date | null;
  readonly measures: readonly { readonly kind: MeasureKind; readonly minutes: number | null; readonly endsAt: string }[];
}

const PUBLISHED: Verdict = { outcome: 'publish', notes: [], slowMinutes: null, isTrusted: false, isEdit: false };
const MINUTE_MS = 60_000;

/** Asked by content before somebody's words appear in a space. Two statements for a post: one to look, one to count. */
@Injectable()
export class ModerationGate {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(ModerationNotices) private readonly notices: ModerationNotices,
  ) {}

  /**
   * The right to write in the space is the content's own rule and has been asked before.
   * @param text what is read: title and body without marks.
   * @throws {AppError} FORBIDDEN `moderation.silenced` or `moderation.suspended` (params `until`, ISO 8601);
   *   RATE_LIMITED `moderation.slowed` (params `retryAfterSeconds`, `minutes`); UNAUTHENTICATED for guests.
   */
  async judge(viewer: Viewer, spaceId: string, text: string, { isEdit = false, tx }: GateOptions = {}): Promise<Verdict> {
    if (viewer.accountId === null) throw AppError.unauthenticated();
    const standing = await this.standingOf(viewer.accountId, spaceId, tx);
    this.ensureMayWrite(standing);
    const slow = standing.measures.filter(({ kind }) => kind === 'slow').map(({ minutes }) => minutes ?? 0);
    const slowMinutes = slow.length === 0 ? null : Math.max(...slow);
    if (!isEdit && slowMinutes !== null && standing.lastWrittenAt !== null) this.ensureNotTooSoon(new Date(standing.lastWrittenAt), slowMinutes);
    if (standing.role === 'moderator') return { ...PUBLISHED, slowMinutes, isTrusted: slowMinutes === null, isEdit };
    const words = [...new Set(findWatchedWords(text, standing.watchedWords).map(({ word }) => word))];
    const isTrusted = standing.role === 'author' && slowMinutes === null;
    const isNew = standing.role !== 'author' && !isEdit && standing.passed < standing.holdFirst;
    const notes: GateNote[] = [
      ...(isNew ? [{ reason: 'firstItems', word: null } as const] : []),
      ...words.map((word) => ({ reason: 'watchedWord', word }) as const),
    ];
    return { outcome: notes.length > 0 && !isEdit ? 'hold' : 'publish', notes, slowMinutes, isTrusted, isEdit };
  }

  /** What was written, into the same transaction: counts it, and puts before the moderation what the verdict stopped at. */
  async record(tx: EntityManager, emit: Emit, item: WrittenItem): Promise<void> {
    const { verdict } = item;
    if (!verdict.isEdit && !verdict.isTrusted) {
      const counted = this.count(tx, item);
      // Only who is slowed may still be refused.
      if (verdict.slowMinutes === null) withCommit(tx, counted);
      else await counted;
    }
    if (verdict.notes.length === 0) return;
    const now = this.clock.now();
    const isHeld = verdict.outcome === 'hold';
    const gate = { isHeld, notes: verdict.notes };
    const caseId = await this.cases.open(tx, { kind: item.kind, itemId: item.id, spaceId: item.spaceId, authorIds: [item.authorId], at: now, gate });
    await recordAct(tx, { spaceId: item.spaceId, act: isHeld ? 'held' : 'flagged', caseId, itemKind: item.kind, actorId: null, at: now });
    await this.notices.tellJudges(tx, 'waiting', { occasionId: caseId, caseId, spaceId: item.spaceId, byId: item.authorId });
    emit(moderationEvents.flagged({ caseId, spaceId: item.spaceId, byId: item.authorId }));
  }

  /** Two at the same moment: the second waits for the first one's row and is told the time. */
  private async count(tx: EntityManager, { spaceId, authorId, verdict }: WrittenItem): Promise<void> {
    const now = this.clock.now();
    const latest = verdict.slowMinutes === null ? null : new Date(now.getTime() - verdict.slowMinutes * MINUTE_MS);
    const rows: unknown[] = await tx.query(
      `insert into moderation_writer as w (space_id, account_id, passed, last_written_at) values ($1, $2, $3, $4)
       on conflict (space_id, account_id) do update set passed = w.passed + excluded.passed, last_written_at = excluded.last_written_at
         where $5::timestamptz is null or w.last_written_at <= $5
       returning 1`,
      [spaceId, authorId, verdict.outcome === 'publish' ? 1 : 0, now, latest],
    );
    if (rows.length === 0) throw slowed(verdict.slowMinutes ?? 1, (verdict.slowMinutes ?? 1) * 60);
  }

  private async standingOf(accountId: string, spaceId: string, tx?: EntityManager): Promise<Standing> {
    const [sql, parameters] = [
      `select m.role, coalesce(s.hold_first, 0) as "holdFirst", coalesce(s.watched_words, '{}') as "watchedWords",
         coalesce(w.passed, 0) as passed, w.last_written_at as "lastWrittenAt",
         coalesce((select json_agg(json_build_object('kind', x.kind, 'minutes', x.minutes, 'endsAt', x.ends_at)) from moderation_measure x
           where x.account_id = $2::uuid and x.space_id = $1::uuid and x.ended_at is null and x.ends_at > $3::timestamptz), '[]') as measures
       from (select 1) one
       left join space_member m on m.space_id = $1::uuid and m.account_id = $2::uuid
       left join moderation_settings s on s.space_id = $1::uuid
       left join moderation_writer w on w.space_id = $1::uuid and w.account_id = $2::uuid`,
      [spaceId, accountId, this.clock.now()],
    ] as const;
    const [row]: readonly Standing[] = tx === undefined ? await this.db.hotQuery<Standing>(sql, parameters) : await tx.query(sql, [...parameters]);
    if (row === undefined) throw new Error('one row for one person');
    return row;
  }

  private ensureMayWrite({ measures }: Standing): void {
    const untilOf = (kind: MeasureKind): string | undefined => measures.filter((measure) => measure.kind === kind).map(({ endsAt }) => endsAt).toSorted().at(-1);
    const suspended = untilOf('suspend');
    const silenced = untilOf('silence');
    const until = suspended ?? silenced;
    if (until === undefined) return;
    throw new AppError('FORBIDDEN', suspended === undefined ? 'moderation.silenced' : 'moderation.suspended', { params: { until: new Date(until).toISOString() } });
  }

  private ensureNotTooSoon(lastWrittenAt: Date, minutes: number): void {
    const waitMs = lastWrittenAt.getTime() + minutes * MINUTE_MS - this.clock.now().getTime();
    if (waitMs > 0) throw slowed(minutes, Math.ceil(waitMs / 1000));
  }
}

function slowed(minutes: number, retryAfterSeconds: number): AppError {
  return new AppError('RATE_LIMITED', 'moderation.slowed', { params: { retryAfterSeconds, minutes } });
}
