import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { coordinatorOf } from '#accounts/server';
import { addressHashSql, Audit, Db, decodeCursor, MailAddresses, pageOf, type Page } from '#platform/server';
import { AppError } from '#platform/shared';

export interface UndeliverableRow {
  readonly accountId: string;
  readonly name: string;
  readonly address: string;
  readonly refusals: number;
  readonly lastCode: number;
  readonly lastAt: Date;
  readonly stoppedAt: Date | null;
}

/** Addresses that do not work, and trying them again. */
@Injectable()
export class Undeliverable {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
  ) {}

  async list(viewer: Viewer, first: number, after: string | null): Promise<Page<UndeliverableRow>> {
    coordinatorOf(viewer);
    const cursor = decodeCursor(after, 2);
    const rows = await this.db.query<UndeliverableRow & { cursor: string }>(
      `select * from (
         select a.id as "accountId", a.name, a.address, coalesce(r.count, 0)::int as refusals, coalesce(r.code, s.code)::int as "lastCode",
           coalesce(r.at, s.stopped_at) as "lastAt", s.stopped_at as "stoppedAt", to_char(coalesce(r.at, s.stopped_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as cursor
         from (select address_hash from mail_refusal union select address_hash from mail_stop) h
         join account a on ${addressHashSql('a.address')} = h.address_hash and a.deleted_at is null
         left join mail_stop s on s.address_hash = h.address_hash
         left join lateral (select count(*) over () as count, at, code from mail_refusal where address_hash = h.address_hash order by at desc limit 1) r on true
       ) listed
       where $1::text is null or (cursor, "accountId"::text) < ($1, $2) order by cursor desc, "accountId"::text desc limit $3`,
      [cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1],
    );
    return pageOf(rows, first, (row) => [row.cursor, row.accountId]);
  }

  async resume(viewer: Viewer, accountId: string): Promise<boolean> {
    coordinatorOf(viewer);
    return this.db.write(viewer, async (tx) => {
      const [account]: { address: string }[] = await tx.query('select address from account where id = $1 and deleted_at is null', [accountId]);
      if (account === undefined) throw AppError.notFound();
      const wasStopped = await this.addresses.resume(tx, account.address);
      if (wasStopped) await this.audit.record(tx, viewer, { act: 'notifications.mailsResumed', subjectKind: 'account', subjectId: accountId });
      return wasStopped;
    });
  }
}
