import { spacesDomain } from '#spaces/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { anAccount, type TestAccount } from '../accounts.testing.js';
import { MemberImport } from '../import/member-import.js';
import { accountsDomain, ConsentTexts, type ConsentLocale, type ConsentText } from '../index.js';

const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) }';
const ACCEPT = 'mutation ($input: AcceptWelcomeInput!) { acceptWelcome(input: $input) { id } }';
const ENTRANCE = 'query ($locale: String) { entrance(locale: $locale) { rulesVersion privacyVersion } }';
const MINE = '{ me { consents { kind version locale givenAt withdrawnAt } dueConsents { kind version locale reason } } }';
const GIVE = 'mutation ($input: GiveConsentsInput!) { giveConsents(input: $input) { dueConsents { kind } } }';
const WITHDRAW = 'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { dueConsents { kind reason } } }';
const WITHDRAWN = '{ accounts(filter: { hasWithdrawnConsent: true }) { nodes { id consentWithdrawnAt } } }';

interface Mine {
  readonly me: { readonly consents: readonly { readonly kind: string; readonly version: string }[]; readonly dueConsents: readonly { readonly kind: string }[] };
}
type Pages = Record<'rules' | 'privacy', ConsentText>;

let server: TestServer;
let coordinator: TestAccount;
let pages: Record<ConsentLocale, Pages>;
let count = 0;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain]);
  server.app.get(ConsentTexts).use(async (locale) => pages[locale]);
  coordinator = await anAccount(server, { siteRoles: ['coordinator'], name: 'Karin Koch' });
});
beforeEach(() => {
  const first = (): Pages => ({ rules: { version: 3, neededFrom: 3 }, privacy: { version: 7, neededFrom: 5 } });
  pages = { de: first(), en: { ...first(), rules: { version: 1, neededFrom: 1 } } };
});
afterAll(async () => server.stop());

const stranger = (): Caller => {
  count += 1;
  return { ip: `192.0.2.${count}` };
};
const wishes = (more: object = {}) => ({
  name: 'Mia Meer', address: `mia-${crypto.randomUUID()}@beispiel.test`, password: 'drei rote Ballons steigen', wishedRole: 'mentor', acceptsRules: true, acceptsPrivacy: true, ...more,
});
const keptFor = (address: string) =>
  server.db.query('select c.kind, c.version, c.locale from consent c join account a on a.id = c.account_id where a.address = $1 order by c.kind', [address]);

/** A member who consented to the texts of the moment. */
async function aMember(locale: ConsentLocale = 'de'): Promise<TestAccount> {
  const member = await anAccount(server, { locale });
  const { rules, privacy } = pages[locale];
  await server.data(member.caller, GIVE, { input: { locale, rulesVersion: String(rules.version), privacyVersion: String(privacy.version) } });
  server.clock.forward(60_000);
  return member;
}
const mine = (member: TestAccount) => server.data<Mine>(member.caller, MINE);

describe('a consent', () => {
  it('names the version and the language of the text that was read', async () => {
    expect(await server.data(null, ENTRANCE, { locale: 'de' })).toEqual({ entrance: { rulesVersion: '3', privacyVersion: '7' } });
    const german = wishes({ rulesVersion: '3', privacyVersion: '7' });
    await server.data(stranger(), REGISTER, { input: german });
    expect(await keptFor(german.address)).toEqual([{ kind: 'privacy', version: '7', locale: 'de' }, { kind: 'rules', version: '3', locale: 'de' }]);
    expect(await server.data(null, ENTRANCE, { locale: 'en' })).toEqual({ entrance: { rulesVersion: '1', privacyVersion: '7' } });
    const english = wishes({ rulesVersion: '1', privacyVersion: '7', locale: 'en' });
    await server.data(stranger(), REGISTER, { input: english });
    expect(await keptFor(english.address)).toEqual([{ kind: 'privacy', version: '7', locale: 'en' }, { kind: 'rules', version: '1', locale: 'en' }]);
  });

  it('is none where the text changed while the form was open', async () => {
    const input = wishes({ rulesVersion: '3', privacyVersion: '7' });
    pages.de.privacy = { version: 8, neededFrom: 5 };
    expect(await server.refusal(stranger(), REGISTER, { input })).toEqual({ code: 'BAD_USER_INPUT', reason: 'account.consentTextChanged', field: 'acceptsPrivacy' });
    expect(await keptFor(input.address)).toEqual([]);
    await server.data(stranger(), REGISTER, { input: { ...input, privacyVersion: '8' } });
    expect(await keptFor(input.address)).toMatchObject([{ version: '8' }, { version: '3' }]);
  });

  it('of an imported person is kept the same way', async () => {
    await server.app.get(MemberImport).store({ accountId: coordinator.id }, Buffer.from('Name;E-Mail\nIda Ost;ida@beispiel.test\n'), null, []);
    await server.drain();
    const code = new URL(server.mailBox.lastTo('ida@beispiel.test').action?.url ?? '').hash.slice(1);
    const input = { code, password: 'acht Wolken ziehen', acceptsRules: true, acceptsPrivacy: true, locale: 'en', rulesVersion: '9' };
    expect(await server.refusal(stranger(), ACCEPT, { input })).toMatchObject({ reason: 'account.consentTextChanged', field: 'acceptsRules' });
    await server.data(stranger(), ACCEPT, { input: { ...input, rulesVersion: '1', privacyVersion: '7' } });
    expect(await keptFor('ida@beispiel.test')).toEqual([{ kind: 'privacy', version: '7', locale: 'en' }, { kind: 'rules', version: '1', locale: 'en' }]);
  });
});

describe('a new text', () => {
  it('asks nobody as long as it is not marked as needing consent anew', async () => {
    const member = await aMember();
    pages.de.privacy = { version: 8, neededFrom: 5 };
    expect((await mine(member)).me.dueConsents).toEqual([]);
  });

  it('that needs it asks everybody with an older consent, and only about this text', async () => {
    const member = await aMember();
    pages.de.privacy = { version: 9, neededFrom: 8 };
    expect((await mine(member)).me.dueConsents).toEqual([{ kind: 'privacy', version: '9', locale: 'de', reason: 'changed' }]);
    expect(await server.refusal(member.caller, GIVE, { input: { locale: 'de', privacyVersion: '8' } })).toMatchObject({ reason: 'account.consentTextChanged' });
    const give = { input: { locale: 'de', privacyVersion: '9' } };
    expect(await server.data(member.caller, GIVE, give)).toEqual({ giveConsents: { dueConsents: [] } });
    await server.data(member.caller, GIVE, give);
    const { consents } = (await mine(member)).me;
    expect(consents.map(({ kind, version }) => [kind, version])).toEqual([['privacy', '9'], ['rules', '3'], ['privacy', '7']]);
  });

  it('in one language asks those who read the text in this language', async () => {
    const [german, english] = [await aMember('de'), await aMember('en')];
    pages.de.rules = { version: 4, neededFrom: 4 };
    expect((await mine(german)).me.dueConsents).toMatchObject([{ kind: 'rules', version: '4' }]);
    expect((await mine(english)).me.dueConsents).toEqual([]);
  });

  it('asks nobody who never had to consent', async () => {
    expect((await mine(coordinator)).me.dueConsents).toEqual([]);
  });
});

describe('withdrawing', () => {
  it('counts at once, is told to the coordination, stays in the list and can be taken back', async () => {
    const member = await aMember();
    expect(await server.data(member.caller, WITHDRAW, { input: { kind: 'privacy' } })).toEqual({ withdrawConsent: { dueConsents: [{ kind: 'privacy', reason: 'withdrawn' }] } });
    await server.data(member.caller, WITHDRAW, { input: { kind: 'privacy' } });
    await server.drain();
    const mails = server.mailBox.mails.filter((mail) => mail.subject === 'Jemand hat eine Zustimmung zurückgezogen');
    expect(mails.map((mail) => mail.to.address)).toEqual([coordinator.address]);
    expect(JSON.stringify(mails)).not.toContain(member.name);
    expect(await server.data(coordinator.caller, WITHDRAWN)).toEqual({ accounts: { nodes: [{ id: member.id, consentWithdrawnAt: server.clock.now().toISOString() }] } });
    expect((await mine(member)).me.consents).toMatchObject([{ kind: 'rules', withdrawnAt: null }, { kind: 'privacy', withdrawnAt: server.clock.now().toISOString() }]);
    expect(await server.db.query(`select act, actor_id as "actorId" from audit_entry where subject_id = $1`, [member.id])).toEqual([{ act: 'accounts.consentWithdrawn', actorId: member.id }]);

    await server.data(member.caller, GIVE, { input: { locale: 'de', privacyVersion: '7' } });
    expect((await mine(member)).me.dueConsents).toEqual([]);
    expect(await server.data(coordinator.caller, WITHDRAWN)).toEqual({ accounts: { nodes: [] } });
  });

  it('is for whoever is signed in, and about the own account alone', async () => {
    expect(await server.refusal(null, WITHDRAW, { input: { kind: 'rules' } })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(null, GIVE, { input: { locale: 'de' } })).toMatchObject({ code: 'UNAUTHENTICATED' });
    const [one, other] = [await aMember(), await aMember()];
    await server.data(one.caller, WITHDRAW, { input: { kind: 'rules' } });
    expect((await mine(other)).me.dueConsents).toEqual([]);
  });
});

describe('withdrawing both', () => {
  it('of both at once is one piece of news', async () => {
    const member = await aMember();
    const told = async () => {
      await server.drain();
      return server.mailBox.mails.filter((mail) => mail.subject === 'Jemand hat eine Zustimmung zurückgezogen').length;
    };
    const before = await told();
    for (const kind of ['rules', 'privacy']) await server.data(member.caller, WITHDRAW, { input: { kind } });
    expect(await told()).toBe(before + 1);
  });
});
