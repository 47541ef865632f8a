import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { audienceChanged, changedMeanwhile, ModeratedKinds, type ModeratedItem, type ModeratedKind, type ModerationAct } from '#moderation/server';
import { Db, type Emit } from '#platform/server';
import { ReaderLinks } from '#threads/server';
import { TipHiding } from './tip/tip-hiding.js';
import { TipQueries } from './tip/tip.queries.js';
import type { TipRow } from './tip/tip.row.js';

interface ModeratedRow extends Pick<ModeratedItem, 'id' | 'spaceId' | 'authorIds' | 'state' | 'title' | 'html'> {
  readonly slug: string;
  readonly plainText: string;
  readonly revisedAt: Date;
}

/**
 * Tips as moderation sees them. Nothing of them is held: where the gate would hold, the tip has to be handed in for the
 * look that spaces can want of every tip.
 */
@Injectable()
export class TipsModeration implements ModeratedKind {
  readonly kind = 'tip';

  constructor(
    @Inject(ModeratedKinds) kinds: ModeratedKinds,
    @Inject(Db) private readonly db: Db,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipHiding) private readonly hiding: TipHiding,
    @Inject(ReaderLinks) private readonly links: ReaderLinks,
  ) {
    kinds.register(this);
  }

  async load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ModeratedItem>> {
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 2);
    const rows = await this.db.query<ModeratedRow>(
      `select t.id, t.space_id as "spaceId", t.author_ids as "authorIds", t.state, t.title, t.slug, t.html, t.plain_text as "plainText", t.revised_at as "revisedAt"
       from tip t where t.id = any($1::uuid[]) and ${sql}`,
      [ids, ...parameters],
    );
    const shown = await this.links.shownIn(viewer, rows);
    return new Map(shown.map(({ slug, plainText, revisedAt, ...row }) => [row.id, { ...row, path: `/tipp/${slug}`, text: plainText, writtenAt: revisedAt, context: null }]));
  }

  async hide(tx: EntityManager, emit: Emit, { id, viewer, reason }: ModerationAct): Promise<void> {
    await this.hiding.hide(tx, emit, viewer, await this.locked(tx, viewer, id, ['published', 'retired']), reason);
  }

  /** As by the tip's own page: not without the number of those who would see it. */
  async restore(tx: EntityManager, emit: Emit, { id, viewer, confirmAudience = null }: ModerationAct): Promise<void> {
    const tip = await this.locked(tx, viewer, id, ['hidden']);
    const readers = await this.hiding.readersAgain(tx, tip);
    if (readers !== null && confirmAudience !== readers) throw audienceChanged(readers);
    await this.hiding.show(tx, emit, viewer, tip);
  }

  private async locked(tx: EntityManager, viewer: Viewer, id: string, states: readonly TipRow['state'][]): Promise<TipRow> {
    const tip = await this.tips.lock(tx, viewer, id);
    if (tip === null || !states.includes(tip.state)) throw changedMeanwhile();
    return tip;
  }
}
