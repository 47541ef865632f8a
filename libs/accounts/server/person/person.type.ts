import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import type { ProgrammeRole, SiteRole } from '#access/server';
import { connectionOf, LineInput, PageArgs } from '#platform/server';
import { ProgrammeRoleEnum, SiteRoleEnum } from '../account/viewer.type.js';
import { SheetFieldType } from '../sheet/sheet.type.js';

@ObjectType('PersonEntry', { description: 'A field of somebody\'s profile that the viewer may see.' })
export class PersonEntryType {
  @Field(() => SheetFieldType, { description: 'The field.' })
  readonly field: SheetFieldType;

  @Field(() => [String], { description: 'What the person wrote.' })
  readonly answers: readonly string[];
}

/** A whitelist: no address, no standing, nothing a member did not choose to show. */
@ObjectType('Person', { description: 'A member of the programme as other members see them.' })
export class PersonType {
  @Field(() => ID, { description: 'Id of the account.' })
  readonly id: string;

  @Field(() => String, { description: 'The name.' })
  readonly name: string;

  @Field(() => [SiteRoleEnum], { description: 'Roles for the whole programme.' })
  readonly siteRoles: readonly SiteRole[];

  @Field(() => [ProgrammeRoleEnum], { description: 'The part taken in the programme.' })
  readonly programmeRoles: readonly ProgrammeRole[];

  @Field(() => Date, { nullable: true, description: 'Member since.' })
  readonly joinedAt: Date | null;
}

@ObjectType({ description: 'A page of people.' })
export class PersonConnection extends connectionOf(PersonType, 'Person') {}

@ArgsType()
export class PeopleArgs extends PageArgs {
  @LineInput({ description: 'Part of the name.', max: 120, min: 0, nullable: true })
  readonly text?: string | null;

  @Field(() => ProgrammeRoleEnum, { nullable: true, description: 'Only people with this part in the programme.' })
  @IsOptional()
  @IsIn(Object.values(ProgrammeRoleEnum))
  readonly programmeRole?: ProgrammeRole | null;
}
