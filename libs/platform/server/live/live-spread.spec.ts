import type { ModuleRef } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import type { IdentitySource } from '../graphql/context.js';
import type { Logger } from '../logging/logger.js';
import { LiveChannel } from './live-channel.js';
import { LiveConnection } from './live-connection.js';
import type { LiveStream } from './live-stream.js';
import { Live } from './live.js';

const READERS = 400;

describe('where the rights of many change at once', () => {
  let rights = 'before';
  const identities: Partial<IdentitySource> = { rightsOfSessions: async (ids) => new Map(ids.map((id) => [id, rights])) };
  const live = new Live({ options: {} } as unknown as DataSource, { get: () => identities } as unknown as ModuleRef, {} as unknown as Config, {} as unknown as Logger);

  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(LiveChannel.prototype, 'start').mockResolvedValue();
  });
  afterEach(async () => {
    await live.onModuleDestroy();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('they are told one after the other, all within 5 s: each page asks for all it shows', async () => {
    let told = 0;
    for (let count = 0; count < READERS; count += 1) {
      const stream: LiveStream = await live.open(new LiveConnection({ accountId: `account-${count}`, sessionId: `session-${count}`, network: 'net' }, () => undefined), null, null);
      void stream.next().then(({ done }) => {
        if (done !== true) told += 1;
      });
    }
    await jest.advanceTimersByTimeAsync(2_100);
    rights = 'after';
    const steps: number[] = [];
    for (let ms = 0; ms < 4_500; ms += 100) {
      const before = told;
      await jest.advanceTimersByTimeAsync(100);
      steps.push(told - before);
    }
    expect(told).toBe(READERS);
    expect(Math.max(...steps)).toBeLessThan(READERS / 4);
  });
});
