import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { Db } from '#platform/server';
import { ThreadSubjects } from './thread-subjects.js';
import { isShutOutSql, roleSql, standingColumns, threadSource, type BoundSql, type ThreadRow, type ThreadStanding } from './thread.row.js';

/** A place in a thread, for the bar beside it. */
export interface Mark {
  readonly position: number;
  readonly at: Date;
}

const MARKS = 40;

/** Every read of threads; each starts from what the viewer may see. */
@Injectable()
export class ThreadQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ThreadSubjects) private readonly subjects: ThreadSubjects,
  ) {}

  async byId(viewer: Viewer, id: string): Promise<ThreadRow | null> {
    // Planned for one row, other than the same for many.
    const { sql, parameters } = this.select(viewer, 't.id = $1', 2);
    const [row] = await this.db.hotQuery<ThreadRow>(sql, [id, ...parameters]);
    return row ?? (await this.unopened(viewer, [id]))[0] ?? null;
  }

  /** Those the viewer may see, in no certain order; also those that only the first post will open. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<readonly ThreadRow[]> {
    const { sql, parameters } = this.select(viewer, 't.id = any($1::uuid[])', 2);
    const rows = await this.db.hotQuery<ThreadRow>(sql, [ids, ...parameters]);
    const missing = ids.filter((id) => !rows.some((row) => row.id === id));
    return missing.length === 0 ? rows : [...rows, ...(await this.unopened(viewer, missing))];
  }

  /** By what they hang under; those the viewer may see. */
  async bySubjects(viewer: Viewer, kind: string, subjectIds: readonly string[]): Promise<readonly ThreadRow[]> {
    const { sql, parameters } = this.select(viewer, 't.subject_kind = $1 and t.subject_id = any($2::uuid[])', 3);
    const rows = await this.db.hotQuery<ThreadRow>(sql, [kind, subjectIds, ...parameters]);
    const missing = subjectIds.filter((id) => !rows.some((row) => row.subjectId === id));
    if (missing.length === 0 || this.subjects.find(kind)?.hold === undefined) return rows;
    return [...rows, ...(await this.unopened(viewer, missing))];
  }

  /** The row for a change: locked, and only where the viewer sees it now. Position and counters change under this lock alone. */
  async lock(tx: EntityManager, viewer: Viewer, id: string): Promise<ThreadStanding | null> {
    const standing = standingColumns(viewer, 2);
    const seen = toSql(visibleTo(viewer), 't', 2 + standing.parameters.length);
    const rows: readonly ThreadStanding[] = await tx.query(
      `select ${standing.sql} from thread t where t.id = $1 and ${seen.sql} for no key update of t`,
      [id, ...standing.parameters, ...seen.parameters],
    );
    return rows[0] ?? null;
  }

  /** Of each thread at most 40 posts evenly spread over it, with their dates. */
  async marks(threads: readonly Pick<ThreadRow, 'id' | 'lastPosition'>[]): Promise<readonly (readonly Mark[])[]> {
    const wanted = threads.flatMap(({ id, lastPosition }) => {
      const steps = Math.min(MARKS, lastPosition);
      return Array.from({ length: steps }, (_, step) => ({ id, position: steps === 1 ? 1 : 1 + Math.round((step * (lastPosition - 1)) / (steps - 1)) }));
    });
    if (wanted.length === 0) return threads.map(() => []);
    const rows = await this.db.hotQuery<Mark & { readonly threadId: string }>(
      `select distinct on (wanted.thread_id, p.position) wanted.thread_id as "threadId", p.position, p.created_at as at from unnest($1::uuid[], $2::int[]) wanted(thread_id, position)
       cross join lateral (select q.position, q.created_at from post q where q.thread_id = wanted.thread_id and q.position >= wanted.position and q.state = 'published'
         order by q.position limit 1) p order by wanted.thread_id, p.position`,
      [wanted.map(({ id }) => id), wanted.map(({ position }) => position)],
    );
    const byThread = Map.groupBy(rows, ({ threadId }) => threadId);
    return threads.map(({ id }) => byThread.get(id) ?? []);
  }

  /** A select of {@link ThreadRow}s with the rule of sight. @param where over alias `t`, a literal of code. */
  select(viewer: Viewer, where: string, firstParameter: number): BoundSql {
    const source = threadSource(viewer, firstParameter);
    const seen = toSql(visibleTo(viewer), 't', firstParameter + source.parameters.length);
    return { sql: `select ${source.sql} from ${source.from} where ${where} and ${seen.sql}`, parameters: [...source.parameters, ...seen.parameters] };
  }

  /** Threads that wait for their first post. */
  private async unopened(viewer: Viewer, ids: readonly string[]): Promise<readonly ThreadRow[]> {
    const rows: ThreadRow[] = [];
    for (const contribution of this.subjects.openedByFirstPost) {
      const { kind } = contribution;
      const subjects = [...(await contribution.load(viewer, ids)).values()];
      if (subjects.length === 0) continue;
      const places = await this.placesOf(viewer, subjects.map((subject) => subject.spaceId));
      // Opened by somebody else since, or there all along and out of the viewer's sight: then it is no empty one. A thread
      // with this id that hangs under something else is not this one.
      const opened = await this.db.hotQuery<{ id: string; isOwn: boolean }>('select id, subject_kind = $2 and subject_id = id as "isOwn" from thread where id = any($1::uuid[])', [subjects.map((subject) => subject.id), kind]);
      const own = opened.filter((row) => row.isOwn).map((row) => row.id);
      if (own.length > 0) {
        const { sql, parameters } = this.select(viewer, 't.id = any($1::uuid[])', 2);
        rows.push(...(await this.db.hotQuery<ThreadRow>(sql, [own, ...parameters])));
      }
      for (const subject of subjects) {
        if (opened.some((row) => row.id === subject.id)) continue;
        const place = places.get(subject.spaceId);
        rows.push({
          id: subject.id, spaceId: subject.spaceId, authorIds: subject.authorIds, state: subject.state, subjectKind: kind, subjectId: subject.id,
          title: subject.title, isClosed: false, slowModeSeconds: 0, lastPosition: 0, postCount: 0, lastPostAt: null, createdAt: new Date(0),
          archivedAt: place?.archivedAt ?? null, role: place?.role ?? null, isShutOut: place?.isShutOut ?? false, lastReadPosition: 0, unreadCount: 0, firstUnreadPosition: null, lastOwnPostAt: null,
        });
      }
    }
    return rows;
  }

  private async placesOf(viewer: Viewer, spaceIds: readonly string[]): Promise<ReadonlyMap<string, Pick<ThreadRow, 'role' | 'isShutOut' | 'archivedAt'>>> {
    const rows = await this.db.hotQuery<Pick<ThreadRow, 'role' | 'isShutOut' | 'archivedAt'> & { readonly id: string }>(
      `select s.id, s.archived_at as "archivedAt", case when $4 then ${roleSql('s.id', '$2', '$3')} end as role, ${isShutOutSql('s.id', '$2')} as "isShutOut"
       from space s where s.id = any($1::uuid[])`,
      [spaceIds, viewer.accountId, [...viewer.programmeRoles], viewer.standing === 'approved'],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/**
 * A select item that brings a thread along with its subject, in one statement; see `threadFromJson`.
 * @param idColumn of the surrounding query, a literal of code.
 * @param firstParameter number of the first free placeholder.
 */
export function threadAsJson(viewer: Viewer, idColumn: string, firstParameter: number): BoundSql {
  const source = threadSource(viewer, firstParameter);
  const seen = toSql(visibleTo(viewer), 't', firstParameter + source.parameters.length);
  return {
    sql: `(select row_to_json(found) from (select ${source.sql} from ${source.from} where t.id = ${idColumn} and ${seen.sql}) found)`,
    parameters: [...source.parameters, ...seen.parameters],
  };
}
