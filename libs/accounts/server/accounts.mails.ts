import { Inject, Injectable } from '@nestjs/common';
import { Db, MailWriter, Outbox, RateLimits, type ConsumedEvent, type MailRecipient } from '#platform/server';
import { AppError, type TextParams } from '#platform/shared';
import type { Account } from './account/account.entity.js';
import { Accounts, recipientOf } from './account/accounts.js';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import { AccountLinks, type LinkPurpose } from './link/account-links.js';

const texts = { de, en };

/** Nobody can make the product fill a stranger's mailbox. Beyond it nothing is sent, and the asker is not told. */
const MAILS_TO_ONE = { name: 'accounts.mailTo', tries: 6, withinSeconds: 3600 } as const;

const LINK_PATHS: Readonly<Record<LinkPurpose, string>> = {
  confirm: '/bestaetigen',
  welcome: '/willkommen',
  reset: '/passwort-neu',
  changeAddress: '/adresse-bestaetigen',
};

/** Which event tells whom. Secrets are made here, when the mail goes out, so that none lies in a queue. */
@Injectable()
export class AccountsMails {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) outbox: Outbox,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(MailWriter) private readonly writer: MailWriter,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(AccountLinks) private readonly links: AccountLinks,
  ) {
    outbox.consume({ name: 'accounts.mails', events: Object.keys(this.tell), handle: (events) => this.handle(events) });
  }

  private readonly tell: Readonly<Record<string, (account: Account, event: ConsumedEvent) => Promise<void>>> = {
    AccountRegistered: (account) => this.confirmation(account),
    ConfirmationWanted: (account) => this.confirmation(account),
    RegistrationRepeated: async (account) => {
      if (account.standing === 'unconfirmed') await this.confirmation(account);
      else if (await this.isAllowed(account.address)) await this.send(recipientOf(account), 'mails.known', {}, '/anmelden');
    },
    MemberImported: (account) => this.confirmation(account),
    AddressConfirmed: (account) => this.send(recipientOf(account), 'mails.sheet', {}, '/kontaktdaten'),
    SheetFinished: () => this.sendToCoordinators('mails.queue', '/koordination/registrierungen'),
    RegistrationAnswered: () => this.sendToCoordinators('mails.answered', '/koordination/registrierungen'),
    AccountApproved: (account) => this.approval(account),
    RegistrationAskedBack: async (account) =>
      this.send(recipientOf(account), 'mails.askedBack', { message: await this.lastMessage(account.id, 'askedBack') }, '/kontaktdaten'),
    RegistrationDeclined: async (account) => this.send(recipientOf(account), 'mails.declined', { reason: await this.lastMessage(account.id, 'declined') }),
    PasswordResetRequested: (account) => this.reset(account),
    PasswordChanged: (account) => this.send(recipientOf(account), 'mails.passwordChanged', {}, '/passwort-vergessen'),
    AddressChangeRequested: (account) => this.addressChange(account),
    AddressChanged: (account) => this.send(recipientOf(account), 'mails.addressChanged'),
    AccountSuspended: (account) => this.send(recipientOf(account), 'mails.suspended', { reason: account.suspendedReason ?? '' }),
    AccountReactivated: (account) => this.send(recipientOf(account), 'mails.reactivated', {}, '/anmelden'),
    RoleChangeRequested: () => this.sendToCoordinators('mails.roleRequested', '/koordination/konten?rollenwunsch=ja'),
    RoleChangeDecided: (account, event) =>
      this.send(recipientOf(account), event.payload['isGranted'] === true ? 'mails.roleGranted' : 'mails.roleDeclined', {}, '/konto'),
  };

  private async handle(events: readonly ConsumedEvent[]): Promise<void> {
    for (const event of events) {
      const { accountId } = event.payload;
      const account = typeof accountId === 'string' ? await this.accounts.byId(accountId) : null;
      if (account !== null) await this.tell[event.name]?.(account, event);
    }
  }

  /** What a new or imported account needs to come in; nothing once it is in. */
  private async confirmation(account: Account): Promise<void> {
    if (account.standing !== 'unconfirmed' || !(await this.isAllowed(account.address))) return;
    if (account.passwordHash === null) await this.sendLink(account, 'welcome', 'mails.welcome');
    else await this.sendLink(account, 'confirm', 'mails.confirm');
  }

  private async reset(account: Account): Promise<void> {
    if (account.standing === 'unconfirmed') return this.confirmation(account);
    if (await this.isAllowed(account.address)) await this.sendLink(account, 'reset', 'mails.reset');
  }

  private async approval(account: Account): Promise<void> {
    const [last] = await this.db.query<{ step: string; message: string }>(
      `select step, message from registration_step where account_id = $1 and step like any(array['approved%', 'arrived']) order by at desc, id desc limit 1`,
      [account.id],
    );
    // Who has just arrived sees it on the screen.
    if (last === undefined || last.step === 'arrived') return;
    const key = last.message === '' ? 'mails.approved' : 'mails.approvedWithMessage';
    await this.send(recipientOf(account), key, { message: last.message }, '/');
  }

  private async addressChange(account: Account): Promise<void> {
    const next = account.pendingAddress;
    if (next === null || !(await this.isAllowed(next))) return;
    const owner = await this.accounts.byAddress(next);
    if (owner !== null) {
      await this.send(recipientOf(owner), 'mails.known', {}, '/anmelden');
      return;
    }
    await this.sendLink({ ...account, address: next }, 'changeAddress', 'mails.addressConfirm');
    await this.send(recipientOf(account), 'mails.addressOld', {}, '/konto');
  }

  private async sendLink(account: Account, purpose: LinkPurpose, key: string): Promise<void> {
    const secret = await this.links.issue(account.id, purpose, account.address);
    await this.send(recipientOf(account), key, {}, `${LINK_PATHS[purpose]}#${secret}`);
  }

  private async send(to: MailRecipient, key: string, params: TextParams = {}, path?: string): Promise<void> {
    await this.writer.send(to, texts, key, params, path);
  }

  private async sendToCoordinators(key: string, path: string): Promise<void> {
    const coordinators = await this.db.query<MailRecipient>(
      `select name, address, locale from account
       where 'coordinator' = any(site_roles) and standing = 'approved' and deleted_at is null and (suspended_until is null or suspended_until <= now())
       order by id`,
    );
    for (const coordinator of coordinators) await this.send(coordinator, key, {}, path);
  }

  private async lastMessage(accountId: string, step: string): Promise<string> {
    const [row] = await this.db.query<{ message: string }>(
      'select message from registration_step where account_id = $1 and step = $2 order by at desc, id desc limit 1',
      [accountId, step],
    );
    return row?.message ?? '';
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
