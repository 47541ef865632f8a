import { Inject, Injectable } from '@nestjs/common';
import { OwnDataRegistry, type OwnDataContribution, type OwnDataPart } from '#accounts/server';
import { Db } from '#platform/server';

/** What a person opened, asked and voted; the words themselves come with the threads. Anonymous votes are nobody's. */
@Injectable()
export class DiscussionsOwnData implements OwnDataContribution {
  readonly name = 'discussions';

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(OwnDataRegistry) registry: OwnDataRegistry,
  ) {
    registry.contribute(this);
  }

  async of(accountId: string): Promise<OwnDataPart> {
    const read = (sql: string) => this.db.query<object>(sql, [accountId]);
    return {
      discussions: await read('select id, title, kind, created_at as "createdAt" from discussion where author_ids[1] = $1 order by created_at'),
      polls: await read(
        `select p.id, p.discussion_id as "discussionId", p.question, array(select o.text from poll_option o where o.poll_id = p.id order by o.place) as options,
           p.created_at as "createdAt" from poll p where p.created_by = $1 order by p.created_at`,
      ),
      votes: await read(
        `select p.id as "pollId", p.question, o.text as choice, v.voted_at as "votedAt" from poll_vote v join poll_option o on o.id = v.option_id join poll p on p.id = v.poll_id
         where v.voter = $1::uuid::text order by v.voted_at`,
      ),
      acceptedAnswers: await read('select discussion_id as "discussionId", post_id as "postId", accepted_at as "acceptedAt" from accepted_answer where accepted_by = $1 order by accepted_at'),
    };
  }
}
