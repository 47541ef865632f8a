import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Audit, Db } from '#platform/server';
import { AppError } from '#platform/shared';
import { TipGate } from '../tip/tip.gate.js';
import { canKeepSpaceTips, canPublishIn, canWrite } from '../tip/tip.policy.js';
import { TipPlaces } from './tip-places.js';
import type { SaveTipSettingsInput, TipSettings, TipTemplateSection } from './tip-settings.type.js';

/** What a practice tip of a programme usually needs; a beginning, moderators change it as they like. */
const PROPOSED: readonly TipTemplateSection[] = [
  { title: 'Ausgangslage', help: 'Wo standen Sie, und was sollte sich ändern?' },
  { title: 'Vorgehen', help: 'Was haben Sie getan, in welcher Reihenfolge?' },
  { title: 'Aufwand', help: 'Zeit, Geld und Menschen, die es gebraucht hat.' },
  { title: 'Stolpersteine', help: 'Was ging schief, und wie lässt es sich vermeiden?' },
  { title: 'Rechtliches', help: 'Welche Vorschriften und Beschlüsse sind zu beachten?' },
  { title: 'Vorlagen', help: 'Muster, Listen und Texte zum Übernehmen.' },
  { title: 'Kontakt', help: 'Wer gibt gern Auskunft?' },
];

/** How a space keeps its tips. */
@Injectable()
export class TipSettingsService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(TipGate) private readonly gate: TipGate,
    @Inject(TipPlaces) private readonly places: TipPlaces,
  ) {}

  async of(viewer: Viewer, spaceId: string): Promise<TipSettings> {
    if (!viewer.readableSpaceIds.has(spaceId)) throw AppError.notFound();
    const [settings] = await this.ofAll(viewer, [spaceId]);
    if (settings === undefined) throw AppError.notFound();
    return settings;
  }

  /** In the order of the ids, all of them readable for the viewer. */
  async ofAll(viewer: Viewer, spaceIds: readonly string[]): Promise<readonly TipSettings[]> {
    const [places, rows] = await Promise.all([
      this.places.of(viewer, spaceIds),
      this.db.query<{ spaceId: string; version: number; template: readonly TipTemplateSection[] | null }>(
        'select space_id as "spaceId", version, template from tip_settings where space_id = any($1::uuid[])',
        [spaceIds],
      ),
    ]);
    return places.map((place) => {
      const viewerCanPublish = canPublishIn(viewer, place);
      const row = rows.find(({ spaceId }) => spaceId === place.spaceId);
      return {
        spaceId: place.spaceId,
        version: row?.version ?? 0,
        isReviewNeeded: place.isReviewNeeded,
        checkAfterMonths: place.checkAfterMonths,
        template: row?.template ?? null,
        proposedTemplate: PROPOSED,
        viewerCanWrite: canWrite(viewer, place),
        viewerCanPublish,
        viewerCanImport: viewerCanPublish,
        viewerCanChange: canKeepSpaceTips(viewer, place),
      };
    });
  }

  /** @throws {AppError} CONFLICT `tip.settingsStale` where somebody else changed them in the meantime. */
  async save(viewer: Viewer, input: SaveTipSettingsInput): Promise<void> {
    await this.gate.admitToSpace(viewer, input.spaceId, canKeepSpaceTips);
    await this.db.write(viewer, async (tx) => {
      // Before the first change there is no row that could be locked.
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`tip-settings ${input.spaceId}`]);
      const [present]: readonly { readonly version: number }[] = await tx.query('select version from tip_settings where space_id = $1', [input.spaceId]);
      const version = present?.version ?? 0;
      if (version !== input.baseVersion) throw AppError.conflict('tip.settingsStale', { version });
      const sections = input.template?.map(({ title, help }) => ({ title, help }));
      const template = sections === undefined ? null : JSON.stringify(sections);
      await tx.query(
        `insert into tip_settings (space_id, is_review_needed, check_after_months, template) values ($1, $2, $3, $4)
         on conflict (space_id) do update set is_review_needed = excluded.is_review_needed,
           check_after_months = excluded.check_after_months, template = excluded.template, version = tip_settings.version + 1`,
        [input.spaceId, input.isReviewNeeded, input.checkAfterMonths, template],
      );
      await this.audit.record(tx, viewer, {
        act: 'tips.settingsChanged', subjectKind: 'space', subjectId: input.spaceId, spaceId: input.spaceId, details: { isReviewNeeded: input.isReviewNeeded },
      });
    });
  }
}
