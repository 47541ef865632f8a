import { Inject, Injectable } from '@nestjs/common';
import { Db } from '#platform/server';
import { OwnDataRegistry, type OwnDataContribution, type OwnDataPart } from './own-data.registry.js';

/** Account, contact data sheet, consents, sessions and the way in. Never the password's hash, a link or a session's secret. */
@Injectable()
export class AccountDataContribution implements OwnDataContribution {
  readonly name = 'account';

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(OwnDataRegistry) registry: OwnDataRegistry,
  ) {
    registry.contribute(this);
  }

  async of(accountId: string): Promise<OwnDataPart> {
    const read = (sql: string) => this.db.query<object>(sql, [accountId]);
    const [account] = await read(
      `select id, name, address, pending_address as "pendingAddress", standing, site_roles as "siteRoles", programme_roles as "programmeRoles", locale,
         created_at as "createdAt", confirmed_at as "confirmedAt", approved_at as "approvedAt", sheet_finished_at as "sheetFinishedAt",
         password_changed_at as "passwordChangedAt", suspended_until as "suspendedUntil", suspended_reason as "suspendedReason"
       from account where id = $1`,
    );
    return {
      account: account ?? null,
      sheet: await read(
        `select f.label_de as field, v.answers, v.visibility, v.updated_at as "updatedAt" from sheet_value v join sheet_field f on f.id = v.field_id
         where v.account_id = $1 order by f.position`,
      ),
      consents: await read(
        `select kind, version, locale, given_at as "givenAt", withdrawn_at as "withdrawnAt" from consent where account_id = $1 order by given_at, kind`,
      ),
      registration: await read(`select wished_role as "wishedRole", stage, stage_at as "stageAt", created_at as "createdAt" from registration where account_id = $1`),
      // Who of the coordination acted is theirs; what was said to the person is the person's.
      registrationSteps: await read(`select step, at, message from registration_step where account_id = $1 order by at, id`),
      roleRequests: await read(`select wished_role as "wishedRole", requested_at as "requestedAt" from role_request where account_id = $1`),
      sessions: await read(`select device, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt" from session where account_id = $1 order by created_at, id`),
      record: await read(`select at, act, subject_kind as "subjectKind", subject_id as "subjectId" from audit_entry where actor_id = $1 order by id`),
    };
  }
}
