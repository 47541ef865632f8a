import { Inject, Injectable } from '@nestjs/common';
import { Db, MailWriter, Outbox, type ConsumedEvent } from '#platform/server';
import type { TextParams } from '#platform/shared';
import type { Account } from './account/account.entity.js';
import { Accounts, recipientOf } from './account/accounts.js';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import { AccountLinks, type LinkPurpose } from './link/account-links.js';

const texts = { de, en };

/** Says that one account is to get one mail; `accounts.mails` decides, this sends, as often as it takes. */
export const MAIL_DUE = 'AccountMailDue';

export type MailName =
  | 'confirm' | 'welcome' | 'known' | 'sheet' | 'approved' | 'askedBack' | 'declined' | 'reset' | 'passwordChanged'
  | 'addressConfirm' | 'addressOld' | 'addressChanged' | 'suspended' | 'reactivated' | 'roleGranted' | 'roleDeclined' | 'consentWithdrawn' | 'leaving' | 'kept';

const LINK_PATHS: Readonly<Record<LinkPurpose, string>> = {
  confirm: '/bestaetigen',
  welcome: '/willkommen',
  reset: '/passwort-neu',
  changeAddress: '/adresse-bestaetigen',
};

/** Words and sends one mail at a time. Secrets are made here, when the mail goes out, so that none lies in a queue. */
@Injectable()
export class AccountsMailing {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) outbox: Outbox,
    @Inject(MailWriter) private readonly writer: MailWriter,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(AccountLinks) private readonly links: AccountLinks,
  ) {
    outbox.consume({ name: 'accounts.mailing', events: [MAIL_DUE], handle: (events) => this.handle(events) });
  }

  private readonly mails: Readonly<Record<MailName, (account: Account, address: unknown) => Promise<void>>> = {
    confirm: (account) => this.wayIn(account, 'confirm'),
    welcome: (account) => this.wayIn(account, 'welcome'),
    known: (account) => this.send(account, 'mails.known', '/anmelden'),
    sheet: (account) => this.send(account, 'mails.sheet', '/kontaktdaten'),
    approved: (account) => this.approval(account),
    askedBack: async (account) => this.send(account, 'mails.askedBack', '/kontaktdaten', { message: await this.lastMessage(account.id, 'askedBack') }),
    declined: async (account) => this.send(account, 'mails.declined', undefined, { reason: await this.lastMessage(account.id, 'declined') }),
    reset: (account) => this.sendLink(account, 'reset', 'mails.reset'),
    passwordChanged: (account) => this.send(account, 'mails.passwordChanged', '/passwort-vergessen'),
    addressConfirm: async (account, address) => {
      // Withdrawn or replaced meanwhile: that address shall not learn of it any more.
      if (account.pendingAddress !== null && account.pendingAddress === address) {
        await this.sendLink({ ...account, address: account.pendingAddress }, 'changeAddress', 'mails.addressConfirm');
      }
    },
    addressOld: (account) => this.send(account, 'mails.addressOld', '/konto'),
    addressChanged: (account) => this.send(account, 'mails.addressChanged'),
    suspended: (account) => this.send(account, 'mails.suspended', undefined, { reason: account.suspendedReason ?? '' }),
    reactivated: (account) => this.send(account, 'mails.reactivated', '/anmelden'),
    consentWithdrawn: (account) => this.send(account, 'mails.consentWithdrawn', '/koordination/konten?zustimmung=zurueckgezogen'),
    leaving: (account) => this.send(account, 'mails.leaving', '/anmelden', { date: dayOf(account.deletionFinalAt, account.locale) }),
    kept: (account) => this.send(account, 'mails.kept', '/konto'),
    roleGranted: (account) => this.send(account, 'mails.roleGranted', '/konto'),
    roleDeclined: (account) => this.send(account, 'mails.roleDeclined', '/konto'),
  };

  private async handle(events: readonly ConsumedEvent[]): Promise<void> {
    for (const { payload } of events) {
      const { accountId, mail, address } = payload;
      if (typeof accountId !== 'string') continue;
      const account = mail === 'leaving' ? await this.accounts.leaving(accountId) : await this.accounts.byId(accountId);
      if (account !== null) await this.mails[mail as MailName](account, address);
    }
  }

  /** The last mail of all, sent by whoever erases the account. */
  async farewell(account: Account): Promise<void> {
    await this.send(account, 'mails.farewell');
  }

  private async wayIn(account: Account, purpose: 'confirm' | 'welcome'): Promise<void> {
    if (account.standing === 'unconfirmed') await this.sendLink(account, purpose, `mails.${purpose}`);
  }

  private async approval(account: Account): Promise<void> {
    const [last] = await this.db.query<{ step: string; message: string }>(
      `select step, message from registration_step where account_id = $1 and step like any(array['approved%', 'arrived']) order by at desc, id desc limit 1`,
      [account.id],
    );
    // Who has just arrived sees it on the screen.
    if (last === undefined || last.step === 'arrived') return;
    await this.send(account, last.message === '' ? 'mails.approved' : 'mails.approvedWithMessage', '/', { message: last.message });
  }

  private async sendLink(account: Account, purpose: LinkPurpose, key: string): Promise<void> {
    const secret = await this.links.issue(account.id, purpose, account.address);
    await this.send(account, key, `${LINK_PATHS[purpose]}#${secret}`);
  }

  private async send(account: Account, key: string, path?: string, params: TextParams = {}): Promise<void> {
    await this.writer.send(recipientOf(account), texts, key, params, path);
  }

  private async lastMessage(accountId: string, step: string): Promise<string> {
    const [row] = await this.db.query<{ message: string }>(
      'select message from registration_step where account_id = $1 and step = $2 order by at desc, id desc limit 1',
      [accountId, step],
    );
    return row?.message ?? '';
  }
}

function dayOf(at: Date | null, locale: 'de' | 'en'): string {
  return at === null ? '' : new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(at);
}
