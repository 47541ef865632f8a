import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { Audit, CLOCK, Db, type Clock } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { accountOf } from '../account/account.policy.js';
import { Accounts } from '../account/accounts.js';
import { ConsentTexts, type ConsentKind, type ConsentLocale } from './consent-texts.js';

export interface ConsentRow {
  readonly id: string;
  readonly kind: ConsentKind;
  readonly version: string;
  readonly locale: ConsentLocale;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
}

/** A consent that is asked for again. */
export interface DueConsent {
  readonly kind: ConsentKind;
  /** The wording of now, in `locale`. */
  readonly version: string;
  readonly locale: ConsentLocale;
  /** `changed`: there is a new text; `withdrawn`: the person took the consent back. */
  readonly reason: 'changed' | 'withdrawn';
}

/** Which wording somebody had before their eyes; null where they do not say. */
export interface SeenVersions {
  readonly rulesVersion?: string | null;
  readonly privacyVersion?: string | null;
}

/** Checked versions, ready to be kept. */
export interface ReadTexts {
  readonly locale: ConsentLocale;
  readonly versions: Readonly<Record<ConsentKind, string>>;
}

/** Withdrawals within this time are told in one mail. */
const TOLD_TOGETHER_MS = 10 * 60_000;
const KINDS: readonly ConsentKind[] = ['rules', 'privacy'];

/** Consents with the very text they were given to; nothing here is ever overwritten. */
@Injectable()
export class Consents {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(ConsentTexts) private readonly texts: ConsentTexts,
  ) {}

  /**
   * The versions a consent will name. To be asked before the transaction begins.
   * @throws {AppError} BAD_USER_INPUT `account.consentTextChanged` where the text changed while somebody had it open.
   */
  async read(locale: ConsentLocale, seen: SeenVersions): Promise<ReadTexts> {
    const now = await this.texts.now(locale);
    const [rules, privacy] = [String(now.rules.version), String(now.privacy.version)];
    if ((seen.rulesVersion ?? rules) !== rules) throw AppError.badInput('acceptsRules', 'account.consentTextChanged');
    if ((seen.privacyVersion ?? privacy) !== privacy) throw AppError.badInput('acceptsPrivacy', 'account.consentTextChanged');
    return { locale, versions: { rules, privacy } };
  }

  async keep(tx: EntityManager, accountId: string, { locale, versions }: ReadTexts, kinds: readonly ConsentKind[] = KINDS): Promise<void> {
    for (const kind of kinds) {
      await tx.query('insert into consent (id, account_id, kind, version, locale, given_at) values ($1, $2, $3, $4, $5, $6)', [
        uuidv7(),
        accountId,
        kind,
        versions[kind],
        locale,
        this.clock.now(),
      ]);
    }
  }

  /** All that were ever given, the newest first. */
  async of(accountId: string): Promise<readonly ConsentRow[]> {
    return this.db.query<ConsentRow>(
      `select id, kind, version, locale, given_at as "givenAt", withdrawn_at as "withdrawnAt" from consent where account_id = $1 order by given_at desc, kind desc, id desc`,
      [accountId],
    );
  }

  /** What is asked for again. Who never consented to anything (the first coordinator) is not asked. */
  async due(accountId: string, locale: ConsentLocale): Promise<readonly DueConsent[]> {
    const latest = await this.latest(accountId);
    if (latest.size === 0) return [];
    const [shown, german, english] = [await this.texts.now(locale), await this.texts.now('de'), await this.texts.now('en')];
    return KINDS.flatMap((kind) => {
      const last = latest.get(kind);
      if (last === undefined) return [];
      const { neededFrom } = (last.locale === 'de' ? german : english)[kind];
      const reason = last.withdrawnAt !== null ? 'withdrawn' : Number(last.version) < neededFrom ? 'changed' : null;
      return reason === null ? [] : [{ kind, version: String(shown[kind].version), locale, reason } as const];
    });
  }

  /** @throws {AppError} as {@link read}. */
  async give(viewer: Viewer, locale: ConsentLocale, seen: SeenVersions): Promise<void> {
    const accountId = accountOf(viewer);
    const wanted: Readonly<Record<ConsentKind, string | null>> = { rules: seen.rulesVersion ?? null, privacy: seen.privacyVersion ?? null };
    const read = await this.read(locale, seen);
    await this.db.write(viewer, async (tx) => {
      await this.accounts.locked(tx, accountId);
      const latest = await this.latest(accountId, tx);
      const isNew = (kind: ConsentKind): boolean => {
        const last = latest.get(kind);
        // Sent twice it is one consent.
        return wanted[kind] !== null && (last === undefined || last.withdrawnAt !== null || last.version !== wanted[kind] || last.locale !== locale);
      };
      await this.keep(tx, accountId, read, KINDS.filter(isNew));
    });
  }

  /** As easily as it was given. What follows is the coordination's: it is told, and closes the account. */
  async withdraw(viewer: Viewer, kind: ConsentKind): Promise<void> {
    const accountId = accountOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      await this.accounts.locked(tx, accountId);
      const [rows]: [unknown[], number] = await tx.query(
        'update consent set withdrawn_at = $3 where account_id = $1 and kind = $2 and withdrawn_at is null returning id',
        [accountId, kind, this.clock.now()],
      );
      if (rows.length === 0) return;
      await this.audit.record(tx, viewer, { act: 'accounts.consentWithdrawn', subjectKind: 'account', subjectId: accountId, details: { kind } });
      // Both taken back in one go are one piece of news.
      const [other]: unknown[] = await tx.query(
        'select 1 from consent where account_id = $1 and kind <> $2 and withdrawn_at > $3 limit 1',
        [accountId, kind, new Date(this.clock.now().getTime() - TOLD_TOGETHER_MS)],
      );
      if (other === undefined) emit({ name: 'ConsentWithdrawn', payload: { accountId, kind } });
    });
  }

  private async latest(accountId: string, tx?: EntityManager): Promise<ReadonlyMap<ConsentKind, ConsentRow>> {
    const sql = `select distinct on (kind) id, kind, version, locale, given_at as "givenAt", withdrawn_at as "withdrawnAt"
      from consent where account_id = $1 order by kind, given_at desc, id desc`;
    const rows: readonly ConsentRow[] = tx === undefined ? await this.db.query<ConsentRow>(sql, [accountId]) : await tx.query(sql, [accountId]);
    return new Map(rows.map((row) => [row.kind, row]));
  }
}
