import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ProgrammeRole } from '#access/server';
import { ProgrammeRoleEnum } from '#accounts/server';
import { GateEnum, PublishersEnum, SpaceColourEnum, SpaceEmblemEnum, VisibilityEnum } from './space.enums.js';
import type { Gate, Publishers, SpaceColour, SpaceEmblem, Visibility } from './space.entity.js';

/** What may be told of a space to whoever knows of it; fields for readers alone are resolved beside, in the resolvers. */
@ObjectType('Space', { description: 'A place with members and rules. Everything readable belongs to one.' })
export class SpaceType {
  @Field(() => ID, { description: 'Id of the space; stays the same for ever.' })
  readonly id: string;

  @Field(() => String, { description: 'Its readable address, as in /raum/<slug>. Former addresses keep leading here.' })
  readonly slug: string;

  @Field(() => String, { description: 'The name of the space, plain text.' })
  readonly name: string;

  @Field(() => String, { description: 'What it is for, in a few plain sentences; empty where nobody wrote any.' })
  readonly description: string;

  @Field(() => SpaceColourEnum, { description: 'The colour of its emblem, for all who know of it.' })
  readonly colour: SpaceColour;

  @Field(() => SpaceEmblemEnum, { description: 'The sign shown in its emblem.' })
  readonly emblem: SpaceEmblem;

  @Field(() => VisibilityEnum, { description: 'Who knows of it and who reads it.' })
  readonly visibility: Visibility;

  @Field(() => ProgrammeRoleEnum, { nullable: true, description: 'Only people with this programme role can become members; null: everybody.' })
  readonly limitedToRole: ProgrammeRole | null;

  @Field(() => [GateEnum], { description: 'The ways in; empty where nobody comes in by themselves.' })
  readonly gates: Gate[];

  @Field(() => PublishersEnum, { description: 'Who publishes tips here without a review.' })
  readonly publishers: Publishers;

  @Field(() => Int, { description: 'A request to join is usually answered within so many working days.' })
  readonly answerDays: number;

  @Field(() => Int, { description: 'After a declined request one can ask again when so many days have passed.' })
  readonly askAgainDays: number;

  @Field(() => Int, { description: 'Counts up with each change of its settings; send it along as `baseVersion`.' })
  readonly version: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when it is only read and no more written; null while in use.' })
  readonly archivedAt: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When the space was made.' })
  readonly createdAt: Date;
}
