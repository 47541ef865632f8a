import { Inject, Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { Audit, CLOCK, Db, type Clock } from '#platform/server';
import { AppError, isUuid, uuidv7 } from '#platform/shared';
import { TipGate } from '../tip/tip.gate.js';
import { canPublish, canPublishIn, type TipPlace } from '../tip/tip.policy.js';
import { refusal } from '../tip/publish-tip.js';
import { TipQueries } from '../tip/tip.queries.js';
import { TipTexts } from '../tip/tip.texts.js';
import { tipEvents } from '../tips.outbox.js';
import { fingerprintOf, isSource, readSource, type ReadSource, type SourceFile, type SourceProblem, type SourceText } from './import.source.js';
import { ImportAuthors } from './import-authors.js';
import { ImportTopics } from './import-topics.js';
import type { ImportOutcome, TipImport, TipImportFile } from './tip-import.type.js';

/** More texts than a programme has; beyond it somebody chose the wrong folder. */
export const IMPORT_FILES_MAX = 10_000;

export type ImportRow = TipImport & { readonly accountId: string };

/** What will be stored for one file. */
export interface PlannedFile {
  readonly path: string;
  readonly outcome: ImportOutcome;
  readonly title: string;
  readonly problems: readonly SourceProblem[];
  readonly tipId: string | null;
  readonly content: SourceText | null;
}

interface KnownTip {
  readonly id: string;
  readonly key: string | null;
  readonly sourceFingerprint: string | null;
  readonly revisionNumber: number;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly topics: readonly string[];
}

const IMPORT_COLUMNS = `i.id, i.space_id as "spaceId", i.account_id as "accountId", i.state, i.file_count as "fileCount", i.done_count as "doneCount",
  i.created_at as "createdAt", i.finished_at as "finishedAt"`;

/** From files to a preview that changes nothing, and to its confirmation. */
@Injectable()
export class TipImports {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(TipGate) private readonly gate: TipGate,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipTexts) private readonly texts: TipTexts,
    @Inject(ImportTopics) private readonly topics: ImportTopics,
    @Inject(ImportAuthors) private readonly authors: ImportAuthors,
  ) {}

  /** @throws {AppError} as for releasing a tip there. */
  async admit(viewer: Viewer, spaceId: string): Promise<TipPlace> {
    return (await this.gate.admitToSpace(viewer, spaceId, canPublishIn, refusal)).place;
  }

  /** Reads the files and tells what would become of each. @param tell called after each file read. @returns the id of the import. */
  async preview(viewer: Viewer, spaceId: string, files: readonly SourceFile[], tell?: (done: number, of: number) => void): Promise<string> {
    const place = await this.admit(viewer, spaceId);
    const chosen = files.filter((file) => isSource(file.path));
    if (chosen.length === 0) throw AppError.badInput('files', 'import.nothingFound');
    if (chosen.length > IMPORT_FILES_MAX) throw AppError.badInput('files', 'tooMany', { max: IMPORT_FILES_MAX });
    const plan = await this.plan(viewer, place, await readAll(chosen, tell));
    const id = uuidv7();
    await this.db.write(viewer, async (tx) => {
      await tx.query('insert into tip_import (id, space_id, account_id, state, file_count, created_at) values ($1, $2, $3, $4, $5, $6)', [
        id, spaceId, viewer.accountId, 'previewed', plan.length, this.clock.now(),
      ]);
      await this.store(tx, id, plan);
    });
    return id;
  }

  /** Own imports only: file names and titles are nobody else's business until they are tips. */
  async byId(viewer: Viewer, id: string): Promise<ImportRow | null> {
    const [row] = await this.db.query<ImportRow>(
      `select ${IMPORT_COLUMNS} from tip_import i where i.id = $1 and i.account_id = $2 and i.space_id = any($3::uuid[])`,
      [id, viewer.accountId, [...viewer.readableSpaceIds]],
    );
    return row ?? null;
  }

  async filesOf(importId: string): Promise<readonly TipImportFile[]> {
    return this.db.query<TipImportFile>(
      `select path, outcome, title, problems, case when outcome = 'refused' then null else tip_id end as "tipId" from tip_import_file where import_id = $1 order by position`,
      [importId],
    );
  }

  /** @param isInBackground false where the caller runs it itself, on the command line. */
  async confirm(viewer: Viewer, importId: string, isInBackground = true): Promise<void> {
    const row = await this.byId(viewer, importId);
    if (row === null) throw AppError.notFound();
    await this.admit(viewer, row.spaceId);
    await this.db.write(viewer, async (tx, emit) => {
      const started: [unknown[], number] = await tx.query(`update tip_import set state = 'running' where id = $1 and state = 'previewed' returning id`, [importId]);
      if (started[1] === 0) return;
      await this.audit.record(tx, viewer, { act: 'tips.imported', subjectKind: 'tipImport', subjectId: importId, spaceId: row.spaceId, details: { files: row.fileCount } });
      if (isInBackground) emit(tipEvents.importStarted({ importId }));
    });
  }

  private async plan(viewer: Viewer, place: TipPlace, sources: readonly ReadSource[]): Promise<readonly PlannedFile[]> {
    const known = await this.known(place.spaceId, sources);
    const editable = await this.editable(viewer, place, known);
    const vocabulary = await this.topics.vocabulary();
    const members = await this.authors.membersOf(place.spaceId);
    const taken = new Set<string>();
    const planOf = ({ key, tipId, text, problems }: ReadSource): PlannedFile => {
      const refuse = (reason: string): PlannedFile => ({ path: key, outcome: 'refused', title: text?.title ?? '', problems: [...problems, { reason, line: null, excerpt: null }], tipId: null, content: null });
      if (text === null) return { path: key, outcome: 'refused', title: '', problems, tipId: null, content: null };
      if (taken.has(key)) return refuse('import.twice');
      taken.add(key);
      // A text too large or too deep to be shown is found now and not half way.
      const unreadable = reasonAgainst(() => this.texts.render(text.body));
      if (unreadable !== null) return refuse(unreadable);
      const before = known.find((tip) => tip.key === key) ?? known.find((tip) => tip.id === tipId && editable.has(tip.id));
      const unknown = text.topics.filter((name) => !this.topics.isKnown(vocabulary, name));
      const all = [...problems, ...unknown.map((excerpt) => ({ reason: 'import.unknownTopic', line: null, excerpt }))];
      if (before === undefined || (before.revisionNumber === 0 && editable.has(before.id))) {
        // Of a tip that is here already the authors stay; only a new one takes them from its file.
        const absent = text.authors.filter((name) => !this.authors.isKnown(members, name));
        all.push(...absent.map((excerpt) => ({ reason: 'import.unknownAuthor', line: null, excerpt })));
        // The same folder, chosen from further up or down, gives its files other paths.
        const twin = known.find((tip) => tip.sourceFingerprint === text.fingerprint && tip.id !== before?.id && editable.has(tip.id));
        if (twin !== undefined) all.push({ reason: 'import.sameText', line: null, excerpt: twin.title });
        return { path: key, outcome: 'created', title: text.title, problems: all, tipId: before?.id ?? uuidv7(), content: text };
      }
      if (!editable.has(before.id)) return refuse('import.notYours');
      const isSame = before.sourceFingerprint === text.fingerprint || fingerprintOf(before) === text.fingerprint;
      // Two folders may each have a README.md: what it replaces is named before it does.
      if (!isSame && before.title !== text.title) all.push({ reason: 'import.otherTitle', line: null, excerpt: before.title });
      return { path: key, outcome: isSame ? 'unchanged' : 'changed', title: text.title, problems: all, tipId: before.id, content: isSame ? null : text };
    };
    const plan: PlannedFile[] = [];
    for (const source of sources) {
      plan.push(planOf(source));
      // Each was rendered; all at once would hold up everybody else for minutes.
      await setImmediate();
    }
    return plan;
  }

  /** Tips of the space that came from these files or from others with the same text, or that these files were exported from. */
  private async known(spaceId: string, sources: readonly ReadSource[]): Promise<readonly KnownTip[]> {
    const ids = sources.map((source) => source.tipId).filter((id) => id !== null && isUuid(id));
    return this.db.query<KnownTip>(
      `select t.id, t.source_key as key, t.source_fingerprint as "sourceFingerprint", t.revision_number as "revisionNumber", t.title, t.summary, t.body,
         array(select k.name from topic k where k.id = any(t.topic_ids)) as topics
       from tip t where t.space_id = $1 and (t.source_key = any($2::text[]) or t.id = any($3::uuid[]) or t.source_fingerprint = any($4::text[]))`,
      [spaceId, sources.map((source) => source.key), ids, sources.flatMap((source) => source.text?.fingerprint ?? [])],
    );
  }

  private async editable(viewer: Viewer, place: TipPlace, known: readonly KnownTip[]): Promise<ReadonlySet<string>> {
    const seen = await this.tips.byIds(viewer, known.map((tip) => tip.id));
    return new Set(seen.filter((tip) => canPublish(viewer, tip, place)).map((tip) => tip.id));
  }

  private async store(tx: EntityManager, importId: string, plan: readonly PlannedFile[]): Promise<void> {
    // In portions: one statement with all texts would have to fit into memory twice.
    for (let from = 0; from < plan.length; from += 100) {
      const rows = plan.slice(from, from + 100).map((file, index) => ({ ...file, position: from + index }));
      await tx.query(
        `insert into tip_import_file (import_id, path, position, outcome, title, problems, tip_id, content)
         select $1, f.path, f.position, f.outcome, f.title, f.problems, f."tipId", nullif(f.content, 'null'::jsonb)
         from jsonb_to_recordset($2::jsonb) f(path text, position int, outcome text, title text, problems jsonb, "tipId" uuid, content jsonb)
         on conflict (import_id, path) do nothing`,
        [importId, JSON.stringify(rows)],
      );
    }
  }
}

/** Reads all, letting others in between. */
async function readAll(files: readonly SourceFile[], tell?: (done: number, of: number) => void): Promise<readonly ReadSource[]> {
  const sources: ReadSource[] = [];
  for (const file of files) {
    sources.push(readSource(file));
    tell?.(sources.length, files.length);
    if (sources.length % 10 === 0) await setImmediate();
  }
  return sources.sort((left, right) => left.key.localeCompare(right.key, 'de', { numeric: true }));
}

function reasonAgainst(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.reason;
    throw error;
  }
}
