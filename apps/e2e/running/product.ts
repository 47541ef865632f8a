import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { copyDemoTo, sharedDirectory } from './filled-demo.js';

const root = path.resolve(__dirname, '../../..');
const START_MS = 110_000;
/** Mails about notices are decided once a minute. */
const MAIL_MS = 90_000;

/** How a process that gave up by itself ended. */
export interface Ending {
  readonly code: number | null;
  readonly output: string;
}

export interface ReceivedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** By name, in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** The address of the button. */
  readonly link: string;
}

/** The built product as a user starts it: own data directory, own port, real database, mails as files. */
export class Product {
  private constructor(
    readonly url: string,
    readonly dataDir: string,
    private process: ChildProcess,
    /** All that it printed. */
    private readonly printed: { text: string },
    private readonly environment: NodeJS.ProcessEnv,
    private readonly parameters: readonly string[],
  ) {}

  static async start(parameters: readonly string[] = [], environment: NodeJS.ProcessEnv = {}): Promise<Product> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'pusteblume-journey-'));
    chmodSync(dataDir, 0o755);
    if (parameters.includes('--demo')) await copyDemoTo(dataDir, async (empty) => (await Product.startOn(empty, parameters, {})).end());
    return Product.startOn(dataDir, parameters, environment);
  }

  private static async startOn(dataDir: string, parameters: readonly string[], environment: NodeJS.ProcessEnv): Promise<Product> {
    const port = await freePort();
    const given = { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', PORT: String(port), DATA_DIR: dataDir, NOTICE_MAIL_AFTER_SECONDS: '0', ...environment };
    const printed = { text: '' };
    const child = launch(given, parameters, printed);
    const product = new Product(`http://localhost:${port}`, dataDir, child, printed, given, parameters);
    await product.untilItAnswers();
    return product;
  }

  /** Starts a process that should not come up, and waits for its end; one that does come up fails the test. */
  static async refusedStart(environment: NodeJS.ProcessEnv): Promise<Ending> {
    const printed = { text: '' };
    // Told what ends it: what is refused runs out of work, because `process.exit` may wait for ever.
    const child = launch({ ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', NODE_OPTIONS: '--trace-exit', ...environment }, [], printed);
    const late = setTimeout(() => child.kill('SIGKILL'), START_MS);
    // Not `exit`: what it printed last may still be on its way then.
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    clearTimeout(late);
    return { code, output: printed.text };
  }

  get output(): string {
    return this.printed.text;
  }

  /** The code that the first start prints for setting up the programme. */
  get setUpCode(): string {
    const code = /Code:\s*([A-Z0-9-]+)/.exec(this.printed.text)?.[1];
    if (code === undefined) throw new Error(`no code was printed:\n${this.printed.text}`);
    return code;
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await gone;
  }

  async startAgain(): Promise<void> {
    this.process = launch(this.environment, this.parameters, this.printed);
    await this.untilItAnswers();
  }

  async stop(): Promise<void> {
    await this.end();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async end(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await gone;
  }

  /**
   * Waits for the newest mail to somebody.
   * @param words that stand in its subject or text.
   */
  async mailTo(address: string, words = '', withinMs = MAIL_MS): Promise<ReceivedMail> {
    const folder = path.join(this.dataDir, 'mail');
    for (const deadline = Date.now() + withinMs; Date.now() < deadline; await sleep(100)) {
      if (!existsSync(folder)) continue;
      for (const name of readdirSync(folder).toSorted().toReversed()) {
        const mail = await PostalMime.parse(readFileSync(path.join(folder, name)));
        const isFor = mail.to?.some((to) => to.address === address) === true;
        const text = mail.text ?? '';
        if (!isFor || !`${mail.subject}\n${text}`.includes(words)) continue;
        const headers = new Map(mail.headers.map(({ key, value }) => [key.toLowerCase(), value]));
        return { subject: mail.subject ?? '', text, html: mail.html ?? '', headers, link: /https?:\/\/\S+/.exec(text)?.[0] ?? '' };
      }
    }
    throw new Error(`no mail with „${words}“ to ${address}`);
  }

  private async untilItAnswers(): Promise<void> {
    for (const deadline = Date.now() + START_MS; Date.now() < deadline; await sleep(100)) {
      if (this.process.exitCode !== null) break;
      const health = await fetch(`${this.url}/health`).catch(() => null);
      if (health?.ok === true && this.printed.text.includes('is running')) return;
    }
    // Nobody would hold it to end it later.
    this.process.kill('SIGKILL');
    throw new Error(`the product did not start:\n${this.printed.text}`);
  }
}

function launch(given: NodeJS.ProcessEnv, parameters: readonly string[], printed: { text: string }): ChildProcess {
  // The same program starts a dozen times in a run; it is compiled once.
  const environment = { ...given, NODE_COMPILE_CACHE: path.join(sharedDirectory(), 'compiled') };
  const child = spawn(process.execPath, ['dist/apps/server/main.js', ...parameters], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const note = (chunk: Buffer): void => {
    printed.text += chunk.toString();
  };
  child.stdout?.on('data', note);
  child.stderr?.on('data', note);
  return child;
}

/** A port that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
