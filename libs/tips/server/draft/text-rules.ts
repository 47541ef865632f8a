import { AppError } from '#platform/shared';
import type { EntityManager } from 'typeorm';
import type { WrittenText } from './written-text.js';

/**
 * Topics must be offered, co-authors must be members of the space. What was there before may stay: a topic retired or a
 * member gone in the meantime must not stop an author from saving.
 */
export async function checkCompanions(tx: EntityManager, spaceId: string, before: WrittenText, after: WrittenText): Promise<void> {
  const newTopics = after.topicIds.filter((id) => !before.topicIds.includes(id));
  if (newTopics.length > 0) {
    const known: readonly unknown[] = await tx.query(
      'select id from topic where id = any($1::uuid[]) and retired_at is null and merged_into_id is null',
      [newTopics],
    );
    if (known.length < newTopics.length) throw AppError.badInput('topicIds', 'tip.unknownTopic');
  }
  const newAuthors = after.authorIds.slice(1).filter((id) => !before.authorIds.includes(id));
  if (newAuthors.length > 0) await checkMembers(tx, spaceId, newAuthors);
}

/** Co-authors read drafts, so only who belongs to the space may become one. */
export async function checkMembers(tx: EntityManager, spaceId: string, accountIds: readonly string[]): Promise<void> {
  const members: readonly unknown[] = await tx.query(
    `select m.account_id from space_member m join account a on a.id = m.account_id
     where m.space_id = $1 and m.account_id = any($2::uuid[]) and a.standing = 'approved' and a.deleted_at is null`,
    [spaceId, accountIds],
  );
  if (members.length < accountIds.length) throw AppError.badInput('coAuthorIds', 'tip.notAMember');
}

/** What a text needs before anybody else reads it. */
export function checkComplete(text: WrittenText): void {
  const missing = (['title', 'body'] as const).filter((field) => text[field].trim() === '');
  if (missing.length > 0) throw AppError.badInputs(missing.map((field) => ({ field, reason: 'required' })));
}
