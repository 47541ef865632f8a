// `npm run bench:search -- <folder> [--sets a,b] [--limit n] [--out file]`: how well the product finds, through its own
// GraphQL API. The folder holds `sets.mjs` with loadSets(dataFolder, names) -> [{ name, docs: [{id, title, body}],
// queries: { variant: [{ text, rel: [docId] }] } }] and a folder `data`. Prints MRR@10 and recall per set and variant.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { node, root } from './install.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sets: { type: 'string', default: 'xquad,forum,laws' }, limit: { type: 'string', default: '0' }, out: { type: 'string' } },
});
if (positionals.length !== 1) {
  console.error('So geht es / usage: npm run bench:search -- <folder> [--sets a,b] [--limit n] [--out file]');
  process.exit(1);
}
const PASSWORD = 'suche misst sich selbst 1';
const TITLE_LENGTH = 60;

/** UUID version 7, as clients make it. */
function newId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

async function startProduct() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pusteblume-search-'));
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const child = spawn(node, ['dist/apps/server/main.js'], { cwd: root, env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', SEARCHES_PER_MINUTE: '10000000', WRITES_PER_MINUTE: '10000000' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const code = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /Code:\s*([A-Z0-9-]+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (status) => reject(new Error(`the product ended with ${status}`)));
  });
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners('exit');
      child.once('exit', () => {
        rmSync(dataDir, { recursive: true, force: true });
        resolve();
      });
      child.kill('SIGTERM');
    });
  return { url: `http://localhost:${port}`, code, stop };
}

function clientOf(url) {
  let cookie = '';
  return async (query, variables) => {
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query, variables }) });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const { data, errors } = await answer.json();
    if (errors) throw new Error(JSON.stringify(errors[0]));
    return data;
  };
}

const SEARCH = 'query ($input: SearchInput!) { search(input: $input) { totalCount hits { id } } }';

async function fill(call, docs) {
  const spaceId = newId();
  const { me } = await call('{ me { id } }');
  await call('mutation ($input: CreateSpaceInput!) { createSpace(input: $input) { id } }', {
    input: { id: spaceId, name: 'Messraum', description: '', visibility: 'closed', gates: ['invitation'], moderatorIds: [me.id] },
  });
  const docOf = new Map();
  const begun = Date.now();
  for (const [position, doc] of docs.entries()) {
    const id = newId();
    docOf.set(id, doc.id);
    const title = (doc.title || doc.body.slice(0, TITLE_LENGTH)).slice(0, 150);
    await call('mutation ($input: PublishTipInput!) { publishTip(input: $input) { id } }', { input: { id, spaceId, title, summary: '', body: doc.body } });
    if ((position + 1) % 500 === 0) console.log(`  ${position + 1} / ${docs.length} Tipps`);
  }
  console.log(`${docs.length} Tipps geschrieben in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  const last = [...docOf.keys()].at(-1);
  const words = (docs.at(-1).title || docs.at(-1).body).slice(0, TITLE_LENGTH);
  for (;;) {
    const { search } = await call(SEARCH, { input: { text: words, first: 10 } });
    if (search.hits.some((hit) => hit.id === last)) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  // Jobs of one queue may still overtake each other by a batch.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  console.log(`Suche ist auf dem Stand nach ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return docOf;
}

async function evaluate(call, docOf, sets, limit) {
  const rows = [];
  for (const set of sets) {
    for (const [variant, all] of Object.entries(set.queries)) {
      const queries = limit > 0 ? all.slice(0, limit) : all;
      const times = [];
      const misses = [];
      let [mrr, first, ten] = [0, 0, 0];
      for (const query of queries) {
        const sent = performance.now();
        const { search } = await call(SEARCH, { input: { text: query.text, first: 10 } });
        times.push(performance.now() - sent);
        const rank = search.hits.findIndex((hit) => query.rel.includes(docOf.get(hit.id)));
        if (rank < 0) misses.push(query.text);
        else {
          mrr += 1 / (rank + 1);
          ten += 1;
          if (rank === 0) first += 1;
        }
      }
      times.sort((left, right) => left - right);
      const percent = (value) => ((100 * value) / queries.length).toFixed(1).padStart(5);
      const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
      console.log(`${set.name.padEnd(9)} ${variant.padEnd(8)} n=${String(queries.length).padStart(4)}  MRR@10 ${percent(mrr)}  R@1 ${percent(first)}  R@10 ${percent(ten)}  p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`);
      rows.push({ set: set.name, variant, n: queries.length, mrr10: mrr / queries.length, recall1: first / queries.length, recall10: ten / queries.length, misses: misses.slice(0, 25) });
    }
  }
  return rows;
}

await ensureBuilt({ withWeb: true });
const folder = path.resolve(positionals[0]);
const { loadSets } = await import(pathToFileURL(path.join(folder, 'sets.mjs')));
const sets = loadSets(path.join(folder, 'data'), values.sets.split(','));
const product = await startProduct();
try {
  const call = clientOf(product.url);
  await call('mutation ($input: SetUpProgrammeInput!) { setUpProgramme(input: $input) { id } }', {
    input: { code: product.code, programmeName: 'Messung', name: 'Mia Messer', address: 'mia@example.org', password: PASSWORD },
  });
  const docOf = await fill(call, sets.flatMap((set) => set.docs));
  const rows = await evaluate(call, docOf, sets, Number(values.limit));
  if (values.out !== undefined) writeFileSync(values.out, JSON.stringify(rows, null, 1));
} finally {
  await product.stop();
}
