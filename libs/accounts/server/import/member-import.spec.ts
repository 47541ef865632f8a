import { spacesDomain } from '#spaces/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { anAccount, type TestAccount } from '../accounts.testing.js';
import { accountsDomain } from '../index.js';
import { runMemberImport } from './import-command.js';
import { guessTargets, nameOf, roleOf, stateOf } from './member-columns.js';
import { MemberImport } from './member-import.js';

const ROWS = 'Vorname;Nachname;E-Mail;Rolle;Kommune;Bundesland\nJörg;Müßig;joerg@beispiel.test;Mentor;Köln;Nordrhein-Westfalen\nÄnne;Groß;aenne@beispiel.test;Mentee;Gößnitz;Thüringen\n';

/** ROWS as different programs save it. */
const ENCODED: readonly (readonly [string, Buffer])[] = [
  ['UTF-8', Buffer.from(ROWS)],
  ['UTF-8 with a byte order mark and CRLF', Buffer.from(`\ufeff${ROWS.replaceAll('\n', '\r\n')}`)],
  ['Latin-1', Buffer.from(ROWS, 'latin1')],
  ['Windows-1252 with CRLF', Buffer.from(ROWS.replaceAll('\n', '\r\n'), 'latin1')],
  ['UTF-16 little endian', Buffer.from(`\ufeff${ROWS}`, 'utf16le')],
  ['commas', Buffer.from(ROWS.replaceAll(';', ','))],
];

/** Signs that Windows has between 80 and 9F, where Latin-1 has none: what Excel and Outlook put in by themselves. */
const WINDOWS_ONLY = 'Name;E-Mail;Organisation;Funktion;Kommune\nŠárka Grün;sarka@beispiel.test;„Bürger – Energie“ Süd;Förderung bis 500 €;Žár\nJörg Œhm;joerg@beispiel.test;Amt „Wärme“;Mobilität – Rad;Köln\n';
const WINDOWS_SIGNS: Readonly<Record<string, number>> = { '€': 0x80, '„': 0x84, 'Š': 0x8a, 'Œ': 0x8c, 'Ž': 0x8e, '“': 0x93, '”': 0x94, '–': 0x96, 'š': 0x9a, 'œ': 0x9c, 'ž': 0x9e };
const windows1252 = (text: string): Buffer => Buffer.from([...text].map((sign) => WINDOWS_SIGNS[sign] ?? sign.charCodeAt(0)));
const utf16BigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** The five ways to save them; in Latin-1 proper they do not exist, and what calls itself Latin-1 holds the bytes of Windows-1252. */
const SAVED: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a byte order mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['Windows-1252, or what calls itself Latin-1', windows1252],
  ['UTF-16 little endian', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 big endian', (text) => utf16BigEndian(`\ufeff${text}`)],
];

interface Preview {
  readonly newCount: number;
  readonly rowCount: number;
  readonly columns: readonly { readonly name: string; readonly target: string }[];
  readonly sample: readonly unknown[];
  readonly problems: readonly { readonly line: number; readonly reason: string; readonly column: string | null; readonly isError: boolean }[];
}

describe('the import of members', () => {
  let server: TestServer;
  let coordinator: TestAccount;
  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
    coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
  });
  afterAll(async () => server.stop());

  const send = async (caller: Caller | null, path: string, file: Buffer | string, fields: Readonly<Record<string, string>> = {}) => {
    const boundary = 'grenze-zwischen-teilen';
    const parts = Object.entries(fields).map(([name, value]) => Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
    const head = Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="mitglieder.csv"\r\ncontent-type: text/csv\r\n\r\n`);
    return server.app.inject({
      method: 'POST',
      url: `/api/accounts/import${path}`,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...(caller?.cookie === undefined ? {} : { cookie: caller.cookie }) },
      payload: Buffer.concat([...parts, head, Buffer.from(file), Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
  };
  const preview = async (file: Buffer | string): Promise<Preview> => (await send(coordinator.caller, '/preview', file)).json();
  const accounts = async (): Promise<number> => (await server.db.query<{ count: number }>('select count(*)::int as count from account'))[0]?.count ?? 0;

  it('is for coordinators alone', async () => {
    const member = await anAccount(server);
    for (const path of ['', '/preview']) {
      expect((await send(null, path, ROWS)).statusCode).toBe(401);
      const refused = await send(member.caller, path, ROWS);
      expect([refused.statusCode, refused.json<{ error: { reason: string } }>().error.reason]).toEqual([403, 'account.coordinatorsOnly']);
    }
  });

  it('reads the same from every encoding and delimiter', async () => {
    const previews = await Promise.all(ENCODED.map(async ([, file]) => preview(file)));
    for (const one of previews) {
      expect({ ...one, encoding: '', delimiter: '' }).toEqual({ ...previews[0], encoding: '', delimiter: '' });
    }
    expect(previews[0]).toMatchObject({ newCount: 2, problems: [] });
  });

  it.each(SAVED.flatMap(([name, save]) => [';', ','].map((delimiter) => [name, delimiter, save] as const)))(
    'keeps € „ “ – Š in %s with %s',
    async (_name, delimiter, save) => {
      for (const text of [WINDOWS_ONLY, WINDOWS_ONLY.replaceAll('\n', '\r\n')]) {
        const answer = (await send(coordinator.caller, '/preview', save(text.replaceAll(';', delimiter)))).json<Preview & { readonly sample: readonly { readonly values: object }[]; readonly delimiter: string }>();
        expect(answer).toMatchObject({ newCount: 2, rowCount: 2, problems: [], delimiter });
        expect(answer.sample.map(({ values }) => values)).toEqual([
          { Name: 'Šárka Grün', 'E-Mail': 'sarka@beispiel.test', Organisation: '„Bürger – Energie“ Süd', Funktion: 'Förderung bis 500 €', Kommune: 'Žár' },
          { Name: 'Jörg Œhm', 'E-Mail': 'joerg@beispiel.test', Organisation: 'Amt „Wärme“', Funktion: 'Mobilität – Rad', Kommune: 'Köln' },
        ]);
      }
    },
  );

  it('stores such signs as they are', async () => {
    expect((await send(coordinator.caller, '', windows1252(WINDOWS_ONLY.replaceAll('@', '-1252@')))).json()).toEqual({ invited: 2 });
    const rows = await server.db.query(
      `select a.name, f.key, v.answers[1] as answer from account a join sheet_value v on v.account_id = a.id join sheet_field f on f.id = v.field_id
       where a.address = 'sarka-1252@beispiel.test' order by f.position`,
    );
    expect(rows).toEqual([
      { name: 'Šárka Grün', key: 'organisation', answer: '„Bürger – Energie“ Süd' },
      { name: 'Šárka Grün', key: 'function', answer: 'Förderung bis 500 €' },
      { name: 'Šárka Grün', key: 'municipality', answer: 'Žár' },
    ]);
  });

  it('tells every error by its line and column, and then imports nothing', async () => {
    const known = await anAccount(server);
    const file = `Name;Mail;Rolle\nGut Genug;gut@beispiel.test;Mentorin\n;leer@beispiel.test;\nOhne Adresse;;Mentee\nFalsche Rolle;rolle@beispiel.test;Kapitän\nDoppelt;gut@beispiel.test;\nAdministrator;chef@beispiel.test;\nSchon Da;${known.address};\n`;
    const { problems, newCount } = await preview(file);
    expect(problems.map(({ line, column, reason, isError }) => [line, column, reason, isError])).toEqual([
      [3, 'Name', 'required', true],
      [4, 'Mail', 'required', true],
      [5, 'Rolle', 'import.unknownRole', true],
      [6, 'Mail', 'import.repeatedAddress', true],
      [7, 'Name', 'account.nameReserved', true],
      [8, 'Mail', 'import.knownAddress', false],
    ]);
    expect(newCount).toBeGreaterThan(0);
    const before = await accounts();
    const refused = await send(coordinator.caller, '', file);
    expect([refused.statusCode, refused.json<{ error: object }>().error]).toEqual([400, expect.objectContaining({ reason: 'import.hasErrors', params: { line: 3, reason: 'required' } })]);
    expect(await accounts()).toBe(before);
  });

  it('tells that a table of municipalities is none of people', async () => {
    const { problems, columns } = await preview('Gemeindeschlüssel;Gemeinde;Bundesland\n01;Flensburg;Schleswig-Holstein\n');
    expect(problems.map((problem) => problem.reason)).toEqual(['import.noNameColumn', 'import.noAddressColumn']);
    expect(columns.map((column) => column.target === '')).toEqual([true, false, false]);
  });

  it('understands a table of contacts as a spreadsheet keeps it', async () => {
    const file = 'sep=;\r\nName;Vorname;Adresse;Ort;Bundesland;E-Mail (dienstlich);Handy;;\r\nMüller;Änne;Hauptstraße 1;Köln;NRW;Änne Müller <aenne.mueller@beispiel.test>;0221 123;;\r\nGroß;Jörg;Am Markt 2;Gößnitz;Freistaat Thüringen;mailto:joerg.gross@beispiel.test;;;\r\n;;;;;;;;\r\n';
    expect(await preview(file)).toMatchObject({ rowCount: 2, newCount: 2, problems: [] });
    expect((await send(coordinator.caller, '', file)).json()).toEqual({ invited: 2 });
    const rows = await server.db.query(`select name, address from account where address like '%@beispiel.test' and name in ('Änne Müller', 'Jörg Groß') and address like '%.%@%' order by name desc`);
    expect(rows).toEqual([
      { name: 'Änne Müller', address: 'aenne.mueller@beispiel.test' },
      { name: 'Jörg Groß', address: 'joerg.gross@beispiel.test' },
    ]);
  });

  it('speaks sentences at the command line, also of what is no table', async () => {
    const known = await anAccount(server);
    const said = async (bytes: Uint8Array): Promise<{ readonly isFine: boolean; readonly lines: readonly string[] }> => {
      const lines: string[] = [];
      const wishes = { actor: { accountId: coordinator.id }, bytes, isPreview: true };
      return { isFine: await runMemberImport(server.app.get(MemberImport, { strict: false }), wishes, (line) => lines.push(line)), lines };
    };
    const fine = await said(Buffer.from('Name;E-Mail;Schuhgröße\nMia Meer;mia.meer@beispiel.test;38\n'));
    expect(fine).toMatchObject({ isFine: true, lines: expect.arrayContaining(['Übernommen werden die Spalten: Name, E-Mail.', 'Nicht übernommen werden: Schuhgröße.']) });
    expect(fine.lines.at(-1)).toBe('Alles in Ordnung; eine Person würde eingeladen.');
    expect((await said(Buffer.from(`Name;E-Mail\nSchon Da;${known.address}\n`))).lines.at(-1)).toBe('Alles in Ordnung; neu ist niemand.');
    expect((await said(Buffer.from('\n\n'))).lines.filter((line) => line.startsWith('Zeile'))).toEqual(['Zeile 1: die Datei ist leer']);
    const picture = await said(Uint8Array.from({ length: 999 }, (_, index) => index % 7));
    expect(picture).toEqual({ isFine: false, lines: [expect.stringContaining('CSV'), expect.stringContaining('Nichts wurde importiert')] });
  });

  it('invites by mail; who comes chooses a password, consents and is in with role and sheet', async () => {
    const answer = await send(coordinator.caller, '', ROWS);
    expect([answer.statusCode, answer.json()]).toEqual([200, { invited: 2 }]);
    expect((await send(coordinator.caller, '', ROWS)).json()).toEqual({ invited: 0 });
    await server.drain();
    const code = new URL(server.mailBox.lastTo('joerg@beispiel.test').action?.url ?? '').hash.slice(1);
    const accept = 'mutation ($input: AcceptWelcomeInput!) { acceptWelcome(input: $input) { name standing programmeRoles } }';
    const input = { code, password: 'acht Wolken ziehen', acceptsRules: true, acceptsPrivacy: true };
    expect(await server.refusal(null, accept, { input: { ...input, acceptsRules: false } })).toMatchObject({ reason: 'account.consentNeeded' });
    const accepted = await server.send(null, accept, { input });
    expect(accepted.json()).toEqual({ data: { acceptWelcome: { name: 'Jörg Müßig', standing: 'approved', programmeRoles: ['mentor'] } } });
    const cookie = String([accepted.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
    const { mySheet } = await server.data<{ mySheet: { field: { key: string }; answers: string[] }[] }>({ cookie }, '{ mySheet { field { key } answers } }');
    expect(Object.fromEntries(mySheet.filter((entry) => entry.answers.length > 0).map((entry) => [entry.field.key, entry.answers[0]]))).toEqual({ municipality: 'Köln', state: 'NW' });
    expect(await server.refusal(null, accept, { input })).toMatchObject({ reason: 'account.linkInvalid' });
    const waiting = await server.data<{ people: { nodes: { name: string }[] } }>({ cookie }, '{ people { nodes { name } } }');
    expect(waiting.people.nodes.map((person) => person.name)).not.toContain('Änne Groß');
  });

  it('loses no first name, however the columns are chosen, and says none twice', async () => {
    const mapping = JSON.stringify({ Ganz: 'name', Rufname: 'firstName', Post: 'address' });
    const file = 'Ganz;Rufname;Post\nSommer;Ida;ida.sommer@beispiel.test\nIda Winter;Ida;ida.winter@beispiel.test\n;Ida;ida@beispiel.test\n';
    expect((await send(coordinator.caller, '', file, { mapping })).json()).toEqual({ invited: 3 });
    const rows = await server.db.query<{ name: string }>(`select name from account where address like 'ida%@beispiel.test' order by name`);
    expect(rows.map(({ name }) => name)).toEqual(['Ida', 'Ida Sommer', 'Ida Winter']);
  });

  it('takes another mapping than the guessed one', async () => {
    const mapping = JSON.stringify({ A: 'name', B: 'address' });
    const answer = await send(coordinator.caller, '/preview', 'A;B\nMia Meer;mia@beispiel.test\n', { mapping });
    expect(answer.json()).toMatchObject({ newCount: 1, problems: [] });
    expect((await send(coordinator.caller, '/preview', 'A;B\n1;2\n', { mapping: '{' })).statusCode).toBe(400);
  });
});

describe('columns and cells', () => {
  it('are guessed once each', () => {
    const ids = new Map([['organisation', 'o']]);
    expect(guessTargets(['E-Mail-Adresse', 'Name', 'Mail', 'Organisation', 'Sonstiges'], ids)).toEqual({ 'E-Mail-Adresse': 'address', Name: 'name', Mail: '', Organisation: 'o', Sonstiges: '' });
  });

  it('go to their surest meaning, wherever they stand', () => {
    expect(guessTargets(['Adresse', 'E-Mail (geschäftlich)', 'Name', 'Vorname'], new Map())).toEqual({ Adresse: '', 'E-Mail (geschäftlich)': 'address', Name: 'lastName', Vorname: 'firstName' });
    expect(guessTargets(['Adresse', 'Vor- und Nachname'], new Map())).toEqual({ Adresse: 'address', 'Vor- und Nachname': 'name' });
    expect(guessTargets(['E-mail 1 - Value', 'Given Name', 'Family Name'], new Map())).toEqual({ 'E-mail 1 - Value': 'address', 'Given Name': 'firstName', 'Family Name': 'lastName' });
  });

  it('turn a name around only where the head says that the last one comes first', () => {
    expect(nameOf('Name, Vorname', 'Lange, Petra')).toBe('Petra Lange');
    expect(nameOf('Nachname/Vorname', 'Lange')).toBe('Lange');
    expect(nameOf('Name', 'Stadt Köln, Umweltamt')).toBe('Stadt Köln, Umweltamt');
  });

  it.each([
    ['Mentor*in', ['mentor']],
    ['Mentor:in', ['mentor']],
    ['Mentee', ['mentee']],
    ['beides', ['mentor', 'mentee']],
    ['Mentor/Mentee', ['mentor', 'mentee']],
    ['Mentee und Mentorin', ['mentor', 'mentee']],
    ['', []],
    ['Kapitän', null],
  ])('%s is the role %j', (cell, roles) => {
    expect(roleOf(cell)).toEqual(roles);
  });

  it.each([
    ['Thüringen', 'TH'],
    ['Thueringen', 'TH'],
    ['Baden-Württemberg', 'BW'],
    ['sn', 'SN'],
    ['NRW', 'NW'],
    ['BaWü', 'BW'],
    ['Meck-Pomm', 'MV'],
    ['Freie und Hansestadt Hamburg', 'HH'],
    ['Saarland', 'SL'],
    ['Atlantis', 'Atlantis'],
  ])('%s is the state %s', (cell, state) => {
    expect(stateOf(cell)).toBe(state);
  });
});
