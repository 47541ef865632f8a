import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ensure, isMember, type Viewer } from '#access/server';
import { Audit, CLOCK, Db, networkOf, RateLimits, type Clock, type Limit } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { admit } from '../member/admit.js';
import type { Space, SpaceRole } from '../space/space.entity.js';
import { stillAtDoor } from './door.service.js';
import { canChange, canModerate } from '../space/space.policy.js';
import { SpaceQueries } from '../space/space.queries.js';
import type { CreateSpaceInvitationInput, SpaceInvitation, SpaceInvitationOffer, SpaceInvitee } from './invitation.type.js';

/** 256 bits cannot be guessed; the limit keeps the trying quiet. */
const OPENINGS: Limit = { name: 'spaces.invitation', tries: 30, withinSeconds: 900 };
/** Each opens a space to whoever holds it. */
const LINKS: Limit = { name: 'spaces.link', tries: 60, withinSeconds: 3600 };
/** Each is a mail to somebody. */
const INVITING: Limit = { name: 'spaces.invite', tries: 60, withinSeconds: 3600 };

const INVITATION_COLUMNS = `id, label, role, uses, max_uses as "maxUses", expires_at as "expiresAt", revoked_at as "revokedAt",
  created_at as "createdAt", null as token`;

interface LiveInvitation extends SpaceInvitationOffer {
  readonly id: string;
  readonly spaceId: string;
}

/** The invitation gate: links for whoever holds them, and asking somebody in by name. */
@Injectable()
export class InvitationService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
  ) {}

  /** Newest first; empty for who does not moderate the space. */
  async links(viewer: Viewer, space: Space): Promise<readonly SpaceInvitation[]> {
    if (!canModerate(viewer, space)) return [];
    return this.db.query(`select ${INVITATION_COLUMNS} from space_invitation where space_id = $1 order by created_at desc, id desc limit 100`, [space.id]);
  }

  async invitees(viewer: Viewer, space: Space): Promise<readonly SpaceInvitee[]> {
    if (!canModerate(viewer, space)) return [];
    return this.db.query(
      `select i.account_id as "accountId", a.name, i.role, i.invited_at as "invitedAt" from space_invitee i join account a on a.id = i.account_id
       where i.space_id = $1 and a.deleted_at is null order by a.name collate "de-x-icu", a.id limit 200`,
      [space.id],
    );
  }

  /** The role a viewer is asked in with, by space. */
  async myInvitations(viewer: Viewer, spaceIds: readonly string[]): Promise<ReadonlyMap<string, SpaceRole>> {
    if (!isMember(viewer)) return new Map();
    const rows = await this.db.query<{ id: string; role: SpaceRole }>(
      'select space_id as id, role from space_invitee where account_id = $1 and space_id = any($2::uuid[])',
      [viewer.accountId, spaceIds],
    );
    return new Map(rows.map((row) => [row.id, row.role]));
  }

  /** The secret is in the answer to the first sending only; after that nobody can read it again, not even the server. */
  async createLink(viewer: Viewer, input: CreateSpaceInvitationInput): Promise<SpaceInvitation> {
    const space = await this.inviting(viewer, input.spaceId);
    await this.limits.count(LINKS, `account:${viewer.accountId}`);
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + input.days * 86_400_000);
    const isNew = await this.db.write(viewer, async (tx) => {
      if (!(await this.db.isFirst(tx, viewer, input.id, input))) return false;
      await stillAtDoor(tx, space.id, 'invitation');
      await tx.query(
        `insert into space_invitation (id, space_id, token_hash, role, label, max_uses, expires_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [input.id, space.id, fingerprint(token), input.role, input.label, input.maxUses ?? null, expiresAt, viewer.accountId],
      );
      await this.audit.record(tx, viewer, { act: 'spaces.invitationMade', subjectKind: 'invitation', subjectId: input.id, spaceId: space.id });
      return true;
    });
    const [made] = await this.db.query<SpaceInvitation>(`select ${INVITATION_COLUMNS} from space_invitation where id = $1`, [input.id]);
    if (made === undefined) throw AppError.notFound();
    return isNew ? { ...made, token } : made;
  }

  async revokeLink(viewer: Viewer, invitationId: string): Promise<SpaceInvitation> {
    const [found] = await this.db.query<{ spaceId: string }>(
      'select space_id as "spaceId" from space_invitation where id = $1 and space_id = any($2::uuid[])',
      [invitationId, [...viewer.moderatedSpaceIds]],
    );
    if (found === undefined) throw AppError.notFound();
    await this.db.write(viewer, async (tx) => {
      await tx.query('update space_invitation set revoked_at = coalesce(revoked_at, $2) where id = $1', [invitationId, this.clock.now()]);
      await this.audit.record(tx, viewer, { act: 'spaces.invitationRevoked', subjectKind: 'invitation', subjectId: invitationId, spaceId: found.spaceId });
    });
    const [revoked] = await this.db.query<SpaceInvitation>(`select ${INVITATION_COLUMNS} from space_invitation where id = $1`, [invitationId]);
    if (revoked === undefined) throw AppError.notFound();
    return revoked;
  }

  /** What the holder of a link is offered. Wrong, expired, revoked and used up are one answer. */
  async offer(viewer: Viewer, token: string, ip: string): Promise<SpaceInvitationOffer> {
    await this.opening(viewer, ip);
    return this.live(token);
  }

  async acceptLink(viewer: Viewer, token: string, ip: string): Promise<Space> {
    const accountId = await this.opening(viewer, ip);
    const invitation = await this.live(token);
    await this.db.write(viewer, async (tx, emit) => {
      await stillAtDoor(tx, invitation.spaceId, 'invitation').catch(() => {
        throw invalidLink();
      });
      const before: unknown[] = await tx.query('select 1 from space_member where space_id = $1 and account_id = $2', [invitation.spaceId, accountId]);
      await admit(tx, emit, { spaceId: invitation.spaceId, accountId, via: 'link', role: invitation.role, at: this.clock.now() });
      if (before.length > 0) return;
      // The row itself counts: of two who open the last use at one moment one comes in.
      const [, used]: [unknown[], number] = await tx.query(
        `update space_invitation set uses = uses + 1
         where id = $1 and revoked_at is null and expires_at > $2 and (max_uses is null or uses < max_uses)`,
        [invitation.id, this.clock.now()],
      );
      if (used === 0) throw invalidLink();
    });
    return this.entered(invitation.spaceId);
  }

  /** Asks somebody in; they know of the space from then on. Asking again changes the role and sends no second mail. */
  async invite(viewer: Viewer, spaceId: string, accountId: string, role: SpaceRole): Promise<Space> {
    const space = await this.inviting(viewer, spaceId);
    await this.limits.count(INVITING, `account:${viewer.accountId}`);
    await this.db.write(viewer, async (tx, emit) => {
      await stillAtDoor(tx, space.id, 'invitation');
      const [person]: { isMember: boolean }[] = await tx.query(
        `select exists (select from space_member m where m.space_id = $2 and m.account_id = a.id) as "isMember" from account a
         where a.id = $1 and a.standing = 'approved' and a.deleted_at is null and (a.suspended_until is null or a.suspended_until <= now())`,
        [accountId, space.id],
      );
      if (person === undefined) throw AppError.badInput('accountId', 'notFound');
      if (person.isMember) throw AppError.conflict('space.alreadyMember');
      const [row]: { isNew: boolean }[] = await tx.query(
        `insert into space_invitee (space_id, account_id, role, invited_by, invited_at) values ($1, $2, $3, $4, $5)
         on conflict (space_id, account_id) do update set role = excluded.role returning xmax = 0 as "isNew"`,
        [space.id, accountId, role, viewer.accountId, this.clock.now()],
      );
      await this.audit.record(tx, viewer, { act: 'spaces.invited', subjectKind: 'account', subjectId: accountId, spaceId: space.id, details: { role } });
      if (row?.isNew === true) emit({ name: 'MemberInvited', payload: { spaceId: space.id, accountId, occasionId: uuidv7() } });
    });
    return space;
  }

  async withdrawInvitation(viewer: Viewer, spaceId: string, accountId: string): Promise<Space> {
    const space = ensure(await this.spaces.byId(viewer, spaceId), (found) => canModerate(viewer, found));
    await this.db.write(viewer, async (tx) => {
      await tx.query('delete from space_invitee where space_id = $1 and account_id = $2', [space.id, accountId]);
    });
    return space;
  }

  async accept(viewer: Viewer, spaceId: string): Promise<Space> {
    const space = await this.spaces.byId(viewer, spaceId);
    if (space === null) throw AppError.notFound();
    const { accountId } = viewer;
    if (accountId === null || !isMember(viewer)) throw AppError.forbidden('space.notInvited');
    await this.db.write(viewer, async (tx, emit) => {
      // Under lock: an invitation withdrawn meanwhile lets nobody in.
      const [row]: { role: SpaceRole }[] = await tx.query('select role from space_invitee where space_id = $1 and account_id = $2 for update', [space.id, accountId]);
      if (row === undefined) throw AppError.forbidden('space.notInvited');
      // Closing the gate of invitations shuts it for those already asked in, as it does for links.
      await stillAtDoor(tx, space.id, 'invitation');
      await admit(tx, emit, { spaceId: space.id, accountId, via: 'invitation', role: row.role, at: this.clock.now() });
    });
    return this.entered(space.id);
  }

  /** Says no; a hidden space is unknown again afterwards. */
  async declineInvitation(viewer: Viewer, spaceId: string): Promise<void> {
    if ((await this.spaces.byId(viewer, spaceId)) === null) throw AppError.notFound();
    await this.db.write(viewer, async (tx) => {
      await tx.query('delete from space_invitee where space_id = $1 and account_id = $2', [spaceId, viewer.accountId]);
    });
  }

  private async inviting(viewer: Viewer, spaceId: string): Promise<Space> {
    const space = ensure(await this.spaces.byId(viewer, spaceId), (found) => canModerate(viewer, found));
    if (!canChange(viewer, space)) throw AppError.forbidden('space.archived');
    if (!space.gates.includes('invitation')) throw AppError.forbidden('space.gateClosed');
    return space;
  }

  private async opening(viewer: Viewer, ip: string): Promise<string> {
    if (viewer.accountId === null) throw AppError.unauthenticated();
    if (!isMember(viewer)) throw AppError.forbidden('space.onlyForApproved');
    await this.limits.count(OPENINGS, `account:${viewer.accountId}`, `network:${networkOf(ip)}`);
    return viewer.accountId;
  }

  private async live(token: string): Promise<LiveInvitation> {
    const [row] = await this.db.query<LiveInvitation>(
      `select i.id, i.space_id as "spaceId", space.name as "spaceName", space.description, i.role, i.expires_at as "expiresAt"
       from space_invitation i join space on space.id = i.space_id
       where i.token_hash = $1 and i.revoked_at is null and i.expires_at > $2 and (i.max_uses is null or i.uses < i.max_uses)
         and 'invitation' = any(space.gates) and space.archived_at is null`,
      [fingerprint(token), this.clock.now()],
    );
    if (row === undefined) throw invalidLink();
    return row;
  }

  private async entered(spaceId: string): Promise<Space> {
    const [space] = await this.spaces.unfilteredByIds([spaceId]);
    if (space === undefined) throw AppError.notFound();
    return space;
  }
}

function invalidLink(): AppError {
  return new AppError('NOT_FOUND', 'space.invitationInvalid');
}

/** Links carry 256 random bits: a plain hash suffices, there is nothing to try. */
function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
