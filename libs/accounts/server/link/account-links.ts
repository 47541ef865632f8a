import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, Db, networkOf, RateLimits, Secrets, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { hashToken } from '../session/session.cookie.js';

export type LinkPurpose = 'confirm' | 'welcome' | 'reset' | 'changeAddress';

/** Minutes that a link lives; the reset link as short as trust asks for. */
export const LINK_LIFE_MINUTES: Readonly<Record<LinkPurpose, number>> = {
  confirm: 7 * 24 * 60,
  welcome: 30 * 24 * 60,
  reset: 60,
  changeAddress: 24 * 60,
};

/** A secret has 256 bits and a whole workshop may confirm from one network; the limit only keeps the table from being asked all day. */
const GUESSES = { name: 'accounts.link', tries: 200, withinSeconds: 900 } as const;

interface LinkRow {
  readonly account_id: string;
  readonly expires_at: Date;
  readonly address: string;
}

/** The mail that brings a link. */
export interface LinkMail {
  readonly id: string;
  /** Random, and of no use without the operator's secret: together they make the link's. */
  readonly seed: string;
}

export interface RedeemedLink {
  readonly accountId: string;
  readonly address: string;
}

/** Secrets that travel by mail: one live per account and purpose, good once, stored as a hash alone. */
@Injectable()
export class AccountLinks {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  /**
   * Made at the moment of sending, for the address it goes to, and always the same for one mail; an older one of the same
   * purpose dies.
   * @returns null where the mail has had its time: its link was used or withdrawn, or another mail's took its place. Sent
   *   again it would open what is closed, or close what is open.
   */
  async issue(accountId: string, purpose: LinkPurpose, address: string, mail: LinkMail): Promise<string | null> {
    const secret = this.secrets.fingerprint('accounts.link', `${purpose} ${mail.seed}`);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LINK_LIFE_MINUTES[purpose] * 60_000);
    const isIssued = await this.db.write({ accountId: null }, async (tx) => {
      const [older]: { mail: string | null }[] = await tx.query('select mail_id as mail from account_link where account_id = $1 and purpose = $2 for update', [accountId, purpose]);
      const ended: object[] = await tx.query('select mail_id from account_link_ended where mail_id = $1', [mail.id]);
      if (ended.length > 0) return false;
      if (older !== undefined && older.mail !== mail.id) await this.delete(tx, 'account_id = $1 and purpose = $2', [accountId, purpose]);
      await tx.query(
        `insert into account_link (account_id, purpose, secret_hash, expires_at, address, mail_id) values ($1, $2, $3, $4, $5, $6)
         on conflict (account_id, purpose)
         do update set secret_hash = excluded.secret_hash, expires_at = excluded.expires_at, address = excluded.address, mail_id = excluded.mail_id`,
        [accountId, purpose, hashToken(secret), expiresAt, address, mail.id],
      );
      return true;
    });
    return isIssued ? secret : null;
  }

  /** Before the first look at a link: counts a guess. */
  async countGuess(ip: string): Promise<void> {
    await this.limits.count(GUESSES, `network:${networkOf(ip)}`);
  }

  /**
   * Uses a link up. @returns the account it belongs to and the address it was mailed to.
   * @throws {AppError} BAD_USER_INPUT `account.linkInvalid` for unknown, used, replaced and expired ones alike.
   */
  async redeem(tx: EntityManager, purpose: LinkPurpose, secret: string): Promise<RedeemedLink> {
    const [link] = await this.delete(tx, 'secret_hash = $1 and purpose = $2', [hashToken(secret), purpose]);
    return this.good(link);
  }

  /** What {@link redeem} would answer, with the link left as it is: for what has to be checked before it is used up. */
  async look(purpose: LinkPurpose, secret: string): Promise<RedeemedLink> {
    const [row] = await this.db.query<LinkRow>('select account_id, expires_at, address from account_link where secret_hash = $1 and purpose = $2', [
      hashToken(secret),
      purpose,
    ]);
    return this.good(row);
  }

  async revoke(tx: EntityManager, accountId: string, ...purposes: readonly LinkPurpose[]): Promise<void> {
    await this.delete(tx, 'account_id = $1 and purpose = any($2)', [accountId, purposes]);
  }

  /** After a new password nothing that was mailed before shall work. */
  async revokeAll(tx: EntityManager, accountId: string): Promise<void> {
    await this.delete(tx, 'account_id = $1', [accountId]);
  }

  /** What is still to be tried of the mails that brought them shall not bring them back. */
  private async delete(tx: EntityManager, where: string, parameters: readonly unknown[]): Promise<readonly LinkRow[]> {
    const [links]: [(LinkRow & { mail_id: string | null })[], number] = await tx.query(`delete from account_link where ${where} returning account_id, expires_at, address, mail_id`, [...parameters]);
    const mailIds = links.flatMap(({ mail_id }) => mail_id ?? []);
    await tx.query('insert into account_link_ended (mail_id, ended_at) select id, $2 from unnest($1::uuid[]) id on conflict do nothing', [mailIds, this.clock.now()]);
    return links;
  }

  private good(link: LinkRow | undefined): RedeemedLink {
    if (link === undefined || link.expires_at <= this.clock.now()) throw AppError.badInput('code', 'account.linkInvalid');
    return { accountId: link.account_id, address: link.address };
  }
}
