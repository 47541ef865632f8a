import { accountsDomain } from '#accounts/server';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { aSpace, type TestSpace } from '../../../spaces/server/spaces.testing.js';
import { tipsDomain } from '../index.js';
import { aTip, aTopic } from '../tips.testing.js';

let server: TestServer;
let author: TestAccount;
let colleague: TestAccount;
let moderator: TestAccount;
let member: TestAccount;
let stranger: TestAccount;
let space: TestSpace;

const PUBLISH = `mutation ($input: PublishTipInput!) { publishTip(input: $input) {
  id slug title state revisionNumber html readingMinutes outline { level id text } topics { name } authors { name } audience { kind count } } }`;

interface Published {
  readonly publishTip: {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly state: string;
    readonly revisionNumber: number;
    readonly html: string;
    readonly audience: { readonly kind: string; readonly count: number };
  };
}

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, tipsDomain]);
  [author, colleague, moderator, member, stranger] = [
    await anAccount(server, { name: 'Anna Autorin' }),
    await anAccount(server, { name: 'Karl Kollege' }),
    await anAccount(server, { name: 'Mara Moderatorin' }),
    await anAccount(server, { name: 'Milo Mitglied' }),
    await anAccount(server, { name: 'Frida Fremd' }),
  ] as const;
  space = await aSpace(server, { name: 'Erstvorhaben Nord', members: [[author, 'author'], [colleague, 'author'], [moderator, 'moderator'], [member, 'member']] });
});

afterAll(async () => server.stop());

describe('publishing', () => {
  it('makes a tip with one mutation, told to whom it is visible', async () => {
    const topic = await aTopic(server, { name: 'Förderung' });
    const id = uuidv7();
    const input = { id, spaceId: space.id, title: 'Wie beginnt man?', summary: 'Mit einem Gespräch.', body: '## Vorgehen\n\nZuhören.', topicIds: [topic.id], coAuthorIds: [colleague.id] };
    const { publishTip } = await server.data<Published>(author.caller, PUBLISH, { input });
    expect(publishTip).toMatchObject({
      id, title: 'Wie beginnt man?', state: 'published', revisionNumber: 1, slug: `wie-beginnt-man-${id.slice(-6)}`,
      outline: [{ level: 2, text: 'Vorgehen' }], topics: [{ name: 'Förderung' }], authors: [{ name: 'Anna Autorin' }, { name: 'Karl Kollege' }],
      audience: { kind: 'members', count: 4 },
    });
    expect(publishTip.html).toContain('Zuhören.');
  });

  it('sent twice, also ten times at once, releases once', async () => {
    const input = { id: uuidv7(), spaceId: space.id, title: 'Zweimal geschickt', summary: '', body: 'Text' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => server.graphql<Published>(author.caller, PUBLISH, { input })));
    expect(answers.map((answer) => answer.errors)).toEqual(answers.map(() => undefined));
    expect(new Set(answers.map((answer) => answer.data?.publishTip.revisionNumber))).toEqual(new Set([1]));
    expect(await server.refusal(author.caller, PUBLISH, { input: { ...input, body: 'Ein anderer Text' } })).toMatchObject({ code: 'CONFLICT', reason: 'tip.stale' });
    expect(await server.refusal(stranger.caller, PUBLISH, { input })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
