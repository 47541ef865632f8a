import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { CLOCK, Db, type Clock } from '#platform/server';
import type { CaseDecision, ReportReason } from '../case/case.enums.js';
import { itemKey, ModeratedKinds } from '../kinds/moderated-kinds.js';
import { OBJECTION_DAYS } from '../objection/objections.js';
import type { OwnDecision, OwnReport } from './own.type.js';

interface DecisionRow {
  readonly caseId: string;
  readonly itemKind: string;
  readonly itemId: string;
  readonly decision: CaseDecision | null;
  readonly reason: ReportReason | null;
  readonly note: string;
  readonly decidedAt: Date | null;
  readonly objectionWords: string | null;
  readonly isObjectionGranted: boolean | null;
  readonly objectionNote: string;
}

interface ReportRow extends Omit<OwnReport, 'title' | 'path'> {
  readonly itemId: string;
}

const DECISIONS = `select c.id as "caseId", c.item_kind as "itemKind", c.item_id as "itemId", c.decision, c.decision_reason as reason, c.decision_note as note,
  c.decided_at as "decidedAt", o.words as "objectionWords", o.is_granted as "isObjectionGranted", coalesce(o.note, '') as "objectionNote"
  from moderation_case c left join moderation_objection o on o.case_id = c.id`;

/** What concerns the viewer, without anybody's name. */
@Injectable()
export class OwnQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ModeratedKinds) private readonly kinds: ModeratedKinds,
  ) {}

  /**
   * Decisions about what the viewer wrote, the newest first; what was only reported and stayed is not among them.
   * An objection that was granted leaves `restore` behind, so it stays in the list.
   */
  async decisions(viewer: Viewer): Promise<readonly OwnDecision[]> {
    const rows = await this.db.query<DecisionRow>(
      `${DECISIONS} where c.author_ids @> array[$1]::uuid[] and (c.decision in ('hide', 'reject', 'restore') or o.case_id is not null or (c.state = 'open' and c.is_held))
       order by coalesce(c.decided_at, c.opened_at) desc, c.id desc limit 100`,
      [accountOf(viewer)],
    );
    return this.shown(viewer, rows);
  }

  /** One decision about what the viewer wrote; null for others' cases. */
  async ofCase(viewer: Viewer, caseId: string): Promise<OwnDecision | null> {
    const rows = await this.db.query<DecisionRow>(`${DECISIONS} where c.id = $2 and c.author_ids @> array[$1]::uuid[]`, [accountOf(viewer), caseId]);
    return (await this.shown(viewer, rows))[0] ?? null;
  }

  /** The newest decision about one item of the viewer's; null for others' items and where there is none. */
  async decisionOn(viewer: Viewer, kind: string, itemId: string): Promise<OwnDecision | null> {
    if (viewer.accountId === null || this.kinds.named(kind) === undefined) return null;
    const rows = await this.db.query<DecisionRow>(
      `${DECISIONS} where c.item_kind = $2 and c.item_id = $3 and c.author_ids @> array[$1]::uuid[]
         and (c.decision in ('hide', 'reject', 'restore') or (c.state = 'open' and c.is_held))
       order by c.opened_at desc limit 1`,
      [viewer.accountId, kind, itemId],
    );
    return (await this.shown(viewer, rows))[0] ?? null;
  }

  async reports(viewer: Viewer): Promise<readonly OwnReport[]> {
    const rows = await this.db.query<ReportRow>(
      `select c.id as "caseId", c.item_kind as "itemKind", c.item_id as "itemId", r.reason, r.created_at as "createdAt", c.decided_at as "decidedAt",
         case when c.state = 'decided' then c.decision in ('hide', 'reject') end as "isRemoved"
       from moderation_report r join moderation_case c on c.id = r.case_id where r.reporter_id = $1 order by r.created_at desc, r.id desc limit 100`,
      [accountOf(viewer)],
    );
    const items = await this.items(viewer, rows);
    return rows.map((row) => ({ ...row, ...nameOf(items, row) }));
  }

  private async shown(viewer: Viewer, rows: readonly DecisionRow[]): Promise<readonly OwnDecision[]> {
    const items = await this.items(viewer, rows);
    return rows.map((row) => {
      const isAway = row.decision === 'hide' || row.decision === 'reject';
      const until = isAway && row.objectionWords === null && row.decidedAt !== null ? new Date(row.decidedAt.getTime() + OBJECTION_DAYS * 86_400_000) : null;
      const viewerCanObject = until !== null && until > this.clock.now();
      return { ...row, ...nameOf(items, row), viewerCanObject, objectUntil: viewerCanObject ? until : null };
    });
  }

  private async items(viewer: Viewer, rows: readonly { readonly itemKind: string; readonly itemId: string }[]) {
    return this.kinds.loadAll(viewer, rows.map(({ itemKind, itemId }) => ({ kind: itemKind, id: itemId })));
  }
}

function nameOf(items: ReadonlyMap<string, { readonly title: string; readonly path: string }>, row: { readonly itemKind: string; readonly itemId: string }) {
  const item = items.get(itemKey(row.itemKind, row.itemId));
  return { title: item?.title ?? null, path: item?.path ?? null };
}
