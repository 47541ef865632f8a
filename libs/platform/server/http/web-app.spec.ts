import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fastify } from 'fastify';
import type { Settings } from '../settings/settings.js';
import { chosenLocaleOf } from './locale-cookie.js';
import { addWebApp } from './web-app.js';

describe('the language kept in a browser', () => {
  it.each([
    ['pusteblume-locale=en', 'en'],
    ['sitzung=abc; pusteblume-locale=de; andere=1', 'de'],
    ['pusteblume-locale=fr; pusteblume-locale=en', 'en'],
  ])('is read from %s', (header, locale) => {
    expect(chosenLocaleOf(header)).toBe(locale);
  });

  it.each([undefined, '', 'pusteblume-locale', 'pusteblume-locale=', 'pusteblume-locale=EN', 'pusteblume-locale="><script>', 'x-pusteblume-locale=en', 'x=pusteblume-locale=en'])('is none in %s', (header) => {
    expect(chosenLocaleOf(header)).toBeNull();
  });
});

describe('the document of the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'web-app-'));
  const server = fastify();

  beforeAll(async () => {
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html><html lang="de"><script type="application/json" id="boot"></script></html>');
    const settings = { get: async () => ({ locale: 'de', address: 'sie', name: 'Probe' }) } as unknown as Settings;
    await addWebApp(server, { folder, settings, version: '1' });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const pageFor = async (headers: Readonly<Record<string, string>>) => (await server.inject({ url: '/', headers })).body;

  it('speaks the language a guest chose, from the first paint on', async () => {
    const page = await pageFor({ cookie: 'pusteblume-locale=en' });
    expect(page).toContain('<html lang="en"');
    expect(page).toContain('"locale":"en"');
  });

  it.each([{}, { cookie: 'pusteblume-locale=fr' }, { 'accept-language': 'en' }])('speaks the programme’s language otherwise: %j', async (headers) => {
    const page = await pageFor(headers as Readonly<Record<string, string>>);
    expect(page).toContain('<html lang="de"');
    expect(page).toContain('"locale":"de"');
  });
});
