import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ensure, type Viewer } from '#access/server';
import { Audit, CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { slugOf } from '#text/shared';
import { TipPlaces } from '../settings/tip-places.js';
import { signedIn, TipGate } from '../tip/tip.gate.js';
import { canKeepSpaceTips } from '../tip/tip.policy.js';
import { TipQueries } from '../tip/tip.queries.js';
import { TipTexts } from '../tip/tip.texts.js';
import { HandbookRevisions } from './handbook-revisions.js';
import { HandbookQueries, type HandbookRow } from './handbook.queries.js';
import type { SaveHandbookInput, StoredChapter } from './handbook.type.js';

/** It is read as one page. */
const HANDBOOK_TIPS_MAX = 400;

/** Putting handbooks together; moderators of the space do. */
@Injectable()
export class HandbookService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(TipGate) private readonly gate: TipGate,
    @Inject(TipPlaces) private readonly places: TipPlaces,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipTexts) private readonly texts: TipTexts,
    @Inject(HandbookQueries) private readonly queries: HandbookQueries,
    @Inject(HandbookRevisions) private readonly revisions: HandbookRevisions,
  ) {}

  /** @throws {AppError} CONFLICT `handbook.stale` where somebody else changed it in the meantime. */
  async save(viewer: Viewer, input: SaveHandbookInput): Promise<void> {
    const { accountId } = signedIn(viewer);
    const seen = await this.queries.byId(viewer, input.id);
    const spaceId = seen === null ? await this.spaceOfNew(viewer, input) : await this.spaceOf(viewer, seen);
    const chapters = await this.chaptersFrom(viewer, input, seen);
    const introHtml = this.texts.render(input.intro, { idPrefix: 'h-' }).html;
    await this.db.write(viewer, async (tx) => {
      if (seen === null) {
        const content = { title: input.title, intro: input.intro, chapters: chapters.map(({ title, intro, tipIds }) => ({ title, intro, tipIds })) };
        if (!(await this.db.isFirst(tx, viewer, input.id, content))) return;
        await tx.query(
          `insert into handbook (id, space_id, author_ids, slug, title, intro, intro_html, chapters, created_at, updated_at, changed_by)
           values ($1, $2, array[$3::uuid], $4, $5, $6, $7, $8, $9, $9, $3)`,
          [input.id, spaceId, accountId, `${slugOf(input.title, 60)}-${input.id.slice(-6)}`, input.title, input.intro, introHtml, JSON.stringify(chapters), this.clock.now()],
        );
        await this.revisions.keep(tx, input.id, accountId);
        return;
      }
      const version = await this.lock(tx, input.id);
      // The answer to the first try got lost on the way.
      if (version === seen.version && isSame(seen, input, chapters)) return;
      if (version !== input.baseVersion) throw AppError.conflict('handbook.stale', { version });
      await tx.query(
        'update handbook set title = $2, intro = $3, intro_html = $4, chapters = $5, version = version + 1, updated_at = $6, changed_by = $7 where id = $1',
        [input.id, input.title, input.intro, introHtml, JSON.stringify(chapters), this.clock.now(), accountId],
      );
      await this.revisions.keep(tx, input.id, accountId);
    });
  }

  /** What stood there stays in the history, so nobody has to choose. @returns the handbook's id. */
  async restore(viewer: Viewer, revisionId: string): Promise<string> {
    const { accountId } = signedIn(viewer);
    const revision = ensure(await this.revisions.byId(viewer, revisionId), () => true);
    const { handbookId, number } = revision;
    await this.spaceOf(viewer, ensure(await this.queries.byId(viewer, handbookId), () => true));
    await this.db.write(viewer, async (tx) => {
      if ((await this.lock(tx, handbookId)) === number) return;
      await tx.query(
        `update handbook h set title = r.title, intro = r.intro, intro_html = r.intro_html, chapters = r.chapters, version = h.version + 1, updated_at = $2, changed_by = $3
         from handbook_revision r where r.id = $1 and h.id = r.handbook_id`,
        [revisionId, this.clock.now(), accountId],
      );
      await this.revisions.keep(tx, handbookId, accountId, number);
    });
    return handbookId;
  }

  async delete(viewer: Viewer, handbookId: string): Promise<void> {
    signedIn(viewer);
    const seen = ensure(await this.queries.byId(viewer, handbookId), () => true);
    const spaceId = await this.spaceOf(viewer, seen);
    await this.db.write(viewer, async (tx) => {
      await this.lock(tx, handbookId);
      await tx.query('update handbook set deleted_at = $2, deleted_by = $3 where id = $1', [handbookId, this.clock.now(), viewer.accountId]);
      await this.audit.record(tx, viewer, { act: 'tips.handbookDeleted', subjectKind: 'handbook', subjectId: handbookId, spaceId });
    });
  }

  /** Those of a space that were deleted, for whoever may bring them back. */
  async deleted(viewer: Viewer, space: string): Promise<readonly HandbookRow[]> {
    const found = await this.queries.deletedIn(viewer, space);
    const [first] = found;
    if (first === undefined || viewer.accountId === null) return [];
    return canKeepSpaceTips(viewer, await this.places.in(viewer, first.spaceId)) ? found : [];
  }

  /** What was deleted is out of sight for all who cannot bring it back, readers of the space included. */
  async undelete(viewer: Viewer, handbookId: string): Promise<void> {
    signedIn(viewer);
    const seen = await this.queries.deletedById(viewer, handbookId);
    if (seen === null || !canKeepSpaceTips(viewer, await this.places.in(viewer, seen.spaceId))) throw AppError.notFound();
    const { spaceId } = seen;
    await this.db.write(viewer, async (tx) => {
      const [, count]: [unknown[], number] = await tx.query('update handbook set deleted_at = null, deleted_by = null where id = $1 and deleted_at is not null', [handbookId]);
      // Somebody else was faster: it is back, and that is recorded once.
      if (count === 0) return;
      await this.audit.record(tx, viewer, { act: 'tips.handbookRestored', subjectKind: 'handbook', subjectId: handbookId, spaceId });
    });
  }

  private async spaceOfNew(viewer: Viewer, input: SaveHandbookInput): Promise<string> {
    if ((input.baseVersion ?? 0) > 0) throw AppError.notFound();
    const spaceId = input.spaceId ?? null;
    if (spaceId === null) throw AppError.badInput('spaceId', 'required');
    await this.gate.admitToSpace(viewer, spaceId, canKeepSpaceTips);
    return spaceId;
  }

  private async spaceOf(viewer: Viewer, handbook: HandbookRow): Promise<string> {
    const place = await this.places.in(viewer, handbook.spaceId);
    if (!canKeepSpaceTips(viewer, place)) throw AppError.forbidden();
    return handbook.spaceId;
  }

  /** New tips must be seen; those that were there and are out of the moderator's sight stay, at the end of their chapter. */
  private async chaptersFrom(viewer: Viewer, input: SaveHandbookInput, before: HandbookRow | null): Promise<readonly StoredChapter[]> {
    const chosen = input.chapters.map((chapter) => [...new Set(chapter.tipIds)]);
    if (chosen.flat().length > HANDBOOK_TIPS_MAX) throw AppError.badInput('chapters', 'tooMany', { max: HANDBOOK_TIPS_MAX });
    const former = before?.chapters.map((chapter) => chapter.tipIds) ?? [];
    const visible = new Set((await this.tips.byIds(viewer, [...chosen, ...former].flat())).map((tip) => tip.id));
    return input.chapters.map(({ title, intro }, index) => {
      const ids = chosen[index] ?? [];
      if (ids.some((id) => !visible.has(id))) throw AppError.badInput(`chapters.${index}.tipIds`, 'handbook.unknownTip');
      const unseen = (former[index] ?? []).filter((id) => !visible.has(id));
      const introHtml = this.texts.render(intro, { idPrefix: `h${index}-`, topHeadingLevel: 3 }).html;
      return { title, intro, introHtml, tipIds: [...ids, ...unseen] };
    });
  }

  private async lock(tx: EntityManager, id: string): Promise<number> {
    const [row]: { version: number }[] = await tx.query('select version from handbook where id = $1 and deleted_at is null for update', [id]);
    if (row === undefined) throw AppError.notFound();
    return row.version;
  }
}

function isSame(before: HandbookRow, input: SaveHandbookInput, chapters: readonly StoredChapter[]): boolean {
  const essence = (of: readonly StoredChapter[]): string => JSON.stringify(of.map(({ title, intro, tipIds }) => [title, intro, tipIds]));
  return before.title === input.title && before.intro === input.intro && essence(before.chapters) === essence(chapters);
}
