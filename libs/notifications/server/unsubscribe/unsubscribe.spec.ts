import { accountsDomain } from '#accounts/server';
import { TestServer } from '#platform/server/testing';
import { spacesDomain } from '#spaces/server';
import { anAccount, type TestAccount } from '../../../accounts/server/accounts.testing.js';
import { notificationsDomain } from '../index.js';
import type { NoticeCategory } from '../preference/categories.js';
import { sendAtOnce, sendDigests, TestThings } from '../notifications.testing.js';

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

  it.each(['null', 'https://mail.anderswo.test'])('is heard from a mail program that names its own origin: %s', async (origin) => {
    const { pathname } = await linkFor(reader);
    const answer = await server.app.inject({ method: 'POST', url: pathname, headers: { origin, 'content-type': 'application/x-www-form-urlencoded' }, payload: 'List-Unsubscribe=One-Click' });
    expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([200, undefined]);
    expect(await choicesOf(reader)).toEqual({ ...DEFAULTS, mentions: 'none' });
  });

  it('changes nothing by merely opening the link', async () => {
    const link = await linkFor(reader);
    await server.app.inject({ method: 'GET', url: link.pathname });
    expect(await choicesOf(reader)).toEqual(DEFAULTS);
  });
});

describe('one click in a summary', () => {
  const choose = (category: string, mail: string) => server.data(reader.caller, `mutation { setNoticePreference(input: { category: ${category}, mail: ${mail} }) { digestHour } }`);
  const summary = async (...categories: readonly NoticeCategory[]): Promise<{ readonly path: string; readonly listId: string | undefined }> => {
    for (const category of categories) await things.tell(things.make({ in: null }), [reader], { category });
    await sendAtOnce(server);
    await server.data(reader.caller, 'mutation { setHolidayPause(input: {}) { digestHour } }');
    server.clock.moveTo(new Date('2026-06-15T05:05:00Z'));
    await sendDigests(server);
    const { list, notes } = server.mailBox.lastTo(reader.address);
    expect(notes?.map(({ text }) => text)).toContain(`Keine Mails dieser Art mehr: ${list?.name.replace('Pusteblume: ', '') ?? ''}`);
    return { path: new URL(list?.unsubscribeUrl ?? '').pathname, listId: list?.id };
  };
  beforeEach(async () => {
    // A Monday: the summary of the week comes with that of the day.
    server.clock.moveTo(new Date('2026-06-14T10:00:00Z'));
    await server.data(reader.caller, 'mutation { setHolidayPause(input: { through: "2026-06-14" }) { digestHour } }');
  });

  it.each<readonly [string, readonly NoticeCategory[], Readonly<Record<string, string>>]>([
    ['of one category ends that', ['mentions'], { mentions: 'none' }],
    ['of the day ends what comes by it', ['followed', 'own'], { followed: 'none', own: 'none' }],
    ['of the day ends that, and not what a pause brought into it', ['followed', 'mentions'], { followed: 'none', own: 'none' }],
    ['of day and week ends both', ['followed', 'reminders'], { followed: 'none', own: 'none', reminders: 'none' }],
    ['after a pause, of what else comes at once, ends the kinds that are in it', ['mentions', 'spaces'], { mentions: 'none', spaces: 'none' }],
  ])('%s', async (_what, told, ended) => {
    const isWeekly = told.includes('reminders');
    if (isWeekly) await choose('reminders', 'weekly');
    const { path } = await summary(...told);
    expect((await press(path)).statusCode).toBe(200);
    expect(await choicesOf(reader)).toEqual({ ...DEFAULTS, ...ended });
  });

  it('is not taken for another one', async () => {
    const { path, listId } = await summary('mentions', 'spaces');
    expect(listId).toBe('digest.notices');
    for (const forged of [path.replace('mentions.spaces', 'mentions'), path.replace('mentions.spaces', 'spaces.mentions'), path.replace('mentions.spaces', 'mentions.spaces.own')]) {
      expect((await press(forged)).statusCode).toBe(404);
    }
    expect(await choicesOf(reader)).toEqual(DEFAULTS);
  });
});

describe('the page behind the link', () => {
  const offer = 'query ($token: String!) { unsubscribeOffer(token: $token) { scopes isEnded } }';

  it('says what it would end, and ends it', async () => {
    const token = (await linkFor(reader, 'reminders')).pathname.replace('/abmelden-von/', '');
    expect(await server.data(null, offer, { token })).toEqual({ unsubscribeOffer: { scopes: ['reminders'], isEnded: false } });
    expect(await server.data(null, 'mutation ($token: String!) { unsubscribe(input: { token: $token }) { scopes isEnded } }', { token })).toEqual({ unsubscribe: { scopes: ['reminders'], isEnded: true } });
    expect(await choicesOf(reader)).toEqual({ ...DEFAULTS, reminders: 'none' });
    expect(await server.refusal(null, offer, { token: 'gibt~es~nicht' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.refusal(null, 'mutation { unsubscribe(input: { token: "gibt~es~nicht" }) { scopes } }')).toMatchObject({ code: 'NOT_FOUND' });
  });
});
