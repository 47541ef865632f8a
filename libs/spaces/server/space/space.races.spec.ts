import { AsyncLocalStorage } from 'node:async_hooks';
import { accountsDomain } from '#accounts/server';
import { TestServer } from '#platform/server/testing';
import { anAccount } from '../../../accounts/server/accounts.testing.js';
import { spacesDomain } from '../index.js';
import { aSpace } from '../spaces.testing.js';

describe('changes of a space at one moment', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(() => server.stop());

  const VISIBILITY = `mutation ($input: ChangeSpaceVisibilityInput!) { changeSpaceVisibility(input: $input) { visibility gates } }`;
  const GATES = 'mutation ($input: SetSpaceGatesInput!) { setSpaceGates(input: $input) { gates } }';
  const UPDATE = `mutation ($input: UpdateSpaceInput!) { updateSpace(input: $input) { slug } }`;
  const gates = (spaceId: string, wished: readonly string[]) => ({ input: { spaceId, gates: wished, questions: [], answerDays: 3, askAgainDays: 30 } });
  const rowOf = async (spaceId: string) => (await server.db.query('select visibility, gates from space where id = $1', [spaceId]))[0];

  /** Sends the request while another change of the row is done but not yet stored, and stores that once the request waits for it. */
  async function duringChange<Answer>(spaceId: string, change: string, send: () => Promise<Answer>): Promise<Answer> {
    let answer: Promise<Answer> | undefined;
    // The request is somebody else's, no part of the transaction that it meets.
    const elsewhere = AsyncLocalStorage.snapshot();
    await server.db.write({ accountId: null }, async (tx) => {
      await tx.query(`update space set ${change} where id = $1`, [spaceId]);
      answer = elsewhere(send);
      for (let tries = 0; tries < 200; tries += 1) {
        const waiting: unknown[] = await tx.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
        // Seen only anew: within a transaction the statistics stand still.
        await tx.query('select pg_stat_clear_snapshot()');
        if (waiting.length > 0) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error('the request did not wait');
    });
    if (answer === undefined) throw new Error('not sent');
    return answer;
  }

  it('never leave a hidden space with an open gate', async () => {
    const mod = await anAccount(server);
    const space = await aSpace(server, { members: [[mod, 'moderator']] });
    const refused = await duringChange(space.id, `visibility = 'hidden'`, () => server.refusal(mod.caller, GATES, gates(space.id, ['open'])));
    expect(refused).toMatchObject({ field: 'gates', reason: 'space.hiddenByInvitationOnly' });
    expect(await rowOf(space.id)).toEqual({ visibility: 'hidden', gates: ['invitation'] });
  });

  it('do not open a gate again that was just closed', async () => {
    const mod = await anAccount(server);
    const space = await aSpace(server, { visibility: 'programme', gates: ['open'], members: [[mod, 'moderator']] });
    await duringChange(space.id, `gates = '{request}'`, () => server.data(mod.caller, VISIBILITY, { input: { spaceId: space.id, visibility: 'closed' } }));
    expect(await rowOf(space.id)).toEqual({ visibility: 'closed', gates: ['request'] });
  });

  it('do not take an address back that was just changed', async () => {
    const mod = await anAccount(server);
    const space = await aSpace(server, { slug: 'erste-adresse', members: [[mod, 'moderator']] });
    const input = { spaceId: space.id, name: 'Neuer Name', description: '', colour: 'lake', emblem: 'leaf' };
    expect(await duringChange(space.id, `slug = 'zweite-adresse'`, () => server.data(mod.caller, UPDATE, { input }))).toEqual({ updateSpace: { slug: 'zweite-adresse' } });
  });

  it('need one connection each, so that more of them than connections do not wait for each other for ever', async () => {
    const mod = await anAccount(server);
    const spaces = [];
    for (let number = 0; number < 12; number += 1) spaces.push(await aSpace(server, { members: [[mod, 'moderator']] }));
    const answers = await Promise.all(spaces.map((space) => server.graphql(mod.caller, VISIBILITY, { input: { spaceId: space.id, visibility: 'hidden' } })));
    expect(answers.filter((answer) => answer.errors !== undefined)).toEqual([]);
  }, 15_000);
});
