import { accountsDomain } from '#accounts/server';
import { Outbox } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { anAccount } from '../../../accounts/server/accounts.testing.js';
import { spacesDomain } from '../index.js';
import { aSpace, join } from '../spaces.testing.js';

describe('request to join', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(() => server.stop());

  const FIELDS = 'id state note askAgainAt applicantName message answers { question answer } steps { act actorName note } viewerCanDecide earlierRequests space { name }';
  const ASK = `mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { ${FIELDS} } }`;
  const ANSWER = `mutation ($input: AnswerJoinRequestInput!) { answerJoinRequest(input: $input) { ${FIELDS} } }`;
  const WITHDRAW = `mutation ($input: JoinRequestIdInput!) { withdrawJoinRequest(input: $input) { state } }`;
  const APPROVE = `mutation ($input: ApproveJoinRequestInput!) { approveJoinRequest(input: $input) { ${FIELDS} } }`;
  const DECLINE = `mutation ($input: DeclineJoinRequestInput!) { declineJoinRequest(input: $input) { ${FIELDS} } }`;
  const ASK_BACK = `mutation ($input: AskBackOnJoinRequestInput!) { askBackOnJoinRequest(input: $input) { ${FIELDS} } }`;
  const QUEUE = `query ($list: JoinRequestList!, $spaceId: ID, $first: Int, $after: String) {
    joinRequests(list: $list, spaceId: $spaceId, first: $first, after: $after) { totalCount nodes { id state applicantName } pageInfo { hasNextPage endCursor } } }`;
  const ONE = `query ($id: ID!) { joinRequest(id: $id) { ${FIELDS} } }`;

  async function scene(more: Parameters<typeof aSpace>[1] = {}) {
    const mod = await anAccount(server, { name: 'Mo Derator' });
    const mia = await anAccount(server, { name: 'Mia Moor' });
    const space = await aSpace(server, { gates: ['request'], questions: ['Woher?', 'Warum?'], name: 'Erstvorhaben Nord', members: [[mod, 'moderator']], ...more });
    return { mod, mia, space };
  }
  const asking = (space: { id: string }, more: object = {}) => ({ input: { id: uuidv7(), spaceId: space.id, message: 'Ich fange an.', answers: ['Jever', 'Neugier'], ...more } });
  async function ask(caller: Parameters<TestServer['data']>[0], space: { id: string }): Promise<string> {
    return (await server.data<{ requestToJoin: { id: string } }>(caller, ASK, asking(space))).requestToJoin.id;
  }

  it('is listed from places alone that the list handed out', async () => {
    const { mod } = await scene();
    for (const keys of [[0, '1.5', 'x'], [0, 'morgen', uuidv7()], [0, 'NaN', uuidv7()], ['0', '1.5', uuidv7()], [0.5, '1.5', uuidv7()], [0, 1.5, uuidv7()], [0, '1.5']]) {
      const after = Buffer.from(JSON.stringify(keys)).toString('base64url');
      expect([keys, await server.refusal(mod.caller, QUEUE, { list: 'open', first: 3, after })]).toEqual([keys, { code: 'BAD_USER_INPUT', reason: 'badCursor', field: 'after' }]);
    }
  });

  it('reaches the moderators with message and answers, is asked back, answered and approved', async () => {
    const { mod, mia, space } = await scene();
    const wish = asking(space);
    const { requestToJoin } = await server.data<{ requestToJoin: { id: string } }>(mia.caller, ASK, wish);
    expect(await server.data(mia.caller, ASK, wish)).toEqual({ requestToJoin });
    const requestId = requestToJoin.id;

    expect(await server.data(mod.caller, ONE, { id: requestId })).toMatchObject({
      joinRequest: { applicantName: 'Mia Moor', answers: [{ question: 'Woher?', answer: 'Jever' }, { question: 'Warum?', answer: 'Neugier' }], viewerCanDecide: true },
    });
    await server.data(mod.caller, ASK_BACK, { input: { requestId, question: 'Seit wann?' } });
    expect(await server.data(mia.caller, ONE, { id: requestId })).toMatchObject({ joinRequest: { state: 'asked', note: 'Seit wann?', viewerCanDecide: false } });
    await server.data(mia.caller, ANSWER, { input: { requestId, answer: 'Seit Mai.' } });
    const { approveJoinRequest } = await server.data<{ approveJoinRequest: { steps: unknown } }>(mod.caller, APPROVE, { input: { requestId, role: 'author' } });
    expect(approveJoinRequest.steps).toEqual([
      { act: 'requested', actorName: 'Mia Moor', note: '' },
      { act: 'askedBack', actorName: 'Mo Derator', note: 'Seit wann?' },
      { act: 'answered', actorName: 'Mia Moor', note: 'Seit Mai.' },
      { act: 'approved', actorName: 'Mo Derator', note: '' },
    ]);
    expect(await server.data(mia.caller, 'query ($slug: String!) { space(slug: $slug) { myRole myJoinRequest { state steps { act actorName } } } }', { slug: space.slug })).toEqual({
      space: {
        myRole: 'author',
        myJoinRequest: {
          state: 'approved',
          steps: [
            { act: 'requested', actorName: 'Mia Moor' },
            { act: 'askedBack', actorName: null },
            { act: 'answered', actorName: 'Mia Moor' },
            { act: 'approved', actorName: null },
          ],
        },
      },
    });
  });

  it('names every question without an answer', async () => {
    const { mia, space } = await scene();
    const { errors } = await server.graphql(mia.caller, ASK, asking(space, { answers: ['', '  '] }));
    expect(errors?.[0]?.extensions.fields).toEqual([{ field: 'answers.0', reason: 'required' }, { field: 'answers.1', reason: 'required' }]);
  });

  it('is declined with a reason, and can be made again when the time has come', async () => {
    const { mod, mia, space } = await scene();
    const requestId = await ask(mia.caller, space);
    expect(await server.refusal(mod.caller, DECLINE, { input: { requestId, reason: '' } })).toMatchObject({ field: 'reason', reason: 'required' });
    await server.data(mod.caller, DECLINE, { input: { requestId, reason: 'Erst mit Bescheid.', askAgainDays: 10 } });
    expect(await server.data(mia.caller, ONE, { id: requestId })).toMatchObject({ joinRequest: { state: 'declined', note: 'Erst mit Bescheid.' } });
    expect(await server.refusal(mia.caller, ASK, asking(space))).toEqual({ code: 'CONFLICT', reason: 'space.askAgainLater' });
    server.clock.forward(10 * 86_400_000 + 1);
    const again = await ask(mia.caller, space);
    expect(await server.data(mod.caller, ONE, { id: again })).toMatchObject({ joinRequest: { earlierRequests: 1 } });
  });

  it('is made once at a time and can be taken back', async () => {
    const { mod, mia, space } = await scene();
    const requestId = await ask(mia.caller, space);
    expect(await server.refusal(mia.caller, ASK, asking(space))).toEqual({ code: 'CONFLICT', reason: 'space.alreadyAsked' });
    await server.data(mia.caller, WITHDRAW, { input: { requestId } });
    expect(await server.refusal(mod.caller, APPROVE, { input: { requestId } })).toEqual({ code: 'CONFLICT', reason: 'space.requestDecided' });
    await ask(mia.caller, space);
  });

  it('has one decision when two moderators decide at the same moment', async () => {
    const { mod, mia, space } = await scene();
    const second = await anAccount(server, { name: 'Zweite Stimme' });
    await join(server, space, second, 'moderator');
    for (let round = 0; round < 5; round += 1) {
      const applicant = round === 0 ? mia : await anAccount(server);
      const requestId = await ask(applicant.caller, space);
      const answers = await Promise.all([
        server.graphql(mod.caller, APPROVE, { input: { requestId } }),
        server.graphql(second.caller, DECLINE, { input: { requestId, reason: 'Passt nicht.' } }),
      ]);
      const conflicts = answers.flatMap((answer) => answer.errors ?? []);
      expect(conflicts).toHaveLength(1);
      const quicker = answers[0]?.errors === undefined ? { state: 'approved', by: 'Mo Derator' } : { state: 'declined', by: 'Zweite Stimme' };
      expect(conflicts[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'space.requestDecided', params: quicker });
      const steps = await server.db.query('select 1 from join_request_step where request_id = $1', [requestId]);
      expect(steps).toHaveLength(2);
    }
  });

  it('queues over all spaces of a moderator and none of anybody else, in pages', async () => {
    const { mod, space } = await scene({ questions: [] });
    const other = await aSpace(server, { gates: ['request'], members: [[mod, 'moderator']] });
    const elsewhere = await scene();
    await ask(elsewhere.mia.caller, elsewhere.space);
    const ids: string[] = [];
    for (const target of [space, other, space, other, space]) {
      server.clock.forward(60_000);
      const applicant = await anAccount(server);
      ids.push((await server.data<{ requestToJoin: { id: string } }>(applicant.caller, ASK, asking(target, { answers: [] }))).requestToJoin.id);
    }
    const first = await server.data<{ joinRequests: { totalCount: number; nodes: { id: string }[]; pageInfo: { endCursor: string } } }>(mod.caller, QUEUE, { list: 'open', first: 3 });
    expect(first.joinRequests).toMatchObject({ totalCount: 5, nodes: ids.slice(0, 3).map((id) => ({ id })), pageInfo: { hasNextPage: true } });
    const rest = await server.data<typeof first>(mod.caller, QUEUE, { list: 'open', first: 3, after: first.joinRequests.pageInfo.endCursor });
    expect(rest.joinRequests.nodes.map((node) => node.id)).toEqual(ids.slice(3));
    expect(await server.data(mod.caller, QUEUE, { list: 'open', spaceId: other.id, first: 10 })).toMatchObject({ joinRequests: { totalCount: 2 } });
    for (const id of ids) await server.data(mod.caller, APPROVE, { input: { requestId: id } });
    const decided = await server.data<typeof first>(mod.caller, QUEUE, { list: 'decided', first: 2 });
    expect(decided.joinRequests).toMatchObject({ totalCount: 5 });
    const stranger = await anAccount(server, { siteRoles: ['coordinator'] });
    for (const list of ['open', 'decided']) {
      expect(await server.data(stranger.caller, QUEUE, { list, first: 10, spaceId: space.id })).toMatchObject({ joinRequests: { totalCount: 0, nodes: [] } });
    }
  });

  it('cannot be read or decided by a moderator of another space, as if it were unknown', async () => {
    const { mia, space } = await scene();
    const other = await scene();
    const requestId = await ask(mia.caller, space);
    for (const id of [requestId, uuidv7(), 'kein-uuid']) {
      expect(await server.refusal(other.mod.caller, ONE, { id })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
      expect(await server.refusal(other.mod.caller, APPROVE, { input: { requestId: id } })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
      expect(await server.refusal(other.mod.caller, WITHDRAW, { input: { requestId: id } })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    }
  });

  it('is brought up again after three working days, once', async () => {
    server.clock.moveTo(new Date('2026-12-23T10:00:00+01:00'));
    const { mia, space } = await scene();
    const requestId = await ask(mia.caller, space);
    const outbox = server.app.get(Outbox);
    const told = async (day: string): Promise<number> => {
      server.clock.moveTo(new Date(`${day}T07:30:00+01:00`));
      await outbox.runNow('spaces.remind');
      return (await server.db.query(`select from join_request_step where request_id = $1 and act = 'reminded'`, [requestId])).length;
    };
    // Thursday 24th counts, Friday and Saturday are holidays, then Monday and Tuesday.
    expect(await told('2026-12-28')).toBe(0);
    expect(await told('2026-12-29')).toBe(1);
    expect(await told('2026-12-30')).toBe(1);
  });

  it('is settled when the applicant comes in another way', async () => {
    const { mod, mia, space } = await scene({ gates: ['request', 'invitation'] });
    const requestId = await ask(mia.caller, space);
    await server.data(mod.caller, 'mutation ($input: InviteToSpaceInput!) { inviteToSpace(input: $input) { id } }', { input: { spaceId: space.id, accountId: mia.id, role: 'member' } });
    await server.data(mia.caller, 'mutation ($input: SpaceIdInput!) { joinSpaceByInvitation(input: $input) { id } }', { input: { spaceId: space.id } });
    expect(await server.data(mod.caller, ONE, { id: requestId })).toMatchObject({ joinRequest: { state: 'approved', steps: [{ act: 'requested' }, { act: 'joinedOtherwise' }] } });
  });
});
