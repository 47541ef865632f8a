import { Inject, Injectable } from '@nestjs/common';
import { addressHashSql, Db, MailAddresses, MailReturns } from '#platform/server';
import { deliveryReportOf } from './delivery-report.js';

/** Mails that come back later: they count like a refusal at the door. */
@Injectable()
export class Bounces {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(MailReturns) private readonly returns: MailReturns,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
  ) {}

  /**
   * @param raw a whole mail as it came to the return address.
   * @returns whether it was a report that one of our mails was given up. Nothing of it is kept but a fingerprint.
   */
  async take(raw: string): Promise<boolean> {
    const report = deliveryReportOf(raw);
    if (report === null) return false;
    // Whom it is about says our own return address alone: the reported one is another where mail is forwarded.
    const [start, ...others] = this.returns.recipientsIn(report.addressedTo);
    if (start === undefined || others.length > 0) return false;
    const [account] = await this.db.query<{ address: string }>(`select address from account where starts_with(${addressHashSql('address')}, $1) and deleted_at is null`, [start]);
    // Somebody has another address by now, or is gone.
    if (account === undefined) return false;
    await this.addresses.refused(account.address, report.code, report.id);
    return true;
  }
}
