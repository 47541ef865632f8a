import { createServer } from 'node:http';
import { Pool } from 'pg';

/**
 * The floor: the same data with nothing between socket and database but node:http, pg and JSON. No viewer, no
 * rights, no limits, no errors worth the name. `node floor.js <database url> <port>`.
 */
const [url = '', port = '0'] = process.argv.slice(2);
const pool = new Pool({ connectionString: url, max: 10 });

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

const statements: Readonly<Record<string, string>> = { page: PAGE, list: LIST, search: SEARCH };

createServer((request, response) => {
  const [, kind = '', value = ''] = (request.url ?? '').split('/');
  const text = statements[kind];
  if (text === undefined) {
    response.writeHead(404).end();
    return;
  }
  pool.query({ name: kind, text, values: [decodeURIComponent(value)] }).then(
    ({ rows }) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: rows })),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(port), '127.0.0.1', () => console.log('floor is running'));
