import { AWAY_KEPT_DAYS } from '#moderation/server';
import { LOGGER, Outbox, type Logger } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { aCase } from '../../moderation/server/moderation.testing.js';
import { aDiscussion, aReply, aRound, discussionsWithGround, type TestRound } from './discussions.testing.js';

const DECIDE = 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { id } }';
const MERGE = 'mutation ($input: MergeDiscussionsInput!) { mergeDiscussions(input: $input) { id } }';
const POLL = 'mutation ($input: AskPollInput!) { askPoll(input: $input) { id } }';

let server: TestServer;
let round: TestRound;

beforeAll(async () => {
  server = await TestServer.start(discussionsWithGround);
  round = await aRound(server);
});
afterAll(async () => server.stop());

const opened = async (title: string) => aDiscussion(server, { in: round.space, by: round.asker, title });
async function hidden(kind: string, itemId: string): Promise<string> {
  const caseId = await aCase(server, { spaceId: round.space.id, kind, itemId, authorIds: [round.asker.id], reporterId: round.member.id });
  await server.data(round.moderator.caller, DECIDE, { input: { caseId, decision: 'hide', reason: 'advertising', note: 'Das ist Werbung.' } });
  return caseId;
}
async function afterDays(days: number): Promise<void> {
  server.clock.forward(days * 86_400_000);
  await server.app.get(Outbox).runNow('discussions.tidy');
}
const left = async (ids: readonly string[]): Promise<readonly string[]> =>
  (await server.db.query<{ id: string }>('select id from discussion where id = any($1::uuid[]) union select thread_id from post where thread_id = any($1::uuid[]) union select id from poll where id = any($1::uuid[])', [ids])).map(({ id }) => id);

describe('a discussion that moderation took away', () => {
  it('goes a year after the decision with all that was said in it and what had been merged into it; others stay', async () => {
    const [goes, merged, stays] = [await opened('Kauft bei uns'), await opened('Kauft auch bei uns'), await opened('Was ist ein Energiebericht?')];
    await aReply(server, round.member, goes);
    await server.data(round.moderator.caller, MERGE, { input: { fromDiscussionId: merged.id, intoDiscussionId: goes.id } });
    await hidden('discussion', goes.id);
    const all = [goes.id, merged.id, stays.id];
    await afterDays(AWAY_KEPT_DAYS - 1);
    expect((await left(all)).toSorted()).toEqual(all.toSorted());
    await afterDays(2);
    expect(await left(all)).toEqual([stays.id]);
  });

  it('stays while somebody has to judge something in it, and where it was shown again', async () => {
    const [waits, shown] = [await opened('Noch zu klären'), await opened('Doch in Ordnung')];
    const replyId = await aReply(server, round.member, waits);
    await hidden('discussion', waits.id);
    const open = await aCase(server, { spaceId: round.space.id, kind: 'post', itemId: replyId, authorIds: [round.member.id], reporterId: round.asker.id });
    const caseId = await hidden('discussion', shown.id);
    await server.data(round.moderator.caller, DECIDE, { input: { caseId, decision: 'restore', note: '' } });
    await afterDays(AWAY_KEPT_DAYS + 1);
    expect((await left([waits.id, shown.id])).toSorted()).toEqual([waits.id, shown.id].toSorted());
    await server.db.query(`update moderation_case set state = 'decided', decision = 'keep', decided_at = $2 where id = $1`, [open, server.clock.now()]);
    await afterDays(1);
    expect(await left([waits.id, shown.id])).toEqual([shown.id]);
  });

  it('keeps no other where it cannot be let go of, and takes along who followed or kept it', async () => {
    const [sticks, goes] = [await opened('Bleibt hängen'), await opened('Geht')];
    const replyId = await aReply(server, round.member, goes);
    for (const [kind, id] of [['discussion', goes.id], ['post', replyId]] as const) {
      await server.db.query('insert into bookmark (id, account_id, kind, target_id, created_at) values ($1, $2, $3, $4, now())', [uuidv7(), round.member.id, kind, id]);
    }
    for (const { id } of [sticks, goes]) await hidden('discussion', id);
    await server.db.query('create table holds_on (id uuid references discussion (id))');
    await server.db.query('insert into holds_on (id) values ($1)', [sticks.id]);
    const log = jest.spyOn(server.app.get<Logger>(LOGGER), 'error').mockReturnValue(undefined);
    const kept = async () => server.db.query(`select kind from bookmark where target_id = any($1::uuid[]) union all select target_kind from following where target_id = $2`, [[goes.id, replyId], goes.id]);
    expect((await kept()).length).toBeGreaterThan(2);
    await expect(afterDays(AWAY_KEPT_DAYS + 1)).rejects.toThrow('1 of discussion not forgotten');
    expect(log.mock.calls).toEqual([[{ kind: 'discussion', itemId: sticks.id, error: expect.stringContaining('holds_on') }, 'content not forgotten']]);
    log.mockRestore();
    expect(await left([sticks.id, goes.id])).toEqual([sticks.id]);
    expect(await kept()).toEqual([]);
    await server.db.query('drop table holds_on');
    await afterDays(0);
    expect(await left([sticks.id])).toEqual([]);
  });

  it('and a poll go alike', async () => {
    const discussion = await opened('Wann treffen wir uns?');
    const poll = { id: uuidv7(), discussionId: discussion.id, question: 'Welcher Tag?', options: ['Montag', 'Dienstag'], isMultiple: false, isAnonymous: true };
    await server.data(round.asker.caller, POLL, { input: poll });
    await hidden('poll', poll.id);
    await afterDays(AWAY_KEPT_DAYS - 1);
    expect(await left([poll.id])).toEqual([poll.id]);
    await afterDays(2);
    expect(await left([poll.id, discussion.id])).toEqual([discussion.id]);
  });
});
