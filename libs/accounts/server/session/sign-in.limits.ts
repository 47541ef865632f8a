import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { networkOf, RateLimits } from '#platform/server';
import { AppError } from '#platform/shared';

const PER_ACCOUNT_AND_NETWORK = { name: 'accounts.signIn.both', tries: 10, withinSeconds: 900 } as const;
/** A workshop behind one router signs in at once; guessing through many accounts ends here. */
const PER_NETWORK = { name: 'accounts.signIn.network', tries: 100, withinSeconds: 900 } as const;
const PER_ACCOUNT = { name: 'accounts.signIn.account', tries: 10, withinSeconds: 900 } as const;
/** While many networks try one account, each of them gets few tries, and slow ones. */
const UNDER_ATTACK = { name: 'accounts.signIn.attack', tries: 3, withinSeconds: 900 } as const;
const SLOWED_MS = 1500;

/**
 * How often a password may be guessed. Nobody can lock somebody else out: a network that has not tried before always has
 * a try left, also while an account is attacked from a hundred others; it only waits a little.
 */
@Injectable()
export class SignInLimits {
  constructor(@Inject(RateLimits) private readonly limits: RateLimits) {}

  /** Before each check of a password; known and unknown addresses count alike. @throws {AppError} RATE_LIMITED. */
  async count(address: string, ip: string): Promise<void> {
    const network = networkOf(ip);
    await this.limits.count(PER_NETWORK, `network:${network}`);
    await this.limits.count(PER_ACCOUNT_AND_NETWORK, `${address}|${network}`);
    if (await this.isAttacked(address)) {
      await this.limits.count(UNDER_ATTACK, `${address}|${network}`);
      await sleep(SLOWED_MS);
    }
  }

  /** After the right password. The tries of other networks stay counted. */
  async forget(address: string, ip: string): Promise<void> {
    await this.limits.forget(PER_ACCOUNT_AND_NETWORK, `${address}|${networkOf(ip)}`);
    await this.limits.forget(UNDER_ATTACK, `${address}|${networkOf(ip)}`);
  }

  private async isAttacked(address: string): Promise<boolean> {
    try {
      await this.limits.count(PER_ACCOUNT, `account:${address}`);
      return false;
    } catch (error) {
      if (error instanceof AppError && error.code === 'RATE_LIMITED') return true;
      throw error;
    }
  }
}
