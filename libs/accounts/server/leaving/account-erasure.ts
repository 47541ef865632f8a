import { Inject, Injectable } from '@nestjs/common';
import { Audit, CLOCK, Db, LOGGER, Outbox, Refusal, type Clock, type Logger } from '#platform/server';
import type { Account } from '../account/account.entity.js';
import { Accounts } from '../account/accounts.js';
import { AccountsMailing } from '../accounts.mailing.js';
import { ErasedAccounts } from './erased-accounts.js';
import { LeavingRegistry } from './leaving.registry.js';

const DAY_MS = 86_400_000;
/** A mail server that is away does not keep anybody here for longer than this. */
const FAREWELL_TRIES_DAYS = 3;

/** Makes deletions final once nobody can take them back any more. Running it twice or missing a night does no harm. */
@Injectable()
export class AccountErasure {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Db) private readonly db: Db,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(AccountsMailing) private readonly mailing: AccountsMailing,
    @Inject(LeavingRegistry) private readonly registry: LeavingRegistry,
    @Inject(ErasedAccounts) private readonly erased: ErasedAccounts,
  ) {
    outbox.schedule({ name: 'accounts.erasure', cron: '40 2 * * *', run: () => this.run() });
  }

  async run(): Promise<void> {
    const due = await this.db.query<{ id: string }>(
      'select id from account where deletion_final_at <= $1 and erased_at is null order by deletion_final_at, id',
      [this.clock.now()],
    );
    const failed: string[] = [];
    for (const { id } of due) {
      const account = await this.accounts.leaving(id);
      if (account === null || !(await this.isToldOrOverdue(account))) continue;
      if (!(await this.isErased(id, 'deletion_final_at <= $2'))) failed.push(id);
    }
    await this.list();
    if (failed.length > 0) throw new Error(`${failed.length} accounts not erased`);
  }

  /**
   * At the start, before anybody is let in: a database that was put back from a backup knows people again who have gone since.
   * They go once more, without a mail.
   * @throws {Refusal} where the list cannot be read, or somebody on it cannot be erased; all others are by then.
   */
  async repeat(): Promise<void> {
    const back = await this.db.query<{ id: string }>('select id from account where erased_at is null and id = any($1::uuid[])', [[...this.erased.all()]]);
    const failed: string[] = [];
    for (const { id } of back) if (!(await this.isErased(id, '$2::timestamptz is not null'))) failed.push(id);
    if (back.length > failed.length) this.logger.warn({ count: back.length - failed.length }, 'erased again: the database was older than these deletions');
    await this.list();
    if (failed.length > 0) throw notErasedAgain(failed);
  }

  /** Whoever cannot be let go of now keeps nobody else. @param condition see {@link erase}. */
  private async isErased(id: string, condition: string): Promise<boolean> {
    try {
      await this.erase(id, condition, this.clock.now());
      return true;
    } catch (error) {
      this.logger.error({ accountId: id, error: error instanceof Error ? error.stack : String(error) }, 'account not erased');
      return false;
    }
  }

  private async list(): Promise<void> {
    const gone = await this.db.query<{ id: string }>('select id from account where erased_at is not null');
    const listed = this.erased.all();
    this.erased.add(gone.map(({ id }) => id).filter((id) => !listed.has(id)));
  }

  /** The last mail is sent here and not by the queue: a job would keep the address it is meant to outlive. */
  private async isToldOrOverdue(account: Account): Promise<boolean> {
    const [row] = await this.db.query<{ sentAt: Date | null }>('select farewell_sent_at as "sentAt" from account where id = $1', [account.id]);
    if (row?.sentAt !== null) return true;
    try {
      await this.mailing.farewell(account);
    } catch (error) {
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'farewell not sent');
      return Number(account.deletionFinalAt) <= this.clock.now().getTime() - FAREWELL_TRIES_DAYS * DAY_MS;
    }
    await this.db.query('update account set farewell_sent_at = $2 where id = $1', [account.id, this.clock.now()]);
    return true;
  }

  /** @param condition SQL over the row and the moment. */
  private async erase(id: string, condition: string, now: Date): Promise<void> {
    await this.db.write({ accountId: null }, async (tx, emit) => {
      const [account]: { id: string; address: string }[] = await tx.query(
        `select id, address from account where id = $1 and ${condition} and erased_at is null for update`,
        [id, now],
      );
      // Kept at the last moment.
      if (account === undefined) return;
      await this.outbox.forget(tx, account.id, account.address);
      await this.registry.erase(tx, account, emit);
      await this.audit.record(tx, { accountId: null }, { act: 'accounts.deleted', subjectKind: 'account', subjectId: id });
      emit({ name: 'AccountDeleted', payload: { accountId: id } });
    });
  }
}

function notErasedAgain(ids: readonly string[]): Refusal {
  const all = ids.join(', ');
  return new Refusal(
    `Konten, die gelöscht waren, stehen wieder in der Datenbank und lassen sich nicht noch einmal löschen: ${all}. Solange das so ist, startet Pusteblume nicht; warum, steht im Protokoll.\n` +
      `Accounts that were deleted are in the database again and cannot be deleted once more: ${all}. Until then Pusteblume does not start; the log says why.`,
  );
}
