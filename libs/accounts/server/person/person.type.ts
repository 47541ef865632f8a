import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import type { ProgrammeRole, SiteRole } from '#access/server';
import { connectionOf, LineInput, OneOf, PageArgs } from '#platform/server';
import { ProgrammeRoleEnum, SiteRoleEnum } from '../account/viewer.type.js';
import { SheetFieldType } from '../sheet/sheet.type.js';

@ObjectType('PersonEntry', { description: 'A field of somebody\'s profile that the viewer may see.' })
export class PersonEntryType {
  @Field(() => SheetFieldType, { description: 'The field of the contact data sheet.' })
  readonly field: SheetFieldType;

  @Field(() => [String], { description: 'What the person wrote; several for `multiple` and `topics`.' })
  readonly answers: readonly string[];
}

/** A whitelist: no address, no standing, nothing a member did not choose to show. */
@ObjectType('Person', { description: 'A member of the programme as other members see them.' })
export class PersonType {
  @Field(() => ID, { description: 'Id of the account; leads to /person/<id>.' })
  readonly id: string;

  @Field(() => String, { description: 'The name the person goes by.' })
  readonly name: string;

  @Field(() => [SiteRoleEnum], { description: 'Roles for the whole programme; usually none.' })
  readonly siteRoles: readonly SiteRole[];

  @Field(() => [ProgrammeRoleEnum], { description: 'The part taken in the programme; both, one or none.' })
  readonly programmeRoles: readonly ProgrammeRole[];

  @Field(() => Date, { nullable: true, description: 'Since when the person is a member of the programme; null where that is not known.' })
  readonly joinedAt: Date | null;
}

@ObjectType('SheetAudience', { description: 'How many other people see what one writes into one\'s contact data sheet, by the circle chosen for a field. Until one is approved all three are the coordination.' })
export class SheetAudienceType {
  @Field(() => Int, { description: 'With `programme`: all members of the programme.' })
  readonly programme: number;

  @Field(() => Int, { description: 'With `spaces`: who shares a space with one, and the coordination.' })
  readonly spaces: number;

  @Field(() => Int, { description: 'With `coordination`: the coordination alone.' })
  readonly coordination: number;
}

@ObjectType({ description: 'A page of members of the programme.' })
export class PersonConnection extends connectionOf(PersonType, 'Person') {}

@ArgsType()
export class PeopleArgs extends PageArgs {
  @LineInput({ description: 'Part of the name, in any case of letters; absent: everybody.', max: 120, min: 0, nullable: true })
  readonly text?: string | null;

  @Field(() => ProgrammeRoleEnum, { nullable: true, description: 'Only people with this part in the programme.' })
  @IsOptional()
  @OneOf(ProgrammeRoleEnum)
  readonly programmeRole?: ProgrammeRole | null;
}
