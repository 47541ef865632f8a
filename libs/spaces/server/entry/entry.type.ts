import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { BodyInput, IdInput } from '#platform/server';
import { SpaceModerator } from '../member/member.type.js';
import { VisibilityEnum } from '../space/space.enums.js';
import type { Visibility } from '../space/space.entity.js';

@ObjectType('SpaceEntry', { description: "A coordinator's look into a space: deliberate, logged, told to its moderators, for a limited time." })
export class SpaceEntry {
  @Field(() => GraphQLISODateTime, { description: 'When the look inside began.' })
  readonly enteredAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'Until when it can be read.' })
  readonly endsAt: Date;

  @Field(() => String, { description: 'The reason given, as the moderators read it.' })
  readonly reason: string;
}

@ObjectType('AdministeredSpace', { description: 'What coordinators know of every space to run the programme: that it is there and who looks after it. No content, no other members.' })
export class AdministeredSpace {
  @Field(() => ID, { description: 'Id of the space, for `enterSpace` and `appointModerator`.' })
  readonly id: string;

  @Field(() => String, { description: 'Its readable address, as in /raum/<slug>.' })
  readonly slug: string;

  @Field(() => String, { description: 'Its name, also where it is hidden.' })
  readonly name: string;

  @Field(() => VisibilityEnum, { description: 'Who knows of it and who reads it.' })
  readonly visibility: Visibility;

  @Field(() => ID, { nullable: true, description: 'Id of the space it is a sub-space of; null where it is none.' })
  readonly parentId: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when it is archived; null while in use.' })
  readonly archivedAt: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When the space was made.' })
  readonly createdAt: Date;

  @Field(() => [SpaceModerator], { description: 'Who looks after it now; empty where somebody has to be appointed.' })
  readonly moderators: readonly SpaceModerator[];

  @Field(() => SpaceEntry, { nullable: true, description: "The viewer's running look inside; null where there is none." })
  readonly myEntry: SpaceEntry | null;

  @Field(() => Boolean, { description: 'Whether the viewer can read it at present, for whatever reason.' })
  readonly viewerCanRead: boolean;
}

@InputType({ description: 'A deliberate look into a space and why.' })
export class EnterSpaceInput {
  @IdInput({ description: 'Id of the space, from `administeredSpaces`.' })
  readonly spaceId: string;

  @BodyInput({ description: 'Why; kept in the audit log and told to the moderators of the space.', max: 600, min: 10 })
  readonly reason: string;
}
