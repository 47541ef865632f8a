import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Secrets } from '#platform/server';
import { isCategory, type NoticeCategory } from '../preference/categories.js';

/** What a link ends: mail of one category, or what comes by the daily or weekly summary. */
export type UnsubscribeScope = NoticeCategory | 'daily' | 'weekly';

export interface Unsubscription {
  readonly accountId: string;
  readonly scope: UnsubscribeScope;
}

const PURPOSE = 'notifications.unsubscribe';

/**
 * Links in mails that end one kind of mail without login. A link names its account and scope and carries a keyed
 * fingerprint of both: nobody can make one for somebody else, and one link ends nothing but its own kind. It holds for
 * ever, as the mail it lies in does.
 */
@Injectable()
export class UnsubscribeLinks {
  constructor(@Inject(Secrets) private readonly secrets: Secrets) {}

  tokenFor({ accountId, scope }: Unsubscription): string {
    const account = Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');
    return `${account}~${scope}~${this.proofOf(accountId, scope)}`;
  }

  /** Null for what this product did not make. */
  read(token: string): Unsubscription | null {
    const [account = '', scope = '', proof = '', ...rest] = token.split('~');
    const hex = Buffer.from(account, 'base64url').toString('hex');
    if (rest.length > 0 || hex.length !== 32 || !(isCategory(scope) || scope === 'daily' || scope === 'weekly')) return null;
    const accountId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    const expected = Buffer.from(this.proofOf(accountId, scope));
    const given = Buffer.from(proof);
    return given.length === expected.length && timingSafeEqual(given, expected) ? { accountId, scope } : null;
  }

  private proofOf(accountId: string, scope: UnsubscribeScope): string {
    return this.secrets.fingerprint(PURPOSE, `${accountId} ${scope}`);
  }
}
