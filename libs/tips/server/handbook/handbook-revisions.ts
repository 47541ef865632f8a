import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { CLOCK, Db, type Clock } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { canSeeHistory } from '../tip/tip.policy.js';
import type { HandbookRevision } from './handbook-revision.type.js';

const COLUMNS = `r.id, r.handbook_id as "handbookId", r.number, r.title, r.intro, r.intro_html as "introHtml", r.chapters, r.author_id as "authorId",
  r.restored_from as "restoredFrom", r.created_at as "createdAt"`;

/** The history of handbooks; a revision is seen by whoever sees its handbook and is a member of the programme. */
@Injectable()
export class HandbookRevisions {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Db) private readonly db: Db,
  ) {}

  /** Newest first, up to `first + 1`; the handbook itself was loaded for the viewer. */
  async of(viewer: Viewer, handbookId: string, first: number, before: number | null): Promise<readonly HandbookRevision[]> {
    if (!canSeeHistory(viewer)) return [];
    return this.db.query<HandbookRevision>(
      `select ${COLUMNS} from handbook_revision r where r.handbook_id = $1 and ($2::int is null or r.number < $2) order by r.number desc limit $3`,
      [handbookId, before, first + 1],
    );
  }

  async byId(viewer: Viewer, id: string): Promise<HandbookRevision | null> {
    if (!canSeeHistory(viewer)) return null;
    const { sql, parameters } = toSql(visibleTo(viewer), 'h', 2);
    const [row] = await this.db.query<HandbookRevision>(
      `select ${COLUMNS} from handbook_revision r join handbook h on h.id = r.handbook_id where r.id = $1 and h.deleted_at is null and ${sql}`,
      [id, ...parameters],
    );
    return row ?? null;
  }

  /** Keeps what a handbook holds now, in the transaction that wrote it. */
  async keep(tx: EntityManager, handbookId: string, authorId: string, restoredFrom: number | null = null): Promise<void> {
    await tx.query(
      `insert into handbook_revision (id, handbook_id, number, title, intro, intro_html, chapters, author_id, restored_from, created_at)
       select $2, h.id, h.version, h.title, h.intro, h.intro_html, h.chapters, $3, $4, $5 from handbook h where h.id = $1`,
      [handbookId, uuidv7(), authorId, restoredFrom, this.clock.now()],
    );
  }
}
