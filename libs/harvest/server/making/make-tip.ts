import { Inject, Injectable } from '@nestjs/common';
import { ensure, type Viewer } from '#access/server';
import { memberOf } from '#accounts/server';
import { DiscussionQueries, type DiscussionRow } from '#discussions/server';
import { CLOCK, Db, RateLimits, type Clock, type Limit } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { PostQueries } from '#threads/server';
import { DraftService, TipQueries, TipSettingsService } from '#tips/server';
import { repeats, standsIn } from '../border/same-words.js';
import { HarvestNotices } from '../harvest.notices.js';
import { HarvestQueries } from '../harvest.queries.js';
import de from '../i18n/de.json' with { type: 'json' };
import { canHarvest } from './harvest.policy.js';
import { outlineOf } from './outline.js';
import { quotationsIn } from './quotations.js';

export interface PassageWish {
  readonly postId: string;
  /** A selection of the post's words; absent: all of it. */
  readonly text?: string | null;
  readonly section?: number | null;
}

export interface HarvestWish {
  readonly id: string;
  readonly discussionId: string;
  readonly spaceId: string;
  readonly passages: readonly PassageWish[];
}

interface Passage {
  readonly postId: string;
  readonly authorId: string | null;
  readonly text: string;
  readonly section: number | null;
}

/** Each one asks everybody who is quoted, by notice and mail. */
const MAKING: Limit = { name: 'harvest.make', tries: 20, withinSeconds: 86_400 };

/** From a solved discussion to the draft of a tip. */
@Injectable()
export class MakeTip {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
    @Inject(PostQueries) private readonly posts: PostQueries,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipSettingsService) private readonly settings: TipSettingsService,
    @Inject(DraftService) private readonly drafts: DraftService,
    @Inject(HarvestNotices) private readonly notices: HarvestNotices,
    @Inject(HarvestQueries) private readonly harvests: HarvestQueries,
    @Inject(RateLimits) private readonly limits: RateLimits,
  ) {}

  /**
   * Sent twice it makes one draft.
   * @throws {AppError} NOT_FOUND for a discussion or space out of sight, FORBIDDEN `harvest.mayNot` or `tip.mayNotWrite`,
   *   BAD_USER_INPUT `harvest.passageGone`, `harvest.notInPost`; CONFLICT `idReused`; RATE_LIMITED.
   */
  async make(viewer: Viewer, wish: HarvestWish): Promise<void> {
    const accountId = memberOf(viewer);
    const discussion = ensure(await this.discussions.byId(viewer, wish.discussionId), () => true);
    if (!canHarvest(viewer, discussion, (await this.harvests.writtenIn(accountId, [discussion.id])).has(discussion.id))) throw AppError.forbidden('harvest.mayNot');
    const place = await this.settings.of(viewer, wish.spaceId);
    if (!place.viewerCanWrite) throw AppError.forbidden('tip.mayNotWrite');
    const chosen = await this.passagesOf(viewer, discussion, wish.passages);
    const passages = [...chosen, ...(await this.quotedWithin(viewer, chosen))];
    if (!(await this.isRepeated(viewer, wish, discussion.id))) {
      await this.limits.count(MAKING, `account:${accountId}`);
      const body = outlineOf(place.template ?? [], chosen, de['draft.source']);
      await this.drafts.save(viewer, { id: wish.id, spaceId: wish.spaceId, title: discussion.title, body });
    }
    await this.db.write(viewer, async (tx) => {
      const [made]: unknown[] = await tx.query(
        `insert into harvest (tip_id, discussion_id, from_space_id, made_by, created_at) values ($1, $2, $3, $4, $5) on conflict (tip_id) do nothing returning tip_id`,
        [wish.id, discussion.id, discussion.spaceId, accountId, this.clock.now()],
      );
      if (made === undefined) return;
      await tx.query(
        `insert into harvest_passage (id, tip_id, post_id, author_id, text, place) select id, $1, post_id, author_id, text, place
         from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) with ordinality given (id, post_id, author_id, text, place)`,
        [wish.id, passages.map(() => uuidv7()), passages.map(({ postId }) => postId), passages.map((passage) => passage.authorId), passages.map(({ text }) => text)],
      );
      const quoted = passages.flatMap((passage) => passage.authorId ?? []);
      // Whoever makes the tip has said yes to the own words by choosing them.
      await tx.query(
        `insert into harvest_voice (tip_id, account_id, consent, wants_credit, asked_at, answered_at)
         select $1, a.id, case when a.id = $3 then 'verbatim' else 'open' end, a.id = $3, $4, case when a.id = $3 then $4::timestamptz end
         from account a where a.id = any($2::uuid[]) and a.deleted_at is null`,
        [wish.id, [...new Set([...quoted, ...discussion.authorIds.slice(0, 1)])], accountId, this.clock.now()],
      );
      await this.notices.ask(tx, { tipId: wish.id, fromSpaceId: discussion.spaceId, byId: accountId });
    });
  }

  /** The answer to the first try got lost on the way; the draft may have been written on since. */
  private async isRepeated(viewer: Viewer, wish: HarvestWish, discussionId: string): Promise<boolean> {
    const [row] = await this.db.query<{ discussionId: string | null; madeBy: string | null }>('select discussion_id as "discussionId", made_by as "madeBy" from harvest where tip_id = $1', [wish.id]);
    if (row === undefined) return false;
    if (row.discussionId !== discussionId || row.madeBy !== viewer.accountId || (await this.tips.byId(viewer, wish.id)) === null) throw AppError.conflict('idReused');
    return true;
  }

  private async passagesOf(viewer: Viewer, discussion: DiscussionRow, wishes: readonly PassageWish[]): Promise<readonly Passage[]> {
    const ids = [...new Set(wishes.map(({ postId }) => postId))];
    const placed = new Map((await this.posts.byIds(viewer, ids)).map((found) => [found.post.id, found]));
    const bodies = await this.posts.bodies([...placed.keys()]);
    const gone = await this.goneOf([...placed.values()].flatMap(({ post }) => post.authorIds));
    return wishes.map(({ postId, text, section }) => {
      const found = placed.get(postId);
      const body = bodies.get(postId);
      const isThere = found !== undefined && found.thread.subjectKind === 'discussion' && found.thread.subjectId === discussion.id && !found.post.isDeleted && found.post.state === 'published';
      if (!isThere || body === undefined) throw AppError.badInput('passages', 'harvest.passageGone');
      const chosen = text?.trim() ?? '';
      if (chosen !== '' && !standsIn(body, chosen)) throw AppError.badInput('passages', 'harvest.notInPost');
      const [authorId] = found.post.authorIds;
      return { postId, text: chosen === '' ? body : chosen, section: section ?? null, authorId: authorId === undefined || gone.has(authorId) ? null : authorId };
    });
  }

  /** Whom the chosen words quote in turn: their words would be read, too, so they are asked like the others. */
  private async quotedWithin(viewer: Viewer, chosen: readonly Passage[]): Promise<readonly Passage[]> {
    const bodies = await this.posts.bodies(chosen.map(({ postId }) => postId));
    const quotations = chosen.flatMap((passage) =>
      // A selection is plain words without the marks of a quotation.
      quotationsIn(bodies.get(passage.postId) ?? '').flatMap(({ postId, text }) => (repeats(passage.text, text) ? [{ postId, text, by: passage.authorId }] : [])),
    );
    if (quotations.length === 0) return [];
    const placed = new Map((await this.posts.byIds(viewer, [...new Set(quotations.map(({ postId }) => postId))])).map((found) => [found.post.id, found.post]));
    const gone = await this.goneOf([...placed.values()].flatMap(({ authorIds }) => authorIds));
    const found = quotations.flatMap(({ postId, text, by }): readonly Passage[] => {
      const authorId = placed.get(postId)?.authorIds[0];
      if (authorId === undefined || authorId === by || chosen.some((passage) => passage.postId === postId && standsIn(passage.text, text))) return [];
      return [{ postId, text, section: null, authorId: gone.has(authorId) ? null : authorId }];
    });
    return [...new Map(found.map((passage) => [`${passage.postId} ${passage.text}`, passage])).values()];
  }

  private async goneOf(accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ id: string }>('select id from account where id = any($1::uuid[]) and deleted_at is null', [accountIds]);
    const there = new Set(rows.map(({ id }) => id));
    return new Set(accountIds.filter((id) => !there.has(id)));
  }
}
