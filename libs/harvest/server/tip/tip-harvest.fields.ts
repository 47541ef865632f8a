import { Inject, Injectable } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { isMember } from '#access/server';
import { Discussion, DiscussionQueries, type DiscussionRow } from '#discussions/server';
import { perRequest, type GraphqlContext } from '#platform/server';
import { canSeeInside, Tip, TipLoaders, TipWriter, type TipRow, type Writer } from '#tips/server';
import { HarvestQueries } from '../harvest.queries.js';
import type { HarvestRow } from '../harvest.row.js';
import { HarvestCrossing, HarvestPassage, TipHarvest } from '../harvest.type.js';
import { canHarvest } from '../making/harvest.policy.js';
import { TipHarvests } from './tip-harvest.js';

interface Loaders {
  readonly harvest: DataLoader<string, HarvestRow | null>;
  readonly credited: DataLoader<string, readonly string[]>;
  readonly ofDiscussion: DataLoader<string, readonly HarvestRow[]>;
  readonly discussion: DataLoader<string, DiscussionRow | null>;
  readonly hasWritten: DataLoader<string, boolean>;
}

/** Reads beside tips and discussions, gathered over one request. */
@Injectable()
export class HarvestLoaders {
  constructor(
    @Inject(HarvestQueries) private readonly harvests: HarvestQueries,
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
  ) {}

  of(context: GraphqlContext): Loaders {
    return perRequest(context, this, () => ({
      harvest: new DataLoader(async (ids: readonly string[]) => {
        const rows = new Map((await this.harvests.ofTips(ids)).map((row) => [row.tipId, row]));
        return ids.map((id) => rows.get(id) ?? null);
      }),
      credited: new DataLoader(async (ids: readonly string[]) => {
        const rows = await this.harvests.credited(ids);
        return ids.map((id) => rows.filter(({ tipId }) => tipId === id).map(({ accountId }) => accountId));
      }),
      ofDiscussion: new DataLoader(async (ids: readonly string[]) => {
        const rows = await this.harvests.ofDiscussions(ids);
        return ids.map((id) => rows.filter(({ discussionId }) => discussionId === id));
      }),
      discussion: new DataLoader(async (ids: readonly string[]) => {
        const rows = new Map((await this.discussions.byIds(context.viewer, ids)).map((row) => [row.id, row]));
        return ids.map((id) => rows.get(id) ?? null);
      }),
      hasWritten: new DataLoader(async (ids: readonly string[]) => {
        const { accountId } = context.viewer;
        const written = accountId === null ? new Set() : await this.harvests.writtenIn(accountId, ids);
        return ids.map((id) => written.has(id));
      }),
    }));
  }
}

@Resolver(() => Tip)
export class TipHarvestFields {
  constructor(
    @Inject(HarvestLoaders) private readonly loaders: HarvestLoaders,
    @Inject(TipLoaders) private readonly tips: TipLoaders,
    @Inject(TipHarvests) private readonly standing: TipHarvests,
  ) {}

  @ResolveField(() => [TipWriter], { description: 'Who else is in it: people whose words it rests on and who asked the question, as far as they agreed to be named; without its authors. Empty for whoever is no member of the programme.' })
  async contributors(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<readonly Writer[]> {
    if (!isMember(context.viewer)) return [];
    const ids = await this.loaders.of(context).credited.load(tip.id);
    return this.tips.writers(context, ids.filter((id) => !tip.authorIds.includes(id)));
  }

  @ResolveField(() => Discussion, { nullable: true, description: 'The discussion it was made of; null where it was not, and for whoever does not see that discussion.' })
  async harvestedFrom(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<DiscussionRow | null> {
    const harvest = await this.loaders.of(context).harvest.load(tip.id);
    return harvest === null || harvest.discussionId === null ? null : this.loaders.of(context).discussion.load(harvest.discussionId);
  }

  @ResolveField(() => TipHarvest, { nullable: true, description: 'Who agreed and what would cross a border, for the text as it is written now; null where the tip is made of no discussion, and for whoever neither wrote it nor moderates its space.' })
  async harvest(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<TipHarvest | null> {
    if (!canSeeInside(context.viewer, tip)) return null;
    const harvest = await this.loaders.of(context).harvest.load(tip.id);
    if (harvest === null) return null;
    const copy = await this.tips.of(context).copy.load(tip.id);
    const written = copy ?? { title: tip.title, summary: tip.summary, body: tip.revisionNumber > 0 ? (await this.tips.of(context).text.load(tip.id)).body : '' };
    return this.standing.of(context.viewer, tip, harvest, written);
  }
}

@Resolver(() => TipHarvest)
export class TipHarvestDiscussion {
  constructor(@Inject(HarvestLoaders) private readonly loaders: HarvestLoaders) {}

  @ResolveField(() => Discussion, { nullable: true, description: 'The discussion it is made of; null once it is gone, and for whoever does not see it.' })
  async discussion(@Parent() { discussionId }: TipHarvest, @Context() context: GraphqlContext): Promise<DiscussionRow | null> {
    return discussionId === null ? null : this.loaders.of(context).discussion.load(discussionId);
  }
}

@Resolver(() => HarvestPassage)
export class HarvestPassageFields {
  constructor(@Inject(TipLoaders) private readonly tips: TipLoaders) {}

  @ResolveField(() => TipWriter, { nullable: true, description: 'Whose words they are; null once that account is gone, and for whoever does not read the discussion.' })
  async author(@Parent() passage: HarvestPassage, @Context() context: GraphqlContext): Promise<Writer | null> {
    return passage.text === null ? null : this.tips.writer(context, passage.authorId);
  }
}

@Resolver(() => HarvestCrossing)
export class HarvestCrossingFields {
  constructor(@Inject(TipLoaders) private readonly tips: TipLoaders) {}

  @ResolveField(() => TipWriter, { nullable: true, description: 'Who decided that it may cross; null while nobody did, and once that account is gone.' })
  async settledBy(@Parent() crossing: HarvestCrossing, @Context() context: GraphqlContext): Promise<Writer | null> {
    return this.tips.writer(context, crossing.settledById);
  }
}

@Resolver(() => Discussion)
export class DiscussionHarvestFields {
  constructor(
    @Inject(HarvestLoaders) private readonly loaders: HarvestLoaders,
    @Inject(TipLoaders) private readonly tips: TipLoaders,
  ) {}

  @ResolveField(() => [Tip], { description: 'Practice tips made of it, the oldest first; only those the viewer may see.' })
  async harvestedTips(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<readonly TipRow[]> {
    const harvests = await this.loaders.of(context).ofDiscussion.load(discussion.id);
    const tips = await Promise.all(harvests.map(async ({ tipId }) => this.tips.of(context).tip.load(tipId)));
    return tips.filter((tip) => tip !== null);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may make a practice tip of it: it is solved, and the viewer asked, answered or moderates. Where to is another question.' })
  async viewerCanHarvest(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<boolean> {
    const { viewer } = context;
    // Asking the database is for those alone whom the rest does not decide.
    if (canHarvest(viewer, discussion, false)) return true;
    return canHarvest(viewer, discussion, true) && this.loaders.of(context).hasWritten.load(discussion.id);
  }
}
