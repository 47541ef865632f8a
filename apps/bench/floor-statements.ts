const PAGE = `
  select t.id, t.slug, t.state, t.title, t.summary, t.html, t.outline, t.words, t.reading_minutes as "readingMinutes",
    t.revision_number as "revisionNumber", t.published_at as "publishedAt", t.revised_at as "revisedAt", t.checked_at as "checkedAt",
    t.check_due_on::text as "checkDueOn", t.helped_count as "helpedCount",
    (select json_agg(json_build_object('accountId', a.id, 'name', a.name)) from account a where a.id = any(t.author_ids)) as authors,
    (select json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) from space s where s.id = t.space_id) as space
  from tip t where t.slug = $1`;

const LIST = `
  select t.id, t.slug, t.title, t.summary, t.reading_minutes as "readingMinutes", t.revised_at as "revisedAt", t.helped_count as "helpedCount",
    (select json_agg(json_build_object('accountId', a.id, 'name', a.name)) from account a where a.id = any(t.author_ids)) as authors
  from tip t join space s on s.id = t.space_id
  where s.slug = $1 and t.state = 'published'
  order by t.revised_at desc, t.id desc limit 30`;

/** What most would build: PostgreSQL's own German search, the best twenty by its own rank, counted and marked by it as well. */
const SEARCH = `
  select t.id, t.slug, t.title, ts_headline('german', t.title, asked) as "markedTitle",
    ts_headline('german', t.plain_text, asked, 'MaxWords=35, MinWords=20') as excerpt, best.total
  from websearch_to_tsquery('german', $1) asked
  cross join lateral (
    select f.tip_id, ts_rank(f.words, asked) as rank, count(*) over () as total
    from bench_floor_search f join tip on tip.id = f.tip_id
    where f.words @@ asked and tip.state = 'published'
    order by rank desc limit 20
  ) best
  join tip t on t.id = best.tip_id
  order by best.rank desc`;


const AUTHOR = (id: string): string => `(select json_build_object('accountId', a.id, 'name', a.name) from account a where a.id = ${id})`;

const THREAD = `
  select d.id, d.slug, d.title, d.kind, d.state, d.reply_count as "replyCount", d.last_position as "lastPosition", d.created_at as "createdAt",
    d.solved_at as "solvedAt", d.closed_at as "closedAt", ${AUTHOR('d.author_ids[1]')} as author,
    (select json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) from space s where s.id = d.space_id) as space,
    (select json_build_object('id', t.id, 'postCount', t.post_count, 'lastPosition', t.last_position) from thread t where t.id = d.id) as thread,
    (select json_agg(w) from (
      select p.id, p.position, p.created_at as "createdAt", p.edited_at as "editedAt", p.revision_number as "revisionNumber", p.html, p.reactions,
        p.deleted_at is not null as "isDeleted", ${AUTHOR('p.author_ids[1]')} as author
      from post p where p.thread_id = d.id and p.position >= $2::int and p.state = 'published' order by p.position limit 21) w) as posts
  from discussion d where d.slug = $1`;

const ROW = `d.id, d.slug, d.title, d.kind, d.excerpt, d.reply_count as "replyCount", d.last_position as "lastPosition", d.last_activity_at as "lastActivityAt",
  d.created_at as "createdAt", d.solved_at as "solvedAt", ${AUTHOR('d.author_ids[1]')} as author`;

const DISCUSSIONS = `
  select ${ROW} from discussion d join space s on s.id = d.space_id
  where s.slug = $1 and d.state = 'published' and d.merged_into_id is null order by d.last_activity_at desc, d.id desc limit 31`;

/** What somebody has not read of the last three months. */
const UNREAD_OF = `from account me cross join discussion d left join thread_read r on r.thread_id = d.id and r.account_id = me.id
  where me.address = $1 and d.state = 'published' and d.merged_into_id is null and d.last_activity_at > now() - interval '90 days' and d.last_position > coalesce(r.position, 0)`;

const UNREAD = `
  select ${ROW}, d.last_position - coalesce(r.position, 0) as "unreadCount",
    (select json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) from space s where s.id = d.space_id) as space
  ${UNREAD_OF} order by d.last_activity_at desc, d.id desc limit 31`;

const CATCH_UP = `
  select s.id, s.slug, s.name, u."discussionCount", u."postCount", u.discussions from space s join (
    select x."spaceId", count(*) as "discussionCount", sum(x."unreadCount") as "postCount", json_agg(x order by x."lastActivityAt" desc) filter (where x.place <= 10) as discussions
    from (select ${ROW}, d.space_id as "spaceId", d.last_position - coalesce(r.position, 0) as "unreadCount",
        row_number() over (partition by d.space_id order by d.last_activity_at desc) as place ${UNREAD_OF}) x
    group by 1) u on u."spaceId" = s.id order by s.name`;

/** A post at the end of its thread, with the counters that lists need; one statement is one transaction. */
export const REPLY = `
  with thread as (
    update thread set last_position = last_position + 1, post_count = post_count + 1, last_post_at = now() where id = $2 returning id, space_id, last_position),
  discussion as (
    update discussion set reply_count = reply_count + 1, last_position = thread.last_position, last_activity_at = now() from thread where discussion.id = thread.id),
  me as (select id, name from account where address = 'bench@example.org')
  insert into post (id, thread_id, position, space_id, author_ids, state, body, html, plain_text, created_at)
  select $1, thread.id, thread.last_position, thread.space_id, array[me.id], 'published', $3, $4, $3, now() from thread, me
  returning id, position, created_at as "createdAt", html`;

/** By the first part of the path; the parts after it are the values. */
export const readStatements: Readonly<Record<string, string>> = {
  page: PAGE, list: LIST, search: SEARCH, thread: THREAD, discussions: DISCUSSIONS, unread: UNREAD, catchup: CATCH_UP,
};
