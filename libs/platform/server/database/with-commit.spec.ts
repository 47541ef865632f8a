import { accountsDomain } from '#accounts/server';
import { uuidv7 } from '#platform/shared';
import { spacesDomain } from '#spaces/server';
import { TestServer } from '../testing/index.js';
import { afterCommit } from './after-commit.js';
import { withCommit } from './with-commit.js';

const system = { accountId: null };
let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain]);
  await server.db.query('create table leaf (id uuid primary key, n int)');
});
afterAll(async () => server.stop());
beforeEach(async () => server.db.query('truncate leaf'));

const leaves = async (): Promise<readonly number[]> => (await server.db.query<{ n: number }>('select n from leaf order by n')).map(({ n }) => n);
const INSERT = 'insert into leaf values ($1, $2)';

describe('what leaves with the commit', () => {
  it('is stored, and answered before writing has ended', async () => {
    let answer: unknown;
    await server.db.write(system, async (tx) => {
      withCommit(tx, tx.query(INSERT, [uuidv7(), 1]), tx.query('select count(*)::int as n from leaf').then((rows: unknown) => (answer = rows)));
    });
    expect(answer).toEqual([{ n: 1 }]);
    expect(await leaves()).toEqual([1]);
  });

  it('takes everything along where it fails: writing fails by its cause, and nothing follows', async () => {
    const followed: string[] = [];
    const writing = server.db.write(system, async (tx) => {
      await tx.query(INSERT, [uuidv7(), 1]);
      withCommit(tx, tx.query(INSERT, [uuidv7(), 2]), tx.query('select 1 / $1::int', [0]), tx.query(INSERT, [uuidv7(), 3]));
      afterCommit(tx, () => followed.push('told'));
    });
    await expect(writing).rejects.toMatchObject({ code: '22012' });
    expect(await leaves()).toEqual([]);
    expect(followed).toEqual([]);
  });

  it('fails by its cause also where something else of the transaction was waited for behind it', async () => {
    const writing = server.db.write(system, async (tx) => {
      withCommit(tx, tx.query('select 1 / $1::int', [0]));
      await tx.query(INSERT, [uuidv7(), 1]);
    });
    await expect(writing).rejects.toMatchObject({ code: '22012' });
  });

  it('is tried again as everything else', async () => {
    let tries = 0;
    await server.db.write(system, async (tx) => {
      tries += 1;
      withCommit(tx, tx.query(INSERT, [uuidv7(), tries]), tries === 1 ? tx.query(`do $$ begin raise exception 'deadlock' using errcode = '40P01'; end $$`) : tx.query('select 1'));
    });
    expect(await leaves()).toEqual([2]);
  });

  it('tells of an id that is taken as everything else', async () => {
    const id = uuidv7();
    await server.db.query(INSERT, [id, 1]);
    const writing = server.db.write(system, async (tx) => {
      await server.db.isFirst(tx, system, id, {});
      withCommit(tx, tx.query(INSERT, [id, 2]));
    });
    await expect(writing).rejects.toMatchObject({ code: 'CONFLICT', reason: 'idReused' });
    expect(await leaves()).toEqual([1]);
  });

  it('may ask nothing more behind the commit: that would be stored by itself', async () => {
    const writing = server.db.write(system, async (tx) => {
      withCommit(tx, tx.query(INSERT, [uuidv7(), 1]).then(async () => tx.query(INSERT, [uuidv7(), 2])));
    });
    await expect(writing).rejects.toThrow('asked after the commit');
    expect(await leaves()).not.toContain(2);
  });

  it('is refused outside a transaction of ours', () => {
    expect(() => withCommit(server.db.manager, Promise.resolve())).toThrow('Db.write alone');
  });
});
