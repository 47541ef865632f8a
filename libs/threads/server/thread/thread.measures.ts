import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { OwnMeasure, OwnMeasures } from '#moderation/server';
import type { GraphqlContext } from '#platform/server';
import type { ThreadRow } from './thread.row.js';
import { Thread } from './thread.type.js';

/** Apart from the standing of a thread: it is asked for where somebody begins to write, not with every page. */
@Resolver(() => Thread)
export class ThreadMeasureFields {
  constructor(@Inject(OwnMeasures) private readonly measures: OwnMeasures) {}

  @ResolveField(() => [OwnMeasure], { description: 'What moderation has imposed on the viewer in the space of the thread, while it holds; empty for nearly everybody. Ask it where writing begins.' })
  async viewerMeasures(@Parent() thread: ThreadRow, @Context() context: GraphqlContext): Promise<readonly OwnMeasure[]> {
    return this.measures.inSpace(context, thread.spaceId);
  }
}
