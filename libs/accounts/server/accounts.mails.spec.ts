import { spacesDomain } from '#spaces/server';
import { Outbox, type Mail } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { anAccount, type TestAccount } from './accounts.testing.js';
import { accountsDomain } from './index.js';

const FORGOTTEN = 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }';
const NEW_PASSWORD = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) }';
const CHANGE_PASSWORD = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }';
const codeIn = (mail: Mail | undefined): string => new URL(mail?.action?.url ?? 'http://none').hash.slice(1);

const DAY_MS = 86_400_000;

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

  describe('whose sending broke off after the mail server had taken them', () => {
    let taken: Mail[];
    let send: jest.SpyInstance;
    beforeEach(() => {
      taken = [];
      send = jest.spyOn(server.mailBox, 'send').mockImplementation(async (mail) => {
        taken.push(mail);
        throw new Error('connection lost');
      });
    });
    afterEach(async () => {
      send.mockRestore();
      await comesRoundAgain();
      await server.drain();
    });
    const forgets = async ({ address }: TestAccount) => {
      await server.data({ ip: '192.0.2.1' }, FORGOTTEN, { input: { address } });
      await expect(server.drain()).rejects.toThrow('connection lost');
    };
    const tryAgain = async () => {
      await comesRoundAgain();
      await server.drain().catch(() => undefined);
    };
    const enter = async (code: string) => server.graphql({ ip: '192.0.2.1' }, NEW_PASSWORD, { input: { code, password: 'vier Kühe am Bachlauf' } });

    it('are the same mail at each try, with the same link, which works', async () => {
      await forgets(await anAccount(server));
      await tryAgain();
      expect(taken).toHaveLength(2);
      expect(taken[1]).toEqual(taken[0]);
      expect((await enter(codeIn(taken[0]))).errors).toBeUndefined();
      // Used up: the mail is not tried any more and opens nothing again.
      await tryAgain();
      expect(taken.filter(({ action }) => action?.url.includes('/passwort-neu'))).toHaveLength(2);
      expect((await enter(codeIn(taken[0]))).errors?.[0]?.extensions.reason).toBe('account.linkInvalid');
    });

    it('are not sent when they are handed back months after their link was used, and end no later one', async () => {
      const account = await anAccount(server);
      await forgets(account);
      expect((await enter(codeIn(taken[0]))).errors).toBeUndefined();
      server.clock.forward(89 * DAY_MS);
      await server.app.get(Outbox).runNow('accounts.housekeeping');
      await server.data({ ip: '192.0.2.3' }, FORGOTTEN, { input: { address: account.address } });
      send.mockImplementation(async (mail) => void taken.push(mail));
      await server.drain();
      await tryAgain();
      const links = taken.filter(({ action }) => action?.url.includes('/passwort-neu'));
      expect(links).toHaveLength(2);
      expect((await enter(codeIn(links[1]))).errors).toBeUndefined();
    });

    it('do not end the link of a later mail', async () => {
      const account = await anAccount(server);
      await forgets(account);
      send.mockImplementation(async (mail) => void taken.push(mail));
      await server.data({ ip: '192.0.2.2' }, FORGOTTEN, { input: { address: account.address } });
      await server.drain();
      await tryAgain();
      const links = taken.filter(({ action }) => action?.url.includes('/passwort-neu'));
      expect(links).toHaveLength(2);
      expect(codeIn(links[1])).not.toBe(codeIn(links[0]));
      expect((await enter(codeIn(links[1]))).errors).toBeUndefined();
    });

    it('are not tried any more once their link was withdrawn', async () => {
      const account = await anAccount(server);
      await forgets(account);
      await server.data(account.caller, CHANGE_PASSWORD, { input: { currentPassword: account.password, newPassword: 'vier Kühe am Bachlauf' } });
      await tryAgain();
      expect(taken.filter(({ action }) => action?.url.includes('/passwort-neu'))).toHaveLength(1);
    });
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
