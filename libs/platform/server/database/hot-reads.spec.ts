import { Client } from 'pg';
import { createTestDatabase } from '../testing/test-database.js';
import { HotReads } from './hot-reads.js';

describe('hot reads', () => {
  let url: string;
  let drop: () => Promise<void>;
  let reads: HotReads;
  let other: Client;

  beforeAll(async () => {
    ({ url, drop } = await createTestDatabase());
    other = new Client({ connectionString: url });
    await other.connect();
    await other.query('create table leaf (id uuid primary key, at timestamptz, kin uuid[])');
  });
  beforeEach(() => {
    reads = new HotReads({ connectionString: url, application_name: 'hot-reads-spec', statement_timeout: 2000 });
  });
  afterEach(() => reads.close());
  afterAll(async () => {
    await other.end();
    await drop();
  });

  const connections = async (): Promise<readonly number[]> =>
    (await other.query<{ pid: number }>(`select pid from pg_stat_activity where application_name = 'hot-reads-spec' and datname = current_database()`)).rows.map((row) => row.pid);

  it('gives each of many concurrent reads its own answer, over two connections', async () => {
    const numbers = Array.from({ length: 200 }, (_, index) => index);
    const answers = await Promise.all(numbers.map((number) => reads.query<{ n: number }>('select $1::int as n', [number])));
    expect(answers.map(([row]) => row?.n)).toEqual(numbers);
    expect((await connections()).length).toBeLessThanOrEqual(2);
  });

  it('reads values like the pool does', async () => {
    const text = `select at, kin from (values
      (timestamptz '2026-03-29 03:00:00.123456+02', array['018f0000-0000-7000-8000-000000000001','018f0000-0000-7000-8000-000000000002']::uuid[]),
      ('0044-03-15 12:00:00+01 BC', '{}'), ('infinity', array[null]::uuid[]), (null, null)) v(at, kin)`;
    await other.query(`set timezone = 'Europe/Berlin'`);
    expect(await reads.query(text, [])).toEqual((await other.query(text)).rows);
  });

  it('lets one read fail without the others', async () => {
    const answers = await Promise.allSettled([reads.query('select 1 as n', []), reads.query('select 1 / $1::int', [0]), reads.query('select 2 as n', []), reads.query('select 3 as n', [])]);
    expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await reads.query('select 4 as n', [])).toEqual([{ n: 4 }]);
  });

  it('asks again over a new connection where the old one broke', async () => {
    await reads.query('select 1', []);
    for (const pid of await connections()) await other.query('select pg_terminate_backend($1)', [pid]);
    expect(await reads.query('select 2 as n', [])).toEqual([{ n: 2 }]);
  });

  it('reads on after a table changed beneath a prepared plan', async () => {
    await other.query(`insert into leaf (id) values ('018f0000-0000-7000-8000-000000000003')`);
    expect(await reads.query('select * from leaf', [])).toHaveLength(1);
    await other.query('alter table leaf add column colour text');
    expect((await reads.query<{ colour: null }>('select * from leaf', []))[0]).toHaveProperty('colour', null);
  });

  it('plans anew where the first use of a text failed before it was planned', async () => {
    await Promise.all([reads.query('select 1', []), reads.query('select 1', [])]);
    await other.query('begin; lock table leaf in access exclusive mode');
    const text = 'select count(*)::int as n from leaf';
    const firsts = [reads.query(text, []), reads.query(text, [])];
    const behind = [reads.query(text, []), reads.query(text, [])];
    // Waiting for the lock, the first ones run out of time while their text is parsed.
    const refused = await Promise.allSettled(firsts);
    await other.query('commit');
    expect(refused.map((answer) => (answer as PromiseRejectedResult).reason)).toEqual([expect.objectContaining({ code: '57014' }), expect.objectContaining({ code: '57014' })]);
    expect(await Promise.all(behind)).toEqual([[{ n: 1 }], [{ n: 1 }]]);
  });

  it('refuses once it is closed', async () => {
    await reads.close();
    await expect(reads.query('select 1', [])).rejects.toThrow('closed');
  });
});
