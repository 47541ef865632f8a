import { bookmarksDomain } from '#bookmarks/server';
import { threadsDomain } from '#threads/server';
import { strToU8 } from 'fflate';
import { setImmediate } from 'node:timers/promises';
import type { Viewer } from '#access/server';
import { accountsDomain } from '#accounts/server';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer } from '#platform/server/testing';
import { searchDomain } from '#search/server';
import { SpaceIdentity, spacesDomain } from '#spaces/server';
import { tipsDomain } from '../index.js';
import { aCircle, aTip, type TestCircle } from '../tips.testing.js';
import { TipTexts } from '../tip/tip.texts.js';
import { RunImport } from './run-import.js';
import { TipImports } from './tip-imports.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
}, 60_000);

afterAll(async () => server.stop());

async function viewerOf(accountId: string): Promise<Viewer> {
  const viewer = await server.app.get(SpaceIdentity, { strict: false }).viewerOf(accountId);
  if (viewer === null) throw new Error('no such account');
  return viewer;
}

/** Imports as the moderator and answers with the HTML of the tips made, by file. */
async function htmlAfterImport({ space, moderator }: TestCircle, files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const viewer = await viewerOf(moderator.id);
  const imports = server.app.get(TipImports, { strict: false });
  const id = await imports.preview(viewer, space.id, Object.entries(files).map(([path, text]) => ({ path, bytes: strToU8(text) })));
  await imports.confirm(viewer, id, false);
  await server.app.get(RunImport, { strict: false }).run(id);
  const rows = await server.db.query<{ key: string; html: string }>('select source_key as key, html from tip where space_id = $1 and source_key = any($2::text[])', [space.id, Object.keys(files)]);
  return new Map(rows.map(({ key, html }) => [key, html]));
}

describe('links from file to file', () => {
  it.each(['hidden', 'draft', 'review'] as const)('do not tell the title of a tip in state %s', async (state) => {
    const circle = await aCircle(server);
    const secret = await aTip(server, { in: circle.space, by: circle.author, title: 'Streng Vertrauliches', state });
    // Released under that title once, and not to be read now.
    await server.db.query(`update tip set source_key = 'geheim.md', slug = 'streng-vertrauliches-' || right($1::text, 6) where id = $1::text::uuid`, [secret.id]);
    const html = (await htmlAfterImport(circle, { 'a.md': 'Siehe [dort](geheim.md).' })).get('a.md');
    expect(html).toContain('dort');
    expect(html).not.toContain('vertrauliches');
    expect(html).not.toContain(secret.id);
  });

  it.each(['published', 'retired'] as const)('lead to a tip in state %s', async (state) => {
    const circle = await aCircle(server);
    const open = await aTip(server, { in: circle.space, by: circle.author, title: 'Offenes', state });
    await server.db.query(`update tip set source_key = 'offen.md' where id = $1`, [open.id]);
    expect((await htmlAfterImport(circle, { 'a.md': 'Siehe [dort](offen.md).' })).get('a.md')).toContain(`/tipp/${open.slug}`);
  });

  it('lead in every direction within one import, and not to what another import has only begun', async () => {
    const circle = await aCircle(server);
    const both = await htmlAfterImport(circle, { 'a.md': '[b](b.md)', 'b.md': '[a](a.md)' });
    expect(both.get('a.md')).toMatch(/href="\/tipp\/b-/);
    expect(both.get('b.md')).toMatch(/href="\/tipp\/a-/);

    const viewer = await viewerOf(circle.moderator.id);
    const imports = server.app.get(TipImports, { strict: false });
    const id = await imports.preview(viewer, circle.space.id, [
      { path: '1.md', bytes: strToU8('# Erstes\n\nText') },
      { path: '2.md', bytes: strToU8('# Verborgenes\n\nText') },
    ]);
    await imports.confirm(viewer, id, false);
    const broken = new Error('power cut');
    await expect(server.app.get(RunImport, { strict: false }).run(id, () => { throw broken; })).rejects.toBe(broken);
    expect((await htmlAfterImport(circle, { 'c.md': '[zwei](2.md)' })).get('c.md')).not.toContain('verborgenes');
  });
});

describe('looking through many files', () => {
  it('lets others in between any two of them', async () => {
    const { space, moderator } = await aCircle(server);
    const viewer = await viewerOf(moderator.id);
    const texts = server.app.get(TipTexts, { strict: false });
    const others = { turn: 0, isWanted: true };
    const turns = new Set<number>();
    texts.render = function render(...given) {
      turns.add(others.turn);
      return TipTexts.prototype.render.apply(this, given);
    };
    const running = (async () => {
      for (; others.isWanted; others.turn += 1) await setImmediate();
    })();
    await server.app.get(TipImports, { strict: false }).preview(viewer, space.id, Array.from({ length: 40 }, (_, index) => ({ path: `${index}.md`, bytes: strToU8('Text') })));
    others.isWanted = false;
    await running;
    expect(turns.size).toBeGreaterThanOrEqual(39);
  });
});
