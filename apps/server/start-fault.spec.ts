import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/server';
import { createTestDatabase } from '#platform/server/testing';
import { listenFault } from './port.js';
import { startFault } from './start-fault.js';

async function faultAt(url: string): Promise<string | null> {
  return new DataSource({ type: 'postgres', url }).initialize().then(
    () => 'connected',
    (error: unknown) => startFault(error),
  );
}

describe('a start that fails is told in a sentence', () => {
  it.each(['127.0.0.1', 'localhost'])('where nothing listens at %s', async (host) => {
    const fault = await faultAt(`postgres://name:geheimes-wort@${host}:9/pusteblume`);
    expect(fault).toMatch(/^Die Datenbank ist nicht erreichbar\..+\nThe database cannot be reached\./);
    expect(fault).not.toContain('geheimes-wort');
  });

  it('where something listens that is no database and says nothing', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const source = createDataSource({ url: `postgres://name:geheimes-wort@127.0.0.1:${port}/pusteblume`, pool: 1, entities: [], migrations: [] });
    const fault = await source.initialize().then(() => 'connected', startFault);
    expect(fault).toMatch(/^Die Datenbank ist nicht erreichbar\..+\nThe database cannot be reached\./);
    silent.close();
  }, 20_000);

  it('where the database does not exist', async () => {
    const database = await createTestDatabase();
    const url = new URL(database.url);
    url.pathname = '/gibt_es_nicht';
    expect(await faultAt(url.href)).toMatch(/^Diese Datenbank gibt es .+\nThere is no such database/);
    await database.drop();
  });

  it('where name or password is wrong', async () => {
    const database = await createTestDatabase();
    const url = new URL(database.url);
    url.username = 'wer_ist_das';
    url.password = 'geheimes-wort';
    const fault = await faultAt(url.href);
    expect(fault).toMatch(/^Die Datenbank weist die Anmeldung ab\..+\nThe database refuses the sign-in\./);
    expect(fault).not.toContain('geheimes-wort');
    await database.drop();
  });

  it('where the address cannot be bound', async () => {
    const error = await new Promise((resolve) => createServer().once('error', resolve).listen(3000, '192.0.2.1'));
    expect(startFault(error)).toBe(listenFault('EADDRNOTAVAIL'));
  });

  it('but a fault of the product keeps its stack', () => {
    expect(startFault(new Error('x'))).toBeNull();
    expect(startFault(Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'open' }))).toBeNull();
  });
});
