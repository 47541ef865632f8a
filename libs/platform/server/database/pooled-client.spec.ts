import type { Client } from 'pg';
import { createTestDatabase } from '../testing/test-database.js';
import { PLAN_OUTDATED, PooledClient, TRANSACTION_FAILED } from './pooled-client.js';

describe('a connection of the pool', () => {
  let url: string;
  let drop: () => Promise<void>;
  let client: Client;

  beforeAll(async () => {
    ({ url, drop } = await createTestDatabase());
  });
  beforeEach(async () => {
    client = new PooledClient({ connectionString: url });
    await client.connect();
    await client.query('create table if not exists leaf (n int)');
  });
  afterEach(async () => {
    await client.query('drop table leaf');
    await client.end();
  });
  afterAll(() => drop());

  const plans = async (): Promise<readonly string[]> => (await client.query<{ statement: string }>('select statement from pg_prepared_statements order by 1')).rows.map((row) => row.statement);

  it('keeps the plan of what it is asked for the third time', async () => {
    const text = 'select $1::int as n';
    await client.query(text, [1]);
    await client.query(text, [2]);
    expect(await plans()).toEqual([]);
    const { rows } = await client.query<{ n: number }>(text, [3]);
    expect(rows).toEqual([{ n: 3 }]);
    expect(await plans()).toEqual([text]);
  });

  it('leaves statements without values alone: there may be several in one text', async () => {
    for (let time = 0; time < 4; time += 1) await client.query('insert into leaf values (1); delete from leaf');
    expect(await plans()).toEqual([]);
  });

  it('goes on without a plan that a change of the table outdated', async () => {
    const text = 'select * from leaf where n > $1';
    for (let time = 0; time < 4; time += 1) await client.query(text, [time]);
    await client.query('alter table leaf add column m int');
    await client.query('insert into leaf values (7, 8)');
    await expect(client.query(text, [0])).rejects.toMatchObject({ code: PLAN_OUTDATED });
    const { rows } = await client.query<{ n: number; m: number }>(text, [0]);
    expect(rows).toEqual([{ n: 7, m: 8 }]);
  });

  it('answers statements that were sent together in their order, each with its own error', async () => {
    const answers = await Promise.allSettled([1, 0, 2].map((n) => client.query<{ n: number }>('select 1 / $1::int as n', [n])));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await client.query('insert into leaf values ($1)', [1]);
    const [, counted] = await Promise.all([client.query('insert into leaf values ($1)', [2]), client.query<{ n: number }>('select count(*)::int as n from leaf where n < $1', [9])]);
    expect(counted.rows).toEqual([{ n: 2 }]);
  });

  it('takes nothing of a transaction over whose statement failed among others', async () => {
    await client.query('START TRANSACTION');
    const answers = await Promise.allSettled([client.query('insert into leaf values ($1)', [1]), client.query('select 1 / $1::int', [0]), client.query('insert into leaf values ($1)', [2])]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    await client.query('ROLLBACK');
    const { rows } = await client.query('select n from leaf');
    expect(rows).toEqual([]);
  });

  it('plans once within a transaction, and as PostgreSQL thinks best after it', async () => {
    const mode = async (): Promise<string | undefined> => (await client.query<{ plan_cache_mode: string }>('show plan_cache_mode')).rows[0]?.plan_cache_mode;
    await client.query('START TRANSACTION');
    expect(await mode()).toBe('force_generic_plan');
    await client.query('COMMIT');
    expect(await mode()).toBe('auto');
  });

  it('begins with the first statement, in one transaction with it', async () => {
    const begun = client.query('START TRANSACTION');
    const inserted = client.query('insert into leaf values ($1)', [1]);
    await Promise.all([begun, inserted]);
    await client.query('ROLLBACK');
    expect((await client.query('select n from leaf')).rows).toEqual([]);
  });

  it('calls nothing stored that was rolled back at the commit', async () => {
    await client.query('START TRANSACTION');
    await expect(client.query('select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
    await expect(client.query('COMMIT')).rejects.toMatchObject({ code: TRANSACTION_FAILED });
  });
});
