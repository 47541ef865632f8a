import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { guestViewer, type Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { CLOCK, Db, networkOf, RateLimits, type Clock, type Emit, type Limit } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import type { ReportReason } from '../case/case.enums.js';
import { Cases } from '../case/cases.js';
import { ModeratedKinds, type ModeratedItem } from '../kinds/moderated-kinds.js';
import { recordAct } from '../log/acts.js';
import { ModerationNotices } from '../moderation.notices.js';
import { moderationEvents } from '../moderation.outbox.js';

/** Each is work for moderators. */
const REPORTS: Limit = { name: 'moderation.report', tries: 30, withinSeconds: 86_400 };
/** Each is a mail to an address that nobody has confirmed. */
const GUEST_REPORTS: Limit = { name: 'moderation.guestReport', tries: 5, withinSeconds: 3600 };
const GUEST_ADDRESSES: Limit = { name: 'moderation.guestAddress', tries: 3, withinSeconds: 86_400 };

export interface ReportWish {
  readonly kind: string;
  readonly itemId: string;
  readonly reason: ReportReason;
  readonly words: string;
}

export interface GuestReportWish extends Omit<ReportWish, 'reason'> {
  readonly name: string;
  readonly address: string;
  readonly locale: 'de' | 'en';
}

export interface ReportReceipt {
  readonly id: string;
  readonly createdAt: Date;
  readonly isRepeated: boolean;
}

interface Reporter {
  readonly reporterId: string | null;
  readonly guest: Pick<GuestReportWish, 'name' | 'address' | 'locale'> | null;
}

/** These two say nothing by themselves. */
const NEEDS_WORDS: ReadonlySet<ReportReason> = new Set(['illegal', 'other']);

/** Somebody says that something is not right. All reports about one item are one case, as long as it is open. */
@Injectable()
export class ReportService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(ModeratedKinds) private readonly kinds: ModeratedKinds,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(ModerationNotices) private readonly notices: ModerationNotices,
  ) {}

  /** What the viewer could report; null alike for what is not there and for what they do not see. */
  async reportable(viewer: Viewer, kind: string, id: string): Promise<ModeratedItem | null> {
    const item = (await this.kinds.named(kind)?.load(viewer, [id]))?.get(id);
    return item !== undefined && (item.state === 'published' || item.state === 'retired') ? item : null;
  }

  /** @throws {AppError} UNAUTHENTICATED, NOT_FOUND, FORBIDDEN `moderation.ownItem`, RATE_LIMITED. */
  async report(viewer: Viewer, wish: ReportWish): Promise<ReportReceipt> {
    const accountId = accountOf(viewer);
    const item = await this.reportable(viewer, wish.kind, wish.itemId);
    if (item === null) throw AppError.notFound();
    if (item.authorIds.includes(accountId)) throw AppError.forbidden('moderation.ownItem');
    if (NEEDS_WORDS.has(wish.reason) && wish.words.trim() === '') throw AppError.badInput('words', 'required');
    await this.limits.count(REPORTS, `account:${accountId}`);
    return this.keep(viewer, item, wish, { reporterId: accountId, guest: null });
  }

  /** Illegal content of public spaces, without an account. */
  async reportAsGuest(viewer: Viewer, ip: string, wish: GuestReportWish): Promise<ReportReceipt> {
    // Whatever the sender may read besides: this way leads to what is public.
    const item = await this.reportable(guestViewer(await this.publicSpaces()), wish.kind, wish.itemId);
    if (item === null) throw AppError.notFound();
    await this.limits.count(GUEST_REPORTS, `network:${networkOf(ip)}`);
    await this.limits.count(GUEST_ADDRESSES, `address:${wish.address}`);
    return this.keep(viewer, item, { ...wish, reason: 'illegal' }, { reporterId: null, guest: wish });
  }

  private async publicSpaces(): Promise<ReadonlySet<string>> {
    const spaces = await this.db.query<{ id: string }>(`select id from space where visibility = 'public'`);
    return new Set(spaces.map(({ id }) => id));
  }

  private async keep(viewer: Viewer, item: ModeratedItem, wish: ReportWish, { reporterId, guest }: Reporter): Promise<ReportReceipt> {
    return this.db.write(viewer, async (tx, emit) => {
      const now = this.clock.now();
      const caseId = await this.cases.open(tx, { kind: wish.kind, itemId: item.id, spaceId: item.spaceId, authorIds: item.authorIds, at: now });
      const id = uuidv7();
      const [added]: { id: string }[] = await tx.query(
        `insert into moderation_report (id, case_id, reporter_id, guest_name, guest_address, guest_locale, reason, words, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
        [id, caseId, reporterId, guest?.name ?? null, guest?.address ?? null, guest?.locale ?? null, wish.reason, wish.words.trim(), now],
      );
      if (added === undefined) return this.earlier(tx, caseId, reporterId, guest?.address ?? null);
      await this.tell(tx, emit, { caseId, reportId: id, spaceId: item.spaceId, byId: reporterId }, wish, now);
      return { id, createdAt: now, isRepeated: false };
    });
  }

  /** The same person has said so already: one report. */
  private async earlier(tx: EntityManager, caseId: string, reporterId: string | null, address: string | null): Promise<ReportReceipt> {
    const [row]: { id: string; createdAt: Date }[] = await tx.query(
      `select id, created_at as "createdAt" from moderation_report where case_id = $1 and (reporter_id = $2 or guest_address = $3) limit 1`,
      [caseId, reporterId, address],
    );
    if (row === undefined) throw AppError.notFound();
    return { ...row, isRepeated: true };
  }

  private async tell(
    tx: EntityManager,
    emit: Emit,
    happening: { readonly caseId: string; readonly reportId: string; readonly spaceId: string; readonly byId: string | null },
    wish: ReportWish,
    at: Date,
  ): Promise<void> {
    const { caseId, spaceId, byId } = happening;
    await recordAct(tx, { spaceId, act: 'reported', caseId, itemKind: wish.kind, reason: wish.reason, actorId: byId, at });
    // One call a case: ten reports of one item are one thing to look at.
    await this.notices.tellJudges(tx, 'waiting', { occasionId: caseId, caseId, spaceId, byId });
    emit(moderationEvents.reported(happening));
  }
}
