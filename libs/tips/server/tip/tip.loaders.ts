import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { isMember, type Viewer } from '#access/server';
import { Db, perRequest, type GraphqlContext } from '#platform/server';
import { Audiences, type Audience, type AudienceSubject } from '#spaces/server';
import type { OutlineEntry } from '#text/server';
import { ReaderLinks } from '#threads/server';
import { TOPIC_COLUMNS, type TopicRow } from '#topics/server';
import { WORKING_COPY_COLUMNS, type WorkingCopyRow } from '../draft/draft.queries.js';
import { TipPlaces } from '../settings/tip-places.js';
import type { TipPlace } from './tip.policy.js';
import { TipQueries } from './tip.queries.js';
import { RenderBudget } from './render-budget.js';
import { TipTexts } from './tip.texts.js';
import type { TipRow, Writer } from './tip.row.js';

export interface TipText {
  readonly body: string;
  readonly html: string;
  readonly outline: readonly OutlineEntry[];
}

interface Loaders {
  readonly tip: DataLoader<string, TipRow | null>;
  readonly text: DataLoader<string, TipText>;
  readonly copy: DataLoader<string, WorkingCopyRow | null>;
  readonly place: DataLoader<string, TipPlace>;
  readonly writer: DataLoader<string, Writer | null>;
  readonly topic: DataLoader<string, TopicRow | null>;
  readonly helped: DataLoader<string, boolean>;
  /** Texts as the viewer may follow their links. */
  readonly shownHtml: DataLoader<string, string>;
  readonly shownMarkdown: DataLoader<string, string>;
  readonly openNotes: DataLoader<string, number>;
  readonly audience: DataLoader<AudienceSubject, Audience | null, string>;
  /** Without guests. */
  readonly audienceOfMembers: DataLoader<AudienceSubject, Audience | null, string>;
}

/** Reads beside a list of tips, gathered over one request: their number does not grow with the page. */
@Injectable()
export class TipLoaders {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipPlaces) private readonly places: TipPlaces,
    @Inject(TipTexts) private readonly texts: TipTexts,
    @Inject(RenderBudget) private readonly budget: RenderBudget,
    @Inject(Audiences) private readonly audiences: Audiences,
    @Inject(ReaderLinks) private readonly links: ReaderLinks,
  ) {}

  of(context: GraphqlContext): Loaders {
    return perRequest(context, this, () => this.loadersFor(context.viewer));
  }

  /** Somebody as a byline; nobody where the viewer may not know names. */
  async writer(context: GraphqlContext, accountId: string | null): Promise<Writer | null> {
    return accountId === null ? null : this.of(context).writer.load(accountId);
  }

  async writers(context: GraphqlContext, accountIds: readonly string[]): Promise<readonly Writer[]> {
    const found = await Promise.all(accountIds.map((id) => this.of(context).writer.load(id)));
    return found.filter((writer) => writer !== null);
  }

  async topics(context: GraphqlContext, ids: readonly string[]): Promise<readonly TopicRow[]> {
    const found = await Promise.all(ids.map((id) => this.of(context).topic.load(id)));
    return found.filter((topic) => topic !== null);
  }

  /**
   * The text to show: what is released, or what is being written where nothing is yet. Only for tips the viewer sees.
   */
  async textOf(context: GraphqlContext, tip: TipRow): Promise<TipText> {
    if (tip.revisionNumber > 0) return this.of(context).text.load(tip.id);
    const copy = await this.of(context).copy.load(tip.id);
    const body = copy?.body ?? '';
    this.budget.rendering(context, body);
    const { html, outline } = this.texts.render(body);
    return { body, html, outline };
  }

  private loadersFor(viewer: Viewer): Loaders {
    const batch = <Row>(read: (ids: readonly string[]) => Promise<readonly (Row & { readonly id: string })[]>) =>
      new DataLoader<string, Row | null>(async (ids) => {
        const rows = new Map((await read(ids)).map((row) => [row.id, row]));
        return ids.map((id) => rows.get(id) ?? null);
      });
    return {
      tip: batch((ids) => this.tips.byIds(viewer, ids)),
      text: new DataLoader(async (ids) => {
        const rows = await this.db.query<TipText & { id: string }>('select id, body, html, outline from tip where id = any($1::uuid[])', [ids]);
        const found = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => found.get(id) ?? { body: '', html: '', outline: [] });
      }),
      copy: batch((ids) => this.db.query<WorkingCopyRow & { id: string }>(`select ${WORKING_COPY_COLUMNS}, w.tip_id as id from tip_working_copy w where w.tip_id = any($1::uuid[])`, [ids])),
      place: new DataLoader(async (ids) => this.places.of(viewer, ids)),
      writer: new DataLoader(async (ids) => {
        if (!isMember(viewer)) return ids.map(() => null);
        const rows = await this.db.query<{ id: string; name: string }>('select id, name from account where id = any($1::uuid[]) and deleted_at is null', [ids]);
        const names = new Map(rows.map((row) => [row.id, row.name]));
        return ids.map((id) => ({ accountId: id, name: names.get(id) ?? null }));
      }),
      topic: batch((ids) =>
        this.db.query<TopicRow>(`select ${TOPIC_COLUMNS} from topic where id = any($1::uuid[])`, [ids]),
      ),
      helped: new DataLoader(async (ids) => {
        if (viewer.accountId === null) return ids.map(() => false);
        const rows = await this.db.query<{ id: string }>('select tip_id as id from tip_helped where account_id = $1 and tip_id = any($2::uuid[])', [viewer.accountId, ids]);
        const helped = new Set(rows.map((row) => row.id));
        return ids.map((id) => helped.has(id));
      }),
      audience: new DataLoader(async (subjects) => this.audiences.ofContents(subjects), { cacheKeyFn: subjectKey }),
      audienceOfMembers: new DataLoader(async (subjects) => this.audiences.amongMembers(await this.audiences.ofContents(subjects)), { cacheKeyFn: subjectKey }),
      shownHtml: new DataLoader(async (texts) => this.links.html(viewer, texts)),
      shownMarkdown: new DataLoader(async (texts) => this.links.markdown(viewer, texts)),
      openNotes: new DataLoader(async (ids) => {
        const rows = await this.db.query<{ id: string; count: number }>(
          'select tip_id as id, count(*)::int as count from tip_note where tip_id = any($1::uuid[]) and resolved_at is null group by tip_id',
          [ids],
        );
        const counts = new Map(rows.map((row) => [row.id, row.count]));
        return ids.map((id) => counts.get(id) ?? 0);
      }),
    };
  }
}

/** Things in the same state and place by the same people are seen by the same people. */
function subjectKey({ spaceId, state, authorIds }: AudienceSubject): string {
  return [spaceId, state, ...authorIds].join(' ');
}
