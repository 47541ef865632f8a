import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isMember, type Viewer } from '#access/server';
import { Following, FollowTargets, NoticeKinds, Notices, type FollowTargetView, type NoticeKind, type NoticeReason, type NoticeView, type Telling } from '#notifications/server';
import { Db, LOGGER, Outbox, together, type ConsumedEvent, type Logger } from '#platform/server';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import { PostCards } from './post/post-cards.js';
import { ThreadSubjects } from './thread/thread-subjects.js';
import { ThreadQueries } from './thread/thread.queries.js';

const texts = { de, en };

/** Posts whose people are told in one transaction. */
const TOLD_TOGETHER = 20;

/** By what addresses somebody, before what merely goes on where they listen. */
const KINDS = {
  addressed: { kind: 'threads.addressed', category: 'mentions' },
  onOwn: { kind: 'threads.onOwn', category: 'own' },
  opened: { kind: 'threads.opened', category: 'followed' },
  written: { kind: 'threads.written', category: 'followed' },
} as const satisfies Readonly<Record<string, Pick<NoticeKind, 'kind' | 'category'>>>;

/** A post with whomever it could concern. */
interface Told {
  readonly id: string;
  readonly threadId: string;
  readonly spaceId: string;
  readonly authorId: string;
  readonly isOpening: boolean;
  readonly ownerIds: readonly string[];
  readonly topicIds: readonly string[];
  readonly mentionedIds: readonly string[];
  readonly quotedIds: readonly string[];
  readonly answeredId: string | null;
}

interface Addressee {
  readonly accountId: string;
  readonly reason: NoticeReason;
}

/** Who is told of posts: whom they name, quote and answer, whose subject it is, who follows. Each person once, by the strongest reason. */
@Injectable()
export class ThreadsNotices implements OnModuleInit {
  constructor(
    @Inject(NoticeKinds) kinds: NoticeKinds,
    @Inject(FollowTargets) targets: FollowTargets,
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(Following) private readonly following: Following,
    @Inject(PostCards) private readonly cards: PostCards,
    @Inject(ThreadQueries) private readonly threads: ThreadQueries,
    @Inject(ThreadSubjects) private readonly subjects: ThreadSubjects,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    for (const kind of Object.values(KINDS)) kinds.register({ ...kind, texts, load: async (viewer, ids) => this.views(viewer, ids) });
    targets.register({ kind: 'thread', load: async (viewer, ids) => this.targets(viewer, ids) });
  }

  onModuleInit(): void {
    this.outbox.consume({
      name: 'threads.notices',
      events: ['PostWritten', 'PostEdited'],
      batchSize: TOLD_TOGETHER,
      handle: async (events) => this.tellOf(events),
    });
  }

  /** Together where all goes well; else each by itself, so that one that fails holds up none of the others. */
  private async tellOf(events: readonly ConsumedEvent[]): Promise<void> {
    const tellTogether = (some: readonly ConsumedEvent[]): Promise<void> => this.db.write({ accountId: null }, async (tx) => this.tell(tx, some));
    if (events.length > 1) {
      try {
        return await tellTogether(events);
      } catch (error) {
        this.logger.warn({ error: error instanceof Error ? error.message : String(error), posts: events.length }, 'people are told of posts one by one');
      }
    }
    const failures: unknown[] = [];
    for (const event of events) await tellTogether([event]).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  private async tell(tx: EntityManager, events: readonly ConsumedEvent[]): Promise<void> {
    const posts = new Map((await this.concerned(tx, events.map(({ payload }) => String(payload['postId'])))).map((post) => [post.id, post]));
    const named = [...posts.values()].flatMap((post) => post.mentionedIds.map((accountId) => ({ postId: post.id, accountId })));
    const asked = events.map(async ({ name, payload }) => {
      const post = posts.get(String(payload['postId']));
      if (post === undefined) return [];
      // Changed since: whom it names is told by the first of its events.
      posts.set(post.id, { ...post, mentionedIds: [] });
      return this.tellingsOf(tx, post, String(payload['occasionId']), name === 'PostWritten');
    });
    await this.notices.tell(tx, ...(await together(...asked)).flat());
    if (named.length === 0) return;
    // These alone: whom an edit has named meanwhile is told with that edit.
    await tx.query('update post_mention m set is_told = true from unnest($1::uuid[], $2::uuid[]) told(post_id, account_id) where m.post_id = told.post_id and m.account_id = told.account_id', [
      named.map(({ postId }) => postId),
      named.map(({ accountId }) => accountId),
    ]);
  }

  /** The strongest first: whoever is named is not told once more that the thread goes on. */
  private async tellingsOf(tx: EntityManager, post: Told, occasionId: string, isNew: boolean): Promise<readonly Telling[]> {
    const targets = [{ kind: 'thread', id: post.threadId, reason: 'followsThread' }, ...post.topicIds.map((id) => ({ kind: 'topic', id, reason: 'followsTopic' }) as const), { kind: 'space', id: post.spaceId, reason: 'followsSpace' }] as const;
    const addressed: Addressee[] = [
      ...post.mentionedIds.map((accountId) => ({ accountId, reason: 'mentioned' }) as const),
      ...(isNew ? post.quotedIds.map((accountId) => ({ accountId, reason: 'quoted' }) as const) : []),
      ...(isNew && post.answeredId !== null ? [{ accountId: post.answeredId, reason: 'answered' } as const] : []),
    ];
    const owners: Addressee[] = isNew && !post.isOpening ? post.ownerIds.map((accountId) => ({ accountId, reason: 'ownContent' })) : [];
    if (!isNew && addressed.length === 0) return [];
    const { audience, muted } = await this.following.hearing(tx, targets);
    const telling = (kind: keyof typeof KINDS, to: readonly Addressee[]): Telling => ({
      occasionId, kind: KINDS[kind].kind, subjectId: post.id, group: { kind: 'thread', id: post.threadId }, spaceId: post.spaceId, actorId: post.authorId, to,
    });
    return [
      telling('addressed', addressed.filter(({ accountId }) => !muted.has(accountId))),
      telling('onOwn', owners.filter(({ accountId }) => !muted.has(accountId))),
      ...(isNew ? [telling(post.isOpening ? 'opened' : 'written', audience)] : []),
    ];
  }

  /** Without what is out of sight by now: nobody is told of it. In the order of their ids, so that two workers do not wait for each other crosswise. */
  private async concerned(tx: EntityManager, ids: readonly string[]): Promise<readonly Told[]> {
    return tx.query(
      `select p.id, p.thread_id as "threadId", p.space_id as "spaceId", p.author_ids[1] as "authorId", p.is_opening as "isOpening",
         t.author_ids as "ownerIds", t.topic_ids as "topicIds",
         array(select m.account_id from post_mention m where m.post_id = p.id and m.is_reader and not m.is_told) as "mentionedIds",
         array(select distinct q.author_ids[1] from post_quote l join post q on q.id = l.quoted_id where l.post_id = p.id and q.deleted_at is null and q.state = 'published') as "quotedIds",
         (select q.author_ids[1] from post q where q.id = p.reply_to_id) as "answeredId"
       from post p join thread t on t.id = p.thread_id
       where p.id = any($1::uuid[]) and p.state = 'published' and p.deleted_at is null and t.state in ('published', 'retired') order by p.id for no key update of p`,
      [ids],
    );
  }

  private async views(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, NoticeView>> {
    const cards = (await this.cards.of(viewer, ids)).filter((card) => card.state === 'published');
    return new Map(cards.map((card) => [card.id, { title: card.title, text: card.plainText, html: card.html, path: card.path, spaceId: card.spaceId, authorName: isMember(viewer) ? card.authorName : null }]));
  }

  private async targets(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, FollowTargetView>> {
    const threads = await this.threads.byIds(viewer, ids);
    const found = new Map<string, FollowTargetView>();
    for (const kind of new Set(threads.map((thread) => thread.subjectKind))) {
      const own = threads.filter((thread) => thread.subjectKind === kind);
      const subjects = await this.subjects.find(kind)?.load(viewer, own.map((thread) => thread.subjectId));
      for (const thread of own) {
        const subject = subjects?.get(thread.subjectId);
        if (subject !== undefined) found.set(thread.id, { title: subject.title, path: subject.path });
      }
    }
    return found;
  }
}
