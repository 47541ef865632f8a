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
import { TipsSchedule } from '../tips.schedule.js';
import { aCircle, aTip, type TestCircle } from '../tips.testing.js';

let server: TestServer;
let circle: TestCircle;

const SAVE = 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id slug state title workingCopy { version title body baseRevisionNumber isStale authors { accountId } } } }';
const PUBLISH = 'mutation ($input: PublishTipInput!) { publishTip(input: $input) { state title revisionNumber body workingCopy { version } } }';
const READ = `query ($slug: String!) { tip(slug: $slug) { title body html revisionNumber otherWriter { name }
  workingCopy { version body savedBy { name } changes { body { kind text } } } keptDrafts { body savedBy { name } } } }`;
const DISCARD = 'mutation ($input: DiscardDraftInput!) { discardDraft(input: $input) { id } }';

interface Saved {
  readonly saveDraft: { readonly state: string; readonly workingCopy: { readonly version: number; readonly body: string; readonly isStale: boolean } };
}
const save = async (caller: Caller, input: object): Promise<Saved['saveDraft']> => (await server.data<Saved>(caller, SAVE, { input })).saveDraft;
interface Page {
  readonly tip: {
    readonly body: string;
    readonly otherWriter: { readonly name: string } | null;
    readonly workingCopy: { readonly version: number; readonly body: string; readonly changes: { readonly body: readonly { kind: string; text: string }[] } } | null;
    readonly keptDrafts: readonly { readonly body: string; readonly savedBy: { readonly name: string } }[];
  };
}
const read = async (caller: Caller, slug: string): Promise<Page['tip']> => (await server.data<Page>(caller, READ, { slug })).tip;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
  circle = await aCircle(server);
}, 60_000);

afterAll(async () => server.stop());

describe('a new draft', () => {
  it('is kept with every saving and found again on another device', async () => {
    const id = uuidv7();
    const first = await save(circle.author.caller, { id, spaceId: circle.space.id, title: 'Ein', body: 'An' });
    expect(first).toMatchObject({ state: 'draft', workingCopy: { version: 1 } });
    const second = await save(circle.author.caller, { id, title: 'Ein Anfang', body: 'Anfang', baseVersion: 1 });
    expect(second.workingCopy).toMatchObject({ version: 2, body: 'Anfang' });
    const { myTipDrafts } = await server.data<{ myTipDrafts: { nodes: readonly object[] } }>(circle.author.caller, '{ myTipDrafts { nodes { tipId title body tip { slug state } } } }');
    expect(myTipDrafts.nodes[0]).toEqual({ tipId: id, title: 'Ein Anfang', body: 'Anfang', tip: { slug: id, state: 'draft' } });
  });

  it('may be sent twice', async () => {
    const input = { id: uuidv7(), spaceId: circle.space.id, title: 'Doppelt', body: 'Text' };
    const answers = await Promise.all([save(circle.author.caller, input), save(circle.author.caller, input), save(circle.author.caller, input)]);
    expect(answers.map((answer) => answer.workingCopy.version)).toEqual([1, 1, 1]);
  });

  it('is its authors\' alone: neither members nor moderators see it', async () => {
    const draft = await aTip(server, { in: circle.space, by: circle.author, coAuthors: [circle.colleague], state: 'draft', body: 'Geheimes' });
    expect((await read(circle.colleague.caller, draft.id)).workingCopy?.body).toBe('Geheimes');
    for (const caller of [circle.moderator.caller, circle.member.caller, circle.stranger.caller, null]) {
      expect(await server.refusal(caller, READ, { slug: draft.id })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    }
  });

  it('can begin only where one may write, and move only where one may write', async () => {
    const input = { id: uuidv7(), title: 'Fremd', body: 'Text' };
    expect(await server.refusal(circle.stranger.caller, SAVE, { input: { ...input, spaceId: circle.space.id } })).toMatchObject({ code: 'NOT_FOUND' });
    const programme = await aSpace(server, { visibility: 'programme' });
    expect(await server.refusal(circle.stranger.caller, SAVE, { input: { ...input, spaceId: programme.id } })).toEqual({ code: 'FORBIDDEN', reason: 'tip.mayNotWrite' });
    const own = await aSpace(server, { members: [[circle.author, 'member']] });
    const draft = await aTip(server, { in: circle.space, by: circle.author, coAuthors: [circle.colleague], state: 'draft' });
    expect(await server.refusal(circle.author.caller, SAVE, { input: { id: draft.id, spaceId: own.id, baseVersion: 1 } })).toMatchObject({ field: 'coAuthorIds', reason: 'tip.notAMember' });
    await save(circle.author.caller, { id: draft.id, spaceId: own.id, coAuthorIds: [], baseVersion: 1 });
    expect(await server.refusal(circle.colleague.caller, READ, { slug: draft.id })).toMatchObject({ code: 'NOT_FOUND' });
    const released = await aTip(server, { in: circle.space, by: circle.author });
    expect(await server.refusal(circle.author.caller, SAVE, { input: { id: released.id, spaceId: own.id, body: 'x', baseRevision: 1 } })).toMatchObject({ reason: 'tip.cannotMove' });
  });

  it('members without the right to release write too, and keep writing after they left', async () => {
    const { space, member } = await aCircle(server);
    const id = uuidv7();
    await save(member.caller, { id, spaceId: space.id, title: 'Vom Mitglied', body: 'eins' });
    await leave(server, space, member);
    expect((await save(member.caller, { id, body: 'zwei', baseVersion: 1 })).workingCopy.body).toBe('zwei');
    expect(await server.refusal(member.caller, PUBLISH, { input: { id, baseVersion: 2 } })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('vanishes only by its owner\'s hand', async () => {
    const draft = await aTip(server, { in: circle.space, by: circle.author, coAuthors: [circle.colleague], state: 'draft' });
    expect(await server.refusal(circle.colleague.caller, DISCARD, { input: { tipId: draft.id } })).toEqual({ code: 'FORBIDDEN', reason: 'tip.onlyOwnerDiscards' });
    expect(await server.data(circle.author.caller, DISCARD, { input: { tipId: draft.id } })).toEqual({ discardDraft: null });
    expect(await server.refusal(circle.author.caller, READ, { slug: draft.id })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an edit of a released tip', () => {
  it('lies beside the released text until it is released, and shows what would change', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author, coAuthors: [circle.colleague], body: 'Ein alter Satz.' });
    await save(circle.author.caller, { id: tip.id, body: 'Ein neuer Satz.', baseRevision: 1 });
    const reader = await read(circle.member.caller, tip.slug);
    expect(reader).toMatchObject({ body: 'Ein alter Satz.', workingCopy: null, otherWriter: null });
    const colleague = await read(circle.colleague.caller, tip.slug);
    expect(colleague.otherWriter).toEqual({ name: 'Anna Autorin' });
    expect(colleague.workingCopy?.changes.body).toEqual([
      { kind: 'same', text: 'Ein ' }, { kind: 'removed', text: 'alter' }, { kind: 'added', text: 'neuer' }, { kind: 'same', text: ' Satz.' },
    ]);
    server.clock.forward(6 * 60_000);
    expect((await read(circle.colleague.caller, tip.slug)).otherWriter).toBeNull();
    const released = await server.data(circle.author.caller, PUBLISH, { input: { id: tip.id, baseVersion: 1 } });
    expect(released).toEqual({ publishTip: { state: 'published', title: tip.title, revisionNumber: 2, body: 'Ein neuer Satz.', workingCopy: null } });
  });

  it('of two at once the second is told, sees both, and nothing is lost', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author, coAuthors: [circle.colleague], body: 'Anfang' });
    await save(circle.author.caller, { id: tip.id, body: 'Annas Worte', baseRevision: 1 });
    const answer = await server.graphql(circle.colleague.caller, SAVE, { input: { id: tip.id, body: 'Karls Worte', baseRevision: 1 } });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'tip.stale', params: { version: 1, revisionNumber: 1, savedById: circle.author.id } });
    expect((await read(circle.colleague.caller, tip.slug)).workingCopy).toMatchObject({ version: 1, body: 'Annas Worte', savedBy: { name: 'Anna Autorin' } });
    await save(circle.colleague.caller, { id: tip.id, body: 'Annas und Karls Worte', baseVersion: 1 });
    const after = await read(circle.author.caller, tip.slug);
    expect(after.workingCopy).toMatchObject({ version: 2, body: 'Annas und Karls Worte' });
    expect(after.keptDrafts).toEqual([{ body: 'Annas Worte', savedBy: { name: 'Anna Autorin' } }]);
  });

  it('twenty savings on one version end in one', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    await save(circle.author.caller, { id: tip.id, body: 'null', baseRevision: 1 });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => server.graphql(circle.author.caller, SAVE, { input: { id: tip.id, body: `Text ${index}`, baseVersion: 1 } })));
    expect(answers.filter((answer) => answer.errors === undefined)).toHaveLength(1);
    expect(new Set(answers.flatMap((answer) => answer.errors ?? []).map((error) => error.extensions.reason))).toEqual(new Set(['tip.stale']));
  });

  it('does not overwrite what was released in the meantime', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author, coAuthors: [circle.colleague], body: 'Anfang' });
    await server.data(circle.colleague.caller, PUBLISH, { input: { id: tip.id, body: 'Karls Fassung', baseRevision: 1 } });
    expect(await server.refusal(circle.author.caller, SAVE, { input: { id: tip.id, body: 'Annas Fassung', baseRevision: 1 } })).toMatchObject({ code: 'CONFLICT' });
    expect(await server.refusal(circle.author.caller, PUBLISH, { input: { id: tip.id, body: 'Annas Fassung', baseRevision: 1 } })).toMatchObject({ code: 'CONFLICT' });
    expect(await server.refusal(circle.author.caller, PUBLISH, { input: { id: tip.id, body: 'Annas Fassung' } })).toMatchObject({ code: 'CONFLICT' });
    expect(await server.refusal(circle.author.caller, SAVE, { input: { id: tip.id, body: 'Annas Fassung', baseVersion: 7 } })).toMatchObject({ code: 'CONFLICT' });
  });

  it('is discarded without a trace for readers, and kept for ninety days for its writers', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    await save(circle.author.caller, { id: tip.id, body: 'Verworfen', baseRevision: 1 });
    expect(await server.data(circle.author.caller, DISCARD, { input: { tipId: tip.id } })).toEqual({ discardDraft: { id: tip.id } });
    expect(await read(circle.author.caller, tip.slug)).toMatchObject({ workingCopy: null, keptDrafts: [{ body: 'Verworfen' }] });
    expect((await read(circle.member.caller, tip.slug)).keptDrafts).toEqual([]);
    server.clock.forward(91 * 86_400_000);
    await server.app.get(TipsSchedule, { strict: false }).tidy();
    expect((await read(circle.author.caller, tip.slug)).keptDrafts).toEqual([]);
  });

  it('is refused to members who neither wrote nor moderate, and absent for strangers', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    const input = { id: tip.id, body: 'Fremde Worte', baseRevision: 1 };
    expect(await server.refusal(circle.member.caller, SAVE, { input })).toEqual({ code: 'FORBIDDEN', reason: 'tip.mayNotEdit' });
    expect(await server.refusal(circle.stranger.caller, SAVE, { input })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    await save(circle.moderator.caller, input);
  });
});

describe('texts', () => {
  it('come back as they were typed, whatever signs they hold', async () => {
    const id = uuidv7();
    const body = '𝒜 ‮rechts ￼ \u0007 ﷽ Zalgo̶̡ 👩‍👩‍👧 Ω≈ç√ <script>alert(1)</script> \' OR 1=1 -- $$ \\u0000 %00 ../../etc/passwd\n\n\ttab';
    await save(circle.author.caller, { id, spaceId: circle.space.id, title: "'); drop table tip; --", body: `${body}\u0000` });
    const page = await read(circle.author.caller, id);
    expect(page.workingCopy?.body).toBe(body.replace('\u0007', '').normalize('NFC'));
    expect(page).toMatchObject({ title: "'); drop table tip; --" });
    expect((page as unknown as { html: string }).html).not.toContain('<script');
  });
});

describe('who can see what lies beside a released tip', () => {
  it('is counted: the text being written for its authors and the moderators, the history for members of the programme', async () => {
    const open = await aCircle(server, { visibility: 'public' });
    const tip = await aTip(server, { in: open.space, by: open.author, coAuthors: [open.colleague] });
    const AUDIENCES = 'query ($slug: String!) { tip(slug: $slug) { audience { kind } workingCopyAudience { kind count } historyAudience { kind count } workingCopy { version } revisions { nodes { number } } } }';
    await save(open.author.caller, { id: tip.id, title: 'Neu', body: 'Neuer Text', baseRevision: 1 });
    const [{ members } = { members: 0 }] = await server.db.query<{ members: number }>(
      `select count(*)::int as members from account where standing = 'approved' and deleted_at is null and (suspended_until is null or suspended_until <= now())`);
    const seen = async (caller: Caller | null) =>
      (await server.data<{ tip: { workingCopy: object | null; revisions: { nodes: object[] }; workingCopyAudience: object | null; historyAudience: object | null } }>(caller, AUDIENCES, { slug: tip.slug })).tip;
    expect(await seen(open.moderator.caller)).toMatchObject({
      audience: { kind: 'everyone' }, workingCopyAudience: { kind: 'reviewers', count: 3 }, historyAudience: { kind: 'programme', count: members }, workingCopy: { version: 1 },
    });
    // As many as really see it; nobody else is told how many.
    const circle = [open.author, open.colleague, open.moderator, open.member, open.stranger];
    const answers = await Promise.all(circle.map(async ({ caller }) => seen(caller)));
    expect(answers.map((answer) => [answer.workingCopy !== null, answer.workingCopyAudience !== null, answer.revisions.nodes.length])).toEqual([
      [true, true, 1], [true, true, 1], [true, true, 1], [false, false, 1], [false, false, 1],
    ]);
    expect(await seen(null)).toMatchObject({ workingCopyAudience: null, historyAudience: null, revisions: { nodes: [] } });
  });
});
