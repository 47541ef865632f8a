import { accountsDomain } from '#accounts/server';
import { Audit } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { spacesDomain } from '#spaces/server';
import { anAccount, type TestAccount } from '../../accounts/server/accounts.testing.js';
import { aSpace } from '../../spaces/server/spaces.testing.js';
import { administrationDomain } from './index.js';

const PAGE = 'query ($slug: String!, $locale: String) { sitePage(slug: $slug, locale: $locale) { title html version isChanged viewerCanEdit } }';
const SAVE = 'mutation ($input: SaveSitePageInput!) { saveSitePage(input: $input) { title html version isChanged hasGaps } }';

describe('administration', () => {
  let server: TestServer;
  let coordinator: TestAccount;
  let member: TestAccount;

  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain, administrationDomain]);
    coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    member = await anAccount(server, {});
  });

  afterAll(() => server.stop());

  it.each(['impressum', 'datenschutz', 'barrierefreiheit', 'hausregeln'])('shows %s to a guest in both languages', async (slug) => {
    for (const locale of ['de', 'en']) {
      const { sitePage } = await server.data<{ sitePage: { title: string; html: string; viewerCanEdit: boolean } }>(null, PAGE, { slug, locale });
      expect(sitePage.html).toContain('<p>');
      expect(sitePage.viewerCanEdit).toBe(false);
    }
  });

  it('shows the imprint without any script', async () => {
    const answer = await server.app.inject({ method: 'GET', url: '/api/pages/impressum' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('<h1>Impressum</h1>');
    expect(answer.body).not.toContain('<script');
  });

  it('answers an unknown page as not found', async () => {
    await expect(server.refusal(null, PAGE, { slug: 'geheim' })).resolves.toMatchObject({ code: 'NOT_FOUND' });
    expect((await server.app.inject({ method: 'GET', url: '/api/pages/geheim' })).statusCode).toBe(404);
  });

  it('puts a changed page in force and counts its version', async () => {
    expect(await server.data(coordinator.caller, '{ sitePage(slug: "impressum", locale: "de") { hasGaps } }')).toEqual({ sitePage: { hasGaps: true } });
    const input = { slug: 'impressum', locale: 'de', title: 'Impressum', body: 'Stadt Musterau, <script>alert(1)</script>', baseVersion: 1 };
    const { saveSitePage } = await server.data<{ saveSitePage: { html: string; version: number; isChanged: boolean } }>(coordinator.caller, SAVE, { input });
    expect(saveSitePage).toMatchObject({ version: 2, isChanged: true, hasGaps: false });
    expect(saveSitePage.html).toContain('Stadt Musterau');
    expect(saveSitePage.html).not.toContain('<script');
  });

  it('shows an earlier wording by its version, and today’s where that one is not kept', async () => {
    const versions = 'query ($version: Int) { sitePage(slug: "impressum", locale: "de", version: $version) { version body } }';
    const read = (version: number | null) => server.data<{ sitePage: { version: number; body: string } }>(null, versions, { version });
    const { sitePage: newest } = await read(null);
    const input = { slug: 'impressum', locale: 'de', title: 'Impressum', body: 'Ganz neu', baseVersion: newest.version };
    await server.data(coordinator.caller, SAVE, { input });
    expect(await read(newest.version)).toEqual({ sitePage: newest });
    expect((await read(1)).sitePage).toMatchObject({ version: 1 });
    for (const version of [null, newest.version + 1, 99, -1]) expect((await read(version)).sitePage).toEqual({ version: newest.version + 1, body: 'Ganz neu' });
  });

  describe('a page one consents to', () => {
    const DUE = '{ me { dueConsents { kind version locale reason } } }';
    const GIVE = 'mutation ($input: GiveConsentsInput!) { giveConsents(input: $input) { dueConsents { kind } consents { kind version } } }';
    const versions = async (locale: string) =>
      (await server.data<{ entrance: { rulesVersion: string; privacyVersion: string } }>(null, 'query ($locale: String) { entrance(locale: $locale) { rulesVersion privacyVersion } }', { locale })).entrance;
    const publish = async (needsConsent: boolean, locale = 'de') => {
      const { sitePage } = await server.data<{ sitePage: { version: number } }>(null, PAGE, { slug: 'hausregeln', locale });
      const input = { slug: 'hausregeln', locale, title: 'Hausregeln', body: `Fassung nach ${sitePage.version}`, baseVersion: sitePage.version, needsConsent };
      return (await server.data<{ saveSitePage: { version: number } }>(coordinator.caller, SAVE, { input })).saveSitePage.version;
    };

    it('gives its version to the consents, each language its own', async () => {
      const before = await versions('en');
      const version = await publish(false);
      expect((await versions('de')).rulesVersion).toBe(String(version));
      expect(await versions('en')).toEqual(before);
    });

    it('asks its readers again only where the coordination said so', async () => {
      const reader = await anAccount(server);
      await server.data(reader.caller, GIVE, { input: { locale: 'de', ...(await versions('de')) } });
      await publish(false);
      expect(await server.data(reader.caller, DUE)).toEqual({ me: { dueConsents: [] } });
      const version = String(await publish(true));
      expect(await server.data(reader.caller, DUE)).toEqual({ me: { dueConsents: [{ kind: 'rules', version, locale: 'de', reason: 'changed' }] } });
      // A later small change asks nobody anew, and does not take back that the one before has to be consented to.
      const newest = String(await publish(false));
      expect(await server.data(reader.caller, DUE)).toEqual({ me: { dueConsents: [{ kind: 'rules', version: newest, locale: 'de', reason: 'changed' }] } });
      expect(await server.data(reader.caller, GIVE, { input: { locale: 'de', rulesVersion: newest } })).toMatchObject({ giveConsents: { dueConsents: [] } });
    });

    it('is no imprint', async () => {
      const input = { slug: 'impressum', locale: 'de', title: 'Impressum', body: 'x', baseVersion: 2, needsConsent: true };
      await expect(server.refusal(coordinator.caller, SAVE, { input })).resolves.toEqual({ code: 'BAD_USER_INPUT', reason: 'page.noConsentPage', field: 'needsConsent' });
    });
  });

  it('refuses a change that started from an older version', async () => {
    const input = { slug: 'impressum', locale: 'de', title: 'Impressum', body: 'Anders', baseVersion: 1 };
    await expect(server.refusal(coordinator.caller, SAVE, { input })).resolves.toMatchObject({ code: 'CONFLICT', reason: 'page.stale' });
  });

  it.each([
    ['saveSitePage', SAVE, { input: { slug: 'impressum', locale: 'de', title: 'x', body: 'x', baseVersion: 2 } }],
    ['saveProgramme', 'mutation ($input: SaveProgrammeInput!) { saveProgramme(input: $input) { name } }', { input: { name: 'x', address: 'du', locale: 'de' } }],
    ['hopelessJobs', '{ hopelessJobs { id } }', {}],
    ['auditEntries', '{ auditEntries { nodes { act } } }', {}],
    ['retryHopelessJob', 'mutation { retryHopelessJob(id: "x") }', {}],
  ])('refuses %s to members and guests', async (_name, query, variables) => {
    await expect(server.refusal(member.caller, query, variables)).resolves.toMatchObject({ code: 'FORBIDDEN' });
    await expect(server.refusal(null, query, variables)).resolves.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('names the wrong field of the programme’s settings', async () => {
    const input = { name: '', address: 'sie', locale: 'de', contactAddress: 'kein-at' };
    const answer = await server.graphql(coordinator.caller, 'mutation ($input: SaveProgrammeInput!) { saveProgramme(input: $input) { name } }', { input });
    expect(answer.errors?.[0]?.extensions.fields).toEqual([
      expect.objectContaining({ field: 'name', reason: 'required' }),
      expect.objectContaining({ field: 'contactAddress', reason: 'badAddress' }),
    ]);
  });

  it('keeps a record that coordinators read', async () => {
    const { auditEntries } = await server.data<{ auditEntries: { nodes: { act: string; actorName: string; hasActor: boolean }[] } }>(coordinator.caller, '{ auditEntries(first: 5) { nodes { act actorName hasActor } } }');
    expect(auditEntries.nodes[0]).toEqual({ act: 'administration.pageChanged', actorName: coordinator.name, hasActor: true });
  });

  it('names the space and the person in the record, and the reason that was given', async () => {
    const space = await aSpace(server, { visibility: 'hidden', name: 'Erstvorhaben Nord', members: [[member, 'moderator']] });
    await server.data(coordinator.caller, 'mutation ($input: EnterSpaceInput!) { enterSpace(input: $input) { id } }', {
      input: { spaceId: space.id, reason: 'Hinweis auf einen Verstoß' },
    });
    await server.db.write({ accountId: coordinator.id }, (tx) =>
      server.app.get(Audit).record(tx, { accountId: coordinator.id }, { act: 'accounts.suspended', subjectKind: 'account', subjectId: member.id }),
    );
    const query = '{ auditEntries(first: 2) { nodes { act spaceName subjectName details } } }';
    const { auditEntries } = await server.data<{ auditEntries: { nodes: { act: string; details: string }[] } }>(coordinator.caller, query);
    expect(auditEntries.nodes[0]).toMatchObject({ act: 'accounts.suspended', spaceName: null, subjectName: member.name });
    expect(auditEntries.nodes[1]).toMatchObject({ act: 'spaces.entered', spaceName: 'Erstvorhaben Nord', subjectName: null });
    expect(JSON.parse(auditEntries.nodes[1]?.details ?? '')).toEqual({ reason: 'Hinweis auf einen Verstoß' });
  });

  it('hands a hint about a barrier to the coordination, from anybody, in one mail each', async () => {
    const send = 'mutation ($input: BarrierHintInput!) { sendBarrierHint(input: $input) }';
    await server.data({ ip: '192.0.2.1' }, send, { input: { page: '/suche', text: 'Zeile\r\nBcc: wer@example.org', answerTo: null } });
    await server.drain();
    const mail = server.mailBox.lastTo(coordinator.address);
    expect(mail.subject).toBe('Hinweis auf eine Barriere');
    expect(mail.paragraphs.join()).toContain('Zeile Bcc: wer@example.org');
  });

  it('refuses more hints from one network than a person writes', async () => {
    const send = 'mutation ($input: BarrierHintInput!) { sendBarrierHint(input: $input) }';
    const caller = { ip: '2001:db8::1' };
    for (let i = 0; i < 5; i += 1) await server.data(caller, send, { input: { page: '', text: 'x' } });
    await expect(server.refusal({ ip: '2001:db8::2' }, send, { input: { page: '', text: 'x' } })).resolves.toMatchObject({ code: 'RATE_LIMITED' });
  });
});
