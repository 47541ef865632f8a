import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** As the schema tells of `excerpt`. */
const EXCERPT = 240;
/** The copy is read by everybody who sees the discussion: it must not outlive the post's own sight. What is held as a whole is seen by its author and moderators alone. */
const IS_TOLD = `p.deleted_at is null and (p.state = 'published' or (p.state = 'review' and t.state = 'review'))`;

/**
 * Of the discussion `d`: a question is solved as long as one accepted answer can be read. Deleted by its author or hidden it is
 * none for a time; brought back it counts again.
 */
export const SOLVED_AT_SQL = `(select min(a.accepted_at) from accepted_answer a join post p on p.id = a.post_id
  where a.discussion_id = d.id and p.state = 'published' and p.deleted_at is null)`;

/**
 * What lists sort and filter by, copied from the thread. Always counted anew from what is there, never added up: then it
 * does not matter how often or in which order it happens.
 */
@Injectable()
export class DiscussionCopies {
  /** @param ids of discussions; what is none is passed over. */
  async refresh(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query(
      `update discussion d set last_position = coalesce(latest.position, 0), last_activity_at = coalesce(t.last_post_at, d.created_at),
         reply_count = greatest(0, t.post_count - case when opening.counts then 1 else 0 end), excerpt = coalesce(opening.excerpt, ''),
         last_post_by = latest.by, solved_at = ${SOLVED_AT_SQL},
         answered_at = (select p.created_at from post p where p.thread_id = t.id and p.state = 'published' and p.deleted_at is null
           and not p.author_ids && d.author_ids order by p.position limit 1)
       from thread t left join lateral (
         select p.state = 'published' and p.deleted_at is null as counts, case when ${IS_TOLD} then left(regexp_replace(p.plain_text, '\\s+', ' ', 'g'), ${EXCERPT}) end as excerpt
         from post p where p.thread_id = t.id and p.is_opening order by p.position limit 1) opening on true
       -- Of what can be read: positions of hidden, deleted and moved posts would keep it unread for ever.
       left join lateral (select p.position, p.author_ids[1] as by from post p where p.thread_id = t.id and p.state = 'published' and p.deleted_at is null order by p.position desc limit 1) latest on true
       where t.id = d.id and d.id = any($1::uuid[])`,
      [ids],
    );
  }
}
