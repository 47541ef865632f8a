import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AwayContent, Cases } from '#moderation/server';
import { Outbox, type Emit } from '#platform/server';
import { RemoveSubject, type SubjectKey } from '#threads/server';

const subjectOf = (id: string): SubjectKey => ({ kind: 'discussion', id });

/** Lets go of what moderation took away so long ago that nobody objects any more. Running it twice or missing a day does no harm. */
@Injectable()
export class DiscussionsSchedule implements OnModuleInit {
  constructor(
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(AwayContent) private readonly away: AwayContent,
    @Inject(RemoveSubject) private readonly subjects: RemoveSubject,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'discussions.tidy', cron: '40 3 * * *', run: async () => this.tidy() });
  }

  async tidy(): Promise<void> {
    await this.away.forget('poll', `select id from poll where state = 'hidden'`, async (tx, _emit, ids) => {
      await tx.query(`delete from poll where id = any($1::uuid[]) and state = 'hidden'`, [ids]);
    });
    await this.away.forgetEach('discussion', `select id from discussion where state = 'hidden' and merged_into_id is null`, async (tx, emit, id) => this.forget(tx, emit, id));
  }

  /** With everything said in it, unless somebody still has to judge a part; and with what had been merged into it, which leads nowhere now. */
  private async forget(tx: EntityManager, emit: Emit, id: string): Promise<void> {
    // Threads before discussions, as everywhere.
    await tx.query('select from thread where id = $1 or id in (select id from discussion where merged_into_id = $1) order by id for update', [id]);
    const [hidden]: object[] = await tx.query(`select id from discussion where id = $1 and state = 'hidden' and merged_into_id is null for update`, [id]);
    if (hidden === undefined || (await this.isPartlyWaiting(tx, id))) return;
    const signposts: { id: string }[] = await tx.query('select id from discussion where merged_into_id = $1 order by id', [id]);
    for (const goes of [...signposts.map((signpost) => signpost.id), id]) {
      await this.subjects.remove(tx, emit, subjectOf(goes));
      await tx.query('delete from discussion where id = $1', [goes]);
    }
  }

  private async isPartlyWaiting(tx: EntityManager, id: string): Promise<boolean> {
    const polls: { id: string }[] = await tx.query('select id from poll where discussion_id = $1', [id]);
    return (await this.subjects.isWaiting(tx, subjectOf(id))) || (await this.cases.waitingAmong(tx, 'poll', polls.map((poll) => poll.id))).size > 0;
  }
}
