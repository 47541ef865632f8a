import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Audit, CLOCK, Db, networkOf, programmeSettings, RateLimits, Settings, type Clock, type GraphqlContext } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { Account } from '../account/account.entity.js';
import { canonicalAddress } from '../account/address.policy.js';
import { hashPassword } from '../password/password.hashing.js';
import { checkPassword } from '../password/password.policy.js';
import { AccountLinks } from '../link/account-links.js';
import { hashToken } from '../session/session.cookie.js';
import { Sessions } from '../session/sessions.js';

/** Without letters and digits that are taken for each other. 12 of 30 are about 59 bits. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'.replace(/[IO]/g, '');
const GUESSES = { name: 'accounts.setup', tries: 10, withinSeconds: 900 } as const;

/** Only one set-up at a time, also over several processes. */
const SETUP_LOCK = 7_236_502;

interface SetupWishes {
  readonly code: string;
  readonly programmeName: string;
  readonly name: string;
  readonly address: string;
  readonly password: string;
}

/** The first coordinator: whoever can read the server's console may make the first account. */
@Injectable()
export class SetupCode {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Db) private readonly db: Db,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(AccountLinks) private readonly links: AccountLinks,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /**
   * At each start while there is no coordinator: a fresh code for the console; the one before is worthless.
   * @returns null once the programme is set up.
   */
  async issue(): Promise<string | null> {
    if (!(await this.isNeeded())) return null;
    const signs = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    const code = signs.replace(/(.{4})(?=.)/g, '$1-');
    await this.db.write({ accountId: null }, async (tx) => {
      await tx.query(
        `insert into setup_code (code_hash, created_at) values ($1, $2)
         on conflict (is_only) do update set code_hash = excluded.code_hash, created_at = excluded.created_at`,
        [hashToken(signs), this.clock.now()],
      );
    });
    return code;
  }

  async isNeeded(): Promise<boolean> {
    return this.isNeededWithin(this.db.manager);
  }

  private async isNeededWithin(tx: EntityManager): Promise<boolean> {
    const [row]: { there: boolean }[] = await tx.query(
      `select exists (select from account where 'coordinator' = any(site_roles) and standing = 'approved' and deleted_at is null) as there`,
    );
    return row?.there === false;
  }

  /** @returns the first coordinator's account id. @throws {AppError} BAD_USER_INPUT for a wrong code, CONFLICT once it is done. */
  async setUp(wishes: SetupWishes, context: GraphqlContext): Promise<string> {
    await this.limits.count(GUESSES, `network:${networkOf(context.ip)}`);
    const address = canonicalAddress(wishes.address);
    await checkPassword(wishes.password, { address, name: wishes.name, programmeName: wishes.programmeName });
    const passwordHash = await hashPassword(wishes.password);
    const programme = await this.settings.get(programmeSettings);
    return this.db.write(context.viewer, async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [SETUP_LOCK]);
      if (!(await this.isNeededWithin(tx))) throw AppError.conflict('setup.done');
      await this.redeem(tx, wishes.code);
      const id = await this.firstCoordinator(tx, { ...wishes, address }, passwordHash);
      await this.settings.put(tx, { accountId: id }, programmeSettings, { ...programme, name: wishes.programmeName, contactAddress: programme.contactAddress || address });
      await this.audit.record(tx, { accountId: id }, { act: 'accounts.setUp', subjectKind: 'account', subjectId: id });
      return id;
    });
  }

  private async redeem(tx: EntityManager, code: string): Promise<void> {
    const signs = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
    const [rows]: [unknown[], number] = await tx.query('delete from setup_code where code_hash = $1 returning is_only', [hashToken(signs)]);
    if (rows.length === 0) throw AppError.badInput('code', 'setup.wrongCode');
  }

  private async firstCoordinator(tx: EntityManager, wishes: SetupWishes, passwordHash: string): Promise<string> {
    const id = uuidv7();
    const now = this.clock.now();
    const known = await tx.findOne(Account, { where: { address: wishes.address, erasedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
    const account = { name: wishes.name, passwordHash, standing: 'approved', siteRoles: ['coordinator'], confirmedAt: now, approvedAt: now } as const;
    if (known !== null) {
      await tx.update(Account, { id: known.id }, { ...account, siteRoles: ['coordinator'], pendingAddress: null, deletedAt: null, deletionFinalAt: null });
      // Whoever registered with this address before, perhaps somebody else, comes in by nothing from then.
      await this.links.revokeAll(tx, known.id);
      await this.sessions.endAll(tx, known.id);
      await tx.query(`update registration set stage = 'decided', stage_at = $2 where account_id = $1`, [known.id, now]);
      return known.id;
    }
    await tx.insert(Account, { id, address: wishes.address, ...account, siteRoles: ['coordinator'], programmeRoles: [], locale: 'de' });
    return id;
  }
}
