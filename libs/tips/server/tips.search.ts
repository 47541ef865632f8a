import { Inject, Injectable } from '@nestjs/common';
import { isMember, type Viewer } from '#access/server';
import { Db, type ConsumedEvent } from '#platform/server';
import { SearchRegistry, type SearchCard, type SearchContribution, type SearchDocument } from '#search/server';
import { TipQueries } from './tip/tip.queries.js';
import type { TipRow } from './tip/tip.row.js';
import { SEARCH_EVENTS } from './tips.outbox.js';

/** An overdue tip may still be right, a retired one is kept for those who look for it by name. */
const STANDING = { current: 1, overdue: 0.7, retired: 0.5 } as const;

interface DocumentRow {
  readonly id: string;
  readonly spaceId: string;
  readonly authorIds: readonly string[];
  readonly topicIds: readonly string[];
  readonly title: string;
  readonly summary: string;
  readonly plainText: string;
  readonly words: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly isRetired: boolean;
  readonly isOverdue: boolean;
}

/** What search knows of tips: released ones alone, for the readers of their space. */
@Injectable()
export class TipsContribution implements SearchContribution {
  readonly kind = 'tip';
  readonly events = SEARCH_EVENTS;

  constructor(
    @Inject(SearchRegistry) registry: SearchRegistry,
    @Inject(Db) private readonly db: Db,
    @Inject(TipQueries) private readonly tips: TipQueries,
  ) {
    registry.contribute(this);
  }

  async idsTouchedBy({ payload }: ConsumedEvent): Promise<readonly string[]> {
    const { tipId, topicId } = payload;
    if (typeof tipId === 'string') return [tipId];
    if (typeof topicId !== 'string') return [];
    const rows = await this.db.query<{ id: string }>(`select id from tip where topic_ids @> array[$1]::uuid[] and state in ('published', 'retired')`, [topicId]);
    return rows.map((row) => row.id);
  }

  async loadDocuments(ids: readonly string[]): Promise<readonly SearchDocument[]> {
    const rows = await this.db.query<DocumentRow>(
      `select t.id, t.space_id as "spaceId", t.author_ids as "authorIds", t.topic_ids as "topicIds", t.title, t.summary, t.plain_text as "plainText",
         array(select word from topic k cross join lateral unnest(array_prepend(k.name, k.synonyms)) word where k.id = any(t.topic_ids)) as words,
         t.published_at as "createdAt", t.revised_at as "updatedAt", t.state = 'retired' as "isRetired", coalesce(t.check_due_on < $2::date, false) as "isOverdue"
       from tip t where t.id = any($1::uuid[]) and t.state in ('published', 'retired')`,
      [ids, this.tips.today()],
    );
    return rows.map(documentOf);
  }

  async allIds(): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(`select id from tip where state in ('published', 'retired') order by id`);
    return rows.map((row) => row.id);
  }

  async loadCards(viewer: Viewer, ids: readonly string[]): Promise<readonly SearchCard[]> {
    const rows = await this.tips.releasedWithText(viewer, ids);
    const today = this.tips.today();
    return rows
      .map((row) => ({
        id: row.id,
        kind: 'tip',
        title: row.title,
        text: [row.summary, row.plainText].filter((part) => part !== '').join('\n'),
        path: `/tipp/${row.slug}`,
        spaceId: row.spaceId,
        // Who wrote what is told to members of the programme only.
        authorIds: isMember(viewer) ? row.authorIds : [],
        topicIds: row.topicIds,
        updatedAt: row.revisedAt,
        state: stateOf(row, today),
      }));
  }
}

function stateOf(row: Pick<TipRow, 'state' | 'checkDueOn'>, today: string): SearchCard['state'] {
  if (row.state === 'retired') return 'retired';
  return row.checkDueOn !== null && row.checkDueOn < today ? 'overdue' : 'current';
}

function documentOf(row: DocumentRow): SearchDocument {
  const standing = row.isRetired ? STANDING.retired : row.isOverdue ? STANDING.overdue : STANDING.current;
  return {
    id: row.id,
    kind: 'tip',
    audience: row.spaceId,
    spaceId: row.spaceId,
    authorIds: row.authorIds,
    topicIds: row.topicIds,
    title: row.title,
    body: [row.summary, row.plainText].filter((part) => part !== '').join('\n'),
    keywords: row.words,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    standing,
  };
}
