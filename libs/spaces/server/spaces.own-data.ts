import { ownLists } from '#accounts/server';
import { MAY_READ_SPACE_SQL, MEMBER_VIEWERS_SQL } from './identity/readable-spaces.js';

/**
 * Memberships and requests of a person; names of spaces only where the person reads them today: a membership can rest,
 * and what a hidden space is called by now is then not told.
 */
export const spacesOwnData = ownLists('spaces', {
  memberships: `select own.space_id as "spaceId", case when ${MAY_READ_SPACE_SQL} then space.name end as name, own.role, own.joined_at as "joinedAt"
     from space_member own join space on space.id = own.space_id left join (${MEMBER_VIEWERS_SQL}) v on v.account_id = own.account_id
     where own.account_id = $1 order by own.joined_at, own.space_id`,
  // A note of the moderators was written to this person: a question, or the reason of a decline.
  joinRequests: `select space_id as "spaceId", message, answers, state, note, created_at as "createdAt", decided_at as "decidedAt" from join_request
     where account_id = $1 order by created_at, id`,
  entries: `select space_id as "spaceId", reason, ends_at as "endsAt" from space_entry where account_id = $1 order by id`,
});
