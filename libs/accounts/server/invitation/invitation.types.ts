import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsArray, IsIn } from 'class-validator';
import type { ProgrammeRole } from '#access/server';
import { IdInput, IdsInput, LineInput, NewIdInput, NumberInput } from '#platform/server';
import { ProgrammeRoleEnum } from '../account/viewer.type.js';

@ObjectType('ProgrammeInvitation', { description: 'An invitation link that skips the queue.' })
export class InvitationType {
  @Field(() => ID, { description: 'Id of the invitation.' })
  readonly id: string;

  @Field(() => String, { description: 'For whom or what, for coordinators alone.' })
  readonly note: string;

  @Field(() => [ProgrammeRoleEnum], { description: 'The part people get.' })
  readonly programmeRoles: readonly ProgrammeRole[];

  @Field(() => [ID], { description: 'The spaces people get into.' })
  readonly spaceIds: readonly string[];

  @Field(() => Date, { description: 'When it ends.' })
  readonly expiresAt: Date;

  @Field(() => Int, { description: 'How many people may come.' })
  readonly maxUses: number;

  @Field(() => Int, { description: 'How many have come.' })
  readonly uses: number;

  @Field(() => Date, { nullable: true, description: 'When it was revoked.' })
  readonly revokedAt: Date | null;

  @Field(() => Date, { description: 'When it was made.' })
  readonly createdAt: Date;

  @Field(() => Boolean, { description: 'Whether somebody can still come by it.' })
  readonly isGood: boolean;
}

@ObjectType('NewInvitation', { description: 'An invitation that was just made.' })
export class NewInvitationType {
  @Field(() => InvitationType, { description: 'The invitation.' })
  readonly invitation: InvitationType;

  @Field(() => String, { nullable: true, description: 'The link, shown this once: only its hash is kept. Null where the same input was sent before.' })
  readonly link: string | null;
}

@ObjectType('AllowedDomain', { description: 'A domain whose addresses skip the queue.' })
export class AllowedDomainType {
  @Field(() => String, { description: 'What stands behind the @.' })
  readonly domain: string;

  @Field(() => [ProgrammeRoleEnum], { description: 'The part people get.' })
  readonly programmeRoles: readonly ProgrammeRole[];

  @Field(() => [ID], { description: 'The spaces people get into.' })
  readonly spaceIds: readonly string[];

  @Field(() => Date, { description: 'Since when.' })
  readonly createdAt: Date;
}

@InputType({ description: 'A new invitation link.' })
export class CreateInvitationInput {
  @NewIdInput('Id of the invitation.')
  readonly id: string;

  @LineInput({ description: 'For whom or what, for coordinators alone.', max: 200 })
  readonly note: string;

  @Field(() => [ProgrammeRoleEnum], { description: 'The part people get; none is possible.' })
  @IsArray()
  @IsIn(Object.values(ProgrammeRoleEnum), { each: true })
  readonly programmeRoles: ProgrammeRole[];

  @IdsInput({ description: 'The spaces people get into.', max: 50 })
  readonly spaceIds: string[];

  @NumberInput({ description: 'How many days it is good.', from: 1, to: 365 })
  readonly days: number;

  @NumberInput({ description: 'How many people may come.', from: 1, to: 1000 })
  readonly maxUses: number;
}

@InputType({ description: 'An invitation to revoke.' })
export class RevokeInvitationInput {
  @IdInput({ description: 'Id of the invitation.' })
  readonly id: string;
}

@InputType({ description: 'A domain whose addresses skip the queue.' })
export class AllowDomainInput {
  @LineInput({ description: 'What stands behind the @, for example `stadt.example`.', max: 253 })
  readonly domain: string;

  @Field(() => [ProgrammeRoleEnum], { description: 'The part people get; none is possible.' })
  @IsArray()
  @IsIn(Object.values(ProgrammeRoleEnum), { each: true })
  readonly programmeRoles: ProgrammeRole[];

  @IdsInput({ description: 'The spaces people get into.', max: 50 })
  readonly spaceIds: string[];
}

@InputType({ description: 'A domain to take off the list.' })
export class ForbidDomainInput {
  @LineInput({ description: 'What stands behind the @.', max: 253 })
  readonly domain: string;
}
