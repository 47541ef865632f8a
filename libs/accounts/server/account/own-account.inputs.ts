import { Field, InputType } from '@nestjs/graphql';
import { IsIn } from 'class-validator';
import { AddressInput, LineInput, SecretInput } from '#platform/server';
import { WishedRoleEnum } from './account.enums.js';
import type { WishedRole } from './accounts.js';

@InputType({ description: 'Name and language of one\'s own account.' })
export class UpdateAccountInput {
  @LineInput({ description: 'The name others see.', max: 120 })
  readonly name: string;

  @Field(() => String, { description: 'Language of the product and its mails: `de` or `en`.' })
  @IsIn(['de', 'en'])
  readonly locale: 'de' | 'en';
}

@InputType({ description: 'A new mail address.' })
export class ChangeAddressInput {
  @AddressInput({ description: 'The new address; it counts once it is confirmed by the link sent there.' })
  readonly address: string;

  @SecretInput({ description: 'The password in use.', max: 1024 })
  readonly currentPassword: string;
}

@InputType({ description: 'A new password.' })
export class ChangePasswordInput {
  @SecretInput({ description: 'The password in use.', max: 1024 })
  readonly currentPassword: string;

  @SecretInput({ description: 'The new password: 8 to 256 characters, not common, not one\'s own data.', max: 1024 })
  readonly newPassword: string;
}

@InputType({ description: 'The wish for another part in the programme.' })
export class RequestRoleInput {
  @Field(() => WishedRoleEnum, { description: 'The part wished for.' })
  @IsIn(Object.values(WishedRoleEnum))
  readonly wishedRole: WishedRole;
}

@InputType({ description: 'Address and password.' })
export class SignInInput {
  @AddressInput({ description: 'The mail address of the account.' })
  readonly address: string;

  @SecretInput({ description: 'The password.', max: 1024 })
  readonly password: string;
}

@InputType({ description: 'The secret of a link that came by mail.' })
export class LinkCodeInput {
  @SecretInput({ description: 'What stands behind `#` in the link.', max: 200 })
  readonly code: string;
}

@InputType({ description: 'The address whose password is forgotten.' })
export class RequestPasswordResetInput {
  @AddressInput({ description: 'The mail address of the account.' })
  readonly address: string;
}

@InputType({ description: 'A new password by link.' })
export class ResetPasswordInput {
  @SecretInput({ description: 'What stands behind `#` in the link.', max: 200 })
  readonly code: string;

  @SecretInput({ description: 'The new password: 8 to 256 characters, not common, not one\'s own data.', max: 1024 })
  readonly password: string;
}
