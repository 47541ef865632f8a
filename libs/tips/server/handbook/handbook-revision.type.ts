import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, IdInput } from '#platform/server';
import type { StoredChapter } from './handbook.type.js';

@ObjectType({ description: 'A saved state of a handbook; kept for ever.' })
export class HandbookRevision {
  @Field(() => ID, { description: 'Id of the revision, for restoring it.' })
  readonly id: string;

  @Field(() => ID, { description: 'Id of the handbook it belongs to.' })
  readonly handbookId: string;

  @Field(() => Int, { description: 'Counts from 1; the highest is what is read today. The same as the handbook\'s `version` then.' })
  readonly number: number;

  @Field(() => String, { description: 'The title the handbook had then.' })
  readonly title: string;

  readonly intro: string;

  readonly introHtml: string;

  readonly chapters: readonly StoredChapter[];

  readonly authorId: string | null;

  @Field(() => Int, { nullable: true, description: 'The earlier revision that was restored here; null where it was written anew.' })
  readonly restoredFrom: number | null;

  @Field(() => Date, { description: 'When this state was saved.' })
  readonly createdAt: Date;
}

@ObjectType({ description: 'A page of revisions of a handbook, newest first.' })
export class HandbookRevisionConnection extends connectionOf(HandbookRevision, 'HandbookRevision') {}

@InputType({ description: 'An earlier state of a handbook that shall be the newest again.' })
export class RestoreHandbookRevisionInput {
  @IdInput({ description: 'Id of the revision to restore.' })
  readonly revisionId: string;
}

@InputType({ description: 'A deleted handbook to bring back.' })
export class UndeleteHandbookInput {
  @IdInput({ description: 'Id of the handbook, from `deletedHandbooks`.' })
  readonly handbookId: string;
}
