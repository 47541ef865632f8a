import { isIP } from 'node:net';
import { z } from 'zod';

/** An address that only this machine reaches; plain http is fine there. */
const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

const optionalUrl = (protocols: readonly string[]) =>
  z
    .string()
    .trim()
    .transform((value, context) => {
      const url = URL.canParse(value) ? new URL(value) : null;
      if (url === null || !protocols.includes(url.protocol)) {
        context.addIssue({ code: 'custom', message: `url:${protocols.join(', ')}` });
        return z.NEVER;
      }
      return url;
    })
    .optional();

const wholeNumber = (from: number, to: number, fallback: number) =>
  z
    .string()
    .trim()
    .regex(/^\d+$/, `number:${from}–${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `number:${from}–${to}`)
    .default(fallback);

const oneOf = <const Choices extends readonly [string, ...string[]]>(choices: Choices, fallback: Choices[number]) =>
  z.enum(choices, `choice:${choices.join(', ')}`).default(fallback as never);

/** Not four numbers with dots that are no address: they would be looked up as a name. */
const HOST_NAME = /^(?=.{1,253}$)(?![\d.]+$)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;
const SENDER = /^(?:[^<>\r\n]*<([^<>]+)>|([^<>]+))$/;
const MAIL_ADDRESS = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]+$/u;

/** Of the 64 signs before the @, 41 are for whom the mail was to. */
const BOUNCE_ADDRESS = /^[a-z0-9._-]{1,23}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/i;

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = isIP(address) === 4 ? 32 : 128;
  return isIP(address) !== 0 && rest.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits));
}

const networks = z
  .string()
  .default('')
  .transform((value) => value.split(',').map((part) => part.trim()).filter(Boolean))
  .refine((parts) => parts.every(isNetwork), 'networks');

function isSender(text: string): boolean {
  const [, inBrackets, alone] = SENDER.exec(text) ?? [];
  return MAIL_ADDRESS.test(inBrackets ?? alone ?? '');
}

/** Links and requests are built by appending paths: anything behind the host would be lost without a word. */
const isOrigin = (url: URL | undefined): boolean =>
  url === undefined || (url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '');

const schema = z.object({
  NODE_ENV: oneOf(['development', 'production', 'test'], 'production'),
  PORT: wholeNumber(1, 65_535, 3000),
  HOST: z.string().trim().refine((value) => isIP(value) !== 0 || HOST_NAME.test(value), 'host').default('127.0.0.1'),
  PUBLIC_URL: optionalUrl(['http:', 'https:']).refine(isOrigin, 'origin'),
  DATA_DIR: z.string().trim().min(1, 'text').default('.data'),
  DATABASE_URL: optionalUrl(['postgres:', 'postgresql:']),
  DATABASE_POOL: wholeNumber(4, 200, 10),
  SMTP_URL: optionalUrl(['smtp:', 'smtps:']),
  MAIL_FROM: z.string().trim().refine(isSender, 'sender').default('Pusteblume <pusteblume@localhost>'),
  BOUNCES_TO: z.string().trim().refine((value) => BOUNCE_ADDRESS.test(value), 'bounces').optional(),
  BOUNCES_SECRET: z.string().trim().min(32, 'length:32').optional(),
  MEILI_URL: optionalUrl(['http:', 'https:']).refine(isOrigin, 'origin'),
  MEILI_KEY: z.string().trim().min(16, 'length:16').optional(),
  SECRET: z.string().trim().min(32, 'length:32').optional(),
  TRUSTED_PROXIES: networks,
  SEARCHES_PER_MINUTE: wholeNumber(10, 10_000_000, 6000),
  WRITES_PER_MINUTE: wholeNumber(10, 10_000_000, 6000),
  LIVE_STREAMS_PER_NETWORK: wholeNumber(1, 100_000, 500),
  NOTICE_MAIL_AFTER_SECONDS: wholeNumber(0, 3600, 120),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  WORKER: oneOf(['inside', 'outside'], 'inside'),
});

/** Everything the operator can set; described for people in docs/configuration.md. */
export interface Config {
  readonly environment: 'development' | 'production' | 'test';
  readonly port: number;
  readonly host: string;
  /** Where users reach the product; the only origin that links, cookies and origin checks know. Without trailing slash. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** Null: the embedded PostgreSQL under the data directory. */
  readonly databaseUrl: string | null;
  readonly databasePool: number;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Where reports of mails that did not arrive go, and what whoever hands them in proves itself with; null: they go to the sender and are not read. */
  readonly bounces: { readonly address: string; readonly secret: string } | null;
  readonly meili: { readonly url: string; readonly key: string } | null;
  /** Keys links and pseudonyms; null: one is made and kept in the data directory. */
  readonly secret: string | null;
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** How often one account may search in a minute; a guest's network a fifth of it. */
  readonly searchesPerMinute: number;
  /** Mutations of one account, whatever they change. */
  readonly writesPerMinute: number;
  /** Open connections for live updates from one network address, per process. */
  readonly liveStreamsPerNetwork: number;
  /** How long a mail about a notice waits for further ones of the same thread. */
  readonly noticeMailAfterSeconds: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** `inside`: this process also works off the outbox. */
  readonly worker: 'inside' | 'outside';
}

/** One wrong setting, told in both languages. */
export interface ConfigMistake {
  readonly setting: string;
  readonly de: string;
  readonly en: string;
}

export class ConfigError extends Error {
  constructor(readonly mistakes: readonly ConfigMistake[]) {
    super(mistakes.map((mistake) => `${mistake.de} / ${mistake.en}`).join('\n'));
    this.name = 'ConfigError';
  }
}

function explain(setting: string, message: string): ConfigMistake {
  const [kind, detail = ''] = message.split(/:(.*)/s);
  const sentences: Record<string, readonly [string, string]> = {
    url: [`muss eine Adresse sein, die mit ${detail} beginnt`, `must be an address that starts with ${detail}`],
    number: [`muss eine ganze Zahl von ${detail} sein`, `must be a whole number from ${detail}`],
    choice: [`muss eines von ${detail} sein`, `must be one of ${detail}`],
    length: [`muss mindestens ${detail} Zeichen lang sein`, `must have at least ${detail} characters`],
    together: [`wird nur zusammen mit ${detail} verstanden`, `only makes sense together with ${detail}`],
    tls: [
      'muss mit https: beginnen, sobald andere Rechner den Dienst erreichen',
      'must start with https: as soon as other machines reach the service',
    ],
    example: ['ist ein Beispielwert; setzen Sie einen eigenen', 'is an example value; set your own'],
    host: ['muss eine IP-Adresse oder ein Rechnername sein', 'must be an IP address or a host name'],
    origin: [
      'darf nur aus Protokoll, Rechner und Port bestehen, ohne Pfad, Abfrage und Anmeldedaten',
      'must consist of protocol, host and port alone, without path, query and credentials',
    ],
    networks: [
      'muss eine Liste von IP-Adressen oder Netzen (10.0.0.0/8) sein, durch Kommas getrennt',
      'must be a list of IP addresses or networks (10.0.0.0/8), separated by commas',
    ],
    sender: [
      'muss eine Mailadresse enthalten, allein oder als Name <name@example.org>',
      'must contain a mail address, alone or as Name <name@example.org>',
    ],
    bounces: [
      'muss eine Mailadresse sein, vor dem @ höchstens 23 Buchstaben, Ziffern, Punkte und Striche',
      'must be a mail address with at most 23 letters, digits, points and hyphens before the @',
    ],
    text: ['darf nicht leer sein', 'must not be empty'],
  };
  const [de, en] = sentences[kind ?? 'text'] ?? ['ist ungültig', 'is not valid'];
  return { setting, de: `${setting} ${de}.`, en: `${setting} ${en}.` };
}

const EXAMPLES = /^(change-?me|secret|example|beispiel|geheim|password|passwort)/i;

/**
 * Reads and checks the environment as a whole.
 * @throws {ConfigError} naming every mistake at once, so that the operator mends them in one go.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  // An empty variable is an unset one: compose files pass both alike.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  const mistakes: ConfigMistake[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => explain(String(issue.path[0]), issue.message));
  if (given['MEILI_URL'] !== undefined && given['MEILI_KEY'] === undefined) mistakes.push(explain('MEILI_URL', 'together:MEILI_KEY'));
  if (given['MEILI_KEY'] !== undefined && given['MEILI_URL'] === undefined) mistakes.push(explain('MEILI_KEY', 'together:MEILI_URL'));
  if (given['BOUNCES_TO'] !== undefined && given['BOUNCES_SECRET'] === undefined) mistakes.push(explain('BOUNCES_TO', 'together:BOUNCES_SECRET'));
  if (given['BOUNCES_SECRET'] !== undefined && given['BOUNCES_TO'] === undefined) mistakes.push(explain('BOUNCES_SECRET', 'together:BOUNCES_TO'));
  for (const name of ['SECRET', 'MEILI_KEY', 'BOUNCES_SECRET'] as const) {
    if (EXAMPLES.test(given[name] ?? '')) mistakes.push(explain(name, 'example'));
  }
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes);

  const settings = parsed.data;
  const publicUrl = settings.PUBLIC_URL ?? new URL(`http://localhost:${settings.PORT}`);
  const isLocal = LOCAL_HOSTS.has(publicUrl.hostname);
  if (settings.NODE_ENV === 'production' && publicUrl.protocol === 'http:' && !isLocal) {
    throw new ConfigError([explain('PUBLIC_URL', 'tls')]);
  }
  return {
    environment: settings.NODE_ENV,
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: publicUrl.origin,
    dataDir: settings.DATA_DIR,
    databaseUrl: settings.DATABASE_URL?.href ?? null,
    databasePool: settings.DATABASE_POOL,
    smtpUrl: settings.SMTP_URL?.href ?? null,
    mailFrom: settings.MAIL_FROM,
    bounces: settings.BOUNCES_TO === undefined || settings.BOUNCES_SECRET === undefined ? null : { address: settings.BOUNCES_TO, secret: settings.BOUNCES_SECRET },
    meili:
      settings.MEILI_URL === undefined || settings.MEILI_KEY === undefined
        ? null
        : { url: settings.MEILI_URL.origin, key: settings.MEILI_KEY },
    secret: settings.SECRET ?? null,
    trustedProxies: settings.TRUSTED_PROXIES,
    searchesPerMinute: settings.SEARCHES_PER_MINUTE,
    writesPerMinute: settings.WRITES_PER_MINUTE,
    liveStreamsPerNetwork: settings.LIVE_STREAMS_PER_NETWORK,
    noticeMailAfterSeconds: settings.NOTICE_MAIL_AFTER_SECONDS,
    logLevel: settings.LOG_LEVEL,
    worker: settings.WORKER,
  };
}

/** Injection token for the one {@link Config} of the process. */
export const CONFIG = Symbol('Config');
