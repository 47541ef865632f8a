import 'reflect-metadata';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '#platform/server';
import { filled, type Filled } from './filled.js';
import { measureLive } from './live.js';
import { writerToken } from './generated-posts.js';
import { measure, type Measurement, type Target } from './load.js';
import { report } from './report.js';
import type { Collection, Scenario } from './scenario.js';
import { startFloor, startProduct, type Subject } from './subjects.js';
import { threads } from './thread-scenarios.js';
import { tips } from './tip-scenarios.js';

const { values: options } = parseArgs({
  options: {
    /** `--tips 1000,20000` narrows or widens the run. */
    tips: { type: 'string', default: '1000,100000' },
    /** `--posts 10000,100000,1000000`: the same for discussions. */
    posts: { type: 'string', default: '10000,100000' },
    /** `--only threads` or `--only tips` runs one half, `--only live` what open pages are told, `--only search` the scenarios whose name holds that word. */
    only: { type: 'string', default: '' },
    /** `--keep .data/bench` leaves the filled databases there and finds them again. */
    keep: { type: 'string' },
    /** Fills and stops; best with `--keep`. */
    fill: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
  },
});
const ROUNDS = Number(options.rounds);
const SECONDS = 3;

interface Half {
  readonly collection: Collection;
  readonly sizes: readonly number[];
  readonly scenarios: readonly Scenario[];
}

/** What of the two halves was asked for. */
function halves(): readonly Half[] {
  const all = [
    { name: 'tips', collection: tips, sizes: options.tips },
    { name: 'threads', collection: threads, sizes: options.posts },
  ];
  return all
    .map(({ name, collection, sizes }) => ({
      collection,
      sizes: sizes.split(',').map(Number),
      scenarios: collection.scenariosFor(1000).filter((scenario) => options.only === name || (!all.some((half) => half.name === options.only) && scenario.name.includes(options.only))),
    }))
    .filter(({ scenarios }) => scenarios.length > 0);
}

function targets(base: Filled, product: Subject, floor: Subject, postgresPid: number, scenario: Scenario): readonly Target[] {
  const { floor: bare, query, variables } = scenario;
  const name = (who: string): string => `${scenario.name}, ${base.size}, ${who}`;
  const bodyOf = (given: object): string => JSON.stringify({ query, variables: given });
  const body = typeof variables === 'function' ? () => bodyOf((variables as () => object)()) : bodyOf(variables);
  const bareBody = bare.body;
  let people = 0;
  const cookie = (): string => {
    people += 1;
    return `pusteblume=${scenario.byManyPeople === true ? writerToken(base.sessionToken, people) : base.sessionToken}`;
  };
  const json = { 'content-type': 'application/json' };
  return [
    {
      name: name('floor'),
      url: floor.url + bare.path,
      method: bareBody === undefined ? 'GET' : 'POST',
      headers: {},
      body: bareBody === undefined ? null : () => JSON.stringify(bareBody()),
      has: scenario.has,
      pids: [floor.pid, postgresPid],
    },
    ...scenario.who.map((who): Target => ({
      name: name(who),
      url: `${product.url}/graphql`,
      method: 'POST',
      headers: who === 'signed in' ? () => ({ ...json, cookie: cookie() }) : json,
      body,
      has: scenario.has,
      pids: [product.pid, postgresPid],
    })),
  ];
}

async function run({ collection, sizes, scenarios }: Half, postgres: { readonly url: string; readonly pid: number }, scratch: string): Promise<void> {
  const subjects: Subject[] = [];
  try {
    const places = [];
    for (const size of sizes) {
      const base = await filled(postgres.url, collection, size, scratch);
      if (options.fill) continue;
      await collection.restore?.(base.databaseUrl);
      const product = await startProduct(base.databaseUrl, base.dataDir);
      subjects.push(product);
      const floor = await startFloor(base.databaseUrl);
      subjects.push(floor);
      places.push({ base, product, floor });
    }
    if (options.fill) return;
    const names = new Set(scenarios.map(({ name }) => name));
    const all = places.flatMap(({ base, product, floor }) =>
      collection.scenariosFor(base.size).filter(({ name }) => names.has(name)).flatMap((scenario) => targets(base, product, floor, postgres.pid, scenario)),
    );
    const results = new Map<string, Measurement[]>(all.map((target) => [target.name, []]));
    for (const target of all) await measure(target, 1);
    for (let round = 1; round <= ROUNDS; round += 1) {
      console.log(`Runde ${round} von ${ROUNDS} …`);
      for (const target of all) results.get(target.name)?.push(await measure(target, SECONDS));
    }
    report(collection, scenarios, sizes, results);
  } finally {
    for (const subject of subjects) await subject.stop();
  }
}

async function main(): Promise<void> {
  const asked = halves();
  const wantsLive = ['', 'live'].includes(options.only) && !options.fill;
  if (asked.length === 0 && !wantsLive) throw new Error(`nothing is called ${options.only}`);
  const scratch = options.keep === undefined ? mkdtempSync(path.join(tmpdir(), 'pusteblume-bench-')) : path.resolve(options.keep);
  mkdirSync(scratch, { recursive: true });
  // PostgreSQL runs as a user of its own where we are root.
  chmodSync(scratch, 0o755);
  const postgres = await startEmbeddedPostgres(scratch);
  try {
    for (const half of asked) await run(half, postgres, scratch);
    if (wantsLive) await measureLive(postgres.url, scratch);
  } finally {
    await postgres.stop();
    if (options.keep === undefined) rmSync(scratch, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
