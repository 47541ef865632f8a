import { toSql, visibleTo } from '#access/server';
import { ownLists } from '#accounts/server';
import { asViewer } from '#spaces/server';

/** What a person is writing, opened, asked and voted; the words themselves come with the threads. Anonymous votes are nobody's. */
export const discussionsOwnData = ownLists(
  'discussions',
  {
    discussions: 'select id, title, kind, created_at as "createdAt" from discussion where author_ids[1] = $1 order by created_at, id',
    drafts: 'select id, space_id as "spaceId", kind, title, topic_ids as "topicIds", body, poll, saved_at as "savedAt" from discussion_draft where account_id = $1 order by saved_at, id',
    polls: `select p.id, p.discussion_id as "discussionId", p.question, array(select o.text from poll_option o where o.poll_id = p.id order by o.place) as options,
        p.created_at as "createdAt" from poll p where p.created_by = $1 order by p.created_at, p.id`,
    // The vote is one's own; question and choices are words of whoever asked, and go out of sight with them.
    votes: (viewer) => {
      const sight = viewer === null ? { sql: 'false', parameters: [] } : toSql(visibleTo(viewer), 'd', 2);
      return {
        sql: `select v.poll_id as "pollId", v.option_id as "optionId", case when s.is_seen then p.question end as question, case when s.is_seen then o.text end as choice,
            v.voted_at as "votedAt"
          from poll_vote v join poll_option o on o.id = v.option_id join poll p on p.id = v.poll_id join discussion d on d.id = p.discussion_id
            cross join lateral (select ${sight.sql} as is_seen) s
          where v.voter = $1::uuid::text order by v.voted_at, v.option_id`,
        parameters: sight.parameters,
      };
    },
    acceptedAnswers: 'select discussion_id as "discussionId", post_id as "postId", accepted_at as "acceptedAt" from accepted_answer where accepted_by = $1 order by accepted_at, post_id',
  },
  asViewer,
);
