import { spacesDomain } from '#spaces/server';
import { TestServer } from '#platform/server/testing';
import { anAccount, type TestAccount } from '../accounts.testing.js';
import { accountsDomain, People, SharedSpaces } from '../index.js';

const SAVE = 'mutation ($input: SaveSheetInput!) { saveSheet(input: $input) { field { key } answers visibility } }';
const PERSON = 'query ($id: ID!) { person(id: $id) { name entries { field { key } answers } } }';
const PEOPLE = 'query ($text: String) { people(text: $text, first: 100) { nodes { name entries { answers } } } }';
const PUT = 'mutation ($input: PutSheetFieldInput!) { putSheetField(input: $input) { id kind defaultVisibility } }';

interface Entry {
  readonly field: { readonly key: string | null };
  readonly answers: readonly string[];
  readonly visibility: string;
}

describe('sheet and people', () => {
  let server: TestServer;
  let coordinator: TestAccount;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
    coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const { sheetFields } = await server.data<{ sheetFields: { id: string; key: string }[] }>(coordinator.caller, '{ sheetFields { id key } }');
    for (const field of sheetFields) ids.set(field.key, field.id);
  });
  afterAll(async () => server.stop());

  const save = async (account: TestAccount, entries: Readonly<Record<string, readonly [readonly string[], string?]>>) =>
    server.graphql<{ saveSheet: Entry[] }>(account.caller, SAVE, {
      input: { entries: Object.entries(entries).map(([key, [answers, visibility]]) => ({ fieldId: ids.get(key), answers, ...(visibility === undefined ? {} : { visibility }) })) },
    });

  it('is saved half way, finished only when complete, and then waits for the coordination', async () => {
    const applicant = await anAccount(server, { standing: 'waiting' });
    await save(applicant, { organisation: [['Stadt Neustadt']] });
    const { errors } = await server.graphql(applicant.caller, 'mutation { finishSheet { answers } }');
    expect(errors?.[0]?.extensions.fields?.map((field) => field.field).sort()).toEqual(['function', 'municipality', 'state'].map((key) => `field.${ids.get(key)}`).sort());
    await save(applicant, { function: [['Klimaschutz']], municipality: [['Neustadt']], state: [['SN']] });
    await server.data(applicant.caller, 'mutation { finishSheet { answers } }');
    const { registrations } = await server.data<{ registrations: { nodes: { id: string; sheet: Entry[] }[] } }>(coordinator.caller, '{ registrations(stages: [waiting]) { nodes { id sheet { field { key } answers } } } }');
    const sheet = registrations.nodes.find((node) => node.id === applicant.id)?.sheet;
    expect(sheet?.find((entry) => entry.field.key === 'organisation')?.answers).toEqual(['Stadt Neustadt']);
  });

  it.each([
    ['a state that is none', 'state', ['Atlantis'], 'sheet.notAChoice'],
    ['a phone number that is none', 'phone', ['ruf mich an'], 'sheet.badPhone'],
    ['21 topics', 'topicsToGive', Array.from({ length: 21 }, (_, index) => `Thema ${index}`), 'tooMany'],
    ['a line that is too long', 'organisation', ['x'.repeat(201)], 'tooLong'],
    ['two lines', 'organisation', ['eins', 'zwei'], 'tooMany'],
  ])('refuses %s at its field and saves nothing', async (_case, key, answers, reason) => {
    const member = await anAccount(server);
    const { errors } = await save(member, { function: [['Leitung']], [key]: [answers] });
    expect(errors?.[0]?.extensions).toMatchObject({ reason, field: 'entries.1.answers' });
    const { mySheet } = await server.data<{ mySheet: Entry[] }>(member.caller, '{ mySheet { answers } }');
    expect(mySheet.every((entry) => entry.answers.length === 0)).toBe(true);
  });

  it('never shows a field to more people than it allows', async () => {
    const member = await anAccount(server);
    const { data } = await save(member, { phone: [['0351 123456'], 'programme'] });
    expect(data?.saveSheet.find((entry) => entry.field.key === 'phone')?.visibility).toBe('spaces');
  });

  it('shows each reader of a profile what is meant for them', async () => {
    const owner = await anAccount(server, { name: 'Olga Offen' });
    const [friend, stranger] = [await anAccount(server), await anAccount(server)];
    const waiting = await anAccount(server, { standing: 'waiting' });
    server.app.get(SharedSpaces, { strict: false }).use(async (viewer, accountIds) => new Set(viewer.accountId === friend.id ? accountIds : []));
    await save(owner, { organisation: [['Für alle'], 'programme'], municipality: [['Für Räume'], 'spaces'], phone: [['0123 456789'], 'coordination'] });
    const seen = async (reader: TestAccount) =>
      (await server.data<{ person: { entries: Entry[] } | null }>(reader.caller, PERSON, { id: owner.id })).person?.entries.flatMap((entry) => entry.answers) ?? null;
    expect(await seen(owner)).toEqual(['Für alle', 'Für Räume', '0123 456789']);
    expect(await seen(coordinator)).toEqual(['Für alle', 'Für Räume', '0123 456789']);
    expect(await seen(friend)).toEqual(['Für alle', 'Für Räume']);
    expect(await seen(stranger)).toEqual(['Für alle']);
    expect(await seen(waiting)).toBeNull();
    expect(await server.data(null, PERSON, { id: owner.id })).toEqual({ person: null });
    const list = JSON.stringify(await server.data(stranger.caller, PEOPLE, { text: 'Olga' }));
    expect(list).toContain('Für alle');
    expect(list).not.toMatch(/Für Räume|0123 456789/);
    expect(await server.refusal(waiting.caller, PEOPLE)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await server.refusal(null, PEOPLE)).toMatchObject({ code: 'UNAUTHENTICATED' });
    const documents = JSON.stringify(await server.app.get(People, { strict: false }).personDocuments([owner.id]));
    expect(documents).toContain('Für alle');
    expect(documents).not.toMatch(/Für Räume|0123 456789/);
  });

  it('counts for each circle the others who do see it', async () => {
    const owner = await anAccount(server, { name: 'Nora Neugier' });
    const friend = await anAccount(server);
    const others = [friend, coordinator, await anAccount(server), await anAccount(server, { standing: 'waiting' }), await anAccount(server, { suspended: true })];
    const sharing = server.app.get(SharedSpaces, { strict: false });
    sharing.use(async (viewer, accountIds) => new Set(viewer.accountId === friend.id ? accountIds : []));
    sharing.useSharers(async () => new Set([friend.id]));
    await save(owner, { organisation: [['Für alle'], 'programme'], municipality: [['Für Räume'], 'spaces'], function: [['Für wenige'], 'coordination'] });
    const AUDIENCE = '{ mySheetAudience { programme spaces coordination } }';
    const seeing = async (answer: string, readers: readonly TestAccount[]): Promise<number> => {
      const answers = await Promise.all(readers.map(async (reader) => JSON.stringify(await server.graphql(reader.caller, PERSON, { id: owner.id }))));
      return answers.filter((text) => text.includes(answer)).length;
    };
    const all = await server.db.query<{ id: string }>(`select id from account where standing = 'approved' and (suspended_until is null or suspended_until <= now()) and deleted_at is null`);
    const coordinators = await server.db.query(`select id from account where 'coordinator' = any(site_roles) and standing = 'approved'`);
    const { mySheetAudience: counted } = await server.data<{ mySheetAudience: Record<string, number> }>(owner.caller, AUDIENCE);
    expect(counted).toEqual({ programme: all.length - 1, spaces: coordinators.length + 1, coordination: coordinators.length });
    expect(await Promise.all(['Für alle', 'Für Räume', 'Für wenige'].map(async (answer) => seeing(answer, others)))).toEqual([3, 2, 1]);
    expect(await server.data(friend.caller, 'query ($id: ID!) { person(id: $id) { readerCount } people { readerCount } }', { id: owner.id })).toEqual({
      person: { readerCount: all.length }, people: { readerCount: all.length },
    });
    // Nobody but the coordination looks at a sheet before its owner is approved.
    const waiting = await anAccount(server, { standing: 'waiting' });
    const few = coordinators.length;
    expect(await server.data(waiting.caller, AUDIENCE)).toEqual({ mySheetAudience: { programme: few, spaces: few, coordination: few } });
    expect(await server.refusal(null, AUDIENCE)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('knows only approved members who are not blocked as people', async () => {
    const reader = await anAccount(server);
    for (const nobody of [await anAccount(server, { standing: 'waiting' }), await anAccount(server, { suspended: true }), { id: 'kein-uuid' }]) {
      expect(await server.data(reader.caller, PERSON, { id: nobody.id })).toEqual({ person: null });
    }
  });

  it('needs as many statements for a hundred people as for one', async () => {
    const reader = await anAccount(server);
    for (let i = 0; i < 12; i += 1) await save(await anAccount(server, { name: `Reihe ${i}` }), { organisation: [[`Amt ${i}`], 'programme'] });
    let statements = 0;
    const query = server.db.query.bind(server.db);
    const spy = jest.spyOn(server.db, 'query').mockImplementation(async (...args) => {
      statements += 1;
      return query(...args) as never;
    });
    const count = async (text: string): Promise<number> => {
      statements = 0;
      await server.data(reader.caller, PEOPLE, { text });
      return statements;
    };
    expect(await count('Reihe')).toBe(await count('Reihe 11'));
    spy.mockRestore();
  });

  describe('the fields', () => {
    const field = (more: object = {}) => ({
      id: crypto.randomUUID(), labelDe: 'Sprache', labelEn: 'Language', helpDe: '', helpEn: '', kind: 'choice', choices: ['Deutsch', 'Englisch'],
      isRequired: false, widestVisibility: 'spaces', defaultVisibility: 'programme', ...more,
    });

    it('are made, changed, ordered and archived by coordinators alone', async () => {
      const member = await anAccount(server);
      const input = field();
      expect(await server.refusal(member.caller, PUT, { input })).toEqual({ code: 'FORBIDDEN', reason: 'account.coordinatorsOnly' });
      expect(await server.data(coordinator.caller, PUT, { input })).toEqual({ putSheetField: { id: input.id, kind: 'choice', defaultVisibility: 'spaces' } });
      expect(await server.refusal(coordinator.caller, PUT, { input: { ...input, kind: 'line' } })).toMatchObject({ field: 'kind', reason: 'sheet.kindStays' });
      expect(await server.refusal(coordinator.caller, PUT, { input: field({ choices: ['Eins'] }) })).toMatchObject({ field: 'choices', reason: 'sheet.choicesNeeded' });
      ids.set('language', input.id);
      expect((await save(member, { language: [['Deutsch']] })).errors).toBeUndefined();
      expect((await save(member, { language: [['Klingonisch']] })).errors?.[0]?.extensions.reason).toBe('sheet.notAChoice');
      const { orderSheetFields } = await server.data<{ orderSheetFields: { id: string }[] }>(coordinator.caller, 'mutation ($input: OrderSheetFieldsInput!) { orderSheetFields(input: $input) { id } }', { input: { ids: [input.id] } });
      expect(orderSheetFields[0]?.id).toBe(input.id);
      await server.data(coordinator.caller, 'mutation ($input: ArchiveSheetFieldInput!) { archiveSheetField(input: $input) { isArchived } }', { input: { id: input.id, isArchived: true } });
      const { sheetFields } = await server.data<{ sheetFields: { id: string }[] }>(member.caller, '{ sheetFields { id } }');
      expect(sheetFields.some((one) => one.id === input.id)).toBe(false);
      expect((await save(member, { language: [['Deutsch']] })).errors?.[0]?.extensions).toMatchObject({ field: 'entries.0.fieldId', reason: 'notFound' });
    });

    it('are not opened to more people before somebody agreed to it with the number of answers', async () => {
      const [member, other, reader] = [await anAccount(server), await anAccount(server), await anAccount(server)];
      const input = field({ widestVisibility: 'programme' });
      await server.data(coordinator.caller, PUT, { input });
      ids.set('opened', input.id);
      await save(member, { opened: [['Deutsch'], 'programme'] });
      await save(other, { opened: [['Deutsch'], 'coordination'] });
      const isSeen = async () => (await server.data<{ person: { entries: Entry[] } }>(reader.caller, PERSON, { id: member.id })).person.entries.some((entry) => entry.answers.includes('Deutsch'));
      const confirm = { code: 'CONFLICT', reason: 'sheet.confirmWider' };
      // Closing needs no question, opening again does: only what was written for more is about to be seen.
      await server.data(coordinator.caller, PUT, { input: { ...input, widestVisibility: 'coordination' } });
      expect(await isSeen()).toBe(false);
      expect(await server.refusal(coordinator.caller, PUT, { input })).toEqual(confirm);
      expect((await server.graphql(coordinator.caller, PUT, { input })).errors?.[0]?.extensions).toMatchObject({ params: { count: 1 } });
      expect(await server.refusal(coordinator.caller, PUT, { input: { ...input, confirmWider: 2 } })).toEqual(confirm);
      expect(await isSeen()).toBe(false);
      await server.data(coordinator.caller, PUT, { input: { ...input, confirmWider: 1 } });
      expect(await isSeen()).toBe(true);

      const ARCHIVE = 'mutation ($input: ArchiveSheetFieldInput!) { archiveSheetField(input: $input) { isArchived } }';
      await server.data(coordinator.caller, ARCHIVE, { input: { id: input.id, isArchived: true } });
      await server.data(coordinator.caller, PUT, { input });
      expect(await server.refusal(coordinator.caller, ARCHIVE, { input: { id: input.id, isArchived: false } })).toEqual(confirm);
      expect(await isSeen()).toBe(false);
      await server.data(coordinator.caller, ARCHIVE, { input: { id: input.id, isArchived: false, confirmWider: 1 } });
      expect(await isSeen()).toBe(true);
    });
  });
});
