import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { createTestDatabase } from '../testing/test-database.js';
import { amongTraffic } from './among-traffic.js';

describe('a change among traffic', () => {
  it('gives way to who reads behind a long read, and is made after it', async () => {
    const { url, drop } = await createTestDatabase();
    const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
    const [reader, backup] = await Promise.all([new Client({ connectionString: url }), new Client({ connectionString: url })].map(async (client) => {
      await client.connect();
      return client;
    })) as [Client, Client];
    await reader.query('create table leaf (n int check (n > 0))');
    await backup.query('begin; select count(*) from leaf');

    let isMade = false;
    const runner = dataSource.createQueryRunner();
    const making = amongTraffic(runner, 'alter table leaf drop constraint leaf_n_check').then(() => (isMade = true));
    // Behind the asked lock this read waits until that is given up.
    await reader.query('select count(*) from leaf');
    expect(isMade).toBe(false);
    await backup.query('commit');
    await making;
    await reader.query('insert into leaf values (-1)');
    expect(await runner.query('show lock_timeout')).toEqual([{ lock_timeout: '0' }]);

    await runner.release();
    await Promise.all([reader.end(), backup.end(), dataSource.destroy()]);
    await drop();
  });

  it('fails as it would alone', async () => {
    const { url, drop } = await createTestDatabase();
    const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
    const runner = dataSource.createQueryRunner();
    await expect(amongTraffic(runner, 'alter table leaf drop constraint leaf_n_check')).rejects.toMatchObject({ code: '42P01' });
    await runner.release();
    await dataSource.destroy();
    await drop();
  });
});
