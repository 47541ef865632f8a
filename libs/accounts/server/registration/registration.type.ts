import { Field, ID, ObjectType } from '@nestjs/graphql';
import { RegistrationStageEnum, RegistrationStepEnum, WishedRoleEnum } from '../account/account.enums.js';
import type { WishedRole } from '../account/accounts.js';
import type { RegistrationStage, RegistrationStepName } from './admission.js';

@ObjectType('RegistrationEvent', { description: 'One line of a registration\'s history.' })
export class RegistrationEventType {
  @Field(() => ID, { description: 'Id of the line.' })
  readonly id: string;

  @Field(() => Date, { description: 'When it happened.' })
  readonly at: Date;

  @Field(() => RegistrationStepEnum, { description: 'What happened.' })
  readonly step: RegistrationStepName;

  @Field(() => String, { description: 'What was written with it; may be empty.' })
  readonly message: string;

  @Field(() => String, { nullable: true, description: 'Who did it, for coordinators; null for the applicant and where nobody did.' })
  readonly actorName: string | null;
}

@ObjectType('OwnRegistration', { description: 'One\'s own registration.' })
export class OwnRegistrationType {
  @Field(() => RegistrationStageEnum, { description: 'Where it stands.' })
  readonly stage: RegistrationStage;

  @Field(() => WishedRoleEnum, { description: 'The part one wished for.' })
  readonly wishedRole: WishedRole;

  @Field(() => String, { nullable: true, description: 'The reason where the coordination declined, else null.' })
  readonly declinedBecause: string | null;

  @Field(() => [RegistrationEventType], { description: 'What happened so far, oldest first.' })
  readonly steps: readonly RegistrationEventType[];
}
