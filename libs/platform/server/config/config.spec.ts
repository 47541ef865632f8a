import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, readConfig } from './config.js';

const KEY = '0123456789abcdef0123456789abcdef';

function mistakesOf(environment: NodeJS.ProcessEnv): readonly { readonly setting: string; readonly de: string; readonly en: string }[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
}

describe('the configuration', () => {
  it('needs nothing at all', () => {
    expect(readConfig({})).toMatchObject({
      environment: 'production', port: 3000, host: '127.0.0.1', publicUrl: 'http://localhost:3000', databaseUrl: null, meili: null, trustedProxies: [],
    });
  });

  it.each<[string, NodeJS.ProcessEnv]>([
    ['an empty value like an absent one', { PORT: '', SECRET: '', MEILI_KEY: '', TRUSTED_PROXIES: '' }],
    ['addresses and networks of proxies', { TRUSTED_PROXIES: '10.0.0.1, 192.168.0.0/16,::1,fd00::/8' }],
    ['a bare sender', { MAIL_FROM: 'pusteblume@stadt.example' }],
    ['a sender with a name', { MAIL_FROM: 'Klima-Mentoring <pusteblume@stadt.example>' }],
    ['a sender on this machine', { MAIL_FROM: 'Pusteblume <pusteblume@localhost>' }],
    ['every address of the machine', { HOST: '0.0.0.0' }],
    ['an IPv6 address', { HOST: '::' }],
    ['a host name', { HOST: 'pusteblume.intern' }],
    ['a public origin', { PUBLIC_URL: 'https://pusteblume.stadt.example' }],
    ['a public origin with a slash', { PUBLIC_URL: 'https://pusteblume.stadt.example/' }],
    ['plain http on this machine', { PUBLIC_URL: 'http://127.0.0.1:3000' }],
    ['Meilisearch with its key', { MEILI_URL: 'http://meilisearch:7700', MEILI_KEY: KEY }],
    ['a secret of one’s own', { SECRET: KEY }],
    ['an address for mails that come back', { BOUNCES_TO: 'rueckmeldungen@stadt.example', BOUNCES_SECRET: KEY }],
  ])('takes %s', (_what, environment) => {
    expect(mistakesOf(environment)).toEqual([]);
  });

  it.each<[string, NodeJS.ProcessEnv]>([
    ['PORT', { PORT: '0' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '3000x' }],
    ['NODE_ENV', { NODE_ENV: 'staging' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'proxy.intern' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'foo bar' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'true' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.1,10.0.0.0/33' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/8/8' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/' }],
    ['MAIL_FROM', { MAIL_FROM: 'Pusteblume' }],
    ['MAIL_FROM', { MAIL_FROM: 'Pusteblume <pusteblume>' }],
    ['MAIL_FROM', { MAIL_FROM: 'a@example.org, b@example.org' }],
    ['MAIL_FROM', { MAIL_FROM: 'Pusteblume\nBcc: x <a@example.org>' }],
    ['MEILI_KEY', { MEILI_KEY: KEY }],
    ['MEILI_URL', { MEILI_URL: 'http://meilisearch:7700' }],
    ['MEILI_URL', { MEILI_URL: 'https://suche.example/meili', MEILI_KEY: KEY }],
    ['MEILI_KEY', { MEILI_URL: 'http://meilisearch:7700', MEILI_KEY: 'change-me-0123456789' }],
    ['BOUNCES_TO', { BOUNCES_TO: 'rueckmeldungen@stadt.example' }],
    ['BOUNCES_SECRET', { BOUNCES_SECRET: KEY }],
    ['BOUNCES_SECRET', { BOUNCES_TO: 'rueckmeldungen@stadt.example', BOUNCES_SECRET: 'kurz' }],
    ['BOUNCES_SECRET', { BOUNCES_TO: 'rueckmeldungen@stadt.example', BOUNCES_SECRET: 'change-me-0123456789-0123456789-0123' }],
    ['BOUNCES_TO', { BOUNCES_TO: 'Rückmeldungen <rueckmeldungen@stadt.example>', BOUNCES_SECRET: KEY }],
    ['BOUNCES_TO', { BOUNCES_TO: 'rueckmeldungen-des-programms@stadt.example', BOUNCES_SECRET: KEY }],
    ['BOUNCES_TO', { BOUNCES_TO: 'rueck+meldungen@stadt.example', BOUNCES_SECRET: KEY }],
    ['HOST', { HOST: 'http://localhost' }],
    ['HOST', { HOST: '256.0.0.1' }],
    ['HOST', { HOST: 'zwei wörter' }],
    ['HOST', { HOST: 'localhost:3000' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'pusteblume.stadt.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://stadt.example/pusteblume' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://stadt.example/?von=hier' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://stadt.example/#start' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://name:wort@stadt.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://pusteblume.stadt.example' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/pusteblume' }],
    ['SECRET', { SECRET: 'kurz' }],
    ['SECRET', { SECRET: 'change-me-change-me-change-me-change-me' }],
    ['SECRET', { SECRET: 'geheim-geheim-geheim-geheim-geheim-geheim' }],
  ])('refuses a wrong %s in one sentence of each language (%j)', (setting, environment) => {
    const [mistake, ...more] = mistakesOf(environment);
    expect(more).toEqual([]);
    expect(mistake?.setting).toBe(setting);
    for (const sentence of [mistake?.de, mistake?.en]) {
      expect(sentence).toMatch(new RegExp(`^${setting} .+\\.$`));
      expect(sentence).not.toMatch(/ist ungültig|is not valid/);
    }
  });

  it('names all mistakes at once', () => {
    expect(mistakesOf({ PORT: 'x', HOST: '-', SECRET: 'kurz' }).map((mistake) => mistake.setting)).toEqual(['PORT', 'HOST', 'SECRET']);
  });

  it('never repeats a secret', () => {
    const [mistake] = mistakesOf({ SECRET: 'beispiel-wert-der-nie-zu-sehen-sein-darf' });
    expect(JSON.stringify(mistake)).not.toContain('wert-der-nie');
  });
});

describe('docs/configuration.md', () => {
  const root = path.join(__dirname, '../../../..');
  const source = readFileSync(path.join(__dirname, 'config.ts'), 'utf8');
  const settings = [...source.matchAll(/^  ([A-Z][A-Z_]+): /gm)].map((match) => match[1] ?? '');
  const rows = readFileSync(path.join(root, 'docs/configuration.md'), 'utf8').split('\n').filter((row) => row.startsWith('| `'));
  const documented = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map((match) => match[1] ?? ''));

  it('has every setting and no other', () => {
    expect(settings.length).toBeGreaterThan(10);
    expect([...documented].toSorted()).toEqual([...settings].toSorted());
  });

  it.each([
    ['PORT', String(readConfig({}).port)],
    ['HOST', readConfig({}).host],
    ['DATA_DIR', readConfig({}).dataDir],
    ['DATABASE_POOL', String(readConfig({}).databasePool)],
    ['MAIL_FROM', readConfig({}).mailFrom],
    ['SEARCHES_PER_MINUTE', String(readConfig({}).searchesPerMinute)],
    ['LOG_LEVEL', readConfig({}).logLevel],
    ['WORKER', readConfig({}).worker],
    ['NODE_ENV', readConfig({}).environment],
  ])('tells the default of %s', (setting, value) => {
    expect(rows.find((row) => row.startsWith(`| \`${setting}\``))?.split('|')[2]?.trim()).toBe(`\`${value}\``);
  });
});
