import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Db, Outbox, RateLimits, type ConsumedEvent } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import type { Account } from './account/account.entity.js';
import { Accounts } from './account/accounts.js';
import { MAIL_DUE, type MailName } from './accounts.mailing.js';

/** Nobody can make the product fill a stranger's mailbox. Beyond it nothing is sent, and the asker is not told. */
const MAILS_TO_ONE = { name: 'accounts.mailTo', tries: 6, withinSeconds: 3600 } as const;

/** One mail to one account: one job of its own, so that neither its limit nor its recipient is counted with another's tries. */
interface DueMail {
  readonly accountId: string;
  readonly mail: MailName;
  /** The address the mail was wished for, where it is not the account's. */
  readonly address?: string;
}

/**
 * Which event tells whom by a mail that nobody can switch off; of what merely waits for the coordination, notices tell.
 * Sends nothing itself: a mail server that does not answer makes the sending come round again, and
 * whether a mail is allowed must be asked once.
 */
@Injectable()
export class AccountsMails {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) outbox: Outbox,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {
    outbox.consume({ name: 'accounts.mails', events: [...Object.keys(this.tell), 'AccountLeaving'], handle: (events) => this.handle(events) });
  }

  private readonly tell: Readonly<Record<string, (account: Account, event: ConsumedEvent) => Promise<readonly DueMail[]>>> = {
    AccountRegistered: (account) => this.confirmation(account),
    ConfirmationWanted: (account) => this.confirmation(account),
    RegistrationRepeated: async (account) => {
      if (account.standing === 'unconfirmed') return this.confirmation(account);
      return (await this.isAllowed(account.address)) ? to(account, 'known') : [];
    },
    MemberImported: (account) => this.confirmation(account),
    AddressConfirmed: async (account) => to(account, 'sheet'),
    AccountApproved: async (account) => to(account, 'approved'),
    RegistrationAskedBack: async (account) => to(account, 'askedBack'),
    RegistrationDeclined: async (account) => to(account, 'declined'),
    PasswordResetRequested: (account) => this.reset(account),
    PasswordChanged: async (account) => to(account, 'passwordChanged'),
    AddressChangeRequested: (account) => this.addressChange(account),
    AddressChanged: async (account) => to(account, 'addressChanged'),
    AccountSuspended: async (account) => to(account, 'suspended'),
    AccountReactivated: async (account) => to(account, 'reactivated'),
    AccountKept: async (account) => to(account, 'kept'),
    ConsentWithdrawn: () => this.toCoordinators('consentWithdrawn'),
    RoleChangeDecided: async (account, event) => to(account, event.payload['isGranted'] === true ? 'roleGranted' : 'roleDeclined'),
  };

  private async handle(events: readonly ConsumedEvent[]): Promise<void> {
    for (const event of events) {
      const { accountId } = event.payload;
      const account = typeof accountId === 'string' ? await this.accounts.byId(accountId) : null;
      const due = account === null ? await this.toLeaving(event) : ((await this.tell[event.name]?.(account, event)) ?? []);
      if (due.length === 0) continue;
      await this.db.write({ accountId: null }, async (_tx, emit) => {
        for (const mail of due) emit({ name: MAIL_DUE, payload: { ...mail, id: uuidv7(), seed: randomBytes(32).toString('base64url') } });
      });
    }
  }

  /** Nobody else's mail reaches an account on its way out; its owner learns how to keep it, also by asking to come in again. */
  private async toLeaving({ name, payload: { accountId } }: ConsumedEvent): Promise<readonly DueMail[]> {
    if (!['AccountLeaving', 'RegistrationRepeated', 'PasswordResetRequested'].includes(name) || typeof accountId !== 'string') return [];
    const account = await this.accounts.leaving(accountId);
    return account !== null && (name === 'AccountLeaving' || (await this.isAllowed(account.address))) ? to(account, 'leaving') : [];
  }

  /** What a new or imported account needs to come in; nothing once it is in. */
  private async confirmation(account: Account): Promise<readonly DueMail[]> {
    if (account.standing !== 'unconfirmed' || !(await this.isAllowed(account.address))) return [];
    return to(account, account.passwordHash === null ? 'welcome' : 'confirm');
  }

  private async reset(account: Account): Promise<readonly DueMail[]> {
    if (account.standing === 'unconfirmed') return this.confirmation(account);
    return (await this.isAllowed(account.address)) ? to(account, 'reset') : [];
  }

  private async addressChange(account: Account): Promise<readonly DueMail[]> {
    const next = account.pendingAddress;
    if (next === null || !(await this.isAllowed(next))) return [];
    const owner = await this.accounts.byAddress(next);
    if (owner !== null) return to(owner, 'known');
    return [{ accountId: account.id, mail: 'addressConfirm', address: next }, ...to(account, 'addressOld')];
  }

  private async toCoordinators(mail: MailName): Promise<readonly DueMail[]> {
    const coordinators = await this.db.query<{ id: string }>(
      `select id from account
       where 'coordinator' = any(site_roles) and standing = 'approved' and deleted_at is null and (suspended_until is null or suspended_until <= now())
       order by id`,
    );
    return coordinators.map(({ id }) => ({ accountId: id, mail }));
  }

  private async isAllowed(address: string): Promise<boolean> {
    try {
      await this.limits.count(MAILS_TO_ONE, `address:${address}`);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'RATE_LIMITED') return false;
      throw error;
    }
  }
}

function to(account: Account, mail: MailName): readonly DueMail[] {
  return [{ accountId: account.id, mail }];
}
