import { Field, InputType } from '@nestjs/graphql';
import { IsBoolean, IsOptional } from 'class-validator';
import { AddressInput, LineInput, OneOf, SecretInput } from '#platform/server';
import { WishedRoleEnum } from './account.enums.js';
import type { WishedRole } from './accounts.js';

@InputType({ description: 'Name and language of one\'s own account.' })
export class UpdateAccountInput {
  @LineInput({ description: 'The name others will see.', max: 120 })
  readonly name: string;

  @Field(() => String, { description: 'Language of the product and its mails: `de` or `en`.' })
  @OneOf(['de', 'en'])
  readonly locale: 'de' | 'en';
}

@InputType({ description: 'Another mail address, and the password as proof.' })
export class ChangeAddressInput {
  @AddressInput({ description: 'The new address; it counts once it is confirmed by the link sent there.' })
  readonly address: string;

  @SecretInput({ description: 'The password in use, as proof that it is oneself.', max: 1024 })
  readonly currentPassword: string;
}

@InputType({ description: 'Another password, and the present one as proof.' })
export class ChangePasswordInput {
  @SecretInput({ description: 'The password in use, as proof that it is oneself.', max: 1024 })
  readonly currentPassword: string;

  @SecretInput({ description: 'The new password: 8 to 256 characters, not common, not one\'s own data.', max: 1024 })
  readonly newPassword: string;
}

@InputType({ description: 'The wish for another part in the programme.' })
export class RequestRoleInput {
  @Field(() => WishedRoleEnum, { description: 'The part one would like to have from now on.' })
  @OneOf(WishedRoleEnum)
  readonly wishedRole: WishedRole;
}

@InputType({ description: 'The address and password one signs in with.' })
export class SignInInput {
  @AddressInput({ description: 'The mail address of the account.' })
  readonly address: string;

  @SecretInput({ description: 'The password as typed; nothing is trimmed.', max: 1024 })
  readonly password: string;

  @Field(() => Boolean, { nullable: true, description: 'True takes the deletion of the account back, where one is under way; else of no effect.' })
  @IsOptional()
  @IsBoolean()
  readonly keepsAccount?: boolean | null;
}

@InputType({ description: 'The secret of a link that came by mail.' })
export class LinkCodeInput {
  @SecretInput({ description: 'The secret: what stands behind `#` in the link of the mail.', max: 200 })
  readonly code: string;
}

@InputType({ description: 'The address whose password is forgotten.' })
export class RequestPasswordResetInput {
  @AddressInput({ description: 'The mail address of the account; any address is taken.' })
  readonly address: string;
}

@InputType({ description: 'A new password, with the link that was mailed.' })
export class ResetPasswordInput {
  @SecretInput({ description: 'The secret: what stands behind `#` in the link of the mail.', max: 200 })
  readonly code: string;

  @SecretInput({ description: 'The new password: 8 to 256 characters, not common, not one\'s own data.', max: 1024 })
  readonly password: string;
}
