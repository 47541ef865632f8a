import { accountsDomain } from '#accounts/server';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { Outbox, type DomainEvent } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { bookmarksDomain } from '#bookmarks/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { tipsDomain } from './index.js';
import { tipEvents } from './tips.outbox.js';
import { aCircle, aTip } from './tips.testing.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
}, 60_000);

afterAll(async () => server.stop());

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; !holds() && tries < 400; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
};

describe('mails to several people about one event', () => {
  it('go out once though the event arrives twice, and again when it happens again', async () => {
    const { space, author, colleague } = await aCircle(server);
    const tip = await aTip(server, { in: space, by: author });
    const mails = () => server.mailBox.mails.filter((mail) => mail.to.address === author.address).length;
    const note = async (): Promise<DomainEvent> => {
      const noteId = uuidv7();
      await server.db.query('insert into tip_note (id, tip_id, account_id, reason, created_at) values ($1, $2, $3, $4, now())', [noteId, tip.id, colleague.id, 'Alt']);
      return tipEvents.noted({ tipId: tip.id, noteId });
    };
    const arrive = async (event: DomainEvent) => {
      await server.db.write({ accountId: null }, async (_tx, emit) => emit(event));
      await server.drain();
    };
    await server.drain();
    const sent: number[] = [];
    const before = mails();
    const first = await note();
    for (const event of [first, first, await note()]) {
      await arrive(event);
      sent.push(mails() - before);
    }
    expect(sent).toEqual([1, 1, 2]);
  });

  // Last: from here on a worker runs beside.
  it('go to each once, though one address is refused again and again', async () => {
    const { space, author, colleague } = await aCircle(server);
    const tip = await aTip(server, { in: space, by: author, coAuthors: [colleague] });
    const noteId = uuidv7();
    await server.drain();
    const sent: string[] = [];
    const refused: string[] = [];
    server.mailBox.send = async ({ to }) => {
      if (to.address === author.address) {
        refused.push(to.address);
        throw new Error('no such mailbox');
      }
      sent.push(to.address);
    };
    await server.db.write({ accountId: null }, async (tx, emit) => {
      await tx.query('insert into tip_note (id, tip_id, account_id, reason, created_at) values ($1, $2, $3, $4, now())', [noteId, tip.id, colleague.id, 'Alt']);
      emit(tipEvents.noted({ tipId: tip.id, noteId }));
    });
    await server.app.get(Outbox).work();
    await until(() => refused.length >= 2 && sent.length > 0);
    expect(refused.length).toBeGreaterThanOrEqual(2);
    expect(sent).toEqual([colleague.address]);
  }, 40_000);
});
