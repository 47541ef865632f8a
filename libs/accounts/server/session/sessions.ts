import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Db } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { hashToken, newSessionToken, SESSION_IDLE_DAYS, SESSION_MAX_DAYS } from './session.cookie.js';

/** A visit is written down at most this often: reading pages should not write to the database each time. */
const SEEN_EVERY_MS = 10 * 60_000;

export interface OwnSession {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly isCurrent: boolean;
}

/** Begins, prolongs and ends sessions. */
@Injectable()
export class Sessions {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** @returns the token for the cookie; only its hash is kept. */
  async begin(tx: EntityManager, accountId: string, device: string): Promise<string> {
    const token = newSessionToken();
    await tx.query(
      `insert into session (id, account_id, token_hash, idle_expires_at, expires_at, device)
       values ($1, $2, $3, now() + make_interval(days => $4), now() + make_interval(days => $5), $6)`,
      [uuidv7(), accountId, hashToken(token), SESSION_IDLE_DAYS, SESSION_MAX_DAYS, device],
    );
    return token;
  }

  async seen(sessionId: string, lastSeenAt: Date): Promise<void> {
    if (Date.now() - lastSeenAt.getTime() < SEEN_EVERY_MS) return;
    await this.db.query(
      'update session set last_seen_at = now(), idle_expires_at = now() + make_interval(days => $2) where id = $1',
      [sessionId, SESSION_IDLE_DAYS],
    );
  }

  /** Where an account is signed in, the latest visit first. */
  async list(accountId: string, currentId: string | null): Promise<readonly OwnSession[]> {
    const rows = await this.db.query<Omit<OwnSession, 'isCurrent'>>(
      `select s.id, s.device, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt"
       from session s join live_session live on live.id = s.id
       where s.account_id = $1 order by s.last_seen_at desc, s.id`,
      [accountId],
    );
    return rows.map((row) => ({ ...row, isCurrent: row.id === currentId }));
  }

  async end(tx: EntityManager, accountId: string, sessionId: string): Promise<void> {
    await tx.query('delete from session where account_id = $1 and id = $2', [accountId, sessionId]);
  }

  /** After a new password or a block: nothing stays open but perhaps the session that asked for it. */
  async endAll(tx: EntityManager, accountId: string, exceptSessionId: string | null = null): Promise<void> {
    await tx.query('delete from session where account_id = $1 and ($2::uuid is null or id <> $2)', [accountId, exceptSessionId]);
  }
}
