import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { Db, type Emit } from '#platform/server';
import { NoticeKinds, Notices, type NoticeReason, type NoticeView } from '#notifications/server';
import { asJudge, inItsSpace } from './case/case.policy.js';
import { CaseQueries } from './case/case.queries.js';
import { JUDGES } from './case/case.row.js';
import { itemKey, ModeratedKinds } from './kinds/moderated-kinds.js';
import { moderationEvents } from './moderation.outbox.js';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };

const texts = { de, en };

/** A happening about a case, as it is told. */
export interface CaseHappening {
  readonly occasionId: string;
  readonly caseId: string;
  readonly spaceId: string;
  /** Whoever did it; not told to authors and reporters, who deal with the moderation as a whole. */
  readonly byId: string | null;
}

/**
 * Who is told of what. Moderators of reports, held items and objections; authors of decisions about what they wrote;
 * reporters of what became of their report; people of measures. Names of moderators and reporters are told to neither side.
 * Some of it reaches people who do not read the space (any more): no space bars it then, but the mails about it let out no
 * more than others of that space.
 */
@Injectable()
export class ModerationNotices implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(NoticeKinds) private readonly kinds: NoticeKinds,
    @Inject(ModeratedKinds) private readonly items: ModeratedKinds,
    @Inject(CaseQueries) private readonly cases: CaseQueries,
  ) {}

  onModuleInit(): void {
    const forJudges = async (viewer: Viewer, ids: readonly string[]) => this.viewsForJudges(viewer, ids);
    this.kinds.register({ kind: 'moderation.waiting', category: 'moderation', texts, load: forJudges });
    this.kinds.register({ kind: 'moderation.objection', category: 'moderation', texts, load: forJudges });
    this.kinds.register({ kind: 'moderation.decided', category: 'moderation', texts, load: async (viewer, ids) => this.viewsForAuthors(viewer, ids) });
    this.kinds.register({ kind: 'moderation.objectionDecided', category: 'moderation', texts, load: async (viewer, ids) => this.viewsForAuthors(viewer, ids) });
    this.kinds.register({ kind: 'moderation.reportDecided', category: 'moderation', texts, load: async (viewer, ids) => this.viewsForReporters(viewer, ids) });
    const ofMeasure = async (viewer: Viewer, ids: readonly string[]) => this.viewsOfMeasures(viewer, ids);
    this.kinds.register({ kind: 'moderation.measure', category: 'moderation', texts, load: ofMeasure });
    this.kinds.register({ kind: 'moderation.measureEnded', category: 'moderation', texts, load: ofMeasure });
  }

  /** Something waits: to the moderators of the space, but for whoever wrote it; to the coordination where none of them may decide. */
  async tellJudges(tx: EntityManager, kind: 'waiting' | 'objection', happening: CaseHappening): Promise<void> {
    const judges: { accountId: string }[] = await tx.query(
      `select judge.account_id as "accountId" from moderation_case c cross join lateral (${JUDGES}) judge where c.id = $1`,
      [happening.caseId],
    );
    const coordinators: { accountId: string }[] =
      judges.length > 0 ? [] : await tx.query(`select id as "accountId" from account where 'coordinator' = any(site_roles) and standing = 'approved' and deleted_at is null`);
    const to = [
      ...judges.map(({ accountId }) => ({ accountId, reason: 'moderates' as NoticeReason })),
      ...coordinators.map(({ accountId }) => ({ accountId, reason: 'coordinates' as NoticeReason })),
    ];
    // The coordination is told of a space it may not read yet; what it is shown there is its name for coordinators alone.
    await this.tell(tx, `moderation.${kind}`, happening, to, judges.length > 0 ? happening.spaceId : null);
  }

  async tellAuthors(tx: EntityManager, kind: 'decided' | 'objectionDecided', happening: CaseHappening, authorIds: readonly string[]): Promise<void> {
    // Of several authors one has objected; the others hear of it as of their text.
    const objectors: { id: string }[] = kind === 'decided' ? [] : await tx.query(`select actor_id as id from moderation_act where case_id = $1 and act = 'objected'`, [happening.caseId]);
    const reasonOf = (accountId: string): NoticeReason => (objectors.some(({ id }) => id === accountId) ? 'objected' : 'ownContent');
    await this.tell(tx, `moderation.${kind}`, happening, authorIds.map((accountId) => ({ accountId, reason: reasonOf(accountId) })), null);
  }

  /** Members by a notice; guests, who have no notice centre, by a mail. */
  async tellReporters(tx: EntityManager, emit: Emit, happening: CaseHappening): Promise<void> {
    const reporters: { accountId: string }[] = await tx.query(
      'select reporter_id as "accountId" from moderation_report where case_id = $1 and reporter_id is not null', [happening.caseId],
    );
    await this.tell(tx, 'moderation.reportDecided', happening, reporters.map(({ accountId }) => ({ accountId, reason: 'reported' })), null);
    const guests: { id: string }[] = await tx.query('select id from moderation_report where case_id = $1 and guest_address is not null', [happening.caseId]);
    for (const { id } of guests) emit(moderationEvents.guestReportDecided({ reportId: id, caseId: happening.caseId }));
  }

  async tellMeasure(tx: EntityManager, kind: 'measure' | 'measureEnded', occasionId: string, measureId: string, accountId: string): Promise<void> {
    await this.notices.tell(tx, {
      occasionId, kind: `moderation.${kind}`, subjectId: measureId, group: { kind: 'measure', id: measureId },
      // Who is shut out of the space must hear of it all the same.
      spaceId: null, actorId: null, to: [{ accountId, reason: 'membership' }],
    });
  }

  /** Decided or withdrawn: nobody needs to be called to it any more. */
  async callOff(tx: EntityManager, caseId: string): Promise<void> {
    await this.notices.withdraw(tx, { subjectIds: [caseId], kinds: ['moderation.waiting', 'moderation.objection'] });
  }

  private async tell(tx: EntityManager, kind: string, { occasionId, caseId, byId }: CaseHappening, to: readonly { accountId: string; reason: NoticeReason }[], spaceId: string | null): Promise<void> {
    await this.notices.tell(tx, {
      occasionId, kind, subjectId: caseId, group: { kind: 'case', id: caseId }, spaceId, actorId: null,
      to: to.filter(({ accountId }) => accountId !== byId),
    });
  }

  private async viewsForJudges(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, NoticeView>> {
    const rows = await this.cases.byIds(viewer, ids);
    const views = new Map<string, NoticeView>();
    const items = await this.items.loadAll(asJudge(viewer, ...rows), rows.map(({ itemKind, itemId }) => ({ kind: itemKind, id: itemId })));
    for (const row of rows) {
      const item = inItsSpace(row, items.get(itemKey(row.itemKind, row.itemId)));
      if (item === null) continue;
      const spaceId = viewer.moderatedSpaceIds.has(row.spaceId) ? row.spaceId : null;
      views.set(row.id, { title: item.title, path: `/moderation?fall=${row.id}`, spaceId, mailSpaceId: row.spaceId });
    }
    const waiting = await this.cases.withoutModerator(viewer);
    if (waiting.length === 0) return views;
    const closed = await this.db.query<{ id: string; spaceId: string }>('select id, space_id as "spaceId" from moderation_case where id = any($1::uuid[])', [ids.filter((id) => !views.has(id))]);
    for (const { id, spaceId } of closed) {
      const space = waiting.find((one) => one.spaceId === spaceId);
      if (space !== undefined) views.set(id, { title: space.spaceName, path: '/moderation', spaceId: null, mailSpaceId: spaceId });
    }
    return views;
  }

  private async viewsForAuthors(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, NoticeView>> {
    return this.views(viewer, ids, 'c.author_ids @> array[$2]::uuid[]');
  }

  private async viewsForReporters(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, NoticeView>> {
    return this.views(viewer, ids, 'exists (select from moderation_report r where r.case_id = c.id and r.reporter_id = $2)');
  }

  /** The title only to who sees the item now; that something was decided is theirs to know in any case. */
  private async views(viewer: Viewer, ids: readonly string[], condition: string): Promise<ReadonlyMap<string, NoticeView>> {
    if (viewer.accountId === null) return new Map();
    const rows = await this.db.query<{ id: string; itemKind: string; itemId: string; spaceId: string }>(
      `select c.id, c.item_kind as "itemKind", c.item_id as "itemId", c.space_id as "spaceId" from moderation_case c where c.id = any($1::uuid[]) and ${condition}`,
      [ids, viewer.accountId],
    );
    const items = await this.items.loadAll(viewer, rows.map(({ itemKind, itemId }) => ({ kind: itemKind, id: itemId })));
    const unnamed = texts[viewer.locale]['notices.moderation.untitled'];
    return new Map(
      rows.map((row) => {
        const item = items.get(itemKey(row.itemKind, row.itemId));
        return [row.id, { title: item?.title ?? unnamed, path: `/meldungen#${row.id}`, spaceId: null, mailSpaceId: item?.spaceId ?? row.spaceId }];
      }),
    );
  }

  private async viewsOfMeasures(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, NoticeView>> {
    const rows = await this.db.query<{ id: string; spaceId: string; spaceName: string; reason: string }>(
      'select id, space_id as "spaceId", space_name as "spaceName", reason from moderation_measure where id = any($1::uuid[]) and account_id = $2',
      [ids, viewer.accountId],
    );
    return new Map(rows.map((row) => [row.id, { title: row.spaceName, text: row.reason, path: `/meldungen#${row.id}`, spaceId: null, mailSpaceId: row.spaceId }]));
  }
}
