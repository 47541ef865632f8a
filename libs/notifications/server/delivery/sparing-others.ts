import type { Db, Logger } from '#platform/server';

/** More failures than this are no broken rows but a broken database: the run then ends as failed and comes again. */
const BROKEN_AT_MOST = 20;
const ACCOUNTS_AT_ONCE = 500;

/**
 * Works on all accounts of which notices wait, in pieces, sparing others from those with broken rows.
 * @param waiting SQL over `notice`, with `$1` for now.
 * @param work must do everything or nothing for the ids it is given.
 */
export async function ofAllWaiting(db: Db, waiting: string, now: Date, work: (accountIds: readonly string[]) => Promise<void>, logger: Logger): Promise<void> {
  for (let after: string | null = null; ; ) {
    const accounts: readonly { readonly id: string }[] = await db.query(
      `select distinct account_id as id from notice where ${waiting} and ($2::uuid is null or account_id > $2) order by account_id limit $3`,
      [now, after, ACCOUNTS_AT_ONCE],
    );
    after = accounts.at(-1)?.id ?? null;
    await sparingOthers(accounts.map(({ id }) => id), work, logger);
    if (accounts.length < ACCOUNTS_AT_ONCE) return;
  }
}

/**
 * Works on many accounts at once. Where that fails each half is tried by itself, down to the one whose row is broken: it
 * is logged and left out, and holds up nobody else's mail.
 * @param work must do everything or nothing for the ids it is given.
 */
async function sparingOthers(accountIds: readonly string[], work: (accountIds: readonly string[]) => Promise<void>, logger: Logger): Promise<void> {
  let broken = 0;
  const attempt = async (ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return;
    try {
      await work(ids);
    } catch (error) {
      if (ids.length > 1) {
        const half = Math.ceil(ids.length / 2);
        await attempt(ids.slice(0, half));
        await attempt(ids.slice(half));
        return;
      }
      broken += 1;
      if (broken > BROKEN_AT_MOST) throw error;
      logger.error({ accountId: ids[0], error: error instanceof Error ? error.stack : String(error) }, 'mails of an account left out');
    }
  };
  await attempt(accountIds);
}
