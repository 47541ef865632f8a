import { Inject, Injectable } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import type { GraphqlContext } from '#platform/server';
import { ReaderLinks, Thread, ThreadLoaders, ThreadSubjects, type HeldSubject, type ThreadRow, type ThreadSubject, type ThreadSubjectKind } from '#threads/server';
import { TipQueries } from './tip/tip.queries.js';
import type { TipRow } from './tip/tip.row.js';
import { Tip } from './tip/tip.type.js';

/** Released tips bear comments; their thread comes with the first one. */
@Injectable()
export class TipsThreads implements ThreadSubjectKind {
  readonly kind = 'tip';

  constructor(
    @Inject(ThreadSubjects) subjects: ThreadSubjects,
    @Inject(ReaderLinks) links: ReaderLinks,
    @Inject(TipQueries) private readonly tips: TipQueries,
  ) {
    subjects.contribute(this);
    links.contribute('tipp', async (viewer, slugs) => new Set([...(await this.tips.seenSlugs(viewer, slugs)), 'neu']));
  }

  async load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ThreadSubject>> {
    const rows = (await this.tips.byIds(viewer, ids)).filter((tip) => tip.revisionNumber > 0);
    return new Map(rows.map(({ id, title, slug, spaceId, authorIds, state, topicIds }) => [id, { id, title, path: `/tipp/${slug}`, spaceId, authorIds, state, topicIds }]));
  }

  pathAt({ path }: ThreadSubject, position: number): string {
    return `${path}?beitrag=${position}#beitraege`;
  }

  async hold(tx: EntityManager, id: string): Promise<HeldSubject | null> {
    const [row]: HeldSubject[] = await tx.query(
      `select id, title, space_id as "spaceId", author_ids as "authorIds", state, topic_ids as "topicIds" from tip where id = $1 and revision_number > 0 for share`,
      [id],
    );
    return row ?? null;
  }
}

/** Comments on a tip. */
@Resolver(() => Tip)
export class TipThreadFields {
  constructor(@Inject(ThreadLoaders) private readonly threads: ThreadLoaders) {}

  @ResolveField(() => Thread, { nullable: true, description: 'The comments of readers; empty until somebody writes the first. Null before the first release.' })
  async thread(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<ThreadRow | null> {
    return tip.revisionNumber === 0 ? null : this.threads.bySubject(context, 'tip', tip.id);
  }
}
