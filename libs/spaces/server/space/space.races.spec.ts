import { AsyncLocalStorage } from 'node:async_hooks';
import { accountsDomain } from '#accounts/server';
import { TestServer } from '#platform/server/testing';
import { AppError, uuidv7 } from '#platform/shared';
import { anAccount } from '../../../accounts/server/accounts.testing.js';
import { spacesDomain } from '../index.js';
import { aSpace } from '../spaces.testing.js';
import { WideningObstacles } from './widening-obstacles.js';

describe('changes of a space at one moment', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(() => server.stop());

  const VISIBILITY = `mutation ($input: ChangeSpaceVisibilityInput!) { changeSpaceVisibility(input: $input) { visibility gates } }`;
  const GATES = 'mutation ($input: SetSpaceGatesInput!) { setSpaceGates(input: $input) { gates } }';
  const UPDATE = `mutation ($input: UpdateSpaceInput!) { updateSpace(input: $input) { slug } }`;
  const gates = (spaceId: string, wished: readonly string[]) => ({ input: { spaceId, gates: wished, questions: [], answerDays: 3, askAgainDays: 30, baseVersion: 1 } });
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
    await duringChange(space.id, `gates = '{request}'`, () => server.data(mod.caller, VISIBILITY, { input: { spaceId: space.id, visibility: 'closed', baseVersion: 1 } }));
    expect(await rowOf(space.id)).toEqual({ visibility: 'closed', gates: ['request'] });
  });

  it('do not take an address back that was just changed', async () => {
    const mod = await anAccount(server);
    const space = await aSpace(server, { slug: 'erste-adresse', members: [[mod, 'moderator']] });
    const input = { spaceId: space.id, name: 'Neuer Name', description: '', colour: 'lake', emblem: 'leaf', baseVersion: 1 };
    expect(await duringChange(space.id, `slug = 'zweite-adresse'`, () => server.data(mod.caller, UPDATE, { input }))).toEqual({ updateSpace: { slug: 'zweite-adresse' } });
  });

  it.each([
    ['an open gate', 'open', `mutation ($input: SpaceIdInput!) { joinSpace(input: $input) { id } }`, {}],
    ['a password', 'password', `mutation ($input: JoinByPasswordInput!) { joinSpaceByPassword(input: $input) { id } }`, { password: 'Löwenzahn 2026' }],
    ['a request', 'request', `mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { id } }`, { id: uuidv7(), message: '', answers: [] }],
  ] as const)('let nobody in by %s that closes meanwhile', async (_name, gate, mutation, more) => {
    const mia = await anAccount(server);
    const space = await aSpace(server, { visibility: 'programme', gates: [gate], ...(gate === 'password' ? { password: 'Löwenzahn 2026' } : {}) });
    const refused = await duringChange(space.id, `gates = '{invitation}'`, () => server.refusal(mia.caller, mutation, { input: { spaceId: space.id, ...more } }));
    expect(refused).toEqual({ code: 'FORBIDDEN', reason: 'space.gateClosed' });
    expect(await server.db.query('select 1 from space_member where space_id = $1', [space.id])).toEqual([]);
    expect(await server.db.query('select 1 from join_request where space_id = $1', [space.id])).toEqual([]);
  });

  it('let nobody in with a password that is replaced meanwhile', async () => {
    const mia = await anAccount(server);
    const space = await aSpace(server, { visibility: 'programme', password: 'Löwenzahn 2026' });
    const join = `mutation ($input: JoinByPasswordInput!) { joinSpaceByPassword(input: $input) { id } }`;
    const refused = await duringChange(space.id, `password_hash = 'ein anderes'`, () =>
      server.refusal(mia.caller, join, { input: { spaceId: space.id, password: 'Löwenzahn 2026' } }),
    );
    expect(refused).toEqual({ code: 'BAD_USER_INPUT', reason: 'space.wrongPassword', field: 'password' });
    expect(await server.db.query('select 1 from space_member where space_id = $1', [space.id])).toEqual([]);
  });

  it('let nobody in by a link whose gate closes meanwhile', async () => {
    const [mod, mia] = [await anAccount(server), await anAccount(server)];
    const space = await aSpace(server, { members: [[mod, 'moderator']] });
    const link = `mutation ($input: CreateSpaceInvitationInput!) { createSpaceInvitation(input: $input) { token } }`;
    const made = { input: { id: uuidv7(), spaceId: space.id, label: '', role: 'member', days: 3 } };
    const { createSpaceInvitation } = await server.data<{ createSpaceInvitation: { token: string } }>(mod.caller, link, made);
    const accept = `mutation ($input: SpaceInvitationTokenInput!) { acceptSpaceInvitation(input: $input) { slug } }`;
    const refused = await duringChange(space.id, `gates = '{request}'`, () => server.refusal(mia.caller, accept, { input: { token: createSpaceInvitation.token } }));
    expect(refused).toEqual({ code: 'NOT_FOUND', reason: 'space.invitationInvalid' });
  });

  it('ask the questions that are asked now', async () => {
    const mia = await anAccount(server);
    const space = await aSpace(server, { visibility: 'programme', gates: ['request'], questions: ['Woher?'] });
    const ask = `mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { id } }`;
    const input = { id: uuidv7(), spaceId: space.id, message: '', answers: ['Jever'] };
    const refused = await duringChange(space.id, `questions = '{Woher?,Warum?}'`, () => server.refusal(mia.caller, ask, { input }));
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'required', field: 'answers.1' });
  });

  it('refuse the second of two who began from the same settings, and keep what the first one set', async () => {
    const [one, two] = [await anAccount(server), await anAccount(server)];
    const space = await aSpace(server, { visibility: 'programme', gates: ['open'], members: [[one, 'moderator'], [two, 'moderator']] });
    const name = (text: string) => ({ input: { spaceId: space.id, name: text, description: '', colour: 'lake', emblem: 'leaf', baseVersion: 1 } });
    const answers = await Promise.all([server.graphql(one.caller, UPDATE, name('Erste')), server.graphql(two.caller, UPDATE, name('Zweite'))]);
    const refused = answers.flatMap((answer) => answer.errors ?? []);
    expect(refused.map((error) => error.extensions)).toEqual([{ code: 'CONFLICT', reason: 'space.stale', params: { version: 2 } }]);
    const stale = { code: 'CONFLICT', reason: 'space.stale' };
    expect(await server.refusal(two.caller, GATES, gates(space.id, ['request']))).toEqual(stale);
    expect(await server.refusal(two.caller, VISIBILITY, { input: { spaceId: space.id, visibility: 'closed', baseVersion: 1 } })).toEqual(stale);
    const publishers = 'mutation ($input: SetSpacePublishersInput!) { setSpacePublishers(input: $input) { version publishers } }';
    expect(await server.refusal(two.caller, publishers, { input: { spaceId: space.id, publishers: 'members', baseVersion: 1 } })).toEqual(stale);
    expect(await rowOf(space.id)).toEqual({ visibility: 'programme', gates: ['open'] });
    expect(await server.data(two.caller, publishers, { input: { spaceId: space.id, publishers: 'members', baseVersion: 2 } })).toEqual({
      setSpacePublishers: { version: 3, publishers: 'members' },
    });
  });

  it('need one connection each, so that more of them than connections do not wait for each other for ever', async () => {
    const mod = await anAccount(server);
    const spaces = [];
    for (let number = 0; number < 12; number += 1) spaces.push(await aSpace(server, { members: [[mod, 'moderator']] }));
    const answers = await Promise.all(spaces.map((space) => server.graphql(mod.caller, VISIBILITY, { input: { spaceId: space.id, visibility: 'hidden', baseVersion: 1 } })));
    expect(answers.filter((answer) => answer.errors !== undefined)).toEqual([]);
  }, 15_000);

  it('looks at its texts again by itself where these changed during the check, and says so only where they never rest', async () => {
    const mod = await anAccount(server);
    const space = await aSpace(server, { visibility: 'closed', members: [[mod, 'moderator']] });
    const state = { looks: 0, restsAfter: 2 };
    server.app.get(WideningObstacles).register({
      name: 'restless',
      lookAhead: async (spaceId) => {
        if (spaceId === space.id) state.looks += 1;
        return async () => {
          if (spaceId === space.id && state.looks < state.restsAfter) throw AppError.conflict('space.textsChanged');
          return [];
        };
      },
    });
    const input = { spaceId: space.id, visibility: 'public', baseVersion: 1 };
    const asked = (await server.graphql(mod.caller, VISIBILITY, { input })).errors?.[0]?.extensions.params as { count: number } | undefined;
    const open = { input: { ...input, confirmAudience: asked?.count } };
    state.restsAfter = 99;
    expect(await server.refusal(mod.caller, VISIBILITY, open)).toEqual({ code: 'CONFLICT', reason: 'space.textsChanged' });
    expect(await rowOf(space.id)).toMatchObject({ visibility: 'closed' });
    expect(state.looks).toBe(3);
    Object.assign(state, { looks: 0, restsAfter: 2 });
    expect(await server.data(mod.caller, VISIBILITY, open)).toMatchObject({ changeSpaceVisibility: { visibility: 'public' } });
    expect(state.looks).toBe(2);
  });
});
