import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { Db } from '#platform/server';
import { AppError } from '#platform/shared';
import { CATEGORY_DEFAULTS, NOTICE_CATEGORIES, type CategoryChoice, type NoticeCategory } from './categories.js';

/** When mail may come. Hours and minutes are those of Berlin. */
export interface MailSchedule {
  readonly digestHour: number;
  /** 1 Monday to 7 Sunday. */
  readonly digestWeekday: number;
  /** Minutes after midnight; both or neither. From above to runs over midnight. */
  readonly quietFrom: number | null;
  readonly quietTo: number | null;
  /** The last day of a pause, `2026-08-14`. */
  readonly pausedThrough: string | null;
}

export const SCHEDULE_DEFAULTS: MailSchedule = { digestHour: 7, digestWeekday: 1, quietFrom: null, quietTo: null, pausedThrough: null };

export type CategoryChoices = Readonly<Record<NoticeCategory, CategoryChoice>>;

export interface MailWishes {
  readonly choices: CategoryChoices;
  readonly schedule: MailSchedule;
}

const SCHEDULE_COLUMNS = {
  digestHour: 'digest_hour', digestWeekday: 'digest_weekday', quietFrom: 'quiet_from', quietTo: 'quiet_to', pausedThrough: 'paused_through',
} as const;

/** What people want to be told, by which channel and when. Where nothing was chosen the defaults hold, also later ones. */
@Injectable()
export class Preferences {
  constructor(@Inject(Db) private readonly db: Db) {}

  async choicesOf(accountId: string): Promise<CategoryChoices> {
    return (await this.wishesOf([accountId]))(accountId).choices;
  }

  async scheduleOf(accountId: string): Promise<MailSchedule> {
    return (await this.wishesOf([accountId]))(accountId).schedule;
  }

  /** What many want, at once. */
  async wishesOf(accountIds: readonly string[]): Promise<(accountId: string) => MailWishes> {
    const [choices, schedules] = await Promise.all([
      this.db.query<CategoryChoice & { accountId: string; category: NoticeCategory }>(
        'select account_id as "accountId", category, on_page as "onPage", mail from notice_preference where account_id = any($1::uuid[])',
        [accountIds],
      ),
      this.db.query<MailSchedule & { accountId: string }>(
        `select account_id as "accountId", digest_hour as "digestHour", digest_weekday as "digestWeekday", quiet_from as "quietFrom", quiet_to as "quietTo",
           to_char(paused_through, 'YYYY-MM-DD') as "pausedThrough" from notice_schedule where account_id = any($1::uuid[])`,
        [accountIds],
      ),
    ]);
    const chosen = Map.groupBy(choices, ({ accountId }) => accountId);
    const scheduled = new Map(schedules.map(({ accountId, ...schedule }) => [accountId, schedule]));
    return (accountId) => ({ choices: withDefaults(chosen.get(accountId) ?? []), schedule: scheduled.get(accountId) ?? SCHEDULE_DEFAULTS });
  }

  async choose(viewer: Viewer, category: NoticeCategory, change: Partial<CategoryChoice>): Promise<void> {
    const accountId = accountOf(viewer);
    await this.db.write(viewer, async (tx) => {
      const before = CATEGORY_DEFAULTS[category];
      await tx.query(
        `insert into notice_preference as p (account_id, category, on_page, mail) values ($1, $2, coalesce($3::boolean, $5), coalesce($4::text, $6))
         on conflict (account_id, category) do update set on_page = coalesce($3::boolean, p.on_page), mail = coalesce($4::text, p.mail)`,
        [accountId, category, change.onPage ?? null, change.mail ?? null, before.onPage, before.mail],
      );
    });
  }

  async schedule(viewer: Viewer, change: Partial<MailSchedule>): Promise<void> {
    const accountId = accountOf(viewer);
    const next = { ...(await this.scheduleOf(accountId)), ...change };
    if (next.quietFrom !== null && next.quietFrom === next.quietTo) throw AppError.badInput('to', 'notices.quietAllDay');
    await this.db.write(viewer, async (tx) => {
      const columns = Object.values(SCHEDULE_COLUMNS);
      await tx.query(
        `insert into notice_schedule (account_id, ${columns.join(', ')}) values ($1, $2, $3, $4, $5, $6)
         on conflict (account_id) do update set ${Object.keys(change).map((key) => `${SCHEDULE_COLUMNS[key as keyof MailSchedule]} = excluded.${SCHEDULE_COLUMNS[key as keyof MailSchedule]}`).join(', ')}`,
        [accountId, next.digestHour, next.digestWeekday, next.quietFrom, next.quietTo, next.pausedThrough],
      );
    });
  }

  /** Ends mail of some kinds; from a link in a mail, without login. `daily` and `weekly` end what comes by that summary. */
  async endMail(accountId: string, scopes: readonly (NoticeCategory | 'daily' | 'weekly')[]): Promise<void> {
    const choices = await this.choicesOf(accountId);
    const named: readonly string[] = scopes;
    const ended = NOTICE_CATEGORIES.filter((category) => named.includes(category) || named.includes(choices[category].mail));
    await this.db.write({ accountId }, async (tx) => {
      for (const category of ended) {
        await tx.query(
          `insert into notice_preference (account_id, category, on_page, mail) select id, $2, $3, 'none' from account where id = $1 and deleted_at is null
           on conflict (account_id, category) do update set mail = 'none'`,
          [accountId, category, choices[category].onPage],
        );
      }
    });
  }
}

function withDefaults(rows: readonly (CategoryChoice & { readonly category: NoticeCategory })[]): CategoryChoices {
  const chosen = new Map(rows.map(({ category, onPage, mail }) => [category, { onPage, mail }]));
  return Object.fromEntries(NOTICE_CATEGORIES.map((category) => [category, chosen.get(category) ?? CATEGORY_DEFAULTS[category]])) as CategoryChoices;
}
