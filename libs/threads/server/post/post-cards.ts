import { Inject, Injectable } from '@nestjs/common';
import { toSql, visibleTo, type SpaceContent, type Viewer } from '#access/server';
import { Db } from '#platform/server';
import { ReaderLinks } from '../link/reader-links.js';
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
    @Inject(ReaderLinks) private readonly links: ReaderLinks,
  ) {}

  /** Those the viewer may see now, of threads and subjects they may see; none that its author deleted. */
  async of(viewer: Viewer, ids: readonly string[]): Promise<readonly PostCard[]> {
    return this.read(viewer, 'p.id = any($1::uuid[])', [ids]);
  }

  /** Of each of these posts at most two before and two after it, in order. */
  async around(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly before: readonly PostCard[]; readonly after: readonly PostCard[] }>> {
    const beside = (range: string, direction: 'asc' | 'desc'): string =>
      `cross join lateral (select q.id from post q where q.thread_id = own.thread_id and ${range} and q.id <> own.id order by q.position ${direction} limit 2) q`;
    const places = await this.db.query<{ of: string; id: string; isBefore: boolean }>(
      // A held post has no place yet: what was written before it is what it follows.
      `with own as (select p.id, p.thread_id, coalesce(p.position - 1, (select max(h.position) from post h where h.thread_id = p.thread_id and h.created_at < p.created_at), 0) as last_before
         from post p where p.id = any($1::uuid[]))
       select own.id as of, q.id, true as "isBefore" from own ${beside('q.position <= own.last_before', 'desc')}
       union all select own.id, q.id, false from own ${beside('q.position > own.last_before', 'asc')}`,
      [ids],
    );
    const cards = new Map((await this.read(viewer, 'p.id = any($1::uuid[])', [[...new Set(places.map(({ id }) => id))]])).map((card) => [card.id, card]));
    const seen = (id: string, isBefore: boolean): readonly PostCard[] =>
      places
        .flatMap((place) => (place.of === id && place.isBefore === isBefore ? (cards.get(place.id) ?? []) : []))
        .toSorted((left, right) => (left.position ?? 0) - (right.position ?? 0));
    return new Map(ids.map((id) => [id, { before: seen(id, true), after: seen(id, false) }]));
  }

  private async read(viewer: Viewer, where: string, leading: readonly unknown[]): Promise<readonly PostCard[]> {
    const seenPost = toSql(visibleTo(viewer), 'p', 1 + leading.length);
    const seenThread = toSql(visibleTo(viewer), 't', 1 + leading.length + seenPost.parameters.length);
    const stored = await this.db.query<CardRow>(
      `select p.id, p.thread_id as "threadId", p.space_id as "spaceId", p.author_ids as "authorIds", p.state, p.position, p.html, p.plain_text as "plainText",
         p.is_opening as "isOpening", p.created_at as "createdAt", p.edited_at as "editedAt", t.subject_kind as "subjectKind", t.subject_id as "subjectId",
         (select a.name from account a where a.id = p.author_ids[1] and a.deleted_at is null) as "authorName"
       from post p join thread t on t.id = p.thread_id where ${where} and p.deleted_at is null and ${seenPost.sql} and ${seenThread.sql}`,
      [...leading, ...seenPost.parameters, ...seenThread.parameters],
    );
    const rows = await this.links.shownIn(viewer, stored);
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
