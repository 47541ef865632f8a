import { spacesDomain } from '#spaces/server';
import { TestServer } from '#platform/server/testing';
import { anAccount, type TestAccount } from '../accounts.testing.js';
import { accountsDomain, SetupCode } from '../index.js';

const SITE_ROLES = 'mutation ($input: SetSiteRolesInput!) { setSiteRoles(input: $input) { id siteRoles } }';
const ROLES = 'mutation ($input: SetProgrammeRolesInput!) { setProgrammeRoles(input: $input) { id programmeRoles requestedRole } }';
const SUSPEND = 'mutation ($input: SuspendAccountInput!) { suspendAccount(input: $input) { isSuspended suspendedUntil suspendedReason } }';
const REACTIVATE = 'mutation ($input: AccountIdInput!) { reactivateAccount(input: $input) { isSuspended } }';
const RESET = 'mutation ($input: AccountIdInput!) { startPasswordReset(input: $input) { id } }';
const REQUEST = 'mutation ($input: RequestRoleInput!) { requestRole(input: $input) { requestedRole } }';
const DECIDE = 'mutation ($input: DecideRoleRequestInput!) { decideRoleRequest(input: $input) { programmeRoles requestedRole } }';
const LIST = 'query ($filter: AccountFilterInput, $after: String, $first: Int) { accounts(filter: $filter, after: $after, first: $first) { nodes { id name } pageInfo { hasNextPage endCursor } } }';
const SET_UP = 'mutation ($input: SetUpProgrammeInput!) { setUpProgramme(input: $input) { name siteRoles } }';

describe('the first coordinator', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
  });
  afterAll(async () => server.stop());

  it('needs the newest code of the console, once, and nobody comes after', async () => {
    const setup = server.app.get(SetupCode, { strict: false });
    const input = { programmeName: 'Mentoring Nord', name: 'Karin Koch', address: 'karin@beispiel.test', password: 'Wolken ziehen vorbei' };
    const older = await setup.issue();
    const code = await setup.issue();
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(await server.data(null, '{ setupNeeded }')).toEqual({ setupNeeded: true });
    expect(await server.refusal(null, SET_UP, { input: { ...input, code: older } })).toMatchObject({ field: 'code', reason: 'setup.wrongCode' });
    const answers = await Promise.all([1, 2, 3].map((n) => server.graphql({ ip: `192.0.2.${n}` }, SET_UP, { input: { ...input, address: `karin${n}@beispiel.test`, code: code?.toLowerCase() } })));
    expect(answers.filter((answer) => answer.errors === undefined)).toHaveLength(1);
    expect(await setup.issue()).toBeNull();
    expect(await server.data(null, '{ setupNeeded entrance { programmeName } }')).toEqual({ setupNeeded: false, entrance: { programmeName: 'Mentoring Nord' } });
    expect(await server.refusal(null, SET_UP, { input: { ...input, code } })).toMatchObject({ code: 'CONFLICT', reason: 'setup.done' });
  });

  it('cannot be guessed', async () => {
    const caller = { ip: '198.51.100.99' };
    const input = { code: 'AAAA-BBBB-CCCC', programmeName: 'X', name: 'Karin Koch', address: 'x@beispiel.test', password: 'Wolken ziehen vorbei' };
    for (let i = 0; i < 10; i += 1) await server.refusal(caller, SET_UP, { input });
    expect(await server.refusal(caller, SET_UP, { input })).toMatchObject({ code: 'RATE_LIMITED' });
  });
});

describe('accounts in the hands of coordinators', () => {
  let server: TestServer;
  let coordinator: TestAccount;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
    coordinator = await anAccount(server, { siteRoles: ['coordinator'], name: 'Zora Zink' });
  });
  afterAll(async () => server.stop());

  it('are nobody else\'s business', async () => {
    const member = await anAccount(server);
    const waiting = await anAccount(server, { standing: 'waiting' });
    const target = await anAccount(server);
    const tries: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
      [LIST, {}],
      ['query ($id: ID!) { account(id: $id) { address } }', { id: target.id }],
      [SITE_ROLES, { input: { accountId: member.id, siteRoles: ['coordinator'] } }],
      [ROLES, { input: { accountId: member.id, programmeRoles: ['mentor'] } }],
      [SUSPEND, { input: { accountId: target.id, reason: 'Weil' } }],
      [REACTIVATE, { input: { accountId: target.id } }],
      [RESET, { input: { accountId: target.id } }],
      [DECIDE, { input: { accountId: target.id, isGranted: true } }],
    ];
    for (const [query, variables] of tries) {
      expect(await server.refusal(null, query, variables)).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(await server.refusal(member.caller, query, variables)).toEqual({ code: 'FORBIDDEN', reason: 'account.coordinatorsOnly' });
      expect(await server.refusal(waiting.caller, query, variables)).toEqual({ code: 'FORBIDDEN', reason: 'account.coordinatorsOnly' });
    }
  });

  it('are listed by name, in pages, and by filter', async () => {
    await anAccount(server, { name: 'Änne Ärmel', programmeRoles: ['mentor'] });
    await anAccount(server, { name: 'Anton Arm', suspended: true });
    type Listed = { accounts: { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const list = async (variables: object) => (await server.data<Listed>(coordinator.caller, LIST, variables as never)).accounts;
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page: Listed['accounts'] = await list({ first: 2, after });
      names.push(...page.nodes.map((node) => node.name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names).toEqual([...names].sort(new Intl.Collator('de').compare));
    expect(new Set(names).size).toBe(names.length);
    expect((await list({ filter: { text: 'ärm' } })).nodes.map((node) => node.name)).toEqual(['Änne Ärmel']);
    expect((await list({ filter: { isSuspended: true } })).nodes.map((node) => node.name)).toEqual(['Anton Arm']);
    expect((await list({ filter: { isCoordinator: true } })).nodes.map((node) => node.name)).toEqual(['Zora Zink']);
    expect((await list({ filter: { programmeRole: 'mentor' } })).nodes.map((node) => node.name)).toEqual(['Änne Ärmel']);
  });

  it('need as many statements for a page as for one, with sheet and history', async () => {
    let statements = 0;
    const query = server.db.query.bind(server.db);
    const spy = jest.spyOn(server.db, 'query').mockImplementation(async (...args) => {
      statements += 1;
      return query(...args) as never;
    });
    const count = async (first: number): Promise<number> => {
      statements = 0;
      await server.data(coordinator.caller, 'query ($first: Int) { accounts(first: $first) { nodes { sheet { answers } history { step } } } }', { first });
      return statements;
    };
    expect(await count(50)).toBe(await count(1));
    spy.mockRestore();
  });

  it('get roles that act on the next request', async () => {
    const member = await anAccount(server);
    await server.data(coordinator.caller, SITE_ROLES, { input: { accountId: member.id, siteRoles: ['coordinator'] } });
    expect(await server.data(member.caller, '{ viewer { siteRoles } }')).toEqual({ viewer: { siteRoles: ['coordinator'] } });
    await server.data(coordinator.caller, SITE_ROLES, { input: { accountId: member.id, siteRoles: [] } });
    expect(await server.refusal(member.caller, LIST)).toMatchObject({ code: 'FORBIDDEN' });
    const [entry] = await server.db.query<{ count: number }>(`select count(*)::int as count from audit_entry where act = 'accounts.siteRolesSet' and subject_id = $1`, [member.id]);
    expect(entry?.count).toBe(2);
  });

  it('never lose the last coordinator, also when two take the role from each other at once', async () => {
    expect(await server.refusal(coordinator.caller, SITE_ROLES, { input: { accountId: coordinator.id, siteRoles: [] } })).toEqual({ code: 'CONFLICT', reason: 'account.lastCoordinator' });
    const second = await anAccount(server, { siteRoles: ['coordinator'] });
    await Promise.all([
      server.graphql(coordinator.caller, SITE_ROLES, { input: { accountId: second.id, siteRoles: [] } }),
      server.graphql(second.caller, SITE_ROLES, { input: { accountId: coordinator.id, siteRoles: [] } }),
    ]);
    const left = await server.db.query(`select id from account where 'coordinator' = any(site_roles)`);
    expect(left).toHaveLength(1);
    await server.db.write({ accountId: null }, async (tx) => tx.query(`update account set site_roles = '{coordinator}' where id = $1`, [coordinator.id]));
    await server.db.write({ accountId: null }, async (tx) => tx.query(`update account set site_roles = '{}' where id = $1`, [second.id]));
  });

  it('are blocked with all their sessions, told why, and opened again', async () => {
    const member = await anAccount(server);
    expect(await server.data(coordinator.caller, SUSPEND, { input: { accountId: member.id, reason: 'Werbung verschickt' } })).toEqual({
      suspendAccount: { isSuspended: true, suspendedUntil: null, suspendedReason: 'Werbung verschickt' },
    });
    expect(await server.data(member.caller, '{ viewer { accountId } }')).toEqual({ viewer: { accountId: null } });
    await server.drain();
    expect(server.mailBox.lastTo(member.address).paragraphs).toContain('Werbung verschickt');
    expect(await server.data(coordinator.caller, REACTIVATE, { input: { accountId: member.id } })).toEqual({ reactivateAccount: { isSuspended: false } });
    expect(await server.data(member.caller, '{ viewer { accountId } }')).toEqual({ viewer: { accountId: null } });
    expect(await server.refusal(coordinator.caller, SUSPEND, { input: { accountId: coordinator.id, reason: 'Versehen' } })).toEqual({ code: 'FORBIDDEN', reason: 'account.notYourself' });
    expect(await server.refusal(coordinator.caller, SUSPEND, { input: { accountId: member.id, reason: 'x', until: '2020-01-01T00:00:00Z' } })).toMatchObject({ field: 'until', reason: 'account.endInPast' });
  });

  it('can be sent a link for a new password, whose secret the coordinator does not learn', async () => {
    const member = await anAccount(server);
    const answer = await server.send(coordinator.caller, RESET, { input: { accountId: member.id } });
    await server.drain();
    const code = new URL(server.mailBox.lastTo(member.address).action?.url ?? '').hash.slice(1);
    expect(code.length).toBeGreaterThan(40);
    expect(answer.body).not.toContain(code);
  });

  it('carry a wish for another role until a coordinator decides', async () => {
    const member = await anAccount(server, { programmeRoles: ['mentee'] });
    expect(await server.data(member.caller, REQUEST, { input: { wishedRole: 'both' } })).toEqual({ requestRole: { requestedRole: 'both' } });
    expect(await server.data(coordinator.caller, DECIDE, { input: { accountId: member.id, isGranted: true } })).toEqual({ decideRoleRequest: { programmeRoles: ['mentor', 'mentee'], requestedRole: null } });
    expect(await server.refusal(coordinator.caller, DECIDE, { input: { accountId: member.id, isGranted: false } })).toEqual({ code: 'CONFLICT', reason: 'account.roleRequestGone' });
    const waiting = await anAccount(server, { standing: 'waiting' });
    expect(await server.refusal(waiting.caller, REQUEST, { input: { wishedRole: 'mentor' } })).toEqual({ code: 'FORBIDDEN', reason: 'account.membersOnly' });
    await server.data(member.caller, REQUEST, { input: { wishedRole: 'mentor' } });
    expect(await server.data(member.caller, REQUEST, { input: { wishedRole: 'both' } })).toEqual({ requestRole: { requestedRole: null } });
  });
});
