import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canSeeInside, TipQueries } from '#tips/server';
import type { Viewer } from '#access/server';
import { DiscussionQueries } from '#discussions/server';
import { NoticeKinds, Notices, type NoticeView } from '#notifications/server';
import { Db, Outbox } from '#platform/server';
import { SpaceReaders } from '#spaces/server';
import { HarvestQueries } from './harvest.queries.js';
import type { HarvestRow } from './harvest.row.js';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };

const texts = { de, en };

/** Who is asked, and who is told of the answer. */
@Injectable()
export class HarvestNotices implements OnModuleInit {
  constructor(
    @Inject(Notices) private readonly notices: Notices,
    @Inject(NoticeKinds) kinds: NoticeKinds,
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(SpaceReaders) private readonly readers: SpaceReaders,
    @Inject(HarvestQueries) private readonly harvests: HarvestQueries,
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
    @Inject(TipQueries) private readonly tips: TipQueries,
  ) {
    kinds.register({ kind: 'harvest.asked', category: 'mentions', texts, load: async (viewer, ids) => this.asked(viewer, ids) });
    kinds.register({ kind: 'harvest.reminded', category: 'mentions', texts, load: async (viewer, ids) => this.asked(viewer, ids) });
    kinds.register({ kind: 'harvest.answered', category: 'own', texts, load: async (viewer, ids) => this.answered(viewer, ids) });
  }

  onModuleInit(): void {
    this.outbox.consume({
      name: 'harvest.moved',
      events: ['DiscussionMoved'],
      handle: async (events) => {
        for (const { payload } of events) await this.db.write({ accountId: null }, async (tx) => this.follow(tx, String(payload['discussionId'])));
      },
    });
  }

  /** A discussion lies elsewhere: notices about tips made of it lie there too, and are kept for its readers alone. */
  private async follow(tx: EntityManager, discussionId: string): Promise<void> {
    const harvests: { tipId: string; spaceId: string }[] = await tx.query(
      'select h.tip_id as "tipId", d.space_id as "spaceId" from harvest h join discussion d on d.id = h.discussion_id where d.id = $1',
      [discussionId],
    );
    for (const { tipId, spaceId } of harvests) {
      const group = { kind: 'harvest', id: tipId };
      const told = await this.notices.toldOf(tx, group);
      const staying = new Set(await this.readers.among(tx, spaceId, told));
      const losing = told.filter((id) => !staying.has(id));
      if (losing.length > 0) await this.notices.withdraw(tx, { group, accountIds: losing });
      await this.notices.move(tx, group, spaceId);
    }
  }

  /** Everybody who has a voice and has not answered yet. */
  async ask(tx: EntityManager, { tipId, fromSpaceId, byId }: { readonly tipId: string; readonly fromSpaceId: string; readonly byId: string }): Promise<void> {
    const open: { accountId: string }[] = await tx.query('select account_id as "accountId" from harvest_voice where tip_id = $1 and answered_at is null', [tipId]);
    await this.notices.tell(tx, {
      occasionId: `harvest ${tipId}`,
      kind: 'harvest.asked',
      subjectId: tipId,
      group: { kind: 'harvest', id: tipId },
      spaceId: fromSpaceId,
      actorId: byId,
      to: open.map(({ accountId }) => ({ accountId, reason: 'asked' })),
    });
  }

  /** Those among whom the question still waits for an answer. */
  async remind(tx: EntityManager, tipId: string, accountIds: readonly string[]): Promise<void> {
    await this.notices.tell(tx, {
      occasionId: `harvest ${tipId} reminder`,
      kind: 'harvest.reminded',
      subjectId: tipId,
      group: { kind: 'harvest', id: tipId },
      spaceId: await this.spaceOf(tx, tipId),
      actorId: null,
      to: accountIds.map((accountId) => ({ accountId, reason: 'reminder' })),
    });
  }

  /** The one who asked learns that somebody answered; the question itself is settled. */
  async answer(tx: EntityManager, harvest: HarvestRow, accountId: string, occasionId: string): Promise<void> {
    await this.notices.read(tx, accountId, { kind: 'harvest', id: harvest.tipId });
    if (harvest.madeById === null) return;
    await this.notices.tell(tx, {
      occasionId,
      kind: 'harvest.answered',
      subjectId: harvest.tipId,
      group: { kind: 'harvest', id: harvest.tipId },
      spaceId: await this.spaceOf(tx, harvest.tipId),
      actorId: accountId,
      to: [{ accountId: harvest.madeById, reason: 'ownContent' }],
    });
  }

  /** Where the discussion lies now; once it is gone, where it lay. */
  private async spaceOf(tx: EntityManager, tipId: string): Promise<string | null> {
    const [row]: { spaceId: string }[] = await tx.query(
      'select coalesce(d.space_id, h.from_space_id) as "spaceId" from harvest h left join discussion d on d.id = h.discussion_id where h.tip_id = $1',
      [tipId],
    );
    return row?.spaceId ?? null;
  }

  /** Only what the viewer was asked, and only while the discussion is in sight. */
  private async asked(viewer: Viewer, tipIds: readonly string[]): Promise<ReadonlyMap<string, NoticeView>> {
    if (viewer.accountId === null) return new Map();
    const voices = await this.harvests.voicesOf(viewer.accountId, [...viewer.readableSpaceIds], tipIds);
    return this.views(viewer, voices.map(({ tipId }) => tipId), (tipId) => `/praxistipp-anfrage/${tipId}`);
  }

  private async answered(viewer: Viewer, tipIds: readonly string[]): Promise<ReadonlyMap<string, NoticeView>> {
    const inside = (await this.tips.byIds(viewer, tipIds)).filter((tip) => canSeeInside(viewer, tip));
    return this.views(viewer, inside.map(({ id }) => id), (tipId) => `/tipp/${tipId}/bearbeiten`);
  }

  private async views(viewer: Viewer, tipIds: readonly string[], pathOf: (tipId: string) => string): Promise<ReadonlyMap<string, NoticeView>> {
    const harvests = await this.harvests.ofTips(tipIds);
    const discussions = new Map((await this.discussions.byIds(viewer, harvests.flatMap(({ discussionId }) => discussionId ?? []))).map((row) => [row.id, row]));
    return new Map(
      harvests.flatMap(({ tipId, discussionId }) => {
        const discussion = discussionId === null ? undefined : discussions.get(discussionId);
        return discussion === undefined ? [] : [[tipId, { title: discussion.title, path: pathOf(tipId), spaceId: discussion.spaceId }] as const];
      }),
    );
  }
}
