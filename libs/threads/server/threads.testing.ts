import { holds, visibleTo, type ContentState, type Viewer } from '#access/server';
import { anAccount } from '#accounts/server/testing';
import type { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { aSpace } from '../../spaces/server/spaces.testing.js';
import { linkedIn } from './post/linked-in.js';
import { PostTexts } from './post/post-texts.js';
import { postEvents } from './threads.outbox.js';
import { ThreadSubjects, type HeldSubject, type ThreadSubject, type ThreadSubjectKind } from './thread/thread-subjects.js';

interface HasId {
  readonly id: string;
}

/** Things that bear threads and exist for specs of threads alone; kept in memory, seen by the one rule. */
export class TestSubjects implements ThreadSubjectKind {
  private static readonly ofServer = new WeakMap<TestServer, TestSubjects>();
  private readonly subjects = new Map<string, ThreadSubject>();
  readonly hold?: (_tx: unknown, id: string) => Promise<HeldSubject | null>;

  private constructor(
    readonly kind: string,
    isLazy: boolean,
  ) {
    if (isLazy) this.hold = async (_tx, id) => this.subjects.get(id) ?? null;
  }

  /** Known to the server's threads as `thing` (opened by their domain) and, where wished, `note` (opened by the first post). */
  static of(server: TestServer): TestSubjects {
    const known = TestSubjects.ofServer.get(server);
    if (known !== undefined) return known;
    const made = new TestSubjects('thing', false);
    server.app.get(ThreadSubjects).contribute(made);
    TestSubjects.ofServer.set(server, made);
    return made;
  }

  /** A kind whose threads come with their first post. */
  static openedByFirstPost(server: TestServer, kind = 'note'): TestSubjects {
    const made = new TestSubjects(kind, true);
    server.app.get(ThreadSubjects).contribute(made);
    return made;
  }

  put(subject: Omit<ThreadSubject, 'path'>): void {
    this.subjects.set(subject.id, { ...subject, path: `/ding/${subject.id}` });
  }

  async load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ThreadSubject>> {
    const found = ids.flatMap((id) => this.subjects.get(id) ?? []).filter((subject) => holds(visibleTo(viewer), subject));
    return new Map(found.map((subject) => [subject.id, subject]));
  }

  pathAt(subject: ThreadSubject, position: number): string {
    return `${subject.path}/${position}`;
  }
}

export interface TestThread {
  readonly id: string;
  readonly spaceId: string;
  readonly subject: { readonly kind: string; readonly id: string };
}

/** What a spec says about the thread it needs; its parents are invented where they are not given. */
export interface ThreadWishes {
  /** Of a thread that its first post opens: the id of its subject. */
  readonly id?: string;
  readonly in?: HasId;
  readonly by?: HasId;
  /** `published` unless set. */
  readonly state?: ContentState;
  readonly title?: string;
  readonly isClosed?: boolean;
  readonly slowModeSeconds?: number;
  /** Of a content domain; something invented unless set. */
  readonly subject?: { readonly kind: string; readonly id: string };
}

/** A thread straight into the tables, without a post. */
export async function aThread(server: TestServer, wishes: ThreadWishes = {}): Promise<TestThread> {
  const author = wishes.by ?? (await anAccount(server));
  const space = wishes.in ?? (await aSpace(server, { members: [[author, 'member']] }));
  const id = wishes.id ?? uuidv7();
  const title = wishes.title ?? 'Ein Ding mit Beiträgen';
  const state = wishes.state ?? 'published';
  const subject = wishes.subject ?? { kind: 'thing', id: uuidv7() };
  if (wishes.subject === undefined) TestSubjects.of(server).put({ id: subject.id, title, spaceId: space.id, authorIds: [author.id], state });
  await server.db.query(
    `insert into thread (id, subject_kind, subject_id, space_id, author_ids, state, title, is_closed, slow_mode_seconds, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, subject.kind, subject.id, space.id, [author.id], state, title, wishes.isClosed ?? false, wishes.slowModeSeconds ?? 0, server.clock.now()],
  );
  return { id, spaceId: space.id, subject };
}

export interface TestPost {
  readonly id: string;
  readonly threadId: string;
  readonly position: number | null;
}

export interface PostWishes {
  readonly by?: HasId;
  readonly body?: string;
  readonly isOpening?: boolean;
  /** `published` unless set; `review` is held back. */
  readonly state?: 'published' | 'review' | 'hidden';
  readonly isDeleted?: boolean;
  readonly replyTo?: HasId;
}

/** A post straight into the tables, at the end of its thread, with what it quotes and whom it names; published ones are told. */
export async function aPost(server: TestServer, thread: { readonly id: string; readonly spaceId: string }, wishes: PostWishes = {}): Promise<TestPost> {
  const author = wishes.by ?? (await anAccount(server));
  const id = uuidv7();
  const state = wishes.state ?? 'published';
  const text = server.app.get(PostTexts).prepare(id, wishes.body ?? 'Ein **kurzer** Beitrag.');
  const { quotedIds, mentionedIds } = linkedIn(text.html);
  const now = server.clock.now();
  return server.db.write({ accountId: null }, async (tx, emit) => {
    const [row]: { position: number | null }[] = await tx.query(
      `with placed as (update thread set last_position = last_position + 1, last_post_at = $9,
           post_count = post_count + case when $5 = 'published' and not $11 then 1 else 0 end where id = $2 and $5 <> 'review' returning last_position)
       insert into post (id, thread_id, position, space_id, author_ids, state, is_opening, body, html, plain_text, created_at, reply_to_id, deleted_at, deleted_by, hidden_reason, held_reasons)
       select $1::uuid, $2::uuid, (select last_position from placed), $3::uuid, array[$4::uuid], $5, $10::boolean, $6, $7, $8, $9::timestamptz, $12::uuid,
         case when $11 then $9::timestamptz end, case when $11 then $4::uuid end, case when $5 = 'hidden' then 'Wird geprüft' end,
         case when $5 = 'review' then array['firstPosts'] else '{}'::text[] end
       returning position`,
      [id, thread.id, thread.spaceId, author.id, state, text.body, text.html, text.plainText, now, wishes.isOpening ?? false, wishes.isDeleted ?? false, wishes.replyTo?.id ?? null],
    );
    await tx.query('insert into post_mention (post_id, account_id, is_reader) select $1, a.id, true from unnest($2::uuid[]) a(id)', [id, mentionedIds]);
    await tx.query('insert into post_quote (post_id, quoted_id) select $1, q.id from post q where q.id = any($2::uuid[])', [id, quotedIds]);
    await tx.query(
      `update post set quote_count = (select count(*) from post_quote l where l.post_id = post.id), quoted_by_count = (select count(*) from post_quote l where l.quoted_id = post.id)
       where id = any($1::uuid[])`,
      [[id, ...quotedIds]],
    );
    if (state === 'published' && wishes.isDeleted !== true) emit(postEvents.written({ postId: id, threadId: thread.id, spaceId: thread.spaceId, byId: author.id }));
    return { id, threadId: thread.id, position: row?.position ?? null };
  });
}

/** How many reads some work makes of the database, beside its transactions. */
export async function statementsOf(server: TestServer, work: () => Promise<unknown>): Promise<number> {
  const db = server.db as unknown as Record<'query' | 'hotQuery', (...parameters: unknown[]) => Promise<unknown>>;
  const before = { query: db.query, hotQuery: db.hotQuery };
  let statements = 0;
  for (const name of ['query', 'hotQuery'] as const) {
    db[name] = async (...parameters) => {
      statements += 1;
      return before[name].apply(server.db, parameters);
    };
  }
  try {
    await work();
  } finally {
    Object.assign(db, before);
  }
  return statements;
}
