import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { perRequest, type GraphqlContext } from '#platform/server';
import { ThreadQueries } from './thread.queries.js';
import { ThreadSubjects, type ThreadSubject } from './thread-subjects.js';
import type { ThreadRow } from './thread.row.js';

interface Loaders {
  readonly thread: DataLoader<string, ThreadRow | null>;
  readonly bySubject: Map<string, DataLoader<string, ThreadRow | null>>;
  readonly subject: Map<string, DataLoader<string, ThreadSubject | null>>;
}

/** Reads of threads, gathered over one request and bound to its viewer. */
@Injectable()
export class ThreadLoaders {
  constructor(
    @Inject(ThreadQueries) private readonly queries: ThreadQueries,
    @Inject(ThreadSubjects) private readonly subjects: ThreadSubjects,
  ) {}

  /** Null for what the viewer does not see. */
  async byId(context: GraphqlContext, id: string): Promise<ThreadRow | null> {
    return this.of(context).thread.load(id);
  }

  /** The thread under a thing; for the field `thread` of a content domain. */
  async bySubject(context: GraphqlContext, kind: string, subjectId: string): Promise<ThreadRow | null> {
    return loaderIn(this.of(context).bySubject, kind, async (ids) => {
      const rows = new Map((await this.queries.bySubjects(context.viewer, kind, ids)).map((row) => [row.subjectId, row]));
      return ids.map((id) => rows.get(id) ?? null);
    }).load(subjectId);
  }

  async subjectOf(context: GraphqlContext, thread: Pick<ThreadRow, 'subjectKind' | 'subjectId'>): Promise<ThreadSubject | null> {
    const kind = this.subjects.find(thread.subjectKind);
    if (kind === undefined) return null;
    return loaderIn(this.of(context).subject, kind.kind, async (ids) => {
      const found = await kind.load(context.viewer, ids);
      return ids.map((id) => found.get(id) ?? null);
    }).load(thread.subjectId);
  }

  private of(context: GraphqlContext): Loaders {
    return perRequest(context, this, () => ({
      thread: new DataLoader(async (ids: readonly string[]) => {
        const rows = new Map((await this.queries.byIds(context.viewer, ids)).map((row) => [row.id, row]));
        return ids.map((id) => rows.get(id) ?? null);
      }),
      bySubject: new Map(),
      subject: new Map(),
    }));
  }
}

function loaderIn<Value>(loaders: Map<string, DataLoader<string, Value>>, kind: string, load: (ids: readonly string[]) => Promise<readonly Value[]>): DataLoader<string, Value> {
  const known = loaders.get(kind);
  if (known !== undefined) return known;
  const made = new DataLoader<string, Value>(load);
  loaders.set(kind, made);
  return made;
}
