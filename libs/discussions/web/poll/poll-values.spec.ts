import { emptyPoll, pollInput } from './poll-values.js';

describe('a poll that is sent', () => {
  it('leaves out empty and repeated choices', () => {
    const poll = { ...emptyPoll(), question: 'Wann?', options: [' Montag ', '', 'Montag', 'Dienstag'] };
    expect(pollInput(poll).options).toEqual(['Montag', 'Dienstag']);
  });

  it('ends at the end of the chosen day, or when somebody ends it', () => {
    expect(pollInput(emptyPoll())).not.toHaveProperty('closesAt');
    const { closesAt } = pollInput({ ...emptyPoll(), closesOn: '2026-12-24' });
    // In Germany, wherever the browser is.
    expect(closesAt).toBe('2026-12-24T22:59:59.000Z');
  });
});
