import { accountsDomain } from '#accounts/server';
import { bookmarksDomain } from '#bookmarks/server';
import { moderationDomain } from '#moderation/server';
import { Following, notificationsDomain } from '#notifications/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { anAccount, type TestAccount } from '../../accounts/server/accounts.testing.js';
import { sendAtOnce, sendDigests } from '../../notifications/server/notifications.testing.js';
import { join } from '../../spaces/server/spaces.testing.js';
import { tipsDomain } from './index.js';
import { tipEvents } from './tips.outbox.js';
import { aCircle, aTip } from './tips.testing.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
}, 60_000);
afterAll(() => server.stop());

const linesOf = async (account: TestAccount): Promise<readonly string[]> =>
  (await server.data<{ notices: { nodes: { newest: { line: string } }[] } }>(account.caller, '{ notices { nodes { newest { line } } } }')).notices.nodes.map(({ newest }) => newest.line);

describe('notices about tips', () => {
  it('tell authors on the page what a reader noted, and fall silent when it is settled; the mail is one, with one click to end it', async () => {
    const { space, author, colleague } = await aCircle(server);
    const tip = await aTip(server, { in: space, by: author, title: 'Solardach planen' });
    const noteId = uuidv7();
    await server.db.query('insert into tip_note (id, tip_id, account_id, reason, created_at) values ($1, $2, $3, $4, now())', [noteId, tip.id, colleague.id, 'Alt']);
    await server.db.write({ accountId: null }, async (_tx, emit) => emit(tipEvents.noted({ tipId: tip.id, noteId })));
    await server.drain();
    await sendAtOnce(server);
    server.clock.forward(86_400_000);
    await sendDigests(server);
    await sendDigests(server);
    expect(await linesOf(author)).toEqual(['Zu „Solardach planen“ gibt es einen Hinweis, dass etwas veraltet ist']);
    expect(await linesOf(colleague)).toEqual([]);
    expect(server.mailBox.mails.filter(({ to }) => to.address === author.address)).toMatchObject([{ list: { id: 'own.notices', unsubscribeUrl: expect.stringContaining('/abmelden-von/') } }]);
    await server.db.query('update tip_note set resolved_at = now() where id = $1', [noteId]);
    expect(await linesOf(author)).toEqual([]);
  });

  it('tell who follows the space of a new tip, not its authors, not of later revisions, not who only could', async () => {
    const { space, author, colleague } = await aCircle(server);
    const [follower, stranger] = [await anAccount(server), await anAccount(server)];
    await join(server, space, follower);
    const tip = await aTip(server, { in: space, by: author, title: 'Solardach planen' });
    await server.db.write({ accountId: null }, async (tx, emit) => {
      for (const { id } of [author, follower, stranger]) await server.app.get(Following).set(tx, id, { kind: 'space', id: space.id }, 'all');
      for (const revision of [1, 2]) emit(tipEvents.published({ tipId: tip.id, spaceId: space.id, revision, isMinor: false }));
    });
    await server.drain();
    expect(await linesOf(follower)).toEqual([`${author.name} hat den Praxistipp „Solardach planen“ veröffentlicht`]);
    for (const account of [author, colleague, stranger]) expect(await linesOf(account)).toEqual([]);
    await server.db.write({ accountId: null }, async (_tx, emit) => emit(tipEvents.removed({ tipId: tip.id, spaceId: space.id })));
    await server.drain();
    expect(await server.db.query(`select 1 from notice where group_id = $1`, [tip.id])).toEqual([]);
  });
});
