import 'reflect-metadata';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { SearchIndexing } from '#search/server';
import { readConfig, startEmbeddedPostgres } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { hashToken, newSessionToken } from '../../libs/accounts/server/session/session.cookie.js';
import { startApplication } from '../server/app.js';
import { FREQUENT_WORD, fillWithTips, RARE_WORD } from './generated-tips.js';
import { measure, type Measurement, type Target } from './load.js';
import { startFloor, startProduct, type Subject } from './subjects.js';

const { values: options } = parseArgs({
  options: {
    /** `--tips 1000,20000` narrows or widens the run. */
    tips: { type: 'string', default: '1000,100000' },
    /** `--only search` runs the scenarios whose name holds that word. */
    only: { type: 'string', default: '' },
    /** `--keep .data/bench` leaves the filled databases there and finds them again. */
    keep: { type: 'string' },
    rounds: { type: 'string', default: '3' },
  },
});
const SIZES = options.tips.split(',').map(Number);
const ROUNDS = Number(options.rounds);
const SECONDS = 3;

const TIP_PAGE = `query TipPage($slug: String!) { tip(slug: $slug) {
  id slug state title summary html outline { level id text } words readingMinutes revisionNumber publishedAt revisedAt checkedAt checkDueOn helpedCount
  authors { accountId name } space { id slug name } } }`;
const TIP_LIST = `query TipList($space: String!) { tips(space: $space, first: 30) {
  nodes { id slug title summary readingMinutes revisedAt helpedCount authors { accountId name } } pageInfo { hasNextPage endCursor } } }`;
const SEARCH = `query Search($input: SearchInput!) { search(input: $input) { totalCount hits { id kind path title { text isMatch } excerpt { segments { text isMatch } } } } }`;

interface Filled {
  readonly size: number;
  readonly databaseUrl: string;
  readonly sessionToken: string;
  readonly dataDir: string;
}

/** A database with so many tips in a public space, so that guests and members read the same. */
async function fill(serverUrl: string, size: number, scratch: string): Promise<Filled> {
  const name = `bench_${size}`;
  const dataDir = path.join(scratch, name);
  const tokenFile = path.join(dataDir, 'session.token');
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  if (existsSync(tokenFile)) return { size, databaseUrl: url.href, sessionToken: readFileSync(tokenFile, 'utf8'), dataDir };
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'error', DATABASE_URL: url.href, DATA_DIR: dataDir });
  const { app, dataSource, stop } = await startApplication(config, { isWorker: false, isOnly: false });
  const [authorId, spaceId, token] = [uuidv7(), uuidv7(), newSessionToken()];
  await dataSource.query(
    `insert into account (id, address, name, standing, confirmed_at, approved_at) values ($1, 'bench@example.org', 'Bea Bench', 'approved', now(), now())`,
    [authorId],
  );
  await dataSource.query(`insert into session (id, account_id, token_hash, idle_expires_at, expires_at) values ($1, $2, $3, now() + interval '1 day', now() + interval '1 day')`, [uuidv7(), authorId, hashToken(token)]);
  await dataSource.query(`insert into space (id, slug, name, visibility) values ($1, 'bank', 'Bank', 'public')`, [spaceId]);
  await dataSource.query(`insert into space_member (space_id, account_id, role) values ($1, $2, 'moderator')`, [spaceId, authorId]);
  console.log(`${size} Tipps werden gefüllt …`);
  const begun = Date.now();
  await fillWithTips(dataSource, { spaceId, authorId }, size, console.log);
  await dataSource.query(`set statement_timeout = 0; create table bench_floor_search as select id as tip_id, to_tsvector('german', title || ' ' || plain_text) as words from tip;
    create index on bench_floor_search using gin (words); create index on bench_floor_search (tip_id); analyze bench_floor_search`);
  console.log(`Suche wird gefüllt … (bisher ${((Date.now() - begun) / 1000).toFixed(0)} s)`);
  await app.get(SearchIndexing, { strict: false }).rebuild((line: string) => console.log(`  ${line}`));
  await dataSource.query('vacuum analyze');
  console.log(`${size} Tipps gefüllt in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  await stop();
  writeFileSync(tokenFile, token, { mode: 0o600 });
  return { size, databaseUrl: url.href, sessionToken: token, dataDir };
}

interface Scenario {
  readonly name: string;
  readonly query: string;
  readonly variables: object;
  readonly floorPath: string;
  readonly has: string;
}

function scenariosFor(size: number): readonly Scenario[] {
  const slug = `tipp-${Math.floor(size / 2)}`;
  const search = (text: string) => ({ query: SEARCH, variables: { input: { text } }, floorPath: `/search/${encodeURIComponent(text)}`, has: 'title' });
  return [
    { name: 'tip page', query: TIP_PAGE, variables: { slug }, floorPath: `/page/${slug}`, has: slug },
    { name: 'tip list', query: TIP_LIST, variables: { space: 'bank' }, floorPath: '/list/bank', has: 'tipp-' },
    { name: 'search, frequent word', ...search(FREQUENT_WORD) },
    { name: 'search, rare word', ...search(RARE_WORD) },
  ].filter((scenario) => scenario.name.includes(options.only));
}

function targets(filled: Filled, product: Subject, floor: Subject, postgresPid: number, scenario: Scenario): readonly Target[] {
  const ours = (name: string, headers: Record<string, string>): Target => ({
    name: `${scenario.name}, ${filled.size}, ${name}`,
    url: `${product.url}/graphql`,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: scenario.query, variables: scenario.variables }),
    has: scenario.has,
    pids: [product.pid, postgresPid],
  });
  return [
    { name: `${scenario.name}, ${filled.size}, floor`, url: floor.url + scenario.floorPath, method: 'GET', headers: {}, body: null, has: scenario.has, pids: [floor.pid, postgresPid] },
    ours('guest', {}),
    ours('signed in', { cookie: `pusteblume=${filled.sessionToken}` }),
  ];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

async function main(): Promise<void> {
  const scratch = options.keep === undefined ? mkdtempSync(path.join(tmpdir(), 'pusteblume-bench-')) : path.resolve(options.keep);
  mkdirSync(scratch, { recursive: true });
  // PostgreSQL runs as a user of its own where we are root.
  chmodSync(scratch, 0o755);
  const postgres = await startEmbeddedPostgres(scratch);
  const subjects: Subject[] = [];
  try {
    const places = [];
    for (const size of SIZES) {
      const filled = await fill(postgres.url, size, scratch);
      const product = await startProduct(filled.databaseUrl, filled.dataDir);
      const floor = await startFloor(filled.databaseUrl);
      subjects.push(product, floor);
      places.push({ filled, product, floor });
    }
    const all = places.flatMap(({ filled, product, floor }) =>
      scenariosFor(filled.size).flatMap((scenario) => targets(filled, product, floor, postgres.pid, scenario)),
    );
    const results = new Map<string, Measurement[]>(all.map((target) => [target.name, []]));
    for (const target of all) await measure(target, 1);
    for (let round = 1; round <= ROUNDS; round += 1) {
      console.log(`Runde ${round} von ${ROUNDS} …`);
      for (const target of all) results.get(target.name)?.push(await measure(target, SECONDS));
    }
    report(places.map(({ filled }) => filled.size), results);
  } finally {
    for (const subject of subjects) await subject.stop();
    await postgres.stop();
    if (options.keep === undefined) rmSync(scratch, { recursive: true, force: true });
  }
}

function report(sizes: readonly number[], results: ReadonlyMap<string, readonly Measurement[]>): void {
  const of = (name: string, pick: (measurement: Measurement) => number): number => median((results.get(name) ?? []).map(pick));
  const rps = (name: string): number => of(name, (measurement) => measurement.requestsPerSecond);
  const cpu = (name: string): number => of(name, (measurement) => measurement.cpuMs);
  console.log('\nMedian of the rounds; CPU is server and database together, per request.\n');
  console.log(['scenario', 'tips', 'who', 'req/s', 'CPU ms', 'p50 ms', 'p95 ms', '% of floor req/s', 'CPU ÷ guest'].join(' | '));
  for (const scenario of scenariosFor(1000)) {
    for (const size of sizes) {
      for (const who of ['floor', 'guest', 'signed in']) {
        const name = `${scenario.name}, ${size}, ${who}`;
        const share = ((100 * rps(name)) / rps(`${scenario.name}, ${size}, floor`)).toFixed(0);
        const toGuest = who === 'signed in' ? (cpu(name) / cpu(`${scenario.name}, ${size}, guest`)).toFixed(2) : '';
        const cells = [rps(name).toFixed(0), cpu(name).toFixed(2), of(name, (m) => m.p50Ms).toFixed(1), of(name, (m) => m.p95Ms).toFixed(1), share, toGuest];
        console.log([scenario.name, size, who, ...cells].join(' | '));
      }
    }
  }
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (small === large) return;
  console.log(`\nCPU at ${large} ÷ CPU at ${small}:`);
  for (const scenario of scenariosFor(1000)) {
    const ratios = ['floor', 'guest', 'signed in'].map((who) => `${who} ${(cpu(`${scenario.name}, ${large}, ${who}`) / cpu(`${scenario.name}, ${small}, ${who}`)).toFixed(2)}`);
    console.log(`${scenario.name}: ${ratios.join(', ')}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
