import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { CLOCK, type Clock, type Emit } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { Threads } from '#threads/server';
import type { WrittenText } from '../draft/written-text.js';
import { tipEvents } from '../tips.outbox.js';
import { PublishObstacles } from './publish-obstacles.js';
import { TipEntity } from './tip.entity.js';
import { TipQueries } from './tip.queries.js';
import type { TipRow } from './tip.row.js';
import { TipTexts } from './tip.texts.js';

export interface Release {
  /** Locked, or made in this transaction. */
  readonly tip: Pick<TipRow, 'id' | 'spaceId' | 'state' | 'slug' | 'title' | 'revisionNumber'>;
  readonly text: WrittenText;
  /** Who wrote it; stands in the history. */
  readonly authorId: string | null;
  readonly checkAfterMonths: number;
  readonly restoredFrom?: number;
  readonly source?: { readonly key: string; readonly fingerprint: string };
}

/** The one way a text becomes what readers see: rendered, addressed, kept as a revision. */
@Injectable()
export class TipRelease {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TipTexts) private readonly texts: TipTexts,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(PublishObstacles) private readonly obstacles: PublishObstacles,
    @Inject(Threads) private readonly threads: Threads,
  ) {}

  /** Before the transaction of a release by hand. @throws {AppError} RATE_LIMITED, see {@link PublishObstacles}. */
  async admit(viewer: Viewer, tipId: string): Promise<void> {
    await this.obstacles.admit(viewer, tipId);
  }

  /** @throws {AppError} CONFLICT where another domain still has something to settle, see {@link PublishObstacles}. */
  async release(tx: EntityManager, emit: Emit, { tip, text, authorId, checkAfterMonths, restoredFrom, source }: Release): Promise<void> {
    await this.obstacles.ensureNone(tx, { tipId: tip.id, spaceId: tip.spaceId, title: text.title, summary: text.summary, body: text.body });
    const number = tip.revisionNumber + 1;
    const isFirst = number === 1;
    const isMinor = text.isMinor && !isFirst;
    const now = this.clock.now();
    const rendered = await this.texts.renderIn(tx, tip, text.body, source?.key);
    const slug = isFirst || text.title !== tip.title ? await this.texts.claimSlug(tx, tip.id, text.title) : tip.slug;
    // A retired tip can be mended without being advised again.
    const state = tip.state === 'retired' ? 'retired' : 'published';
    await tx.update(TipEntity, { id: tip.id }, {
      state,
      slug,
      title: text.title,
      summary: text.summary,
      body: text.body,
      html: rendered.html,
      outline: rendered.outline,
      plainText: rendered.plainText,
      words: rendered.words,
      readingMinutes: rendered.readingMinutes,
      topicIds: [...text.topicIds],
      authorIds: [...text.authorIds],
      revisionNumber: number,
      ...(isFirst ? { publishedAt: now } : {}),
      ...(isMinor ? {} : { revisedAt: now, checkedAt: now, checkedById: authorId, checkDueOn: dayAfter(this.tips.today(), checkAfterMonths), overdueToldOn: null }),
      ...(source === undefined ? {} : { sourceKey: source.key, sourceFingerprint: source.fingerprint }),
    });
    if (!isFirst) await this.threads.sync(tx, emit, { kind: 'tip', id: tip.id }, { state, title: text.title, authorIds: text.authorIds, topicIds: text.topicIds });
    await tx.query(
      `insert into tip_revision (id, tip_id, number, title, summary, body, topic_ids, author_id, note, is_minor, restored_from, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [uuidv7(), tip.id, number, text.title, text.summary, text.body, text.topicIds, authorId, text.note, isMinor, restoredFrom ?? null, now],
    );
    if (!isMinor && !isFirst) {
      await tx.query('update tip_note set resolved_at = $2, resolved_by = $3 where tip_id = $1 and resolved_at is null', [tip.id, now, authorId]);
    }
    emit(tipEvents.published({ tipId: tip.id, spaceId: tip.spaceId, revision: number, isMinor }));
  }

  /** The released text as it stands, or nothing before the first release. */
  async textOf(tx: EntityManager, tip: Pick<TipRow, 'id' | 'title' | 'summary' | 'topicIds' | 'authorIds'>): Promise<WrittenText> {
    const [row]: { body: string }[] = await tx.query('select body from tip where id = $1', [tip.id]);
    return { title: tip.title, summary: tip.summary, body: row?.body ?? '', topicIds: tip.topicIds, authorIds: tip.authorIds, note: '', isMinor: false };
  }
}

/** The day so many months after a day; the last of a shorter month. Both `YYYY-MM-DD`. */
export function dayAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
