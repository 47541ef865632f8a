import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, Db, networkOf, programmeSettings, RateLimits, Settings, type Clock, type GraphqlContext } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { Account } from '../account/account.entity.js';
import { Accounts, type WishedRole } from '../account/accounts.js';
import { canonicalAddress } from '../account/address.policy.js';
import { checkName } from '../account/name.policy.js';
import { Consents, type ReadTexts, type SeenVersions } from '../consent/consents.js';
import { Invitations } from '../invitation/invitations.js';
import { AccountLinks } from '../link/account-links.js';
import { hashPassword } from '../password/password.hashing.js';
import { Passwords } from '../password/password.service.js';
import { Admission } from './admission.js';

/** A kick-off event registers from one network; what one address receives is limited where mails are sent. */
const REGISTRATIONS = { name: 'accounts.register', tries: 120, withinSeconds: 3600 } as const;
const UNIQUE_VIOLATION = '23505';

export interface RegistrationWishes extends SeenVersions {
  readonly name: string;
  readonly address: string;
  readonly password: string;
  readonly wishedRole: WishedRole;
  readonly acceptsRules: boolean;
  readonly acceptsPrivacy: boolean;
  readonly invitationCode?: string | null;
  readonly locale: 'de' | 'en';
}

/** Step one: from a stranger to a confirmed address. */
@Injectable()
export class Registrations {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Invitations) private readonly invitations: Invitations,
    @Inject(AccountLinks) private readonly links: AccountLinks,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(Admission) private readonly admission: Admission,
    @Inject(Consents) private readonly consents: Consents,
  ) {}

  /**
   * Takes a registration. Known and unknown addresses get the same answer after the same work; what differs is the mail
   * that the owner of the address receives.
   */
  async register(wishes: RegistrationWishes, context: GraphqlContext): Promise<void> {
    await this.limits.count(REGISTRATIONS, `network:${networkOf(context.ip)}`);
    const address = canonicalAddress(wishes.address);
    const programme = await this.settings.get(programmeSettings);
    if (!wishes.acceptsRules) throw AppError.badInput('acceptsRules', 'account.consentNeeded');
    if (!wishes.acceptsPrivacy) throw AppError.badInput('acceptsPrivacy', 'account.consentNeeded');
    checkName(wishes.name, programme.name);
    const texts = await this.consents.read(wishes.locale, wishes);
    await this.passwords.check(wishes.password, { address, name: wishes.name });
    const passwordHash = await hashPassword(wishes.password);
    const known = await this.accounts.byAddress(address);
    const mayReplace = known !== null && known.standing === 'unconfirmed' && known.passwordHash !== null;
    if (known !== null && !mayReplace) {
      await this.db.write(context.viewer, async (_tx, emit) => emit({ name: 'RegistrationRepeated', payload: { accountId: known.id } }));
      return;
    }
    const invitationId = await this.invitations.idOf(wishes.invitationCode ?? null);
    try {
      await this.db.write(context.viewer, async (tx, emit) => {
        // Nobody has proved the address yet, so the newer wish counts; the link of the older one dies with it.
        if (known !== null) await tx.delete(Account, { id: known.id, standing: 'unconfirmed' });
        const accountId = await this.store(tx, { ...wishes, address }, passwordHash, invitationId, texts);
        emit({ name: 'AccountRegistered', payload: { accountId } });
      });
    } catch (error) {
      // Two at one moment: the first has the account, the second is answered like any known address.
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
    }
  }

  /**
   * The button behind the mail's link, with the password of that registration: anybody can register a stranger's address,
   * and the stranger's click must not open an account whose password somebody else knows. A wrong one leaves the link good.
   */
  async confirm(code: string, password: string, context: GraphqlContext): Promise<void> {
    await this.links.countGuess(context.ip);
    const proved = await this.accounts.byId((await this.links.look('confirm', code)).accountId);
    if (proved === null || proved.standing !== 'unconfirmed') throw AppError.badInput('code', 'account.linkInvalid');
    await this.accounts.confirmPassword(proved, password, context.ip, 'password', 'account.wrongRegistrationPassword');
    await this.db.write(context.viewer, async (tx, emit) => {
      const { accountId } = await this.links.redeem(tx, 'confirm', code);
      await this.admission.addressConfirmed(tx, emit, await this.lockedUnconfirmed(tx, accountId));
    });
  }

  /** An imported person arrives: consents, sets a password, is in. */
  async arrive(
    input: SeenVersions & { readonly code: string; readonly password: string; readonly acceptsRules: boolean; readonly acceptsPrivacy: boolean; readonly locale: 'de' | 'en' },
    context: GraphqlContext,
  ): Promise<string> {
    if (!input.acceptsRules) throw AppError.badInput('acceptsRules', 'account.consentNeeded');
    if (!input.acceptsPrivacy) throw AppError.badInput('acceptsPrivacy', 'account.consentNeeded');
    await this.links.countGuess(context.ip);
    const passwordHash = await hashPassword(input.password);
    const programme = await this.settings.get(programmeSettings);
    const texts = await this.consents.read(input.locale, input);
    return this.db.write(context.viewer, async (tx, emit) => {
      const { accountId } = await this.links.redeem(tx, 'welcome', input.code);
      const account = await this.lockedUnconfirmed(tx, accountId);
      await this.passwords.checkWithin(tx, programme.name, input.password, account);
      await tx.update(Account, { id: accountId }, { passwordHash });
      await this.consents.keep(tx, accountId, texts);
      await this.admission.arrived(tx, emit, account);
      return accountId;
    });
  }

  /** A link that outlived its purpose changes nothing about an account that is further. */
  private async lockedUnconfirmed(tx: EntityManager, accountId: string): Promise<Account> {
    const account = await this.accounts.locked(tx, accountId);
    if (account.standing !== 'unconfirmed') throw AppError.badInput('code', 'account.linkInvalid');
    return account;
  }

  private async store(
    tx: EntityManager,
    wishes: RegistrationWishes,
    passwordHash: string,
    invitationId: string | null,
    texts: ReadTexts,
  ): Promise<string> {
    const accountId = uuidv7();
    const now = this.clock.now();
    const { address, name, locale } = wishes;
    await tx.insert(Account, { id: accountId, address, name, passwordHash, standing: 'unconfirmed', siteRoles: [], programmeRoles: [], locale });
    await tx.query(
      `insert into registration (account_id, wished_role, stage, stage_at, invitation_id, created_at) values ($1, $2, 'confirming', $3, $4, $3)`,
      [accountId, wishes.wishedRole, now, invitationId],
    );
    await this.consents.keep(tx, accountId, texts);
    await this.admission.note(tx, accountId, null, 'registered');
    return accountId;
  }
}
