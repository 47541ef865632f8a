import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { Audit, CLOCK, CONFIG, Db, type Clock, type Config, type Emit, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import type { Account } from '../account/account.entity.js';
import { coordinatorOf } from '../account/account.policy.js';
import { Accounts } from '../account/accounts.js';
import { AccountLinks } from '../link/account-links.js';
import { clearSessionCookie } from '../session/session.cookie.js';
import { Sessions } from '../session/sessions.js';
import { LeavingRegistry, type LeavingObstacle } from './leaving.registry.js';

const DAY_MS = 86_400_000;
/** So long a deletion can be taken back. */
export const KEPT_DAYS = 14;

/** An account on its way out, as coordinators see it. */
export interface LeavingRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly askedAt: Date;
  readonly finalAt: Date;
  /** The law's last day for an answer. */
  readonly dueAt: Date;
  readonly isOwnWish: boolean;
}

/** From the wish to go to the change of mind; what happens after that is `AccountErasure`'s. */
@Injectable()
export class Leaving {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(AccountLinks) private readonly links: AccountLinks,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(LeavingRegistry) private readonly registry: LeavingRegistry,
  ) {}

  /** What has to be handed over first. */
  async obstacles(accountId: string): Promise<readonly LeavingObstacle[]> {
    return this.registry.obstacles(this.db.manager, accountId);
  }

  /**
   * One's own account. @returns when it becomes final.
   * @throws {AppError} BAD_USER_INPUT `account.wrongPassword`; CONFLICT where something has to be handed over.
   */
  async askForOwn(password: string, context: GraphqlContext): Promise<Date> {
    const account = await this.accounts.own(context.viewer);
    await this.accounts.confirmPassword(account, password, context.ip);
    const finalAt = await this.db.write(context.viewer, async (tx, emit) => {
      await this.registry.hold(tx, account.id);
      await this.accounts.lockedAsProved(tx, account);
      const at = await this.begin(tx, emit, account.id, null);
      await this.audit.record(tx, context.viewer, { act: 'accounts.deletionAsked', subjectKind: 'account', subjectId: account.id });
      return at;
    });
    clearSessionCookie(context.reply, this.config);
    return finalAt;
  }

  /** For somebody whose wish a database from a backup does not know. @param askedBy who of the coordination had asked for it. @throws {AppError} CONFLICT where something has to be handed over. */
  async askAgain(accountId: string, askedBy: string | null): Promise<void> {
    await this.db.write({ accountId: null }, async (tx, emit) => {
      await this.registry.hold(tx, accountId);
      await this.accounts.locked(tx, accountId);
      await this.begin(tx, emit, accountId, askedBy);
      await this.audit.record(tx, { accountId: null }, { act: 'accounts.deletionAsked', subjectKind: 'account', subjectId: accountId });
    });
  }

  /** For somebody who asked the coordination to. @throws {AppError} as {@link askForOwn}, and FORBIDDEN for one's own. */
  async askFor(viewer: Viewer, accountId: string, reason: string): Promise<LeavingRow> {
    const actorId = coordinatorOf(viewer);
    if (actorId === accountId) throw AppError.forbidden('account.deleteOwnAtAccount');
    await this.db.write(viewer, async (tx, emit) => {
      await this.registry.hold(tx, accountId);
      await this.accounts.locked(tx, accountId);
      await this.begin(tx, emit, accountId, actorId);
      await this.audit.record(tx, viewer, { act: 'accounts.deletionAsked', subjectKind: 'account', subjectId: accountId, details: { reason } });
    });
    const row = (await this.list(viewer)).find(({ id }) => id === accountId);
    if (row === undefined) throw AppError.notFound();
    return row;
  }

  /** The person changed their mind, proved by the password or said to the coordination. Nothing is left to do where it is kept already. */
  async keep(viewer: Viewer, accountId: string): Promise<void> {
    await this.stays(accountId, viewer.accountId ?? accountId);
  }

  /** For somebody of whose change of mind a database from a backup does not know. */
  async keepAgain(accountId: string): Promise<void> {
    await this.stays(accountId, null);
  }

  /** @param by who is on record for it. */
  private async stays(accountId: string, by: string | null): Promise<void> {
    await this.db.write({ accountId: by }, async (tx, emit) => {
      const [rows]: [unknown[], number] = await tx.query(
        `update account set deleted_at = null, deletion_final_at = null, deletion_asked_by = null, farewell_sent_at = null, updated_at = now()
         where id = $1 and deleted_at is not null and erased_at is null returning id`,
        [accountId],
      );
      if (rows.length === 0) return;
      await this.audit.record(tx, { accountId: by }, { act: 'accounts.deletionWithdrawn', subjectKind: 'account', subjectId: accountId });
      emit({ name: 'AccountKept', payload: { accountId } });
      emit({ name: 'AccountChanged', payload: { accountId } });
    });
  }

  /** @throws {AppError} NOT_FOUND where nothing is on its way out. */
  async keepFor(viewer: Viewer, accountId: string): Promise<void> {
    coordinatorOf(viewer);
    if ((await this.accounts.leaving(accountId)) === null) throw AppError.notFound();
    await this.keep(viewer, accountId);
  }

  /** All that are on their way out, the next to become final first. */
  async list(viewer: Viewer): Promise<readonly LeavingRow[]> {
    coordinatorOf(viewer);
    return this.db.query<LeavingRow>(
      `select id, name, address, deleted_at as "askedAt", deletion_final_at as "finalAt", deleted_at + interval '1 month' as "dueAt",
         deletion_asked_by is null as "isOwnWish"
       from account where deletion_final_at is not null and erased_at is null order by deletion_final_at, id limit 200`,
    );
  }

  /** What sign-in says to whoever has the right password. */
  refusal(account: Account): AppError {
    return new AppError('FORBIDDEN', 'account.leaving', { params: { finalAt: account.deletionFinalAt?.toISOString() ?? '' } });
  }

  private async begin(tx: EntityManager, emit: Emit, accountId: string, askedBy: string | null): Promise<Date> {
    const obstacles = await this.registry.obstacles(tx, accountId);
    if (obstacles.some(({ kind }) => kind === 'lastCoordinator')) throw AppError.conflict('account.lastCoordinator');
    if (obstacles.length > 0) throw AppError.conflict('account.moderatesAlone');
    const now = this.clock.now();
    const finalAt = new Date(now.getTime() + KEPT_DAYS * DAY_MS);
    await tx.query(
      'update account set deleted_at = $2, deletion_final_at = $3, deletion_asked_by = $4, pending_address = null, updated_at = $2 where id = $1',
      [accountId, now, finalAt, askedBy],
    );
    await this.sessions.endAll(tx, accountId);
    await this.links.revokeAll(tx, accountId);
    emit({ name: 'AccountLeaving', payload: { accountId } });
    emit({ name: 'AccountChanged', payload: { accountId } });
    return finalAt;
  }
}
