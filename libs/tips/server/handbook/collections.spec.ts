import { accountsDomain } from '#accounts/server';
import { anAccount } from '#accounts/server/testing';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { bookmarksDomain } from '#bookmarks/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { aSpace, join } from '../../../spaces/server/spaces.testing.js';
import { tipsDomain } from '../index.js';
import { aTopic } from '#topics/server/testing';
import { aCircle, aTip, type TestCircle } from '../tips.testing.js';
import { shifted } from './handbook-export.js';

let server: TestServer;
let circle: TestCircle;

const PUBLISH = 'mutation ($input: PublishTipInput!) { publishTip(input: $input) { revisionNumber } }';
const SAVE_BOOK = `mutation ($input: SaveHandbookInput!) { saveHandbook(input: $input) { id version title introHtml chapters { title introHtml entries { anchor tip { title } html } } } }`;
const BOOK = 'query ($id: ID!) { handbook(id: $id) { title viewerCanEdit chapters { title entries { anchor tip { title } html } } } }';

const refusal = (caller: Caller | null, query: string, input: object) => server.refusal(caller, query, { input });

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
  circle = await aCircle(server);
}, 60_000);

afterAll(async () => server.stop());

describe('the history of a tip', () => {
  const HISTORY = 'query ($slug: String!, $first: Int, $after: String) { tip(slug: $slug) { revisions(first: $first, after: $after) { nodes { id number title note isMinor restoredFrom body html author { name } } pageInfo { hasNextPage endCursor } } } }';
  const COMPARE = 'query ($a: ID!, $b: ID!) { compareTipRevisions(a: $a, b: $b) { title { kind text } body { kind text } } }';
  const RESTORE = 'mutation ($input: RestoreTipRevisionInput!) { restoreTipRevision(input: $input) { revisionNumber title body } }';

  interface History {
    readonly tip: { readonly revisions: { readonly nodes: readonly { readonly id: string; readonly number: number; readonly body: string }[]; readonly pageInfo: { readonly endCursor: string } } };
  }
  const history = async (caller: Caller | null, slug: string, page: object = {}): Promise<History['tip']['revisions']> =>
    (await server.data<History>(caller, HISTORY, { slug, ...page })).tip.revisions;

  it('keeps every released text with who, why and how much; two are compared word by word; an old one becomes the newest', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author, coAuthors: [circle.colleague], title: 'Der Weg', body: 'Wir gehen links.' });
    const publish = (caller: Caller, input: object) => server.data(caller, PUBLISH, { input: { id: tip.id, ...input } });
    await publish(circle.colleague.caller, { body: 'Wir gehen rechts.', note: 'Baustelle', baseRevision: 1 });
    await publish(circle.author.caller, { title: 'Der Weg hin', isMinor: true, baseRevision: 2 });

    const all = await history(circle.member.caller, tip.slug);
    expect(all.nodes).toMatchObject([
      { number: 3, title: 'Der Weg hin', isMinor: true, author: { name: 'Anna Autorin' } },
      { number: 2, title: 'Der Weg', note: 'Baustelle', body: 'Wir gehen rechts.', html: '<p>Wir gehen rechts.</p>', author: { name: 'Karl Kollege' } },
      { number: 1, body: 'Wir gehen links.' },
    ]);
    const first = await history(circle.member.caller, tip.slug, { first: 2 });
    expect((await history(circle.member.caller, tip.slug, { first: 2, after: first.pageInfo.endCursor })).nodes).toMatchObject([{ number: 1 }]);

    const [newest, , oldest] = all.nodes;
    expect(await server.data(circle.member.caller, COMPARE, { a: oldest?.id, b: newest?.id })).toEqual({
      compareTipRevisions: {
        title: [{ kind: 'same', text: 'Der Weg' }, { kind: 'added', text: ' hin' }],
        body: [{ kind: 'same', text: 'Wir gehen ' }, { kind: 'removed', text: 'links' }, { kind: 'added', text: 'rechts' }, { kind: 'same', text: '.' }],
      },
    });
    const input = { revisionId: oldest?.id, note: 'Baustelle fertig' };
    await server.db.query(
      `insert into moderation_measure (id, space_id, space_name, account_id, kind, reason, starts_at, ends_at) values (gen_random_uuid(), $1, '', $2, 'silence', 'Ruhe', $3::timestamptz, $3::timestamptz + interval '1 day')`,
      [circle.space.id, circle.colleague.id, server.clock.now()],
    );
    expect(await refusal(circle.colleague.caller, RESTORE, input)).toMatchObject({ code: 'FORBIDDEN', reason: 'moderation.silenced' });
    await server.db.query('delete from moderation_measure where account_id = $1', [circle.colleague.id]);
    expect(await refusal(circle.member.caller, RESTORE, input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await server.data(circle.author.caller, RESTORE, { input })).toEqual({ restoreTipRevision: { revisionNumber: 4, title: 'Der Weg', body: 'Wir gehen links.' } });
    expect((await history(circle.member.caller, tip.slug)).nodes[0]).toMatchObject({ number: 4, restoredFrom: 1, note: 'Baustelle fertig' });
  });

  it('is absent with its tip, and two tips are not compared', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    const other = await aTip(server, { in: circle.space, by: circle.author });
    const [one] = (await history(circle.member.caller, tip.slug)).nodes;
    const [two] = (await history(circle.member.caller, other.slug)).nodes;
    expect(await server.refusal(circle.member.caller, COMPARE, { a: one?.id, b: two?.id })).toMatchObject({ code: 'NOT_FOUND' });
    for (const caller of [circle.stranger.caller, null]) {
      expect(await server.refusal(caller, 'query ($id: ID!) { tipRevision(id: $id) { body } }', { id: one?.id })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
      expect(await server.refusal(caller, COMPARE, { a: one?.id, b: one?.id })).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await refusal(circle.stranger.caller, RESTORE, { revisionId: one?.id })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('topics', () => {
  const CREATE = 'mutation ($input: CreateTopicInput!) { createTopic(input: $input) { id slug name synonyms } }';
  const MERGE = 'mutation ($input: MergeTopicsInput!) { mergeTopics(input: $input) { name synonyms tipCount } }';

  it('are kept by moderators and coordinators alone', async () => {
    const input = { id: uuidv7(), name: 'Wärmeplanung', description: 'Kommunale Wärmepläne', synonyms: ['KWP', ' KWP ', 'Wärmewende'] };
    expect(await refusal(circle.author.caller, CREATE, input)).toEqual({ code: 'FORBIDDEN', reason: 'topic.mayNotKeep' });
    expect(await refusal(null, CREATE, input)).toMatchObject({ code: 'UNAUTHENTICATED' });
    const made = { createTopic: { id: input.id, slug: 'waermeplanung', name: 'Wärmeplanung', synonyms: ['KWP', 'Wärmewende'] } };
    expect(await server.data(circle.moderator.caller, CREATE, { input })).toEqual(made);
    expect(await server.data(circle.moderator.caller, CREATE, { input })).toEqual(made);
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    expect(await refusal(coordinator.caller, CREATE, { ...input, id: uuidv7(), name: 'wärmePLANUNG' })).toMatchObject({ field: 'name', reason: 'topic.nameTaken' });
  });

  it('that mean the same become one; tips move, the old address still leads there', async () => {
    const from = await aTopic(server, { name: 'Solarstrom', synonyms: ['PV'] });
    const into = await aTopic(server, { name: 'Photovoltaik', synonyms: ['Sonnenstrom'] });
    await aTip(server, { in: circle.space, by: circle.author, topics: [from, into] });
    await aTip(server, { in: circle.space, by: circle.author, topics: [from] });
    const input = { fromTopicId: from.id, intoTopicId: into.id };
    expect(await refusal(circle.author.caller, MERGE, input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await server.data(circle.moderator.caller, MERGE, { input })).toEqual({ mergeTopics: { name: 'Photovoltaik', synonyms: ['Sonnenstrom', 'Solarstrom', 'PV'], tipCount: 2 } });
    expect(await server.data(null, 'query ($slug: String!) { topic(slug: $slug) { name tipCount } }', { slug: from.slug })).toEqual({ topic: { name: 'Photovoltaik', tipCount: 0 } });
    const { tips } = await server.data<{ tips: { nodes: unknown[] } }>(circle.member.caller, 'query ($topic: String!) { tips(topic: $topic) { nodes { topics { name } } } }', { topic: from.slug });
    expect(tips.nodes).toEqual([{ topics: [{ name: 'Photovoltaik' }] }, { topics: [{ name: 'Photovoltaik' }] }]);
    expect(await refusal(circle.moderator.caller, MERGE, { fromTopicId: into.id, intoTopicId: into.id })).toMatchObject({ reason: 'topic.sameTopic' });
  });

  it('that are retired stay where they are and are offered no more', async () => {
    const topic = await aTopic(server, { name: 'Altes Thema' });
    const tip = await aTip(server, { in: circle.space, by: circle.author, topics: [topic] });
    await server.data(circle.moderator.caller, 'mutation ($input: TopicInput!) { retireTopic(input: $input) { isRetired } }', { input: { topicId: topic.id } });
    const { topics } = await server.data<{ topics: readonly { name: string }[] }>(null, '{ topics { name } }');
    expect(topics.map((each) => each.name)).not.toContain('Altes Thema');
    await server.data(circle.author.caller, PUBLISH, { input: { id: tip.id, body: 'Neu', topicIds: [topic.id], baseRevision: 1 } });
    const other = await aTip(server, { in: circle.space, by: circle.author });
    expect(await refusal(circle.author.caller, PUBLISH, { id: other.id, topicIds: [topic.id], baseRevision: 1 })).toMatchObject({ reason: 'tip.unknownTopic' });
  });
});

describe('a handbook', () => {
  it('puts tips in order, reads as one page with its own anchors, and leaves out what a reader may not see', async () => {
    const inner = await aSpace(server, { members: [[circle.moderator, 'member']] });
    const one = await aTip(server, { in: circle.space, by: circle.author, title: 'Eins', body: '## Vorgehen\n\nText eins' });
    const two = await aTip(server, { in: circle.space, by: circle.author, title: 'Zwei', body: '# Vorgehen\n\nText zwei\n\n## Mehr' });
    const closed = await aTip(server, { in: inner, by: circle.moderator, title: 'Verschlossen', body: 'Geheim' });
    const input = {
      id: uuidv7(), spaceId: circle.space.id, title: 'Das erste Jahr', intro: 'Für **Neue**.',
      chapters: [{ title: 'Ankommen', intro: '', tipIds: [two.id, closed.id] }, { title: 'Weiter', intro: 'Und dann?', tipIds: [one.id, two.id] }],
    };
    expect(await refusal(circle.author.caller, SAVE_BOOK, input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(circle.stranger.caller, SAVE_BOOK, input)).toMatchObject({ code: 'NOT_FOUND' });
    const saved = await server.data<{ saveHandbook: object }>(circle.moderator.caller, SAVE_BOOK, { input });
    expect(saved.saveHandbook).toMatchObject({ version: 1, introHtml: '<p>Für <strong>Neue</strong>.</p>' });
    expect(await server.data(circle.moderator.caller, SAVE_BOOK, { input })).toEqual(saved);

    const { handbook } = await server.data<{ handbook: { chapters: readonly { entries: readonly { anchor: string; tip: { title: string }; html: string }[] }[] } }>(circle.member.caller, BOOK, { id: input.id });
    expect(handbook.chapters.map((chapter) => chapter.entries.map((entry) => entry.tip.title))).toEqual([['Zwei'], ['Eins', 'Zwei']]);
    const entries = handbook.chapters.flatMap((chapter) => chapter.entries);
    expect(entries[0]?.html).toContain(`<h4 id="${entries[0]?.anchor}-vorgehen">Vorgehen</h4>`);
    expect(entries[0]?.html).toContain('<h5');
    const ids = entries.flatMap((entry) => [entry.anchor, ...[...entry.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)]);
    expect(new Set(ids).size).toBe(ids.length);

    expect(await refusal(circle.moderator.caller, SAVE_BOOK, { ...input, title: 'Neu', baseVersion: 7 })).toMatchObject({ code: 'CONFLICT', reason: 'handbook.stale' });
    expect(await refusal(circle.moderator.caller, SAVE_BOOK, { ...input, id: uuidv7(), chapters: [{ title: 'x', intro: '', tipIds: [uuidv7()] }] })).toMatchObject({ reason: 'handbook.unknownTip' });
    for (const caller of [circle.stranger.caller, null]) {
      expect(await server.refusal(caller, BOOK, { id: input.id })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
      expect(await server.data(caller, 'query ($space: String) { handbooks(space: $space) { title } }', { space: circle.space.slug })).toEqual({ handbooks: [] });
    }

    const file = await server.app.inject({ method: 'GET', url: `/api/handbooks/${input.id}/export.md`, headers: { cookie: circle.member.caller.cookie ?? '' } });
    expect(file.headers['content-type']).toContain('text/markdown');
    expect(file.body).toBe('# Das erste Jahr\n\nFür **Neue**.\n\n## Ankommen\n\n### Zwei\n\n#### Vorgehen\n\nText zwei\n\n##### Mehr\n\n## Weiter\n\nUnd dann?\n\n### Eins\n\n#### Vorgehen\n\nText eins\n\n### Zwei\n\n#### Vorgehen\n\nText zwei\n\n##### Mehr\n');
    expect((await server.app.inject({ method: 'GET', url: `/api/handbooks/${input.id}/export.md`, headers: { cookie: circle.stranger.caller.cookie ?? '' } })).statusCode).toBe(404);

    // A moderator who does not see the closed tip does not throw it out by saving.
    const second = await anAccount(server);
    await join(server, circle.space, second, 'moderator');
    await server.data(second.caller, SAVE_BOOK, { input: { ...input, baseVersion: 1, chapters: [{ ...input.chapters[0], tipIds: [two.id] }, input.chapters[1]] } });
    const again = await server.data<{ handbook: { chapters: readonly { entries: readonly { tip: { title: string } }[] }[] } }>(circle.moderator.caller, BOOK, { id: input.id });
    expect(again.handbook.chapters[0]?.entries.map((entry) => entry.tip.title)).toEqual(['Zwei', 'Verschlossen']);

    const remove = 'mutation ($input: DeleteHandbookInput!) { deleteHandbook(input: $input) }';
    expect(await refusal(circle.member.caller, remove, { handbookId: input.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await server.data(circle.moderator.caller, remove, { input: { handbookId: input.id } })).toEqual({ deleteHandbook: true });
  });

  it('moves headings and leaves code alone', () => {
    expect(shifted('# A\n\n```\n# kein Titel\n```\n\n### B', 3)).toBe('#### A\n\n```\n# kein Titel\n```\n\n###### B');
    expect(shifted('Nur Text', 3)).toBe('Nur Text');
  });
});

describe('search', () => {
  const SEARCH = 'query ($text: String!) { search(input: { text: $text }) { totalCount hits { id path state title { text } topics { name } authors { name } } } }';

  interface Found {
    readonly search: { readonly totalCount: number; readonly hits: readonly { readonly id: string; readonly path: string; readonly state: string }[] };
  }
  const found = async (caller: Caller | null, text: string): Promise<Found['search']> => (await server.data<Found>(caller, SEARCH, { text })).search;

  it('finds what is released, by the words of its topics too, for the readers of its space', async () => {
    const topic = await aTopic(server, { name: 'Straßenbeleuchtung', synonyms: ['Laternen'] });
    const tip = await aTip(server, { in: circle.space, by: circle.author, title: 'Quarzuhr stellen', body: 'Die Zifferblätter der Quarzuhr.', topics: [topic] });
    await server.drain();
    expect((await found(circle.member.caller, 'Quarzuhr')).hits).toMatchObject([{ id: tip.id, path: `/tipp/${tip.slug}`, state: 'current' }]);
    expect((await found(circle.member.caller, 'Laternen')).hits.map((hit) => hit.id)).toContain(tip.id);
    for (const caller of [circle.stranger.caller, null]) expect(await found(caller, 'Quarzuhr')).toEqual({ totalCount: 0, hits: [] });
  });

  it('forgets what is hidden, learns what is changed, and knows what is retired', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author, title: 'Kolbenfresser', body: 'Text' });
    const act = async (mutation: string, type: string, input: object, caller = circle.moderator.caller): Promise<void> => {
      await server.data(caller, `mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`, { input });
      await server.drain();
    };
    await act('publishTip', 'PublishTipInput', { id: tip.id, body: 'Jetzt mit Vergaserinnenleben.', baseRevision: 1 }, circle.author.caller);
    expect((await found(circle.member.caller, 'Vergaserinnenleben')).totalCount).toBe(1);
    await act('retireTip', 'TipInput', { tipId: tip.id });
    expect((await found(circle.member.caller, 'Kolbenfresser')).hits).toMatchObject([{ id: tip.id, state: 'retired' }]);
    await act('hideTip', 'HideTipInput', { tipId: tip.id, reason: 'Prüfung' });
    expect((await found(circle.member.caller, 'Kolbenfresser')).totalCount).toBe(0);
    expect((await found(circle.moderator.caller, 'Kolbenfresser')).totalCount).toBe(0);
    const { audienceWhenPublished } = (await server.data<{ tip: { audienceWhenPublished: { count: number } } }>(circle.moderator.caller, 'query ($slug: String!) { tip(slug: $slug) { audienceWhenPublished { count } } }', { slug: tip.slug })).tip;
    await act('unhideTip', 'UnhideTipInput', { tipId: tip.id, confirmAudience: audienceWhenPublished.count });
    expect((await found(circle.member.caller, 'Kolbenfresser')).totalCount).toBe(1);
  });
});
