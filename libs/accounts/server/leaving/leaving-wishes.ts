import { Inject, Injectable } from '@nestjs/common';
import { Db, LOGGER, Outbox, type Logger } from '#platform/server';
import { ErasedAccounts, type LeavingWish } from './erased-accounts.js';
import { Leaving } from './leaving.service.js';

/** After that a wish has led to its end, and the account is on the list of those who are gone. */
const HEEDED_DAYS = 60;

/** What was said last about leaving, in the record. */
const SAID = `e.act in ('accounts.deletionAsked', 'accounts.deletionWithdrawn')`;
const RECENTLY = `now() - interval '${HEEDED_DAYS} days'`;

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
   * taken back begin anew, and the mail that says so is sent again. Somebody who cannot go yet keeps nobody else. Who took the
   * wish back, and whom this database knows as leaving still, stays.
   */
  async repeat(): Promise<void> {
    for (const { id } of await this.unheard(false, 'a.deleted_at is not null')) {
      await this.again(id, 'a change of mind about being deleted', () => this.leaving.keepAgain(id));
    }
    for (const { id, askedBy } of await this.unheard(true, `a.deleted_at is null and w.at > ${RECENTLY}`)) {
      await this.again(id, 'a wish to be deleted', () => this.leaving.askAgain(id, askedBy));
    }
    await this.list();
  }

  /** Whose latest word this database has not heard. @param condition SQL over the account and its word. */
  private async unheard(leaves: boolean, condition: string): Promise<readonly { readonly id: string; readonly askedBy: string | null }[]> {
    const wishes = [...this.kept.wishes().values()].filter((wish) => wish.leaves === leaves);
    // Who asked may have come later than the backup.
    return this.db.query(
      `select a.id, asking.id as "askedBy"
       from account a join unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) w (id, at, asked_by) on w.id = a.id left join account asking on asking.id = w.asked_by
       where a.erased_at is null and ${condition}
         and not exists (select from audit_entry e where e.subject_id = a.id and ${SAID} and e.at >= w.at)`,
      [wishes.map(({ accountId }) => accountId), wishes.map(({ at }) => at), wishes.map(({ askedBy }) => askedBy)],
    );
  }

  private async again(accountId: string, what: string, repeat: () => Promise<void>): Promise<void> {
    try {
      await repeat();
      this.logger.warn({ accountId }, `${what} was repeated: the database was older than it`);
    } catch (error) {
      this.logger.error({ accountId, error: error instanceof Error ? error.stack : String(error) }, `${what} could not be repeated`);
    }
  }

  private async list(): Promise<void> {
    const said = await this.db.query<LeavingWish>(
      `select distinct on (e.subject_id) e.subject_id as "accountId", e.act = 'accounts.deletionAsked' as leaves, e.at, a.deletion_asked_by as "askedBy"
       from audit_entry e left join account a on a.id = e.subject_id
       where ${SAID} and e.at > ${RECENTLY} order by e.subject_id, e.at desc`,
    );
    const known = this.kept.wishes();
    this.kept.addWishes(said.filter(({ accountId, at }) => at > (known.get(accountId)?.at ?? new Date(0))));
  }
}
