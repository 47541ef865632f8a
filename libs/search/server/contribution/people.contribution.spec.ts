import { accountsDomain } from '#accounts/server';
import { TestServer } from '#platform/server/testing';
import { spacesDomain } from '#spaces/server';
import { anAccount } from '../../../accounts/server/accounts.testing.js';
import { searchDomain } from '../index.js';

const PUT = 'mutation ($input: PutSheetFieldInput!) { putSheetField(input: $input) { id } }';
const ARCHIVE = 'mutation ($input: ArchiveSheetFieldInput!) { archiveSheetField(input: $input) { id } }';
const SAVE = 'mutation ($input: SaveSheetInput!) { saveSheet(input: $input) { answers } }';

describe('people in the search index', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain, searchDomain]);
  });
  afterAll(async () => server.stop());

  it('lose what a field said as soon as the field is for fewer people, or archived', async () => {
    const [coordinator, member] = [await anAccount(server, { siteRoles: ['coordinator'] }), await anAccount(server)];
    const field = {
      id: '01900000-0000-7000-8000-000000000099', labelDe: 'Verein', labelEn: 'Club', helpDe: '', helpEn: '', kind: 'line', choices: [], isRequired: false,
      widestVisibility: 'programme', defaultVisibility: 'programme',
    };
    await server.data(coordinator.caller, PUT, { input: field });
    await server.data(member.caller, SAVE, { input: { entries: [{ fieldId: field.id, answers: ['Quittenfreunde'] }] } });
    const isIndexed = async (): Promise<boolean> => {
      await server.drain();
      const [row] = await server.db.query<{ there: boolean }>(`select exists (select from search_document d where d.tsv::text ilike '%quitt%') as there`);
      return row?.there === true;
    };
    expect(await isIndexed()).toBe(true);
    await server.data(coordinator.caller, PUT, { input: { ...field, widestVisibility: 'coordination', defaultVisibility: 'coordination' } });
    expect(await isIndexed()).toBe(false);
    await server.data(coordinator.caller, PUT, { input: { ...field, confirmWider: 1 } });
    await server.data(member.caller, SAVE, { input: { entries: [{ fieldId: field.id, answers: ['Quittenfreunde'], visibility: 'programme' }] } });
    expect(await isIndexed()).toBe(true);
    await server.data(coordinator.caller, ARCHIVE, { input: { id: field.id, isArchived: true } });
    expect(await isIndexed()).toBe(false);
  });
});
