import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { ProgrammeRole, SiteRole } from '#access/server';
import { AccountStandingEnum } from './account.enums.js';
import type { AccountStanding } from './account.entity.js';
import { ProgrammeRoleEnum, SiteRoleEnum } from './viewer.type.js';

/** A whitelist over the account entity. */
@ObjectType('OwnAccount', { description: 'One’s own account, as only its owner reads it.' })
export class OwnAccountType {
  @Field(() => ID, { description: 'Id of the account; stays the same for ever.' })
  readonly id: string;

  @Field(() => String, { description: 'The name as other members see it.' })
  readonly name: string;

  @Field(() => String, { description: 'The mail address one signs in with.' })
  readonly address: string;

  @Field(() => String, { nullable: true, description: 'A new address that waits for its confirmation; null where none does.' })
  readonly pendingAddress: string | null;

  @Field(() => AccountStandingEnum, { description: 'How far the registration has come.' })
  readonly standing: AccountStanding;

  @Field(() => [SiteRoleEnum], { description: 'Roles for the whole programme; usually none.' })
  readonly siteRoles: SiteRole[];

  @Field(() => [ProgrammeRoleEnum], { description: 'The part taken in the programme; both, one or none.' })
  readonly programmeRoles: ProgrammeRole[];

  @Field(() => String, { description: 'Language of the product and its mails: `de` or `en`.' })
  readonly locale: string;

  @Field(() => Date, { description: 'When one registered or was imported.' })
  readonly createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the contact data sheet was finished; null before.' })
  readonly sheetFinishedAt: Date | null;
}

@ObjectType('OwnSession', { description: 'One place where one is signed in: a browser on a device.' })
export class OwnSessionType {
  @Field(() => ID, { description: 'Id of the session, for `endSession`.' })
  readonly id: string;

  @Field(() => String, { description: 'Browser and system, for example "Firefox · Windows"; empty where unknown.' })
  readonly device: string;

  @Field(() => Date, { description: 'When one signed in there.' })
  readonly createdAt: Date;

  @Field(() => Date, { description: 'The last visit, to ten minutes.' })
  readonly lastSeenAt: Date;

  @Field(() => Boolean, { description: 'Whether it is the session of this request.' })
  readonly isCurrent: boolean;
}
