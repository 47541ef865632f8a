import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LOGGER, Outbox, Refusal, type Logger } from '#platform/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { spacesDomain } from '#spaces/server';
import { aSpace } from '../../../spaces/server/spaces.testing.js';
import { anAccount, type TestAccount } from '../accounts.testing.js';
import { AccountErasure, accountsDomain, LeavingWishes } from '../index.js';
import { AccountLeavingContribution } from './account-leaving.contribution.js';

const DAY_MS = 86_400_000;
const DELETE = 'mutation ($input: DeleteOwnAccountInput!) { deleteOwnAccount(input: $input) }';
const DELETE_FOR = 'mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) { id name askedAt finalAt dueAt isOwnWish } }';
const KEEP_FOR = 'mutation ($input: AccountIdInput!) { keepAccount(input: $input) }';
const LEAVING = '{ leavingAccounts { id isOwnWish } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { id } }';
const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) }';

let server: TestServer;
let coordinator: TestAccount;
beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain]);
  coordinator = await anAccount(server, { siteRoles: ['coordinator'], name: 'Karin Koch' });
});
afterAll(async () => server.stop());

let network = 0;
const stranger = (): Caller => ({ ip: `172.20.0.${(network += 1)}` });
const leave = (account: TestAccount) => server.data<{ deleteOwnAccount: string }>(account.caller, DELETE, { input: { currentPassword: account.password } });
const enter = (account: TestAccount, keepsAccount?: boolean) =>
  server.graphql<{ signIn: { id: string } }>(stranger(), SIGN_IN, { input: { address: account.address, password: account.password, ...(keepsAccount !== undefined && { keepsAccount }) } });
const makeFinal = () => server.app.get(Outbox).runNow('accounts.erasure');
const mailsTo = async ({ address }: TestAccount): Promise<readonly string[]> => {
  await server.drain();
  return server.mailBox.mails.filter((mail) => mail.to.address === address).map((mail) => mail.subject);
};

describe('deleting one’s own account', () => {
  it('asks for the password', async () => {
    const mia = await anAccount(server);
    expect(await server.refusal(mia.caller, DELETE, { input: { currentPassword: 'falsch geraten' } })).toEqual({ code: 'BAD_USER_INPUT', reason: 'account.wrongPassword', field: 'currentPassword' });
    expect(await server.refusal(null, DELETE, { input: { currentPassword: mia.password } })).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('hides the person and ends all sessions at once, for fourteen days, and says so by mail', async () => {
    const mia = await anAccount(server, { name: 'Mia Meer' });
    const reader = await anAccount(server);
    const { deleteOwnAccount } = await leave(mia);
    expect(new Date(deleteOwnAccount).getTime()).toBe(server.clock.now().getTime() + 14 * DAY_MS);
    expect(await server.data(mia.caller, '{ me { id } }')).toEqual({ me: null });
    expect(await server.data(reader.caller, 'query ($id: ID!) { person(id: $id) { id } }', { id: mia.id })).toEqual({ person: null });
    expect(await server.data(coordinator.caller, 'query ($id: ID!) { account(id: $id) { id } }', { id: mia.id })).toEqual({ account: null });
    expect((await mailsTo(mia))[0]).toMatch(/^Das Konto wird am \d+\. \S+ \d{4} gelöscht$/);
  });

  it('is offered back at sign-in, and then everything is as before', async () => {
    const mia = await anAccount(server, { programmeRoles: ['mentor'], name: 'Mia Meer' });
    const other = await anAccount(server);
    const space = await aSpace(server, { members: [[other, 'moderator'], [mia, 'author']] });
    await leave(mia);
    const refused = await enter(mia);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'account.leaving', params: { finalAt: new Date(server.clock.now().getTime() + 14 * DAY_MS).toISOString() } });
    expect(await server.refusal(stranger(), SIGN_IN, { input: { address: mia.address, password: 'falsch geraten', keepsAccount: true } })).toMatchObject({ reason: 'account.signInFailed' });
    expect((await enter(mia, true)).data).toEqual({ signIn: { id: mia.id } });
    expect(await server.data(other.caller, 'query ($id: ID!) { person(id: $id) { name programmeRoles } }', { id: mia.id })).toEqual({ person: { name: 'Mia Meer', programmeRoles: ['mentor'] } });
    expect(await server.db.query('select role from space_member where account_id = $1 and space_id = $2', [mia.id, space.id])).toEqual([{ role: 'author' }]);
    expect(await mailsTo(mia)).toContain('Das Konto bleibt bestehen');
    server.clock.forward(15 * DAY_MS);
    await makeFinal();
    expect((await enter(mia)).data).toEqual({ signIn: { id: mia.id } });
  });

  it('keeps the address taken meanwhile and free afterwards', async () => {
    const mia = await anAccount(server);
    await leave(mia);
    const register = () =>
      server.data(stranger(), REGISTER, { input: { address: mia.address, name: 'Jemand Anders', password: 'vier Kühe am Bachlauf', wishedRole: 'mentee', locale: 'de', acceptsRules: true, acceptsPrivacy: true } });
    await register();
    const accounts = () => server.db.query<{ id: string }>('select id from account where address = $1', [mia.address]);
    expect(await accounts()).toEqual([{ id: mia.id }]);
    // Whoever owns the mailbox learns how to keep the account, nobody else learns anything.
    expect((await mailsTo(mia)).filter((subject) => subject.startsWith('Das Konto wird am'))).toHaveLength(2);
    server.clock.forward(14 * DAY_MS);
    await makeFinal();
    await register();
    expect(await accounts()).toHaveLength(1);
    expect((await accounts())[0]?.id).not.toBe(mia.id);
  });

  it('becomes final after fourteen days and not before, with a last mail that is sent once', async () => {
    const mia = await anAccount(server);
    await leave(mia);
    server.clock.forward(14 * DAY_MS - 1000);
    await makeFinal();
    expect((await enter(mia)).errors?.[0]?.extensions.reason).toBe('account.leaving');
    server.clock.forward(1000);
    await makeFinal();
    await makeFinal();
    expect((await enter(mia)).errors?.[0]?.extensions.reason).toBe('account.signInFailed');
    expect((await mailsTo(mia)).filter((subject) => subject === 'Das Konto ist gelöscht')).toHaveLength(1);
    expect(await server.db.query(`select name, password_hash as hash, address from account where id = $1`, [mia.id])).toEqual([{ name: '', hash: null, address: `${mia.id}@geloescht.invalid` }]);
  });
});

/** What of an account cannot be removed keeps all of it. */
function notErasing({ id }: TestAccount) {
  const erase = jest.spyOn(server.app.get(AccountLeavingContribution), 'erase');
  const real = erase.getMockImplementation() ?? AccountLeavingContribution.prototype.erase;
  erase.mockImplementation(function erasing(this: AccountLeavingContribution, tx, account) {
    return account.id === id ? Promise.reject(new Error('broken')) : real.call(this, tx, account);
  });
  return { erase, log: jest.spyOn(server.app.get<Logger>(LOGGER), 'error').mockReturnValue(undefined) };
}

describe('a database from a backup that is older than a deletion', () => {
  const row = async (id: string) =>
    (await server.db.query<{ name: string; address: string; erased: boolean }>('select name, address, erased_at is not null as erased from account where id = $1', [id]))[0];
  const start = () => server.app.get(AccountErasure).repeat();
  /** As a backup has it: nobody has asked to go. */
  const restore = async ({ id, address }: TestAccount) =>
    server.db.query(`update account set name = 'Mia Meer', address = $2, standing = 'approved', deleted_at = null, erased_at = null where id = $1`, [id, address]);

  it('lets who was deleted go once more at the next start, without a mail, and nobody else', async () => {
    const [mia, max] = [await anAccount(server, { name: 'Mia Meer' }), await anAccount(server, { name: 'Max Moor' })];
    await leave(mia);
    server.clock.forward(14 * DAY_MS);
    await makeFinal();
    const list = path.join(server.config.dataDir, 'erased-accounts');
    expect(readFileSync(list, 'utf8')).toContain(mia.id);
    expect(readFileSync(list, 'utf8')).not.toContain(mia.address);
    await restore(mia);
    const mails = (await mailsTo(mia)).length;
    await start();
    expect(await row(mia.id)).toEqual({ name: '', address: `${mia.id}@geloescht.invalid`, erased: true });
    expect(await row(max.id)).toMatchObject({ name: 'Max Moor', erased: false });
    expect(await mailsTo(mia)).toHaveLength(mails);
    // Once is enough.
    const size = readFileSync(list, 'utf8').length;
    await start();
    expect(readFileSync(list, 'utf8')).toHaveLength(size);
  });

  it('fills the list where it is missing, and reads one that was joined by hand', async () => {
    const [mia, max] = [await anAccount(server), await anAccount(server)];
    for (const one of [mia, max]) await leave(one);
    server.clock.forward(14 * DAY_MS);
    await makeFinal();
    const list = path.join(server.config.dataDir, 'erased-accounts');
    rmSync(list);
    await start();
    expect(readFileSync(list, 'utf8')).toContain(max.id);
    writeFileSync(list, `${mia.id.toUpperCase()}\r\nkein Konto\n'; drop table account; --\n`);
    await restore(mia);
    await start();
    expect(await row(mia.id)).toMatchObject({ erased: true });
  });

  it('lets all others go where one cannot, and then refuses the start with a sentence that names that one', async () => {
    const [mia, max] = [await anAccount(server), await anAccount(server)];
    writeFileSync(path.join(server.config.dataDir, 'erased-accounts'), `${mia.id}\n${max.id}\n`);
    const { erase, log } = notErasing(mia);
    const refusal = await start().catch((error: unknown) => error);
    for (const mocked of [erase, log]) mocked.mockRestore();
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).message.split('\n')).toEqual([expect.stringContaining(mia.id), expect.stringContaining(mia.id)]);
    expect([(await row(mia.id))?.erased, (await row(max.id))?.erased]).toEqual([false, true]);
    await start();
    expect((await row(mia.id))?.erased).toBe(true);
  });

  it('refuses the start with a sentence where the list is there and cannot be read', async () => {
    const list = path.join(server.config.dataDir, 'erased-accounts');
    rmSync(list, { force: true });
    mkdirSync(list);
    const refusal = await start().catch((error: unknown) => error);
    rmSync(list, { recursive: true });
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).message).toMatch(/^Die Liste der gelöschten Konten .+EISDIR.+\nThe list of deleted accounts .+$/);
  });

  it('deletes also where the list cannot be written', async () => {
    const mia = await anAccount(server);
    await leave(mia);
    server.clock.forward(14 * DAY_MS);
    const list = path.join(server.config.dataDir, 'erased-accounts');
    rmSync(list, { force: true });
    mkdirSync(list);
    await makeFinal().catch(() => undefined);
    expect(await row(mia.id)).toMatchObject({ erased: true });
    rmSync(list, { recursive: true });
    await makeFinal();
    expect(readFileSync(list, 'utf8')).toContain(mia.id);
  });
});

describe('a database from a backup that is older than a wish to go', () => {
  const list = () => path.join(server.config.dataDir, 'erased-accounts');
  const start = () => server.app.get(LeavingWishes).repeat();
  const isLeaving = async ({ id }: TestAccount) => (await server.db.query<{ is: boolean }>('select deleted_at is not null and deletion_final_at is not null as is from account where id = $1', [id]))[0]?.is;
  /** As a backup has it: nobody has said anything. */
  const restore = async ({ id }: TestAccount) => {
    await server.db.query('update account set deleted_at = null, deletion_final_at = null where id = $1', [id]);
    await server.db.query(`delete from audit_entry where subject_id = $1 and act like 'accounts.deletion%'`, [id]);
  };
  const keep = async ({ id }: TestAccount) => server.data(coordinator.caller, KEEP_FOR, { input: { accountId: id } });

  it('repeats the wish at the next start, with all days to take it back and a mail that says so, and nobody else’s', async () => {
    const [mia, max] = [await anAccount(server), await anAccount(server)];
    await leave(mia);
    const mails = (await mailsTo(mia)).length;
    expect(readFileSync(list(), 'utf8')).toContain(`${mia.id} leaves`);
    expect(readFileSync(list(), 'utf8')).not.toContain(mia.address);
    await restore(mia);
    server.clock.forward(DAY_MS);
    await start();
    expect([await isLeaving(mia), await isLeaving(max)]).toEqual([true, false]);
    const refused = await enter(mia);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ reason: 'account.leaving', params: { finalAt: new Date(server.clock.now().getTime() + 14 * DAY_MS).toISOString() } });
    expect(await mailsTo(mia)).toHaveLength(mails + 1);
    // Taken back now, it is not repeated at the next start.
    await keep(mia);
    await start();
    expect(await isLeaving(mia)).toBe(false);
  });

  it('repeats none that was taken back, also where only the database knows of that', async () => {
    const [mia, max] = [await anAccount(server), await anAccount(server)];
    for (const one of [mia, max]) await leave(one);
    await server.drain();
    const before = readFileSync(list(), 'utf8');
    for (const one of [mia, max]) await keep(one);
    await server.drain();
    expect(readFileSync(list(), 'utf8')).toContain(`${mia.id} stays`);
    await restore(mia);
    await start();
    expect(await isLeaving(mia)).toBe(false);
    writeFileSync(list(), before);
    await start();
    expect(await isLeaving(max)).toBe(false);
  });

  it('does not make a wish of one’s own of what the coordination was asked for', async () => {
    const [mia, max, moni] = [await anAccount(server), await anAccount(server), await anAccount(server)];
    await leave(mia);
    for (const { id } of [max, moni]) await server.data(coordinator.caller, DELETE_FOR, { input: { accountId: id, reason: 'Auf Wunsch' } });
    await server.drain();
    for (const one of [mia, max, moni]) await restore(one);
    await server.db.query('update account set deletion_asked_by = null where id = any($1)', [[max.id, moni.id]]);
    // Of a coordinator who came after the backup nothing is known in it: the wish counts nevertheless.
    writeFileSync(list(), readFileSync(list(), 'utf8').replace(new RegExp(`(${moni.id} leaves .+ asked by ).+`), `$1${randomUUID()}`));
    await start();
    const leaving = async () => (await server.data<{ leavingAccounts: object[] }>(coordinator.caller, LEAVING)).leavingAccounts;
    expect(await leaving()).toEqual(expect.arrayContaining([{ id: mia.id, isOwnWish: true }, { id: max.id, isOwnWish: false }, { id: moni.id, isOwnWish: true }]));
    await server.drain();
    // Also where the next backup is put back.
    for (const one of [mia, max]) await restore(one);
    await server.db.query('update account set deletion_asked_by = null where id = $1', [max.id]);
    await start();
    expect(await leaving()).toEqual(expect.arrayContaining([{ id: mia.id, isOwnWish: true }, { id: max.id, isOwnWish: false }]));
  });

  it('keeps who took it back since, for good', async () => {
    const [mia, max] = [await anAccount(server), await anAccount(server)];
    for (const one of [mia, max]) await leave(one);
    await server.drain();
    await keep(mia);
    await server.drain();
    // As a backup from between the two words has it.
    await server.db.query('update account set deleted_at = $2, deletion_final_at = $3 where id = $1', [mia.id, server.clock.now(), new Date(server.clock.now().getTime() + 14 * DAY_MS)]);
    await server.db.query(`delete from audit_entry where subject_id = $1 and act = 'accounts.deletionWithdrawn'`, [mia.id]);
    await start();
    expect([await isLeaving(mia), await isLeaving(max)]).toEqual([false, true]);
    server.clock.forward(15 * DAY_MS);
    await makeFinal();
    expect((await enter(mia)).data).toEqual({ signIn: { id: mia.id } });
    expect(await mailsTo(mia)).not.toContain('Das Konto ist gelöscht');
    // Who wishes to go after that goes, however often the server starts.
    await server.data(coordinator.caller, DELETE_FOR, { input: { accountId: mia.id, reason: 'Auf Wunsch' } });
    await start();
    expect(await isLeaving(mia)).toBe(true);
  });

  it('lets all others go where somebody has something to hand over first', async () => {
    const [mia, max] = [await anAccount(server), await anAccount(server)];
    for (const one of [mia, max]) await leave(one);
    await server.drain();
    for (const one of [mia, max]) await restore(one);
    await aSpace(server, { members: [[mia, 'moderator']] });
    const log = jest.spyOn(server.app.get<Logger>(LOGGER), 'error').mockReturnValue(undefined);
    await start();
    expect(log.mock.calls).toEqual([[{ accountId: mia.id, error: expect.stringContaining('account.moderatesAlone') }, 'a wish to be deleted could not be repeated']]);
    log.mockRestore();
    expect([await isLeaving(mia), await isLeaving(max)]).toEqual([false, true]);
  });
});

describe('a mail server that is away', () => {
  const isErased = async ({ id }: TestAccount) => (await server.db.query<{ erased: boolean }>('select erased_at is not null as erased from account where id = $1', [id]))[0]?.erased;

  it('is tried again the next night, and keeps nobody longer than three days', async () => {
    const [mia, max] = [await anAccount(server), await anAccount(server)];
    for (const one of [mia, max]) await leave(one);
    await server.drain();
    server.clock.forward(14 * DAY_MS);
    const send = jest.spyOn(server.mailBox, 'send').mockRejectedValue(new Error('away'));
    await makeFinal();
    expect([await isErased(mia), await isErased(max)]).toEqual([false, false]);
    // Still time to change one's mind.
    await server.data(coordinator.caller, KEEP_FOR, { input: { accountId: max.id } });
    server.clock.forward(3 * DAY_MS);
    await makeFinal();
    expect([await isErased(mia), await isErased(max)]).toEqual([true, false]);
    // Taken without an answer that came through, it is the same mail the next night.
    expect(send.mock.calls.filter(([mail]) => mail.to.address === mia.address).map(([mail]) => mail.id)).toEqual([mia.id, mia.id]);
    send.mockRestore();
  });
});

describe('an account that cannot be let go of', () => {
  it('keeps nobody else, and the log says of the night that it failed, for whom and why', async () => {
    const [mia, max] = [await anAccount(server), await anAccount(server)];
    for (const one of [mia, max]) await leave(one);
    server.clock.forward(14 * DAY_MS);
    const { erase, log } = notErasing(mia);
    await expect(server.app.get(AccountErasure).run()).rejects.toThrow('1 accounts not erased');
    expect(log.mock.calls).toEqual([[{ accountId: mia.id, error: expect.stringContaining('broken') }, 'account not erased']]);
    for (const mocked of [erase, log]) mocked.mockRestore();
    const isErased = async ({ id }: TestAccount) => (await server.db.query<{ erased: boolean }>('select erased_at is not null as erased from account where id = $1', [id]))[0]?.erased;
    expect([await isErased(mia), await isErased(max)]).toEqual([false, true]);
    await makeFinal();
    expect(await isErased(mia)).toBe(true);
  });
});

describe('handing over first', () => {
  it('is asked of the only moderator of a space, also by the coordination', async () => {
    const mia = await anAccount(server);
    const helper = await anAccount(server);
    const space = await aSpace(server, { name: 'Radwege', members: [[mia, 'moderator'], [helper, 'member']] });
    expect(await server.data(mia.caller, '{ me { deletionObstacles { kind name path } } }')).toEqual({
      me: { deletionObstacles: [{ kind: 'lastModerator', name: 'Radwege', path: `/raum/${space.slug}/mitglieder` }] },
    });
    expect(await server.refusal(mia.caller, DELETE, { input: { currentPassword: mia.password } })).toEqual({ code: 'CONFLICT', reason: 'account.moderatesAlone' });
    expect(await server.refusal(coordinator.caller, DELETE_FOR, { input: { accountId: mia.id, reason: 'Auf Wunsch' } })).toEqual({ code: 'CONFLICT', reason: 'account.moderatesAlone' });
    await server.db.query(`update space_member set role = 'moderator' where account_id = $1`, [helper.id]);
    await leave(mia);
    // Who is on the way out moderates no more: now the other one is the last.
    expect(await server.refusal(helper.caller, DELETE, { input: { currentPassword: helper.password } })).toMatchObject({ reason: 'account.moderatesAlone' });
  });

  it('leaves one of two moderators who go at one moment', async () => {
    const [mia, max] = [await anAccount(server), await anAccount(server)];
    await aSpace(server, { members: [[mia, 'moderator'], [max, 'moderator']] });
    const answers = await Promise.all([mia, max].map((one) => server.graphql(one.caller, DELETE, { input: { currentPassword: one.password } })));
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
  });

  it('is asked of the last coordinator', async () => {
    expect(await server.refusal(coordinator.caller, DELETE, { input: { currentPassword: coordinator.password } })).toEqual({ code: 'CONFLICT', reason: 'account.lastCoordinator' });
    expect(await server.data(coordinator.caller, '{ me { deletionObstacles { kind name path } } }')).toEqual({ me: { deletionObstacles: [{ kind: 'lastCoordinator', name: null, path: '/koordination/konten' }] } });
  });
});

describe('the coordination', () => {
  it('deletes on request with a reason on record, sees the due dates and can take it back', async () => {
    const mia = await anAccount(server, { name: 'Mia Meer' });
    const { deleteAccount } = await server.data<{ deleteAccount: { dueAt: string; askedAt: string } }>(coordinator.caller, DELETE_FOR, { input: { accountId: mia.id, reason: 'Auf Wunsch per Brief' } });
    expect(deleteAccount).toMatchObject({ id: mia.id, name: 'Mia Meer', isOwnWish: false });
    const days = (new Date(deleteAccount.dueAt).getTime() - new Date(deleteAccount.askedAt).getTime()) / DAY_MS;
    expect(days).toBeGreaterThan(27);
    expect(days).toBeLessThan(32);
    expect(await server.db.query(`select actor_id as "by", details from audit_entry where subject_id = $1 and act = 'accounts.deletionAsked'`, [mia.id])).toEqual([{ by: coordinator.id, details: { reason: 'Auf Wunsch per Brief' } }]);
    expect(await server.data(mia.caller, '{ me { id } }')).toEqual({ me: null });
    expect((await server.data<{ leavingAccounts: object[] }>(coordinator.caller, LEAVING)).leavingAccounts).toContainEqual({ id: mia.id, isOwnWish: false });
    await server.data(coordinator.caller, KEEP_FOR, { input: { accountId: mia.id } });
    expect((await enter(mia)).data).toEqual({ signIn: { id: mia.id } });
    expect(await server.refusal(coordinator.caller, KEEP_FOR, { input: { accountId: mia.id } })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('goes like everybody else', async () => {
    expect(await server.refusal(coordinator.caller, DELETE_FOR, { input: { accountId: coordinator.id, reason: 'x' } })).toEqual({ code: 'FORBIDDEN', reason: 'account.deleteOwnAtAccount' });
  });

  it('is nobody else', async () => {
    const mia = await anAccount(server);
    const other = await anAccount(server);
    for (const [query, input] of [[DELETE_FOR, { accountId: other.id, reason: 'x' }], [KEEP_FOR, { accountId: other.id }], [LEAVING, undefined]] as const) {
      expect(await server.refusal(mia.caller, query, { input })).toMatchObject({ code: 'FORBIDDEN', reason: 'account.coordinatorsOnly' });
      expect(await server.refusal(null, query, { input })).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });
});
