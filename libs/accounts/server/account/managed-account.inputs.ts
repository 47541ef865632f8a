import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, IsArray, IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { ProgrammeRole, SiteRole } from '#access/server';
import { BodyInput, IdInput, LineInput, PageArgs } from '#platform/server';
import type { RegistrationStage } from '../registration/admission.js';
import { AccountStandingEnum, RegistrationStageEnum } from './account.enums.js';
import type { AccountStanding } from './account.entity.js';
import { ProgrammeRoleEnum, SiteRoleEnum } from './viewer.type.js';

@InputType({ description: 'Which accounts; every condition that is set has to hold.' })
export class AccountFilterInput {
  @LineInput({ description: 'Part of the name or the address.', max: 120, min: 0, nullable: true })
  readonly text?: string | null;

  @Field(() => AccountStandingEnum, { nullable: true, description: 'How far the registration has come.' })
  @IsOptional()
  @IsIn(Object.values(AccountStandingEnum))
  readonly standing?: AccountStanding | null;

  @Field(() => ProgrammeRoleEnum, { nullable: true, description: 'Part in the programme.' })
  @IsOptional()
  @IsIn(Object.values(ProgrammeRoleEnum))
  readonly programmeRole?: ProgrammeRole | null;

  @Field(() => Boolean, { nullable: true, description: 'Only coordinators, or only others.' })
  @IsOptional()
  @IsBoolean()
  readonly isCoordinator?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only suspended ones, or only others.' })
  @IsOptional()
  @IsBoolean()
  readonly isSuspended?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only with an open wish for another part.' })
  @IsOptional()
  @IsBoolean()
  readonly wantsRoleChange?: boolean | null;
}

@ArgsType()
export class AccountsArgs extends PageArgs {
  @Field(() => AccountFilterInput, { nullable: true, description: 'Which accounts.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AccountFilterInput)
  readonly filter?: AccountFilterInput | null;
}

@ArgsType()
export class RegistrationsArgs extends PageArgs {
  @Field(() => [RegistrationStageEnum], { nullable: true, description: 'Only these stages; absent: all that are not decided and confirmed (`sheet`, `waiting`, `askedBack`).' })
  @IsOptional()
  @IsArray()
  @IsIn(Object.values(RegistrationStageEnum), { each: true })
  readonly stages?: RegistrationStage[] | null;
}

@InputType({ description: 'Roles for the whole programme.' })
export class SetSiteRolesInput {
  @IdInput({ description: 'Id of the account.' })
  readonly accountId: string;

  @Field(() => [SiteRoleEnum], { description: 'All roles it shall have.' })
  @IsArray()
  @IsIn(Object.values(SiteRoleEnum), { each: true })
  readonly siteRoles: SiteRole[];
}

@InputType({ description: 'The part in the programme.' })
export class SetProgrammeRolesInput {
  @IdInput({ description: 'Id of the account.' })
  readonly accountId: string;

  @Field(() => [ProgrammeRoleEnum], { description: 'All roles it shall have; none is possible.' })
  @IsArray()
  @IsIn(Object.values(ProgrammeRoleEnum), { each: true })
  readonly programmeRoles: ProgrammeRole[];
}

@InputType({ description: 'A block with a reason.' })
export class SuspendAccountInput {
  @IdInput({ description: 'Id of the account.' })
  readonly accountId: string;

  @BodyInput({ description: 'The reason; the person reads it.', max: 1000 })
  readonly reason: string;

  @Field(() => Date, { nullable: true, description: 'When it ends; absent: not by itself.' })
  @Allow()
  readonly until?: Date | null;
}

@InputType({ description: 'An account.' })
export class AccountIdInput {
  @IdInput({ description: 'Id of the account.' })
  readonly accountId: string;
}

@InputType({ description: 'The answer to the wish for another part.' })
export class DecideRoleRequestInput {
  @IdInput({ description: 'Id of the account.' })
  readonly accountId: string;

  @Field(() => Boolean, { description: 'Whether it is granted.' })
  @IsBoolean()
  readonly isGranted: boolean;
}
