import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { CLOCK, Db, type Clock, type MailRecipient } from '#platform/server';
import { NOTICE_COLUMNS, type NoticeRow } from '../notice/notice.row.js';

/** Longer than any mail server takes; who died while sending is followed by the next one after that. */
const SENDING_MS = 10 * 60_000;
const SYSTEM = { accountId: null };
/** Mails at once to one person within an hour; what comes beyond waits for the next summary, also of who has chosen none. */
export const MAILS_PER_HOUR = 5;

export interface MailRow {
  readonly id: string;
  readonly accountId: string;
  /** A category, or the summary. */
  readonly form: string;
}

/** What became of each mail: begun by one process at a time, sent or dropped once. */
@Injectable()
export class NoticeMailLedger {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns null where it is sent or dropped already, or its account is gone.
   * @throws {Error} while somebody else sends it; the outbox then asks again.
   */
  async begin(mailId: string): Promise<MailRow | null> {
    const now = this.clock.now();
    return this.db.write(SYSTEM, async (tx) => {
      const [row]: (MailRow & { isOver: boolean; sendingUntil: Date | null })[] = await tx.query(
        `select id, account_id as "accountId", form, sent_at is not null or dropped_at is not null as "isOver", sending_until as "sendingUntil" from notice_mail where id = $1 for update`,
        [mailId],
      );
      if (row === undefined || row.isOver) return null;
      if (row.sendingUntil !== null && row.sendingUntil > now) throw new Error('this mail is being sent by somebody else');
      await tx.query('update notice_mail set sending_until = $2 where id = $1', [mailId, new Date(now.getTime() + SENDING_MS)]);
      return { id: row.id, accountId: row.accountId, form: row.form };
    });
  }

  /**
   * Counts a mail that has something to say against its reader's hour, before it is handed over: what turns out to say
   * nothing takes nobody's place. @returns false where the hour is full; a summary is counted and always has room.
   */
  async count(mail: MailRow, isSummary: boolean): Promise<boolean> {
    const now = this.clock.now();
    return this.db.write(SYSTEM, async (tx) => {
      // Two mails to one person must not count the same hour side by side.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('notifications.hour ' || $1, 0))`, [mail.accountId]);
      const [hour]: { count: number }[] = await tx.query(
        `select count(*)::int as count from notice_mail where account_id = $1 and id <> $2 and counted_at > $3::timestamptz - interval '1 hour'`,
        [mail.accountId, mail.id, now],
      );
      if (!isSummary && (hour?.count ?? 0) >= MAILS_PER_HOUR) return false;
      await tx.query('update notice_mail set counted_at = $2 where id = $1', [mail.id, now]);
      return true;
    });
  }

  /** It did not work out; the next one may try. */
  async release(mailId: string): Promise<void> {
    await this.db.query('update notice_mail set sending_until = null, counted_at = null where id = $1', [mailId]);
  }

  async end(mail: MailRow, isSent: boolean): Promise<void> {
    await this.db.write(SYSTEM, async (tx) => {
      await tx.query(`update notice_mail set ${isSent ? 'sent_at = $2' : 'dropped_at = $2, counted_at = null'}, sending_until = null where id = $1`, [mail.id, this.clock.now()]);
      await tx.query(`update notice set mail = 'done' where mail_id = $1 and mail = 'mailing'`, [mail.id]);
    });
  }

  /** What the mail is about and its reader has not read meanwhile, oldest first; only of spaces that are open to them now. */
  async noticesOf(mail: MailRow, viewer: Viewer): Promise<readonly NoticeRow[]> {
    return this.db.query<NoticeRow>(
      `select ${NOTICE_COLUMNS} from notice where mail_id = $1 and mail = 'mailing' and read_at is null and (space_id is null or space_id = any($2::uuid[])) order by created_at, notice.id`,
      [mail.id, [...viewer.readableSpaceIds]],
    );
  }

  /** These go another way than this mail. */
  async putBack(rows: readonly NoticeRow[], way: 'due' | 'digest', at = this.clock.now()): Promise<void> {
    if (rows.length === 0) return;
    await this.db.query('update notice set mail = $2, look_at = $3, mail_id = null where id = any($1::uuid[])', [rows.map(({ id }) => id), way, at]);
  }

  /** Null for whoever is to get no mail: not approved, suspended, leaving. */
  async recipientOf(accountId: string): Promise<MailRecipient | null> {
    const [row] = await this.db.query<MailRecipient>(
      `select name, address, locale from account where id = $1 and standing = 'approved' and deleted_at is null and (suspended_until is null or suspended_until <= $2)`,
      [accountId, this.clock.now()],
    );
    return row ?? null;
  }
}
