import { existsSync, readFileSync } from 'node:fs';
import { Agent, request, type ClientRequest } from 'node:http';
import path from 'node:path';
import { Client } from 'pg';
import { readConfig } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { hashToken, newSessionToken } from '../../libs/accounts/server/session/session.cookie.js';
import { LIVE_CHANNEL } from '../../libs/platform/server/live/live-channel.js';
import { payloadsOf } from '../../libs/platform/server/live/live-event.js';
import { startApplication } from '../server/app.js';
import { startProduct } from './subjects.js';

const READERS = 1000;
/** Beside the one of the posts: rights are looked up among spaces. */
const OTHER_SPACES = 30;
const POSTS = 40;
const PAUSE_MS = 250;
const BAR_P95_MS = 500;
const BODY = JSON.stringify({ query: 'subscription { live { topic id data } }' });

interface Readers {
  readonly tokens: readonly string[];
  readonly spaceId: string;
}

/** A database of its own: so many members of one closed space, each with an account, a session and a browser. */
async function fill(database: Client, url: string, dataDir: string): Promise<Readers> {
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'error', DATABASE_URL: url, DATA_DIR: dataDir });
  const { stop } = await startApplication(config, { isWorker: false, isOnly: false });
  await stop();
  const ids = Array.from({ length: READERS }, () => uuidv7());
  const tokens = ids.map(() => newSessionToken());
  const spaces = Array.from({ length: OTHER_SPACES + 1 }, () => uuidv7());
  await database.query(
    `insert into account (id, address, name, standing, confirmed_at, approved_at)
     select id, id || '@example.org', 'Lena Leser', 'approved', now(), now() from unnest($1::uuid[]) as given(id)`,
    [ids],
  );
  await database.query(
    `insert into session (id, account_id, token_hash, idle_expires_at, expires_at)
     select gen_random_uuid(), account_id, hash, now() + interval '1 day', now() + interval '1 day' from unnest($1::uuid[], $2::text[]) as given(account_id, hash)`,
    [ids, tokens.map(hashToken)],
  );
  await database.query(`insert into space (id, slug, name, visibility) select id, 'raum-' || id, 'Raum', 'closed' from unnest($1::uuid[]) as given(id)`, [spaces]);
  await database.query(`insert into space_member (space_id, account_id, role) select space, account, 'member' from unnest($1::uuid[]) as s(space), unnest($2::uuid[]) as a(account)`, [spaces, ids]);
  await database.query('analyze');
  return { tokens, spaceId: spaces[0] ?? '' };
}

function memoryMb(pid: number): number {
  const status = `/proc/${pid}/status`;
  return existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1024 : Number.NaN;
}

/** Opens one stream; settles when the server has answered. */
function listen(url: string, token: string, agent: Agent, hear: (text: string) => void): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream', cookie: `pusteblume=${token}` };
    const call = request(`${url}/graphql/stream`, { method: 'POST', headers, agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`stream refused: ${answer.statusCode}`));
      answer.setEncoding('utf8');
      answer.on('data', hear);
      resolve(call);
    });
    call.on('error', reject);
    call.end(BODY);
  });
}

/** One post told to so many readers with open streams of one process: from the commit to each reader's socket. */
export async function measureLive(serverUrl: string, scratch: string): Promise<void> {
  const url = new URL(serverUrl);
  url.pathname = `/bench_live_${Date.now()}`;
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${url.pathname.slice(1)}`);
  await admin.end();
  const database = new Client({ connectionString: url.href });
  await database.connect();
  const dataDir = path.join(scratch, 'bench_live');
  const { tokens, spaceId } = await fill(database, url.href, dataDir);
  const product = await startProduct(url.href, dataDir);
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const calls: ClientRequest[] = [];
  try {
    const before = memoryMb(product.pid);
    let [awaited, begun, missing] = ['', 0, 0];
    let times: number[] = [];
    let done: () => void = () => undefined;
    const hear = (text: string): void => {
      if (awaited === '' || !text.includes(awaited)) return;
      times.push(performance.now() - begun);
      missing -= 1;
      if (missing === 0) done();
    };
    for (let from = 0; from < tokens.length; from += 50) calls.push(...(await Promise.all(tokens.slice(from, from + 50).map((token) => listen(product.url, token, agent, hear)))));
    const open = memoryMb(product.pid);
    const all: number[] = [];
    for (let post = 0; post < POSTS; post += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS);
      });
      awaited = uuidv7();
      missing = READERS;
      times = [];
      const heard = new Promise<void>((resolve) => {
        done = resolve;
      });
      begun = performance.now();
      for (const payload of payloadsOf({ topic: 'thread', id: awaited, spaceId, data: { position: post } })) await database.query('select pg_notify($1, $2)', [LIVE_CHANNEL, payload]);
      await heard;
      // The first ones warm up.
      if (post >= POSTS / 4) all.push(...times);
    }
    tell(all, { before, open, after: memoryMb(product.pid) });
  } finally {
    for (const call of calls) call.on('error', () => undefined).destroy();
    agent.destroy();
    await product.stop();
    await database.end();
  }
}

function tell(times: readonly number[], memory: { readonly before: number; readonly open: number; readonly after: number }): void {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  console.log(`\nLive: one post to ${READERS} open readers of one process, ${sorted.length / READERS} times.`);
  console.log(`p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms (bar: ${BAR_P95_MS}), max ${at(1).toFixed(0)} ms`);
  console.log(`memory: ${memory.before.toFixed(0)} MB without readers, ${memory.open.toFixed(0)} MB with ${READERS}, ${memory.after.toFixed(0)} MB after the posts`);
  if (at(0.95) > BAR_P95_MS) process.exitCode = 1;
}
