import { Field, InputType } from '@nestjs/graphql';
import { BodyInput, IdInput, OneOf } from '#platform/server';
import type { SpaceRole } from '../space/space.entity.js';
import { SpaceRoleEnum } from '../space/space.enums.js';

@InputType({ description: 'A space and somebody in it or asked into it.' })
export class SpaceMemberInput {
  @IdInput({ description: 'Id of the space; one the viewer does not know of is answered like an unknown one.' })
  readonly spaceId: string;

  @IdInput({ description: 'Id of the account that is meant.' })
  readonly accountId: string;
}

@InputType({ description: 'A member and the role they shall have.' })
export class ChangeMemberRoleInput extends SpaceMemberInput {
  @Field(() => SpaceRoleEnum, { description: 'The role they shall have from now on.' })
  @OneOf(SpaceRoleEnum)
  readonly role: SpaceRole;
}

@InputType({ description: 'A member who is shown out of a space, and why.' })
export class RemoveMemberInput extends SpaceMemberInput {
  @BodyInput({ description: 'Why; told to them by mail.', max: 600, min: 3 })
  readonly reason: string;
}

@InputType({ description: 'A moderator for a space nobody looks after any more.' })
export class AppointModeratorInput extends SpaceMemberInput {
  @BodyInput({ description: 'Why; kept in the audit log and told to the moderators there are.', max: 600, min: 3 })
  readonly reason: string;
}
