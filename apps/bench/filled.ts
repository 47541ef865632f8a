import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { readConfig } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { hashToken, newSessionToken } from '../../libs/accounts/server/session/session.cookie.js';
import { startApplication, type Application } from '../server/app.js';

/** A database that stands filled, with somebody signed in. */
export interface Filled {
  readonly size: number;
  readonly databaseUrl: string;
  readonly sessionToken: string;
  readonly dataDir: string;
}

export interface Place {
  /** A public space, so that guests and members read the same. */
  readonly spaceId: string;
  /** Its moderator, and whose session it is. */
  readonly accountId: string;
  readonly sessionToken: string;
}

/** What fills a database of one kind. */
export interface Filling {
  /** Stem of the database's name. */
  readonly name: string;
  /** Of what there are `size`, in German: `Tipps`. */
  readonly noun: string;
  readonly fill: (application: Application, place: Place, size: number) => Promise<void>;
}

/** Makes and fills a database; one that was kept from an earlier run is found again. */
export async function filled(serverUrl: string, { name: stem, noun, fill }: Filling, size: number, scratch: string): Promise<Filled> {
  const name = `${stem}_${size}`;
  const dataDir = path.join(scratch, name);
  const tokenFile = path.join(dataDir, 'session.token');
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  if (existsSync(tokenFile)) return { size, databaseUrl: url.href, sessionToken: readFileSync(tokenFile, 'utf8'), dataDir };
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  // A run that was broken off leaves half of one.
  await admin.query(`drop database if exists ${name}`);
  await admin.query(`create database ${name}`);
  await admin.end();
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'error', DATABASE_URL: url.href, DATA_DIR: dataDir });
  const application = await startApplication(config, { isWorker: false, isOnly: false });
  const { dataSource } = application;
  const [accountId, spaceId, sessionToken] = [uuidv7(), uuidv7(), newSessionToken()];
  await dataSource.query(
    `insert into account (id, address, name, standing, confirmed_at, approved_at) values ($1, 'bench@example.org', 'Bea Bench', 'approved', now(), now())`,
    [accountId],
  );
  await dataSource.query(`insert into session (id, account_id, token_hash, idle_expires_at, expires_at) values ($1, $2, $3, now() + interval '30 days', now() + interval '30 days')`, [uuidv7(), accountId, hashToken(sessionToken)]);
  await dataSource.query(`insert into space (id, slug, name, visibility) values ($1, 'bank', 'Bank', 'public')`, [spaceId]);
  await dataSource.query(`insert into space_member (space_id, account_id, role) values ($1, $2, 'moderator')`, [spaceId, accountId]);
  console.log(`${size} ${noun} werden gefüllt …`);
  const begun = Date.now();
  await fill(application, { spaceId, accountId, sessionToken }, size);
  await dataSource.query('vacuum analyze');
  console.log(`${size} ${noun} gefüllt in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  await application.stop();
  writeFileSync(tokenFile, sessionToken, { mode: 0o600 });
  return { size, databaseUrl: url.href, sessionToken, dataDir };
}
