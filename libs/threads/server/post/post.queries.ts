import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { Db } from '#platform/server';
import { ReaderLinks } from '../link/reader-links.js';
import { threadAsJson, ThreadQueries } from '../thread/thread.queries.js';
import { threadFromJson, type BoundSql, type ThreadJson, type ThreadRow, type ThreadStanding } from '../thread/thread.row.js';
import { asSeenBy, postColumns, type PostRow, type StoredPost } from './post.row.js';
import type { WindowDirection } from './post.type.js';

export interface WindowRequest {
  readonly from: number;
  readonly first: number;
  readonly direction: WindowDirection;
}

export interface Window {
  readonly nodes: readonly PostRow[];
  readonly from: number | null;
  readonly to: number | null;
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

/** Places of a thread, the first and the last, that posts may have left. */
export interface FormerPlace {
  readonly threadId: string;
  readonly position: number;
  readonly to: number;
}

/** A post with the thread it stands in, both seen by the viewer. */
export interface PlacedPost {
  readonly post: PostRow;
  readonly thread: ThreadRow;
}

/** The same for a change, both locked. */
export interface PostForChange {
  readonly post: PostRow;
  readonly thread: ThreadStanding;
  readonly body: string;
}

/** As stored, with its thread; null where the viewer does not see that. */
export type FoundPost = StoredPost & { readonly thread: ThreadJson | null };

/** Held posts that one look shows. */
const HELD = 50;
/** Of a row of moved posts so many may be out of sight before one that leads on. */
const MOVED_LOOKED_AT = 20;

/** Every read of posts; each starts from what the viewer may see, of the thread and of the post. */
@Injectable()
export class PostQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ThreadQueries) private readonly threads: ThreadQueries,
    @Inject(ReaderLinks) private readonly links: ReaderLinks,
  ) {}

  /** A stretch of a thread that the viewer sees; one statement, as dear in a thread of ten thousand posts as of twenty. */
  async window(viewer: Viewer, thread: ThreadRow, { from, first, direction }: WindowRequest): Promise<Window> {
    if (thread.lastPosition === 0) return { nodes: [], from: null, to: null, hasEarlier: false, hasLater: false };
    const isForward = direction === 'forward';
    const columns = postColumns(viewer, 4);
    const seen = toSql(visibleTo(viewer), 'p', 4 + columns.parameters.length);
    const stored = await this.db.hotQuery<StoredPost>(
      `select ${columns.sql} from post p where p.thread_id = $1 and p.position ${isForward ? '>=' : '<='} $2 and ${seen.sql}
       order by p.position ${isForward ? 'asc' : 'desc'} limit $3`,
      [thread.id, from, first + 1, ...columns.parameters, ...seen.parameters],
    );
    const rows = await this.links.shownIn(viewer, stored.slice(0, first).map((row) => asSeenBy(viewer, thread, row)));
    const goesOn = stored.length > first;
    const nodes = isForward ? rows : rows.toReversed();
    const firstPosition = nodes[0]?.position ?? null;
    const lastPosition = nodes.at(-1)?.position ?? null;
    // What lies on the other side of the starting point; only a hidden first or last post makes this say yes too often.
    const hasEarlier = isForward ? (firstPosition ?? Math.min(from, thread.lastPosition + 1)) > 1 : goesOn;
    const hasLater = isForward ? goesOn : (lastPosition ?? from) < thread.lastPosition;
    return { nodes, from: firstPosition, to: lastPosition, hasEarlier, hasLater };
  }

  async byId(viewer: Viewer, id: string): Promise<PlacedPost | null> {
    const { sql, parameters } = this.one(viewer, id);
    const [found] = await this.db.hotQuery<FoundPost>(sql, parameters);
    return this.shown(viewer, found);
  }

  /** A post as it is stored by `tx`, for {@link shown} after the commit; undefined where the viewer does not see it. */
  async find(tx: EntityManager, viewer: Viewer, id: string): Promise<FoundPost | undefined> {
    const { sql, parameters } = this.one(viewer, id);
    const [found]: readonly FoundPost[] = await tx.query(sql, [...parameters]);
    return found;
  }

  /** Outside of transactions: what it links to is looked up. */
  async shown(viewer: Viewer, found: FoundPost | undefined): Promise<PlacedPost | null> {
    if (found === undefined || found.thread === null) return null;
    const thread = threadFromJson(found.thread);
    const [post] = await this.links.shownIn(viewer, [asSeenBy(viewer, thread, found)]);
    return post === undefined ? null : { post, thread };
  }

  /** Those the viewer may see, in no certain order; two statements. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<readonly PlacedPost[]> {
    return this.placed(viewer, 'p.id = any($1::uuid[])', [ids]);
  }

  /** Held posts of threads that the viewer sees: own ones, all for moderators; of each thread the oldest first. */
  async held(viewer: Viewer, threads: readonly ThreadRow[]): Promise<readonly PostRow[]> {
    if (viewer.accountId === null) return [];
    const columns = postColumns(viewer, 2);
    const seen = toSql(visibleTo(viewer), 'p', 2 + columns.parameters.length);
    const stored = await this.db.query<StoredPost>(
      `select ${columns.sql} from unnest($1::uuid[]) asked(id)
       cross join lateral (select p.* from post p
         where p.thread_id = asked.id and p.state = 'review' and p.position is null and p.deleted_at is null and ${seen.sql} order by p.created_at limit ${HELD}) p
       order by p.created_at`,
      [threads.map(({ id }) => id), ...columns.parameters, ...seen.parameters],
    );
    const byId = new Map(threads.map((thread) => [thread.id, thread]));
    return stored.flatMap((row) => {
      const thread = byId.get(row.threadId);
      return thread === undefined ? [] : [asSeenBy(viewer, thread, row)];
    });
  }

  /** The first words of subjects; of none where there is none in its thread or it is out of sight. */
  async openings(viewer: Viewer, threadIds: readonly string[]): Promise<readonly PostRow[]> {
    const placed = await this.placed(viewer, 'p.thread_id = any($1::uuid[]) and p.is_opening', [threadIds]);
    return placed.map(({ post }) => post);
  }

  /** Where the first post went of those that once stood at these places; null where none was moved from there, or all are out of sight. */
  async movedFrom(viewer: Viewer, places: readonly FormerPlace[]): Promise<readonly (PostRow | null)[]> {
    const moved = await this.db.hotQuery<{ place: number; postId: string }>(
      `select asked.place::int as place, m.post_id as "postId" from unnest($1::uuid[], $2::int[], $3::int[]) with ordinality asked(thread_id, position, last, place)
       cross join lateral (
         select post_id, position from post_moved where thread_id = asked.thread_id and position between asked.position and asked.last order by position limit ${MOVED_LOOKED_AT}
       ) m order by place, m.position`,
      [places.map(({ threadId }) => threadId), places.map(({ position }) => position), places.map(({ to }) => to)],
    );
    const posts = moved.length === 0 ? [] : await this.byIds(viewer, [...new Set(moved.map(({ postId }) => postId))]);
    const seen = new Map(posts.map(({ post }) => [post.id, post]));
    const byPlace = Map.groupBy(moved, ({ place }) => place);
    return places.map((_, index) => byPlace.get(index + 1)?.flatMap(({ postId }) => seen.get(postId) ?? [])[0] ?? null);
  }

  /** The Markdown of posts, by id; the caller has made sure that the viewer may read it. */
  async bodies(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ id: string; body: string }>('select id, body from post where id = any($1::uuid[])', [ids]);
    return new Map(rows.map(({ id, body }) => [id, body]));
  }

  /** For a change: thread and post locked, in this order everywhere, and only where the viewer sees both now. */
  async lock(tx: EntityManager, viewer: Viewer, id: string): Promise<PostForChange | null> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const [at]: { threadId: string }[] = await tx.query('select thread_id as "threadId" from post where id = $1', [id]);
      const thread = at === undefined ? null : await this.threads.lock(tx, viewer, at.threadId);
      if (thread === null) return null;
      const columns = postColumns(viewer, 2);
      const seen = toSql(visibleTo(viewer), 'p', 2 + columns.parameters.length);
      const [stored]: (StoredPost & { readonly body: string })[] = await tx.query(
        `select ${columns.sql}, p.body from post p where p.id = $1 and ${seen.sql} for no key update of p`,
        [id, ...columns.parameters, ...seen.parameters],
      );
      if (stored === undefined) return null;
      // Moved while we waited for the lock of where it was.
      if (stored.threadId === thread.id) return { thread, post: asSeenBy(viewer, thread, stored), body: stored.body };
    }
    return null;
  }

  private one(viewer: Viewer, id: string): BoundSql {
    const columns = postColumns(viewer, 2);
    const seen = toSql(visibleTo(viewer), 'p', 2 + columns.parameters.length);
    const around = threadAsJson(viewer, 'p.thread_id', 2 + columns.parameters.length + seen.parameters.length);
    return {
      sql: `select ${columns.sql}, ${around.sql} as thread from post p where p.id = $1 and ${seen.sql}`,
      parameters: [id, ...columns.parameters, ...seen.parameters, ...around.parameters],
    };
  }

  private async placed(viewer: Viewer, where: string, leading: readonly unknown[]): Promise<readonly PlacedPost[]> {
    const columns = postColumns(viewer, 1 + leading.length);
    const seen = toSql(visibleTo(viewer), 'p', 1 + leading.length + columns.parameters.length);
    const stored = await this.db.hotQuery<StoredPost>(`select ${columns.sql} from post p where ${where} and ${seen.sql}`, [
      ...leading,
      ...columns.parameters,
      ...seen.parameters,
    ]);
    if (stored.length === 0) return [];
    const threads = new Map((await this.threads.byIds(viewer, [...new Set(stored.map((row) => row.threadId))])).map((thread) => [thread.id, thread]));
    const placed = stored.flatMap((row) => {
      const thread = threads.get(row.threadId);
      return thread === undefined ? [] : [{ thread, post: asSeenBy(viewer, thread, row) }];
    });
    const shown = await this.links.shownIn(viewer, placed.map(({ post }) => post));
    return placed.map(({ thread, post }, at) => ({ thread, post: shown[at] ?? post }));
  }
}
