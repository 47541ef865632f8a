import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, Product } from '../running/product.js';

const COORDINATOR = { address: 'karla@beispiel.de', password: 'ein langer satz fuer karla' };

describe('starting the product', () => {
  let product: Product;
  let elsewhere: string;

  beforeAll(async () => {
    elsewhere = mkdtempSync(path.join(tmpdir(), 'pusteblume-elsewhere-'));
    product = await Product.start();
  });

  afterAll(async () => {
    await product?.stop();
    rmSync(elsewhere, { recursive: true, force: true });
  });

  async function ask(query: string, variables: object = {}): Promise<unknown> {
    const answer = await fetch(`${product.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    return answer.json();
  }

  const signIn = async (): Promise<unknown> => ask('mutation ($input: SignInInput!) { signIn(input: $input) { address } }', { input: COORDINATOR });

  it('answers again after it was killed, and has kept what was written', async () => {
    const input = { ...COORDINATOR, code: product.setUpCode, name: 'Karla Beispiel', programmeName: 'Klimalotsen im Norden' };
    expect(await ask('mutation ($input: SetUpProgrammeInput!) { setUpProgramme(input: $input) { address } }', { input })).toEqual({ data: { setUpProgramme: { address: COORDINATOR.address } } });
    await product.kill();
    await expect(fetch(`${product.url}/health`)).rejects.toThrow();
    await product.startAgain();
    expect(await ask('{ setupNeeded programme { name } }')).toEqual({ data: { setupNeeded: false, programme: { name: input.programmeName } } });
    expect(await signIn()).toEqual({ data: { signIn: { address: COORDINATOR.address } } });
  });

  it('a second one on the same data directory gives way and leaves the first alone', async () => {
    const second = await Product.refusedStart({ DATA_DIR: product.dataDir, PORT: String(await freePort()) });
    expect(second.code).toBe(1);
    expect(second.output).toContain(`Pusteblume läuft schon in diesem Datenverzeichnis (${product.url}).`);
    expect(second.output).toContain(`Pusteblume is already running on this data directory (${product.url}).`);
    expect(second.output).not.toMatch(STACK);
    expect((await fetch(`${product.url}/health`)).status).toBe(200);
    expect(await signIn()).toEqual({ data: { signIn: { address: COORDINATOR.address } } });
  });

  it('a taken port is said, and a free one offered', async () => {
    const taken = new URL(product.url).port;
    const refused = await Product.refusedStart({ DATA_DIR: elsewhere, PORT: taken });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain(`Der Port ${taken} ist belegt.`);
    expect(refused.output).toContain(`Port ${taken} is taken.`);
    expect(refused.output).not.toMatch(STACK);
    const offered = Number(/PORT=(\d+) npm start/.exec(refused.output)?.[1]);
    expect(offered).toBeGreaterThan(Number(taken));
    await expect(listensOn(offered)).resolves.toBe(true);
  });

  it('wrong settings are all named at once, each with a sentence', async () => {
    const refused = await Product.refusedStart({ DATA_DIR: elsewhere, PORT: 'achtzig', LOG_LEVEL: 'laut', SECRET: 'kurz' });
    expect(refused.code).toBe(1);
    expect(refused.output.trim().split('\n')).toEqual([
      expect.stringMatching(/^PORT muss eine ganze Zahl von .+ \/ PORT must be a whole number/),
      expect.stringMatching(/^SECRET muss mindestens 32 Zeichen lang sein\. \/ SECRET must have/),
      expect.stringMatching(/^LOG_LEVEL muss eines von .+ \/ LOG_LEVEL must be one of/),
    ]);
    expect(refused.output).not.toContain('kurz');
  });

  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['a database that nobody runs', { DATABASE_URL: 'postgres://name:geheimes-wort@127.0.0.1:9/pusteblume' }, /^Die Datenbank ist nicht erreichbar\..+\nThe database cannot be reached\..+$/],
    // 192.0.2.0/24 is kept for examples: no machine has it.
    ['an address of another machine', { HOST: '192.0.2.1' }, /^An dieser Adresse .+\nThis machine cannot listen .+$/],
    ['a data directory that cannot be made', { DATA_DIR: path.join(__filename, 'data') }, /^Das Datenverzeichnis .+\nThe data directory .+$/],
  ])('%s ends in a sentence of each language', async (_what, environment, sentence) => {
    const refused = await Product.refusedStart({ DATA_DIR: elsewhere, PORT: String(await freePort()), ...environment });
    expect(refused.code).toBe(1);
    expect(refused.output.trim()).toMatch(sentence);
    expect(refused.output).not.toContain('geheimes-wort');
  });
});

/** A line of a stack; whoever starts the product gets sentences instead. */
const STACK = /^\s+at .+:\d+:\d+/m;

async function listensOn(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
