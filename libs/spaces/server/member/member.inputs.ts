import { Field, InputType } from '@nestjs/graphql';
import { IsIn } from 'class-validator';
import { BodyInput, IdInput } from '#platform/server';
import type { SpaceRole } from '../space/space.entity.js';
import { SpaceRoleEnum } from '../space/space.enums.js';

@InputType({ description: 'One member of a space.' })
export class SpaceMemberInput {
  @IdInput({ description: 'The space.' })
  readonly spaceId: string;

  @IdInput({ description: 'The account.' })
  readonly accountId: string;
}

@InputType({ description: 'Another role for a member.' })
export class ChangeMemberRoleInput extends SpaceMemberInput {
  @Field(() => SpaceRoleEnum, { description: 'The role they shall have.' })
  @IsIn(Object.values(SpaceRoleEnum))
  readonly role: SpaceRole;
}

@InputType({ description: 'Shows somebody out of a space.' })
export class RemoveMemberInput extends SpaceMemberInput {
  @BodyInput({ description: 'Why; told to them by mail.', max: 600, min: 3 })
  readonly reason: string;
}

@InputType({ description: 'A moderator for a space nobody looks after any more.' })
export class AppointModeratorInput extends SpaceMemberInput {
  @BodyInput({ description: 'Why; kept in the audit log and told to the moderators there are.', max: 600, min: 3 })
  readonly reason: string;
}
