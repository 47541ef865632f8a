import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Db, MailWriter, Outbox, type ConsumedEvent, type Letter } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import type { Account } from './account/account.entity.js';
import { Accounts, recipientOf } from './account/accounts.js';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import { AccountLinks, type LinkMail, type LinkPurpose } from './link/account-links.js';

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

/** One mail to one account, the same however often it is tried. */
interface Due extends LinkMail {
  readonly account: Account;
  /** The address the mail was wished for, where it is not the account's. */
  readonly address: unknown;
}

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

  private readonly mails: Readonly<Record<MailName, (due: Due) => Promise<void>>> = {
    confirm: (due) => this.wayIn(due, 'confirm'),
    welcome: (due) => this.wayIn(due, 'welcome'),
    known: (due) => this.send(due, 'mails.known', { path: '/anmelden' }),
    sheet: (due) => this.send(due, 'mails.sheet', { path: '/kontaktdaten' }),
    approved: (due) => this.approval(due),
    askedBack: async (due) => this.send(due, 'mails.askedBack', { path: '/kontaktdaten', params: { message: await this.lastMessage(due.account.id, 'askedBack') } }),
    declined: async (due) => this.send(due, 'mails.declined', { params: { reason: await this.lastMessage(due.account.id, 'declined') } }),
    reset: (due) => this.sendLink(due, 'reset', 'mails.reset'),
    passwordChanged: (due) => this.send(due, 'mails.passwordChanged', { path: '/passwort-vergessen' }),
    addressConfirm: async (due) => {
      const { pendingAddress } = due.account;
      // Withdrawn or replaced meanwhile: that address shall not learn of it any more.
      if (pendingAddress !== null && pendingAddress === due.address) await this.sendLink({ ...due, account: { ...due.account, address: pendingAddress } }, 'changeAddress', 'mails.addressConfirm');
    },
    addressOld: (due) => this.send(due, 'mails.addressOld', { path: '/konto' }),
    addressChanged: (due) => this.send(due, 'mails.addressChanged'),
    suspended: (due) => this.send(due, 'mails.suspended', { params: { reason: due.account.suspendedReason ?? '' } }),
    reactivated: (due) => this.send(due, 'mails.reactivated', { path: '/anmelden' }),
    consentWithdrawn: (due) => this.send(due, 'mails.consentWithdrawn', { path: '/koordination/konten?zustimmung=zurueckgezogen' }),
    leaving: (due) => this.send(due, 'mails.leaving', { path: '/anmelden', params: { date: dayOf(due.account.deletionFinalAt, due.account.locale) } }),
    kept: (due) => this.send(due, 'mails.kept', { path: '/konto' }),
    roleGranted: (due) => this.send(due, 'mails.roleGranted', { path: '/konto' }),
    roleDeclined: (due) => this.send(due, 'mails.roleDeclined', { path: '/konto' }),
  };

  private async handle(events: readonly ConsumedEvent[]): Promise<void> {
    for (const { payload } of events) {
      const { accountId, mail, address, id, seed } = payload;
      if (typeof accountId !== 'string') continue;
      const account = mail === 'leaving' ? await this.accounts.leaving(accountId) : await this.accounts.byId(accountId);
      // Jobs of earlier versions had no id: each try of theirs is a mail of its own.
      const mailId = typeof id === 'string' ? id : uuidv7();
      if (account !== null) await this.mails[mail as MailName]({ account, address, id: mailId, seed: typeof seed === 'string' ? seed : randomBytes(32).toString('base64url') });
    }
  }

  /** The last mail of all, sent by whoever erases the account: one for each account. */
  async farewell(account: Account): Promise<void> {
    await this.send({ account, id: account.id }, 'mails.farewell');
  }

  private async wayIn(due: Due, purpose: 'confirm' | 'welcome'): Promise<void> {
    if (due.account.standing === 'unconfirmed') await this.sendLink(due, purpose, `mails.${purpose}`);
  }

  private async approval(due: Due): Promise<void> {
    const [last] = await this.db.query<{ step: string; message: string }>(
      `select step, message from registration_step where account_id = $1 and step like any(array['approved%', 'arrived']) order by at desc, id desc limit 1`,
      [due.account.id],
    );
    // Who has just arrived sees it on the screen.
    if (last === undefined || last.step === 'arrived') return;
    await this.send(due, last.message === '' ? 'mails.approved' : 'mails.approvedWithMessage', { path: '/', params: { message: last.message } });
  }

  private async sendLink(due: Due, purpose: LinkPurpose, key: string): Promise<void> {
    const secret = await this.links.issue(due.account.id, purpose, due.account.address, due);
    if (secret !== null) await this.send(due, key, { path: `${LINK_PATHS[purpose]}#${secret}` });
  }

  private async send({ account, id }: Pick<Due, 'account' | 'id'>, key: string, letter: Omit<Letter, 'id'> = {}): Promise<void> {
    await this.writer.send(recipientOf(account), texts, key, { id, ...letter });
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
