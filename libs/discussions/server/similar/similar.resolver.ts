import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { CONFIG, CurrentViewer, Db, LineInput, RateLimits, type Config } from '#platform/server';
import { isUuid } from '#platform/shared';
import { SearchService } from '#search/server';
import { TITLE_MAX } from '../discussion/discussion.inputs.js';

/** More are not read while one is typing. */
const SIMILAR = 6;
/** Dearer than a search, and asked at typing pace: the page waits for a pause, so two each second are more than anybody types. */
const PER_MINUTE = 120;
/** Of what the words of a title lead to; posts come with their discussion. */
const KINDS = ['discussion', 'tip'];

@ArgsType()
export class SimilarArgs {
  @LineInput({ description: 'The title as far as it is typed.', max: TITLE_MAX, min: 0 })
  readonly title: string;

  @Field(() => String, { nullable: true, description: 'Slug or id of a space: only what lies in it. Absent: everything the viewer may read. One out of sight holds nothing, like an unknown one.' })
  @Allow()
  readonly space?: string | null;
}

@ObjectType({ description: 'A discussion or a tip that may have the answer already.' })
export class SimilarThing {
  @Field(() => ID, { description: 'Id of the discussion or tip.' })
  readonly id: string;

  @Field(() => String, { description: 'Which of the two: `discussion` or `tip`.' })
  readonly kind: string;

  @Field(() => String, { description: 'Its title, plain text.' })
  readonly title: string;

  @Field(() => String, { description: 'Own path of its page.' })
  readonly path: string;

  @Field(() => String, { nullable: true, description: 'The name of the space it lies in, where the viewer knows it.' })
  readonly spaceName: string | null;
}

/** While a title is typed: what is there already. Found by search, so nobody is shown what they may not read. */
@Resolver(() => SimilarThing)
export class SimilarResolver {
  constructor(
    @Inject(SearchService) private readonly search: SearchService,
    @Inject(Db) private readonly db: Db,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => [SimilarThing], { description: 'Up to six discussions and tips like the one being written, best first: what shares the words of content, not those in which everybody asks. An empty title finds nothing. UNAUTHENTICATED for guests, who open nothing; RATE_LIMITED beyond 120 in a minute, or as many searches as the server allows if these are fewer.' })
  async similar(@CurrentViewer() viewer: Viewer, @Args() args: SimilarArgs): Promise<readonly SimilarThing[]> {
    const accountId = accountOf(viewer);
    await this.limits.countHere({ name: 'discussions.similar', tries: Math.min(PER_MINUTE, this.config.searchesPerMinute), withinSeconds: 60 }, `account:${accountId}`);
    if (args.title === '') return [];
    const spaceIds = args.space ? await this.spaceIdsOf(viewer, args.space) : null;
    const filters = { kinds: KINDS, ...(spaceIds === null ? {} : { spaceIds }) };
    if (spaceIds?.length === 0) return [];
    const hits = await this.search.similar(viewer, { title: args.title, filters, first: SIMILAR });
    return hits.map(({ id, kind, path, title, space }) => ({ id, kind, path, title: title.map(({ text }) => text).join(''), spaceName: space?.name ?? null }));
  }

  private async spaceIdsOf(viewer: Viewer, space: string): Promise<readonly string[]> {
    if (isUuid(space)) return viewer.readableSpaceIds.has(space) ? [space] : [];
    const rows = await this.db.hotQuery<{ id: string }>('select id from space where slug = $1', [space.slice(0, 200).replaceAll('\0', '')]);
    return rows.map(({ id }) => id).filter((id) => viewer.readableSpaceIds.has(id));
  }
}
