import { accountsDomain } from '#accounts/server';
import { bookmarksDomain } from '#bookmarks/server';
import { feedsDomain } from '#feeds/server';
import { AWAY_KEPT_DAYS, moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { Outbox } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { topicsDomain } from '#topics/server';
import { aCase } from '../../moderation/server/moderation.testing.js';
import { tipsDomain } from './index.js';
import { aCircle, aTip, type TestCircle, type TestTip } from './tips.testing.js';

const HIDE = 'mutation ($input: HideTipInput!) { hideTip(input: $input) { state } }';
const UNHIDE = 'mutation ($input: UnhideTipInput!) { unhideTip(input: $input) { state } }';
const WRITE = 'mutation ($input: WritePostInput!) { writePost(input: $input) { id } }';

let server: TestServer;
let circle: TestCircle;
beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, feedsDomain, topicsDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
  circle = await aCircle(server);
});
afterAll(async () => server.stop());

const aHidden = async (title: string): Promise<TestTip> => {
  const tip = await aTip(server, { in: circle.space, by: circle.author, title, body: `${title}: verborgene Worte` });
  await server.data(circle.moderator.caller, HIDE, { input: { tipId: tip.id, reason: 'Werbung' } });
  return tip;
};
async function afterDays(days: number): Promise<void> {
  server.clock.forward(days * 86_400_000);
  await server.app.get(Outbox).runNow('tips.tidy');
  await server.drain();
}
const left = async (...tips: readonly TestTip[]): Promise<readonly string[]> =>
  (await server.db.query<{ title: string }>('select title from tip where id = any($1::uuid[]) order by title', [tips.map(({ id }) => id)])).map(({ title }) => title);
const ownTexts = async (): Promise<string> => (await server.app.inject({ method: 'GET', url: '/api/accounts/own-data', headers: { cookie: circle.author.caller.cookie ?? '' } })).body;

describe('a tip that moderation took away', () => {
  it('goes a year after the decision with its versions and comments and whatever people kept of it; others stay', async () => {
    const [stays, goes] = [await aTip(server, { in: circle.space, by: circle.author, title: 'Bleibt' }), await aTip(server, { in: circle.space, by: circle.author, title: 'Geht' })];
    const postId = uuidv7();
    await server.data(circle.member.caller, WRITE, { input: { id: postId, threadId: goes.id, body: 'Das ist doch Reklame' } });
    for (const [kind, id] of [['tip', goes.id], ['post', postId], ['tip', stays.id]] as const) {
      await server.db.query('insert into bookmark (id, account_id, kind, target_id, created_at) values ($1, $2, $3, $4, now())', [uuidv7(), circle.colleague.id, kind, id]);
    }
    await server.data(circle.moderator.caller, HIDE, { input: { tipId: goes.id, reason: 'Werbung' } });
    await afterDays(AWAY_KEPT_DAYS - 1);
    expect(await left(goes, stays)).toEqual(['Bleibt', 'Geht']);
    expect(await ownTexts()).toContain(goes.id);
    await afterDays(2);
    expect(await left(goes, stays)).toEqual(['Bleibt']);
    expect(await ownTexts()).not.toContain('Geht');
    const traces = ['select tip_id as id from tip_revision where tip_id = $1', 'select thread_id as id from post where thread_id = $1', 'select id from thread where subject_id = $1', 'select subject_id as id from notice where subject_id = $1 or group_id = $1'];
    for (const trace of traces) expect(await server.db.query(trace, [goes.id])).toEqual([]);
    expect(await server.db.query('select target_id as id from bookmark where account_id = $1', [circle.colleague.id])).toEqual([{ id: stays.id }]);
  });

  it('stays where it was shown again, while an objection or a comment has to be judged, and while its authors write on it', async () => {
    const [shown, objected, written] = [await aHidden('Wieder da'), await aHidden('Eingespruch'), await aHidden('Neu geschrieben')];
    await server.data(circle.moderator.caller, UNHIDE, { input: { tipId: shown.id, confirmAudience: 4 } });
    await server.db.query(`insert into moderation_objection (case_id, words, created_at) select id, 'Nein', $2 from moderation_case where item_id = $1`, [objected.id, server.clock.now()]);
    const reported = await aTip(server, { in: circle.space, by: circle.author, title: 'Kommentiert' });
    const postId = uuidv7();
    await server.data(circle.member.caller, WRITE, { input: { id: postId, threadId: reported.id, body: 'Alles falsch' } });
    await server.data(circle.moderator.caller, HIDE, { input: { tipId: reported.id, reason: 'Werbung' } });
    const all = [shown, objected, reported, written];
    const caseId = await aCase(server, { spaceId: circle.space.id, kind: 'post', itemId: postId, authorIds: [circle.member.id] });
    server.clock.forward(AWAY_KEPT_DAYS * 86_400_000);
    await server.db.query(
      `insert into tip_working_copy (tip_id, base_revision_number, title, summary, body, topic_ids, author_ids, saved_at, saved_by) values ($1, 1, 'Neu', '', 'Neu', '{}', array[$2]::uuid[], $3, $2)`,
      [written.id, circle.author.id, server.clock.now()],
    );
    await afterDays(1);
    expect(await left(...all)).toHaveLength(4);
    await server.db.query('update moderation_objection set is_granted = false, decided_at = $1', [server.clock.now()]);
    await server.db.query(`update moderation_case set state = 'decided', decision = 'keep', decided_at = $2 where id = $1`, [caseId, server.clock.now()]);
    await afterDays(90);
    expect(await left(...all)).toEqual(['Wieder da']);
  });
});
