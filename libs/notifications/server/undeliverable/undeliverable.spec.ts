import { accountsDomain } from '#accounts/server';
import { MailRefused } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { spacesDomain } from '#spaces/server';
import { anAccount, type TestAccount } from '../../../accounts/server/accounts.testing.js';
import { notificationsDomain } from '../index.js';
import { sendAtOnce, TestThings } from '../notifications.testing.js';

let server: TestServer;
let things: TestThings;
let reader: TestAccount;
let coordinator: TestAccount;
let refused = 0;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain]);
  things = new TestThings(server);
  reader = await anAccount(server);
  coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
  server.mailBox.send = async (mail) => {
    if (mail.to.address !== reader.address) return void server.mailBox.mails.push(mail);
    refused += 1;
    throw new MailRefused(550);
  };
}, 60_000);
afterAll(() => server.stop());

const sendOne = async (): Promise<void> => {
  await things.tell(things.make({ in: null, title: 'Verborgenwort' }), [reader]);
  await sendAtOnce(server);
};
const list = async () =>
  (await server.data<{ undeliverableMails: { nodes: unknown[] } }>(coordinator.caller, '{ undeliverableMails { nodes { accountId name address refusals lastCode stoppedAt } } }')).undeliverableMails.nodes;
const stoppedAt = async () => (await server.data<{ noticePreferences: { mailStoppedAt: string | null } }>(reader.caller, '{ noticePreferences { mailStoppedAt } }')).noticePreferences.mailStoppedAt;
const resume = 'mutation ($id: ID!) { resumeMails(input: { accountId: $id }) }';

describe('an address that mail servers refuse for good', () => {
  it('is not tried again for the same mail, and after three refusals for none', async () => {
    expect(await list()).toEqual([]);
    for (let times = 1; times <= 3; times += 1) {
      expect(await stoppedAt()).toBeNull();
      await sendOne();
      await server.drain();
      expect(refused).toBe(times);
    }
    await sendOne();
    expect(refused).toBe(3);
    // Other mails neither.
    await server.db.write({ accountId: null }, async (_tx, emit) => emit({ name: 'PasswordChanged', payload: { accountId: reader.id } }));
    await server.drain();
    expect(refused).toBe(3);
    expect(Date.parse((await stoppedAt()) ?? '')).toBeLessThanOrEqual(server.clock.now().getTime());
    expect(await list()).toEqual([{ accountId: reader.id, name: reader.name, address: reader.address, refusals: 3, lastCode: 550, stoppedAt: await stoppedAt() }]);
  });

  it('is shown to coordinators alone, who can have it tried again, on record', async () => {
    for (const [caller, code] of [[null, 'UNAUTHENTICATED'], [reader.caller, 'FORBIDDEN']] as const) {
      expect(await server.refusal(caller, '{ undeliverableMails { nodes { accountId } } }')).toMatchObject({ code });
      expect(await server.refusal(caller, resume, { id: reader.id })).toMatchObject({ code });
    }
    expect(await server.refusal(coordinator.caller, resume, { id: uuidv7() })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.data(coordinator.caller, resume, { id: reader.id })).toEqual({ resumeMails: true });
    expect(await server.data(coordinator.caller, resume, { id: reader.id })).toEqual({ resumeMails: false });
    expect([await list(), await stoppedAt()]).toEqual([[], null]);
    expect(await server.db.query(`select subject_id from audit_entry where act = 'notifications.mailsResumed'`)).toEqual([{ subject_id: reader.id }]);
    await sendOne();
    expect(refused).toBe(4);
  });

  it('counts refusals of thirty days, not of all times', async () => {
    server.clock.forward(31 * 86_400_000);
    await sendOne();
    await sendOne();
    expect(await stoppedAt()).toBeNull();
  });

  it('is kept as a fingerprint only', async () => {
    const [row] = await server.db.query<{ text: string }>('select t::text as text from mail_refusal t limit 1');
    expect(row?.text).toMatch(/[0-9a-f]{64}/);
    expect(row?.text).not.toContain('@');
  });
});
