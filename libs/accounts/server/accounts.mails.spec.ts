import { spacesDomain } from '#spaces/server';
import { TestServer } from '#platform/server/testing';
import { anAccount } from './accounts.testing.js';
import { accountsDomain } from './index.js';

const FORGOTTEN = 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }';

describe('mails of accounts', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(async () => server.stop());

  /** What the queue does with a job that failed, without its pauses. */
  const comesRoundAgain = async () =>
    server.db.write({ accountId: null }, async (tx) => tx.query(`update outbox.job set state = 'retry', start_after = now() where state = 'active'`));

  it('go out once the mail server answers again, however often it was tried', async () => {
    const account = await anAccount(server);
    const send = jest.spyOn(server.mailBox, 'send').mockRejectedValue(new Error('no answer'));
    await server.data({ ip: '192.0.2.1' }, FORGOTTEN, { input: { address: account.address } });
    for (let i = 0; i < 9; i += 1) {
      await expect(server.drain()).rejects.toThrow('no answer');
      await comesRoundAgain();
    }
    expect(send).toHaveBeenCalledTimes(9);
    send.mockRestore();
    await server.drain();
    expect(server.mailBox.mails.filter((mail) => mail.to.address === account.address)).toHaveLength(1);
  });

  it('to several coordinators are one job each, so that one refused address repeats no other mail', async () => {
    const coordinators = await Promise.all([1, 2, 3].map(() => anAccount(server, { siteRoles: ['coordinator'] })));
    const member = await anAccount(server);
    const refused = coordinators.map(({ address }) => address).toSorted()[1];
    const box = server.mailBox.send.bind(server.mailBox);
    const send = jest.spyOn(server.mailBox, 'send').mockImplementation(async (mail) => {
      if (mail.to.address === refused) throw new Error('refused for good');
      return box(mail);
    });
    await server.db.write({ accountId: null }, async (_tx, emit) => emit({ name: 'ConsentWithdrawn', payload: { accountId: member.id } }));
    await server.drain().catch(() => undefined);
    const jobs = await server.db.query<{ id: string }>(
      `select data -> 'payload' ->> 'accountId' as id from outbox.job where name = 'accounts.mailing' and data -> 'payload' ->> 'mail' = 'consentWithdrawn'`,
    );
    expect(jobs.map(({ id }) => id).toSorted()).toEqual(coordinators.map(({ id }) => id).toSorted());
    // The decision itself is done and does not come round with the mail that failed.
    expect(await server.db.query(`select id from outbox.job where name = 'accounts.mails' and state <> 'completed'`)).toEqual([]);
    send.mockRestore();
  });
});
