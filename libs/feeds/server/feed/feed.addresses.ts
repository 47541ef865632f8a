import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { hashToken, memberOf } from '#accounts/server';
import { CLOCK, CONFIG, Db, RateLimits, type Clock, type Config, type Limit } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';

/** One person's feed of one space. */
export interface FeedRow {
  readonly id: string;
  readonly accountId: string;
  readonly spaceId: string;
  readonly createdAt: Date;
  /** `YYYY-MM-DD` */
  readonly lastReadOn: string | null;
}

/** Wide enough for whoever takes all their spaces along in one go. */
const MAKING: Limit = { name: 'feeds.create', tries: 60, withinSeconds: 3600 };

/** 256 random bits, as a session has: whoever holds the address reads the feed. */
const TOKEN_BYTES = 32;

const COLUMNS = `id, account_id as "accountId", space_id as "spaceId", created_at as "createdAt", last_read_on::text as "lastReadOn"`;

/**
 * Who has which address. The token itself is kept nowhere: a copy of the database opens no feed. It is shown once, and a
 * lost one is replaced; that is why making one anew ends the former.
 */
@Injectable()
export class FeedAddresses {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(RateLimits) private readonly limits: RateLimits,
  ) {}

  /** Those of spaces the viewer reads now; the rest lead nowhere and would tell names. */
  async mine(viewer: Viewer): Promise<readonly FeedRow[]> {
    if (viewer.accountId === null) throw AppError.unauthenticated();
    return this.db.query<FeedRow>(`select ${COLUMNS} from feed_address where account_id = $1 and space_id = any($2::uuid[]) order by created_at, id`, [
      viewer.accountId,
      [...viewer.readableSpaceIds],
    ]);
  }

  /**
   * A new address for the viewer's feed of a space; a former one ends with it.
   * @returns the whole address, for this one time.
   * @throws {AppError} UNAUTHENTICATED, FORBIDDEN for who is not approved, NOT_FOUND for a space out of sight, RATE_LIMITED
   */
  async create(viewer: Viewer, spaceId: string): Promise<{ readonly feed: FeedRow; readonly address: string }> {
    const accountId = memberOf(viewer);
    if (!viewer.readableSpaceIds.has(spaceId)) throw AppError.notFound();
    await this.limits.count(MAKING, `account:${accountId}`);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const [feed] = await this.db.write(viewer, async (tx): Promise<FeedRow[]> =>
      tx.query(
        `insert into feed_address (id, account_id, space_id, token_hash, created_at) values ($1, $2, $3, $4, $5)
         on conflict (account_id, space_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at, last_read_on = null
         returning ${COLUMNS}`,
        [uuidv7(), accountId, spaceId, hashToken(token), this.clock.now()],
      ),
    );
    if (feed === undefined) throw AppError.notFound();
    return { feed, address: `${this.config.publicUrl}/feed/${token}` };
  }

  /** @throws {AppError} UNAUTHENTICATED; NOT_FOUND for what is not the viewer's own. */
  async revoke(viewer: Viewer, id: string): Promise<void> {
    if (viewer.accountId === null) throw AppError.unauthenticated();
    const [gone] = await this.db.write(viewer, async (tx): Promise<[readonly unknown[], number]> =>
      tx.query('delete from feed_address where id = $1 and account_id = $2 returning id', [id, viewer.accountId]),
    );
    if (gone.length === 0) throw AppError.notFound();
  }

  async byToken(token: string): Promise<FeedRow | null> {
    const [row] = await this.db.hotQuery<FeedRow>(`select ${COLUMNS} from feed_address where token_hash = $1`, [hashToken(token)]);
    return row ?? null;
  }

  /** Once a day is enough. */
  async noteRead({ id, lastReadOn }: FeedRow): Promise<void> {
    const today = this.clock.now().toISOString().slice(0, 10);
    if (lastReadOn === today) return;
    await this.db.write({ accountId: null }, async (tx) => tx.query('update feed_address set last_read_on = $2 where id = $1', [id, today]));
  }
}
