import { setTimeout as sleep } from 'node:timers/promises';
import { together } from './together.js';

describe('parts of a transaction', () => {
  it('give their values in order', async () => {
    expect(await together(sleep(20, 'slow'), Promise.resolve(2))).toEqual(['slow', 2]);
  });

  it('have all ended when one of them fails, and fail as the first in time', async () => {
    let hasEnded = false;
    const slow = sleep(20).then(() => {
      hasEnded = true;
      throw new Error('the transaction is broken off');
    });
    await expect(together(slow, Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(hasEnded).toBe(true);
  });
});
