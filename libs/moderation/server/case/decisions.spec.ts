import { accountsDomain } from '#accounts/server';
import { anAccount } from '#accounts/server/testing';
import { bookmarksDomain } from '#bookmarks/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { tipsDomain } from '#tips/server';
import { topicsDomain } from '#topics/server';
import { anEntry, leave } from '../../../spaces/server/spaces.testing.js';
import { aTip } from '../../../tips/server/tips.testing.js';
import { moderationDomain } from '../index.js';
import { aCase, aModeratedCircle, type ModeratedCircle } from '../moderation.testing.js';

let server: TestServer;
let circle: ModeratedCircle;

const DECIDE = 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { decision isWaiting viewerDecisions } }';
const OBJECT = 'mutation ($input: ObjectToDecisionInput!) { objectToDecision(input: $input) { objectionWords viewerCanObject } }';
const JUDGE = 'mutation ($input: DecideObjectionInput!) { decideObjection(input: $input) { decision objection { isGranted } } }';
const CASE = 'query ($id: ID!) { moderationCase(id: $id) { viewerDecisions viewerCanDecideObjection item { html } authorHistory { kept removed } acts { act actor { name } note } } }';
const OWN = '{ myDecisions { caseId decision reason note viewerCanObject isObjectionGranted objectionNote title } }';
/** Of a circle: two who moderate, who writes, who reads. */
const READERS = 4;
const hide = (caseId: string) => ({ input: { caseId, decision: 'hide', reason: 'insult', note: 'Beleidigt andere.' } });

async function aReportedTip(within: ModeratedCircle) {
  const tip = await aTip(server, { in: within.space, by: within.author });
  const caseId = await aCase(server, { spaceId: within.space.id, kind: 'tip', itemId: tip.id, authorIds: [within.author.id], reporterId: within.member.id });
  return { tip, caseId };
}
const stateOf = async (tipId: string) => (await server.db.query<{ state: string }>('select state from tip where id = $1', [tipId]))[0]?.state;
/** Why somebody was told of an objection: who decides did not object, and who objected is told so. */
const reasonsOf = async (accountId: string) => (await server.db.query<{ reason: string }>(`select reason from notice where account_id = $1 and kind like 'moderation.objection%'`, [accountId])).map(({ reason }) => reason);
const noticesOf = async (accountId: string) => (await server.db.query<{ kind: string }>('select kind from notice where account_id = $1 order by kind', [accountId])).map(({ kind }) => kind);
const refusal = (caller: Caller | null, query: string, input: object) => server.refusal(caller, query, { input });

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, topicsDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
  circle = await aModeratedCircle(server);
}, 60_000);
afterAll(async () => server.stop());

describe('a decision', () => {
  it('is for moderators of that space alone, and nobody judges what they wrote themselves', async () => {
    const elsewhere = await aModeratedCircle(server);
    const { caseId } = await aReportedTip(circle);
    const own = await aTip(server, { in: circle.space, by: circle.moderator });
    const ownCase = await aCase(server, { spaceId: circle.space.id, kind: 'tip', itemId: own.id, authorIds: [circle.moderator.id] });
    const unknown = { code: 'NOT_FOUND', reason: 'notFound' };
    for (const { caller } of [elsewhere.moderator, circle.author, circle.member, circle.stranger]) {
      expect(await refusal(caller, DECIDE, hide(caseId).input)).toEqual(unknown);
      expect(await server.refusal(caller, CASE, { id: caseId })).toEqual(unknown);
    }
    expect(await refusal(null, DECIDE, hide(caseId).input)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await refusal(circle.moderator.caller, DECIDE, hide(ownCase).input)).toEqual(unknown);
    expect(await server.data(circle.second.caller, DECIDE, hide(ownCase))).toMatchObject({ decideCase: { decision: 'hide' } });
  });

  it('to hide needs a reason, takes the tip away and tells author and reporter without names', async () => {
    const fresh = await aModeratedCircle(server);
    const { tip, caseId } = await aReportedTip(fresh);
    expect(await refusal(fresh.moderator.caller, DECIDE, { caseId, decision: 'hide' })).toMatchObject({ field: 'reason', reason: 'required' });
    expect(await refusal(fresh.moderator.caller, DECIDE, { caseId, decision: 'release' })).toEqual({ code: 'FORBIDDEN', reason: 'moderation.decisionNotPossible' });
    expect(await server.data(fresh.moderator.caller, DECIDE, hide(caseId))).toEqual({ decideCase: { decision: 'hide', isWaiting: false, viewerDecisions: ['restore'] } });
    // Sent twice it is done once.
    await server.data(fresh.moderator.caller, DECIDE, hide(caseId));
    expect(await stateOf(tip.id)).toBe('hidden');
    await server.drain();
    expect(await noticesOf(fresh.author.id)).toEqual(['moderation.decided']);
    expect(await noticesOf(fresh.member.id)).toEqual(['moderation.reportDecided']);
    const own = await server.data<{ myDecisions: object[] }>(fresh.author.caller, OWN);
    expect(own.myDecisions).toEqual([{ caseId, decision: 'hide', reason: 'insult', note: 'Beleidigt andere.', viewerCanObject: true, isObjectionGranted: null, objectionNote: '', title: tip.title }]);
    const reports = await server.data(fresh.member.caller, '{ myReports { reason isRemoved title } }');
    expect(reports).toEqual({ myReports: [{ reason: 'insult', isRemoved: true, title: null }] });
    const seen = await server.data<{ moderationCase: { acts: unknown } }>(fresh.second.caller, CASE, { id: caseId });
    expect(seen.moderationCase.acts).toEqual([{ act: 'hidden', actor: { name: 'Mara Moderatorin' }, note: 'Beleidigt andere.' }]);
  });

  it('of two moderators at once is one; the other is told which and by whom', async () => {
    const { caseId } = await aReportedTip(circle);
    const answers = await Promise.all([
      server.graphql(circle.moderator.caller, DECIDE, hide(caseId)),
      server.graphql(circle.second.caller, DECIDE, { input: { caseId, decision: 'keep' } }),
    ]);
    const refused = answers.flatMap(({ errors }) => errors ?? []);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'moderation.decided', params: { by: expect.stringMatching(/^(Mara Moderatorin|Moritz Moderator)$/) as string } });
  });

  it('can only be to close the case where the item is out of the moderator’s sight', async () => {
    const { tip, caseId } = await aReportedTip(circle);
    await server.db.query(`update tip set state = 'draft' where id = $1`, [tip.id]);
    expect(await server.data(circle.moderator.caller, CASE, { id: caseId })).toMatchObject({ moderationCase: { item: null, viewerDecisions: ['keep'] } });
    expect(await refusal(circle.moderator.caller, DECIDE, hide(caseId).input)).toEqual({ code: 'FORBIDDEN', reason: 'moderation.decisionNotPossible' });
  });

  it('is about what was read: changed since, it is not carried out; publishing needs the version', async () => {
    const fresh = await aModeratedCircle(server);
    const { tip, caseId } = await aReportedTip(fresh);
    const version = async () =>
      (await server.data<{ moderationCase: { item: { version: string } } }>(fresh.moderator.caller, 'query ($id: ID!) { moderationCase(id: $id) { item { version } } }', { id: caseId })).moderationCase.item.version;
    const read = await version();
    await server.db.query(`update tip set html = '<p>Etwas anderes.</p>' where id = $1`, [tip.id]);
    expect(await refusal(fresh.moderator.caller, DECIDE, { ...hide(caseId).input, itemVersion: read })).toEqual({ code: 'CONFLICT', reason: 'moderation.changedMeanwhile' });
    await server.data(fresh.moderator.caller, DECIDE, { input: { ...hide(caseId).input, itemVersion: await version() } });
    expect(await stateOf(tip.id)).toBe('hidden');
    const held = await aReportedTip(fresh);
    await server.db.query(`update tip set state = 'review' where id = $1`, [held.tip.id]);
    await server.db.query('update moderation_case set is_held = true where id = $1', [held.caseId]);
    expect(await refusal(fresh.moderator.caller, DECIDE, { caseId: held.caseId, decision: 'release' })).toEqual({ code: 'BAD_USER_INPUT', reason: 'required', field: 'itemVersion' });
  });

  it('on the spot reaches guests who reported, too', async () => {
    const fresh = await aModeratedCircle(server, { visibility: 'public' });
    const tip = await aTip(server, { in: fresh.space, by: fresh.author });
    const report = { kind: 'tip', itemId: tip.id, words: 'Das verstößt gegen das Gesetz.', name: 'Gerda Gast', address: 'gerda@example.org', isInGoodFaith: true };
    await server.data(null, 'mutation ($input: ReportAsGuestInput!) { reportAsGuest(input: $input) { id } }', { input: report });
    await server.data(fresh.moderator.caller, 'mutation ($input: HideTipInput!) { hideTip(input: $input) { id } }', { input: { tipId: tip.id, reason: 'Rechtswidrig.' } });
    await server.drain();
    expect(server.mailBox.mails.filter(({ to }) => to.address === 'gerda@example.org').map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/ist eingegangen$/), expect.stringMatching(/ist geprüft$/),
    ]);
  });

  it('that shows a tip again needs the number of those who will see it, as the tip’s own page does', async () => {
    const fresh = await aModeratedCircle(server);
    const { tip, caseId } = await aReportedTip(fresh);
    await server.data(fresh.moderator.caller, DECIDE, hide(caseId));
    for (const wrong of [{}, { confirmAudience: null }, { confirmAudience: READERS + 1 }]) {
      expect(await refusal(fresh.moderator.caller, DECIDE, { caseId, decision: 'restore', ...wrong })).toEqual({ code: 'CONFLICT', reason: 'moderation.confirmAudience' });
    }
    expect(await stateOf(tip.id)).toBe('hidden');
    await server.data(fresh.moderator.caller, DECIDE, { input: { caseId, decision: 'restore', confirmAudience: READERS } });
    expect(await stateOf(tip.id)).toBe('published');
  });

  it('that brings back what was rejected counts it as passed, as a release does', async () => {
    const fresh = await aModeratedCircle(server);
    const { tip, caseId } = await aReportedTip(fresh);
    await server.db.query(`update tip set state = 'hidden' where id = $1`, [tip.id]);
    await server.db.query(`update moderation_case set is_held = true, state = 'decided', decision = 'reject', decided_at = opened_at where id = $1`, [caseId]);
    await server.data(fresh.moderator.caller, DECIDE, { input: { caseId, decision: 'restore', confirmAudience: READERS } });
    expect(await server.db.query('select passed from moderation_writer where space_id = $1 and account_id = $2', [fresh.space.id, fresh.author.id])).toEqual([{ passed: 1 }]);
  });

  it('counts in the author’s history of this space, not of another', async () => {
    const [here, there] = [await aModeratedCircle(server), await aModeratedCircle(server)];
    const first = await aReportedTip(here);
    await server.data(here.moderator.caller, DECIDE, hide(first.caseId));
    const second = await aReportedTip(here);
    expect(await server.data(here.moderator.caller, CASE, { id: second.caseId })).toMatchObject({ moderationCase: { authorHistory: { kept: 0, removed: 1 } } });
    const elsewhere = await aTip(server, { in: there.space, by: here.author });
    const caseId = await aCase(server, { spaceId: there.space.id, kind: 'tip', itemId: elsewhere.id, authorIds: [here.author.id] });
    expect(await server.data(there.moderator.caller, CASE, { id: caseId })).toMatchObject({ moderationCase: { authorHistory: { kept: 0, removed: 0 } } });
  });
});

describe('an objection', () => {
  it('is made once, by the author, and decided by somebody else', async () => {
    const fresh = await aModeratedCircle(server);
    const { tip, caseId } = await aReportedTip(fresh);
    expect(await refusal(fresh.author.caller, OBJECT, { caseId, words: 'Stimmt nicht.' })).toEqual({ code: 'FORBIDDEN', reason: 'moderation.nothingToObject' });
    await server.data(fresh.moderator.caller, DECIDE, hide(caseId));
    expect(await refusal(fresh.member.caller, OBJECT, { caseId, words: 'Stimmt nicht.' })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await refusal(null, OBJECT, { caseId, words: 'Stimmt nicht.' })).toMatchObject({ code: 'UNAUTHENTICATED' });
    // Also after leaving the space.
    await leave(server, fresh.space, fresh.author);
    expect(await server.data(fresh.author.caller, OBJECT, { input: { caseId, words: 'Das war ein Zitat.' } })).toEqual({ objectToDecision: { objectionWords: 'Das war ein Zitat.', viewerCanObject: false } });
    expect(await refusal(fresh.author.caller, OBJECT, { caseId, words: 'Noch einmal anders.' })).toEqual({ code: 'CONFLICT', reason: 'moderation.objectedAlready' });
    expect(await noticesOf(fresh.second.id)).toEqual(['moderation.objection']);
    expect(await reasonsOf(fresh.second.id)).toEqual(['moderates']);
    expect(await refusal(fresh.moderator.caller, JUDGE, { caseId, isGranted: false, note: 'Bleibt so.' })).toEqual({ code: 'FORBIDDEN', reason: 'moderation.ownDecision' });
    // The author has left, so that one less sees it than before.
    expect(await refusal(fresh.second.caller, JUDGE, { caseId, isGranted: true, note: 'Es war ein Zitat.', confirmAudience: READERS })).toEqual({ code: 'CONFLICT', reason: 'moderation.confirmAudience' });
    expect(await server.data(fresh.second.caller, JUDGE, { input: { caseId, isGranted: true, note: 'Es war ein Zitat.', confirmAudience: READERS - 1 } })).toEqual({ decideObjection: { decision: 'restore', objection: { isGranted: true } } });
    expect(await stateOf(tip.id)).toBe('published');
    const own = await server.data<{ myDecisions: object[] }>(fresh.author.caller, OWN);
    expect(own.myDecisions).toMatchObject([{ decision: 'restore', isObjectionGranted: true, objectionNote: 'Es war ein Zitat.', viewerCanObject: false }]);
  });

  it('is answered also where a hundred newer decisions stand before it', async () => {
    const busy = await aModeratedCircle(server);
    const { caseId } = await aReportedTip(busy);
    await server.data(busy.moderator.caller, DECIDE, hide(caseId));
    await server.db.query(
      `insert into moderation_case (id, space_id, item_kind, item_id, author_ids, opened_at, state, decision, decided_at)
       select gen_random_uuid(), $1, 'tip', gen_random_uuid(), array[$2::uuid], $3, 'decided', 'hide', $3::timestamptz + interval '1 minute' from generate_series(1, 101)`,
      [busy.space.id, busy.author.id, server.clock.now()],
    );
    expect(await server.data(busy.author.caller, OBJECT, { input: { caseId, words: 'Das war ein Zitat.' } })).toMatchObject({ objectToDecision: { objectionWords: 'Das war ein Zitat.' } });
  });

  it('that is refused leaves the tip hidden; a second decider is told', async () => {
    const third = await aModeratedCircle(server);
    const { tip, caseId } = await aReportedTip(third);
    await server.data(third.moderator.caller, DECIDE, hide(caseId));
    const coAuthor = await anAccount(server);
    await server.db.query('update moderation_case set author_ids = author_ids || $2::uuid where id = $1', [caseId, coAuthor.id]);
    await server.data(third.author.caller, OBJECT, { input: { caseId, words: 'Bitte noch einmal ansehen.' } });
    await server.data(third.second.caller, JUDGE, { input: { caseId, isGranted: false, note: 'Die Wortwahl bleibt verletzend.' } });
    expect(await stateOf(tip.id)).toBe('hidden');
    expect(await noticesOf(third.author.id)).toEqual(['moderation.decided', 'moderation.objectionDecided']);
    expect([await reasonsOf(third.author.id), await reasonsOf(coAuthor.id)]).toEqual([['objected'], ['ownContent']]);
  });

  it('comes too late half a year after the decision', async () => {
    const { caseId } = await aReportedTip(circle);
    await server.data(circle.moderator.caller, DECIDE, hide(caseId));
    await server.db.query(`update moderation_case set decided_at = decided_at - interval '184 days' where id = $1`, [caseId]);
    expect(await refusal(circle.author.caller, OBJECT, { caseId, words: 'Zu spät?' })).toEqual({ code: 'FORBIDDEN', reason: 'moderation.tooLateToObject' });
  });

  it('in a space with one moderator goes to the coordination, which enters first', async () => {
    const lonely = await aModeratedCircle(server, { visibility: 'hidden', hasSecond: false });
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const { tip, caseId } = await aReportedTip(lonely);
    const places = '{ spacesWithoutModerator { spaceId count } moderationWaitingCount }';
    expect(await server.data(coordinator.caller, places)).toEqual({ spacesWithoutModerator: [], moderationWaitingCount: 0 });
    await server.data(lonely.moderator.caller, DECIDE, hide(caseId));
    await server.data(lonely.author.caller, OBJECT, { input: { caseId, words: 'Bitte prüft das.' } });
    expect(await noticesOf(coordinator.id)).toEqual(['moderation.objection']);
    expect(await server.data(coordinator.caller, places)).toEqual({ spacesWithoutModerator: [{ spaceId: lonely.space.id, count: 1 }], moderationWaitingCount: 0 });
    expect(await server.refusal(coordinator.caller, CASE, { id: caseId })).toMatchObject({ code: 'NOT_FOUND' });
    await anEntry(server, lonely.space, coordinator);
    expect(await server.data(coordinator.caller, CASE, { id: caseId })).toMatchObject({ moderationCase: { viewerCanDecideObjection: true, item: { html: '<p>Ein <strong>kurzer</strong> Text.</p>' } } });
    // With the decision the coordination's part is over.
    expect(await server.data(coordinator.caller, JUDGE, { input: { caseId, isGranted: true, note: 'Der Text ist in Ordnung.', confirmAudience: READERS - 1 } })).toEqual({ decideObjection: null });
    expect(await stateOf(tip.id)).toBe('published');
    expect(await server.refusal(coordinator.caller, CASE, { id: caseId })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
