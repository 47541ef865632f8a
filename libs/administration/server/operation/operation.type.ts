import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '#platform/server';

@ObjectType({ description: 'Work in the background that failed every time, e.g. a mail that no server takes.' })
export class HopelessJob {
  @Field(() => ID, { description: 'Id of the work, for `retryHopelessJob`.' })
  readonly id: string;

  @Field(() => String, { description: 'The consumer that failed, e.g. `accounts.mails`.' })
  readonly consumer: string;

  @Field(() => String, { description: 'The domain event it was about, e.g. `TipPublished`.' })
  readonly event: string;

  @Field(() => Date, { description: 'When it was given up after the last try.' })
  readonly failedAt: Date;
}

@ObjectType({ description: 'One line of the record of deliberate acts.' })
export class AuditEntry {
  @Field(() => ID, { description: 'Id of the line in the record.' })
  readonly id: string;

  @Field(() => Date, { description: 'When the act was done.' })
  readonly at: Date;

  @Field(() => String, { nullable: true, description: 'Name of who acted; null for the system and for deleted accounts.' })
  readonly actorName: string | null;

  @Field(() => Boolean, { description: 'Whether a person acted, also one who is gone; false where nobody did or nobody knows any more.' })
  readonly hasActor: boolean;

  @Field(() => String, { description: 'What happened, e.g. `spaces.entered`.' })
  readonly act: string;

  @Field(() => String, { description: 'The kind of thing it was done to, e.g. `account` or `space`.' })
  readonly subjectKind: string;

  @Field(() => String, { nullable: true, description: 'Name of the space it happened in; null where it belongs to none or the space is gone.' })
  readonly spaceName: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the account it was done to; null for other kinds of things and for deleted accounts.' })
  readonly subjectName: string | null;

  @Field(() => String, { description: 'Further facts as JSON: ids and reasons, never content.' })
  readonly details: string;
}

@ObjectType({ description: 'A page of the record, the newest line first.' })
export class AuditEntryConnection extends connectionOf(AuditEntry, 'AuditEntry') {}
