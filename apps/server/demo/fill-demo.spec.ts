import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Db, readConfig, Refusal } from '#platform/server';
import { createTestDatabase } from '#platform/server/testing';
import { startApplication, type Application } from '../app.js';
import { DemoSurroundings } from './demo-surroundings.js';
import { fillDemoProgramme } from './fill-demo.js';

interface Counts {
  readonly approved: string;
  readonly waiting: string;
  readonly spaces: string;
  readonly tips: string;
  readonly drafts: string;
  readonly requests: string;
  readonly members: string;
  readonly handbooks: string;
  readonly topics: string;
  readonly documents: string;
  readonly discussions: string;
  readonly solved: string;
  readonly reports: string;
  readonly votes: string;
  readonly sessions: string;
}

const COUNTS_SQL = `select
  (select count(*) from account where standing = 'approved') as approved,
  (select count(*) from registration where stage = 'waiting') as waiting,
  (select count(*) from space) as spaces,
  (select count(*) from tip where state = 'published') as tips,
  (select count(*) from tip_working_copy) as drafts,
  (select count(*) from join_request where state = 'waiting') as requests,
  (select count(*) from space_member) as members,
  (select count(*) from handbook) as handbooks,
  (select count(*) from topic) as topics,
  (select count(*) from search_document) as documents,
  (select count(*) from discussion) as discussions,
  (select count(*) from discussion where solved_at is not null) as solved,
  (select count(*) from moderation_report) as reports,
  (select count(distinct (poll_id, voter)) from poll_vote) as votes,
  (select count(*) from session) as sessions`;

const dataDir = mkdtempSync(path.join(tmpdir(), 'pusteblume-demo-'));
const surroundings = new DemoSurroundings();
const lines: string[] = [];
let running: Application;
let drop: () => Promise<void>;

async function counts(): Promise<Counts> {
  const [row] = await running.app.get(Db).query<Counts>(COUNTS_SQL);
  if (row === undefined) throw new Error('no counts');
  return row;
}

beforeAll(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: database.url, DATA_DIR: dataDir });
  running = await startApplication(config, { isWorker: false, isOnly: false, clock: surroundings.clock, wrapMailer: surroundings.wrap });
});

afterAll(async () => {
  await running?.stop();
  await drop?.();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('filling the demo', () => {
  test('interrupted half way it goes on at the next start', async () => {
    const interrupt = (line: string): void => {
      if (line.includes('10 von 30')) throw new Error('killed');
    };
    await expect(fillDemoProgramme(running.app, surroundings, interrupt)).rejects.toThrow('killed');
    expect((await counts()).handbooks).toBe('0');
    await fillDemoProgramme(running.app, surroundings, (line) => lines.push(line));
    expect((await counts()).handbooks).toBe('1');
  }, 180_000);

  test('makes the programme that was promised', async () => {
    expect(await counts()).toMatchObject({ approved: '25', waiting: '3', spaces: '6', tips: '30', drafts: '2', requests: '4', topics: '27', discussions: '19', solved: '6', reports: '1', votes: '12', sessions: '0' });
  });

  test('brings every tip, space and person into the search', async () => {
    expect(Number((await counts()).documents)).toBeGreaterThanOrEqual(30 + 6 + 25);
  });

  test('tells how to sign in, with words that work', async () => {
    const told = lines.join('\n');
    expect(told).toContain('koordination@klimalotsen.example.org');
    const [, password = ''] = /password: (.+)/.exec(told) ?? [];
    const answer = await running.app.inject({
      method: 'POST',
      url: '/graphql',
      payload: {
        query: 'mutation ($input: SignInInput!) { signIn(input: $input) { siteRoles } }',
        variables: { input: { address: 'koordination@klimalotsen.example.org', password } },
      },
    });
    expect(answer.json()).toEqual({ data: { signIn: { siteRoles: ['coordinator'] } } });
  });

  test('writes to nobody, then, a minute or a week later, and brings the present back', async () => {
    const told = await running.app.get(Db).query<{ mail: string; count: string }>('select mail, count(*) from notice group by mail');
    expect(told.map(({ mail }) => mail)).toEqual(['done']);
    expect(existsSync(path.join(dataDir, 'mail'))).toBe(false);
    expect(Math.abs(surroundings.clock.now().getTime() - Date.now())).toBeLessThan(1000);
  });

  test('leaves every link between tips alive', async () => {
    const dead = await running.app.get(Db).query(
      `select tip.title, link[1] as slug from tip, regexp_matches(tip.body, '\\]\\(/tipp/([^)]+)\\)', 'g') as link
       where not exists (select from tip_slug s where s.slug = link[1])`,
    );
    expect(dead).toEqual([]);
  });

  test('a second time it only tells', async () => {
    const before = await counts();
    expect(before.sessions).toBe('1');
    const again: string[] = [];
    await fillDemoProgramme(running.app, surroundings, (line) => again.push(line));
    expect(await counts()).toEqual(before);
    expect(again).toHaveLength(1);
  });

  test('keeps out of a real programme', async () => {
    await running.app.get(Db).write({ accountId: null }, (tx) => tx.query(`update account set address = 'echte@stadt.example' where address like 'koordination@%'`));
    await expect(fillDemoProgramme(running.app, surroundings, () => undefined)).rejects.toThrow(Refusal);
  });
});
