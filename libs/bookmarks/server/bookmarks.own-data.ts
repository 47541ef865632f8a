import { ownLists } from '#accounts/server';

/** What a person keeps, with the person's own notes; not what the things are called, which may have left their sight. */
export const bookmarksOwnData = ownLists('bookmarks', {
  bookmarks: `select kind, target_id as "targetId", note, remind_on::text as "remindOn", created_at as "createdAt" from bookmark where account_id = $1 order by created_at, id`,
});
