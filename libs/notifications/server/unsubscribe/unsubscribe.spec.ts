import { accountsDomain } from '#accounts/server';
import { TestServer } from '#platform/server/testing';
import { spacesDomain } from '#spaces/server';
import { anAccount, type TestAccount } from '../../../accounts/server/accounts.testing.js';
import { notificationsDomain } from '../index.js';
import { sendAtOnce, TestThings } from '../notifications.testing.js';

let server: TestServer;
let things: TestThings;
let reader: TestAccount;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain]);
  things = new TestThings(server);
}, 60_000);
afterAll(() => server.stop());
beforeEach(async () => {
  reader = await anAccount(server);
});

/** The link of a new mail of this kind, as mail programs find it in its header. */
async function linkFor(account: TestAccount, category: 'mentions' | 'reminders' = 'mentions'): Promise<URL> {
  await things.tell(things.make({ in: null }), [account], { category });
  await sendAtOnce(server);
  const { list, notes } = server.mailBox.lastTo(account.address);
  if (list === undefined) throw new Error('a mail that cannot be switched off');
  expect(notes?.map(({ url }) => url)).toContain(list.unsubscribeUrl);
  return new URL(list.unsubscribeUrl);
}

const press = (path: string, payload = 'List-Unsubscribe=One-Click', type = 'application/x-www-form-urlencoded') =>
  server.app.inject({ method: 'POST', url: path, headers: { 'content-type': type }, payload });
const choicesOf = async (account: TestAccount): Promise<Readonly<Record<string, string>>> => {
  const { noticePreferences } = await server.data<{ noticePreferences: { categories: { category: string; mail: string }[] } }>(account.caller, '{ noticePreferences { categories { category mail } } }');
  return Object.fromEntries(noticePreferences.categories.map(({ category, mail }) => [category, mail]));
};
const DEFAULTS = { mentions: 'now', followed: 'daily', own: 'daily', moderation: 'now', spaces: 'now', reminders: 'now' };

describe('one click in a mail program', () => {
  it.each([
    ['a form', 'List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded'],
    ['a form in parts', '--grenze\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--grenze--\r\n', 'multipart/form-data; boundary=grenze'],
  ])('ends just this kind of mail for just this person, without login, by %s', async (_case, payload, type) => {
    const other = await anAccount(server);
    const link = await linkFor(reader);
    const answer = await press(link.pathname, payload, type);
    expect([answer.statusCode, answer.body]).toEqual([200, 'OK']);
    expect(await choicesOf(reader)).toEqual({ ...DEFAULTS, mentions: 'none' });
    expect(await choicesOf(other)).toEqual(DEFAULTS);
    const before = server.mailBox.mails.length;
    await things.tell(things.make({ in: null }), [reader]);
    await sendAtOnce(server);
    expect(server.mailBox.mails).toHaveLength(before);
    // Asked twice is asked once.
    expect((await press(link.pathname)).statusCode).toBe(200);
  });

  it('cannot be forged: neither for another person nor for another kind', async () => {
    const other = await anAccount(server);
    const [own = '', scope = '', proof = ''] = (await linkFor(reader)).pathname.replace('/abmelden-von/', '').split('~');
    const [others = ''] = (await linkFor(other)).pathname.replace('/abmelden-von/', '').split('~');
    for (const token of [`${others}~${scope}~${proof}`, `${own}~reminders~${proof}`, `${own}~${scope}~${proof.slice(0, -1)}`, `${own}~${scope}~`, 'x', '~~', `${own}~${scope}~${proof}~`]) {
      expect([token, (await press(`/abmelden-von/${token}`)).statusCode]).toEqual([token, 404]);
    }
    expect([await choicesOf(reader), await choicesOf(other)]).toEqual([DEFAULTS, DEFAULTS]);
  });

  it('changes nothing by merely opening the link', async () => {
    const link = await linkFor(reader);
    await server.app.inject({ method: 'GET', url: link.pathname });
    expect(await choicesOf(reader)).toEqual(DEFAULTS);
  });
});

describe('the page behind the link', () => {
  const offer = 'query ($token: String!) { unsubscribeOffer(token: $token) { scope isEnded } }';

  it('says what it would end, and ends it', async () => {
    const token = (await linkFor(reader, 'reminders')).pathname.replace('/abmelden-von/', '');
    expect(await server.data(null, offer, { token })).toEqual({ unsubscribeOffer: { scope: 'reminders', isEnded: false } });
    expect(await server.data(null, 'mutation ($token: String!) { unsubscribe(input: { token: $token }) { scope isEnded } }', { token })).toEqual({ unsubscribe: { scope: 'reminders', isEnded: true } });
    expect(await choicesOf(reader)).toEqual({ ...DEFAULTS, reminders: 'none' });
    expect(await server.refusal(null, offer, { token: 'gibt~es~nicht' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.refusal(null, 'mutation { unsubscribe(input: { token: "gibt~es~nicht" }) { scope } }')).toMatchObject({ code: 'NOT_FOUND' });
  });
});
