import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IdInput, LineInput, NewIdInput, NumberInput, OneOf, SecretInput } from '#platform/server';
import type { SpaceRole } from '../space/space.entity.js';
import { SpaceRoleEnum } from '../space/space.enums.js';

@ObjectType('SpaceInvitation', { description: 'A link that lets in whoever opens it and is a member of the programme. For moderators.' })
export class SpaceInvitation {
  @Field(() => ID, { description: 'Id of the link, for revoking it.' })
  readonly id: string;

  @Field(() => String, { description: 'What its maker called it; may be empty.' })
  readonly label: string;

  @Field(() => SpaceRoleEnum, { description: 'The role it gives to who comes in by it.' })
  readonly role: SpaceRole;

  @Field(() => Int, { description: 'How many people came in by it.' })
  readonly uses: number;

  @Field(() => Int, { nullable: true, description: 'How many may come in by it; null: any number.' })
  readonly maxUses: number | null;

  @Field(() => GraphQLISODateTime, { description: 'Until when the link works.' })
  readonly expiresAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when it is revoked; null while it is not.' })
  readonly revokedAt: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When the link was made.' })
  readonly createdAt: Date;

  @Field(() => String, { nullable: true, description: 'The secret of the link, once, in the answer to its making: /raum-einladung#<token>. Null ever after.' })
  readonly token: string | null;
}

@ObjectType('SpaceInvitee', { description: 'Somebody asked in by name who has not answered yet. For moderators.' })
export class SpaceInvitee {
  @Field(() => ID, { description: 'Id of the account that was asked in.' })
  readonly accountId: string;

  @Field(() => String, { description: 'The name of who was asked in.' })
  readonly name: string;

  @Field(() => SpaceRoleEnum, { description: 'The role they would have in the space.' })
  readonly role: SpaceRole;

  @Field(() => GraphQLISODateTime, { description: 'When they were asked in first.' })
  readonly invitedAt: Date;
}

@ObjectType('SpaceInvitationOffer', { description: 'What an invitation link offers: the space by name, none of its members.' })
export class SpaceInvitationOffer {
  @Field(() => String, { description: 'The name of the space the link leads into.' })
  readonly spaceName: string;

  @Field(() => String, { description: 'What the space is for; may be empty.' })
  readonly description: string;

  @Field(() => SpaceRoleEnum, { description: 'The role one would have in the space.' })
  readonly role: SpaceRole;

  @Field(() => GraphQLISODateTime, { description: 'Until when the link works.' })
  readonly expiresAt: Date;
}

@InputType({ description: 'A new invitation link for a space.' })
export class CreateSpaceInvitationInput {
  @NewIdInput('The id the invitation will have.')
  readonly id: string;

  @IdInput({ description: 'Id of the space the link lets into.' })
  readonly spaceId: string;

  @LineInput({ description: 'A note to oneself what it is for.', max: 80, min: 0 })
  readonly label: string;

  @Field(() => SpaceRoleEnum, { description: 'The role it gives. Moderators are asked in by name only.' })
  @OneOf(['member', 'author'])
  readonly role: SpaceRole;

  @NumberInput({ description: 'For how many days the link works.', from: 1, to: 180 })
  readonly days: number;

  @NumberInput({ description: 'How many may come in by it; absent: any number.', from: 1, to: 1000, nullable: true })
  readonly maxUses?: number | null;
}

@InputType({ description: 'The invitation link a step is about.' })
export class SpaceInvitationIdInput {
  @IdInput({ description: 'Id of the link, from `Space.invitationLinks`.' })
  readonly invitationId: string;
}

@InputType({ description: 'The secret of an invitation link.' })
export class SpaceInvitationTokenInput {
  @SecretInput({ description: 'The secret: what stands behind # in the link.', max: 100 })
  readonly token: string;
}

@InputType({ description: 'Somebody to be asked into a space by name.' })
export class InviteToSpaceInput {
  @IdInput({ description: 'Id of the space they are asked into.' })
  readonly spaceId: string;

  @IdInput({ description: 'Id of the account of an approved member of the programme.' })
  readonly accountId: string;

  @Field(() => SpaceRoleEnum, { description: 'The role they will have once they accept.' })
  @OneOf(SpaceRoleEnum)
  readonly role: SpaceRole;
}
