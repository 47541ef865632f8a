import { accountsDomain } from '#accounts/server';
import { Outbox, type Mail } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { spacesDomain } from '#spaces/server';
import { anAccount, type TestAccount } from '../../../accounts/server/accounts.testing.js';
import { notificationsDomain } from '../index.js';
import { Notices } from '../notice/notices.js';
import { sendAtOnce, sendDigests, TestThings } from '../notifications.testing.js';

const HOUR_MS = 3_600_000;

let server: TestServer;
let things: TestThings;
let reader: TestAccount;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain]);
  things = new TestThings(server);
}, 60_000);
afterAll(() => server.stop());
beforeEach(async () => {
  server.clock.moveTo(new Date('2026-06-10T10:00:00Z'));
  reader = await anAccount(server);
});

const mails = (): readonly Mail[] => server.mailBox.mails.filter((mail) => mail.to.address === reader.address);

describe('news whose turn comes late', () => {
  it.each([
    ['an hour', 1, 1, 0],
    ['a day and a bit', 25, 0, 1],
    ['nine days', 9 * 24, 0, 0],
  ])('after %s', async (_after, hours, atOnce, summaries) => {
    await things.tell(things.make({ in: null }), [reader]);
    server.clock.forward(hours * HOUR_MS);
    await sendAtOnce(server);
    expect(mails()).toHaveLength(atOnce);
    server.clock.forward(24 * HOUR_MS);
    await sendDigests(server);
    expect(mails().filter(({ subject }) => subject.includes('Zusammenfassung'))).toHaveLength(summaries);
  });

  it('goes along with fresh news of its thread', async () => {
    const old = things.make({ in: null, title: 'Alt' });
    await things.tell(old, [reader]);
    server.clock.forward(30 * HOUR_MS);
    await things.tell(things.make({ in: null, threadId: old.threadId, title: 'Neu' }), [reader]);
    await sendAtOnce(server);
    expect(mails()[0]?.sections?.[0]?.items).toHaveLength(2);
  });

  it('is kept from mails where a programme is filled with the past, and stays on the page', async () => {
    await things.tell(things.make({ in: null }), [reader]);
    await server.db.write({ accountId: null }, async (tx) => server.app.get(Notices).keepFromMails(tx));
    await sendAtOnce(server);
    server.clock.forward(24 * HOUR_MS);
    await sendDigests(server);
    expect(mails()).toEqual([]);
    expect(await server.data(reader.caller, '{ notices { nodes { count } } }')).toEqual({ notices: { nodes: [{ count: 1 }] } });
  });
});

describe('news for very many', () => {
  it('is decided together: each their own mail or summary, by their own choice', async () => {
    const thing = things.make({ in: null });
    const ids = Array.from({ length: 1100 }, () => uuidv7());
    await server.db.query(
      `insert into account (id, name, address, locale, standing, created_at) select id, 'Viele', id || '@beispiel.test', 'de', 'approved', now() from unnest($1::uuid[]) id`,
      [ids],
    );
    await server.db.query(`insert into notice_preference (account_id, category, on_page, mail) select id, 'mentions', true, 'daily' from unnest($1::uuid[]) id`, [ids.slice(0, 50)]);
    await server.db.query(`insert into notice_preference (account_id, category, on_page, mail) select id, 'mentions', true, 'none' from unnest($1::uuid[]) id`, [ids.slice(50, 80)]);
    await server.db.query(`insert into notice_schedule (account_id, digest_hour, digest_weekday, quiet_from, quiet_to) select id, 7, 1, 700, 800 from unnest($1::uuid[]) id`, [ids.slice(80, 100)]);
    await things.tell(thing, ids.map((id) => ({ id })));
    server.clock.forward(180_000);
    await server.app.get(Outbox).runNow('notifications.due');
    const ways = await server.db.query<{ mail: string; count: number }>(`select mail, count(*)::int as count from notice where subject_id = $1 group by mail order by mail`, [thing.id]);
    expect(ways).toEqual([{ mail: 'digest', count: 50 }, { mail: 'done', count: 30 }, { mail: 'due', count: 20 }, { mail: 'mailing', count: 1000 }]);
    expect(await server.db.query(`select from notice n join notice_mail m on m.id = n.mail_id and m.account_id = n.account_id where n.subject_id = $1`, [thing.id])).toHaveLength(1000);
    expect(await server.db.query(`select from outbox.job where name = 'notifications.mails'`)).toHaveLength(1000 + 3);
  });
});

describe('a broken row', () => {
  it('of one person holds up nobody else, neither mails at once nor summaries', async () => {
    const others = [await anAccount(server), await anAccount(server), await anAccount(server)];
    const thing = things.make({ in: null });
    await things.tell(thing, [...others, reader]);
    await server.db.query(`create function broken() returns trigger language plpgsql as $$ begin
      if new.account_id = '${reader.id}' then raise exception 'broken row'; end if; return new; end $$`);
    await server.db.query('create trigger broken before insert on notice_mail for each row execute function broken()');
    const toldAtOnce = () => others.map((other) => server.mailBox.mails.filter(({ to }) => to.address === other.address).length);
    await sendAtOnce(server);
    expect(toldAtOnce()).toEqual([1, 1, 1]);
    await things.tell(things.make({ in: null }), [...others, reader]);
    await server.db.query(`update notice set mail = 'digest', look_at = $1 where mail = 'due'`, [server.clock.now()]);
    server.clock.forward(24 * HOUR_MS);
    await sendDigests(server);
    expect(toldAtOnce()).toEqual([2, 2, 2]);
    expect(mails()).toEqual([]);
    // Mended, it goes its way.
    await server.db.query('drop function broken cascade');
    await sendDigests(server);
    expect(mails()).toHaveLength(1);
  });

  it('of a category that is no more is done with, and what stands beside it is told', async () => {
    const [gone, late] = [things.make({ in: null, title: 'Von gestern' }), things.make({ in: null, title: 'Auch von gestern' })];
    await things.tell(gone, [reader]);
    await things.tell(late, [reader]);
    await server.db.query(`update notice set category = 'gone' where subject_id = any($1::uuid[])`, [[gone.id, late.id]]);
    await server.db.query(`update notice set mail = 'digest', look_at = $2 where subject_id = $1`, [late.id, server.clock.now()]);
    await things.tell(things.make({ in: null, title: 'Von heute' }), [reader]);
    await sendAtOnce(server);
    server.clock.forward(24 * HOUR_MS);
    await sendDigests(server);
    expect(mails().map(({ subject }) => subject)).toEqual([expect.stringContaining('Von heute')]);
    expect(await server.db.query(`select mail from notice where subject_id = any($1::uuid[]) group by mail`, [[gone.id, late.id]])).toEqual([{ mail: 'done' }]);
  });
});
