import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { HarvestNotices } from '../harvest.notices.js';
import { HarvestQueries } from '../harvest.queries.js';
import type { Consent, HarvestRow, PassageRow, VoiceRow } from '../harvest.row.js';

/** What somebody is asked: their own words, and what for. */
export interface ConsentRequest {
  readonly voice: VoiceRow;
  readonly harvest: HarvestRow;
  /** The viewer's own alone. */
  readonly passages: readonly PassageRow[];
}

/** Asking people for their words. */
@Injectable()
export class Consents {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(HarvestQueries) private readonly harvests: HarvestQueries,
    @Inject(HarvestNotices) private readonly notices: HarvestNotices,
  ) {}

  /** What the viewer was asked from spaces they still read, the newest first. */
  async mine(viewer: Viewer): Promise<readonly ConsentRequest[]> {
    const accountId = accountOf(viewer);
    return this.requests(accountId, await this.harvests.voicesOf(accountId, [...viewer.readableSpaceIds]));
  }

  /** Null where the viewer was not asked, or does not read the space the words lie in now. */
  async of(viewer: Viewer, tipId: string): Promise<ConsentRequest | null> {
    const accountId = accountOf(viewer);
    const [request] = await this.requests(accountId, await this.harvests.voicesOf(accountId, [...viewer.readableSpaceIds], [tipId]));
    return request ?? null;
  }

  /** Yes to the words, to their meaning, or no; can be changed later, then the next release of the tip obeys. */
  async answer(viewer: Viewer, tipId: string, consent: Exclude<Consent, 'open'>, wantsCredit: boolean): Promise<ConsentRequest> {
    const accountId = accountOf(viewer);
    const request = await this.of(viewer, tipId);
    if (request === null) throw AppError.notFound();
    const now = this.clock.now();
    await this.db.write(viewer, async (tx) => {
      await this.harvests.lock(tx, tipId);
      const [changed]: [readonly unknown[], number] = await tx.query(
        `update harvest_voice set consent = $3, wants_credit = $4, answered_at = $5
         where tip_id = $1 and account_id = $2 and (consent, wants_credit) is distinct from ($3::text, $4::boolean) returning tip_id`,
        [tipId, accountId, consent, wantsCredit && consent !== 'no', now],
      );
      if (changed.length > 0) await this.notices.answer(tx, request.harvest, accountId, `harvest ${tipId} answer ${accountId} ${now.getTime()}`);
    });
    const answered = await this.of(viewer, tipId);
    if (answered === null) throw AppError.notFound();
    return answered;
  }

  /** Three statements, however many there are. */
  private async requests(accountId: string, voices: readonly VoiceRow[]): Promise<readonly ConsentRequest[]> {
    const tipIds = voices.map(({ tipId }) => tipId);
    const [rows, passages] = await Promise.all([this.harvests.ofTips(tipIds), this.harvests.passagesOf(tipIds)]);
    const harvests = new Map(rows.map((harvest) => [harvest.tipId, harvest]));
    return voices.flatMap((voice): readonly ConsentRequest[] => {
      const harvest = harvests.get(voice.tipId);
      return harvest === undefined ? [] : [{ voice, harvest, passages: passages.filter((passage) => passage.tipId === voice.tipId && passage.authorId === accountId) }];
    });
  }
}
