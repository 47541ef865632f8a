import { accountsDomain } from '#accounts/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { anAccount } from '../../../accounts/server/accounts.testing.js';
import { spacesDomain } from '../index.js';
import { aSpace } from '../spaces.testing.js';

describe('space', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(() => server.stop());

  const SPACE = `query ($slug: String!) { space(slug: $slug) {
    id slug name description visibility gates archivedAt myRole viewerCanRead viewerCanPublishTips viewerCanChange
    children { slug } parent { slug } moderators { name } memberCount questions } }`;
  const CREATE = `mutation ($input: CreateSpaceInput!) { createSpace(input: $input) { id slug name visibility gates } }`;
  const UPDATE = `mutation ($input: UpdateSpaceInput!) { updateSpace(input: $input) { slug name } }`;
  const VISIBILITY = `mutation ($input: ChangeSpaceVisibilityInput!) { changeSpaceVisibility(input: $input) { visibility gates } }`;

  const words = (spaceId: string, more: object = {}) => ({
    input: { spaceId, name: 'Wärmeplanung', description: '', colour: 'lake', emblem: 'leaf', baseVersion: 1, ...more },
  });
  const wish = (moderator: { id: string }, more: object = {}) => ({
    input: { id: uuidv7(), name: 'Größere Städte', description: 'Für Städte.', visibility: 'closed', gates: ['request'], moderatorIds: [moderator.id], ...more },
  });
  const load = async (caller: Parameters<TestServer['data']>[0], slug: string) =>
    (await server.data<{ space: Record<string, unknown> }>(caller, SPACE, { slug })).space;

  it('shows a guest public spaces only, and answers for the others as for none', async () => {
    const open = await aSpace(server, { visibility: 'public', name: 'praxis offen' });
    const closed = await aSpace(server, { visibility: 'closed' });
    expect(await load(null, open.slug)).toMatchObject({ name: 'praxis offen', viewerCanRead: true, moderators: [], memberCount: null });
    const unknown = await server.graphql(null, SPACE, { slug: 'gibt-es-nicht' });
    expect(await server.graphql(null, SPACE, { slug: closed.slug })).toEqual(unknown);
    expect(unknown.errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.graphql(null, SPACE, { slug: 'gibt-es-nicht\u0000' })).toEqual(unknown);
  });

  it('tells a member of the programme about a closed space: what for, who looks after it, nothing about its members', async () => {
    const mia = await anAccount(server);
    const mod = await anAccount(server, { name: 'Maja Moder' });
    const closed = await aSpace(server, { visibility: 'closed', gates: ['request'], questions: ['Woher?'], members: [[mod, 'moderator']] });
    expect(await load(mia.caller, closed.slug)).toMatchObject({
      viewerCanRead: false, myRole: null, viewerCanPublishTips: false, moderators: [{ name: 'Maja Moder' }], memberCount: null, questions: ['Woher?'],
    });
  });

  it('is made by coordinators with its moderators, once however often it is sent', async () => {
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const mod = await anAccount(server);
    const wished = wish(mod);
    const { createSpace } = await server.data<{ createSpace: { slug: string } }>(coordinator.caller, CREATE, wished);
    expect(createSpace.slug).toBe('groessere-staedte');
    expect(await server.data(coordinator.caller, CREATE, wished)).toEqual({ createSpace });
    expect(await load(mod.caller, 'groessere-staedte')).toMatchObject({ myRole: 'moderator', viewerCanChange: true });
    // The coordinator who made it is no member of it.
    expect(await load(coordinator.caller, 'groessere-staedte')).toMatchObject({ myRole: null, viewerCanRead: false });
    const second = await server.data<{ createSpace: { slug: string } }>(coordinator.caller, CREATE, wish(mod));
    expect(second.createSpace.slug).toBe('groessere-staedte-2');
    expect(await server.refusal(coordinator.caller, CREATE, wish(mod, { slug: 'Größere Städte' }))).toMatchObject({ field: 'slug', reason: 'space.slugTaken' });
    expect(await server.refusal(coordinator.caller, CREATE, wish(mod, { moderatorIds: [] }))).toMatchObject({ field: 'moderatorIds', reason: 'required' });
    expect(await server.refusal(coordinator.caller, CREATE, wish(mod, { moderatorIds: [uuidv7()] }))).toMatchObject({ field: 'moderatorIds' });
    expect(await server.refusal(coordinator.caller, CREATE, wish(mod, { visibility: 'hidden' }))).toMatchObject({ field: 'gates', reason: 'space.hiddenByInvitationOnly' });
    expect(await server.refusal(mod.caller, CREATE, wish(mod))).toEqual({ code: 'FORBIDDEN', reason: 'forbidden' });
    expect(await server.refusal(null, CREATE, wish(mod))).toEqual({ code: 'FORBIDDEN', reason: 'forbidden' });
  });

  it('gives hidden spaces an address that nobody meets by trying', async () => {
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const mod = await anAccount(server);
    const hidden = wish(mod, { name: 'Kreis', visibility: 'hidden', gates: ['invitation'] });
    const { createSpace } = await server.data<{ createSpace: { slug: string } }>(coordinator.caller, CREATE, hidden);
    expect(createSpace.slug).toMatch(/^kreis-[a-z0-9]{6}$/);
    const own = await aSpace(server, { members: [[mod, 'moderator']] });
    expect(await server.data(mod.caller, UPDATE, words(own.id, { slug: 'kreis' }))).toMatchObject({ updateSpace: { slug: 'kreis' } });
  });

  it('keeps former addresses leading to it for ever, and from anybody else', async () => {
    const mod = await anAccount(server);
    const space = await aSpace(server, { slug: 'alter-name', visibility: 'programme', members: [[mod, 'moderator']] });
    const other = await aSpace(server, { members: [[mod, 'moderator']] });
    await server.data(mod.caller, UPDATE, words(space.id, { slug: 'neuer-name' }));
    expect(await load(mod.caller, 'alter-name')).toMatchObject({ id: space.id, slug: 'neuer-name', name: 'Wärmeplanung' });
    expect(await server.refusal(mod.caller, UPDATE, words(other.id, { slug: 'alter-name' }))).toMatchObject({ reason: 'space.slugTaken' });
    await server.data(mod.caller, UPDATE, words(space.id, { slug: 'alter-name', baseVersion: 2 }));
    expect(await load(mod.caller, 'neuer-name')).toMatchObject({ id: space.id, slug: 'alter-name' });
  });

  it('asks before more people see it, with the number they will be', async () => {
    const mod = await anAccount(server);
    const space = await aSpace(server, { visibility: 'closed', gates: ['open'], members: [[mod, 'moderator']] });
    const change = `query ($input: SpaceAudienceChangeInput!) { spaceAudienceChange(input: $input) { gains losses isWider opensToEveryone confirmation after { kind count } } }`;
    const input = { spaceId: space.id, visibility: 'programme' };
    const { spaceAudienceChange } = await server.data<{ spaceAudienceChange: { gains: number; confirmation: number; isWider: boolean } }>(mod.caller, change, { input });
    expect(spaceAudienceChange).toMatchObject({ isWider: true, gains: spaceAudienceChange.confirmation - 1, after: { kind: 'programme' } });
    const wished = { ...input, baseVersion: 1 };
    const refused = await server.graphql(mod.caller, VISIBILITY, { input: wished });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'space.confirmAudience', params: { count: spaceAudienceChange.confirmation } });
    // Somebody joins the programme between question and answer: the number was not agreed to.
    await anAccount(server);
    expect(await server.refusal(mod.caller, VISIBILITY, { input: { ...wished, confirmAudience: spaceAudienceChange.confirmation } })).toMatchObject({ code: 'CONFLICT' });
    await server.data(mod.caller, VISIBILITY, { input: { ...wished, confirmAudience: spaceAudienceChange.confirmation + 1 } });
    expect(await server.data(mod.caller, VISIBILITY, { input: { spaceId: space.id, visibility: 'hidden', baseVersion: 2 } })).toEqual({
      changeSpaceVisibility: { visibility: 'hidden', gates: ['invitation'] },
    });
  });

  it('asks before a hidden space is listed, though nobody reads it who did not before', async () => {
    const mod = await anAccount(server);
    const space = await aSpace(server, { visibility: 'hidden', members: [[mod, 'moderator']] });
    const change = `query ($input: SpaceAudienceChangeInput!) { spaceAudienceChange(input: $input) { gains isWider becomesKnown confirmation entrants { isWider } } }`;
    const input = { spaceId: space.id, visibility: 'closed' };
    expect(await server.data(mod.caller, change, { input })).toEqual({
      spaceAudienceChange: { gains: 0, isWider: true, becomesKnown: true, confirmation: 1, entrants: { isWider: false } },
    });
    expect(await server.refusal(mod.caller, VISIBILITY, { input: { ...input, baseVersion: 1 } })).toEqual({ code: 'CONFLICT', reason: 'space.confirmAudience' });
    await server.data(mod.caller, VISIBILITY, { input: { ...input, baseVersion: 1, confirmAudience: 1 } });
  });

  it('is only read once it is archived, until it is reopened', async () => {
    const mod = await anAccount(server);
    const mia = await anAccount(server);
    const space = await aSpace(server, { visibility: 'programme', gates: ['open'], publishers: 'members', members: [[mod, 'moderator']] });
    const id = { input: { spaceId: space.id } };
    expect(await load(mod.caller, space.slug)).toMatchObject({ viewerCanPublishTips: true });
    await server.data(mod.caller, `mutation ($input: SpaceIdInput!) { archiveSpace(input: $input) { archivedAt } }`, id);
    expect(await load(mod.caller, space.slug)).toMatchObject({ viewerCanChange: false, viewerCanPublishTips: false, viewerCanRead: true });
    expect(await server.refusal(mod.caller, UPDATE, words(space.id))).toEqual({ code: 'FORBIDDEN', reason: 'space.archived' });
    expect(await server.refusal(mia.caller, `mutation ($input: SpaceIdInput!) { joinSpace(input: $input) { id } }`, id)).toEqual({ code: 'FORBIDDEN', reason: 'space.archived' });
    const REOPEN = 'mutation ($input: ReopenSpaceInput!) { reopenSpace(input: $input) { archivedAt } }';
    const { spaceGatesChange } = await server.data<{ spaceGatesChange: { isWider: boolean; confirmation: number } }>(
      mod.caller, 'query ($input: SpaceGatesChangeInput!) { spaceGatesChange(input: $input) { isWider confirmation } }', { input: { spaceId: space.id, gates: ['open'] } });
    expect(spaceGatesChange.isWider).toBe(true);
    const refused = { code: 'CONFLICT', reason: 'space.confirmEntrants' };
    expect(await server.refusal(mod.caller, REOPEN, id)).toEqual(refused);
    expect(await server.refusal(mod.caller, REOPEN, { input: { ...id.input, confirmEntrants: spaceGatesChange.confirmation + 1 } })).toEqual(refused);
    expect(await load(mod.caller, space.slug)).toMatchObject({ viewerCanChange: false });
    await server.data(mod.caller, REOPEN, { input: { ...id.input, confirmEntrants: spaceGatesChange.confirmation } });
    expect(await load(mod.caller, space.slug)).toMatchObject({ viewerCanChange: true });
  });

  it('lists sub-spaces under their parent, each by its own access', async () => {
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const mia = await anAccount(server);
    const parent = await aSpace(server, { visibility: 'programme' });
    const north = await aSpace(server, { parent, visibility: 'closed', name: 'Nord' });
    const inner = await aSpace(server, { parent, visibility: 'hidden', name: 'Intern' });
    expect(await load(mia.caller, parent.slug)).toMatchObject({ children: [{ slug: north.slug }] });
    const secretParent = await aSpace(server, { visibility: 'hidden' });
    const known = await aSpace(server, { parent: secretParent, visibility: 'programme' });
    expect(await load(mia.caller, known.slug)).toMatchObject({ parent: null });
    expect(await server.refusal(coordinator.caller, CREATE, wish(mia, { parentId: north.id }))).toMatchObject({ field: 'parentId', reason: 'space.oneLevelOnly' });
    expect(await server.refusal(coordinator.caller, CREATE, wish(mia, { parentId: uuidv7() }))).toMatchObject({ field: 'parentId', reason: 'notFound' });
    expect(inner.name).toBe('Intern');
  });

  it('lets publish whom the space has set', async () => {
    const mentor = await anAccount(server, { programmeRoles: ['mentor'] });
    const mentee = await anAccount(server, { programmeRoles: ['mentee'] });
    const author = await anAccount(server);
    const rows = [
      ['authors', [false, false, true]],
      ['mentors', [true, false, true]],
      ['members', [true, true, true]],
    ] as const;
    for (const [publishers, expected] of rows) {
      const space = await aSpace(server, { publishers, members: [[mentor, 'member'], [mentee, 'member'], [author, 'author']] });
      const answers = await Promise.all([mentor, mentee, author].map(async ({ caller }) => (await load(caller, space.slug))['viewerCanPublishTips']));
      expect([publishers, answers]).toEqual([publishers, expected]);
    }
  });

  it('lists every space with a number of statements that does not grow', async () => {
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const list = `{ spaces { slug myRole parent { slug } children { slug } moderators { name } memberCount audience { count } myInvitation myJoinRequest { state } myEntry { endsAt } } }`;
    const statements = async (): Promise<number> => {
      let count = 0;
      const spy = jest.spyOn(server.db, 'query').mockImplementation(async function (this: typeof server.db, sql: string, parameters: readonly unknown[] = []) {
        count += 1;
        return this.manager.query(sql, [...parameters]);
      } as typeof server.db.query);
      await server.data(coordinator.caller, list);
      spy.mockRestore();
      return count;
    };
    const before = await statements();
    for (let number = 0; number < 10; number += 1) await aSpace(server, { visibility: 'programme' });
    expect(await statements()).toBe(before);
  });
});
