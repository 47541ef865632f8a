import { anAccount, type TestAccount } from '#accounts/server/testing';
import type { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { aSpace, type SpaceWishes, type TestSpace } from '../../spaces/server/spaces.testing.js';

/** A space with two moderators, somebody who writes, somebody who reads, and people who do not belong to it. */
export interface ModeratedCircle {
  readonly space: TestSpace;
  readonly moderator: TestAccount;
  readonly second: TestAccount;
  readonly author: TestAccount;
  readonly member: TestAccount;
  readonly stranger: TestAccount;
}

export async function aModeratedCircle(server: TestServer, wishes: SpaceWishes & { readonly hasSecond?: boolean } = {}): Promise<ModeratedCircle> {
  const moderator = await anAccount(server, { name: 'Mara Moderatorin' });
  const second = await anAccount(server, { name: 'Moritz Moderator' });
  const author = await anAccount(server, { name: 'Anna Autorin' });
  const member = await anAccount(server, { name: 'Milo Mitglied' });
  const stranger = await anAccount(server, { name: 'Frida Fremd' });
  const members = [[moderator, 'moderator'], ...(wishes.hasSecond === false ? [] : [[second, 'moderator']]), [author, 'author'], [member, 'member']] as unknown as NonNullable<SpaceWishes['members']>;
  return { space: await aSpace(server, { ...wishes, members }), moderator, second, author, member, stranger };
}

/** An open case with one report, straight into the tables. */
export async function aCase(server: TestServer, wishes: { readonly spaceId: string; readonly kind: string; readonly itemId: string; readonly authorIds: readonly string[]; readonly reporterId?: string; readonly words?: string }): Promise<string> {
  const id = uuidv7();
  const now = server.clock.now();
  await server.db.query(`insert into moderation_case (id, space_id, item_kind, item_id, author_ids, opened_at) values ($1, $2, $3, $4, $5, $6)`, [
    id, wishes.spaceId, wishes.kind, wishes.itemId, wishes.authorIds, now,
  ]);
  await server.db.query(`insert into moderation_report (id, case_id, reporter_id, reason, words, created_at) values ($1, $2, $3, 'insult', $4, $5)`, [
    uuidv7(), id, wishes.reporterId ?? null, wishes.words ?? '', now,
  ]);
  return id;
}
