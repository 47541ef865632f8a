import { Inject, Injectable } from '@nestjs/common';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { Db } from '#platform/server';
import { canSeeHistory } from '../tip/tip.policy.js';
import type { TipRevision } from './revision.type.js';

export type RevisionRow = TipRevision & { readonly topicIds: readonly string[] };

const COLUMNS = `r.id, r.tip_id as "tipId", r.number, r.title, r.summary, r.topic_ids as "topicIds", r.author_id as "authorId", r.note,
  r.is_minor as "isMinor", r.restored_from as "restoredFrom", r.created_at as "createdAt"`;

/** The history of tips; a revision is seen by whoever sees its tip and is a member of the programme. */
@Injectable()
export class RevisionQueries {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** Newest first, a page and one more of each tip; the tips themselves were loaded for the viewer. */
  async ofTips(viewer: Viewer, tipIds: readonly string[], first: number, before: number | null): Promise<readonly RevisionRow[]> {
    if (!canSeeHistory(viewer)) return [];
    return this.db.query<RevisionRow>(
      `select r.* from unnest($1::uuid[]) t(id) cross join lateral (
         select ${COLUMNS} from tip_revision r where r.tip_id = t.id and ($2::int is null or r.number < $2) order by r.number desc limit $3) r
       order by r.number desc`,
      [tipIds, before, first + 1],
    );
  }

  /** With their bodies, those the viewer may see. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<readonly (RevisionRow & { readonly body: string })[]> {
    if (!canSeeHistory(viewer)) return [];
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 2);
    return this.db.query(`select ${COLUMNS}, r.body from tip_revision r join tip t on t.id = r.tip_id where r.id = any($1::uuid[]) and ${sql}`, [ids, ...parameters]);
  }
}
