import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Db } from '../database/db.js';
import { CLOCK, type Clock } from '../domain/clock.js';

/** So many refusals for good within so many days end all mail to an address. One alone can be a server set up wrongly for an hour. */
export const REFUSALS = { count: 3, withinDays: 30 } as const;

/** The fingerprint under which an address is kept here: no table of refusals tells addresses by itself. */
export function addressHash(address: string): string {
  return createHash('sha256').update(address.toLowerCase()).digest('hex');
}

/** The same in SQL, for joins with a column of addresses; a literal of code. */
export function addressHashSql(column: string): string {
  return `encode(sha256(convert_to(lower(${column}), 'UTF8')), 'hex')`;
}

/** Which addresses mail still goes to. */
@Injectable()
export class MailAddresses {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Since when nothing is sent to it any more; null while it is. */
  async stoppedSince(address: string): Promise<Date | null> {
    const [stop] = await this.db.query<{ at: Date }>('select stopped_at as at from mail_stop where address_hash = $1', [addressHash(address)]);
    return stop?.at ?? null;
  }

  /**
   * A server refused it for good, while taking a mail or by a report that came back later.
   * @param report names such a report; told twice it counts once.
   */
  async refused(address: string, code: number, report: string | null = null): Promise<void> {
    const hash = addressHash(address);
    const now = this.clock.now();
    const reportHash = report === null ? null : createHash('sha256').update(report).digest('hex');
    await this.db.write({ accountId: null }, async (tx) => {
      await tx.query(
        'insert into mail_refusal (address_hash, at, code, report_hash) values ($1, $2, $3, $4) on conflict (address_hash, report_hash) where report_hash is not null do nothing',
        [hash, now, code, reportHash],
      );
      await tx.query(
        `insert into mail_stop (address_hash, stopped_at, code)
         select $1::text, $2::timestamptz, $3::smallint where (select count(*) from mail_refusal where address_hash = $1 and at > $2::timestamptz - make_interval(days => $4)) >= $5
         on conflict do nothing`,
        [hash, now, code, REFUSALS.withinDays, REFUSALS.count],
      );
    });
  }

  /** Mail goes to it again, and earlier refusals count no more. @returns false where nothing was stopped. */
  async resume(tx: EntityManager, address: string): Promise<boolean> {
    const stops: unknown[][] = await tx.query('delete from mail_stop where address_hash = $1 returning 1', [addressHash(address)]);
    await tx.query('delete from mail_refusal where address_hash = $1', [addressHash(address)]);
    return (stops[0] ?? []).length > 0;
  }

  /** Refusals that count no more; a stop stays until somebody lifts it. */
  async tidy(): Promise<void> {
    await this.db.query('delete from mail_refusal where at < $1', [new Date(this.clock.now().getTime() - REFUSALS.withinDays * 86_400_000)]);
  }
}
