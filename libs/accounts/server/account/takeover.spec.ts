import { AsyncLocalStorage } from 'node:async_hooks';
import { spacesDomain } from '#spaces/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { anAccount, type TestAccount } from '../accounts.testing.js';
import { accountsDomain, SetupCode } from '../index.js';

const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) }';
const CONFIRM = 'mutation ($input: ConfirmRegistrationInput!) { confirmRegistration(input: $input) }';
const WELCOME = 'mutation ($input: AcceptWelcomeInput!) { acceptWelcome(input: $input) { id } }';
const SET_UP = 'mutation ($input: SetUpProgrammeInput!) { setUpProgramme(input: $input) { id } }';
const FORGOTTEN = 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }';
const NEW_PASSWORD = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) }';
const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }';
const CHANGE_ADDRESS = 'mutation ($input: ChangeAddressInput!) { changeAddress(input: $input) { pendingAddress } }';
const CONFIRM_ADDRESS = 'mutation ($input: LinkCodeInput!) { confirmAddressChange(input: $input) }';
const SAVE_SHEET = 'mutation ($input: SaveSheetInput!) { saveSheet(input: $input) { answers } }';
const OTHER = 'ganz andere Worte hier';
const INVALID = { field: 'code', reason: 'account.linkInvalid' };

let count = 0;
const stranger = (): Caller => {
  count += 1;
  return { ip: `192.0.2.${count % 250}` };
};
const codeTo = (server: TestServer, address: string): string => new URL(server.mailBox.lastTo(address).action?.url ?? '').hash.slice(1);
const anApplicant = (address: string) => ({ name: 'Maria Sommer', address, password: 'drei rote Ballons steigen', wishedRole: 'mentor', acceptsRules: true, acceptsPrivacy: true });

describe('a way back into an account', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(async () => server.stop());

  const stored = async ({ id }: TestAccount): Promise<{ address: string; pending_address: string | null } | undefined> =>
    (await server.db.query<{ address: string; pending_address: string | null }>('select address, pending_address from account where id = $1', [id]))[0];
  /** Somebody at an open screen has asked for an address of their own and holds its link. */
  const hijacked = async () => {
    const account = await anAccount(server);
    const address = `angreifer-${account.id.slice(-6)}@beispiel.test`;
    await server.data(account.caller, CHANGE_ADDRESS, { input: { address, currentPassword: account.password } });
    await server.drain();
    return { account, code: codeTo(server, address) };
  };

  it('by a change of address does not outlive a reset of the password', async () => {
    const { account, code } = await hijacked();
    await server.data(stranger(), FORGOTTEN, { input: { address: account.address } });
    await server.drain();
    await server.data(stranger(), NEW_PASSWORD, { input: { code: codeTo(server, account.address), password: OTHER } });
    expect(await server.refusal(stranger(), CONFIRM_ADDRESS, { input: { code } })).toMatchObject(INVALID);
    expect(await stored(account)).toEqual({ address: account.address, pending_address: null });
  });

  it('by a change of address or a reset does not outlive a change of the password', async () => {
    const { account, code } = await hijacked();
    await server.data(stranger(), FORGOTTEN, { input: { address: account.address } });
    await server.drain();
    const resetCode = codeTo(server, account.address);
    await server.data(account.caller, CHANGE, { input: { currentPassword: account.password, newPassword: OTHER } });
    expect(await server.refusal(stranger(), CONFIRM_ADDRESS, { input: { code } })).toMatchObject(INVALID);
    expect(await server.refusal(stranger(), NEW_PASSWORD, { input: { code: resetCode, password: 'noch einmal ganz anders' } })).toMatchObject(INVALID);
    expect(await stored(account)).toEqual({ address: account.address, pending_address: null });
  });

  it('proves only the address a link was mailed to, also before the next mail is out', async () => {
    const { account, code } = await hijacked();
    const ceo = `chefin-${account.id.slice(-6)}@beispiel.test`;
    await server.data(account.caller, CHANGE_ADDRESS, { input: { address: ceo, currentPassword: account.password } });
    expect(await server.refusal(stranger(), CONFIRM_ADDRESS, { input: { code } })).toMatchObject(INVALID);
    await server.drain();
    expect(await server.refusal(stranger(), CONFIRM_ADDRESS, { input: { code } })).toMatchObject(INVALID);
    expect(await stored(account)).toEqual({ address: account.address, pending_address: ceo });
  });

  it('is not opened by a link of another address than the one that waits', async () => {
    const { account, code } = await hijacked();
    // As when the mail of an older wish goes out after a newer wish was stored.
    await server.db.write({ accountId: null }, async (tx) => tx.query(`update account set pending_address = 'chefin@beispiel.test' where id = $1`, [account.id]));
    expect(await server.refusal(stranger(), CONFIRM_ADDRESS, { input: { code } })).toMatchObject(INVALID);
  });
});

describe('the set-up with an address somebody registered before', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(async () => server.stop());

  it('leaves the registration no link, and a link that was left changes no standing', async () => {
    const applicant = anApplicant('karin@beispiel.test');
    await server.data(stranger(), REGISTER, { input: applicant });
    await server.drain();
    const code = codeTo(server, applicant.address);
    const [before] = await server.db.query<{ account_id: string; secret_hash: string }>('select account_id, secret_hash from account_link');
    const setUpCode = await server.app.get(SetupCode, { strict: false }).issue();
    await server.data(stranger(), SET_UP, { input: { code: setUpCode, programmeName: 'Mentoring Nord', name: 'Karin Koch', address: applicant.address, password: OTHER } });
    expect(await server.db.query('select purpose from account_link')).toEqual([]);
    await server.db.write({ accountId: null }, async (tx) =>
      tx.query(
        `insert into account_link (account_id, purpose, secret_hash, expires_at, address) values ($1, 'confirm', $2, now() + interval '1 day', $3)`,
        [before?.account_id, before?.secret_hash, applicant.address],
      ),
    );
    for (const password of [applicant.password, OTHER]) await server.graphql(stranger(), CONFIRM, { input: { code, password } });
    expect(await server.db.query('select standing, site_roles from account')).toEqual([{ standing: 'approved', site_roles: ['coordinator'] }]);
  });
});

describe('a transaction', () => {
  let server: TestServer;
  const within = new AsyncLocalStorage<true>();
  const strayed: string[] = [];

  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
    const { db } = server;
    const [write, query, manager] = [db.write.bind(db), db.query.bind(db), db.manager];
    jest.spyOn(db, 'write').mockImplementation(async (actor, work) => write(actor, (tx, emit) => within.run(true, () => work(tx, emit))) as never);
    jest.spyOn(db, 'query').mockImplementation(async (sql, parameters) => {
      if (within.getStore()) strayed.push(sql);
      return query(sql, parameters) as never;
    });
    Object.defineProperty(db, 'manager', {
      get: () => {
        if (within.getStore()) strayed.push('manager');
        return manager;
      },
    });
  });
  afterAll(async () => server.stop());

  it('needs one connection and no second one, on every way in', async () => {
    const setUpCode = await server.app.get(SetupCode, { strict: false }).issue();
    await server.data(stranger(), SET_UP, { input: { code: setUpCode, programmeName: 'Mentoring Nord', name: 'Karin Koch', address: 'karin@beispiel.test', password: OTHER } });
    const applicant = anApplicant('neu@beispiel.test');
    await server.data(stranger(), REGISTER, { input: applicant });
    await server.drain();
    await server.data(stranger(), CONFIRM, { input: { code: codeTo(server, applicant.address), password: applicant.password } });
    const account = await anAccount(server);
    await server.data(stranger(), FORGOTTEN, { input: { address: account.address } });
    await server.drain();
    await server.data(stranger(), NEW_PASSWORD, { input: { code: codeTo(server, account.address), password: OTHER } });
    const invited = await anAccount(server, { standing: 'unconfirmed' });
    await server.db.write({ accountId: null }, async (tx, emit) => {
      await tx.query('update account set password_hash = null where id = $1', [invited.id]);
      emit({ name: 'MemberImported', payload: { accountId: invited.id } });
    });
    await server.drain();
    await server.data(stranger(), WELCOME, { input: { code: codeTo(server, invited.address), password: OTHER, acceptsRules: true, acceptsPrivacy: true } });
    expect(strayed).toEqual([]);
  });

  it('lets more people save their sheet at once than there are connections', async () => {
    const [field] = await server.db.query<{ id: string }>(`select id from sheet_field where key = 'organisation'`);
    const people = await Promise.all(Array.from({ length: 12 }, () => anAccount(server)));
    const answers = await Promise.all(people.map(({ caller }) => server.graphql(caller, SAVE_SHEET, { input: { entries: [{ fieldId: field?.id, answers: ['Bauamt'] }] } })));
    expect(answers.filter((answer) => answer.errors !== undefined)).toEqual([]);
    expect(strayed).toEqual([]);
  });
});
