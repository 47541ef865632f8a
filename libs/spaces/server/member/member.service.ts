import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ensure, isCoordinator, type Viewer } from '#access/server';
import { Audit, CLOCK, Db, type Clock } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { ableModeratorsSql, MEMBER_VIEWERS_SQL } from '../identity/readable-spaces.js';
import type { Space, SpaceRole } from '../space/space.entity.js';
import { canChange, canModerate } from '../space/space.policy.js';
import { SpaceQueries } from '../space/space.queries.js';
import { admit } from './admit.js';

/** Everything that changes who is in a space, once somebody is in. */
@Injectable()
export class MemberService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
  ) {}

  async changeRole(viewer: Viewer, spaceId: string, accountId: string, role: SpaceRole): Promise<Space> {
    const space = await this.changeable(viewer, spaceId);
    await this.db.write(viewer, async (tx, emit) => {
      await lock(tx, space.id);
      const present = await roleOf(tx, space.id, accountId);
      if (present === null) throw AppError.notFound();
      if (present === role) return;
      if (present === 'moderator') await ensureAnotherModerator(tx, space.id, accountId);
      await setRole(tx, space.id, accountId, role);
      await this.record(tx, viewer, 'spaces.roleChanged', space.id, accountId, { from: present, to: role });
      emit({ name: 'MemberRoleChanged', payload: { spaceId: space.id, accountId, role } });
    });
    return space;
  }

  async remove(viewer: Viewer, spaceId: string, accountId: string, reason: string): Promise<Space> {
    const space = await this.changeable(viewer, spaceId);
    await this.db.write(viewer, async (tx, emit) => {
      await lock(tx, space.id);
      const present = await roleOf(tx, space.id, accountId);
      if (present === null) throw AppError.notFound();
      if (present === 'moderator') await ensureAnotherModerator(tx, space.id, accountId);
      await tx.query('delete from space_member where space_id = $1 and account_id = $2', [space.id, accountId]);
      await tx.query(
        `insert into space_removal (space_id, account_id, reason, space_name, removed_by, removed_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (space_id, account_id) do update
         set reason = excluded.reason, space_name = excluded.space_name, removed_by = excluded.removed_by, removed_at = excluded.removed_at`,
        [space.id, accountId, reason, space.name, viewer.accountId, this.clock.now()],
      );
      await this.record(tx, viewer, 'spaces.memberRemoved', space.id, accountId);
      emit({ name: 'MemberRemoved', payload: { spaceId: space.id, accountId, occasionId: uuidv7() } });
    });
    return space;
  }

  /** Possible in an archived space too, and for who is shut out of it: nobody is kept. Drafts stay with their author. */
  async leave(viewer: Viewer, spaceId: string): Promise<void> {
    const { accountId } = viewer;
    const isKnown = (await this.spaces.byId(viewer, spaceId)) !== null;
    await this.db.write(viewer, async (tx, emit) => {
      await lock(tx, spaceId);
      const present = accountId === null ? null : await roleOf(tx, spaceId, accountId);
      if (accountId === null || present === null) throw isKnown ? AppError.forbidden('space.noMember') : AppError.notFound();
      if (present === 'moderator') await ensureAnotherModerator(tx, spaceId, accountId);
      await tx.query('delete from space_member where space_id = $1 and account_id = $2', [spaceId, accountId]);
      await this.record(tx, viewer, 'spaces.left', spaceId, accountId);
      emit({ name: 'MemberLeft', payload: { spaceId, accountId } });
    });
  }

  /** Puts the space into another member's hands; whoever hands over stays as an ordinary member. */
  async handOver(viewer: Viewer, spaceId: string, accountId: string): Promise<Space> {
    const space = await this.changeable(viewer, spaceId);
    if (accountId === viewer.accountId) throw AppError.badInput('accountId', 'space.handOverToOther');
    await this.db.write(viewer, async (tx, emit) => {
      await lock(tx, space.id);
      if ((await roleOf(tx, space.id, accountId)) === null || !(await isAble(tx, space.id, accountId))) throw AppError.notFound();
      await setRole(tx, space.id, accountId, 'moderator');
      await setRole(tx, space.id, String(viewer.accountId), 'member');
      await this.record(tx, viewer, 'spaces.handedOver', space.id, accountId);
      emit({ name: 'MemberRoleChanged', payload: { spaceId: space.id, accountId, role: 'moderator' } });
      emit({ name: 'MemberRoleChanged', payload: { spaceId: space.id, accountId: String(viewer.accountId), role: 'member' } });
    });
    return space;
  }

  /** A coordinator's remedy for a space whose moderators are gone: somebody else looks after it. No way in for oneself. */
  async appointModerator(viewer: Viewer, spaceId: string, accountId: string, reason: string): Promise<void> {
    if (!isCoordinator(viewer)) throw AppError.notFound();
    if (accountId === viewer.accountId) throw AppError.badInput('accountId', 'space.appointAnother');
    await this.db.write(viewer, async (tx, emit) => {
      await lock(tx, spaceId);
      if (await hasModeratorBesides(tx, spaceId, null)) throw AppError.conflict('space.hasModerator');
      await admit(tx, emit, { spaceId, accountId, via: 'appointment', role: 'moderator', at: this.clock.now() });
      await this.record(tx, viewer, 'spaces.moderatorAppointed', spaceId, accountId, { reason });
      emit({ name: 'ModeratorAppointed', payload: { spaceId, accountId, occasionId: uuidv7() } });
    });
  }

  private async changeable(viewer: Viewer, spaceId: string): Promise<Space> {
    const space = ensure(await this.spaces.byId(viewer, spaceId), (found) => canModerate(viewer, found));
    if (!canChange(viewer, space)) throw AppError.forbidden('space.archived');
    return space;
  }

  private async record(
    tx: EntityManager,
    viewer: Viewer,
    act: string,
    spaceId: string,
    accountId: string,
    details: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    await this.audit.record(tx, viewer, { act, subjectKind: 'account', subjectId: accountId, spaceId, details });
  }
}

/** Two changes of members at one moment happen one after the other, so that the last moderator is noticed. */
async function lock(tx: EntityManager, spaceId: string): Promise<void> {
  await tx.query('select 1 from space where id = $1 for update', [spaceId]);
}

async function roleOf(tx: EntityManager, spaceId: string, accountId: string): Promise<SpaceRole | null> {
  const [row]: { role: SpaceRole }[] = await tx.query('select role from space_member where space_id = $1 and account_id = $2', [spaceId, accountId]);
  return row?.role ?? null;
}

async function setRole(tx: EntityManager, spaceId: string, accountId: string, role: SpaceRole): Promise<void> {
  await tx.query('update space_member set role = $3 where space_id = $1 and account_id = $2', [spaceId, accountId, role]);
}

/** In the house, and not shut out of the space. */
async function isAble(tx: EntityManager, spaceId: string, accountId: string): Promise<boolean> {
  const found: unknown[] = await tx.query(
    `select 1 from (${MEMBER_VIEWERS_SQL}) v where v.account_id = $2
       and not exists (select from space_suspension x where x.space_id = $1 and x.account_id = v.account_id and x.ends_at > now())`,
    [spaceId, accountId],
  );
  return found.length > 0;
}

async function ensureAnotherModerator(tx: EntityManager, spaceId: string, exceptAccountId: string): Promise<void> {
  if (!(await hasModeratorBesides(tx, spaceId, exceptAccountId))) throw AppError.conflict('space.lastModerator');
}

async function hasModeratorBesides(tx: EntityManager, spaceId: string, exceptAccountId: string | null): Promise<boolean> {
  const found: unknown[] = await tx.query(
    `select 1 from (${ableModeratorsSql('$1')}) able where able.account_id is distinct from $2 limit 1`,
    [spaceId, exceptAccountId],
  );
  return found.length > 0;
}
