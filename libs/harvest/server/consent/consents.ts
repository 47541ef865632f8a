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
    const voices = await this.harvests.voicesOf(accountId, [...viewer.readableSpaceIds]);
    const requests = await Promise.all(voices.map(async (voice) => this.of(viewer, voice.tipId)));
    return requests.filter((request) => request !== null);
  }

  /** Null where the viewer was not asked, or no longer reads the space the words were written in. */
  async of(viewer: Viewer, tipId: string): Promise<ConsentRequest | null> {
    const accountId = accountOf(viewer);
    const [voice, harvest] = await Promise.all([this.harvests.voice(tipId, accountId), this.harvests.ofTip(tipId)]);
    if (voice === null || harvest === null || !viewer.readableSpaceIds.has(harvest.fromSpaceId)) return null;
    const passages = (await this.harvests.passages(tipId)).filter((passage) => passage.authorId === accountId);
    return { voice, harvest, passages };
  }

  /** Yes to the words, to their meaning, or no; can be changed later, then the next release of the tip obeys. */
  async answer(viewer: Viewer, tipId: string, consent: Exclude<Consent, 'open'>, wantsCredit: boolean): Promise<ConsentRequest> {
    const accountId = accountOf(viewer);
    const request = await this.of(viewer, tipId);
    if (request === null) throw AppError.notFound();
    const now = this.clock.now();
    await this.db.write(viewer, async (tx) => {
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
}
