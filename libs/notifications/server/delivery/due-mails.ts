import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, Db, LOGGER, Outbox, type Clock, type Logger } from '#platform/server';
import { groupKeyOf } from '../notice/notice.row.js';
import { Preferences, type MailWishes } from '../preference/preferences.js';
import { makeMails } from './mail-making.js';
import { ofAllWaiting } from './sparing-others.js';
import { wayOf, type MailWay } from './mail-way.js';

/**
 * So many mails to one person may be under way. More than an hour lets through, because some will have nothing to say
 * when their turn comes; few enough that a mail server that is down does not gather hundreds for one person.
 */
const UNDER_WAY_AT_MOST = 20;
const SYSTEM = { accountId: null };

interface DueNotice {
  readonly id: string;
  readonly accountId: string;
  readonly category: string;
  readonly groupKind: string;
  readonly groupId: string;
  readonly createdAt: Date;
  readonly lookAt: Date;
}

/** Notices of one thread and category, with where they go. */
interface Decision {
  readonly accountId: string;
  readonly form: string;
  readonly noticeIds: readonly string[];
  readonly way: MailWay;
}

/**
 * Decides each minute what becomes of notices whose time has come: a mail at once for each thread and category, the
 * summary, or nothing. The mail itself is made, its rights are asked and the mails of the hour are counted when it is sent. A post in a large space is
 * hundreds of people's news: they are decided together, not one after the other.
 */
@Injectable()
export class DueMails implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Preferences) private readonly preferences: Preferences,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'notifications.due', cron: '* * * * *', run: () => this.run() });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    await ofAllWaiting(this.db, `mail = 'due' and look_at <= $1`, now, async (ids) => this.decide(ids, now), this.logger);
  }

  private async decide(accountIds: readonly string[], now: Date): Promise<void> {
    const wishes = await this.preferences.wishesOf(accountIds);
    await this.db.write(SYSTEM, async (tx, emit) => {
      const notices: DueNotice[] = await tx.query(
        `select id, account_id as "accountId", category, group_kind as "groupKind", group_id as "groupId", created_at as "createdAt", look_at as "lookAt"
         from notice where account_id = any($1::uuid[]) and mail = 'due' order by created_at, id for update`,
        [accountIds],
      );
      const underWay = await mailsUnderWay(tx, accountIds, now);
      const decisions = [...Map.groupBy(notices, ({ accountId }) => accountId)].flatMap(([accountId, own]) =>
        decideFor(own, wishes(accountId), now, UNDER_WAY_AT_MOST - (underWay.get(accountId) ?? 0)),
      );
      await settle(tx, decisions, now);
      await makeMails(tx, emit, decisions.filter(({ way }) => way.to === 'mail'), now);
    });
  }
}

/**
 * @param notices of one account, oldest first.
 * @param room how many further mails may be under way.
 */
function decideFor(notices: readonly DueNotice[], wishes: MailWishes, now: Date, room: number): readonly Decision[] {
  let left = room;
  const decisions: Decision[] = [];
  for (const bundle of Map.groupBy(notices, (notice) => `${groupKeyOf(notice)} ${notice.category}`).values()) {
    const newest = bundle.at(-1);
    // What came later goes along with the first of its thread.
    if (newest === undefined || bundle.every(({ lookAt }) => lookAt > now)) continue;
    const way = wayOf({ category: newest.category, newest: newest.createdAt }, wishes, now, left);
    if (way.to === 'mail') left -= 1;
    decisions.push({ accountId: newest.accountId, form: newest.category, noticeIds: bundle.map(({ id }) => id), way });
  }
  return decisions;
}

/** Without those that were given up: a mail server that was away must not keep somebody from mails for weeks. */
async function mailsUnderWay(tx: EntityManager, accountIds: readonly string[], now: Date): Promise<ReadonlyMap<string, number>> {
  const rows: { accountId: string; count: number }[] = await tx.query(
    `select account_id as "accountId", count(*)::int as count from notice_mail where account_id = any($1::uuid[]) and sent_at is null and dropped_at is null and created_at > $2::timestamptz - interval '3 hours'
     group by account_id`,
    [accountIds, now],
  );
  return new Map(rows.map(({ accountId, count }) => [accountId, count]));
}

/** Everything that is no mail at once, in one statement. */
async function settle(tx: EntityManager, decisions: readonly Decision[], now: Date): Promise<void> {
  const settled = decisions.flatMap(({ noticeIds, way }) => (way.to === 'mail' ? [] : noticeIds.map((id) => ({ id, mail: way.to === 'later' ? 'due' : way.to, at: way.to === 'later' ? way.at : now }))));
  if (settled.length === 0) return;
  await tx.query(
    `update notice set mail = settled.mail, look_at = case when settled.mail = 'done' then notice.look_at else settled.at end
     from unnest($1::uuid[], $2::text[], $3::timestamptz[]) settled (id, mail, at) where notice.id = settled.id`,
    [settled.map(({ id }) => id), settled.map(({ mail }) => mail), settled.map(({ at }) => at)],
  );
}
