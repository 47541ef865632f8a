import { accountsDomain } from '#accounts/server';
import { spacesDomain } from '#spaces/server';
import { LOGGER, type Logger } from '../logging/logger.js';
import { afterCommit } from './after-commit.js';
import { TestServer } from '../testing/index.js';

const system = { accountId: null };
let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain]);
});
afterAll(async () => server.stop());

describe('what follows a commit', () => {
  it('is done once it is stored, and in its order', async () => {
    const done: string[] = [];
    await server.db.write(system, async (tx) => {
      afterCommit(tx, () => done.push('one'));
      afterCommit(tx, () => done.push('two'));
      expect(done).toEqual([]);
    });
    expect(done).toEqual(['one', 'two']);
  });

  it('is not done where it is rolled back, and once where it was tried twice', async () => {
    const done: number[] = [];
    let tries = 0;
    const trying = server.db.write(system, async (tx) => {
      tries += 1;
      afterCommit(tx, () => done.push(tries));
      if (tries === 1) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
    });
    await trying;
    await expect(server.db.write(system, async (tx) => {
      afterCommit(tx, () => done.push(0));
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    expect(done).toEqual([2]);
  });

  it('keeps nothing from being stored, tried once and answered, where it goes wrong: the log has it', async () => {
    const log = jest.spyOn(server.app.get<Logger>(LOGGER), 'error').mockReturnValue(undefined);
    const done: string[] = [];
    const write = server.db.write(system, async (tx) => {
      done.push('stored');
      afterCommit(tx, () => {
        // As a refusal that writing tries again, which must not write twice.
        throw Object.assign(new Error('nobody there'), { code: '40P01' });
      });
      afterCommit(tx, () => done.push('two'));
      return 'answer';
    });
    expect(await write).toBe('answer');
    expect(done).toEqual(['stored', 'two']);
    expect(log.mock.calls).toEqual([[{ error: expect.stringContaining('nobody there') }, 'not done after a change was stored']]);
    log.mockRestore();
  });

  it('is refused outside a transaction of ours: it would never be done', async () => {
    await server.db.write(system, async (tx) => {
      expect(() => afterCommit(Object.create(tx) as typeof tx, () => undefined)).toThrow('Db.write alone');
    });
  });
});
