import { accountsDomain, LeavingRegistry, OwnDataRegistry } from '#accounts/server';
import { Outbox } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { spacesDomain } from '#spaces/server';
import { anAccount } from '../../accounts/server/accounts.testing.js';
import { Following } from './following/following.js';
import { notificationsDomain } from './index.js';
import { sendAtOnce, TestThings } from './notifications.testing.js';

let server: TestServer;
let things: TestThings;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain]);
  things = new TestThings(server);
}, 60_000);
afterAll(() => server.stop());

const count = async (sql: string, ...values: readonly unknown[]): Promise<number> => (await server.db.query<{ count: number }>(`select count(*)::int as count from ${sql}`, values))[0]?.count ?? 0;

describe('what is kept of notices', () => {
  it('goes after half a year, the record of mails after a month', async () => {
    const reader = await anAccount(server);
    await things.tell(things.make({ in: null }), [reader]);
    await sendAtOnce(server);
    const tidyAfter = async (days: number): Promise<readonly number[]> => {
      server.clock.forward(days * 86_400_000);
      await server.app.get(Outbox).runNow('notifications.tidy');
      return [await count('notice where account_id = $1', reader.id), await count('notice_mail where account_id = $1', reader.id)];
    };
    expect(await tidyAfter(29)).toEqual([1, 1]);
    expect(await tidyAfter(2)).toEqual([1, 0]);
    expect(await tidyAfter(150)).toEqual([0, 0]);
  });

  it('can be taken along, and holds nobody else’s words', async () => {
    const [reader, author] = [await anAccount(server), await anAccount(server, { name: 'Verborgenwort Name' })];
    await things.tell(things.make({ in: null, title: 'Verborgenwort' }), [reader], { by: author });
    await server.data(reader.caller, 'mutation { setNoticePreference(input: { category: own, mail: none }) { digestHour } }');
    const { notifications } = (await server.app.get(OwnDataRegistry).of(reader.id)) as { notifications: object };
    expect(notifications).toMatchObject({ notices: [{ kind: 'things.mentions', reason: 'answered' }], preferences: [{ category: 'own', onPage: true, mail: 'none' }] });
    expect(JSON.stringify(notifications)).not.toContain('Verborgenwort');
  });

  it('goes with the account: notices, choices, what was followed, and the name in others’ notices', async () => {
    const [leaver, other] = [await anAccount(server, { name: 'Wer Geht' }), await anAccount(server)];
    await things.tell(things.make({ in: null }), [other], { by: leaver });
    await things.tell(things.make({ in: null }), [leaver], { by: other });
    await server.data(leaver.caller, 'mutation { setDigestTime(input: { hour: 9 }) { digestHour } setNoticePreference(input: { category: own, mail: none }) { digestHour } }');
    await server.db.write({ accountId: null }, async (tx) => {
      await server.app.get(Following).set(tx, leaver.id, { kind: 'thread', id: uuidv7() }, 'all');
    });
    await server.db.write({ accountId: null }, async (tx, emit) => server.app.get(LeavingRegistry).erase(tx, leaver, emit));
    for (const table of ['notice', 'notice_mail', 'following', 'notice_preference', 'notice_schedule']) expect([table, await count(`${table} where account_id = $1`, leaver.id)]).toEqual([table, 0]);
    expect(await count('notice where actor_id = $1', leaver.id)).toBe(0);
    const { notices } = await server.data<{ notices: { nodes: { newest: { line: string } }[] } }>(other.caller, '{ notices { nodes { newest { line } } } }');
    expect(notices.nodes[0]?.newest.line).toBe('Jemand hat in „Wärmepumpe im Altbau“ geschrieben');
  });
});
