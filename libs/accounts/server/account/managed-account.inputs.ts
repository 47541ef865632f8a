import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, IsArray, IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { ProgrammeRole, SiteRole } from '#access/server';
import { BodyInput, IdInput, LineInput, OneOf, PageArgs } from '#platform/server';
import type { RegistrationStage } from '../registration/admission.js';
import { AccountStandingEnum, RegistrationStageEnum } from './account.enums.js';
import type { AccountStanding } from './account.entity.js';
import { ProgrammeRoleEnum, SiteRoleEnum } from './viewer.type.js';

@InputType({ description: 'Which accounts; every condition that is set has to hold.' })
export class AccountFilterInput {
  @LineInput({ description: 'Part of the name or the address, in any case of letters.', max: 120, min: 0, nullable: true })
  readonly text?: string | null;

  @Field(() => AccountStandingEnum, { nullable: true, description: 'Only accounts whose registration has come this far.' })
  @IsOptional()
  @OneOf(AccountStandingEnum)
  readonly standing?: AccountStanding | null;

  @Field(() => ProgrammeRoleEnum, { nullable: true, description: 'Only accounts with this part in the programme.' })
  @IsOptional()
  @OneOf(ProgrammeRoleEnum)
  readonly programmeRole?: ProgrammeRole | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only coordinators; false: only others.' })
  @IsOptional()
  @IsBoolean()
  readonly isCoordinator?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only suspended ones; false: only others.' })
  @IsOptional()
  @IsBoolean()
  readonly isSuspended?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only with an open wish for another part.' })
  @IsOptional()
  @IsBoolean()
  readonly wantsRoleChange?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only with a consent that was withdrawn and not given again, or only others.' })
  @IsOptional()
  @IsBoolean()
  readonly hasWithdrawnConsent?: boolean | null;
}

@ArgsType()
export class AccountsArgs extends PageArgs {
  @Field(() => AccountFilterInput, { nullable: true, description: 'Which accounts; absent: all of them.' })
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

@InputType({ description: 'The roles an account shall have for the whole programme.' })
export class SetSiteRolesInput {
  @IdInput({ description: 'Id of the account, from `accounts` or `registrations`.' })
  readonly accountId: string;

  @Field(() => [SiteRoleEnum], { description: 'All roles it shall have; what is left out is taken away.' })
  @IsArray()
  @IsIn(Object.values(SiteRoleEnum), { each: true })
  readonly siteRoles: SiteRole[];
}

@InputType({ description: 'The part an account shall have in the programme.' })
export class SetProgrammeRolesInput {
  @IdInput({ description: 'Id of the account, from `accounts` or `registrations`.' })
  readonly accountId: string;

  @Field(() => [ProgrammeRoleEnum], { description: 'All roles it shall have; none is possible.' })
  @IsArray()
  @IsIn(Object.values(ProgrammeRoleEnum), { each: true })
  readonly programmeRoles: ProgrammeRole[];
}

@InputType({ description: 'A block of an account, with its reason.' })
export class SuspendAccountInput {
  @IdInput({ description: 'Id of the account, from `accounts` or `registrations`.' })
  readonly accountId: string;

  @BodyInput({ description: 'Why; the person reads it in the mail about it.', max: 1000 })
  readonly reason: string;

  @Field(() => Date, { nullable: true, description: 'When it ends; absent: not by itself.' })
  @Allow()
  readonly until?: Date | null;
}

@InputType({ description: 'The account a step is about.' })
export class AccountIdInput {
  @IdInput({ description: 'Id of the account, from `accounts` or `registrations`.' })
  readonly accountId: string;
}

@InputType({ description: 'The answer to the wish for another part.' })
export class DecideRoleRequestInput {
  @IdInput({ description: 'Id of the account, from `accounts` or `registrations`.' })
  readonly accountId: string;

  @Field(() => Boolean, { description: 'True grants the wish, false refuses it.' })
  @IsBoolean()
  readonly isGranted: boolean;
}
