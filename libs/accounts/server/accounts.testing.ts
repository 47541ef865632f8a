import { hash } from '@node-rs/argon2';
import type { ProgrammeRole, SiteRole } from '#access/server';
import type { Caller, TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import type { AccountStanding } from './account/account.entity.js';
import { hashToken, newSessionToken, sessionCookieName } from './session/session.cookie.js';

/** What a spec says about the account it needs; everything else is invented. */
export interface AccountWishes {
  /** `approved` unless set. */
  readonly standing?: AccountStanding;
  readonly siteRoles?: readonly SiteRole[];
  readonly programmeRoles?: readonly ProgrammeRole[];
  readonly name?: string;
  readonly address?: string;
  readonly locale?: 'de' | 'en';
  /** Blocked without an end. */
  readonly suspended?: boolean;
}

export interface TestAccount {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly password: string;
  /** Signed in; a network of its own, so that limits of one account do not meet another's. */
  readonly caller: Caller;
}

const PASSWORD = 'pusteblumen fliegen weit 7';
// Weak on purpose: a spec makes many accounts. The stored string names its cost, so sign-in checks it all the same.
const cheapHash = hash(PASSWORD, { memoryCost: 64, timeCost: 1, parallelism: 1 });
let count = 0;

/** An account with an open session, straight into the tables: specs of other domains need somebody, not a registration. */
export async function anAccount(server: TestServer, wishes: AccountWishes = {}): Promise<TestAccount> {
  count += 1;
  const id = uuidv7();
  const name = wishes.name ?? `Person ${count}`;
  const address = wishes.address ?? `person-${count}-${id.slice(-4)}@beispiel.test`;
  const standing = wishes.standing ?? 'approved';
  const token = newSessionToken();
  await server.db.write({ accountId: null }, async (tx) => {
    await tx.query(
      `insert into account (id, address, name, password_hash, standing, site_roles, programme_roles, locale, confirmed_at, approved_at, suspended_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8,
         case when $5 <> 'unconfirmed' then now() end, case when $5 = 'approved' then now() end, case when $9 then 'infinity'::timestamptz end)`,
      [id, address, name, await cheapHash, standing, wishes.siteRoles ?? [], wishes.programmeRoles ?? [], wishes.locale ?? 'de', wishes.suspended ?? false],
    );
    await tx.query(
      `insert into session (id, account_id, token_hash, idle_expires_at, expires_at) values ($1, $2, $3, now() + interval '1 day', now() + interval '1 day')`,
      [uuidv7(), id, hashToken(token)],
    );
    await tx.query(
      `insert into registration (account_id, wished_role, stage, stage_at, created_at)
       values ($1, 'neither', case $2 when 'unconfirmed' then 'confirming' when 'waiting' then 'sheet' else 'decided' end, now(), now())`,
      [id, standing],
    );
  });
  const caller = { cookie: `${sessionCookieName(server.config)}=${token}`, ip: `10.${Math.floor(count / 65_025) % 255}.${Math.floor(count / 255) % 255}.${count % 255}` };
  return { id, address, name, password: PASSWORD, caller };
}
