import { accountsDomain } from '#accounts/server';
import { bookmarksDomain } from '#bookmarks/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { tipsDomain } from '#tips/server';
import { topicsDomain } from '#topics/server';
import { aTip } from '../../../tips/server/tips.testing.js';
import { moderationDomain } from '../index.js';
import { aModeratedCircle, type ModeratedCircle } from '../moderation.testing.js';

let server: TestServer;
let circle: ModeratedCircle;

const REPORT = 'mutation ($input: ReportItemInput!) { reportItem(input: $input) { id isRepeated } }';
const GUEST = 'mutation ($input: ReportAsGuestInput!) { reportAsGuest(input: $input) { id isRepeated } }';
const CASES = '{ moderationCases { totalCount nodes { itemKind reportCount item { id title html isShown } author { name } reports { reason words isGuest guestName reporter { name } } viewerDecisions } } moderationWaitingCount }';

interface Cases {
  readonly moderationCases: { readonly totalCount: number; readonly nodes: readonly Readonly<Record<string, unknown>>[] };
  readonly moderationWaitingCount: number;
}

const report = (caller: Caller | null, itemId: string, more: object = {}) => server.graphql<{ reportItem: { id: string; isRepeated: boolean } }>(caller, REPORT, { input: { kind: 'tip', itemId, reason: 'insult', ...more } });
const refusalOf = async (answer: Promise<{ errors?: readonly { extensions: { code: string; reason: string; field?: string } }[] }>) => {
  const { code, reason, field } = (await answer).errors?.[0]?.extensions ?? { code: 'none', reason: 'none' };
  return field === undefined ? { code, reason } : { code, reason, field };
};
const casesOf = (caller: Caller) => server.data<Cases>(caller, CASES);

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, topicsDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
  circle = await aModeratedCircle(server);
}, 60_000);
afterAll(async () => server.stop());

describe('a report', () => {
  it('comes before the moderators with all that is needed, and nobody else sees it', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author, title: 'Streitbar', body: 'Böse **Worte**' });
    expect((await report(circle.member.caller, tip.id, { words: 'Das verletzt.' })).data?.reportItem).toMatchObject({ isRepeated: false });
    expect(await casesOf(circle.moderator.caller)).toEqual({
      moderationCases: {
        totalCount: 1,
        nodes: [{
          itemKind: 'tip', reportCount: 1, item: { id: tip.id, title: 'Streitbar', html: '<p>Böse <strong>Worte</strong></p>', isShown: true }, author: { name: 'Anna Autorin' },
          reports: [{ reason: 'insult', words: 'Das verletzt.', isGuest: false, guestName: null, reporter: { name: 'Milo Mitglied' } }], viewerDecisions: ['keep', 'hide'],
        }],
      },
      moderationWaitingCount: 1,
    });
    for (const { caller } of [circle.author, circle.member, circle.stranger]) {
      expect(await casesOf(caller)).toEqual({ moderationCases: { totalCount: 0, nodes: [] }, moderationWaitingCount: 0 });
    }
    const counts = 'query ($slug: String!) { space(slug: $slug) { moderationQueueCount } }';
    expect(await server.data(circle.moderator.caller, counts, { slug: circle.space.slug })).toEqual({ space: { moderationQueueCount: 1 } });
    expect(await server.data(circle.member.caller, counts, { slug: circle.space.slug })).toEqual({ space: { moderationQueueCount: null } });
  });

  it('of several people is one case; twice by one person, also at once, is one report', async () => {
    const { space, author, member, stranger, moderator, second } = await aModeratedCircle(server, { visibility: 'programme' });
    const tip = await aTip(server, { in: space, by: author });
    const answers = await Promise.all([member, member, stranger, stranger, second].map(({ caller }) => report(caller, tip.id)));
    expect(answers.map(({ errors }) => errors)).toEqual(answers.map(() => undefined));
    expect(answers.filter(({ data }) => data?.reportItem.isRepeated === true)).toHaveLength(2);
    const { moderationCases } = await casesOf(moderator.caller);
    expect(moderationCases.nodes.map(({ reportCount }) => reportCount)).toEqual([3]);
  });

  it('calls its moderators once for a case, not who reported', async () => {
    const { space, author, member, moderator, second } = await aModeratedCircle(server);
    const tip = await aTip(server, { in: space, by: author });
    await report(member.caller, tip.id);
    await report(second.caller, tip.id);
    const told = await server.db.query<{ id: string; count: number }>(
      `select account_id as id, count(*)::int as count from notice where kind = 'moderation.waiting' and space_id = $1 group by account_id`, [space.id],
    );
    expect(new Map(told.map(({ id, count }) => [id, count]))).toEqual(new Map([[moderator.id, 1], [second.id, 1]]));
  });

  it('on what one does not see is answered as on what is not there', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    const draft = await aTip(server, { in: circle.space, by: circle.author, state: 'draft' });
    const hidden = await aTip(server, { in: circle.space, by: circle.author, state: 'hidden' });
    const unknown = { code: 'NOT_FOUND', reason: 'notFound' };
    expect(await refusalOf(report(circle.stranger.caller, tip.id))).toEqual(unknown);
    expect(await refusalOf(report(circle.stranger.caller, uuidv7()))).toEqual(unknown);
    expect(await refusalOf(report(circle.member.caller, draft.id))).toEqual(unknown);
    expect(await refusalOf(report(circle.moderator.caller, hidden.id))).toEqual(unknown);
    expect(await refusalOf(report(circle.member.caller, tip.id, { kind: 'gibt-es-nicht' }))).toEqual(unknown);
    expect(await refusalOf(report(null, tip.id))).toMatchObject({ code: 'UNAUTHENTICATED' });
    const about = 'query ($kind: String!, $id: ID!) { reportableItem(kind: $kind, id: $id) { title viewerCanReport } }';
    expect(await server.refusal(null, about, { kind: 'tip', id: tip.id })).toEqual(unknown);
    expect(await server.data(circle.member.caller, about, { kind: 'tip', id: tip.id })).toMatchObject({ reportableItem: { viewerCanReport: true } });
  });

  it('is refused on one’s own, and without words where the reason needs some', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    expect(await refusalOf(report(circle.author.caller, tip.id))).toEqual({ code: 'FORBIDDEN', reason: 'moderation.ownItem' });
    expect(await refusalOf(report(circle.member.caller, tip.id, { reason: 'other', words: ' ' }))).toEqual({ code: 'BAD_USER_INPUT', reason: 'required', field: 'words' });
  });
});

describe('a report of a guest', () => {
  const guestInput = (itemId: string, more: object = {}) => ({ input: { kind: 'tip', itemId, words: 'Das verstößt gegen das Gesetz.', name: 'Gerda Gast', address: 'gerda@example.org', isInGoodFaith: true, ...more } });
  let ip = 1;
  const from = (): Caller => {
    ip += 1;
    return { ip: `198.51.100.${ip}` };
  };

  it('on a public tip is answered by mail, without title and text, and the address stays with nobody', async () => {
    const { space, author, moderator } = await aModeratedCircle(server, { visibility: 'public' });
    const tip = await aTip(server, { in: space, by: author, title: 'Unverkennbarer Titel' });
    expect(await server.data(from(), GUEST, guestInput(tip.id))).toMatchObject({ reportAsGuest: { isRepeated: false } });
    // The same once more stays one, and tells nobody that the address was used before.
    expect(await server.data(from(), GUEST, guestInput(tip.id))).toMatchObject({ reportAsGuest: { isRepeated: false } });
    await server.drain();
    const mails = server.mailBox.mails.filter(({ to }) => to.address === 'gerda@example.org');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toMatch(/Ihre Meldung [0-9A-F]{8} ist eingegangen/);
    expect(JSON.stringify(mails)).not.toContain('Unverkennbarer');
    const cases = await casesOf(moderator.caller);
    expect(cases.moderationCases.nodes[0]).toMatchObject({ reportCount: 1, reports: [{ reason: 'illegal', isGuest: true, guestName: 'Gerda Gast', reporter: null }] });
    expect(JSON.stringify(cases)).not.toContain('gerda@');
  });

  it('is only for what everybody reads, also where the sender is a member', async () => {
    const tip = await aTip(server, { in: circle.space, by: circle.author });
    expect(await server.refusal(from(), GUEST, guestInput(tip.id))).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.refusal({ ...circle.member.caller, ...from() }, GUEST, guestInput(tip.id))).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
  });

  it('needs good faith and a true address, and is limited by network and by address', async () => {
    const { space, author } = await aModeratedCircle(server, { visibility: 'public' });
    const tips = await Promise.all(Array.from({ length: 6 }, () => aTip(server, { in: space, by: author })));
    const [first] = tips;
    expect(await server.refusal(from(), GUEST, guestInput(String(first?.id), { isInGoodFaith: false }))).toMatchObject({ field: 'isInGoodFaith', reason: 'required' });
    expect(await server.refusal(from(), GUEST, guestInput(String(first?.id), { address: 'keine' }))).toMatchObject({ field: 'address', reason: 'badAddress' });
    const one = from();
    const codes: string[] = [];
    for (const [at, tip] of tips.entries()) {
      const { errors } = await server.graphql(one, GUEST, guestInput(tip.id, { address: `g${at}@example.org` }));
      codes.push(errors?.[0]?.extensions.code ?? 'ok');
    }
    expect(codes).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'RATE_LIMITED']);
    const byAddress: string[] = [];
    for (const tip of tips.slice(0, 4)) byAddress.push((await server.graphql(from(), GUEST, guestInput(tip.id, { address: 'viel@example.org' }))).errors?.[0]?.extensions.code ?? 'ok');
    expect(byAddress).toEqual(['ok', 'ok', 'ok', 'RATE_LIMITED']);
  });
});
