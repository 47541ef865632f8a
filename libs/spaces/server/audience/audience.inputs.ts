import { Field, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import type { ProgrammeRole } from '#access/server';
import { ProgrammeRoleEnum } from '#accounts/server';
import { IdInput, IdsInput, LineInput, OneOf } from '#platform/server';
import { VisibilityEnum } from '../space/space.enums.js';
import type { Visibility } from '../space/space.entity.js';

@InputType({ description: 'Settings of a space that are being considered.' })
export class SpaceAudienceChangeInput {
  @IdInput({ description: 'Id of the space whose settings are considered.' })
  readonly spaceId: string;

  @Field(() => VisibilityEnum, { description: 'The visibility the space would have.' })
  @OneOf(VisibilityEnum)
  readonly visibility: Visibility;

  @Field(() => ProgrammeRoleEnum, { nullable: true, description: 'The programme role it would be limited to; null for everybody.' })
  @IsOptional()
  @OneOf(ProgrammeRoleEnum)
  readonly limitedToRole?: ProgrammeRole | null;
}

@InputType({ description: 'A space that is about to be made.' })
export class NewSpaceAudienceInput {
  @LineInput({ description: 'The name it would have; may be empty while it is being typed.', max: 80, min: 0 })
  readonly name: string;

  @Field(() => VisibilityEnum, { description: 'The visibility it would have.' })
  @OneOf(VisibilityEnum)
  readonly visibility: Visibility;

  @Field(() => ProgrammeRoleEnum, { nullable: true, description: 'The programme role it would be limited to; null for everybody.' })
  @IsOptional()
  @OneOf(ProgrammeRoleEnum)
  readonly limitedToRole?: ProgrammeRole | null;

  @IdsInput({ description: 'Accounts that would look after it.', max: 10 })
  readonly moderatorIds: string[];
}

@InputType({ description: 'A move of something published that is being considered.' })
export class MoveAudienceChangeInput {
  @IdInput({ description: 'Id of the space it lies in now.' })
  readonly fromSpaceId: string;

  @IdInput({ description: 'Id of the space it would lie in.' })
  readonly toSpaceId: string;
}
