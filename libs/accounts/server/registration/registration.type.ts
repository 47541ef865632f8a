import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '#platform/server';
import { RegistrationOutcomeEnum, RegistrationStageEnum, RegistrationStepEnum, WishedRoleEnum } from '../account/account.enums.js';
import type { WishedRole } from '../account/accounts.js';
import type { RegistrationStage, RegistrationStepName } from './admission.js';
import type { RegistrationOutcome } from './registration.queries.js';

@ObjectType('RegistrationEvent', { description: 'One line of a registration\'s history.' })
export class RegistrationEventType {
  @Field(() => ID, { description: 'Id of the line in the history.' })
  readonly id: string;

  @Field(() => Date, { description: 'When this step was taken.' })
  readonly at: Date;

  @Field(() => RegistrationStepEnum, { description: 'What happened in this step.' })
  readonly step: RegistrationStepName;

  @Field(() => String, { description: 'What was written with it; may be empty.' })
  readonly message: string;

  @Field(() => String, { nullable: true, description: 'Who did it, for coordinators; null for the applicant and where nobody did.' })
  readonly actorName: string | null;
}

@ObjectType('OwnRegistration', { description: 'One’s own registration and how far it has come.' })
export class OwnRegistrationType {
  @Field(() => RegistrationStageEnum, { description: 'Where it stands and who has to act next.' })
  readonly stage: RegistrationStage;

  @Field(() => WishedRoleEnum, { description: 'The part one wished for when registering.' })
  readonly wishedRole: WishedRole;

  @Field(() => String, { nullable: true, description: 'The reason where the coordination declined, else null.' })
  readonly declinedBecause: string | null;

  @Field(() => [RegistrationEventType], { description: 'What happened so far, oldest first.' })
  readonly steps: readonly RegistrationEventType[];
}

@ObjectType('RegistrationDecision', { description: 'How a registration was decided, for coordinators.' })
export class RegistrationDecisionType {
  @Field(() => ID, { description: 'Id of the decision: the line in the history of the registration.' })
  readonly id: string;

  @Field(() => ID, { description: 'Id of the account that was decided about.' })
  readonly accountId: string;

  @Field(() => String, { description: 'The name of whoever registered.' })
  readonly name: string;

  @Field(() => RegistrationOutcomeEnum, { description: 'What was decided: in or not.' })
  readonly outcome: RegistrationOutcome;

  @Field(() => RegistrationStepEnum, { description: 'Which way it came about: by a coordinator, an invitation, a domain or an import.' })
  readonly step: RegistrationStepName;

  @Field(() => String, { description: 'What was written with it; may be empty.' })
  readonly message: string;

  @Field(() => Date, { description: 'When the decision was taken.' })
  readonly at: Date;

  @Field(() => String, { nullable: true, description: 'Name of the coordinator who decided, invited, allowed the domain or ran the import; null where the account is gone.' })
  readonly decidedBy: string | null;
}

@ObjectType({ description: 'A page of decisions, the newest first.' })
export class RegistrationDecisionConnection extends connectionOf(RegistrationDecisionType, 'RegistrationDecision') {}
