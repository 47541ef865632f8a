import { spacesDomain } from '#spaces/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { aSpace } from '../../../spaces/server/spaces.testing.js';
import { anAccount, type TestAccount } from '../accounts.testing.js';
import { MemberImport } from '../import/member-import.js';
import { accountsDomain } from '../index.js';

const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) }';
const CONFIRM = 'mutation ($input: ConfirmRegistrationInput!) { confirmRegistration(input: $input) }';
const ACCEPT = 'mutation ($input: AcceptWelcomeInput!) { acceptWelcome(input: $input) { id } }';
const APPROVE = 'mutation ($input: ApproveRegistrationInput!) { approveRegistration(input: $input) { id } }';
const DECLINE = 'mutation ($input: DeclineRegistrationInput!) { declineRegistration(input: $input) { id } }';
const REOPEN = 'mutation ($input: AccountIdInput!) { reopenRegistration(input: $input) { id } }';
const INVITE = 'mutation ($input: CreateInvitationInput!) { createProgrammeInvitation(input: $input) { link } }';
const ALLOW = 'mutation ($input: AllowDomainInput!) { allowDomain(input: $input) { domain } }';
const QUEUE = 'query ($first: Int!, $after: String) { registrations(first: $first, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }';
const DECIDED = `query ($outcome: RegistrationOutcome, $first: Int = 20, $after: String) {
  registrationDecisions(outcome: $outcome, first: $first, after: $after) { nodes { accountId name outcome step message at decidedBy } pageInfo { hasNextPage endCursor } } }`;

interface Decision {
  readonly name: string;
  readonly outcome: string;
  readonly decidedBy: string | null;
}
interface PageOf<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let server: TestServer;
let karin: TestAccount;
let kurt: TestAccount;
let count = 0;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain]);
  karin = await anAccount(server, { siteRoles: ['coordinator'], name: 'Karin Koch' });
  kurt = await anAccount(server, { siteRoles: ['coordinator'], name: 'Kurt Lang' });
});
afterAll(async () => server.stop());

const decided = async (variables: Readonly<Record<string, unknown>> = {}): Promise<PageOf<Decision>> =>
  (await server.data<{ registrationDecisions: PageOf<Decision> }>(karin.caller, DECIDED, variables)).registrationDecisions;

async function applicant(name: string): Promise<TestAccount> {
  server.clock.forward(60_000);
  const account = await anAccount(server, { name, standing: 'waiting' });
  await server.db.query(`update registration set stage = 'waiting', stage_at = $2 where account_id = $1`, [account.id, server.clock.now()]);
  return account;
}
const approve = (by: TestAccount, who: TestAccount) => server.data(by.caller, APPROVE, { input: { accountId: who.id, programmeRoles: [], spaceIds: [], message: 'Willkommen' } });
const decline = (by: TestAccount, who: TestAccount) => server.data(by.caller, DECLINE, { input: { accountId: who.id, reason: 'Nur für Kommunen' } });

describe('the list of decisions', () => {
  it('names who was approved or declined, by whom, when and why, the newest first', async () => {
    const [ada, ben] = [await applicant('Ada Ahrens'), await applicant('Ben Bauer')];
    await approve(karin, ada);
    server.clock.forward(1000);
    await decline(kurt, ben);
    const [newest, before] = (await decided()).nodes;
    expect(newest).toEqual({ accountId: ben.id, name: 'Ben Bauer', outcome: 'declined', step: 'declined', message: 'Nur für Kommunen', at: server.clock.now().toISOString(), decidedBy: 'Kurt Lang' });
    expect(before).toMatchObject({ accountId: ada.id, outcome: 'approved', step: 'approved', message: 'Willkommen', decidedBy: 'Karin Koch' });
    expect((await decided({ outcome: 'declined' })).nodes.map(({ name }) => name)).toEqual(['Ben Bauer']);
    expect((await decided({ outcome: 'approved' })).nodes.map(({ name }) => name)).toEqual(['Ada Ahrens']);
  });

  it('leaves out what was taken back, and then shows the last word alone', async () => {
    const ciara = await applicant('Ciara Conrad');
    await decline(karin, ciara);
    server.clock.forward(1000);
    await server.data(kurt.caller, REOPEN, { input: { accountId: ciara.id } });
    expect((await decided()).nodes.map(({ name }) => name)).not.toContain('Ciara Conrad');
    server.clock.forward(1000);
    await approve(kurt, ciara);
    expect((await decided()).nodes.filter(({ name }) => name === 'Ciara Conrad')).toMatchObject([{ outcome: 'approved', decidedBy: 'Kurt Lang' }]);
  });

  it('goes on page by page without a gap or a repetition', async () => {
    const all = (await decided({ first: 100 })).nodes.map(({ name }) => name);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await decided({ first: 1, after });
      seen.push(...page.nodes.map(({ name }) => name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(all);
    expect(seen.length).toBeGreaterThan(2);
  });

  it('is for coordinators alone', async () => {
    const member = await anAccount(server);
    expect(await server.refusal(null, DECIDED)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(member.caller, DECIDED)).toEqual({ code: 'FORBIDDEN', reason: 'account.coordinatorsOnly' });
  });
});

describe('the queue', () => {
  it('goes on beyond its first page, whoever has waited longest first', async () => {
    const names = ['Dora', 'Emil', 'Frida', 'Gerd', 'Hanne'];
    for (const name of names) await applicant(name);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { registrations }: { registrations: PageOf<{ name: string }> } = await server.data(karin.caller, QUEUE, { first: 2, after });
      seen.push(...registrations.nodes.map(({ name }) => name));
      after = registrations.pageInfo.hasNextPage ? registrations.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(names);
  });
});

describe('an approval that nobody gave at that moment', () => {
  const codeTo = (address: string): string => new URL(server.mailBox.lastTo(address).action?.url ?? '').hash.slice(1);
  const network = (): Caller => ({ ip: `203.0.113.${count}` });
  const idOf = async (address: string): Promise<string> => (await server.db.query<{ id: string }>('select id from account where address = $1', [address]))[0]?.id ?? '';
  const register = async (address: string, invitationCode: string | null): Promise<void> => {
    count += 1;
    const password = 'drei rote Ballons steigen';
    await server.data(network(), REGISTER, { input: { name: `Neu ${count}`, address, password, wishedRole: 'mentor', acceptsRules: true, acceptsPrivacy: true, invitationCode } });
    await server.drain();
    await server.data(network(), CONFIRM, { input: { code: codeTo(address), password } });
    await server.drain();
  };
  const recordOf = (accountId: string) =>
    server.db.query(`select act, actor_id as "actorId", details->>'way' as way from audit_entry where subject_id = $1 order by id`, [accountId]);
  const aClosedSpace = async () => aSpace(server, { visibility: 'closed', members: [[await anAccount(server), 'moderator']] });

  it('by an invitation is answered for by whoever made the invitation', async () => {
    const space = await aClosedSpace();
    const { createProgrammeInvitation } = await server.data<{ createProgrammeInvitation: { link: string } }>(kurt.caller, INVITE, {
      input: { id: crypto.randomUUID(), note: 'Auftakt', programmeRoles: [], spaceIds: [space.id], days: 14, maxUses: 5 },
    });
    await register('geladen@beispiel.test', new URL(createProgrammeInvitation.link).hash.slice(1));
    const accountId = await idOf('geladen@beispiel.test');
    // The second line comes from spaces, which knows only what the event told.
    expect(await recordOf(accountId)).toEqual([
      { act: 'accounts.approved', actorId: kurt.id, way: 'approvedByInvitation' },
      { act: 'spaces.assigned', actorId: kurt.id, way: null },
    ]);
    expect((await decided()).nodes[0]).toMatchObject({ accountId, step: 'approvedByInvitation', decidedBy: 'Kurt Lang' });
  });

  it('by an allowed domain is answered for by whoever last said what it gets', async () => {
    const space = await aClosedSpace();
    await server.data(karin.caller, ALLOW, { input: { domain: 'amt.test', programmeRoles: ['mentor'], spaceIds: [] } });
    await server.data(kurt.caller, ALLOW, { input: { domain: 'amt.test', programmeRoles: ['mentor'], spaceIds: [space.id] } });
    await register('jemand@amt.test', null);
    expect(await recordOf(await idOf('jemand@amt.test'))).toEqual([
      { act: 'accounts.approved', actorId: kurt.id, way: 'approvedByDomain' },
      { act: 'spaces.assigned', actorId: kurt.id, way: null },
    ]);
  });

  it('by an import is answered for by whoever ran it', async () => {
    const space = await aClosedSpace();
    await server.app.get(MemberImport).store({ accountId: karin.id }, Buffer.from('Name;E-Mail\nIda Ost;ida@beispiel.test\n'), null, [space.id]);
    await server.drain();
    await server.data(network(), ACCEPT, { input: { code: codeTo('ida@beispiel.test'), password: 'acht Wolken ziehen', acceptsRules: true, acceptsPrivacy: true } });
    await server.drain();
    const accountId = await idOf('ida@beispiel.test');
    expect(await recordOf(accountId)).toEqual([
      { act: 'accounts.approved', actorId: karin.id, way: 'arrived' },
      { act: 'spaces.assigned', actorId: karin.id, way: null },
    ]);
    expect(await server.db.query(`select step, actor_id as "actorId" from registration_step where account_id = $1 order by at, id`, [accountId])).toMatchObject([
      { step: 'imported', actorId: karin.id },
      { step: 'arrived', actorId: karin.id },
    ]);
  });

  it('names nobody once that account is gone', async () => {
    const leaving = await anAccount(server, { siteRoles: ['coordinator'] });
    await server.data(leaving.caller, ALLOW, { input: { domain: 'weg.test', programmeRoles: [], spaceIds: [] } });
    await server.db.query('delete from account where id = $1', [leaving.id]);
    await register('jemand@weg.test', null);
    expect((await decided()).nodes[0]).toMatchObject({ step: 'approvedByDomain', decidedBy: null });
  });
});
