import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accountsDomain } from '#accounts/server';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { searchDomain } from '#search/server';
import { bookmarksDomain } from '#bookmarks/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { aSpace, type TestSpace } from '../../../spaces/server/spaces.testing.js';
import { tipsDomain } from '../index.js';
import { aTopic } from '#topics/server/testing';
import { aCircle, aTip, type TestCircle } from '../tips.testing.js';
import { runTipImport } from './import-command.js';
import { importTipsFromFolder } from './import-folder.js';
import { RunImport } from './run-import.js';

let server: TestServer;
let circle: TestCircle;

interface ImportedFile {
  readonly path: string;
  readonly outcome: string;
  readonly title: string;
  readonly tipId: string | null;
  readonly problems: readonly { readonly reason: string; readonly line: number | null; readonly excerpt: string | null }[];
}
interface Import {
  readonly state: string;
  readonly fileCount: number;
  readonly doneCount: number;
  readonly files: readonly ImportedFile[];
}

const READ = 'query ($id: ID!) { tipImport(id: $id) { state fileCount doneCount files { path outcome title tipId problems { reason line excerpt } } } }';
const CONFIRM = 'mutation ($input: ConfirmTipImportInput!) { confirmTipImport(input: $input) { state } }';

async function upload(caller: Caller | null, space: { readonly slug: string }, files: Readonly<Record<string, string | Uint8Array>>) {
  const boundary = 'pusteblume-boundary';
  const parts = Object.entries(files).flatMap(([name, content]) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`),
    Buffer.from(typeof content === 'string' ? strToU8(content) : content),
    Buffer.from('\r\n'),
  ]);
  return server.app.inject({
    method: 'POST',
    url: `/api/spaces/${space.slug}/tip-imports`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...(caller?.cookie === undefined ? {} : { cookie: caller.cookie }) },
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  });
}

async function preview(caller: Caller, space: { readonly slug: string }, files: Readonly<Record<string, string | Uint8Array>>): Promise<Import & { readonly id: string }> {
  const answer = await upload(caller, space, files);
  expect([answer.statusCode, answer.body]).toEqual([201, expect.stringContaining('"id"')]);
  const { id } = answer.json() as { id: string };
  return { id, ...(await server.data<{ tipImport: Import }>(caller, READ, { id })).tipImport };
}

async function importAll(caller: Caller, space: { readonly slug: string }, files: Readonly<Record<string, string | Uint8Array>>): Promise<Import> {
  const { id } = await preview(caller, space, files);
  await server.data(caller, CONFIRM, { input: { importId: id } });
  await server.drain();
  return (await server.data<{ tipImport: Import }>(caller, READ, { id })).tipImport;
}

/** Entries that each unpack to almost two megabytes, by what they say of themselves. */
function bomb(entries = 60): Uint8Array {
  const archive = Buffer.from(zipSync(Object.fromEntries(Array.from({ length: entries }, (_, index) => [`${index}.md`, strToU8('Text')]))));
  for (let at = archive.indexOf('PK\u0001\u0002'); at >= 0; at = archive.indexOf('PK\u0001\u0002', at + 4)) archive.writeUInt32LE(1_900_000, at + 24);
  return archive;
}

const outcomes = (imported: Import): object => Object.fromEntries(imported.files.map((file) => [file.path, file.outcome]));
const exportOf = (caller: Caller | null, space: { readonly slug: string }) =>
  server.app.inject({ method: 'GET', url: `/api/spaces/${space.slug}/export.zip`, headers: caller?.cookie === undefined ? {} : { cookie: caller.cookie } });
const tipsIn = async (caller: Caller, space: TestSpace, state = 'published'): Promise<readonly Record<string, unknown>[]> =>
  (await server.data<{ tips: { nodes: Record<string, unknown>[] } }>(
    caller,
    'query ($space: String, $state: TipState) { tips(space: $space, state: $state, sort: title, first: 100) { nodes { id slug title summary body html checkDueOn revisionNumber topics { name } } } }',
    { space: space.slug, state },
  )).tips.nodes;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
  circle = await aCircle(server);
}, 60_000);

afterAll(async () => server.stop());

describe('importing files', () => {
  it('shows first what would happen, then does it, and does it again without doubles', async () => {
    const { space, author, member } = await aCircle(server);
    await aTopic(server, { name: 'Radverkehr', synonyms: ['Fahrrad'] });
    const files = {
      'start/erste-schritte.md': '---\ntitle: Erste Schritte\nsummary: Wie man anfängt.\ntags: [Fahrrad, Unbekanntes]\n---\n\nSiehe [Zweite](../weiter/zweite.md#mehr) und ![Bild](https://fremd.example/bild.png).\n',
      'weiter/zweite.md': '# Zweite Schritte\r\n\r\nZurück zu [den ersten](../start/erste-schritte.md).\r\n\r\n## Mehr\r\n',
      'latin.txt': Buffer.from('Überschrift für Öffentlichkeit', 'latin1'),
      'kaputt.md': '---\ntitle: "Ohne Ende\nfoo: [1, 2\n---\n\nText trotz kaputtem Kopf',
      'leer.md': '---\ntitle: Leer\n---\n',
      'bild.png': Buffer.from([0x89, 0x50]),
      '.git/config.md': 'nichts',
      'binaer.md': Buffer.from([0, 1, 2, 3, 0, 255, 0, 254, 0, 1, 2, 3, 0, 0, 0, 7]),
    };
    const planned = await preview(author.caller, space, files);
    expect(planned).toMatchObject({ state: 'previewed', fileCount: 6, doneCount: 0 });
    expect(outcomes(planned)).toEqual({
      'start/erste-schritte.md': 'created', 'weiter/zweite.md': 'created', 'latin.txt': 'created', 'kaputt.md': 'created', 'leer.md': 'refused', 'binaer.md': 'refused',
    });
    const of = (name: string): ImportedFile | undefined => planned.files.find((file) => file.path === name);
    expect(of('start/erste-schritte.md')?.problems).toEqual([{ reason: 'import.unknownTopic', line: null, excerpt: 'Unbekanntes' }]);
    expect(of('leer.md')).toMatchObject({ tipId: null, problems: [{ reason: 'import.empty' }] });
    expect(of('binaer.md')?.problems[0]?.reason).toBe('import.notText');
    expect(of('kaputt.md')?.problems[0]?.reason).toBe('frontMatter.invalid');
    expect(await tipsIn(member.caller, space)).toEqual([]);

    await server.data(author.caller, CONFIRM, { input: { importId: planned.id } });
    await server.data(author.caller, CONFIRM, { input: { importId: planned.id } });
    await server.drain();
    expect((await server.data<{ tipImport: Import }>(author.caller, READ, { id: planned.id })).tipImport).toMatchObject({ state: 'done', doneCount: 6 });
    const tips = await tipsIn(member.caller, space);
    expect(tips.map((tip) => tip['title'])).toEqual(['Erste Schritte', 'Latin', 'Ohne Ende', 'Zweite Schritte']);
    const [first, latin, , second] = tips;
    expect(first).toMatchObject({ summary: 'Wie man anfängt.', topics: [{ name: 'Radverkehr' }] });
    expect(first?.['html']).toContain(`href="/tipp/${String(second?.['slug'])}#t-mehr"`);
    expect(second?.['html']).toContain(`href="/tipp/${String(first?.['slug'])}"`);
    expect(second?.['html']).toContain('id="t-mehr"');
    expect(first?.['html']).not.toContain('<img');
    expect(latin?.['html']).toContain('Überschrift für Öffentlichkeit');

    const again = await importAll(author.caller, space, files);
    expect(new Set(again.files.map((file) => file.outcome))).toEqual(new Set(['unchanged', 'refused']));
    const changed = await importAll(author.caller, space, { ...files, 'latin.txt': 'Neue Überschrift', 'neu.md': 'Ganz neu' });
    expect(outcomes(changed)).toMatchObject({ 'latin.txt': 'changed', 'neu.md': 'created', 'weiter/zweite.md': 'unchanged' });
    const after = await tipsIn(member.caller, space);
    expect(after).toHaveLength(5);
    expect(after.find((tip) => tip['id'] === latin?.['id'])).toMatchObject({ revisionNumber: 2, body: 'Neue Überschrift' });
  });

  it('keeps relative links when a tip is edited later', async () => {
    const { space, author, member } = await aCircle(server);
    await importAll(author.caller, space, { 'a.md': 'Zu [b](b.md).', 'b.md': 'Text' });
    const [a, b] = await tipsIn(member.caller, space);
    const input = { id: a?.['id'], body: 'Weiter zu [b](./b.md).', baseRevision: 1 };
    await server.data(author.caller, 'mutation ($input: PublishTipInput!) { publishTip(input: $input) { id } }', { input });
    expect((await tipsIn(member.caller, space))[0]?.['html']).toContain(`href="/tipp/${String(b?.['slug'])}"`);
  });

  it('broken off, or run by two at once, goes on and makes each tip once', async () => {
    const { space, author, member } = await aCircle(server);
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.md`, `Text ${index}, siehe [${index + 1}](${index + 1}.md)`]));
    const { id } = await preview(author.caller, space, files);
    await server.data(author.caller, CONFIRM, { input: { importId: id } });
    const running = server.app.get(RunImport, { strict: false });
    const broken = new Error('power cut');
    await expect(running.run(id, (done) => { if (done === 5) throw broken; })).rejects.toBe(broken);
    expect((await server.data<{ tipImport: Import }>(author.caller, READ, { id })).tipImport).toMatchObject({ state: 'running', doneCount: 5, fileCount: 12 });
    await Promise.all([running.run(id), running.run(id), server.drain()]);
    expect((await server.data<{ tipImport: Import }>(author.caller, READ, { id })).tipImport).toMatchObject({ state: 'done', doneCount: 12 });
    const tips = await tipsIn(member.caller, space);
    expect(tips.map((tip) => tip['revisionNumber'])).toEqual(tips.map(() => 1));
    expect(tips).toHaveLength(12);
  });

  it('makes no topics, whoever imports and wherever: the vocabulary is read by all', async () => {
    for (const visibility of ['programme', 'hidden'] as const) {
      const { space, moderator } = await aCircle(server, { visibility });
      await aTopic(server, { name: `Moorschutz ${visibility}` });
      const word = `Bachpatenschaft ${visibility}`;
      const done = await importAll(moderator.caller, space, { 'a.md': `---\nthemen: ${word}, Moorschutz ${visibility}\n---\nText` });
      expect(done.files[0]).toMatchObject({ outcome: 'created', problems: [{ reason: 'import.unknownTopic', excerpt: word }] });
      expect((await tipsIn(moderator.caller, space)).map((tip) => tip['topics'])).toEqual([[{ name: `Moorschutz ${visibility}` }]]);
      expect(await server.db.query('select id from topic where lower(name) = lower($1)', [word])).toEqual([]);
    }
  });

  it('opens archives, and refuses broken and swollen ones', async () => {
    const { space, author } = await aCircle(server);
    const archive = zipSync({ 'ordner/a.md': strToU8('# A\n\nText'), 'ordner/bild.jpg': new Uint8Array(9), '../../etc/passwd.md': strToU8('Text'), '__MACOSX/ordner/a.md': strToU8('x') });
    expect(outcomes(await preview(author.caller, space, { 'alles.zip': archive }))).toEqual({ 'ordner/a.md': 'created', 'etc/passwd.md': 'created' });
    const refused = async (files: Readonly<Record<string, Uint8Array>>) => ((await upload(author.caller, space, files)).json() as { error: { reason: string } }).error.reason;
    expect(await refused({ 'kaputt.zip': strToU8('PK kein Archiv') })).toBe('import.badArchive');
    expect(await refused({ 'bombe.zip': bomb() })).toBe('import.tooLarge');
    expect(await refused({ 'halb.zip': bomb(30), 'andere-haelfte.zip': bomb(30) })).toBe('import.tooLarge');
    const large = await preview(author.caller, space, { 'gross.zip': zipSync({ 'gross.md': new Uint8Array(2_100_000).fill(97) }) });
    expect(large.files[0]).toMatchObject({ outcome: 'refused', problems: [{ reason: 'import.tooLarge' }] });
    expect(await refused({ 'bild.png': new Uint8Array(3) })).toBe('import.nothingFound');
  });

  it('does not touch tips that are not the importer\'s', async () => {
    const { space, author, colleague } = await aCircle(server);
    await importAll(author.caller, space, { 'a.md': 'Von Anna' });
    const foreign = await preview(colleague.caller, space, { 'a.md': 'Von Karl' });
    expect(foreign.files[0]).toMatchObject({ outcome: 'refused', problems: [{ reason: 'import.notYours' }] });
  });

  it('is closed to members who may not release, and to strangers; an import is its uploader\'s alone', async () => {
    const files = { 'a.md': 'Text' };
    expect((await upload(null, circle.space, files)).statusCode).toBe(401);
    expect((await upload(circle.member.caller, circle.space, files)).statusCode).toBe(403);
    const absent = await upload(circle.stranger.caller, circle.space, files);
    const unknown = await upload(circle.stranger.caller, { slug: 'gibt-es-nicht' }, files);
    expect([absent.statusCode, absent.body]).toEqual([unknown.statusCode, unknown.body]);
    expect(absent.statusCode).toBe(404);
    const { id } = await preview(circle.author.caller, circle.space, files);
    for (const caller of [circle.moderator.caller, circle.stranger.caller, null]) {
      expect(await server.refusal(caller, READ, { id })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
      expect(await server.refusal(caller, CONFIRM, { input: { importId: id } })).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('works from a folder on the command line, with progress', async () => {
    const { space, author } = await aCircle(server);
    const folder = mkdtempSync(path.join(tmpdir(), 'tipps-'));
    mkdirSync(path.join(folder, 'teil'));
    writeFileSync(path.join(folder, 'teil', 'eins.md'), '# Eins\n\nText');
    writeFileSync(path.join(folder, 'zwei.md'), 'Text');
    writeFileSync(path.join(folder, 'teil', 'bild.png'), 'P');
    writeFileSync(path.join(folder, '.gitignore'), 'alt');
    const steps: string[] = [];
    const told = { reading: (done: number, of: number) => steps.push(`gelesen ${done}/${of}`), making: (done: number, of: number) => steps.push(`gemacht ${done}/${of}`) };
    writeFileSync(path.join(folder, 'leer.md'), '---\ntitle: Leer\n---\n');
    const lines: string[] = [];
    const wish = { folder, space: space.slug, author: author.address };
    const voice = { ...told, say: (line: string) => lines.push(line) };
    expect(await runTipImport(server.app, { ...wish, isPreview: true }, voice)).toBe(false);
    expect(lines).toEqual([
      'Keine Texte und deshalb nicht übernommen (1): teil/bild.png.',
      'Abgelehnt     leer.md', '  Die Datei enthält keinen Text.', 'Neu           teil/eins.md', 'Neu           zwei.md',
      'Es würde: neu 2, neue Fassung 0, unverändert 0, abgelehnt 1. Geändert wurde nichts.',
    ]);
    expect(await tipsIn(author.caller, space)).toEqual([]);
    rmSync(path.join(folder, 'leer.md'));
    expect(await runTipImport(server.app, { ...wish, isPreview: true }, voice)).toBe(true);
    expect(await runTipImport(server.app, { ...wish, author: circle.stranger.address }, voice)).toBe(false);
    expect(lines.at(-1)).toBe('Diesen Raum gibt es nicht, oder das Konto sieht ihn nicht.');
    expect(await runTipImport(server.app, { ...wish, folder: path.join(folder, 'fort') }, voice)).toBe(false);
    expect(lines.at(-1)).toBe('Diesen Ordner gibt es nicht, oder er lässt sich nicht lesen.');
    steps.length = 0;
    const files = await importTipsFromFolder(server.app, { folder, space: space.slug, author: author.address.toUpperCase() }, told);
    expect(files.map((file) => [file.path, file.outcome])).toEqual([['teil/eins.md', 'created'], ['zwei.md', 'created']]);
    expect(steps).toEqual(['gelesen 1/2', 'gelesen 2/2', 'gemacht 1/2', 'gemacht 2/2']);
    // Chosen one folder further down, the same file has another path.
    expect(await runTipImport(server.app, { ...wish, folder: path.join(folder, 'teil'), isPreview: true }, voice)).toBe(true);
    expect(lines.slice(-3, -1)).toEqual(['Neu           eins.md', expect.stringMatching(/gibt es hier schon.*„Eins“/)]);
    // Another folder has a file of the same name: what it would replace is named.
    writeFileSync(path.join(folder, 'zwei.md'), '# Anderes\n\nAnderer Text');
    expect(await runTipImport(server.app, { ...wish, isPreview: true }, voice)).toBe(true);
    expect(lines.slice(-3, -1)).toEqual(['Neue Fassung  zwei.md', expect.stringMatching(/hieß bisher anders.*„zwei“/i)]);
    await expect(importTipsFromFolder(server.app, { folder, space: space.slug, author: circle.stranger.address }, told)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(importTipsFromFolder(server.app, { folder, space: 'nirgends', author: author.address }, told)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    rmSync(folder, { recursive: true });
  });
});

describe('exporting a space', () => {
  it('gives an archive that imports again to the same', async () => {
    const { space, author, colleague, moderator, member } = await aCircle(server);
    const topic = await aTopic(server, { name: 'Stadtgrün' });
    await aTip(server, { in: space, by: author, title: 'Was: "Zeichen" & Titel?', summary: 'Kurz: gesagt', body: '---\n\nBeginnt mit einer Linie.\n\n```\n---\ntitle: x\n---\n```\n\n<div>\n[TOC]\n</div>', topics: [topic] });
    await aTip(server, { in: space, by: author, title: 'Zweiter', coAuthors: [colleague], body: '# Überschrift\n\nText\n\n> [!TIP]\n> Hinweis', checkDueOn: '2031-02-03' });
    await aTip(server, { in: space, by: author, title: 'Alt', state: 'retired' });
    await aTip(server, { in: space, by: author, title: 'Entwurf', state: 'draft' });
    await aTip(server, { in: space, by: author, title: 'Versteckt', state: 'hidden' });
    await importAll(author.caller, space, { 'ordner/eins.md': 'Zu [zwei](zwei.md)', 'ordner/zwei.md': 'Text' });

    await server.db.query(`update tip set published_at = '2021-03-04 05:06Z', revised_at = '2022-03-04 05:06Z' where space_id = $1 and title = 'Zweiter'`, [space.id]);

    const answer = await exportOf(moderator.caller, space);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${space.slug}.zip"` });
    const archive = new Uint8Array(answer.rawPayload);
    const names = Object.keys(unzipSync(archive));
    expect(names).toHaveLength(5);
    expect(names).toEqual(expect.arrayContaining(['ordner/eins.md', 'ordner/zwei.md']));
    expect(Object.values(unzipSync(archive)).map((file) => strFromU8(file)).join()).not.toMatch(/Entwurf|Versteckt/);

    const target = await aSpace(server, { members: [[moderator, 'moderator'], [member, 'member'], [colleague, 'author']] });
    expect(new Set(Object.values(outcomes(await importAll(moderator.caller, target, { 'raum.zip': archive }))))).toEqual(new Set(['created']));
    for (const state of ['published', 'retired']) {
      const essence = async (of: TestSpace) => (await tipsIn(member.caller, of, state)).map(({ title, summary, body, checkDueOn, topics }) => ({ title, summary, body, checkDueOn, topics }));
      expect(await essence(target)).toEqual(await essence(space));
    }
    const [moved] = await server.db.query<Record<string, unknown>>(
      'select author_ids as authors, published_at as published, revised_at as revised from tip where space_id = $1 and title = $2', [target.id, 'Zweiter'],
    );
    // Who is no member there cannot become an author there.
    expect(moved).toEqual({ authors: [colleague.id], published: new Date('2021-03-04T05:06:00Z'), revised: new Date('2022-03-04T05:06:00Z') });
    for (const where of [target, space]) {
      const again = await preview(moderator.caller, where, { 'raum.zip': archive });
      expect(new Set(again.files.map((file) => file.outcome))).toEqual(new Set(['unchanged']));
    }
    const second = new Uint8Array((await exportOf(moderator.caller, target)).rawPayload);
    expect(Object.keys(unzipSync(second)).sort()).toEqual([...names].sort());
  });

  it('is for members of the programme who may read the space', async () => {
    expect((await exportOf(circle.member.caller, circle.space)).statusCode).toBe(200);
    expect((await exportOf(null, circle.space)).statusCode).toBe(401);
    const absent = await exportOf(circle.stranger.caller, circle.space);
    const unknown = await exportOf(circle.stranger.caller, { slug: 'gibt-es-nicht' });
    expect([absent.statusCode, absent.body]).toEqual([404, unknown.body]);
  });
});
