import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, Db, Outbox, type Clock, type Emit } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { groupKeyOf } from '../notice/notice.row.js';
import { notificationEvents } from '../notifications.outbox.js';
import type { NoticeCategory } from '../preference/categories.js';
import { Preferences, type CategoryChoices, type MailSchedule } from '../preference/preferences.js';
import { isPaused, quietUntil } from './mail-times.js';

/** Mails at once to one person within an hour; what comes beyond waits for the next summary, also of who has chosen none. */
export const MAILS_PER_HOUR = 5;
const ACCOUNTS_AT_ONCE = 200;
const SYSTEM = { accountId: null };

interface DueNotice {
  readonly id: string;
  readonly category: NoticeCategory;
  readonly groupKind: string;
  readonly groupId: string;
  readonly lookAt: Date;
}

/** Where a bundle of one thread and category goes. */
type Way = { readonly to: 'mail' } | { readonly to: 'done' } | { readonly to: 'digest' } | { readonly to: 'later'; readonly at: Date };

/**
 * Decides each minute what becomes of notices whose time has come: a mail at once for each thread and category, the
 * summary, or nothing. The mail itself is made and its rights are asked when it is sent.
 */
@Injectable()
export class DueMails implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Preferences) private readonly preferences: Preferences,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'notifications.due', cron: '* * * * *', run: () => this.run() });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    for (;;) {
      const accounts = await this.db.query<{ id: string }>(`select distinct account_id as id from notice where mail = 'due' and look_at <= $1 limit $2`, [now, ACCOUNTS_AT_ONCE]);
      for (const { id } of accounts) await this.decide(id, now);
      if (accounts.length < ACCOUNTS_AT_ONCE) return;
    }
  }

  private async decide(accountId: string, now: Date): Promise<void> {
    const [choices, schedule] = await Promise.all([this.preferences.choicesOf(accountId), this.preferences.scheduleOf(accountId)]);
    await this.db.write(SYSTEM, async (tx, emit) => {
      // Two processes must not count the same hour side by side.
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`notice-mails ${accountId}`]);
      const notices: DueNotice[] = await tx.query(
        `select id, category, group_kind as "groupKind", group_id as "groupId", look_at as "lookAt" from notice where account_id = $1 and mail = 'due' order by created_at for update`,
        [accountId],
      );
      const bundles = Map.groupBy(notices, (notice) => `${groupKeyOf(notice)} ${notice.category}`);
      let left = MAILS_PER_HOUR - (await sentLately(tx, accountId, now));
      for (const bundle of bundles.values()) {
        // What came later goes along with the first of its thread.
        const [first] = bundle;
        if (first === undefined || bundle.every(({ lookAt }) => lookAt > now)) continue;
        const way = wayOf(first.category, choices, schedule, now, left);
        if (way.to === 'mail') left -= 1;
        await send(tx, emit, { accountId, form: first.category, ids: bundle.map(({ id }) => id), way, now });
      }
    });
  }
}

export function wayOf(category: NoticeCategory, choices: CategoryChoices, schedule: MailSchedule, now: Date, left: number): Way {
  const { mail } = choices[category];
  if (mail === 'none') return { to: 'done' };
  if (mail !== 'now' || isPaused(schedule, now)) return { to: 'digest' };
  const quietEnd = quietUntil(schedule, now);
  if (quietEnd !== null) return { to: 'later', at: quietEnd };
  return left > 0 ? { to: 'mail' } : { to: 'digest' };
}

async function sentLately(tx: EntityManager, accountId: string, now: Date): Promise<number> {
  const [row]: { count: number }[] = await tx.query(
    `select count(*)::int as count from notice_mail where account_id = $1 and dropped_at is null and created_at > $2::timestamptz - interval '1 hour'`,
    [accountId, now],
  );
  return row?.count ?? 0;
}

interface Bundle {
  readonly accountId: string;
  readonly form: string;
  readonly ids: readonly string[];
  readonly way: Way;
  readonly now: Date;
}

async function send(tx: EntityManager, emit: Emit, { accountId, form, ids, way, now }: Bundle): Promise<void> {
  switch (way.to) {
    case 'done':
      await tx.query(`update notice set mail = 'done' where id = any($1::uuid[])`, [ids]);
      return;
    case 'digest':
      await tx.query(`update notice set mail = 'digest', look_at = $2 where id = any($1::uuid[])`, [ids, now]);
      return;
    case 'later':
      await tx.query('update notice set look_at = $2 where id = any($1::uuid[])', [ids, way.at]);
      return;
    case 'mail':
      await makeMail(tx, emit, { accountId, form, ids, now });
  }
}

/** A mail that is to be sent, with the notices it is about; sent by a job of its own. */
export async function makeMail(tx: EntityManager, emit: Emit, mail: Omit<Bundle, 'way'>): Promise<void> {
  const mailId = uuidv7();
  await tx.query('insert into notice_mail (id, account_id, form, created_at) values ($1, $2, $3, $4)', [mailId, mail.accountId, mail.form, mail.now]);
  await tx.query(`update notice set mail = 'mailing', mail_id = $2 where id = any($1::uuid[])`, [mail.ids, mailId]);
  emit(notificationEvents.mailDue({ mailId, accountId: mail.accountId }));
}
