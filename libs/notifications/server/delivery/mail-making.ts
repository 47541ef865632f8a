import type { EntityManager } from 'typeorm';
import type { Emit } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { notificationEvents } from '../notifications.outbox.js';

/** A mail that is to be sent, with the notices it is about. */
export interface PlannedMail {
  readonly accountId: string;
  /** A category, or the summary. */
  readonly form: string;
  readonly noticeIds: readonly string[];
}

/** Puts mails on their way, each by a job of its own; however many there are, in two statements. */
export async function makeMails(tx: EntityManager, emit: Emit, mails: readonly PlannedMail[], now: Date): Promise<void> {
  if (mails.length === 0) return;
  const made = mails.map((mail) => ({ ...mail, id: uuidv7() }));
  await tx.query(
    `insert into notice_mail (id, account_id, form, created_at) select made.id, made.account_id, made.form, $4 from unnest($1::uuid[], $2::uuid[], $3::text[]) made (id, account_id, form)`,
    [made.map(({ id }) => id), made.map(({ accountId }) => accountId), made.map(({ form }) => form), now],
  );
  const placed = made.flatMap(({ id, noticeIds }) => noticeIds.map((noticeId) => ({ id, noticeId })));
  await tx.query(`update notice set mail = 'mailing', mail_id = placed.mail_id from unnest($1::uuid[], $2::uuid[]) placed (id, mail_id) where notice.id = placed.id`, [
    placed.map(({ noticeId }) => noticeId),
    placed.map(({ id }) => id),
  ]);
  for (const { id, accountId } of made) emit(notificationEvents.mailDue({ mailId: id, accountId }));
}
