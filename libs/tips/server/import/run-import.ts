import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { CLOCK, Db, LOGGER, Outbox, type Clock, type Emit, type Logger } from '#platform/server';
import { AppError } from '#platform/shared';
import { SpaceIdentity } from '#spaces/server';
import { TipPlaces } from '../settings/tip-places.js';
import { canPublish, type TipPlace } from '../tip/tip.policy.js';
import { TipQueries } from '../tip/tip.queries.js';
import { TipRelease } from '../tip/tip-release.js';
import { TipTexts } from '../tip/tip.texts.js';
import { ImportAuthors, type MemberNames } from './import-authors.js';
import { ImportTopics, type Vocabulary } from './import-topics.js';
import type { SourceText } from './import.source.js';
import type { PlannedFile } from './tip-imports.js';

interface Job {
  readonly id: string;
  readonly spaceId: string;
  readonly accountId: string;
}

/** What holds for every file of a run. */
interface Run {
  readonly viewer: Viewer;
  readonly place: TipPlace;
  readonly job: Job;
  readonly members: MemberNames;
  readonly vocabulary: Vocabulary;
}

type OpenFile = Pick<PlannedFile, 'path' | 'outcome' | 'title'> & { readonly tipId: string; readonly content: SourceText };

/** Told after each file. */
export type Progress = (done: number, of: number) => void;

/** Makes the tips of a confirmed import. Broken off it goes on where it stopped: what is stored is taken off its list. */
@Injectable()
export class RunImport {
  constructor(
    @Inject(Outbox) outbox: Outbox,
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(SpaceIdentity) private readonly identity: SpaceIdentity,
    @Inject(TipPlaces) private readonly places: TipPlaces,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipTexts) private readonly texts: TipTexts,
    @Inject(TipRelease) private readonly releases: TipRelease,
    @Inject(ImportTopics) private readonly topics: ImportTopics,
    @Inject(ImportAuthors) private readonly authors: ImportAuthors,
  ) {
    outbox.consume({
      name: 'tips.import',
      events: ['TipImportStarted'],
      handle: async (events) => {
        for (const { payload } of events) await this.run(String(payload['importId']));
      },
    });
  }

  async run(importId: string, tell: Progress = () => undefined): Promise<void> {
    const [job] = await this.db.query<Job>(
      `select id, space_id as "spaceId", account_id as "accountId" from tip_import where id = $1 and state = 'running'`,
      [importId],
    );
    if (job === undefined) return;
    // With the rights of now, not of when it was confirmed.
    const viewer = await this.identity.viewerOf(job.accountId);
    if (viewer === null) return this.end(job, 'failed');
    const place = await this.places.in(viewer, job.spaceId);
    const files = await this.openFiles(job);
    const vocabulary = await this.topics.vocabulary();
    const members = await this.authors.membersOf(job.spaceId);
    await this.claimAll(viewer, job, files);
    let done = 0;
    for (const file of files) {
      await this.import({ viewer, place, job, members, vocabulary }, file);
      done += 1;
      tell(done, files.length);
    }
    await this.end(job, 'done');
  }

  private async openFiles(job: Job): Promise<readonly OpenFile[]> {
    await this.db.write(job, async (tx) => {
      // Another run may count a file at this moment: counted anew under the lock, or its step would be overwritten.
      await tx.query('select from tip_import where id = $1 for update', [job.id]);
      // Nothing is to be done for these.
      await tx.query(
        `update tip_import set done_count = (select count(*) from tip_import_file where import_id = $1 and content is null) where id = $1`,
        [job.id],
      );
    });
    return this.db.query<OpenFile>(
      `select path, outcome, title, tip_id as "tipId", content from tip_import_file where import_id = $1 and content is not null order by position`,
      [job.id],
    );
  }

  /** Rows and addresses for all new tips first: the files link to each other, in every direction. */
  private async claimAll(viewer: Viewer, job: Job, files: readonly OpenFile[]): Promise<void> {
    const created = files.filter((file) => file.outcome === 'created');
    for (let from = 0; from < created.length; from += 50) {
      await this.db.write(viewer, async (tx) => {
        for (const { tipId, path, content } of created.slice(from, from + 50)) {
          const slug = await this.texts.claimSlug(tx, tipId, content.title);
          await tx.query(
            `insert into tip (id, space_id, author_ids, state, slug, title, source_key, revised_at, created_at, updated_at)
             values ($1, $2, array[$3::uuid], 'draft', $4, $5, $6, $7, $7, $7) on conflict do nothing`,
            [tipId, job.spaceId, job.accountId, slug, content.title, path, this.clock.now()],
          );
          // Another import of the same file was faster; this one will meet its tip as changed.
          await tx.query('delete from tip_slug where tip_id = $1 and not exists (select from tip where id = $1)', [tipId]);
        }
      });
    }
  }

  private async import(run: Run, file: OpenFile): Promise<void> {
    const { viewer, job } = run;
    try {
      await this.db.write(viewer, async (tx, emit) => {
        // A run that was thought dead may still be at it.
        const [open]: unknown[] = await tx.query('select 1 from tip_import_file where import_id = $1 and path = $2 and content is not null for update', [job.id, file.path]);
        if (open === undefined) return;
        await this.releaseFile(tx, emit, run, file);
        await this.tick(tx, job, file);
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.logger.info({ importId: job.id, reason: error.reason }, 'file refused');
      await this.db.write(viewer, async (tx) => {
        await tx.query(`delete from tip where id = $1 and revision_number = 0 and source_key = $2`, [file.tipId, file.path]);
        const problem = JSON.stringify([{ reason: error.reason, line: null, excerpt: null }]);
        await tx.query(`update tip_import_file set outcome = 'refused', problems = problems || $3::jsonb where import_id = $1 and path = $2`, [job.id, file.path, problem]);
        await this.tick(tx, job, file);
      });
    }
  }

  private async releaseFile(
    tx: EntityManager,
    emit: Emit,
    { viewer, place, job, members, vocabulary }: Run,
    file: OpenFile,
  ): Promise<void> {
    const tip = await this.tips.lock(tx, viewer, file.tipId);
    if (tip === null || !canPublish(viewer, tip, place)) throw AppError.forbidden('import.notYours');
    const { title, summary, body, topics, isRetired, checkDueOn, authors, publishedAt, revisedAt, fingerprint } = file.content;
    const topicIds = this.topics.idsFor(vocabulary, topics);
    const isNew = tip.revisionNumber === 0;
    const authorIds = isNew ? this.authors.idsFor(viewer, place, job.accountId, members, authors) : tip.authorIds;
    const text = { title, summary, body, topicIds, authorIds, note: '', isMinor: false };
    await this.releases.release(tx, emit, { tip, text, authorId: job.accountId, checkAfterMonths: place.checkAfterMonths, source: { key: file.path, fingerprint } });
    if (isNew && isRetired) await tx.query(`update tip set state = 'retired', retired_at = $2 where id = $1`, [tip.id, this.clock.now()]);
    // A text that moves in keeps its age; without a date of its own it is new.
    if (isNew && publishedAt !== null) {
      await tx.query('update tip set published_at = $2::timestamptz, revised_at = coalesce($3::timestamptz, $2::timestamptz) where id = $1', [tip.id, new Date(publishedAt), revisedAt === null ? null : new Date(revisedAt)]);
    }
    if (isNew && checkDueOn !== null) await tx.query('update tip set check_due_on = $2::date where id = $1', [tip.id, checkDueOn]);
  }

  private async tick(tx: EntityManager, job: Job, file: OpenFile): Promise<void> {
    await tx.query('update tip_import_file set content = null where import_id = $1 and path = $2', [job.id, file.path]);
    await tx.query('update tip_import set done_count = done_count + 1 where id = $1', [job.id]);
  }

  private async end(job: Job, state: 'done' | 'failed'): Promise<void> {
    await this.db.write(job, async (tx) => {
      await tx.query('update tip_import set state = $2, finished_at = $3 where id = $1', [job.id, state, this.clock.now()]);
    });
  }
}
