import { Inject, Injectable } from '@nestjs/common';
import { isCoordinator, type Viewer } from '#access/server';
import { CLOCK, Db, Outbox, Secrets, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { fold } from '../analyser/folding.js';

const SHORTEST = 3;
/** Longer questions are as good as signed, and nobody asks them twice. */
const LONGEST = 80;
/** Fewer people could be recognised by what they ask. */
const LEAST_PEOPLE = 3;
const KEPT_MONTHS = 6;
const MOST_SHOWN = 100;

export interface SearchMiss {
  readonly text: string;
  readonly people: number;
  readonly month: string;
}

/**
 * Questions without an answer, without those who asked. A person is only a keyed fingerprint made anew for each text and
 * month: it tells whether the same one asked again, and links nothing to anything else.
 */
@Injectable()
export class SearchMisses {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) outbox: Outbox,
  ) {
    outbox.schedule({ name: 'search.forgetMisses', cron: '50 3 * * *', run: () => this.forgetOld() });
  }

  /** @param asker any stable name of who asked; not stored. */
  async record(text: string, asker: string): Promise<void> {
    const folded = fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    if (folded.length < SHORTEST || folded.length > LONGEST) return;
    const month = this.clock.now().toISOString().slice(0, 7);
    const fingerprint = this.secrets.fingerprint(`search miss ${month}`, `${folded}\n${asker}`);
    await this.db.write({ accountId: null }, (tx) =>
      tx.query(`insert into search_miss (text, month, asker) values ($1, $2, $3) on conflict do nothing`, [folded, month, fingerprint]),
    );
  }

  /** Newest month first, then what most people missed. For coordinators. */
  async shown(viewer: Viewer): Promise<readonly SearchMiss[]> {
    if (!isCoordinator(viewer)) throw AppError.forbidden();
    return this.db.query<SearchMiss>(
      `select text, month, count(*)::integer as people from search_miss
       group by text, month having count(*) >= $1 order by month desc, people desc, text limit $2`,
      [LEAST_PEOPLE, MOST_SHOWN],
    );
  }

  private async forgetOld(): Promise<void> {
    const now = this.clock.now();
    const oldest = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - KEPT_MONTHS, 1)).toISOString().slice(0, 7);
    await this.db.write({ accountId: null }, (tx) => tx.query(`delete from search_miss where month < $1`, [oldest]));
  }
}
