import { accountsDomain } from '#accounts/server';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { Outbox } from '#platform/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { bookmarksDomain } from '#bookmarks/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { sendAtOnce, sendDigests } from '../../../notifications/server/notifications.testing.js';
import { aSpace, join, leave } from '../../../spaces/server/spaces.testing.js';
import { tipsDomain } from '../index.js';
import { aCircle, aTip, type TestCircle } from '../tips.testing.js';

let server: TestServer;
let circle: TestCircle;

const act = (name: string, type: string, fields = 'id state') => `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
const SUBMIT = act('submitTip', 'TipVersionInput');
const WITHDRAW = act('withdrawTip', 'TipInput');
const RELEASE = act('releaseTip', 'TipVersionInput', 'id state revisionNumber body');
const RETURN = act('returnTip', 'ReturnTipInput');
const PUBLISH = act('publishTip', 'PublishTipInput', 'id state revisionNumber');
const SAVE = act('saveDraft', 'SaveDraftInput');
const RETIRE = act('retireTip', 'TipInput');
const REVIVE = act('reviveTip', 'TipInput');
const HIDE = act('hideTip', 'HideTipInput', 'id state hiddenReason');
const UNHIDE = act('unhideTip', 'UnhideTipInput');
const CHECK = act('checkTip', 'CheckTipInput', 'id isOverdue checkDueOn checkedBy { name } openNoteCount');
const HELPED = act('setTipHelped', 'SetTipHelpedInput', 'helpedCount viewerHelped');
const OUTDATED = act('reportTipOutdated', 'ReportTipOutdatedInput', 'id');
const HAND_OVER = act('handOverTip', 'HandOverTipInput', 'authors { name }');
const SETTINGS = 'mutation ($input: SaveTipSettingsInput!) { saveTipSettings(input: $input) { version isReviewNeeded checkAfterMonths template { title help } viewerCanPublish viewerCanChange } }';

const refusal = (caller: Caller | null, query: string, input: object) => server.refusal(caller, query, { input });
const done = async (caller: Caller, query: string, input: object): Promise<Record<string, unknown>> => {
  const data = await server.data<Record<string, Record<string, unknown>>>(caller, query, { input });
  return Object.values(data)[0] ?? {};
};
const noticesOf = async (accountId: string): Promise<readonly string[]> => (await server.db.query<{ kind: string }>('select kind from notice where account_id = $1', [accountId])).map(({ kind }) => kind);
const mailsTo = (address: string): readonly string[] => server.mailBox.mails.filter((mail) => mail.to.address === address).map((mail) => mail.subject);

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
  circle = await aCircle(server);
}, 60_000);

afterAll(async () => server.stop());

describe('a space that wants a look before the release', () => {
  let guarded: TestCircle;

  beforeAll(async () => {
    guarded = await aCircle(server);
    const input = { spaceId: guarded.space.id, baseVersion: 0, isReviewNeeded: true, checkAfterMonths: 6, template: [{ title: 'Ausgangslage', help: 'Wo standen Sie?' }] };
    expect(await refusal(guarded.author.caller, SETTINGS, input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(guarded.stranger.caller, SETTINGS, input)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await done(guarded.moderator.caller, SETTINGS, input)).toMatchObject({ version: 1, isReviewNeeded: true, checkAfterMonths: 6, template: input.template, viewerCanPublish: true, viewerCanChange: true });
  });

  it('does not let two who change its settings at once take back each other unseen', async () => {
    const space = { spaceId: guarded.space.id, isReviewNeeded: true, template: null };
    expect(await refusal(guarded.moderator.caller, SETTINGS, { ...space, baseVersion: 0, checkAfterMonths: 24 })).toEqual({ code: 'CONFLICT', reason: 'tip.settingsStale' });
    const saved = await Promise.allSettled([9, 18].map((checkAfterMonths) => done(guarded.moderator.caller, SETTINGS, { ...space, baseVersion: 1, checkAfterMonths })));
    expect(saved.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await done(guarded.moderator.caller, SETTINGS, { ...space, baseVersion: 2, checkAfterMonths: 6, template: [{ title: 'Ausgangslage', help: 'Wo standen Sie?' }] })).toMatchObject({ version: 3 });
  });

  it('says so to authors, and takes their text in', async () => {
    const id = uuidv7();
    expect(await refusal(guarded.author.caller, PUBLISH, { id, spaceId: guarded.space.id, title: 'Titel', body: 'Text' })).toEqual({ code: 'FORBIDDEN', reason: 'tip.reviewNeeded' });
    await done(guarded.author.caller, SAVE, { id, spaceId: guarded.space.id, title: '', body: 'Text' });
    expect(await refusal(guarded.author.caller, SUBMIT, { tipId: id, version: 1 })).toMatchObject({ field: 'title', reason: 'required' });
    await done(guarded.author.caller, SAVE, { id, title: 'Titel', baseVersion: 1 });
    expect(await refusal(guarded.author.caller, SUBMIT, { tipId: id, version: 1 })).toMatchObject({ code: 'CONFLICT', reason: 'tip.stale' });
    const waiting = async (): Promise<unknown> => (await server.data<{ tipTasks: { drafts: number } }>(guarded.author.caller, '{ tipTasks { drafts } }')).tipTasks.drafts;
    expect(await waiting()).toBe(1);
    expect(await done(guarded.author.caller, SUBMIT, { tipId: id, version: 2 })).toMatchObject({ state: 'review' });
    // Now it waits for somebody else.
    expect(await waiting()).toBe(0);

    await server.drain();
    await sendAtOnce(server);
    expect(mailsTo(guarded.moderator.address)).toEqual(['Pusteblume: Ein Praxistipp wartet auf die Freigabe']);
    expect(JSON.stringify(server.mailBox.lastTo(guarded.moderator.address))).not.toContain('Titel');
    const { tipsToReview } = await server.data<{ tipsToReview: unknown }>(guarded.moderator.caller, '{ tipsToReview { nodes { tipId html submittedBy { name } tip { viewerCanReview } } } }');
    expect(tipsToReview).toEqual({ nodes: [{ tipId: id, html: '<p>Text</p>', submittedBy: { name: 'Anna Autorin' }, tip: { viewerCanReview: true } }] });
    expect(await server.data(guarded.author.caller, '{ tipsToReview { nodes { tipId } } }')).toEqual({ tipsToReview: { nodes: [] } });
    expect(await refusal(guarded.member.caller, RELEASE, { tipId: id, version: 2 })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(guarded.author.caller, RELEASE, { tipId: id, version: 2 })).toMatchObject({ code: 'FORBIDDEN' });

    expect(await done(guarded.moderator.caller, RETURN, { tipId: id, version: 2, comment: 'Bitte ein Beispiel.' })).toEqual({});
    await server.drain();
    expect(await noticesOf(guarded.author.id)).toEqual(['tips.returned']);
    const read = 'query ($slug: String!) { tip(slug: $slug) { state workingCopy { returnComment returnedBy { name } submittedAt } } }';
    expect(await server.data(guarded.author.caller, read, { slug: id })).toEqual({
      tip: { state: 'draft', workingCopy: { returnComment: 'Bitte ein Beispiel.', returnedBy: { name: 'Mara Moderatorin' }, submittedAt: null } },
    });

    await done(guarded.author.caller, SAVE, { id, body: 'Text mit Beispiel', baseVersion: 2 });
    await done(guarded.author.caller, SUBMIT, { tipId: id, version: 3 });
    expect(await done(guarded.moderator.caller, RELEASE, { tipId: id, version: 3 })).toMatchObject({ state: 'published', revisionNumber: 1, body: 'Text mit Beispiel' });
    expect(await refusal(guarded.moderator.caller, RELEASE, { tipId: id, version: 3 })).toEqual({ code: 'CONFLICT', reason: 'tip.notSubmitted' });
    const history = await server.data(guarded.member.caller, 'query ($slug: String!) { tip(slug: $slug) { revisions { nodes { number author { name } } } } }', { slug: id });
    expect(history).toEqual({ tip: { revisions: { nodes: [{ number: 1, author: { name: 'Anna Autorin' } }] } } });
  });

  it('of two moderators deciding at once, one decides', async () => {
    const tip = await aTip(server, { in: guarded.space, by: guarded.author, state: 'review' });
    const second = await aCircle(server);
    await join(server, guarded.space, second.moderator, 'moderator');
    const answers = await Promise.all([
      server.graphql(guarded.moderator.caller, RELEASE, { input: { tipId: tip.id, version: 1 } }),
      server.graphql(second.moderator.caller, RETURN, { input: { tipId: tip.id, version: 1, comment: 'Nein' } }),
    ]);
    expect(answers.filter((answer) => answer.errors === undefined)).toHaveLength(1);
  });

  it('an author takes a text back while it waits', async () => {
    const tip = await aTip(server, { in: guarded.space, by: guarded.author, state: 'review' });
    expect(await done(guarded.author.caller, WITHDRAW, { tipId: tip.id })).toMatchObject({ state: 'draft' });
    expect(await refusal(guarded.moderator.caller, RELEASE, { tipId: tip.id, version: 1 })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a change of a released tip waits beside it; readers keep the old text', async () => {
    const tip = await aTip(server, { in: guarded.space, by: guarded.author, body: 'Alt' });
    await done(guarded.author.caller, SAVE, { id: tip.id, body: 'Neu', baseRevision: 1 });
    expect(await done(guarded.author.caller, SUBMIT, { tipId: tip.id, version: 1 })).toMatchObject({ state: 'published' });
    expect(await server.data(guarded.member.caller, 'query ($slug: String!) { tip(slug: $slug) { body } }', { slug: tip.slug })).toEqual({ tip: { body: 'Alt' } });
    expect(await done(guarded.moderator.caller, RELEASE, { tipId: tip.id, version: 1 })).toMatchObject({ body: 'Neu', revisionNumber: 2 });
  });

  it('no mail goes to who lost the space before it was sent', async () => {
    const { space, author, moderator } = await aCircle(server);
    await aTip(server, { in: space, by: author, state: 'review' }).then(async (tip) => {
      await done(author.caller, WITHDRAW, { tipId: tip.id });
      await done(author.caller, SUBMIT, { tipId: tip.id, version: 1 });
    });
    await leave(server, space, moderator);
    await server.drain();
    await sendAtOnce(server);
    expect(mailsTo(moderator.address)).toEqual([]);
  });
});

describe('a released tip', () => {
  it('is retired and brought back', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    expect(await refusal(circle.member.caller, RETIRE, { tipId: tip.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await done(circle.author.caller, RETIRE, { tipId: tip.id })).toMatchObject({ state: 'retired' });
    expect(await refusal(circle.author.caller, CHECK, { tipId: tip.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await done(circle.author.caller, REVIVE, { tipId: tip.id })).toMatchObject({ state: 'published' });
  });

  it('is hidden by a moderator with a reason that authors read and members do not', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    expect(await refusal(circle.author.caller, HIDE, { tipId: tip.id, reason: 'Nein' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await done(circle.moderator.caller, HIDE, { tipId: tip.id, reason: 'Enthält Namen' })).toEqual({ id: tip.id, state: 'hidden', hiddenReason: 'Enthält Namen' });
    const own = 'query ($kind: String!, $itemId: ID!) { myDecisionOn(kind: $kind, itemId: $itemId) { decision note viewerCanObject } }';
    const about = { kind: 'tip', itemId: tip.id };
    expect(await server.data(circle.author.caller, own, about)).toEqual({ myDecisionOn: { decision: 'hide', note: 'Enthält Namen', viewerCanObject: true } });
    expect(await server.data(circle.member.caller, own, about)).toEqual({ myDecisionOn: null });
    const read = 'query ($slug: String!) { tip(slug: $slug) { hiddenReason } }';
    expect(await server.data(circle.author.caller, read, { slug: tip.slug })).toEqual({ tip: { hiddenReason: 'Enthält Namen' } });
    expect(await server.refusal(circle.member.caller, read, { slug: tip.slug })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(circle.author.caller, PUBLISH, { id: tip.id, body: 'Neu', baseRevision: 1 })).toMatchObject({ code: 'FORBIDDEN' });
    const { tip: hidden } = await server.data<{ tip: { audienceWhenPublished: { count: number } } }>(
      circle.moderator.caller, 'query ($slug: String!) { tip(slug: $slug) { audienceWhenPublished { count } } }', { slug: tip.slug });
    const { count } = hidden.audienceWhenPublished;
    for (const confirmAudience of [undefined, count + 1]) {
      expect(await refusal(circle.moderator.caller, UNHIDE, { tipId: tip.id, confirmAudience })).toEqual({ code: 'CONFLICT', reason: 'tip.confirmAudience' });
    }
    expect(await server.refusal(circle.member.caller, read, { slug: tip.slug })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await done(circle.moderator.caller, UNHIDE, { tipId: tip.id, confirmAudience: count })).toMatchObject({ state: 'published' });
    expect(await server.data(circle.member.caller, read, { slug: tip.slug })).toEqual({ tip: { hiddenReason: null } });
  });

  it('is handed over to another member', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    expect(await refusal(circle.author.caller, HAND_OVER, { tipId: tip.id, ownerId: circle.stranger.id })).toMatchObject({ field: 'ownerId', reason: 'tip.notAMember' });
    expect(await refusal(circle.colleague.caller, HAND_OVER, { tipId: tip.id, ownerId: circle.colleague.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await done(circle.author.caller, HAND_OVER, { tipId: tip.id, ownerId: circle.colleague.id })).toEqual({ authors: [{ name: 'Karl Kollege' }, { name: 'Anna Autorin' }] });
  });
});

describe('checking', () => {
  const TO_CHECK = 'query ($scope: TipCheckScope!, $days: Int!) { tipsToCheck(scope: $scope, withinDays: $days) { nodes { title isOverdue } } }';

  it('lists what is due, tells the owner once, and starts anew with "still right"', async () => {
    const { space, author, moderator, member } = await aCircle(server);
    const day = (offset: number): string => new Date(server.clock.now().getTime() + offset * 86_400_000).toISOString().slice(0, 10);
    const overdue = await aTip(server, { in: space, by: author, title: 'Überfällig', checkDueOn: day(-3) });
    await aTip(server, { in: space, by: author, title: 'Bald', checkDueOn: day(10) });
    await aTip(server, { in: space, by: author, title: 'Später', checkDueOn: day(200) });
    const list = async (caller: Caller, scope: string, days: number): Promise<unknown> =>
      (await server.data<{ tipsToCheck: { nodes: unknown } }>(caller, TO_CHECK, { scope, days })).tipsToCheck.nodes;
    expect(await list(author.caller, 'mine', 30)).toEqual([{ title: 'Überfällig', isOverdue: true }, { title: 'Bald', isOverdue: false }]);
    expect(await list(moderator.caller, 'moderated', 0)).toEqual([{ title: 'Überfällig', isOverdue: true }]);
    expect(await list(member.caller, 'mine', 366)).toEqual([]);
    expect(await list(author.caller, 'moderated', 366)).toEqual([]);

    await server.app.get(Outbox).runNow('tips.overdue');
    await server.app.get(Outbox).runNow('tips.overdue');
    await server.drain();
    expect(await noticesOf(author.id)).toEqual(['tips.overdue']);
    expect(await server.data(author.caller, '{ tipTasks { checks } }')).toEqual({ tipTasks: { checks: 1 } });
    expect(await refusal(member.caller, CHECK, { tipId: overdue.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await done(author.caller, CHECK, { tipId: overdue.id, nextInMonths: 3 })).toMatchObject({ isOverdue: false, checkedBy: { name: 'Anna Autorin' } });
    expect(await list(author.caller, 'mine', 0)).toEqual([]);
  });

  it('withinDays is checked', async () => {
    expect(await server.refusal(circle.author.caller, TO_CHECK, { scope: 'mine', days: -1 })).toMatchObject({ field: 'withinDays', reason: 'outOfRange' });
  });
});

describe('readers', () => {
  it('say that a tip helped, once each, also a hundred at once', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    const input = { tipId: tip.id, helped: true };
    await Promise.all([circle.member, circle.colleague, circle.moderator].flatMap(({ caller }) => Array.from({ length: 30 }, () => done(caller, HELPED, input))));
    expect(await done(circle.member.caller, HELPED, input)).toEqual({ helpedCount: 3, viewerHelped: true });
    expect(await done(circle.member.caller, HELPED, { tipId: tip.id, helped: false })).toEqual({ helpedCount: 2, viewerHelped: false });
    expect(await refusal(circle.author.caller, HELPED, input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(circle.stranger.caller, HELPED, input)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tell authors what is outdated; members do not read it', async () => {
    const { space, author, moderator, member, colleague } = await aCircle(server);
    const tip = await aTip(server, { in: space, by: author, title: 'Veraltet' });
    const input = { id: uuidv7(), tipId: tip.id, reason: 'Die Richtlinie gilt nicht mehr.' };
    await Promise.all([done(member.caller, OUTDATED, input), done(member.caller, OUTDATED, input)]);
    await server.drain();
    // Once for two clicks; own texts are told in the summary of the day, which names nothing of a closed space.
    expect(await noticesOf(author.id)).toEqual(['tips.noted']);
    await sendAtOnce(server);
    server.clock.forward(86_400_000);
    await sendDigests(server);
    expect(mailsTo(author.address)).toEqual(['Pusteblume: Ihre Zusammenfassung, eine Neuigkeit']);
    expect(JSON.stringify(server.mailBox.lastTo(author.address))).not.toMatch(/Richtlinie|Veraltet/);
    const notes = [{ reason: 'Die Richtlinie gilt nicht mehr.', by: { name: 'Milo Mitglied' } }];
    expect(await server.data(author.caller, '{ myTipNotes { nodes { reason by { name } } } tipTasks { notes } }')).toEqual({ myTipNotes: { nodes: notes }, tipTasks: { notes: 1 } });
    const read = 'query ($slug: String!) { tip(slug: $slug) { notes { reason by { name } } openNoteCount } }';
    expect(await server.data(moderator.caller, read, { slug: tip.slug })).toEqual({ tip: { notes, openNoteCount: 1 } });
    expect(await server.data(colleague.caller, read, { slug: tip.slug })).toEqual({ tip: { notes: [], openNoteCount: null } });
    const resolve = 'mutation ($input: ResolveTipNoteInput!) { resolveTipNote(input: $input) { openNoteCount } }';
    expect(await refusal(colleague.caller, resolve, { noteId: input.id })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await refusal(colleague.caller, resolve, { noteId: uuidv7() })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await done(author.caller, resolve, { noteId: input.id })).toEqual({ openNoteCount: 0 });
  });

  it('cannot flood authors', async () => {
    const { space, author, member } = await aCircle(server);
    const tip = await aTip(server, { in: space, by: author });
    const answers = [];
    for (let index = 0; index < 21; index += 1) answers.push(await server.graphql(member.caller, OUTDATED, { input: { id: uuidv7(), tipId: tip.id, reason: 'Alt' } }));
    expect(answers.at(-1)?.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  });
});

describe('the settings of a space', () => {
  it('are shown with a proposed template; a closed space is absent', async () => {
    const read = 'query ($id: ID!) { tipSettings(spaceId: $id) { isReviewNeeded checkAfterMonths template { title } proposedTemplate { title } viewerCanWrite viewerCanPublish viewerCanImport viewerCanChange } }';
    expect(await server.data(circle.member.caller, read, { id: circle.space.id })).toEqual({
      tipSettings: {
        isReviewNeeded: false, checkAfterMonths: 12, template: null, viewerCanWrite: true, viewerCanPublish: false, viewerCanImport: false, viewerCanChange: false,
        proposedTemplate: ['Ausgangslage', 'Vorgehen', 'Aufwand', 'Stolpersteine', 'Rechtliches', 'Vorlagen', 'Kontakt'].map((title) => ({ title })),
      },
    });
    expect(await server.refusal(circle.stranger.caller, read, { id: circle.space.id })).toMatchObject({ code: 'NOT_FOUND' });
    const publicSpace = await aSpace(server, { visibility: 'public' });
    expect(await server.data(null, 'query ($id: ID!) { tipSettings(spaceId: $id) { viewerCanWrite viewerCanPublish } }', { id: publicSpace.id })).toEqual({
      tipSettings: { viewerCanWrite: false, viewerCanPublish: false },
    });
  });
});

describe('handing in', () => {
  it('has an end for one account, and others go on', async () => {
    const input = { tipId: uuidv7(), version: 1 };
    const { author, colleague } = await aCircle(server);
    const before = await refusal(author.caller, SUBMIT, input);
    expect(before.code).not.toBe('RATE_LIMITED');
    await server.db.query(`update rate_limit set points = 120 where key like 'tips.submit:%'`);
    expect(await refusal(author.caller, SUBMIT, input)).toEqual({ code: 'RATE_LIMITED', reason: 'rateLimited' });
    expect(await refusal(colleague.caller, SUBMIT, input)).toEqual(before);
  });
});
