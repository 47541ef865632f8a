import { Inject, Injectable } from '@nestjs/common';
import { ensure, type Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { Audit, Db } from '#platform/server';
import { AppError } from '#platform/shared';
import { canModerate, SpaceQueries, type Space, type Visibility } from '#spaces/server';

/**
 * What mails may carry out of a space. `full`: what was written; `title`: only the title; `pointer`: only that there is
 * something, subject line and link included. Mails lie on servers and phones for which no rule of this house holds.
 */
export const MAIL_POLICIES = ['full', 'title', 'pointer'] as const;
export type MailPolicy = (typeof MAIL_POLICIES)[number];

export function defaultPolicy(visibility: Visibility): MailPolicy {
  return visibility === 'closed' || visibility === 'hidden' ? 'pointer' : 'full';
}

@Injectable()
export class MailPolicies {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
  ) {}

  /** What holds now. A choice made for an open space ends when the space closes: then the default holds again. */
  async of(spaceIds: readonly string[]): Promise<ReadonlyMap<string, MailPolicy>> {
    const rows = await this.db.query<{ id: string; visibility: Visibility; policy: MailPolicy | null }>(
      `select space.id, space.visibility, p.policy from space left join space_mail_policy p on p.space_id = space.id and p.chosen_for = space.visibility
       where space.id = any($1::uuid[])`,
      [spaceIds],
    );
    return new Map(rows.map(({ id, visibility, policy }) => [id, policy ?? defaultPolicy(visibility)]));
  }

  async set(viewer: Viewer, spaceId: string, policy: MailPolicy): Promise<Space> {
    accountOf(viewer);
    const space = ensure(await this.spaces.byId(viewer, spaceId), (found) => canModerate(viewer, found));
    if (space.archivedAt !== null) throw AppError.forbidden('space.archived');
    const before = (await this.of([spaceId])).get(spaceId) ?? null;
    await this.db.write(viewer, async (tx) => {
      await tx.query(
        `insert into space_mail_policy (space_id, policy, chosen_for) select id, $2, visibility from space where id = $1
         on conflict (space_id) do update set policy = excluded.policy, chosen_for = excluded.chosen_for`,
        [spaceId, policy],
      );
      await this.audit.record(tx, viewer, { act: 'notifications.mailPolicySet', subjectKind: 'space', subjectId: spaceId, spaceId, details: { policy, before } });
    });
    return space;
  }
}
