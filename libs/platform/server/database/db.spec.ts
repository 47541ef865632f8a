import type { PgBoss } from 'pg-boss';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { uuidv7 } from '#platform/shared';
import { Outbox } from '../outbox/outbox.js';
import { createTestDatabase } from '../testing/test-database.js';
import { createBoss } from './boss.js';
import { createDataSource, migrate } from './data-source.js';
import { Db } from './db.js';
import { Platform1700000000100 } from './platform.migration.js';

describe('writing', () => {
  const somebody = { accountId: uuidv7() };
  const handled: string[] = [];
  const logger = pino({ level: 'silent' });
  let dataSource: DataSource;
  let boss: PgBoss;
  let outbox: Outbox;
  let db: Db;
  let url: string;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const database = await createTestDatabase();
    ({ url, drop } = database);
    const options = { url: database.url, pool: 4, entities: [], migrations: [Platform1700000000100] };
    await migrate(options);
    dataSource = await createDataSource(options).initialize();
    boss = createBoss(database.url, logger, false);
    outbox = new Outbox(boss, logger);
    outbox.consume({
      name: 'spec.reader',
      events: ['ThingHappened'],
      batchSize: 10,
      handle: async (events) => void handled.push(...events.map((event) => String(event.payload['id']))),
    });
    await outbox.prepare();
    db = new Db(dataSource, outbox, logger);
  });

  afterAll(async () => {
    await boss.stop({ graceful: false });
    await dataSource.destroy();
    await drop();
  });

  it('hands an event to its consumer once the change is stored', async () => {
    await db.write(somebody, async (_tx, emit) => emit({ name: 'ThingHappened', payload: { id: 'stored' } }));
    await outbox.drain();
    expect(handled).toEqual(['stored']);
  });

  it('keeps no connection of a worker to listen on: queues do not notify', async () => {
    const worker = createBoss(url, logger, true);
    await worker.start();
    const listening = await dataSource.query(`select query from pg_stat_activity where datname = current_database() and query ilike 'listen%'`);
    await worker.stop({ graceful: false });
    expect(listening).toEqual([]);
  });

  it('asks and writes again where a migration outdated a plan that is kept', async () => {
    await dataSource.query('create table leaf (n int)');
    const reading = 'select * from leaf where n >= $1';
    const adding = 'insert into leaf (n) values ($1) returning *';
    const write = (n: number): Promise<object> => db.write(somebody, async (tx) => tx.query(adding, [n]));
    for (let n = 0; n < 4; n += 1) await Promise.all([db.query(reading, [n]), write(n)]);
    await dataSource.query(`alter table leaf add column colour text default 'green'`);
    expect(await db.query(reading, [3])).toEqual([{ n: 3, colour: 'green' }]);
    expect(await write(4)).toEqual([{ n: 4, colour: 'green' }]);
    expect(await db.query('select n from leaf where n > $1', [3])).toEqual([{ n: 4 }]);
  });

  it('keeps no event of a change that failed', async () => {
    handled.length = 0;
    const failing = db.write(somebody, async (tx, emit) => {
      emit({ name: 'ThingHappened', payload: { id: 'lost' } });
      await tx.query('select 1/0');
    });
    await expect(failing).rejects.toThrow('division by zero');
    await outbox.drain();
    expect(handled).toEqual([]);
  });

  it('creates once what is sent ten times at once', async () => {
    const id = uuidv7();
    const firsts = await Promise.all(Array.from({ length: 10 }, () => db.write(somebody, (tx) => db.isFirst(tx, somebody, id, { title: 'A' }))));
    expect(firsts.filter(Boolean)).toHaveLength(1);
  });

  it('refuses other content under the same id, and the same id from somebody else', async () => {
    const id = uuidv7();
    await db.write(somebody, (tx) => db.isFirst(tx, somebody, id, { title: 'A' }));
    await expect(db.write(somebody, (tx) => db.isFirst(tx, somebody, id, { title: 'B' }))).rejects.toMatchObject({ reason: 'idReused' });
    const other = { accountId: uuidv7() };
    await expect(db.write(other, (tx) => db.isFirst(tx, other, id, { title: 'A' }))).rejects.toMatchObject({ reason: 'idReused' });
  });

  it('refuses an id whose thing is still there when its sending is long forgotten', async () => {
    await dataSource.query('create table old_thing (id uuid primary key, name text unique)');
    const id = uuidv7();
    const create = async (name: string, rowId = id) =>
      db.write(somebody, async (tx) => {
        if (await db.isFirst(tx, somebody, id, { name })) await tx.query('insert into old_thing values ($1, $2)', [rowId, name]);
      });
    await create('A');
    await dataSource.query('delete from created_once');
    for (const name of ['A', 'B']) await expect(create(name)).rejects.toMatchObject({ code: 'CONFLICT', reason: 'idReused' });
    // Other keys that are met are faults like any other.
    await expect(create('A', uuidv7())).rejects.toMatchObject({ constraint: 'old_thing_name_key' });
    const other = uuidv7();
    await dataSource.query('insert into old_thing values ($1)', [other]);
    await expect(create('C', other)).rejects.toMatchObject({ constraint: 'old_thing_pkey' });
    await expect(db.write(somebody, async (tx) => tx.query('insert into old_thing values ($1)', [other]))).rejects.toMatchObject({ constraint: 'old_thing_pkey' });
  });

  it('allows a second try after the first one failed', async () => {
    const id = uuidv7();
    const failing = db.write(somebody, async (tx) => {
      await db.isFirst(tx, somebody, id, { title: 'A' });
      throw new Error('cut off');
    });
    await expect(failing).rejects.toThrow('cut off');
    await expect(db.write(somebody, (tx) => db.isFirst(tx, somebody, id, { title: 'A' }))).resolves.toBe(true);
  });

  it('refuses to wait for a second connection inside a transaction, however deep', async () => {
    const deeper = async (): Promise<unknown> => db.query('select 1');
    await expect(db.write(somebody, async () => deeper())).rejects.toThrow('second connection');
    await expect(db.write(somebody, async () => db.write(somebody, async () => 1))).rejects.toThrow('second connection');
    await expect(db.write(somebody, async () => db.manager)).rejects.toThrow('second connection');
    await expect(db.write(somebody, async (tx) => tx.query('select 1 as one'))).resolves.toEqual([{ one: 1 }]);
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
