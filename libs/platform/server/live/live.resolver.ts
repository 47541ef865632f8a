import { Inject } from '@nestjs/common';
import { Args, Context, Int, Resolver, Subscription } from '@nestjs/graphql';
import { AppError } from '#platform/shared';
import type { GraphqlContext } from '../graphql/context.js';
import type { LiveConnection } from './live-connection.js';
import { Live } from './live.js';
import type { LiveStream } from './live-stream.js';
import { LiveUpdate } from './live.type.js';

/** A context that came in by the streaming route. */
export interface LiveContext extends GraphqlContext {
  readonly connection?: LiveConnection;
}

const TOPICS_AT_MOST = 20;
const SINCE_AT_MOST_SECONDS = 3600;

@Resolver()
export class LiveResolver {
  constructor(@Inject(Live) private readonly updates: Live) {}

  @Subscription(() => LiveUpdate, {
    description:
      'Tells that something you may see changed, as it happens. Over `POST /graphql/stream` (GraphQL over SSE, distinct connections), for signed-in accounts. Rights are looked at for each update. The stream ends with the session, and after about an hour; then connect again and name the pause in `sinceSeconds`.',
    resolve: (update: LiveUpdate) => update,
  })
  async live(
    @Context() context: LiveContext,
    @Args('topics', { type: () => [String], nullable: true, description: `Only these topics, at most ${TOPICS_AT_MOST}; absent: all. \`viewer\` and \`caughtUp\` always come.` })
    topics: readonly string[] | null | undefined,
    @Args('sinceSeconds', {
      type: () => Int,
      nullable: true,
      description: 'Also what happened in the last so many seconds, for whoever was away shortly; what lies too far back is answered by one `caughtUp`. Absent: only what comes.',
    })
    sinceSeconds: number | null | undefined,
  ): Promise<LiveStream> {
    const { connection } = context;
    if (connection === undefined) throw AppError.forbidden();
    if ((topics?.length ?? 0) > TOPICS_AT_MOST) throw AppError.badInput('topics', 'tooMany', { max: TOPICS_AT_MOST });
    const since = sinceSeconds === null || sinceSeconds === undefined ? null : Math.min(SINCE_AT_MOST_SECONDS, Math.max(0, sinceSeconds));
    return this.updates.open(connection, topics === null || topics === undefined ? null : new Set(topics), since);
  }
}
