import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Secrets } from '#platform/server';
import { isCategory, type NoticeCategory } from '../preference/categories.js';

/** What a link ends: mail of one category, or what comes by the daily or weekly summary. */
export type UnsubscribeScope = NoticeCategory | 'daily' | 'weekly';

export interface Unsubscription {
  readonly accountId: string;
  /** At least one; several where a mail carried several kinds. */
  readonly scopes: readonly UnsubscribeScope[];
}

const PURPOSE = 'notifications.unsubscribe';

/**
 * Links in mails that end one kind of mail without login. A link names its account and scopes and carries a keyed
 * fingerprint of both: nobody can make one for somebody else, and one link ends nothing but its own kind. It holds for
 * ever, as the mail it lies in does.
 */
@Injectable()
export class UnsubscribeLinks {
  constructor(@Inject(Secrets) private readonly secrets: Secrets) {}

  tokenFor({ accountId, scopes }: Unsubscription): string {
    const scope = scopes.join('.');
    const account = Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');
    return `${account}~${scope}~${this.proofOf(accountId, scope)}`;
  }

  /** Null for what this product did not make. */
  read(token: string): Unsubscription | null {
    const [account = '', scope = '', proof = '', ...rest] = token.split('~');
    const hex = Buffer.from(account, 'base64url').toString('hex');
    const scopes = scope.split('.');
    if (rest.length > 0 || hex.length !== 32 || !scopes.every(isScope)) return null;
    const accountId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    const expected = Buffer.from(this.proofOf(accountId, scope));
    const given = Buffer.from(proof);
    return given.length === expected.length && timingSafeEqual(given, expected) ? { accountId, scopes } : null;
  }

  /** A name for a thread that two people's mails do not share, always the same for one of them. */
  ownNameOf(accountId: string, threadId: string): string {
    return this.secrets.fingerprint('notifications.thread', `${accountId} ${threadId}`);
  }

  private proofOf(accountId: string, scope: string): string {
    return this.secrets.fingerprint(PURPOSE, `${accountId} ${scope}`);
  }
}

function isScope(text: string): text is UnsubscribeScope {
  return isCategory(text) || text === 'daily' || text === 'weekly';
}
