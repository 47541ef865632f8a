import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { accountsDomain } from '#accounts/server';
import { createMailer, readConfig } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { spacesDomain } from '#spaces/server';
import { anAccount, type TestAccount } from '../../../accounts/server/accounts.testing.js';
import { notificationsDomain } from '../index.js';
import { sendAtOnce, TestThings } from '../notifications.testing.js';
import { aReport } from './delivery-report.testing.js';

const SECRET = 'gibt-die-Rueckmeldungen-weiter-0123456789';
const BOUNCES = { BOUNCES_TO: 'bounces@example.org', BOUNCES_SECRET: SECRET };

/** Takes every mail, as the operator's server does before it learns that the next one will not. */
const senders: string[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onMailFrom: ({ address }, _session, done) => {
    senders.push(address);
    done();
  },
  onData: (stream, _session, done) => {
    stream.resume();
    stream.on('end', () => done());
  },
});

let server: TestServer;
let things: TestThings;
let reader: TestAccount;
let coordinator: TestAccount;

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  server = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain], BOUNCES);
  things = new TestThings(server);
  const mailer = createMailer(readConfig({ NODE_ENV: 'test', SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, MAIL_FROM: 'Pusteblume <gruss@example.org>' }));
  server.mailBox.send = (mail) => mailer.send(mail);
});
afterAll(async () => {
  await server.stop();
  await new Promise<void>((resolve) => smtp.close(resolve));
});
beforeEach(async () => {
  senders.length = 0;
  reader = await anAccount(server);
  coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
});

/** @returns the return address of the mail that went out. */
async function sendOne(): Promise<string> {
  await things.tell(things.make({ in: null }), [reader]);
  await sendAtOnce(server);
  return senders.at(-1) ?? '';
}
const handIn = (payload: string, headers: Readonly<Record<string, string>> = {}) =>
  server.app.inject({ method: 'POST', url: '/api/mail/bounces', headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${SECRET}`, ...headers }, payload });
const counted = async (payload: string): Promise<unknown> => (await handIn(payload)).json();
const listed = async () =>
  (await server.data<{ undeliverableMails: { nodes: readonly { accountId: string }[] } }>(coordinator.caller, '{ undeliverableMails { nodes { accountId address refusals lastCode stoppedAt } } }')).undeliverableMails.nodes.filter(
    ({ accountId }) => accountId === reader.id,
  );

describe('mails that come back later', () => {
  it('go to a return address of the recipient alone, which tells no address', async () => {
    const first = await sendOne();
    expect(first).toMatch(/^bounces\+[0-9a-f]{40}@example\.org$/);
    expect(await sendOne()).toBe(first);
    const before = reader;
    reader = await anAccount(server);
    expect(await sendOne()).not.toBe(first);
    expect(first).not.toContain(before.address.split('@')[0]);
  });

  it('are listed for the coordination, and the third ends all mail to the address', async () => {
    for (let times = 1; times <= 3; times += 1) {
      const to = await sendOne();
      expect(senders).toHaveLength(times);
      expect(await counted(aReport({ to, id: `<${times}.${reader.id}@mx>` }))).toEqual({ counted: true });
      expect(await listed()).toEqual([{ accountId: reader.id, address: reader.address, refusals: times, lastCode: 551, stoppedAt: times < 3 ? null : expect.any(String) }]);
    }
    await sendOne();
    expect(senders).toHaveLength(3);
    expect(await server.data(coordinator.caller, 'mutation ($id: ID!) { resumeMails(input: { accountId: $id }) }', { id: reader.id })).toEqual({ resumeMails: true });
    await sendOne();
    expect(senders).toHaveLength(4);
  });

  it('count once, however often a report is handed in', async () => {
    const report = aReport({ to: await sendOne(), id: `<einmal.${reader.id}@mx>` });
    for (let times = 0; times < 4; times += 1) expect((await handIn(report)).statusCode).toBe(200);
    expect(await listed()).toMatchObject([{ refusals: 1, stoppedAt: null }]);
  });

  it('are recognised by the return address alone: also of who has mail forwarded, and behind a server that rewrites the head', async () => {
    const to = await sendOne();
    const forwarded = aReport({ to: 'postmaster@example.org', head: `X-Original-To: ${to.toUpperCase()}`, id: `<${reader.id}@weiter>`, recipient: 'Final-Recipient: rfc822; woanders@anderswo.test\nAction: failed\nStatus: 5.1.1' });
    expect(await counted(forwarded)).toEqual({ counted: true });
    expect(await listed()).toMatchObject([{ refusals: 1 }]);
  });

  it.each<readonly [string, (to: string) => string | Promise<string>]>([
    ['a made-up return address', (to) => aReport({ to: to.replace(/.(?=@)/, (digit) => (digit === '0' ? '1' : '0')) })],
    ['another host', (to) => aReport({ to: to.replace('example.org', 'example.org.anderswo.test') })],
    ['no return address', () => aReport({ to: reader.address })],
    ['two of them', async (to) => {
      const other = await anAccount(server);
      await things.tell(things.make({ in: null }), [other]);
      await sendAtOnce(server);
      return aReport({ to: `${to}, ${senders.at(-1) ?? ''}` });
    }],
    ['only a delay', (to) => aReport({ to, recipient: 'Final-Recipient: rfc822; weg@beispiel.test\nAction: delayed\nStatus: 4.4.1' })],
    ['an absence', (to) => `To: ${to}\nSubject: Nicht im Büro\nAuto-Submitted: auto-replied\n\nIch bin bald zurück.\n`],
  ])('do not count with %s', async (_with, reportTo) => {
    const answer = await handIn(await reportTo(await sendOne()));
    expect([answer.statusCode, answer.json()]).toEqual([200, { counted: false }]);
    expect(await listed()).toEqual([]);
  });

  it('are no matter any more of who has another address by now', async () => {
    const to = await sendOne();
    await server.db.query(`update account set address = 'neu-' || address where id = $1`, [reader.id]);
    expect(await counted(aReport({ to }))).toEqual({ counted: false });
  });

  it('are taken from who knows the secret alone', async () => {
    const report = aReport({ to: await sendOne() });
    for (const authorization of ['', 'Bearer ', `Bearer ${SECRET}x`, SECRET, `Basic ${SECRET}`]) {
      const answer = await handIn(report, { authorization });
      expect([answer.statusCode, answer.json()]).toEqual([401, { error: { code: 'UNAUTHENTICATED', reason: 'signInNeeded' } }]);
    }
    expect(await listed()).toEqual([]);
  });

  it('are refused in any other form, and beyond a size that no report has', async () => {
    expect((await handIn(JSON.stringify({ report: aReport() }), { 'content-type': 'application/json' })).statusCode).toBe(400);
    expect((await handIn('x'.repeat(1_000_001))).statusCode).toBe(413);
  });

  it('leave neither address nor text behind', async () => {
    await counted(aReport({ to: await sendOne(), id: '<verraterisch@mx>' }));
    const rows = await server.db.query<{ text: string }>('select t::text as text from mail_refusal t');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/@|verraterisch/);
  });
});

describe('without a return address of its own', () => {
  it('mails come from their sender, and nobody hands in reports', async () => {
    const plain = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain]);
    try {
      const plainThings = new TestThings(plain);
      await plainThings.tell(plainThings.make({ in: null }), [await anAccount(plain)]);
      await sendAtOnce(plain);
      expect(plain.mailBox.mails).toHaveLength(1);
      expect(plain.mailBox.mails[0]).not.toHaveProperty('returnTo');
      const answer = await plain.app.inject({ method: 'POST', url: '/api/mail/bounces', headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${SECRET}` }, payload: aReport() });
      expect(answer.statusCode).toBe(404);
    } finally {
      await plain.stop();
    }
  });
});
