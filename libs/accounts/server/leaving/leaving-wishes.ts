import { Inject, Injectable } from '@nestjs/common';
import { Db, LOGGER, Outbox, type Logger } from '#platform/server';
import { ErasedAccounts, type LeavingWish } from './erased-accounts.js';
import { Leaving } from './leaving.service.js';

/** After that a wish has led to its end, and the account is on the list of those who are gone. */
const HEEDED_DAYS = 60;

/** What was said last about leaving, in the record. */
const SAID = `e.act in ('accounts.deletionAsked', 'accounts.deletionWithdrawn') and e.at > now() - interval '${HEEDED_DAYS} days'`;

/**
 * Wishes to go that can still be taken back lie beside the database, too: one that is put back from a backup does not know the
 * last of them, and nobody shall have to ask twice.
 */
@Injectable()
export class LeavingWishes {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Outbox) outbox: Outbox,
    @Inject(ErasedAccounts) private readonly kept: ErasedAccounts,
    @Inject(Leaving) private readonly leaving: Leaving,
  ) {
    outbox.consume({ name: 'accounts.leavingWishes', events: ['AccountLeaving', 'AccountKept'], handle: async () => this.list() });
    // Each process with a worker has a list of its own: by and by all know all.
    outbox.schedule({ name: 'accounts.leavingWishes.all', cron: '50 2 * * *', run: async () => this.list() });
  }

  /**
   * At the start: who wished to go, and of whose wish this database knows nothing, goes once more. The days in which it can be
   * taken back begin anew, and the mail that says so is sent again. Somebody who cannot go yet keeps nobody else.
   */
  async repeat(): Promise<void> {
    const wishes = [...this.kept.wishes().values()].filter(({ leaves }) => leaves);
    const unknown = await this.db.query<{ id: string }>(
      `select a.id from account a join unnest($1::uuid[], $2::timestamptz[]) w (id, at) on w.id = a.id
       where a.deleted_at is null and a.erased_at is null and w.at > now() - interval '${HEEDED_DAYS} days'
         and not exists (select from audit_entry e where e.subject_id = a.id and ${SAID} and e.at >= w.at)`,
      [wishes.map(({ accountId }) => accountId), wishes.map(({ at }) => at)],
    );
    for (const { id } of unknown) {
      try {
        await this.leaving.askAgain(id);
        this.logger.warn({ accountId: id }, 'a wish to be deleted was repeated: the database was older than it');
      } catch (error) {
        this.logger.error({ accountId: id, error: error instanceof Error ? error.stack : String(error) }, 'a wish to be deleted could not be repeated');
      }
    }
    await this.list();
  }

  private async list(): Promise<void> {
    const said = await this.db.query<LeavingWish>(
      `select distinct on (e.subject_id) e.subject_id as "accountId", e.act = 'accounts.deletionAsked' as leaves, e.at from audit_entry e where ${SAID} order by e.subject_id, e.at desc`,
    );
    const known = this.kept.wishes();
    this.kept.addWishes(said.filter(({ accountId, at }) => at > (known.get(accountId)?.at ?? new Date(0))));
  }
}
