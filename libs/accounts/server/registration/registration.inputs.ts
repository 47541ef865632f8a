import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import type { ProgrammeRole } from '#access/server';
import { AddressInput, BodyInput, IdInput, IdsInput, LineInput, OneOf, PageArgs, SecretInput } from '#platform/server';
import { RegistrationOutcomeEnum, WishedRoleEnum } from '../account/account.enums.js';
import { ProgrammeRoleEnum } from '../account/viewer.type.js';
import type { WishedRole } from '../account/accounts.js';
import type { RegistrationOutcome } from './registration.queries.js';

@InputType({ description: 'Step one of a registration: who one is and what one consents to.' })
export class RegisterInput {
  @LineInput({ description: 'The name others will see.', max: 120 })
  readonly name: string;

  @AddressInput({ description: 'The mail address to sign in with.' })
  readonly address: string;

  @SecretInput({ description: 'A password of 8 to 256 characters (15 advised), not common, not one\'s own data. Counts in its composed form (NFC), otherwise as typed.', max: 1024 })
  readonly password: string;

  @Field(() => WishedRoleEnum, { description: 'The part one would like to take in the programme.' })
  @OneOf(WishedRoleEnum)
  readonly wishedRole: WishedRole;

  @Field(() => Boolean, { description: 'Consent to the house rules in their present version; must be true.' })
  @IsBoolean()
  readonly acceptsRules: boolean;

  @Field(() => Boolean, { description: 'Consent to the privacy notice in its present version; must be true.' })
  @IsBoolean()
  readonly acceptsPrivacy: boolean;

  @SecretInput({ description: 'Version of the house rules that was read, as `entrance` named it; a newer one refuses with `account.consentTextChanged`. Absent: the present one.', max: 20, min: 0, nullable: true })
  readonly rulesVersion?: string | null;

  @SecretInput({ description: 'Version of the privacy notice that was read; the same holds.', max: 20, min: 0, nullable: true })
  readonly privacyVersion?: string | null;

  @SecretInput({ description: 'The secret of an invitation link, what stands behind `#`; one that is not good any more is not heeded.', max: 200, min: 0, nullable: true })
  readonly invitationCode?: string | null;

  @Field(() => String, { description: 'Language of the product and its mails: `de` or `en`.', defaultValue: 'de' })
  @OneOf(['de', 'en'])
  readonly locale: 'de' | 'en';
}

@InputType({ description: 'The confirmation of an address by its owner.' })
export class ConfirmRegistrationInput {
  @SecretInput({ description: 'The secret: what stands behind `#` in the link of the mail.', max: 200 })
  readonly code: string;

  @SecretInput({ description: 'The password chosen with this very registration: who owns the mailbox must also be who registered.', max: 1024 })
  readonly password: string;
}

@InputType({ description: 'The arrival of a person that the coordination imported.' })
export class AcceptWelcomeInput {
  @SecretInput({ description: 'The secret: what stands behind `#` in the link of the mail.', max: 200 })
  readonly code: string;

  @SecretInput({ description: 'A password of 8 to 256 characters, not common, not one\'s own data.', max: 1024 })
  readonly password: string;

  @Field(() => Boolean, { description: 'Consent to the house rules; must be true.' })
  @IsBoolean()
  readonly acceptsRules: boolean;

  @Field(() => Boolean, { description: 'Consent to the privacy notice; must be true.' })
  @IsBoolean()
  readonly acceptsPrivacy: boolean;

  @SecretInput({ description: 'Version of the house rules that was read, as `entrance` named it; a newer one refuses with `account.consentTextChanged`. Absent: the present one.', max: 20, min: 0, nullable: true })
  readonly rulesVersion?: string | null;

  @SecretInput({ description: 'Version of the privacy notice that was read; the same holds.', max: 20, min: 0, nullable: true })
  readonly privacyVersion?: string | null;

  @Field(() => String, { description: 'Language of the texts that were read: `de` or `en`.', defaultValue: 'de' })
  @OneOf(['de', 'en'])
  readonly locale: 'de' | 'en';
}

@InputType({ description: 'A yes to a registration, and what it gives.' })
export class ApproveRegistrationInput {
  @IdInput({ description: 'Id of the account, from `accounts` or `registrations`.' })
  readonly accountId: string;

  @Field(() => [ProgrammeRoleEnum], { description: 'The part in the programme the person gets; none is possible.' })
  @IsArray()
  @IsIn(Object.values(ProgrammeRoleEnum), { each: true })
  readonly programmeRoles: ProgrammeRole[];

  @IdsInput({ description: 'Ids of spaces the person becomes a member of.', max: 50 })
  readonly spaceIds: string[];

  @BodyInput({ description: 'A personal word for the mail about it.', min: 0, max: 2000, nullable: true })
  readonly message?: string | null;
}

@InputType({ description: 'A question to an applicant before deciding.' })
export class AskBackInput {
  @IdInput({ description: 'Id of the account, from `accounts` or `registrations`.' })
  readonly accountId: string;

  @BodyInput({ description: 'The question; the applicant reads it.', max: 2000 })
  readonly message: string;
}

@InputType({ description: 'A no to a registration, and why.' })
export class DeclineRegistrationInput {
  @IdInput({ description: 'Id of the account, from `accounts` or `registrations`.' })
  readonly accountId: string;

  @BodyInput({ description: 'The reason; the applicant reads it.', max: 2000 })
  readonly reason: string;
}

@InputType({ description: 'An applicant\'s answer to a question of the coordination.' })
export class AnswerQuestionInput {
  @BodyInput({ description: 'The answer; the coordination reads it.', max: 2000 })
  readonly message: string;
}

@ArgsType()
export class RegistrationDecisionsArgs extends PageArgs {
  @Field(() => RegistrationOutcomeEnum, { nullable: true, description: 'Only this outcome; absent: both.' })
  @IsOptional()
  @OneOf(RegistrationOutcomeEnum)
  readonly outcome?: RegistrationOutcome | null;
}
