import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { readConfig, type Config } from '../config/config.js';
import { createBoss } from '../database/boss.js';
import { createDataSource, migrate, type MigrationClass } from '../database/data-source.js';
import { Db } from '../database/db.js';
import { platformMigrations } from '../database/platform.migrations.js';
import type { Clock } from '../domain/clock.js';
import { createServer } from '../domain/create-server.js';
import type { ServerDomain } from '../domain/server-domain.js';
import type { Mail, Mailer } from '../mail/mail.js';
import { Outbox } from '../outbox/outbox.js';
import { copyTestDatabase } from './test-database.js';

/** Keeps what would have been sent. */
export class MailBox implements Mailer {
  readonly mails: Mail[] = [];

  async send(mail: Mail): Promise<void> {
    this.mails.push(mail);
  }

  /** The newest mail to an address. */
  lastTo(address: string): Mail {
    const mail = this.mails.findLast((candidate) => candidate.to.address === address);
    if (mail === undefined) throw new Error(`no mail to ${address}`);
    return mail;
  }
}

/** A clock that stands until it is moved. */
export class MovableClock implements Clock {
  private at = new Date();

  now(): Date {
    return new Date(this.at);
  }

  moveTo(time: Date): void {
    this.at = time;
  }

  forward(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}

export interface GraphqlAnswer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: {
      readonly code: string;
      readonly reason: string;
      readonly field?: string;
      readonly params?: Readonly<Record<string, string | number>>;
      readonly fields?: readonly { readonly field: string; readonly reason: string }[];
    };
  }[];
}

/** Whoever sends a request in a test: a cookie and perhaps another network. */
export interface Caller {
  readonly cookie?: string;
  readonly ip?: string;
}

/** A whole application of the given domains on a database of its own; only mail and clock are not the real ones. */
export class TestServer {
  private address: Promise<string> | null = null;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly config: Config,
    readonly mailBox: MailBox,
    readonly clock: MovableClock,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  /** @param log receives each line of the log instead of standard output; `LOG_LEVEL` says which. */
  static async start(
    domains: readonly ServerDomain[],
    environment: NodeJS.ProcessEnv = {},
    log: { write(line: string): void } = process.stdout,
  ): Promise<TestServer> {
    const migrations = migrationsOf(domains);
    const database = await copyTestDatabase(migrations.map(({ name }) => name).join(), async (url) => {
      await migrate({ url, pool: 2, entities: [], migrations });
      const boss = createBoss(url, pino({ level: 'silent' }), false);
      await boss.start();
      await boss.stop({ graceful: false });
    });
    return this.startOn(database, domains, environment, log);
  }

  /** A second process's worth of the same application on the database of another, which outlives it. */
  static async beside(other: TestServer, domains: readonly ServerDomain[], environment: NodeJS.ProcessEnv = {}): Promise<TestServer> {
    return this.startOn({ url: String(other.config.databaseUrl), drop: async () => undefined }, domains, environment, process.stdout);
  }

  private static async startOn(
    database: { readonly url: string; readonly drop: () => Promise<void> },
    domains: readonly ServerDomain[],
    environment: NodeJS.ProcessEnv,
    log: { write(line: string): void },
  ): Promise<TestServer> {
    const config = readConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      DATABASE_URL: database.url,
      SECRET: 'only-for-tests-0123456789-0123456789',
      PUBLIC_URL: 'http://localhost:3000',
      DATA_DIR: mkdtempSync(path.join(tmpdir(), 'pusteblume-test-data-')),
      ...environment,
    });
    const logger = pino({ level: config.logLevel, base: null }, log);
    const options = {
      url: database.url,
      pool: 5,
      entities: domains.flatMap((domain) => domain.entities),
      migrations: migrationsOf(domains),
    };
    const dataSource = await createDataSource(options).initialize();
    const mailBox = new MailBox();
    const clock = new MovableClock();
    const boss = createBoss(database.url, logger, false);
    const app = await createServer({ config, logger, dataSource, boss, mailer: mailBox, clock, domains });
    await app.getHttpAdapter().getInstance().ready();
    return new TestServer(app, config, mailBox, clock, database.drop);
  }

  get db(): Db {
    return this.app.get(Db);
  }

  /** For what `inject` cannot do: streams. @returns the address; the first call opens the port. */
  async listen(): Promise<string> {
    this.address ??= this.app.listen(0, '127.0.0.1').then(() => this.app.getUrl());
    return this.address;
  }

  /** Works off the outbox until nothing is waiting. */
  async drain(): Promise<void> {
    await this.app.get(Outbox).drain();
  }

  async graphql<Data = Record<string, unknown>>(
    caller: Caller | null,
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<GraphqlAnswer<Data>> {
    const answer = await this.send(caller, query, variables);
    return answer.json() as GraphqlAnswer<Data>;
  }

  /** As {@link graphql}, with the data alone; fails the test on any error. */
  async data<Data = Record<string, unknown>>(
    caller: Caller | null,
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<Data> {
    const { data, errors } = await this.graphql<Data>(caller, query, variables);
    if (errors !== undefined || data === null) throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
    return data;
  }

  /** The first error's code and reason; fails the test where there is none. */
  async refusal(
    caller: Caller | null,
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<{ readonly code: string; readonly reason: string; readonly field?: string }> {
    const { errors } = await this.graphql(caller, query, variables);
    const first = errors?.[0];
    if (first === undefined) throw new Error('expected a refusal');
    const { code, reason, field } = first.extensions;
    return field === undefined ? { code, reason } : { code, reason, field };
  }

  /** The raw HTTP answer, for headers and cookies. */
  async send(caller: Caller | null, query: string, variables: Readonly<Record<string, unknown>> = {}) {
    return this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...(caller?.cookie === undefined ? {} : { cookie: caller.cookie }) },
      ...(caller?.ip === undefined ? {} : { remoteAddress: caller.ip }),
      payload: { query, variables },
    });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.app.get(DataSource).destroy();
    await this.dropDatabase();
    rmSync(this.config.dataDir, { recursive: true, force: true });
  }
}

function migrationsOf(domains: readonly ServerDomain[]): readonly MigrationClass[] {
  return [...platformMigrations, ...domains.flatMap((domain) => domain.migrations)];
}
