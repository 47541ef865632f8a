import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notices } from '#notifications/server';

/** For the domains whose things are kept, within their own transactions. */
@Injectable()
export class Bookmarks {
  constructor(@Inject(Notices) private readonly notices: Notices) {}

  /** Things that are gone for good. */
  async forget(tx: EntityManager, kind: string, targetIds: readonly string[]): Promise<void> {
    await this.delete(tx, 'kind = $1 and target_id = any($2::uuid[])', [kind, targetIds]);
  }

  /** Things that were moved, for whoever lost sight of them by that. Also what they noted about them goes. */
  async withdraw(tx: EntityManager, kind: string, targetIds: readonly string[], accountIds: readonly string[]): Promise<void> {
    await this.delete(tx, 'kind = $1 and target_id = any($2::uuid[]) and account_id = any($3::uuid[])', [kind, targetIds, accountIds]);
  }

  /** One thing became part of another: who kept the first keeps the second, with the note they had. */
  async lead(tx: EntityManager, kind: string, fromId: string, toId: string): Promise<void> {
    await tx.query(
      `update bookmark b set target_id = $3 where b.kind = $1 and b.target_id = $2
         and not exists (select from bookmark o where o.account_id = b.account_id and o.kind = $1 and o.target_id = $3)`,
      [kind, fromId, toId],
    );
    await this.forget(tx, kind, [fromId]);
  }

  /** Its person keeps it no longer. */
  async release(tx: EntityManager, accountId: string, kind: string, targetId: string): Promise<void> {
    await this.delete(tx, 'account_id = $1 and kind = $2 and target_id = $3', [accountId, kind, targetId]);
  }

  /** With its reminder, where that has been given already. */
  private async delete(tx: EntityManager, where: string, parameters: unknown[]): Promise<void> {
    const [rows]: [{ id: string }[], number] = await tx.query(`delete from bookmark where ${where} returning id`, parameters);
    if (rows.length > 0) await this.notices.withdraw(tx, { subjectIds: rows.map(({ id }) => id) });
  }
}
