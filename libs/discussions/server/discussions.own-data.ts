import { ownLists } from '#accounts/server';

/** What a person opened, asked and voted; the words themselves come with the threads. Anonymous votes are nobody's. */
export const discussionsOwnData = ownLists('discussions', {
  discussions: 'select id, title, kind, created_at as "createdAt" from discussion where author_ids[1] = $1 order by created_at',
  polls: `select p.id, p.discussion_id as "discussionId", p.question, array(select o.text from poll_option o where o.poll_id = p.id order by o.place) as options,
       p.created_at as "createdAt" from poll p where p.created_by = $1 order by p.created_at`,
  votes: `select p.id as "pollId", p.question, o.text as choice, v.voted_at as "votedAt" from poll_vote v join poll_option o on o.id = v.option_id join poll p on p.id = v.poll_id
     where v.voter = $1::uuid::text order by v.voted_at`,
  acceptedAnswers: 'select discussion_id as "discussionId", post_id as "postId", accepted_at as "acceptedAt" from accepted_answer where accepted_by = $1 order by accepted_at',
});
