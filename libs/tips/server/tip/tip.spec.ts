import { Client } from 'pg';
import { accountsDomain } from '#accounts/server';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { bookmarksDomain } from '#bookmarks/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { aSpace, leave } from '../../../spaces/server/spaces.testing.js';
import { tipsDomain } from '../index.js';
import { aTopic } from '#topics/server/testing';
import { aCircle, aTip, type TestCircle } from '../tips.testing.js';

let server: TestServer;
let circle: TestCircle;

const PUBLISH = `mutation ($input: PublishTipInput!) { publishTip(input: $input) {
  id slug title state revisionNumber html checkDueOn outline { level id text } topics { name } authors { name } audience { kind count } } }`;
const LIST = `query ($space: String, $topic: String, $author: String, $state: TipState, $sort: TipSort, $first: Int, $after: String) {
  tips(space: $space, topic: $topic, author: $author, state: $state, sort: $sort, first: $first, after: $after) {
    nodes { id title } pageInfo { hasNextPage endCursor } totalCount } }`;

interface PublishedTip {
  readonly id: string;
  readonly slug: string;
  readonly revisionNumber: number;
  readonly html: string;
  readonly checkDueOn: string;
}
interface List {
  readonly tips: {
    readonly nodes: readonly { readonly id: string; readonly title: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly totalCount: number;
  };
}

const publish = async (caller: Caller, input: object): Promise<PublishedTip> =>
  (await server.data<{ publishTip: PublishedTip }>(caller, PUBLISH, { input })).publishTip;
const titles = async (caller: Caller | null, variables: object): Promise<readonly string[]> =>
  (await server.data<List>(caller, LIST, { ...variables })).tips.nodes.map((tip) => tip.title);

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
  circle = await aCircle(server, { name: 'Erstvorhaben Nord' });
});

afterAll(async () => server.stop());

describe('publishing', () => {
  it('makes a tip with one mutation and tells who can see it', async () => {
    const topic = await aTopic(server, { name: 'Förderung' });
    const id = uuidv7();
    const tip = await publish(circle.author.caller, {
      id, spaceId: circle.space.id, title: 'Wie beginnt man?', summary: 'Mit einem Gespräch.', body: '## Vorgehen\n\nZuhören.', topicIds: [topic.id], coAuthorIds: [circle.colleague.id],
    });
    expect(tip).toMatchObject({
      id, title: 'Wie beginnt man?', state: 'published', revisionNumber: 1, slug: `wie-beginnt-man-${id.slice(-6)}`,
      outline: [{ level: 2, text: 'Vorgehen' }], topics: [{ name: 'Förderung' }], authors: [{ name: 'Anna Autorin' }, { name: 'Karl Kollege' }],
      audience: { kind: 'members', count: 4 },
    });
    expect(tip.html).toContain('Zuhören.');
  });

  it('sent twice, also ten times at once, releases once', async () => {
    const input = { id: uuidv7(), spaceId: circle.space.id, title: 'Zweimal geschickt', body: 'Text' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => publish(circle.author.caller, input)));
    expect(new Set(answers.map((answer) => answer.revisionNumber))).toEqual(new Set([1]));
    expect(await server.refusal(circle.author.caller, PUBLISH, { input: { ...input, body: 'Ein anderer Text' } })).toMatchObject({ code: 'CONFLICT', reason: 'tip.stale' });
    expect(await server.refusal(circle.stranger.caller, PUBLISH, { input })).toMatchObject({ code: 'NOT_FOUND' });
    const elsewhere = await aSpace(server, { members: [[circle.stranger, 'moderator']] });
    expect(await server.refusal(circle.stranger.caller, PUBLISH, { input: { ...input, spaceId: elsewhere.id } })).toMatchObject({ code: 'CONFLICT', reason: 'idReused' });
  });

  it('wants a title and a text, topics that exist and co-authors who belong to the space', async () => {
    const input = { id: uuidv7(), spaceId: circle.space.id, title: 'Ein Titel', body: 'Text' };
    const refusal = (extra: object) => server.refusal(circle.author.caller, PUBLISH, { input: { ...input, ...extra } });
    expect(await refusal({ title: '  ' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'title', reason: 'required' });
    expect(await refusal({ body: ' \n' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'body', reason: 'required' });
    expect(await refusal({ title: 'x'.repeat(151) })).toMatchObject({ field: 'title', reason: 'tooLong' });
    expect(await refusal({ topicIds: [uuidv7()] })).toMatchObject({ field: 'topicIds', reason: 'tip.unknownTopic' });
    expect(await refusal({ coAuthorIds: [circle.stranger.id] })).toMatchObject({ field: 'coAuthorIds', reason: 'tip.notAMember' });
    expect(await refusal({ spaceId: undefined })).toMatchObject({ field: 'spaceId', reason: 'required' });
    expect(await refusal({ body: `${'> '.repeat(200)}tief` })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'text.tooDeeplyNested' });
  });

  it('is refused to members without the right, and to everybody else in the space\'s own words of absence', async () => {
    const input = { id: uuidv7(), spaceId: circle.space.id, title: 'Ein Titel', body: 'Text' };
    expect(await server.refusal(circle.member.caller, PUBLISH, { input })).toEqual({ code: 'FORBIDDEN', reason: 'tip.mayNotPublish' });
    expect(await server.refusal(null, PUBLISH, { input })).toMatchObject({ code: 'UNAUTHENTICATED' });
    const readers = await aSpace(server, { visibility: 'programme' });
    expect(await server.refusal(circle.stranger.caller, PUBLISH, { input: { ...input, spaceId: readers.id } })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('keeps every address a tip ever had', async () => {
    const id = uuidv7();
    const first = await publish(circle.author.caller, { id, spaceId: circle.space.id, title: 'Der erste Name', body: 'Text' });
    const second = await publish(circle.author.caller, { id, title: 'Der zweite Name', baseRevision: 1 });
    expect(second.slug).not.toBe(first.slug);
    for (const address of [first.slug, second.slug, id]) {
      expect(await server.data(circle.member.caller, 'query ($slug: String!) { tip(slug: $slug) { slug } }', { slug: address })).toEqual({ tip: { slug: second.slug } });
    }
  });

  it('a minor change neither renews the check nor the place in the list', async () => {
    const id = uuidv7();
    const before = await publish(circle.author.caller, { id, spaceId: circle.space.id, title: 'Kleinigkeit', body: 'Tetx' });
    server.clock.forward(40 * 86_400_000);
    const minor = await publish(circle.author.caller, { id, body: 'Text', isMinor: true, baseRevision: 1 });
    expect(minor).toMatchObject({ revisionNumber: 2, checkDueOn: before.checkDueOn });
    const full = await publish(circle.author.caller, { id, body: 'Ein neuer Text', baseRevision: 2 });
    expect(full.checkDueOn > before.checkDueOn).toBe(true);
  });
});

describe('reading', () => {
  it('lists by page without gaps or doubles, in each order', async () => {
    const space = await aSpace(server, { members: [[circle.member, 'member']] });
    for (const title of ['Zebra', 'Äpfel', 'Apfel', 'Öl', 'Ofen', 'Birne', 'Affe']) {
      await aTip(server, { in: space, by: circle.author, title });
      server.clock.forward(1);
    }
    for (const [sort, expected] of [['title', 'Affe Apfel Äpfel Birne Ofen Öl Zebra'], ['revised', 'Affe Birne Ofen Öl Apfel Äpfel Zebra']] as const) {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { tips }: List = await server.data<List>(circle.member.caller, LIST, { space: space.slug, sort, first: 2, after });
        seen.push(...tips.nodes.map((tip) => tip.title));
        [after, more] = [tips.pageInfo.endCursor, tips.pageInfo.hasNextPage];
        expect(tips.totalCount).toBe(7);
      }
      expect(seen.join(' ')).toBe(expected);
    }
  });

  it('filters by space, topic, author and state, all of it only within sight', async () => {
    const topic = await aTopic(server);
    const tip = await aTip(server, { in: circle.space, by: circle.colleague, topics: [topic], title: 'Gefiltert' });
    await aTip(server, { in: circle.space, by: circle.author, topics: [topic], title: 'Zurückgezogen', state: 'retired' });
    await aTip(server, { in: circle.space, by: circle.author, topics: [topic], title: 'Noch ein Entwurf', state: 'draft' });
    expect(await titles(circle.member.caller, { topic: topic.slug })).toEqual(['Gefiltert']);
    expect(await titles(circle.member.caller, { topic: topic.id, space: circle.space.id, author: circle.colleague.id })).toEqual(['Gefiltert']);
    expect(await titles(circle.member.caller, { topic: topic.id, state: 'retired' })).toEqual(['Zurückgezogen']);
    expect(await titles(circle.member.caller, { topic: topic.id, state: 'draft' })).toEqual([]);
    expect(await titles(circle.author.caller, { topic: topic.id, state: 'draft' })).toEqual(['Noch ein Entwurf']);
    for (const caller of [circle.stranger.caller, null]) {
      expect((await server.data<List>(caller, LIST, { topic: topic.id })).tips).toMatchObject({ nodes: [], totalCount: 0 });
      expect(await titles(caller, { space: circle.space.slug })).toEqual([]);
    }
    expect(tip.spaceId).toBe(circle.space.id);
  });

  it('refuses cursors it did not hand out', async () => {
    for (const keys of [['x', 'y'], ["2026-01-01'; drop table tip", uuidv7()], [1, 2], ['2026-13-99 99:99:99+00', 'nobody']]) {
      const after = Buffer.from(JSON.stringify(keys)).toString('base64url');
      expect(await server.refusal(circle.member.caller, LIST, { after })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'badCursor' });
    }
  });

  it('shows guests of a public space the text, but nobody\'s name', async () => {
    const space = await aSpace(server, { visibility: 'public', members: [[circle.author, 'author']] });
    const tip = await aTip(server, { in: space, by: circle.author, title: 'Für alle' });
    const page = await server.data(null, `query ($slug: String!) { tip(slug: $slug) {
      title html authors { name } checkedBy { name } revisions { nodes { id } } workingCopy { body } notes { reason } openNoteCount keptDrafts { id }
      viewerCanEdit viewerCanGiveFeedback viewerCanSeeHistory audience { kind } space { name } } }`, { slug: tip.slug });
    expect(page).toEqual({ tip: {
      title: 'Für alle', html: '<p>Ein <strong>kurzer</strong> Text.</p>', authors: [], checkedBy: null, revisions: { nodes: [] }, workingCopy: null, notes: [],
      openNoteCount: null, keptDrafts: [], viewerCanEdit: false, viewerCanGiveFeedback: false, viewerCanSeeHistory: false, audience: { kind: 'everyone' }, space: { name: space.name },
    } });
  });

  it('refuses to render more in one request than others can wait for', async () => {
    const space = await aSpace(server, { members: [[circle.author, 'author']] });
    const body = 'Ein Satz mit einigen Worten. '.repeat(6800);
    for (let index = 0; index < 21; index += 1) await aTip(server, { in: space, by: circle.author, state: 'draft', body });
    const list = 'query ($first: Int) { myTipDrafts(first: $first) { nodes { html } } }';
    expect(await server.refusal(circle.author.caller, list, { first: 21 })).toEqual({ code: 'BAD_USER_INPUT', reason: 'operationTooLarge' });
    await server.data(circle.author.caller, list, { first: 5 });
  });

  it('a former member keeps the own draft and loses sight of the rest', async () => {
    const former = await aCircle(server);
    const draft = await aTip(server, { in: former.space, by: former.author, state: 'draft', title: 'Mein Entwurf', body: 'Meine Worte' });
    const published = await aTip(server, { in: former.space, by: former.author });
    await leave(server, former.space, former.author);
    const read = 'query ($slug: String!) { tip(slug: $slug) { title html workingCopy { body } viewerCanEdit viewerCanPublish audience { kind } } }';
    expect(await server.data(former.author.caller, read, { slug: draft.id })).toEqual({
      tip: { title: 'Mein Entwurf', html: '<p>Meine Worte</p>', workingCopy: { body: 'Meine Worte' }, viewerCanEdit: true, viewerCanPublish: false, audience: null },
    });
    expect(await server.refusal(former.author.caller, read, { slug: published.slug })).toMatchObject({ code: 'NOT_FOUND' });
    const drafts = await server.data<{ myTipDrafts: { nodes: unknown[] } }>(former.author.caller, '{ myTipDrafts { nodes { title } } }');
    expect(drafts.myTipDrafts.nodes).toEqual([{ title: 'Mein Entwurf' }]);
  });
});

describe('the number of statements', () => {
  const FULL = `{ id slug title summary html authors { name } topics { name tipCount } space { name } isOverdue checkedBy { name } viewerHelped openNoteCount workingCopy { version savedBy { name } }
    audience { kind count } audienceWhenPublished { kind } historyAudience { count } workingCopyAudience { count } revisions(first: 3) { nodes { number author { name place } } } notes { reason by { name } } keptDrafts { id }
    viewerCanEdit viewerCanPublish viewerCanReview viewerCanRetire viewerCanHide viewerCanCheck }`;

  async function statementsOf(query: string, variables: object): Promise<number> {
    const spy = jest.spyOn(Client.prototype, 'query');
    try {
      await server.data(circle.moderator.caller, query, { ...variables });
      return spy.mock.calls.length;
    } finally {
      spy.mockRestore();
    }
  }

  it('does not grow with the page', async () => {
    const topics = [await aTopic(server), await aTopic(server)];
    for (let index = 0; index < 30; index += 1) {
      await aTip(server, { in: circle.space, by: index % 2 === 0 ? circle.author : circle.colleague, topics });
    }
    const list = `query ($first: Int) { tips(first: $first) { nodes ${FULL} } }`;
    const few = await statementsOf(list, { first: 2 });
    expect(await statementsOf(list, { first: 30 })).toBe(few);
    expect(few).toBeLessThanOrEqual(22);
    for (let index = 0; index < 5; index += 1) await aTip(server, { in: circle.space, by: circle.author, coAuthors: index % 2 === 0 ? [circle.colleague] : [], state: 'review' });
    const waiting = `query ($first: Int) { tips(first: $first, state: review) { nodes ${FULL} } }`;
    expect(await statementsOf(waiting, { first: 5 })).toBe(await statementsOf(waiting, { first: 2 }));
  });

  it('is one for the page and one for the list, beside the one that tells who asks', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    const page = 'query ($slug: String!) { tip(slug: $slug) { title summary html outline { id text } authors { name } topics { name } helpedCount isOverdue } }';
    const identity = await statementsOf('{ viewer { accountId } }', {});
    expect(await statementsOf(page, { slug: tip.slug })).toBe(identity + 1);
    expect(await statementsOf('{ tips { nodes { slug title summary authors { name } topics { name } } pageInfo { hasNextPage } } }', {})).toBe(identity + 1);
  });
});

describe('a list that reads what it was asked for', () => {
  it.each(['words', 'createdAt', 'publishedAt', 'retiredAt', 'hiddenReason', 'checkedAt', 'checkedBy { name }', 'topics { name }', 'authors { name }', 'html', 'isOverdue'])(
    'tells the same as the page of the tip: %s',
    async (field) => {
      const space = await aSpace(server, { visibility: 'public' });
      const tip = await aTip(server, { in: space, by: circle.author, topics: [await aTopic(server)] });
      const page = await server.data<{ tip: object }>(circle.moderator.caller, `query ($slug: String!) { tip(slug: $slug) { ${field} } }`, { slug: tip.slug });
      const list = await server.data<{ tips: { nodes: object[] } }>(circle.moderator.caller, `query ($space: String!) { tips(space: $space) { nodes { ${field} } } }`, { space: space.id });
      expect(list.tips.nodes).toEqual([page.tip]);
    },
  );
});
