import { Inject, Injectable } from '@nestjs/common';
import { toSql, visibleTo, type SpaceContent, type Viewer } from '#access/server';
import { Db } from '#platform/server';
import { ThreadSubjects, type ThreadSubject } from '../thread/thread-subjects.js';

/** A post as other hubs show it: in search, notices, bookmarks, moderation. */
export interface PostCard extends SpaceContent {
  readonly threadId: string;
  readonly position: number | null;
  /** Of the subject. */
  readonly title: string;
  /** Own path that opens the subject's page at the post. */
  readonly path: string;
  /** Of the subject's page. */
  readonly subjectPath: string;
  readonly html: string;
  readonly plainText: string;
  readonly isOpening: boolean;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  /** Null where the account was deleted. */
  readonly authorName: string | null;
}

type CardRow = Omit<PostCard, 'title' | 'path' | 'subjectPath'> & { readonly subjectKind: string; readonly subjectId: string };

/** Posts with what they hang under. */
@Injectable()
export class PostCards {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ThreadSubjects) private readonly subjects: ThreadSubjects,
  ) {}

  /** Those the viewer may see now, of threads and subjects they may see; none that its author deleted. */
  async of(viewer: Viewer, ids: readonly string[]): Promise<readonly PostCard[]> {
    return this.read(viewer, 'p.id = any($1::uuid[])', [ids]);
  }

  /** At most two before and two after a post. */
  async around(viewer: Viewer, id: string): Promise<{ readonly before: readonly PostCard[]; readonly after: readonly PostCard[] }> {
    const beside = (sign: '<' | '>', direction: 'asc' | 'desc'): Promise<readonly PostCard[]> =>
      this.read(
        viewer,
        // A held post has no place yet: what was written before it is what it follows.
        `p.id in (select q.id from post own join post q on q.thread_id = own.thread_id and q.position is not null
           and case when own.position is null then q.created_at ${sign} own.created_at else q.position ${sign} own.position end
           where own.id = $1 order by q.position ${direction} limit 2)`,
        [id],
      );
    const [before, after] = await Promise.all([beside('<', 'desc'), beside('>', 'asc')]);
    const byPosition = (left: PostCard, right: PostCard): number => (left.position ?? 0) - (right.position ?? 0);
    return { before: before.toSorted(byPosition), after: after.toSorted(byPosition) };
  }

  private async read(viewer: Viewer, where: string, leading: readonly unknown[]): Promise<readonly PostCard[]> {
    const seenPost = toSql(visibleTo(viewer), 'p', 1 + leading.length);
    const seenThread = toSql(visibleTo(viewer), 't', 1 + leading.length + seenPost.parameters.length);
    const rows = await this.db.query<CardRow>(
      `select p.id, p.thread_id as "threadId", p.space_id as "spaceId", p.author_ids as "authorIds", p.state, p.position, p.html, p.plain_text as "plainText",
         p.is_opening as "isOpening", p.created_at as "createdAt", p.edited_at as "editedAt", t.subject_kind as "subjectKind", t.subject_id as "subjectId",
         (select a.name from account a where a.id = p.author_ids[1] and a.deleted_at is null) as "authorName"
       from post p join thread t on t.id = p.thread_id where ${where} and p.deleted_at is null and ${seenPost.sql} and ${seenThread.sql}`,
      [...leading, ...seenPost.parameters, ...seenThread.parameters],
    );
    const subjects = await this.subjectsOf(viewer, rows);
    return rows.flatMap(({ subjectKind, subjectId, ...row }) => {
      const subject = subjects.get(`${subjectKind} ${subjectId}`);
      if (subject === undefined) return [];
      return [{ ...row, title: subject.title, subjectPath: subject.path, path: this.subjects.pathOf(subjectKind, subject, row.position) ?? subject.path }];
    });
  }

  private async subjectsOf(viewer: Viewer, rows: readonly CardRow[]): Promise<ReadonlyMap<string, ThreadSubject>> {
    const found = new Map<string, ThreadSubject>();
    for (const kind of new Set(rows.map((row) => row.subjectKind))) {
      const ids = [...new Set(rows.filter((row) => row.subjectKind === kind).map((row) => row.subjectId))];
      for (const [id, subject] of (await this.subjects.find(kind)?.load(viewer, ids)) ?? []) found.set(`${kind} ${id}`, subject);
    }
    return found;
  }
}
