import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { uuidv7 } from '#platform/shared';
import { slugOf } from '#text/shared';
import { hashToken } from '../../libs/accounts/server/session/session.cookie.js';
import { numbers, wordFrom } from './generated-words.js';

/** The one thread that shows whether length costs anything; besides the posts asked for. */
export const LONG_THREAD = { slug: 'der-lange-faden', posts: 10_000 } as const;
interface ReplyThread {
  readonly slug: string;
  readonly id: string;
  readonly posts: number;
}

/** @param group sets their ids apart. */
function replyThreads(name: string, group: number, count: number, posts: number): readonly ReplyThread[] {
  return Array.from({ length: count }, (_unused, place) => ({
    slug: `${name}-${place}`,
    id: `0189000${group}-0000-7000-8000-${place.toString(16).padStart(12, '0')}`,
    posts,
  }));
}

/**
 * Where the bench replies; besides the others, because they grow while measured. Each writer is told of: nearly twenty in
 * the lively ones, two or three in the quiet ones, which are so many that hardly any is replied to twice.
 */
export const LIVELY_THREADS = replyThreads('hier-wird-geantwortet', 0, 50, 20);
export const QUIET_THREADS = replyThreads('hier-ist-es-still', 1, 2000, 3);
const REPLY_THREADS = [...LIVELY_THREADS, ...QUIET_THREADS];

/** Discussions per statement. */
const BATCH = 2000;
const TEXTS = 2000;
const WRITERS = 200;
const SPACES = 8;
/** The liveliness of today is the same in each size: what grows is the past behind it. */
const RECENT_POSTS = 5000;
const RECENT_DAYS = 90;
const EARLIER_DAYS = 1000;

export interface PostPlace {
  readonly spaceId: string;
  /** Who is signed in while measuring. */
  readonly accountId: string;
  readonly sessionToken: string;
}

interface GeneratedDiscussion {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly spaceId: string;
  readonly kind: 'question' | 'exchange';
  readonly size: number;
  readonly openedAt: Date;
  readonly lastAt: Date;
  readonly isSolved: boolean;
  /** How much of it the measured account has read; 0: never opened. */
  readonly readUpTo: number;
}

/** The session of one of many people, made of that of the one. */
export function writerToken(sessionToken: string, writer: number): string {
  return `${sessionToken}-${writer % WRITERS}`;
}

/** Posts in discussions of every length, straight into the tables; about as many as asked for. */
export async function fillWithPosts(dataSource: DataSource, place: PostPlace, total: number, tell: (line: string) => void): Promise<void> {
  const random = numbers(7);
  const begun = Date.now();
  await prepare(dataSource, random);
  await dataSource.query(
    `insert into session (id, account_id, token_hash, idle_expires_at, expires_at)
     select gen_random_uuid(), w.id, given.hash, now() + interval '30 days', now() + interval '30 days' from unnest($1::text[]) with ordinality given(hash, n) join bench_writer w on w.n = given.n - 1`,
    [Array.from({ length: WRITERS }, (_unused, writer) => hashToken(writerToken(place.sessionToken, writer)))],
  );
  const spaceIds = [place.spaceId, ...(await makeSpaces(dataSource, place))];
  const now = Date.now();
  const daysBack = (posts: number): number =>
    posts < RECENT_POSTS ? (RECENT_DAYS * posts) / RECENT_POSTS : RECENT_DAYS + (EARLIER_DAYS * (posts - RECENT_POSTS)) / Math.max(1, total - RECENT_POSTS);
  const discussion = (size: number, postsAfter: number, slug?: string, id: string = uuidv7()): GeneratedDiscussion => {
    const title = `${['Wie', 'Warum', 'Wo', 'Wann'][Math.floor(random() * 4)] ?? 'Wie'} ${Array.from({ length: 5 }, () => wordFrom(random())).join(' ')}?`;
    const lastAt = now - daysBack(postsAfter) * 86_400_000 - 60_000;
    const readShare = random();
    return {
      id,
      slug: slug ?? `${slugOf(title)}-${id.slice(-6)}`,
      title,
      spaceId: slug === undefined ? (spaceIds[Math.floor(random() ** 2 * spaceIds.length)] ?? place.spaceId) : place.spaceId,
      kind: random() < 0.7 ? 'question' : 'exchange',
      size,
      openedAt: new Date(lastAt - size * 3_600_000 * (0.2 + random())),
      lastAt: new Date(lastAt),
      isSolved: random() < 0.5,
      // Most is read, some only to its middle, some never opened.
      readUpTo: readShare < 0.6 ? size : readShare < 0.75 ? Math.floor(size / 2) : 0,
    };
  };
  await insert(dataSource, place, [discussion(LONG_THREAD.posts, 400, LONG_THREAD.slug), ...REPLY_THREADS.map(({ id, slug, posts }) => discussion(posts, 800, slug, id))]);
  for (let made = 0; made < total; ) {
    const batch: GeneratedDiscussion[] = [];
    while (batch.length < BATCH && made < total) {
      const size = Math.min(total - made, sizeFrom(random()));
      batch.push(discussion(size, made));
      made += size;
    }
    await insert(dataSource, place, batch);
    const seconds = (Date.now() - begun) / 1000;
    tell(`  ${made} / ${total} Beiträge, ${seconds.toFixed(0)} s, noch etwa ${(((total - made) / made) * seconds).toFixed(0)} s`);
  }
  await dataSource.query('drop table bench_text, bench_writer');
}

/** The threads of the replies as they were filled, each followed by whoever wrote there; nothing left to be told of. */
export async function takeBackReplies(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const ids = [REPLY_THREADS.map(({ id }) => id)];
  const before = [...ids, REPLY_THREADS.map(({ posts }) => posts)];
  try {
    await client.query(`delete from notice where group_kind = 'thread' and group_id = any($1::uuid[])`, ids);
    await client.query('delete from following where target_id = any($1::uuid[])', ids);
    await client.query('delete from thread_read where thread_id = any($1::uuid[])', ids);
    const GIVEN = 'unnest($1::uuid[], $2::int[]) given(id, posts)';
    await client.query(`delete from post using ${GIVEN} where thread_id = given.id and position > given.posts`, before);
    await client.query(`update thread set last_position = given.posts, post_count = given.posts from ${GIVEN} where thread.id = given.id`, before);
    await client.query(`update discussion set last_position = given.posts, reply_count = given.posts - 1 from ${GIVEN} where discussion.id = given.id`, before);
    await client.query(
      `insert into following (account_id, target_kind, target_id, level, since) select distinct author_ids[1], 'thread', thread_id, 'all', now() from post where thread_id = any($1::uuid[])`,
      ids,
    );
    await client.query('delete from outbox.job');
    for (const table of ['notice', 'post', 'thread', 'discussion', 'thread_read', 'following']) await client.query(`vacuum analyze ${table}`);
  } finally {
    await client.end();
  }
}

/** Many threads of two or three posts, few of hundreds: mean about twelve. */
function sizeFrom(random: number): number {
  return Math.min(400, Math.max(1, Math.floor(2.2 / (1 - random) ** 0.85)));
}

/** Texts to choose from, made once, and people to have written them. */
async function prepare(dataSource: DataSource, random: () => number): Promise<void> {
  const texts = Array.from({ length: TEXTS }, () => Array.from({ length: 15 + Math.floor(random() * 90) }, () => wordFrom(random())).join(' '));
  await dataSource.query('set statement_timeout = 0');
  await dataSource.query(`create unlogged table bench_text as select n::int - 1 as n, text from unnest($1::text[]) with ordinality given(text, n)`, [texts]);
  await dataSource.query('create unique index on bench_text (n)');
  await dataSource.query(
    `insert into account (id, address, name, standing, confirmed_at, approved_at)
     select gen_random_uuid(), 'writer' || n || '@example.org', 'Person ' || n, 'approved', now(), now() from generate_series(0, $1::int - 1) n`,
    [WRITERS],
  );
  await dataSource.query(`create unlogged table bench_writer as select substring(address from '\\d+')::int as n, id from account where address like 'writer%'`);
  await dataSource.query('create unique index on bench_writer (n); analyze bench_text; analyze bench_writer');
}

async function makeSpaces(dataSource: DataSource, { accountId, spaceId }: PostPlace): Promise<readonly string[]> {
  const ids = Array.from({ length: SPACES - 1 }, () => uuidv7());
  await dataSource.query(`insert into space (id, slug, name, visibility) select id, 'raum-' || n, 'Raum ' || n, 'public' from unnest($1::uuid[]) with ordinality given(id, n)`, [ids]);
  await dataSource.query(`insert into space_member (space_id, account_id, role) select id, $2, 'member' from unnest($1::uuid[]) id`, [ids, accountId]);
  await dataSource.query(`insert into space_member (space_id, account_id, role) select s.id, w.id, 'member' from unnest($1::uuid[]) s(id) cross join bench_writer w`, [[spaceId, ...ids]]);
  return ids;
}

/** A uuid of version 7 for a time, as the product makes them: rows that belong together lie together. */
const uuidAt = (time: string, what: string): string =>
  `(lpad(to_hex((extract(epoch from ${time}) * 1000)::bigint), 12, '0') || '7' || substr(md5(${what}), 1, 3) || '8' || substr(md5(${what}), 4, 15))::uuid`;

async function insert(dataSource: DataSource, { accountId }: PostPlace, batch: readonly GeneratedDiscussion[]): Promise<void> {
  const column = <Name extends keyof GeneratedDiscussion>(name: Name): readonly GeneratedDiscussion[Name][] => batch.map((row) => row[name]);
  await dataSource.transaction(async (tx) => {
    await tx.query(
      `create temporary table batch on commit drop as
       select given.*, w.id as author_id from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::int[], $7::timestamptz[], $8::timestamptz[], $9::bool[], $10::int[])
         as given(id, slug, title, space_id, kind, size, opened_at, last_at, is_solved, read_up_to)
       join bench_writer w on w.n = abs(hashtext(given.slug)) % ${WRITERS}`,
      [column('id'), column('slug'), column('title'), column('spaceId'), column('kind'), column('size'), column('openedAt'), column('lastAt'), column('isSolved'), column('readUpTo')],
    );
    // Who writes what in which place, decided once.
    await tx.query(
      `create temporary table written on commit drop as
       select d.id as thread_id, d.space_id, p as position, case when p = 1 then d.author_id else w.id end as author_id, x.text,
         d.opened_at + (d.last_at - d.opened_at) * (p - 1) / greatest(1, d.size - 1) as at, (h.v / 7) % 10 = 0 and p < d.size as is_thanked
       from batch d cross join lateral generate_series(1, d.size) p
       cross join lateral (select abs(hashtext(d.slug || p)) as v) h
       join bench_writer w on w.n = h.v % ${WRITERS} join bench_text x on x.n = h.v % ${TEXTS}`,
    );
    await tx.query('analyze batch; analyze written');
    await tx.query(
      `insert into thread (id, subject_kind, subject_id, space_id, author_ids, state, title, last_position, post_count, last_post_at, created_at)
       select id, 'discussion', id, space_id, array[author_id], 'published', title, size, size, last_at, opened_at from batch`,
    );
    await tx.query(
      `insert into post (id, thread_id, position, space_id, author_ids, state, is_opening, body, html, plain_text, reactions, created_at)
       select ${uuidAt('w.at', "w.thread_id::text || ' ' || w.position")}, w.thread_id, w.position, w.space_id, array[w.author_id], 'published', w.position = 1, w.text, '<p>' || w.text || '</p>', w.text,
         case when w.is_thanked then '{"thanks": 1}' else '{}' end::jsonb, w.at
       from written w order by w.thread_id, w.position`,
    );
    await tx.query(
      `insert into post_reaction (post_id, account_id, kind, created_at)
       select p.id, b.author_id, 'thanks', p.created_at from post p join batch b on b.id = p.thread_id where p.reactions <> '{}'`,
    );
    await tx.query(
      `insert into discussion (id, space_id, author_ids, state, slug, title, kind, excerpt, reply_count, last_position, last_activity_at, last_post_by, answered_at, solved_at, created_at)
       select b.id, b.space_id, array[b.author_id], 'published', b.slug, b.title, b.kind, left(first.text, 200), b.size - 1, b.size, b.last_at, last.author_id,
         case when b.size > 1 then b.opened_at + interval '1 hour' end, case when b.kind = 'question' and b.is_solved and b.size > 1 then b.last_at end, b.opened_at
       from batch b join written first on first.thread_id = b.id and first.position = 1 join written last on last.thread_id = b.id and last.position = b.size`,
    );
    await tx.query('insert into discussion_slug (slug, discussion_id, created_at) select slug, id, opened_at from batch');
    await tx.query(
      `insert into accepted_answer (discussion_id, post_id, accepted_by, accepted_at)
       select d.id, p.id, d.author_ids[1], d.solved_at from discussion d join batch b on b.id = d.id join post p on p.thread_id = d.id and p.position = 2 where d.solved_at is not null`,
    );
    await tx.query(
      `insert into thread_read (account_id, thread_id, position, read_at) select $1::uuid, id, read_up_to, last_at from batch where read_up_to > 0
       union all
       select w.id, b.id, b.size, b.last_at from batch b join bench_writer w on (w.n + abs(hashtext(b.slug))) % 40 = 0`,
      [accountId],
    );
  });
}
