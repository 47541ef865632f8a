import { accountsDomain } from '#accounts/server';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import { bookmarksDomain } from '#bookmarks/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { tipsDomain } from '#tips/server';
import { topicsDomain } from '#topics/server';
import { sendAtOnce } from '../../notifications/server/notifications.testing.js';
import { aTip } from '../../tips/server/tips.testing.js';
import { Cases, moderationDomain } from './index.js';
import { aModeratedCircle, type ModeratedCircle } from './moderation.testing.js';

let server: TestServer;

const REPORT = 'mutation ($input: ReportItemInput!) { reportItem(input: $input) { id } }';
const DECIDE = 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { isWaiting } }';
const OBJECT = 'mutation ($input: ObjectToDecisionInput!) { objectToDecision(input: $input) { caseId } }';
const QUEUE = '{ moderationCases(first: 50) { nodes { id item { title } viewerDecisions } } }';
const CASE = 'query ($id: ID!) { moderationCase(id: $id) { item { title } viewerDecisions } }';
const hide = { decision: 'hide', reason: 'insult', note: 'Grundwort der Entscheidung.' };
/** Stand in closed places and in words of moderators; no mail may carry them out. */
const KEPT_IN = /Verborgenwort|Raumwort|Grundwort/;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, topicsDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
}, 60_000);
afterAll(async () => server.stop());
beforeEach(() => server.clock.moveTo(new Date('2026-06-10T10:00:00Z')));

const noticesOf = async (account: TestAccount) => (await server.db.query<{ kind: string }>('select kind from notice where account_id = $1 order by id', [account.id])).map(({ kind }) => kind);
const mailsTo = (account: TestAccount) => server.mailBox.mails.filter((mail) => mail.to.address === account.address);

async function aReport(circle: ModeratedCircle, title = 'Verborgenwort') {
  const tip = await aTip(server, { in: circle.space, by: circle.author, title });
  await server.data(circle.member.caller, REPORT, { input: { kind: 'tip', itemId: tip.id, reason: 'insult' } });
  const [row] = await server.db.query<{ id: string }>('select id from moderation_case where item_id = $1', [tip.id]);
  return { tip, caseId: row?.id ?? '' };
}

/** As a content domain does it that moves things. */
async function move(tipId: string, to: ModeratedCircle): Promise<void> {
  await server.db.write({ accountId: null }, async (tx) => {
    await tx.query('update tip set space_id = $2 where id = $1', [tipId, to.space.id]);
    await server.app.get(Cases).moved(tx, 'tip', [tipId], to.space.id);
  });
}

describe('mails about moderation', () => {
  it.each(['closed', 'hidden'] as const)('of a %s space name neither space, title nor reason', async (visibility) => {
    const circle = await aModeratedCircle(server, { visibility, name: 'Raumwort', hasSecond: false });
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const { caseId } = await aReport(circle);
    await sendAtOnce(server);
    await server.data(circle.moderator.caller, DECIDE, { input: { caseId, ...hide } });
    const endsAt = new Date(server.clock.now().getTime() + 86_400_000).toISOString();
    await server.data(circle.moderator.caller, 'mutation ($input: ImposeMeasureInput!) { imposeMeasure(input: $input) { id } }', {
      input: { id: uuidv7(), spaceId: circle.space.id, accountId: circle.author.id, kind: 'suspend', endsAt, reason: 'Grundwort der Sperre.' },
    });
    await server.data(circle.author.caller, OBJECT, { input: { caseId, words: 'Bitte noch einmal.' } });
    await sendAtOnce(server);
    // Judge, author (decision, measure), reporter, coordination: each was written to.
    for (const [account, count] of [[circle.moderator, 1], [circle.author, 2], [circle.member, 1], [coordinator, 1]] as const) {
      const mails = mailsTo(account);
      expect(mails).toHaveLength(count);
      for (const { to: _to, ...mail } of mails) expect(JSON.stringify(mail)).not.toMatch(KEPT_IN);
    }
  });

  it('of an open space say what it is about', async () => {
    const circle = await aModeratedCircle(server, { visibility: 'programme' });
    const { caseId } = await aReport(circle, 'Wärmepumpe im Altbau');
    await server.data(circle.moderator.caller, DECIDE, { input: { caseId, ...hide } });
    await sendAtOnce(server);
    expect(JSON.stringify(mailsTo(circle.author))).toContain('Wärmepumpe im Altbau');
  });
});

describe('what waits', () => {
  it.each(['is blocked', 'is shut out of the space', 'has left the house'])('is told the coordination where the only moderator %s', async (why) => {
    const circle = await aModeratedCircle(server, { hasSecond: false });
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    if (why === 'is blocked') await server.db.query(`update account set suspended_until = 'infinity' where id = $1`, [circle.moderator.id]);
    else if (why === 'has left the house') await server.db.query('update account set deleted_at = now() where id = $1', [circle.moderator.id]);
    else await server.db.query(`insert into space_suspension (space_id, account_id, ends_at) values ($1, $2, now() + interval '1 day')`, [circle.space.id, circle.moderator.id]);
    await aReport(circle);
    expect(await noticesOf(coordinator)).toEqual(['moderation.waiting']);
    expect(await noticesOf(circle.moderator)).toEqual([]);
    await server.db.query(`update account set site_roles = '{}' where id = $1`, [coordinator.id]);
  });
});

describe('a case whose item goes to another space', () => {
  it('goes along: who looks after the new space judges, and is told', async () => {
    const [from, to] = [await aModeratedCircle(server), await aModeratedCircle(server)];
    const { tip, caseId } = await aReport(from);
    await move(tip.id, to);
    expect(await server.refusal(from.moderator.caller, CASE, { id: caseId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.data(from.moderator.caller, QUEUE)).toEqual({ moderationCases: { nodes: [] } });
    expect(await noticesOf(from.moderator)).toEqual([]);
    expect(await noticesOf(to.moderator)).toEqual(['moderation.waiting']);
    expect(await server.refusal(from.moderator.caller, DECIDE, { input: { caseId, ...hide } })).toMatchObject({ code: 'NOT_FOUND' });
    await server.data(to.moderator.caller, DECIDE, { input: { caseId, ...hide } });
    // Hidden there, it moves on: the objection follows, too.
    await server.data(from.author.caller, OBJECT, { input: { caseId, words: 'Bitte noch einmal.' } });
    await move(tip.id, from);
    expect(await noticesOf(to.second)).toEqual([]);
    expect(await noticesOf(from.second)).toEqual(['moderation.objection']);
    expect(await server.data(from.second.caller, CASE, { id: caseId })).toMatchObject({ moderationCase: { viewerDecisions: ['restore'] } });
  });

  it('stays with the space that settled it', async () => {
    const [from, to] = [await aModeratedCircle(server), await aModeratedCircle(server)];
    const { tip, caseId } = await aReport(from);
    await server.data(from.moderator.caller, DECIDE, { input: { caseId, decision: 'keep' } });
    await move(tip.id, to);
    expect(await server.refusal(to.moderator.caller, CASE, { id: caseId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('can only be closed where nobody told of the move; the next report brings it to where the item is', async () => {
    const [from, to] = [await aModeratedCircle(server), await aModeratedCircle(server)];
    const { tip, caseId } = await aReport(from);
    await server.db.query('update tip set space_id = $2 where id = $1', [tip.id, to.space.id]);
    expect(await server.data(from.moderator.caller, CASE, { id: caseId })).toEqual({ moderationCase: { item: null, viewerDecisions: ['keep'] } });
    expect(await server.refusal(from.moderator.caller, DECIDE, { input: { caseId, ...hide } })).toMatchObject({ reason: 'moderation.decisionNotPossible' });
    await server.data(to.member.caller, REPORT, { input: { kind: 'tip', itemId: tip.id, reason: 'insult' } });
    expect(await server.refusal(from.moderator.caller, CASE, { id: caseId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.data(to.moderator.caller, CASE, { id: caseId })).toMatchObject({ moderationCase: { viewerDecisions: ['keep', 'hide'] } });
  });
});
