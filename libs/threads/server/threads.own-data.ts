import { ownLists } from '#accounts/server';

/** What a person wrote and said to posts, also in spaces the person has left: the words stay their own. */
export const threadsOwnData = ownLists('posts', {
  posts: 'select id, thread_id as "threadId", body, created_at as "createdAt", edited_at as "editedAt", deleted_at as "deletedAt" from post where author_ids[1] = $1 order by created_at, id',
  formerTexts: 'select r.post_id as "postId", r.number, r.body, r.created_at as "createdAt" from post_revision r join post p on p.id = r.post_id where p.author_ids[1] = $1 order by r.created_at, r.post_id, r.number',
  drafts: 'select thread_id as "threadId", body, saved_at as "savedAt" from post_draft where account_id = $1 order by saved_at, thread_id',
  reactions: 'select post_id as "postId", kind, created_at as "createdAt" from post_reaction where account_id = $1 order by created_at, post_id, kind',
  read: 'select thread_id as "threadId", position, read_at as "readAt" from thread_read where account_id = $1 order by read_at, thread_id',
});
