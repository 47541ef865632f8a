import { accountsDomain } from '#accounts/server';
import { uuidv7 } from '#platform/shared';
import { TestServer } from '#platform/server/testing';
import { anAccount } from '../../accounts/server/accounts.testing.js';
import { spacesDomain } from './index.js';
import { aSpace } from './spaces.testing.js';

describe('mails about spaces', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(() => server.stop());

  const publish = async (...events: readonly { readonly name: string; readonly payload: Readonly<Record<string, string>> }[]) =>
    server.db.write({ accountId: null }, async (_tx, emit) => events.forEach(emit));

  async function entered() {
    const [coordinator, one, two] = [await anAccount(server, { siteRoles: ['coordinator'] }), await anAccount(server), await anAccount(server)];
    const space = await aSpace(server, { members: [[one, 'moderator'], [two, 'moderator']] });
    const entryId = uuidv7();
    await server.db.query(
      `insert into space_entry (id, space_id, account_id, reason, ends_at) values ($1, $2, $3, 'Hinweis', now() + interval '1 hour')`,
      [entryId, space.id, coordinator.id],
    );
    const event = { name: 'SpaceEntered', payload: { entryId, spaceId: space.id, occasionId: uuidv7() } };
    const counts = () => [one, two].map(({ address }) => server.mailBox.mails.filter((mail) => mail.to.address === address).length);
    return { event, counts };
  }

  it('go out once to each when their event arrives twice', async () => {
    const { event, counts } = await entered();
    await publish(event, event);
    await server.drain();
    await publish(event);
    await server.drain();
    expect(counts()).toEqual([1, 1]);
    // The next happening of its kind is told again.
    await publish({ ...event, payload: { ...event.payload, occasionId: uuidv7() } });
    await server.drain();
    expect(counts()).toEqual([2, 2]);
  });

  it('find their recipients while a single connection is free', async () => {
    const { event, counts } = await entered();
    await publish(event);
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    const holding = Array.from({ length: 4 }, () =>
      server.db.write({ accountId: null }, async (tx) => {
        await tx.query('select 1');
        await until;
      }),
    );
    try {
      await server.drain();
    } finally {
      release();
      await Promise.all(holding);
    }
    expect(counts()).toEqual([1, 1]);
  }, 15_000);
});
