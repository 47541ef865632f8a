import { accountsDomain } from '#accounts/server';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { bookmarksDomain } from '#bookmarks/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { aSpace, join, leave } from '../../../spaces/server/spaces.testing.js';
import { tipsDomain } from '../index.js';
import { aCircle, aTip, type TestCircle } from '../tips.testing.js';

const SAVE = 'mutation ($input: SaveHandbookInput!) { saveHandbook(input: $input) { version title changedBy { accountId name } } }';
const HISTORY = `query ($id: ID!, $first: Int = 20, $after: String) { handbook(id: $id) { version title changedBy { name }
  revisions(first: $first, after: $after) { nodes { id number title restoredFrom createdAt author { name } } pageInfo { hasNextPage endCursor } } } }`;
const REVISION = 'query ($id: ID!) { handbookRevision(id: $id) { number title introHtml chapters { title entries { tip { title } } } } }';
const RESTORE = 'mutation ($input: RestoreHandbookRevisionInput!) { restoreHandbookRevision(input: $input) { version title chapters { title entries { tip { title } } } } }';
const DELETE = 'mutation ($input: DeleteHandbookInput!) { deleteHandbook(input: $input) }';
const UNDELETE = 'mutation ($input: UndeleteHandbookInput!) { undeleteHandbook(input: $input) { title version revisions { nodes { number } } } }';
const DELETED = 'query ($space: String!) { deletedHandbooks(space: $space) { id title } }';

interface Revision {
  readonly id: string;
  readonly number: number;
}
interface History {
  readonly handbook: { readonly revisions: { readonly nodes: readonly Revision[]; readonly pageInfo: { readonly endCursor: string } } };
}

let server: TestServer;
let circle: TestCircle;
let second: TestAccount;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
  circle = await aCircle(server);
  second = await anAccount(server, { name: 'Zoe Zweit' });
  await join(server, circle.space, second, 'moderator');
}, 60_000);
afterAll(async () => server.stop());

const refusal = (caller: Caller | null, query: string, input: object) => server.refusal(caller, query, { input });
const save = (by: TestAccount, input: object) => server.data<{ saveHandbook: { version: number } }>(by.caller, SAVE, { input });
const revisionsOf = async (caller: Caller | null, id: string): Promise<readonly Revision[]> =>
  (await server.data<History>(caller, HISTORY, { id })).handbook.revisions.nodes;
const aBook = (more: object = {}) => ({
  id: uuidv7(), spaceId: circle.space.id, title: 'Das erste Jahr', intro: 'Für **Neue**.', chapters: [{ title: 'Ankommen', intro: '', tipIds: [] as string[] }], ...more,
});

describe('the history of a handbook', () => {
  it('keeps every saved state with who and when, and tells who saved last', async () => {
    const book = aBook();
    await save(circle.moderator, book);
    server.clock.forward(60_000);
    const changed = { ...book, title: 'Die ersten zwei Jahre', baseVersion: 1 };
    expect(await save(second, changed)).toMatchObject({ saveHandbook: { version: 2, changedBy: { name: 'Zoe Zweit' } } });
    const { handbook } = await server.data<{ handbook: object }>(circle.member.caller, HISTORY, { id: book.id });
    expect(handbook).toMatchObject({
      version: 2,
      changedBy: { name: 'Zoe Zweit' },
      revisions: {
        nodes: [
          { number: 2, title: 'Die ersten zwei Jahre', restoredFrom: null, createdAt: server.clock.now().toISOString(), author: { name: 'Zoe Zweit' } },
          { number: 1, title: 'Das erste Jahr', author: { name: 'Mara Moderatorin' } },
        ],
      },
    });
    const first = await server.data<History>(circle.member.caller, HISTORY, { id: book.id, first: 1 });
    const { endCursor } = first.handbook.revisions.pageInfo;
    expect((await server.data<History>(circle.member.caller, HISTORY, { id: book.id, first: 1, after: endCursor })).handbook.revisions).toMatchObject({ nodes: [{ number: 1 }], pageInfo: { hasNextPage: false } });
  });

  it('leads nobody to a closed door: words, chapters, former states and the file are without such links', async () => {
    const inside = await anAccount(server);
    const secret = await aTip(server, { in: await aSpace(server, { members: [[inside, 'author']] }), by: inside, title: 'Haushaltssperre' });
    const open = await aTip(server, { in: circle.space, by: circle.author, title: 'Offenes' });
    const intro = `[Siehe](/tipp/${secret.slug}), /tipp/${secret.slug} und [dort](/tipp/${open.slug}).`;
    const book = aBook({ intro, chapters: [{ title: 'Ankommen', intro, tipIds: [] }] });
    await save(circle.moderator, book);
    const texts = 'intro introHtml chapters { intro introHtml }';
    const all = `query ($id: ID!) { handbook(id: $id) { ${texts} revisions { nodes { intro introHtml chapters { intro introHtml } } } } }`;
    const { handbook } = await server.data<{ handbook: { introHtml: string; chapters: readonly object[] } }>(circle.member.caller, all, { id: book.id });
    const shown = { intro: `Siehe, … und [dort](/tipp/${open.slug}).`, introHtml: expect.not.stringContaining(`href="/tipp/${secret.slug}`) };
    expect(handbook).toMatchObject({ ...shown, chapters: [shown], revisions: { nodes: [{ ...shown, chapters: [shown] }] } });
    expect(handbook.introHtml).toContain(`href="/tipp/${open.slug}"`);
    const file = await server.app.inject({ method: 'GET', url: `/api/handbooks/${book.id}/export.md`, headers: { cookie: circle.member.caller.cookie ?? '' } });
    expect(file.body).toContain(`Siehe, … und [dort](/tipp/${open.slug}).`);
    expect(file.body).not.toContain(secret.slug);
    // Whoever goes on from the words keeps the link for those who can follow it.
    expect((await server.data<{ handbook: object }>(circle.moderator.caller, `query ($id: ID!) { handbook(id: $id) { ${texts} } }`, { id: book.id })).handbook).toMatchObject({
      ...shown, intro, chapters: [{ ...shown, intro }],
    });
  });

  it('gets no second entry from the same answer sent twice, and none from a refused one', async () => {
    const book = aBook();
    await save(circle.moderator, book);
    await save(circle.moderator, book);
    await save(circle.moderator, { ...book, title: 'Neu', baseVersion: 1 });
    await save(circle.moderator, { ...book, title: 'Neu', baseVersion: 1 });
    expect(await refusal(second.caller, SAVE, { ...book, title: 'Zu spät', baseVersion: 1 })).toMatchObject({ reason: 'handbook.stale' });
    expect((await revisionsOf(circle.moderator.caller, book.id)).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('brings an earlier state back as the newest, and loses neither', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author, title: 'Eins' });
    const book = aBook({ chapters: [{ title: 'Alt', intro: '', tipIds: [tip.id] }] });
    await save(circle.moderator, book);
    await save(circle.moderator, { ...book, title: 'Zerschossen', chapters: [], baseVersion: 1 });
    const [newest, oldest] = await revisionsOf(circle.moderator.caller, book.id);
    expect(await server.data(circle.member.caller, REVISION, { id: oldest?.id })).toEqual({
      handbookRevision: { number: 1, title: 'Das erste Jahr', introHtml: '<p>Für <strong>Neue</strong>.</p>', chapters: [{ title: 'Alt', entries: [{ tip: { title: 'Eins' } }] }] },
    });
    expect(await refusal(circle.member.caller, RESTORE, { revisionId: oldest?.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await server.data(second.caller, RESTORE, { input: { revisionId: oldest?.id } })).toEqual({
      restoreHandbookRevision: { version: 3, title: 'Das erste Jahr', chapters: [{ title: 'Alt', entries: [{ tip: { title: 'Eins' } }] }] },
    });
    expect(await server.data(circle.member.caller, HISTORY, { id: book.id })).toMatchObject({
      handbook: { revisions: { nodes: [{ number: 3, restoredFrom: 1, author: { name: 'Zoe Zweit' } }, { number: 2, title: 'Zerschossen' }, { number: 1 }] } },
    });
    // Who had the older state open is told, as with any other change.
    expect(await refusal(circle.moderator.caller, SAVE, { ...book, title: 'Von früher', baseVersion: newest?.number })).toMatchObject({ reason: 'handbook.stale' });
  });

  it('shows nobody a tip they may not see, and nobody outside anything at all', async () => {
    const inner = await aSpace(server, { members: [[circle.moderator, 'member']] });
    const closed = await aTip(server, { in: inner, by: circle.moderator, title: 'Verschlossen' });
    const book = aBook({ chapters: [{ title: 'Kapitel', intro: '', tipIds: [closed.id] }] });
    await save(circle.moderator, book);
    const [revision] = await revisionsOf(circle.moderator.caller, book.id);
    expect(await server.data(circle.member.caller, REVISION, { id: revision?.id })).toMatchObject({ handbookRevision: { chapters: [{ entries: [] }] } });
    const former = await anAccount(server);
    await join(server, circle.space, former, 'author');
    await leave(server, circle.space, former);
    for (const caller of [circle.stranger.caller, former.caller, null]) {
      expect(await server.refusal(caller, REVISION, { id: revision?.id })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
      expect(await server.refusal(caller, REVISION, { id: uuidv7() })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    }
    expect(await refusal(circle.stranger.caller, RESTORE, { revisionId: revision?.id })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
  });

  it('is for members: a guest reads a handbook of a public space without names and history', async () => {
    const open = await aSpace(server, { visibility: 'public', members: [[circle.moderator, 'moderator']] });
    const book = aBook({ spaceId: open.id });
    await save(circle.moderator, book);
    expect(await server.data(null, HISTORY, { id: book.id })).toMatchObject({ handbook: { title: 'Das erste Jahr', changedBy: null, revisions: { nodes: [] } } });
    const [revision] = await revisionsOf(circle.moderator.caller, book.id);
    expect(await server.refusal(null, REVISION, { id: revision?.id })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a deleted handbook', () => {
  it('is gone for everybody, and comes back with its history by the hand of a moderator', async () => {
    const book = aBook({ title: 'Weg und wieder da' });
    await save(circle.moderator, book);
    await save(circle.moderator, { ...book, intro: 'Neu', baseVersion: 1 });
    const [revision] = await revisionsOf(circle.moderator.caller, book.id);
    await server.data(circle.moderator.caller, DELETE, { input: { handbookId: book.id } });
    for (const caller of [circle.moderator.caller, circle.member.caller]) {
      expect(await server.refusal(caller, HISTORY, { id: book.id })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await server.refusal(caller, REVISION, { id: revision?.id })).toMatchObject({ code: 'NOT_FOUND' });
      const { handbooks } = await server.data<{ handbooks: readonly { title: string }[] }>(caller, 'query ($space: String) { handbooks(space: $space) { title } }', { space: circle.space.slug });
      expect(handbooks.map(({ title }) => title)).not.toContain('Weg und wieder da');
    }
    expect(await refusal(circle.moderator.caller, SAVE, { ...book, title: 'Noch offen', baseVersion: 2 })).toMatchObject({ code: 'NOT_FOUND' });
    for (const caller of [circle.member.caller, circle.stranger.caller, null]) {
      expect(await server.data(caller, DELETED, { space: circle.space.slug })).toEqual({ deletedHandbooks: [] });
    }
    // As with an unknown one: that it was deleted is told to nobody who cannot bring it back.
    const unknown = await refusal(circle.member.caller, UNDELETE, { handbookId: uuidv7() });
    expect(unknown).toMatchObject({ code: 'NOT_FOUND' });
    for (const caller of [circle.member.caller, circle.stranger.caller]) expect(await refusal(caller, UNDELETE, { handbookId: book.id })).toEqual(unknown);
    expect(await server.data(second.caller, DELETED, { space: circle.space.slug })).toEqual({ deletedHandbooks: [{ id: book.id, title: 'Weg und wieder da' }] });
    expect(await server.data(second.caller, UNDELETE, { input: { handbookId: book.id } })).toEqual({
      undeleteHandbook: { title: 'Weg und wieder da', version: 2, revisions: { nodes: [{ number: 2 }, { number: 1 }] } },
    });
  });

  it('comes back once where two moderators bring it back at one moment', async () => {
    const book = aBook({ title: 'Zweimal geholt' });
    await save(circle.moderator, book);
    await server.data(circle.moderator.caller, DELETE, { input: { handbookId: book.id } });
    await Promise.all([circle.moderator, second].map(({ caller }) => server.graphql(caller, UNDELETE, { input: { handbookId: book.id } })));
    expect(await revisionsOf(circle.member.caller, book.id)).toHaveLength(1);
    const acts = await server.db.query<{ act: string }>(`select act from audit_entry where subject_id = $1 order by id`, [book.id]);
    expect(acts.map(({ act }) => act)).toEqual(['tips.handbookDeleted', 'tips.handbookRestored']);
  });
});
