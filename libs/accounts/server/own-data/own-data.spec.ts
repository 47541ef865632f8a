import { spacesDomain } from '#spaces/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { anAccount } from '../accounts.testing.js';
import { accountsDomain, OwnDataRegistry } from '../index.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain]);
});
afterAll(async () => server.stop());

const download = (caller: Caller | null) =>
  server.app.inject({ method: 'GET', url: '/api/accounts/own-data', headers: caller?.cookie === undefined ? {} : { cookie: caller.cookie } });

describe('one’s own data', () => {
  it('come as one file with account, sheet, consents, sessions and the way in', async () => {
    const mia = await anAccount(server, { name: 'Mia Meer', programmeRoles: ['mentor'] });
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'], name: 'Karin Koch' });
    await server.data(mia.caller, 'mutation { giveConsents(input: { locale: "de", rulesVersion: "1", privacyVersion: "1" }) { id } }');
    await server.db.query(`insert into sheet_value (account_id, field_id, answers, visibility, updated_at) select $1, id, array['+49 30 1234567'], 'coordination', now() from sheet_field where key = 'phone'`, [mia.id]);
    await server.db.query(`insert into registration_step (id, account_id, at, actor_id, step, message) values (gen_random_uuid(), $1, now(), $2, 'approved', 'Schön, dass Sie da sind.')`, [mia.id, coordinator.id]);
    const answer = await download(mia.caller);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-disposition': 'attachment; filename="meine-daten.json"', 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' });
    expect(answer.json()).toMatchObject({
      account: {
        account: { name: 'Mia Meer', address: mia.address, programmeRoles: ['mentor'] },
        sheet: [{ field: 'Telefon', answers: ['+49 30 1234567'], visibility: 'coordination' }],
        consents: [{ kind: 'privacy', version: '1' }, { kind: 'rules', version: '1' }],
        registrationSteps: [{ step: 'approved', message: 'Schön, dass Sie da sind.' }],
        sessions: [{ device: '' }],
      },
    });
    // No secret of one's own, nothing of others.
    const [row] = await server.db.query<{ hash: string; token: string }>('select a.password_hash as hash, s.token_hash as token from account a join session s on s.account_id = a.id where a.id = $1', [mia.id]);
    for (const secret of [row?.hash ?? '?', row?.token ?? '?', 'Karin Koch', coordinator.id, coordinator.address]) expect(answer.body).not.toContain(secret);
  });

  it('are for whoever is signed in, however far, and never for guests', async () => {
    const declined = await anAccount(server, { standing: 'declined' });
    expect((await download(declined.caller)).json()).toMatchObject({ account: { account: { address: declined.address } } });
    const suspended = await anAccount(server, { suspended: true });
    for (const caller of [null, suspended.caller]) {
      const refused = await download(caller);
      expect([refused.statusCode, refused.body.includes('@')]).toEqual([401, false]);
    }
  });

  it('hold what other domains contribute, and no part twice', async () => {
    const mia = await anAccount(server);
    const registry = server.app.get(OwnDataRegistry);
    registry.contribute({ name: 'letters', of: async (accountId) => ({ writtenBy: accountId }) });
    expect((await download(mia.caller)).json()).toMatchObject({ letters: { writtenBy: mia.id } });
    expect(() => registry.contribute({ name: 'letters', of: async () => ({}) })).toThrow('letters');
  });

  it('are not to be had without end', async () => {
    const mia = await anAccount(server);
    for (let i = 0; i < 10; i += 1) expect((await download(mia.caller)).statusCode).toBe(200);
    expect((await download(mia.caller)).statusCode).toBe(429);
  });
});
