import { spacesDomain } from '#spaces/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { anAccount } from '../accounts.testing.js';
import { accountsDomain } from '../index.js';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { id } }';
const VIEWER = '{ viewer { accountId } }';
const SESSIONS = '{ mySessions { id isCurrent device } }';
const RESET = 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }';
const NEW_PASSWORD = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) }';
const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }';
const CHANGE_ADDRESS = 'mutation ($input: ChangeAddressInput!) { changeAddress(input: $input) { address pendingAddress } }';
const CONFIRM_ADDRESS = 'mutation ($input: LinkCodeInput!) { confirmAddressChange(input: $input) }';
const HOUR_MS = 3_600_000;
const OTHER = 'ganz andere Worte hier';

describe('signing in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(async () => server.stop());

  let network = 0;
  const stranger = (): Caller => {
    network += 1;
    return { ip: `192.0.${Math.floor(network / 250)}.${network % 250}` };
  };
  const codeTo = (address: string): string => new URL(server.mailBox.lastTo(address).action?.url ?? '').hash.slice(1);
  const enter = async (address: string, password: string, caller: Caller = stranger()): Promise<Caller> => {
    const answer = await server.send(caller, SIGN_IN, { input: { address, password } });
    const cookie = String([answer.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
    return { ...caller, cookie };
  };
  const isIn = async (caller: Caller): Promise<boolean> => (await server.data<{ viewer: { accountId: string | null } }>(caller, VIEWER)).viewer.accountId !== null;

  it('gives a session of its own each time, in a cookie no script can read', async () => {
    const account = await anAccount(server);
    const answer = await server.send({ cookie: 'pusteblume=vomangreifer', ip: '192.0.2.1' }, SIGN_IN, { input: { address: account.address, password: account.password } });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toContain('vomangreifer');
    expect(await isIn({ cookie: 'pusteblume=vomangreifer' })).toBe(false);
  });

  it('takes an address in any case and a password in either composition', async () => {
    const account = await anAccount(server);
    await server.data(account.caller, CHANGE, { input: { currentPassword: account.password, newPassword: 'f\u00fcnf gr\u00fcne Stühle 🌼' } });
    expect(await isIn(await enter(account.address.toUpperCase(), 'fu\u0308nf gru\u0308ne Stu\u0308hle 🌼'))).toBe(true);
  });

  it('takes a password of 128 signs and does not cut it', async () => {
    const account = await anAccount(server);
    const long = `${'Löwenzahn und Wind '.repeat(6)}!`.padEnd(128, 'x');
    await server.data(account.caller, CHANGE, { input: { currentPassword: account.password, newPassword: long } });
    expect(await isIn(await enter(account.address, long))).toBe(true);
    expect(await isIn(await enter(account.address, long.slice(0, 127)))).toBe(false);
  });

  it('answers an unknown address and a wrong password alike', async () => {
    const account = await anAccount(server);
    const wrong = await server.send(stranger(), SIGN_IN, { input: { address: account.address, password: 'falsch geraten' } });
    const unknown = await server.send(stranger(), SIGN_IN, { input: { address: 'niemand@beispiel.test', password: 'falsch geraten' } });
    expect(unknown.body).toBe(wrong.body);
    expect(unknown.statusCode).toBe(wrong.statusCode);
  });

  it('lets nobody in who is suspended or gone', async () => {
    const suspended = await anAccount(server, { suspended: true });
    expect(await server.refusal(stranger(), SIGN_IN, { input: { address: suspended.address, password: suspended.password } })).toMatchObject({ reason: 'account.suspended' });
    expect(await server.refusal(stranger(), SIGN_IN, { input: { address: suspended.address, password: 'falsch geraten' } })).toMatchObject({ reason: 'account.signInFailed' });
  });

  describe('guessing', () => {
    const guess = (caller: Caller, address: string) => server.refusal(caller, SIGN_IN, { input: { address, password: 'geraten und falsch' } });

    it('ends after ten tries from one network, while the owner elsewhere gets in', async () => {
      const account = await anAccount(server);
      const caller = stranger();
      const answers = [];
      for (let i = 0; i < 12; i += 1) answers.push((await guess(caller, account.address)).code);
      expect(answers.slice(0, 10).every((code) => code === 'BAD_USER_INPUT')).toBe(true);
      expect(answers.slice(10)).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
      expect(await server.refusal(caller, SIGN_IN, { input: { address: account.address, password: account.password } })).toMatchObject({ code: 'RATE_LIMITED' });
      expect(await isIn(await enter(account.address, account.password))).toBe(true);
    });

    it('counts every alias of one request', async () => {
      const account = await anAccount(server);
      const tries = Array.from({ length: 15 }, (_, index) => (index === 14 ? account.password : `geraten ${index}`));
      const aliases = tries.map((password, index) => `a${index}: signIn(input: { address: "${account.address}", password: "${password}" }) { id }`).join(' ');
      const answer = await server.send(stranger(), `mutation { ${aliases} }`);
      const { errors = [] } = answer.json<{ errors?: { extensions: { code: string } }[] }>();
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.filter((error) => error.extensions.code !== 'RATE_LIMITED').length).toBeLessThanOrEqual(10);
      expect(answer.headers['set-cookie']).toBeUndefined();
    });

    it('counts a whole IPv6 household as one', async () => {
      const account = await anAccount(server);
      const codes = [];
      for (let i = 0; i < 12; i += 1) codes.push((await guess({ ip: `2001:db8:1:2::${i + 1}` }, account.address)).code);
      expect(codes.at(-1)).toBe('RATE_LIMITED');
    });

    it('from many networks becomes slow, and still does not lock the owner out', async () => {
      const account = await anAccount(server);
      for (let i = 0; i < 10; i += 1) await guess(stranger(), account.address);
      const before = performance.now();
      await guess(stranger(), account.address);
      expect(performance.now() - before).toBeGreaterThan(1400);
      expect(await isIn(await enter(account.address, account.password))).toBe(true);
    });
  });

  describe('sessions', () => {
    it('are listed and ended, one or all others, and only one\'s own', async () => {
      const account = await anAccount(server);
      const stranger1 = await anAccount(server);
      const second = await enter(account.address, account.password);
      const third = await enter(account.address, account.password);
      const { mySessions } = await server.data<{ mySessions: { id: string; isCurrent: boolean }[] }>(second, SESSIONS);
      expect(mySessions).toHaveLength(3);
      const current = mySessions.find((session) => session.isCurrent);
      expect(await server.refusal(stranger1.caller, 'mutation ($id: ID!) { endSession(id: $id) { id } }', { id: current?.id })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
      await server.data(third, 'mutation { endOtherSessions { id } }');
      expect([await isIn(account.caller), await isIn(second), await isIn(third)]).toEqual([false, false, true]);
      expect(await server.refusal(null, SESSIONS)).toMatchObject({ code: 'UNAUTHENTICATED' });
    });

    it('end for good by signing out', async () => {
      const account = await anAccount(server);
      await server.data(account.caller, 'mutation { signOut }');
      expect(await isIn(account.caller)).toBe(false);
    });
  });

  describe('a forgotten password', () => {
    it('is answered alike for known and unknown addresses, and by mail for the owner', async () => {
      const account = await anAccount(server);
      const known = await server.send(stranger(), RESET, { input: { address: account.address } });
      const unknown = await server.send(stranger(), RESET, { input: { address: 'niemand@beispiel.test' } });
      expect(unknown.body).toBe(known.body);
      await server.drain();
      expect(server.mailBox.mails.some((mail) => mail.to.address === 'niemand@beispiel.test')).toBe(false);
      const code = codeTo(account.address);
      expect(await server.refusal(stranger(), NEW_PASSWORD, { input: { code, password: '12345678' } })).toMatchObject({ reason: 'account.passwordCommon' });
      await server.data(stranger(), NEW_PASSWORD, { input: { code, password: OTHER } });
      expect(await isIn(account.caller)).toBe(false);
      expect(await server.refusal(stranger(), NEW_PASSWORD, { input: { code, password: OTHER } })).toMatchObject({ reason: 'account.linkInvalid' });
      expect(await isIn(await enter(account.address, OTHER))).toBe(true);
      await server.drain();
      expect(server.mailBox.lastTo(account.address).subject).toBe('Das Passwort wurde geändert');
    });

    it('has a link that dies after an hour, with a newer one, and is good for nothing else', async () => {
      const account = await anAccount(server);
      const ask = async (): Promise<string> => {
        await server.data(stranger(), RESET, { input: { address: account.address } });
        await server.drain();
        return codeTo(account.address);
      };
      const older = await ask();
      const newer = await ask();
      expect(await server.refusal(stranger(), NEW_PASSWORD, { input: { code: older, password: OTHER } })).toMatchObject({ reason: 'account.linkInvalid' });
      expect(await server.refusal(stranger(), CONFIRM_ADDRESS, { input: { code: newer } })).toMatchObject({ reason: 'account.linkInvalid' });
      server.clock.forward(HOUR_MS + 1000);
      expect(await server.refusal(stranger(), NEW_PASSWORD, { input: { code: newer, password: OTHER } })).toMatchObject({ reason: 'account.linkInvalid' });
    });
  });

  describe('a new password', () => {
    it('needs the old one and ends all other sessions', async () => {
      const account = await anAccount(server);
      const second = await enter(account.address, account.password);
      expect(await server.refusal(second, CHANGE, { input: { currentPassword: 'falsch geraten', newPassword: OTHER } })).toMatchObject({ reason: 'account.wrongPassword', field: 'currentPassword' });
      await server.data(second, CHANGE, { input: { currentPassword: account.password, newPassword: OTHER } });
      expect([await isIn(account.caller), await isIn(second)]).toEqual([false, true]);
    });
  });

  describe('a new address', () => {
    it('needs the password, is told to the old one and counts once the new one is confirmed', async () => {
      const account = await anAccount(server);
      const address = `umgezogen-${account.id.slice(-4)}@beispiel.test`;
      expect(await server.refusal(account.caller, CHANGE_ADDRESS, { input: { address, currentPassword: 'falsch geraten' } })).toMatchObject({ reason: 'account.wrongPassword' });
      expect(await server.data(account.caller, CHANGE_ADDRESS, { input: { address, currentPassword: account.password } })).toEqual({ changeAddress: { address: account.address, pendingAddress: address } });
      await server.drain();
      expect(server.mailBox.lastTo(account.address).subject).toBe('Die Adresse soll geändert werden');
      await server.data(stranger(), CONFIRM_ADDRESS, { input: { code: codeTo(address) } });
      expect(await isIn(await enter(address, account.password))).toBe(true);
      expect(await isIn(await enter(account.address, account.password))).toBe(false);
    });

    it('kills a link that went to the old address', async () => {
      const account = await anAccount(server);
      await server.data(stranger(), RESET, { input: { address: account.address } });
      await server.drain();
      const code = codeTo(account.address);
      const address = `weg-${account.id.slice(-4)}@beispiel.test`;
      await server.data(account.caller, CHANGE_ADDRESS, { input: { address, currentPassword: account.password } });
      await server.drain();
      await server.data(stranger(), CONFIRM_ADDRESS, { input: { code: codeTo(address) } });
      expect(await server.refusal(stranger(), NEW_PASSWORD, { input: { code, password: OTHER } })).toMatchObject({ reason: 'account.linkInvalid' });
    });

    it('that belongs to somebody is answered alike, and only that person learns of it', async () => {
      const [account, owner] = [await anAccount(server), await anAccount(server)];
      expect(await server.data(account.caller, CHANGE_ADDRESS, { input: { address: owner.address, currentPassword: account.password } })).toEqual({ changeAddress: { address: account.address, pendingAddress: owner.address } });
      await server.drain();
      expect(server.mailBox.lastTo(owner.address).action?.url).toBe('http://localhost:3000/anmelden');
    });
  });
});
