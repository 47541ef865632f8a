import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { ProgrammeRole, SiteRole } from '#access/server';
import { connectionOf } from '#platform/server';
import type { RegistrationStage } from '../registration/admission.js';
import { AccountStandingEnum, RegistrationStageEnum, WishedRoleEnum } from './account.enums.js';
import type { AccountStanding } from './account.entity.js';
import type { WishedRole } from './accounts.js';
import { ProgrammeRoleEnum, SiteRoleEnum } from './viewer.type.js';

@ObjectType('ManagedAccount', { description: 'An account as coordinators see it, mail address and registration included.' })
export class ManagedAccountType {
  @Field(() => ID, { description: 'Id of the account; stays the same for ever.' })
  readonly id: string;

  @Field(() => String, { description: 'The name as other members see it.' })
  readonly name: string;

  @Field(() => String, { description: 'The mail address the person signs in with.' })
  readonly address: string;

  @Field(() => AccountStandingEnum, { description: 'How far the registration has come.' })
  readonly standing: AccountStanding;

  @Field(() => [SiteRoleEnum], { description: 'Roles for the whole programme; usually none.' })
  readonly siteRoles: SiteRole[];

  @Field(() => [ProgrammeRoleEnum], { description: 'The part taken in the programme; both, one or none.' })
  readonly programmeRoles: ProgrammeRole[];

  @Field(() => Date, { description: 'When the person registered or was imported.' })
  readonly createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was approved; null before.' })
  readonly approvedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is suspended; null where it is not.' })
  readonly suspendedReason: string | null;

  @Field(() => Date, { nullable: true, description: 'When the contact data sheet was handed in; null before.' })
  readonly sheetFinishedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'The last visit of a session that is still open, to ten minutes; null where none is.' })
  readonly lastSeenAt: Date | null;

  @Field(() => RegistrationStageEnum, { nullable: true, description: 'Where the registration stands; null for the first coordinator.' })
  readonly stage: RegistrationStage | null;

  @Field(() => Date, { nullable: true, description: 'Since when the registration stands there; null for the first coordinator.' })
  readonly stageAt: Date | null;

  @Field(() => WishedRoleEnum, { nullable: true, description: 'The part wished for at registration; null for the first coordinator.' })
  readonly wishedRole: WishedRole | null;

  @Field(() => WishedRoleEnum, { nullable: true, description: 'An open wish for another part; null where there is none.' })
  readonly requestedRole: WishedRole | null;

  @Field(() => Date, { nullable: true, description: 'When a consent was withdrawn that was not given again: the account is to be closed; else null.' })
  readonly consentWithdrawnAt: Date | null;
}

@ObjectType({ description: 'A page of accounts, for coordinators.' })
export class ManagedAccountConnection extends connectionOf(ManagedAccountType, 'ManagedAccount') {}
