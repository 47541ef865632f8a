import { Inject, Injectable } from '@nestjs/common';
import { ensure, moderates, toSql, visibleTo, type Viewer } from '#access/server';
import { ModerationGate } from '#moderation/server';
import { CLOCK, Db, RateLimits, type Clock, type CursorKeys, type Limit } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import { ownDrafts } from '../draft/draft.queries.js';
import { signedIn, TipGate } from '../tip/tip.gate.js';
import { canGiveFeedback } from '../tip/tip.policy.js';
import { TipQueries } from '../tip/tip.queries.js';
import { tipEvents } from '../tips.outbox.js';
import type { TipNote, TipTasks } from './feedback.type.js';

/** Each note becomes a mail to every author. */
const NOTES: Limit = { name: 'tips.note', tries: 20, withinSeconds: 3600 };

export type NoteRow = TipNote & { readonly sortKey?: string };

const NOTE_COLUMNS = `n.id, n.tip_id as "tipId", n.account_id as "accountId", n.reason, n.created_at as "createdAt",
  n.resolved_at as "resolvedAt", n.resolved_by as "resolvedById"`;
const isTime = /^\d{4,5}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;

/** What readers say about tips. */
@Injectable()
export class FeedbackService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(TipGate) private readonly gate: TipGate,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(ModerationGate) private readonly moderation: ModerationGate,
  ) {}

  async setHelped(viewer: Viewer, tipId: string, helped: boolean): Promise<void> {
    const { accountId, lock } = await this.gate.admit(viewer, tipId, canGiveFeedback);
    await this.db.write(viewer, async (tx) => {
      await lock(tx);
      await tx.query(
        helped
          ? 'insert into tip_helped (tip_id, account_id) values ($1, $2) on conflict do nothing'
          : 'delete from tip_helped where tip_id = $1 and account_id = $2',
        [tipId, accountId],
      );
      // Counted anew under the row's lock: adding one would drift when two do it at once.
      await tx.query('update tip set helped_count = (select count(*) from tip_helped where tip_id = $1) where id = $1', [tipId]);
    });
  }

  async reportOutdated(viewer: Viewer, id: string, tipId: string, reason: string): Promise<void> {
    const { accountId, place, lock } = await this.gate.admit(viewer, tipId, canGiveFeedback);
    // Words to the authors are words all the same.
    await this.moderation.judge(viewer, place.spaceId, reason, { isEdit: true });
    await this.limits.count(NOTES, `account:${accountId}`);
    await this.db.write(viewer, async (tx, emit) => {
      await lock(tx);
      if (!(await this.db.isFirst(tx, viewer, id, { tipId, reason }))) return;
      await tx.query('insert into tip_note (id, tip_id, account_id, reason, created_at) values ($1, $2, $3, $4, $5)', [id, tipId, accountId, reason, this.clock.now()]);
      emit(tipEvents.noted({ tipId, noteId: id }));
    });
  }

  /** An author or moderator dealt with one note. @returns the tip it was about. */
  async resolve(viewer: Viewer, noteId: string): Promise<string> {
    const { accountId } = signedIn(viewer);
    const [note] = await this.db.query<{ tipId: string }>('select tip_id as "tipId" from tip_note where id = $1', [noteId]);
    const tip = note === undefined ? null : await this.tips.byId(viewer, note.tipId);
    // Who may not read the note does not learn of it, though they see the tip.
    const seen = ensure(tip !== null && (tip.authorIds.includes(accountId) || moderates(viewer, tip.spaceId)) ? tip : null, () => true);
    await this.db.write(viewer, async (tx) => {
      await tx.query('update tip_note set resolved_at = $2, resolved_by = $3 where id = $1 and resolved_at is null', [noteId, this.clock.now(), accountId]);
    });
    return seen.id;
  }

  /** Open notes of tips, the oldest first, 100 of each; the caller has made sure that the viewer may see their inside. */
  async openOf(tipIds: readonly string[]): Promise<readonly NoteRow[]> {
    return this.db.query<NoteRow>(
      `select n.* from unnest($1::uuid[]) t(id) cross join lateral (
         select ${NOTE_COLUMNS} from tip_note n where n.tip_id = t.id and n.resolved_at is null order by n.created_at limit 100) n
       order by n."createdAt"`,
      [tipIds],
    );
  }

  /** Open notes on tips the viewer wrote, the oldest first. */
  async openForAuthor(viewer: Viewer, first: number, after: CursorKeys | null): Promise<readonly NoteRow[]> {
    const [at = null, id = null] = after?.map(String) ?? [];
    if (at !== null && (!isTime.test(at) || id === null || !isUuid(id))) throw AppError.badInput('after', 'badCursor');
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 5);
    return this.db.query<NoteRow>(
      `select ${NOTE_COLUMNS}, n.created_at::text as "sortKey" from tip_note n join tip t on t.id = n.tip_id
       where n.resolved_at is null and t.author_ids @> array[$1]::uuid[] and ($2::timestamptz is null or (n.created_at, n.id) > ($2, $3::uuid)) and ${sql}
       order by n.created_at, n.id limit $4`,
      [viewer.accountId, at, id, first + 1, ...parameters],
    );
  }

  /** What waits for the viewer; one statement. */
  async tasks(viewer: Viewer): Promise<TipTasks> {
    if (viewer.accountId === null) return { drafts: 0, reviews: 0, checks: 0, notes: 0 };
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 4);
    const [row] = await this.db.query<TipTasks>(
      `select
         (select count(*)::int from tip_working_copy w join tip t on t.id = w.tip_id where w.submitted_at is null and ${ownDrafts('$1', '$3')} and ${sql}) as drafts,
         (select count(*)::int from tip_working_copy w join tip t on t.id = w.tip_id
          where w.submitted_at is not null and t.state <> 'draft' and t.space_id = any($3::uuid[]) and ${sql}) as reviews,
         (select count(*)::int from tip t where t.state = 'published' and t.author_ids @> array[$1]::uuid[] and t.check_due_on < $2::date and ${sql}) as checks,
         (select count(*)::int from tip_note n join tip t on t.id = n.tip_id
          where n.resolved_at is null and t.author_ids @> array[$1]::uuid[] and ${sql}) as notes`,
      [viewer.accountId, this.tips.today(), [...viewer.moderatedSpaceIds], ...parameters],
    );
    return row ?? { drafts: 0, reviews: 0, checks: 0, notes: 0 };
  }
}
