import { accountsDomain } from '#accounts/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { spacesDomain } from '#spaces/server';
import { moderationDomain } from './index.js';
import { KEPT_DAYS, ModerationSchedule } from './moderation.schedule.js';
import { aCase, aModeratedCircle } from './moderation.testing.js';

describe('what moderation keeps', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain, moderationDomain]);
  }, 60_000);
  afterAll(async () => server.stop());

  it('goes when its time is over: addresses of guests, then who reported, then the case; what is open stays', async () => {
    const { space, author, member } = await aModeratedCircle(server);
    const [decided, open] = await Promise.all([1, 2].map(() => aCase(server, { spaceId: space.id, kind: 'tip', itemId: uuidv7(), authorIds: [author.id], reporterId: member.id, words: 'Das verletzt.' })));
    await server.db.query(`insert into moderation_report (id, case_id, guest_name, guest_address, guest_locale, reason, created_at) values ($1, $2, 'Gerda', 'gerda@example.org', 'de', 'illegal', now())`, [uuidv7(), decided]);
    await server.db.query(`update moderation_case set state = 'decided', decision = 'keep', decided_at = $2 where id = $1`, [decided, server.clock.now()]);
    const afterDays = async (days: number) => {
      server.clock.forward(days * 86_400_000);
      await server.app.get(ModerationSchedule).tidy();
      const rows = await server.db.query<{ guests: number; named: number; cases: number }>(
        `select count(r.guest_address)::int as guests, count(r.reporter_id)::int as named, count(distinct c.id)::int as cases
         from moderation_case c left join moderation_report r on r.case_id = c.id where c.id = any($1::uuid[])`, [[decided, open]],
      );
      return rows[0];
    };
    expect(await afterDays(KEPT_DAYS.guests - 1)).toEqual({ guests: 1, named: 2, cases: 2 });
    expect(await afterDays(2)).toEqual({ guests: 0, named: 2, cases: 2 });
    expect(await afterDays(KEPT_DAYS.reports - KEPT_DAYS.guests)).toEqual({ guests: 0, named: 1, cases: 2 });
    expect(await afterDays(KEPT_DAYS.record - KEPT_DAYS.reports)).toEqual({ guests: 0, named: 1, cases: 1 });
  });
});
