import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, Db, type Clock } from '#platform/server';
import type { NoticeReason } from '../notice/notice.registry.js';
import type { FollowTarget } from './follow-targets.registry.js';

/** `all`: everything new; `answers`: what is addressed to the person; `muted`: nothing, not even that. */
export const FOLLOW_LEVELS = ['all', 'answers', 'muted'] as const;
export type FollowLevel = (typeof FOLLOW_LEVELS)[number];

/** Anything that runs SQL: the transaction within `Db.write`, `Db` outside. */
export interface Reader {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

export interface Hearing {
  /** Who wants to hear of everything, and why. */
  readonly audience: readonly { readonly accountId: string; readonly reason: NoticeReason }[];
  readonly muted: ReadonlySet<string>;
}

/**
 * Who follows what. Of several levels that could hold the nearest does: the thread's before the topic's before the
 * space's. Where nobody chose anything, `answers` holds. Following is no right: who may see is asked at delivery.
 */
@Injectable()
export class Following {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** As a consequence of something else, such as answering: what the person chose before stays. */
  async follow(tx: EntityManager, accountId: string, target: FollowTarget, level: FollowLevel = 'all'): Promise<void> {
    await tx.query(
      `insert into following (account_id, target_kind, target_id, level, since) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [accountId, target.kind, target.id, level, this.clock.now()],
    );
  }

  /** As the person chooses. */
  async set(tx: EntityManager, accountId: string, target: FollowTarget, level: FollowLevel): Promise<void> {
    await tx.query(
      `insert into following (account_id, target_kind, target_id, level, since) values ($1, $2, $3, $4, $5)
       on conflict (account_id, target_kind, target_id) do update set level = excluded.level, since = excluded.since`,
      [accountId, target.kind, target.id, level, this.clock.now()],
    );
  }

  /** The levels an account chose for these targets, `kind id` as key; what was never chosen is absent. For fields `followLevel`. */
  async chosenBy(accountId: string, kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, FollowLevel>> {
    const rows = await this.db.query<{ id: string; level: FollowLevel }>(
      'select target_id as id, level from following where account_id = $1 and target_kind = $2 and target_id = any($3::uuid[])',
      [accountId, kind, ids],
    );
    return new Map(rows.map(({ id, level }) => [id, level]));
  }

  /**
   * Who wants to hear of everything, and through which target.
   * @param targets from the nearest to the widest, each with the reason to tell; several of one kind (topics) count alike.
   */
  async audience(tx: Reader, targets: readonly (FollowTarget & { readonly reason: NoticeReason })[]): Promise<Hearing['audience']> {
    return (await this.hearing(tx, targets)).audience;
  }

  /** Who follows, and who wants to hear nothing: for something new that also addresses somebody. */
  async hearing(tx: Reader, targets: readonly (FollowTarget & { readonly reason: NoticeReason })[]): Promise<Hearing> {
    const rows = await this.effective(tx, targets, null);
    return {
      audience: rows.flatMap(({ accountId, level, rank }) => {
        const reason = targets[rank]?.reason;
        return level === 'all' && reason !== undefined ? [{ accountId, reason }] : [];
      }),
      muted: new Set(rows.filter(({ level }) => level === 'muted').map(({ accountId }) => accountId)),
    };
  }

  /** Those of the accounts that did not mute; for what addresses somebody: answers, mentions, quotes. */
  async unmuted(tx: Reader, accountIds: readonly string[], targets: readonly FollowTarget[]): Promise<readonly string[]> {
    const muted = new Set((await this.effective(tx, targets, accountIds)).filter(({ level }) => level === 'muted').map(({ accountId }) => accountId));
    return accountIds.filter((id) => !muted.has(id));
  }

  /** The things went into another one: who followed them follows that, unless chosen otherwise. */
  async merge(tx: EntityManager, from: FollowTarget, to: FollowTarget): Promise<void> {
    await tx.query(
      `insert into following (account_id, target_kind, target_id, level, since)
       select account_id, $3, $4, level, since from following where target_kind = $1 and target_id = $2 on conflict do nothing`,
      [from.kind, from.id, to.kind, to.id],
    );
    await this.forget(tx, from);
  }

  /** The thing is gone. */
  async forget(tx: EntityManager, target: FollowTarget): Promise<void> {
    await tx.query('delete from following where target_kind = $1 and target_id = $2', [target.kind, target.id]);
  }

  private async effective(tx: Reader, targets: readonly FollowTarget[], accountIds: readonly string[] | null) {
    const rank = (target: FollowTarget): number => targets.findIndex(({ kind }) => kind === target.kind);
    return (await tx.query(
      `select distinct on (f.account_id) f.account_id as "accountId", f.level, t.rank
       from unnest($1::text[], $2::uuid[], $3::int[]) t (kind, id, rank) join following f on f.target_kind = t.kind and f.target_id = t.id
       where $4::uuid[] is null or f.account_id = any($4)
       order by f.account_id, t.rank, f.level = 'all' desc, f.level = 'muted' desc`,
      [targets.map(({ kind }) => kind), targets.map(({ id }) => id), targets.map(rank), accountIds],
    )) as readonly { readonly accountId: string; readonly level: FollowLevel; readonly rank: number }[];
  }
}
