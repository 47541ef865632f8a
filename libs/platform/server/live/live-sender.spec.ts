import type { DataSource } from 'typeorm';
import type { Logger } from '../logging/logger.js';
import { MISSED } from './live-event.js';
import { LiveSender } from './live-sender.js';

/** A database that hears what is notified, and can be away. */
function world() {
  const heard: string[][] = [];
  const base = { isAway: false };
  const query = async (_sql: string, [, payloads]: [string, readonly string[]]): Promise<void> => {
    if (base.isAway) throw new Error('away');
    heard.push([...payloads]);
  };
  const logger = { warn: jest.fn() };
  return { heard, base, logger, sender: new LiveSender({ query } as unknown as DataSource, logger as unknown as Logger) };
}

describe('what is told to open pages', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('leaves together, in its order', async () => {
    const { sender, heard } = world();
    sender.send(['one']);
    sender.send(['two', 'three']);
    await jest.advanceTimersByTimeAsync(5);
    sender.send(['four']);
    await jest.advanceTimersByTimeAsync(5);
    expect(heard).toEqual([['one', 'two', 'three'], ['four']]);
  });

  it('waits for a database that is away, and is told once', async () => {
    const { sender, heard, base, logger } = world();
    base.isAway = true;
    sender.send(['one']);
    await jest.advanceTimersByTimeAsync(500);
    sender.send(['two']);
    base.isAway = false;
    await jest.advanceTimersByTimeAsync(2_000);
    expect(heard).toEqual([['one', 'two']]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('becomes one advice to look anew where more waits than can be kept, and what comes after that is told', async () => {
    const { sender, heard, base } = world();
    base.isAway = true;
    sender.send(['one']);
    await jest.advanceTimersByTimeAsync(5);
    sender.send(Array.from({ length: 150_000 }, () => 'more'));
    sender.send(['last']);
    base.isAway = false;
    await jest.advanceTimersByTimeAsync(2_000);
    expect(heard).toEqual([[MISSED, 'last']]);
  });

  it('leaves before the process does, and what comes after that at once', async () => {
    const { sender, heard } = world();
    sender.send(['one']);
    await sender.stop();
    sender.send(['two']);
    await jest.advanceTimersByTimeAsync(0);
    expect(heard).toEqual([['one'], ['two']]);
  });
});
