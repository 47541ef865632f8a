import type { EntityManager } from 'typeorm';
import type { ProgrammeRole } from '#access/server';
import { AppError, uuidv7 } from '#platform/shared';
import type { SpaceRole } from '../space/space.entity.js';
import type { AdmittedVia, EmitSpaces } from '../spaces.outbox.js';

export interface Admission {
  readonly spaceId: string;
  readonly accountId: string;
  readonly via: AdmittedVia;
  /** `member` unless set. A member who already has more keeps it. */
  readonly role?: SpaceRole;
  /** When it happens, for the history of a request that is settled by it. */
  readonly at: Date;
}

/** Ways in that no moderator of the space decided about; who was shown out does not come back by them. */
const UNDECIDED: ReadonlySet<AdmittedVia> = new Set(['open', 'password', 'link', 'approval']);

/** Higher wins when somebody comes in twice. */
const RANK_SQL = (role: string): string => `array_position(array['member', 'author', 'moderator'], ${role})`;

/**
 * The one way into a space; every gate ends here. Repeating it changes nothing.
 * @returns whether the person was no member before.
 * @throws {AppError} FORBIDDEN with the reason why this person may not come in this way.
 */
export async function admit(tx: EntityManager, emit: EmitSpaces, admission: Admission): Promise<boolean> {
  await ensureAdmissible(tx, admission);
  const isNew = await enrol(tx, admission);
  await settleOtherWays(tx, admission);
  if (isNew) emit({ name: 'MemberJoined', payload: { spaceId: admission.spaceId, accountId: admission.accountId, via: admission.via } });
  return isNew;
}

async function ensureAdmissible(tx: EntityManager, admission: Admission): Promise<void> {
  const [row]: {
    archived: boolean;
    limitedToRole: ProgrammeRole | null;
    isMember: boolean;
    programmeRoles: ProgrammeRole[];
    wasRemoved: boolean;
  }[] = await tx.query(
    `select space.archived_at is not null as archived, space.limited_to_role as "limitedToRole",
       coalesce(a.standing = 'approved' and a.deleted_at is null and (a.suspended_until is null or a.suspended_until <= now()), false) as "isMember",
       coalesce(a.programme_roles, '{}') as "programmeRoles",
       exists (select from space_removal r where r.space_id = space.id and r.account_id = $2) as "wasRemoved"
     from space left join account a on a.id = $2 where space.id = $1 for share of space`,
    [admission.spaceId, admission.accountId],
  );
  if (row === undefined) throw AppError.notFound();
  if (row.archived) throw AppError.forbidden('space.archived');
  if (!row.isMember) throw AppError.forbidden('space.onlyForApproved');
  // Moderators answer for a space without taking part in it as mentor or mentee.
  if (row.limitedToRole !== null && admission.role !== 'moderator' && !row.programmeRoles.includes(row.limitedToRole)) {
    throw new AppError('FORBIDDEN', 'space.limitedToRole', { params: { role: row.limitedToRole } });
  }
  if (row.wasRemoved && UNDECIDED.has(admission.via)) throw AppError.forbidden('space.wasRemoved');
}

/** @returns whether the person was no member before. */
async function enrol(tx: EntityManager, { spaceId, accountId, role = 'member' }: Admission): Promise<boolean> {
  const [row]: { isNew: boolean }[] = await tx.query(
    `insert into space_member (space_id, account_id, role) values ($1, $2, $3)
     on conflict (space_id, account_id) do update set role = excluded.role
       where ${RANK_SQL('excluded.role')} > ${RANK_SQL('space_member.role')}
     returning xmax = 0 as "isNew"`,
    [spaceId, accountId, role],
  );
  return row?.isNew ?? false;
}

/** Who is in needs no invitation and no answer to a request any more. */
async function settleOtherWays(tx: EntityManager, { spaceId, accountId, via, at }: Admission): Promise<void> {
  await tx.query('delete from space_invitee where space_id = $1 and account_id = $2', [spaceId, accountId]);
  await tx.query('delete from space_removal where space_id = $1 and account_id = $2', [spaceId, accountId]);
  if (via === 'request') return;
  const [settled]: [{ id: string }[], number] = await tx.query(
    `update join_request set state = 'approved', note = '', decided_at = $3
     where space_id = $1 and account_id = $2 and state in ('waiting', 'asked') returning id`,
    [spaceId, accountId, at],
  );
  for (const request of settled) {
    await tx.query(`insert into join_request_step (id, request_id, act, note, at) values ($1, $2, 'joinedOtherwise', $3, $4)`, [
      uuidv7(),
      request.id,
      via,
      at,
    ]);
  }
}
