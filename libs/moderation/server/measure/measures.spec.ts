import { accountsDomain } from '#accounts/server';
import { anAccount } from '#accounts/server/testing';
import { bookmarksDomain } from '#bookmarks/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { tipsDomain } from '#tips/server';
import { topicsDomain } from '#topics/server';
import { join } from '../../../spaces/server/spaces.testing.js';
import { aTip } from '../../../tips/server/tips.testing.js';
import { moderationDomain } from '../index.js';
import { aModeratedCircle, type ModeratedCircle } from '../moderation.testing.js';

let server: TestServer;
let circle: ModeratedCircle;

const IMPOSE = 'mutation ($input: ImposeMeasureInput!) { imposeMeasure(input: $input) { id kind isRunning person { name } } }';
const END = 'mutation ($input: EndMeasureInput!) { endMeasure(input: $input) { isRunning endNote } }';
const PUBLISH = 'mutation ($input: PublishTipInput!) { publishTip(input: $input) { id } }';
const SETTINGS = 'mutation ($input: SaveModerationSettingsInput!) { saveModerationSettings(input: $input) { version holdFirst watchedWords } }';

const inDays = (days: number) => new Date(server.clock.now().getTime() + days * 86_400_000).toISOString();
const measure = (within: ModeratedCircle, more: object = {}) => ({ id: uuidv7(), spaceId: within.space.id, accountId: within.author.id, kind: 'silence', endsAt: inDays(7), reason: 'Mehrmals verletzend.', ...more });
const publish = (caller: Caller, spaceId: string, more: object = {}) => server.graphql(caller, PUBLISH, { input: { id: uuidv7(), spaceId, title: 'Titel', body: 'Text', ...more } });
const reasonOf = async (answer: ReturnType<typeof publish>) => (await answer).errors?.[0]?.extensions.reason ?? 'ok';
const refusal = (caller: Caller | null, query: string, input: object) => server.refusal(caller, query, { input });

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, topicsDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
  circle = await aModeratedCircle(server);
}, 60_000);
afterAll(async () => server.stop());

describe('a measure', () => {
  it('is imposed by moderators of that space on people of that space', async () => {
    const elsewhere = await aModeratedCircle(server);
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    await join(server, circle.space, coordinator);
    expect(await refusal(null, IMPOSE, measure(circle))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await refusal(elsewhere.moderator.caller, IMPOSE, measure(circle))).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await refusal(circle.member.caller, IMPOSE, measure(circle))).toEqual({ code: 'FORBIDDEN', reason: 'moderation.moderatorsOnly' });
    const by = circle.moderator.caller;
    expect(await refusal(by, IMPOSE, measure(circle, { accountId: circle.stranger.id }))).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await refusal(by, IMPOSE, measure(circle, { accountId: circle.second.id }))).toEqual({ code: 'FORBIDDEN', reason: 'moderation.notModerators' });
    expect(await refusal(by, IMPOSE, measure(circle, { accountId: coordinator.id }))).toEqual({ code: 'FORBIDDEN', reason: 'moderation.notCoordinators' });
    expect(await refusal(by, IMPOSE, measure(circle, { accountId: circle.moderator.id }))).toMatchObject({ field: 'accountId', reason: 'moderation.notOneself' });
    expect(await refusal(by, IMPOSE, measure(circle, { endsAt: inDays(-1) }))).toMatchObject({ field: 'endsAt', reason: 'moderation.endInPast' });
    expect(await refusal(by, IMPOSE, measure(circle, { endsAt: inDays(400) }))).toMatchObject({ field: 'endsAt', reason: 'moderation.endTooFar' });
    expect(await refusal(by, IMPOSE, measure(circle, { kind: 'slow' }))).toMatchObject({ field: 'minutes', reason: 'required' });
  });

  it('of silence lets read and not write, in this space alone, until it is ended; told to the person', async () => {
    const { space, author, moderator, second } = await aModeratedCircle(server);
    await join(server, circle.space, author, 'author');
    const input = measure({ space, author } as ModeratedCircle);
    const twice = await Promise.all([server.graphql(moderator.caller, IMPOSE, { input }), server.graphql(second.caller, IMPOSE, { input: { ...input, id: uuidv7() } })]);
    expect(twice.map(({ errors }) => errors?.[0]?.extensions.reason ?? 'ok').toSorted()).toEqual(['moderation.alreadyMeasured', 'ok']);
    expect(await reasonOf(publish(author.caller, space.id))).toBe('moderation.silenced');
    expect(await reasonOf(publish(author.caller, circle.space.id))).toBe('ok');
    const own = 'query ($slug: String!) { space(slug: $slug) { viewerMeasures { kind reason } } }';
    expect(await server.data(author.caller, own, { slug: space.slug })).toEqual({ space: { viewerMeasures: [{ kind: 'silence', reason: 'Mehrmals verletzend.' }] } });
    expect(await server.data(moderator.caller, own, { slug: space.slug })).toEqual({ space: { viewerMeasures: [] } });
    const inThread = 'query ($slug: String!) { tip(slug: $slug) { thread { viewerMeasures { kind } } } }';
    const tip = await aTip(server, { in: space, by: moderator });
    expect(await server.data(author.caller, inThread, { slug: tip.slug })).toEqual({ tip: { thread: { viewerMeasures: [{ kind: 'silence' }] } } });
    expect(await server.data(moderator.caller, inThread, { slug: tip.slug })).toEqual({ tip: { thread: { viewerMeasures: [] } } });
    const told = await server.db.query<{ kind: string }>('select kind from notice where account_id = $1', [author.id]);
    expect(told).toEqual([{ kind: 'moderation.measure' }]);
    const [row] = await server.db.query<{ id: string }>('select id from moderation_measure where account_id = $1', [author.id]);
    expect(await refusal(author.caller, END, { measureId: row?.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.data(second.caller, END, { input: { measureId: row?.id, note: 'Hat sich entschuldigt.' } })).toEqual({ endMeasure: { isRunning: false, endNote: 'Hat sich entschuldigt.' } });
    expect(await reasonOf(publish(author.caller, space.id))).toBe('ok');
  });

  it('of slowness lets write one item in so many minutes, also of two at once', async () => {
    const { space, author, moderator } = await aModeratedCircle(server);
    await server.data(moderator.caller, IMPOSE, { input: measure({ space, author } as ModeratedCircle, { kind: 'slow', minutes: 30 }) });
    const both = await Promise.all([publish(author.caller, space.id), publish(author.caller, space.id)]);
    expect(both.map(({ errors }) => errors?.[0]?.extensions.reason ?? 'ok').toSorted()).toEqual(['moderation.slowed', 'ok']);
    expect((await publish(author.caller, space.id)).errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', reason: 'moderation.slowed', params: { minutes: 30 } });
    server.clock.forward(31 * 60_000);
    expect(await reasonOf(publish(author.caller, space.id))).toBe('ok');
  });

  it('of suspension shuts the space like a door, whatever the role, and opens it again at its end', async () => {
    const { space, author, moderator } = await aModeratedCircle(server);
    const tip = await aTip(server, { in: space, by: moderator });
    const read = 'query ($slug: String!) { tip(slug: $slug) { id } }';
    expect(await server.data(author.caller, read, { slug: tip.slug })).toEqual({ tip: { id: tip.id } });
    const { imposeMeasure } = await server.data<{ imposeMeasure: { id: string } }>(moderator.caller, IMPOSE, { input: measure({ space, author } as ModeratedCircle, { kind: 'suspend' }) });
    expect(await server.refusal(author.caller, read, { slug: tip.slug })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.data(author.caller, '{ myMeasures { kind spaceName isRunning } tips { nodes { id } } }')).toMatchObject({ myMeasures: [{ kind: 'suspend', spaceName: space.name, isRunning: true }] });
    expect(await reasonOf(publish(author.caller, space.id))).toBe('notFound');
    const door = async (by: Caller) => (await server.data<{ space: { viewerShutOutUntil: string | null } }>(by, 'query ($slug: String!) { space(slug: $slug) { viewerShutOutUntil } }', { slug: space.slug })).space.viewerShutOutUntil;
    expect([await door(author.caller), await door(moderator.caller)]).toEqual([inDays(7), null]);
    await server.db.query(`update space_suspension set ends_at = now() - interval '1 second' where account_id = $1`, [author.id]);
    expect(await server.data(author.caller, read, { slug: tip.slug })).toEqual({ tip: { id: tip.id } });
    await server.db.query(`update space_suspension set ends_at = now() + interval '1 day' where account_id = $1`, [author.id]);
    await server.data(moderator.caller, END, { input: { measureId: imposeMeasure.id } });
    expect(await server.data(author.caller, read, { slug: tip.slug })).toEqual({ tip: { id: tip.id } });
    expect(await door(author.caller)).toBeNull();
  });

  it('of suspension in a public space leaves what everybody reads, and takes away writing', async () => {
    const { space, author, moderator } = await aModeratedCircle(server, { visibility: 'public' });
    const tip = await aTip(server, { in: space, by: moderator });
    await server.data(moderator.caller, IMPOSE, { input: measure({ space, author } as ModeratedCircle, { kind: 'suspend' }) });
    expect(await server.data(author.caller, 'query ($slug: String!) { tip(slug: $slug) { id } }', { slug: tip.slug })).toEqual({ tip: { id: tip.id } });
    expect(await reasonOf(publish(author.caller, space.id))).not.toBe('ok');
  });
});

describe('the gate', () => {
  it('has its settings from moderators, who cannot take back each other unseen; the words are told to nobody else', async () => {
    const { space, author, member, moderator, stranger } = await aModeratedCircle(server);
    const input = { spaceId: space.id, baseVersion: 0, holdFirst: 0, watchedWords: ['Unsinn*', ' Unsinn* ', ''] };
    const ask = 'query ($spaceId: ID!) { moderationSettings(spaceId: $spaceId) { watchedWords } }';
    expect(await refusal(member.caller, SETTINGS, input)).toEqual({ code: 'FORBIDDEN', reason: 'moderation.moderatorsOnly' });
    expect(await refusal(stranger.caller, SETTINGS, input)).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.refusal(member.caller, ask, { spaceId: space.id })).toEqual({ code: 'FORBIDDEN', reason: 'moderation.moderatorsOnly' });
    expect(await refusal(moderator.caller, SETTINGS, { ...input, watchedWords: ['gut', 'a*'] })).toMatchObject({ field: 'watchedWords.1', reason: 'moderation.wordTooShort' });
    expect(await server.data(moderator.caller, SETTINGS, { input })).toEqual({ saveModerationSettings: { version: 1, holdFirst: 0, watchedWords: ['Unsinn*'] } });
    expect(await refusal(moderator.caller, SETTINGS, input)).toEqual({ code: 'CONFLICT', reason: 'moderation.settingsStale' });
    // A tip with such a word has to be looked at first, by the way tips have for that.
    expect(await reasonOf(publish(author.caller, space.id, { body: 'So ein unsinniger Satz.' }))).toBe('tip.reviewNeeded');
    expect(await reasonOf(publish(moderator.caller, space.id, { body: 'So ein unsinniger Satz.' }))).toBe('ok');
    expect(await reasonOf(publish(author.caller, space.id))).toBe('ok');
  });

  it('puts a published text before the moderation when a watched word comes in later, with the place', async () => {
    const { space, author, moderator } = await aModeratedCircle(server);
    await server.data(moderator.caller, SETTINGS, { input: { spaceId: space.id, baseVersion: 0, holdFirst: 0, watchedWords: ['Wundermittel'] } });
    const tip = await aTip(server, { in: space, by: author, body: 'Gut' });
    await server.data(author.caller, PUBLISH, { input: { id: tip.id, baseRevision: 1, body: 'Kaufen Sie dieses WUNDERMITTEL sofort.' } });
    const found = await server.data(moderator.caller, '{ moderationCases { nodes { isHeld gateNotes { reason word before match after } viewerDecisions } } }');
    expect(found).toMatchObject({ moderationCases: { nodes: [{ isHeld: false, gateNotes: [{ reason: 'watchedWord', word: 'Wundermittel', before: 'Kaufen Sie dieses ', match: 'WUNDERMITTEL', after: ' sofort.' }], viewerDecisions: ['keep', 'hide'] }] } });
  });
});

describe('the log', () => {
  it('tells members acts without names and moderators everything', async () => {
    const { space, author, member, moderator, stranger } = await aModeratedCircle(server);
    await server.data(moderator.caller, IMPOSE, { input: measure({ space, author } as ModeratedCircle, { reason: 'Geheimer Grund' }) });
    const log = 'query ($spaceId: ID!) { moderationLog(spaceId: $spaceId) { nodes { act itemKind reason on } } moderationFigures(spaceId: $spaceId) { act count } }';
    const record = 'query ($spaceId: ID!) { moderationRecord(spaceId: $spaceId) { nodes { act note actor { name } } } }';
    const seen = await server.data(member.caller, log, { spaceId: space.id });
    expect(seen).toEqual({ moderationLog: { nodes: [{ act: 'silenced', itemKind: null, reason: null, on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string }] }, moderationFigures: [{ act: 'silenced', count: 1 }] });
    expect(await server.refusal(stranger.caller, log, { spaceId: space.id })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.refusal(null, log, { spaceId: space.id })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(member.caller, record, { spaceId: space.id })).toEqual({ code: 'FORBIDDEN', reason: 'moderation.moderatorsOnly' });
    expect(await server.data(moderator.caller, record, { spaceId: space.id })).toEqual({ moderationRecord: { nodes: [{ act: 'silenced', note: 'Geheimer Grund', actor: { name: 'Mara Moderatorin' } }] } });
  });
});
