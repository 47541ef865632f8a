import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProgrammeRole, Viewer } from '#access/server';
import { Audit, CLOCK, CONFIG, Db, type Clock, type Config } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { coordinatorOf } from '../account/account.policy.js';
import { hashToken } from '../session/session.cookie.js';
import type { Grant, StandingGrant } from '../registration/grant.js';

/** The row as lists show it; the secret itself is shown once, when it is made. */
export interface InvitationRow {
  readonly id: string;
  readonly note: string;
  readonly programme_roles: readonly ProgrammeRole[];
  readonly space_ids: readonly string[];
  readonly expires_at: Date;
  readonly max_uses: number;
  readonly uses: number;
  readonly revoked_at: Date | null;
  readonly created_at: Date;
}

export interface DomainRow {
  readonly domain: string;
  readonly programme_roles: readonly ProgrammeRole[];
  readonly space_ids: readonly string[];
  readonly created_at: Date;
}

interface InvitationWishes extends Grant {
  readonly id: string;
  readonly note: string;
  readonly days: number;
  readonly maxUses: number;
}

const COLUMNS = 'id, note, programme_roles, space_ids, expires_at, max_uses, uses, revoked_at, created_at';

/** The two ways past the queue: links with an end, and domains whose addresses speak for themselves. */
@Injectable()
export class Invitations {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** @returns the link, this once; null where the same wish was sent a second time. */
  async create(viewer: Viewer, wishes: InvitationWishes): Promise<{ readonly invitation: InvitationRow; readonly link: string | null }> {
    coordinatorOf(viewer);
    const secret = randomBytes(24).toString('base64url');
    const now = this.clock.now();
    return this.db.write(viewer, async (tx) => {
      const isFirst = await this.db.isFirst(tx, viewer, wishes.id, wishes);
      if (isFirst) {
        await tx.query(
          `insert into invitation (id, secret_hash, note, programme_roles, space_ids, expires_at, max_uses, created_at, created_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [wishes.id, hashToken(secret), wishes.note, wishes.programmeRoles, wishes.spaceIds, new Date(now.getTime() + wishes.days * 86_400_000), wishes.maxUses, now, viewer.accountId],
        );
        await this.audit.record(tx, viewer, { act: 'accounts.invitationMade', subjectKind: 'invitation', subjectId: wishes.id });
      }
      const [invitation]: InvitationRow[] = await tx.query(`select ${COLUMNS} from invitation where id = $1`, [wishes.id]);
      if (invitation === undefined) throw AppError.notFound();
      return { invitation, link: isFirst ? `${this.config.publicUrl}/einladung#${secret}` : null };
    });
  }

  async revoke(viewer: Viewer, id: string): Promise<InvitationRow> {
    coordinatorOf(viewer);
    return this.db.write(viewer, async (tx) => {
      const [rows]: [InvitationRow[], number] = await tx.query(
        `update invitation set revoked_at = coalesce(revoked_at, $2) where id = $1 returning ${COLUMNS}`,
        [id, this.clock.now()],
      );
      const row = rows[0];
      if (row === undefined) throw AppError.notFound();
      await this.audit.record(tx, viewer, { act: 'accounts.invitationRevoked', subjectKind: 'invitation', subjectId: id });
      return row;
    });
  }

  async list(viewer: Viewer): Promise<readonly InvitationRow[]> {
    coordinatorOf(viewer);
    return this.db.query(`select ${COLUMNS} from invitation order by created_at desc, id limit 200`);
  }

  isGood(invitation: Pick<InvitationRow, 'expires_at' | 'max_uses' | 'uses' | 'revoked_at'>): boolean {
    return invitation.revoked_at === null && invitation.expires_at > this.clock.now() && invitation.uses < invitation.max_uses;
  }

  /** The id behind a link's secret while it is good, else null: an unknown one and an ended one are alike. */
  async idOf(secret: string | null): Promise<string | null> {
    if (secret === null) return null;
    const [row] = await this.db.query<InvitationRow>(`select ${COLUMNS} from invitation where secret_hash = $1`, [hashToken(secret)]);
    return row !== undefined && this.isGood(row) ? row.id : null;
  }

  /** Counts one use, in one statement: two people at the last place are one too many. */
  async use(tx: EntityManager, id: string | null): Promise<StandingGrant | null> {
    if (id === null) return null;
    const [rows]: [(InvitationRow & { readonly created_by: string | null })[], number] = await tx.query(
      `update invitation set uses = uses + 1
       where id = $1 and uses < max_uses and revoked_at is null and expires_at > $2 returning ${COLUMNS}, created_by`,
      [id, this.clock.now()],
    );
    const row = rows[0];
    return row === undefined ? null : { programmeRoles: row.programme_roles, spaceIds: row.space_ids, actorId: row.created_by };
  }

  async grantOfDomain(tx: EntityManager, domain: string): Promise<StandingGrant | null> {
    const [row]: Pick<DomainRow & { readonly created_by: string | null }, 'programme_roles' | 'space_ids' | 'created_by'>[] = await tx.query(
      'select programme_roles, space_ids, created_by from allowed_domain where domain = $1',
      [domain],
    );
    return row === undefined ? null : { programmeRoles: row.programme_roles, spaceIds: row.space_ids, actorId: row.created_by };
  }

  async domains(viewer: Viewer): Promise<readonly DomainRow[]> {
    coordinatorOf(viewer);
    return this.db.query('select domain, programme_roles, space_ids, created_at from allowed_domain order by domain limit 500');
  }

  async allowDomain(viewer: Viewer, domain: string, grant: Grant): Promise<DomainRow> {
    coordinatorOf(viewer);
    return this.db.write(viewer, async (tx) => {
      const [row]: DomainRow[] = await tx.query(
        // Whoever changes what a domain gets answers for those who come from then on.
        `insert into allowed_domain (domain, programme_roles, space_ids, created_at, created_by) values ($1, $2, $3, $4, $5)
         on conflict (domain) do update set programme_roles = excluded.programme_roles, space_ids = excluded.space_ids, created_by = excluded.created_by
         returning domain, programme_roles, space_ids, created_at`,
        [domain, grant.programmeRoles, grant.spaceIds, this.clock.now(), viewer.accountId],
      );
      await this.audit.record(tx, viewer, { act: 'accounts.domainAllowed', subjectKind: 'domain', subjectId: uuidv7(), details: { domain } });
      if (row === undefined) throw AppError.notFound();
      return row;
    });
  }

  async forbidDomain(viewer: Viewer, domain: string): Promise<void> {
    coordinatorOf(viewer);
    await this.db.write(viewer, async (tx) => {
      await tx.query('delete from allowed_domain where domain = $1', [domain]);
      await this.audit.record(tx, viewer, { act: 'accounts.domainForbidden', subjectKind: 'domain', details: { domain } });
    });
  }
}
