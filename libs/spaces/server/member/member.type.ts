import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '#platform/server';
import type { SpaceRole } from '../space/space.entity.js';
import { SpaceRoleEnum } from '../space/space.enums.js';

@ObjectType('SpaceMember', { description: 'An account’s place in a space, with its role.' })
export class SpaceMember {
  @Field(() => ID, { description: 'The account; leads to /person/<id>.' })
  readonly accountId: string;

  @Field(() => String, { description: 'The name of the member, as all members see it.' })
  readonly name: string;

  @Field(() => SpaceRoleEnum, { description: 'The role they have in this space.' })
  readonly role: SpaceRole;

  @Field(() => GraphQLISODateTime, { description: 'Since when they are a member of this space.' })
  readonly joinedAt: Date;
}

@ObjectType({ description: 'A page of members: who moderates first, then authors, then by name.' })
export class SpaceMemberConnection extends connectionOf(SpaceMember, 'SpaceMember') {}

@ObjectType('SpaceModerator', { description: 'Somebody who looks after a space.' })
export class SpaceModerator {
  @Field(() => ID, { description: 'The account; leads to /person/<id>.' })
  readonly accountId: string;

  @Field(() => String, { description: 'The name of who looks after the space.' })
  readonly name: string;
}
