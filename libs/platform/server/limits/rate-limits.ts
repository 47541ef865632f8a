import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { AppError } from '#platform/shared';

/** How often something may be tried. Every try counts, also each alias of one request. */
export interface Limit {
  /** Stable name: `accounts.signIn`. */
  readonly name: string;
  readonly tries: number;
  readonly withinSeconds: number;
}

/** A network as limits count it: a whole IPv4 address, the /64 of an IPv6 one (a household has 2^64 of those). */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? left : [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return `${groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** Counts in PostgreSQL, so that limits survive restarts and hold over several processes. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();
  private readonly inMemory = new Map<string, RateLimiterMemory>();

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /**
   * Counts one try against each key (an account, a network …).
   * @throws {AppError} RATE_LIMITED with the seconds until a new try makes sense.
   */
  async count(limit: Limit, ...keys: readonly string[]): Promise<void> {
    await consume(this.limiterFor(limit), keys);
  }

  /**
   * The same in this process alone and gone with it: for reads and wide brakes, where a write per try would cost more than it saves.
   * @throws {AppError} RATE_LIMITED
   */
  async countHere(limit: Limit, ...keys: readonly string[]): Promise<void> {
    let limiter = this.inMemory.get(limit.name);
    if (limiter === undefined) {
      limiter = new RateLimiterMemory({ keyPrefix: limit.name, points: limit.tries, duration: limit.withinSeconds });
      this.inMemory.set(limit.name, limiter);
    }
    await consume(limiter, keys);
  }

  /** After a success: earlier failures of this key count no more. */
  async forget(limit: Limit, key: string): Promise<void> {
    await this.limiterFor(limit).delete(pseudonym(key));
  }

  private limiterFor(limit: Limit): RateLimiterPostgres {
    let limiter = this.limiters.get(limit.name);
    if (limiter === undefined) {
      limiter = new RateLimiterPostgres({
        // Reads the pool through TypeORM's driver: one pool a process.
        storeClient: this.dataSource,
        storeType: 'typeorm',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: limit.name,
        points: limit.tries,
        duration: limit.withinSeconds,
        clearExpiredByTimeout: false,
      });
      this.limiters.set(limit.name, limiter);
    }
    return limiter;
  }
}

async function consume(limiter: RateLimiterAbstract, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    try {
      await limiter.consume(pseudonym(key));
    } catch (refused) {
      if (refused instanceof RateLimiterRes) throw AppError.rateLimited(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
      throw refused;
    }
  }
}

/** The table holds no addresses and no networks in the clear. */
function pseudonym(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 32);
}
