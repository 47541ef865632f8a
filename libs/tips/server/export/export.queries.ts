import { Inject, Injectable } from '@nestjs/common';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { Db } from '#platform/server';
import { exportedText } from '#text/server';
import { ReaderLinks } from '#threads/server';

export interface ExportedTip {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly state: string;
  readonly sourceKey: string | null;
  readonly checkDueOn: string | null;
  readonly publishedAt: Date | null;
  readonly revisedAt: Date | null;
  readonly topics: readonly string[];
  readonly authors: readonly string[];
}

const PAGE = 100;

const COLUMNS = `t.id, t.slug, t.title, t.summary, t.body, t.state, t.source_key as "sourceKey", t.check_due_on::text as "checkDueOn",
  t.published_at as "publishedAt", t.revised_at as "revisedAt",
  array(select k.name from topic k where k.id = any(t.topic_ids) order by k.name collate "de-x-icu") as topics,
  array(select a.name from unnest(t.author_ids) with ordinality w(id, place) join account a on a.id = w.id where a.deleted_at is null order by w.place) as authors`;

/** Released tips with their Markdown, page by page. */
@Injectable()
export class ExportQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReaderLinks) private readonly links: ReaderLinks,
  ) {}

  /** Everything released in a space, in the order it was written. */
  async *ofSpace(viewer: Viewer, spaceId: string): AsyncGenerator<readonly ExportedTip[]> {
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 4);
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const page = await this.db.query<ExportedTip>(
        `select ${COLUMNS} from tip t where t.space_id = $1 and t.id > $2::uuid and t.state in ('published', 'retired') and ${sql} order by t.id limit $3`,
        [spaceId, after, PAGE, ...parameters],
      );
      if (page.length > 0) yield await this.shown(viewer, page);
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      after = last.id;
    }
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<readonly ExportedTip[]> {
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 2);
    return this.shown(viewer, await this.db.query<ExportedTip>(`select ${COLUMNS} from tip t where t.id = any($1::uuid[]) and ${sql}`, [ids, ...parameters]));
  }

  /** What somebody takes along may go on to others: no addresses of what they do not see themselves. */
  private async shown(viewer: Viewer, tips: readonly ExportedTip[]): Promise<readonly ExportedTip[]> {
    const bodies = await this.links.markdown(viewer, tips.map(({ body }) => body));
    return tips.map((tip, at) => ({ ...tip, body: bodies[at] ?? '' }));
  }
}

/** Where a tip lies in an archive: where it came from, else by its address. */
export function pathOf(tip: ExportedTip): string {
  return tip.sourceKey ?? `${tip.slug}.md`;
}

/** The file that an import reads back to the same tip. */
export function fileOf(tip: ExportedTip): string {
  return exportedText(
    {
      title: tip.title,
      id: tip.id,
      summary: tip.summary === '' ? undefined : tip.summary,
      topics: tip.topics.length === 0 ? undefined : [...tip.topics],
      authors: [...tip.authors],
      published: tip.publishedAt?.toISOString(),
      revised: tip.revisedAt?.toISOString(),
      checkDueOn: tip.checkDueOn ?? undefined,
      state: tip.state === 'retired' ? 'retired' : undefined,
    },
    tip.body,
  );
}
