import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsArray, IsIn } from 'class-validator';
import type { ProgrammeRole } from '#access/server';
import { IdInput, IdsInput, LineInput, NewIdInput, NumberInput } from '#platform/server';
import { ProgrammeRoleEnum } from '../account/viewer.type.js';

@ObjectType('ProgrammeInvitation', { description: 'An invitation link that skips the queue.' })
export class InvitationType {
  @Field(() => ID, { description: 'Id of the invitation, for revoking it.' })
  readonly id: string;

  @Field(() => String, { description: 'For whom or what, for coordinators alone.' })
  readonly note: string;

  @Field(() => [ProgrammeRoleEnum], { description: 'The part in the programme that people get by it.' })
  readonly programmeRoles: readonly ProgrammeRole[];

  @Field(() => [ID], { description: 'Ids of the spaces that people become members of by it.' })
  readonly spaceIds: readonly string[];

  @Field(() => Date, { description: 'When the link ends by itself.' })
  readonly expiresAt: Date;

  @Field(() => Int, { description: 'How many people may come by it in all.' })
  readonly maxUses: number;

  @Field(() => Int, { description: 'How many people have come by it so far.' })
  readonly uses: number;

  @Field(() => Date, { nullable: true, description: 'When it was revoked; null where it was not.' })
  readonly revokedAt: Date | null;

  @Field(() => Date, { description: 'When the invitation was made.' })
  readonly createdAt: Date;

  @Field(() => Boolean, { description: 'Whether somebody can still come by it.' })
  readonly isGood: boolean;
}

@ObjectType('NewInvitation', { description: 'An invitation that was just made.' })
export class NewInvitationType {
  @Field(() => InvitationType, { description: 'The invitation as lists show it.' })
  readonly invitation: InvitationType;

  @Field(() => String, { nullable: true, description: 'The link, shown this once: only its hash is kept. Null where the same input was sent before.' })
  readonly link: string | null;
}

@ObjectType('AllowedDomain', { description: 'A domain whose addresses skip the queue.' })
export class AllowedDomainType {
  @Field(() => String, { description: 'The domain: what stands behind the @ of an address.' })
  readonly domain: string;

  @Field(() => [ProgrammeRoleEnum], { description: 'The part in the programme that its people get.' })
  readonly programmeRoles: readonly ProgrammeRole[];

  @Field(() => [ID], { description: 'Ids of the spaces that its people become members of.' })
  readonly spaceIds: readonly string[];

  @Field(() => Date, { description: 'Since when it is on the list.' })
  readonly createdAt: Date;
}

@InputType({ description: 'A new invitation link to the programme.' })
export class CreateInvitationInput {
  @NewIdInput('Id the invitation will have.')
  readonly id: string;

  @LineInput({ description: 'For whom or what, for coordinators alone.', max: 200 })
  readonly note: string;

  @Field(() => [ProgrammeRoleEnum], { description: 'The part in the programme that people get; none is possible.' })
  @IsArray()
  @IsIn(Object.values(ProgrammeRoleEnum), { each: true })
  readonly programmeRoles: ProgrammeRole[];

  @IdsInput({ description: 'Ids of spaces that people become members of by it.', max: 50 })
  readonly spaceIds: string[];

  @NumberInput({ description: 'For how many days the link is good.', from: 1, to: 365 })
  readonly days: number;

  @NumberInput({ description: 'How many people may come by it.', from: 1, to: 1000 })
  readonly maxUses: number;
}

@InputType({ description: 'An invitation link to be ended.' })
export class RevokeInvitationInput {
  @IdInput({ description: 'Id of the invitation, from `programmeInvitations`.' })
  readonly id: string;
}

@InputType({ description: 'A domain whose addresses skip the queue.' })
export class AllowDomainInput {
  @LineInput({ description: 'What stands behind the @, for example `stadt.example`.', max: 253 })
  readonly domain: string;

  @Field(() => [ProgrammeRoleEnum], { description: 'The part in the programme that people get; none is possible.' })
  @IsArray()
  @IsIn(Object.values(ProgrammeRoleEnum), { each: true })
  readonly programmeRoles: ProgrammeRole[];

  @IdsInput({ description: 'Ids of spaces that people become members of.', max: 50 })
  readonly spaceIds: string[];
}

@InputType({ description: 'A domain to take off the list.' })
export class ForbidDomainInput {
  @LineInput({ description: 'The domain as `allowedDomains` shows it.', max: 253 })
  readonly domain: string;
}
