import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { ProgrammeRole, SiteRole } from '#access/server';
import { connectionOf } from '#platform/server';
import type { RegistrationStage } from '../registration/admission.js';
import { AccountStandingEnum, RegistrationStageEnum, WishedRoleEnum } from './account.enums.js';
import type { AccountStanding } from './account.entity.js';
import type { WishedRole } from './accounts.js';
import { ProgrammeRoleEnum, SiteRoleEnum } from './viewer.type.js';

@ObjectType('ManagedAccount', { description: 'An account as coordinators see it.' })
export class ManagedAccountType {
  @Field(() => ID, { description: 'Id of the account.' })
  readonly id: string;

  @Field(() => String, { description: 'The name.' })
  readonly name: string;

  @Field(() => String, { description: 'The mail address.' })
  readonly address: string;

  @Field(() => AccountStandingEnum, { description: 'How far the registration has come.' })
  readonly standing: AccountStanding;

  @Field(() => [SiteRoleEnum], { description: 'Roles for the whole programme.' })
  readonly siteRoles: SiteRole[];

  @Field(() => [ProgrammeRoleEnum], { description: 'The part taken in the programme.' })
  readonly programmeRoles: ProgrammeRole[];

  @Field(() => Date, { description: 'When the account was made.' })
  readonly createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was approved.' })
  readonly approvedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is suspended.' })
  readonly suspendedReason: string | null;

  @Field(() => Date, { nullable: true, description: 'When the contact data sheet was finished.' })
  readonly sheetFinishedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'The last visit of a session that is still open, to ten minutes.' })
  readonly lastSeenAt: Date | null;

  @Field(() => RegistrationStageEnum, { nullable: true, description: 'Where the registration stands; null for the first coordinator.' })
  readonly stage: RegistrationStage | null;

  @Field(() => Date, { nullable: true, description: 'Since when it stands there.' })
  readonly stageAt: Date | null;

  @Field(() => WishedRoleEnum, { nullable: true, description: 'The part wished for at registration.' })
  readonly wishedRole: WishedRole | null;

  @Field(() => WishedRoleEnum, { nullable: true, description: 'An open wish for another part.' })
  readonly requestedRole: WishedRole | null;
}

@ObjectType({ description: 'A page of accounts.' })
export class ManagedAccountConnection extends connectionOf(ManagedAccountType, 'ManagedAccount') {}
