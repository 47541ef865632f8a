import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { perRequest, type GraphqlContext } from '#platform/server';
import { ThreadQueries, type Mark } from '../thread/thread.queries.js';
import type { ThreadRow } from '../thread/thread.row.js';
import { PostHistory, type RevisionRow } from './post-history.js';
import { PostQueries, type FormerPlace } from './post.queries.js';
import type { PostRow } from './post.row.js';

interface Loaders {
  readonly opening: DataLoader<ThreadRow, PostRow | null>;
  readonly held: DataLoader<ThreadRow, readonly PostRow[]>;
  readonly moved: DataLoader<FormerPlace, PostRow | null>;
  readonly marks: DataLoader<ThreadRow, readonly Mark[]>;
  readonly revisions: DataLoader<PostRow, readonly RevisionRow[]>;
}

/** Only gathered, not remembered: one request may change something and look again. */
const GATHERED = { cache: false } as const;

/** What lists ask of each thread and each post: one read for all of them, bound to the viewer of the request. */
@Injectable()
export class PostLoaders {
  constructor(
    @Inject(PostQueries) private readonly posts: PostQueries,
    @Inject(ThreadQueries) private readonly threads: ThreadQueries,
    @Inject(PostHistory) private readonly history: PostHistory,
  ) {}

  of(context: GraphqlContext): Loaders {
    const { viewer } = context;
    return perRequest(context, this, () => ({
      opening: new DataLoader(async (threads: readonly ThreadRow[]) => {
        const found = await this.posts.openings(viewer, threads.map(({ id }) => id));
        return threads.map(({ id }) => found.find((post) => post.threadId === id) ?? null);
      }, GATHERED),
      held: new DataLoader(async (threads: readonly ThreadRow[]) => {
        const found = await this.posts.held(viewer, threads);
        return threads.map(({ id }) => found.filter((post) => post.threadId === id));
      }, GATHERED),
      moved: new DataLoader(async (places: readonly FormerPlace[]) => this.posts.movedFrom(viewer, places), GATHERED),
      marks: new DataLoader(async (threads: readonly ThreadRow[]) => this.threads.marks(threads), GATHERED),
      revisions: new DataLoader(async (posts: readonly PostRow[]) => this.history.of(viewer, posts), GATHERED),
    }));
  }
}
