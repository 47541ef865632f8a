import { Inject, Injectable } from '@nestjs/common';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { Db } from '#platform/server';
import { isUuid } from '#platform/shared';
import type { StoredChapter } from './handbook.type.js';

export interface HandbookRow {
  readonly id: string;
  readonly spaceId: string;
  readonly slug: string;
  readonly title: string;
  readonly intro: string;
  readonly introHtml: string;
  readonly chapters: readonly StoredChapter[];
  readonly version: number;
  readonly updatedAt: Date;
  readonly changedBy: string | null;
}

const COLUMNS = `h.id, h.space_id as "spaceId", h.slug, h.title, h.intro, h.intro_html as "introHtml", h.chapters, h.version, h.updated_at as "updatedAt",
  h.changed_by as "changedBy"`;

/** Handbooks follow the rule of everything that lies in a space. */
@Injectable()
export class HandbookQueries {
  constructor(@Inject(Db) private readonly db: Db) {}

  async byId(viewer: Viewer, id: string): Promise<HandbookRow | null> {
    return this.one(viewer, id, 'h.deleted_at is null');
  }

  /** One that was deleted; for whoever may bring it back. */
  async deletedById(viewer: Viewer, id: string): Promise<HandbookRow | null> {
    return this.one(viewer, id, 'h.deleted_at is not null');
  }

  /** By title; of one space where it is given by slug or id. */
  async list(viewer: Viewer, space: string | null): Promise<readonly HandbookRow[]> {
    return this.many(viewer, space, 'h.deleted_at is null');
  }

  async deletedIn(viewer: Viewer, space: string): Promise<readonly HandbookRow[]> {
    return this.many(viewer, space, 'h.deleted_at is not null');
  }

  private async one(viewer: Viewer, id: string, which: string): Promise<HandbookRow | null> {
    const { sql, parameters } = toSql(visibleTo(viewer), 'h', 2);
    const [row] = await this.db.query<HandbookRow>(`select ${COLUMNS} from handbook h where h.id = $1 and ${which} and ${sql}`, [id, ...parameters]);
    return row ?? null;
  }

  private async many(viewer: Viewer, space: string | null, which: string): Promise<readonly HandbookRow[]> {
    const { sql, parameters } = toSql(visibleTo(viewer), 'h', 2);
    const isThere = space === null ? '$1::text is null' : isUuid(space) ? 'h.space_id = $1::uuid' : 'h.space_id = (select id from space where slug = $1)';
    return this.db.query<HandbookRow>(
      `select ${COLUMNS} from handbook h where ${isThere} and ${which} and ${sql} order by h.title collate "de-x-icu", h.id limit 200`,
      [space === null ? null : space.slice(0, 200).replaceAll('\0', ''), ...parameters],
    );
  }
}
