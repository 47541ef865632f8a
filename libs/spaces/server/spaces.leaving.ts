import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LeavingRegistry, type LeavingAccount, type LeavingContribution, type LeavingObstacle } from '#accounts/server';
import { ableModeratorsSql } from './identity/readable-spaces.js';

/** Somebody goes: memberships, requests and invitations by name go too; no space is left without moderation. */
@Injectable()
export class SpacesLeaving implements LeavingContribution {
  readonly name = 'spaces';

  constructor(@Inject(LeavingRegistry) registry: LeavingRegistry) {
    registry.contribute(this);
  }

  async hold(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(
      `select id from space where id in (select space_id from space_member where account_id = $1 and role = 'moderator') order by id for update`,
      [accountId],
    );
  }

  /** An archived space changes no more, but somebody must be able to open it again. */
  async obstacles(tx: EntityManager, accountId: string): Promise<readonly LeavingObstacle[]> {
    const spaces: { name: string; slug: string }[] = await tx.query(
      `select s.name, s.slug from space_member m join space s on s.id = m.space_id
       where m.account_id = $1 and m.role = 'moderator' and not exists (select from (${ableModeratorsSql('s.id')}) other where other.account_id <> $1)
       order by s.name collate "de-x-icu", s.id`,
      [accountId],
    );
    return spaces.map(({ name, slug }) => ({ kind: 'lastModerator', name, path: `/raum/${slug}/mitglieder` }));
  }

  async erase(tx: EntityManager, { id }: LeavingAccount): Promise<void> {
    const own = ['space_member', 'space_invitee', 'space_removal', 'space_entry', 'space_suspension', 'join_request'];
    for (const table of own) await tx.query(`delete from ${table} where account_id = $1`, [id]);
    // Others' requests keep their course; what the person wrote into them goes.
    await tx.query(`update join_request_step set note = '' where actor_id = $1`, [id]);
  }
}
