import { assumingState, isMember, toSql, visibleTo, type Viewer } from '#access/server';
import type { Db } from '#platform/server';
import type { FeedEntry } from './feed-sources.js';

/** Where the entries of one kind are read from: parts of one statement, written by the domain and never by a user. */
export interface FeedTable {
  /** First part of the address of a page: `tipp` for `/tipp/<slug>`. */
  readonly place: string;
  /** Table of alias `c` with the columns of every content, its title and its slug; with what is joined to it. */
  readonly from: string;
  /** Further condition, e.g. that it was not merged into another one. */
  readonly where?: string;
  readonly html: string;
  /** Names of its authors in one text; asked for members of the programme alone. */
  readonly authors: string;
  readonly at: string;
  /** The last change that readers should be told. */
  readonly updatedAt: string;
  /** By what the newest are found, where not by `updatedAt`: a column that an index leads by. */
  readonly newestBy?: string;
}

type Row = Omit<FeedEntry, 'path'> & { readonly slug: string };

/** The newest of a space that this viewer may see now, the newest change first; one statement. */
export async function newestOf(db: Db, table: FeedTable, viewer: Viewer, spaceId: string, limit: number): Promise<readonly FeedEntry[]> {
  const { sql, parameters } = toSql(assumingState(visibleTo(viewer), 'published'), 'c', 3);
  const rows = await db.query<Row>(
    `select c.id, c.title, c.slug, ${table.html} as html, ${isMember(viewer) ? table.authors : 'null'} as "authorName", ${table.at} as at, ${table.updatedAt} as "updatedAt"
     from ${table.from} where ${sql} and c.state = 'published' and c.space_id = $1 ${table.where === undefined ? '' : `and ${table.where}`}
     order by ${table.newestBy ?? table.updatedAt} desc, c.id desc limit $2`,
    [spaceId, limit, ...parameters],
  );
  return rows.map(({ slug, ...entry }) => ({ ...entry, path: `/${table.place}/${slug}` }));
}
