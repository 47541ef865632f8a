import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { DRAFTS_MAX, type DiscussionDraft, type DiscussionDraftPoll } from './draft.type.js';

const COLUMNS = 'd.id, d.space_id as "spaceId", d.kind, d.title, d.topic_ids as "topicIds", d.body, d.poll, d.version, d.saved_at as "savedAt"';

export interface SaveRequest extends Pick<DiscussionDraft, 'id' | 'spaceId' | 'kind' | 'title' | 'topicIds' | 'body' | 'version'> {
  readonly poll?: DiscussionDraftPoll | null;
}

/** What stands where a draft could not be saved. */
interface Standing {
  readonly version: number | null;
  /** The same words: the answer to the first try got lost on the way. */
  readonly isSame: boolean | null;
  readonly isOpened: boolean;
}

/** Discussions that somebody is writing: saved every few seconds, so nothing is rendered and nobody is told. Each person's own. */
@Injectable()
export class DiscussionDrafts {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws {AppError} NOT_FOUND for a space out of sight; CONFLICT `discussion.draftStale` where it was saved or discarded from
   *   elsewhere, `discussion.draftOpened` where it has become a discussion, `discussion.tooManyDrafts`.
   */
  async save(viewer: Viewer, request: SaveRequest): Promise<DiscussionDraft> {
    const accountId = accountOf(viewer);
    if (!viewer.readableSpaceIds.has(request.spaceId)) throw AppError.notFound();
    const { id, spaceId, kind, title, topicIds, body, version } = request;
    const poll = request.poll === undefined || request.poll === null ? null : JSON.stringify(request.poll);
    const words = [accountId, id, spaceId, kind, title, topicIds, body, poll];
    return this.db.write(viewer, async (tx) => {
      const saved = await this.put(tx, words, version);
      if (saved !== undefined) return saved;
      const [there]: Standing[] = await tx.query(
        `select d.version, (d.space_id, d.kind, d.title, d.topic_ids, d.body) = ($3::uuid, $4, $5, $6::uuid[], $7) and d.poll is not distinct from $8::jsonb as "isSame",
           exists (select from discussion o where o.id = $2::uuid and o.author_ids[1] = $1::uuid) as "isOpened"
         from (select 1) one left join discussion_draft d on d.account_id = $1::uuid and d.id = $2::uuid`,
        words,
      );
      if (there?.isSame === true) return this.one(tx, accountId, id);
      if (there?.isOpened === true) throw AppError.conflict('discussion.draftOpened');
      if (version === 0 && there?.version === null) throw AppError.conflict('discussion.tooManyDrafts', { max: DRAFTS_MAX });
      throw AppError.conflict('discussion.draftStale', { version: there?.version ?? 0 });
    });
  }

  /** Whether there was one or not, and whether its space is still in sight: afterwards there is none. */
  async discard(viewer: Viewer, id: string): Promise<void> {
    const accountId = accountOf(viewer);
    await this.db.write(viewer, async (tx) => this.forget(tx, accountId, id));
  }

  /** What was put aside has become a discussion. */
  async forget(tx: EntityManager, accountId: string, id: string): Promise<void> {
    await tx.query('delete from discussion_draft where account_id = $1 and id = $2', [accountId, id]);
  }

  /** Newest first; also for spaces out of sight: what was typed stays its author's. */
  async mine(viewer: Viewer): Promise<readonly DiscussionDraft[]> {
    return this.db.query<DiscussionDraft>(`select ${COLUMNS} from discussion_draft d where d.account_id = $1 order by d.saved_at desc, d.id limit ${DRAFTS_MAX}`, [accountOf(viewer)]);
  }

  /** Null for what is not there and for what is somebody else's. */
  async byId(viewer: Viewer, id: string): Promise<DiscussionDraft | null> {
    const [draft] = await this.db.query<DiscussionDraft>(`select ${COLUMNS} from discussion_draft d where d.account_id = $1 and d.id = $2`, [accountOf(viewer), id]);
    return draft ?? null;
  }

  /** Undefined where something else stands there. Two first savings at the same moment may make one too many; that harms nobody. */
  private async put(tx: EntityManager, words: readonly unknown[], version: number): Promise<DiscussionDraft | undefined> {
    const values = [...words, this.clock.now()];
    if (version === 0) {
      const [made]: DiscussionDraft[] = await tx.query(
        `insert into discussion_draft as d (account_id, id, space_id, kind, title, topic_ids, body, poll, version, saved_at)
         select $1::uuid, $2::uuid, $3::uuid, $4, $5, $6::uuid[], $7, $8::jsonb, 1, $9::timestamptz
         where (select count(*) from discussion_draft where account_id = $1::uuid) < ${DRAFTS_MAX}
           and not exists (select from discussion o where o.id = $2::uuid and o.author_ids[1] = $1::uuid)
         on conflict do nothing returning ${COLUMNS}`,
        values,
      );
      return made;
    }
    const [changed]: [DiscussionDraft[]] = await tx.query(
      `update discussion_draft d set space_id = $3, kind = $4, title = $5, topic_ids = $6, body = $7, poll = $8, saved_at = $9, version = version + 1
       where account_id = $1 and id = $2 and version = $10 returning ${COLUMNS}`,
      [...values, version],
    );
    return changed[0];
  }

  private async one(tx: EntityManager, accountId: string, id: string): Promise<DiscussionDraft> {
    const [draft]: DiscussionDraft[] = await tx.query(`select ${COLUMNS} from discussion_draft d where d.account_id = $1 and d.id = $2`, [accountId, id]);
    if (draft === undefined) throw AppError.conflict('discussion.draftStale', { version: 0 });
    return draft;
  }
}
