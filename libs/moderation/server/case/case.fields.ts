import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PersonLoaders, PersonType, type PersonRow } from '#accounts/server';
import type { GraphqlContext } from '#platform/server';
import { SpaceLoaders, SpaceType, type Space } from '#spaces/server';
import { findWatchedWords } from '../gate/watched-words.js';
import { versionOf } from '../kinds/moderated-kinds.js';
import { CaseDecisionEnum, type CaseDecision } from './case.enums.js';
import { CaseLoaders } from './case.loaders.js';
import { canDecideObjection, decisionsFor, isWaiting } from './case.policy.js';
import type { ActRow, AuthorHistory, ReportRow } from './case.queries.js';
import type { CaseRow } from './case.row.js';
import { AuthorHistoryType, CaseObjection, GateNoteType, ItemReport, ItemSurrounding, ModeratedItemType, ModerationActType, ModerationCaseType } from './case.type.js';

/** So much of the text is shown around a watched word. */
const AROUND_CHARACTERS = 60;

/** What one needs to judge, beside the case itself. */
@Resolver(() => ModerationCaseType)
export class CaseFields {
  constructor(
    @Inject(CaseLoaders) private readonly loaders: CaseLoaders,
    @Inject(PersonLoaders) private readonly people: PersonLoaders,
    @Inject(SpaceLoaders) private readonly spaces: SpaceLoaders,
  ) {}

  @ResolveField(() => SpaceType, { nullable: true, description: 'The space it belongs to.' })
  async space(@Parent() one: CaseRow, @Context() context: GraphqlContext): Promise<Space | null> {
    return this.spaces.byId(context, one.spaceId);
  }

  @ResolveField(() => Boolean)
  isWaiting(@Parent() one: CaseRow): boolean {
    return isWaiting(one);
  }

  @ResolveField(() => ModeratedItemType, { nullable: true, description: 'The item as the viewer may see it now; null where it is gone or out of their sight: then the case can only be closed.' })
  async item(@Parent() one: CaseRow, @Context() context: GraphqlContext): Promise<ModeratedItemType | null> {
    const item = await this.loaders.of(context).item.load(one);
    if (item === null) return null;
    const isShown = item.state === 'published' || item.state === 'retired';
    return { ...item, version: versionOf(item), isShown, contextTitle: item.context?.title ?? null, contextPath: item.context?.path ?? null };
  }

  @ResolveField(() => [ItemSurrounding], { description: 'What stands right before and after it, in order; empty for what stands for itself.' })
  async surroundings(@Parent() one: CaseRow, @Context() context: GraphqlContext): Promise<readonly ItemSurrounding[]> {
    const neighbours = await this.loaders.of(context).surroundings.load(one);
    return neighbours.map((neighbour) => ({ ...neighbour, isBefore: neighbour.place === 'before' }));
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who wrote it; null where the account is gone or blocked.' })
  async author(@Parent() one: CaseRow, @Context() context: GraphqlContext): Promise<PersonRow | null> {
    const [owner] = one.authorIds;
    return owner === undefined ? null : this.people.byId(context, owner);
  }

  @ResolveField(() => AuthorHistoryType, { description: 'Earlier decisions about the author in this space.' })
  async authorHistory(@Parent() one: CaseRow, @Context() context: GraphqlContext): Promise<AuthorHistory> {
    return this.loaders.of(context).history.load(one);
  }

  @ResolveField(() => [GateNoteType], { description: 'Why the gate stopped at it, with the place of each watched word; empty for what was only reported.' })
  async gateNotes(@Parent() one: CaseRow, @Context() context: GraphqlContext): Promise<readonly GateNoteType[]> {
    const text = (await this.loaders.of(context).item.load(one))?.text ?? '';
    return one.gateNotes.map((note) => ({ ...note, ...placeOf(text, note.word) }));
  }

  @ResolveField(() => [ItemReport], { description: 'The reports about it, the oldest first.' })
  async reports(@Parent() one: CaseRow, @Context() context: GraphqlContext): Promise<readonly ReportRow[]> {
    return this.loaders.of(context).reports.load(one.id);
  }

  @ResolveField(() => [ModerationActType], { description: 'What was done in it, the oldest first.' })
  async acts(@Parent() one: CaseRow, @Context() context: GraphqlContext): Promise<readonly ActRow[]> {
    return this.loaders.of(context).acts.load(one.id);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who decided; null while it is open or where the account is gone.' })
  async decidedBy(@Parent() one: CaseRow, @Context() context: GraphqlContext): Promise<PersonRow | null> {
    return one.decidedById === null ? null : this.people.byId(context, one.decidedById);
  }

  @ResolveField(() => [CaseDecisionEnum], { description: 'What the viewer may decide about the item now: `decideCase`. Empty where nothing can be decided.' })
  async viewerDecisions(@Parent() one: CaseRow, @Context() context: GraphqlContext): Promise<readonly CaseDecision[]> {
    const item = await this.loaders.of(context).item.load(one);
    return decisionsFor(context.viewer, one, item?.state ?? null);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may decide about its objection: `decideObjection`.' })
  viewerCanDecideObjection(@Parent() one: CaseRow, @Context() context: GraphqlContext): boolean {
    return canDecideObjection(context.viewer, one);
  }
}

@Resolver(() => ItemReport)
export class ItemReportFields {
  constructor(@Inject(PersonLoaders) private readonly people: PersonLoaders) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who made it; null for guests and where the account is gone.' })
  async reporter(@Parent() report: ReportRow, @Context() context: GraphqlContext): Promise<PersonRow | null> {
    return report.reporterId === null ? null : this.people.byId(context, report.reporterId);
  }
}

@Resolver(() => ItemSurrounding)
export class ItemSurroundingFields {
  constructor(@Inject(PersonLoaders) private readonly people: PersonLoaders) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who wrote it; null where the account is gone.' })
  async author(@Parent() neighbour: ItemSurrounding, @Context() context: GraphqlContext): Promise<PersonRow | null> {
    return neighbour.authorId === null ? null : this.people.byId(context, neighbour.authorId);
  }
}

@Resolver(() => ModerationActType)
export class ModerationActFields {
  constructor(@Inject(PersonLoaders) private readonly people: PersonLoaders) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who did it; null for guests, for the gate and where the account is gone.' })
  async actor(@Parent() act: ActRow, @Context() context: GraphqlContext): Promise<PersonRow | null> {
    return act.actorId === null ? null : this.people.byId(context, act.actorId);
  }
}

@Resolver(() => CaseObjection)
export class CaseObjectionFields {
  constructor(@Inject(PersonLoaders) private readonly people: PersonLoaders) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who decided about it; null while it waits or where the account is gone.' })
  async decidedBy(@Parent() objection: CaseObjection, @Context() context: GraphqlContext): Promise<PersonRow | null> {
    return objection.decidedById === null ? null : this.people.byId(context, objection.decidedById);
  }
}

/** The first place of a watched word with the text around it. */
function placeOf(text: string, word: string | null): Pick<GateNoteType, 'before' | 'match' | 'after'> {
  const hit = word === null ? undefined : findWatchedWords(text, [word])[0];
  if (hit === undefined) return { before: null, match: null, after: null };
  const from = Math.max(0, hit.from - AROUND_CHARACTERS);
  const to = Math.min(text.length, hit.to + AROUND_CHARACTERS);
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, hit.from).toWellFormed(),
    match: text.slice(hit.from, hit.to),
    after: text.slice(hit.to, to).toWellFormed() + (to < text.length ? '…' : ''),
  };
}
