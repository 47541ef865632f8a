import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ContentState } from '#access/server';
import { connectionOf } from '#platform/server';
import { DiscussionKindEnum, DiscussionStateEnum, type DiscussionKind } from './discussion.state.js';

@ObjectType({ description: 'A person beside a discussion: who opened it, wrote last, accepted an answer or voted.' })
export class DiscussionWriter {
  @Field(() => ID, { description: 'Id of the account; `person` tells more to members of the programme.' })
  readonly accountId: string;

  @Field(() => String, { nullable: true, description: 'The name; null where the account was deleted.' })
  readonly name: string | null;
}

/** A whitelist over `DiscussionRow`; what is not listed here cannot leak. */
@ObjectType({ description: 'A question or an exchange in one space; what is written in it hangs on its `thread`.' })
export class Discussion {
  @Field(() => ID, { description: 'Id of the discussion, also that of its thread; stays the same for ever.' })
  readonly id: string;

  @Field(() => ID, { description: 'Id of the space it lies in now.' })
  readonly spaceId: string;

  readonly authorIds: readonly string[];

  @Field(() => DiscussionStateEnum, { description: 'Whether readers see it.' })
  readonly state: ContentState;

  @Field(() => String, {
    description: 'Part of its address `/d/<slug>`. Earlier addresses, those of discussions that were merged into it and the id lead here too: where this differs from what was asked, redirect.',
  })
  readonly slug: string;

  @Field(() => String, { description: 'What it is about, in one line of plain text.' })
  readonly title: string;

  @Field(() => DiscussionKindEnum, { description: 'Whether it wants an answer or collects experiences.' })
  readonly kind: DiscussionKind;

  @Field(() => Int, { description: 'Rises with every change of title, kind and topics; send it along as `baseVersion`.' })
  readonly version: number;

  @Field(() => String, { description: 'The beginning of the first post, plain text of at most 240 characters.' })
  readonly excerpt: string;

  @Field(() => Int, { description: 'How many posts follow the first one; without deleted, held and hidden ones.' })
  readonly replyCount: number;

  @Field(() => Int, { description: 'The highest position of its thread, where `/d/<slug>/<position>` ends.' })
  readonly lastPosition: number;

  @Field(() => Date, { description: 'When it was opened; of an unanswered question this tells how long it waits.' })
  readonly createdAt: Date;

  @Field(() => Date, { description: 'When the last post was written, at first its opening.' })
  readonly lastActivityAt: Date;

  readonly lastPostById: string | null;

  @Field(() => Date, { nullable: true, description: 'When its first answer was accepted; null while it is not solved.' })
  readonly solvedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When somebody else than the asker replied first; null before. Of an unanswered question `createdAt` tells its age.' })
  readonly answeredAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when it stands above the others of its space; null where it does not.' })
  readonly pinnedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when nobody but moderators can reply; null where all members can.' })
  readonly closedAt: Date | null;

  @Field(() => String, { description: 'Why it was closed, plain text; empty where nobody said.' })
  readonly closedReason: string;

  @Field(() => Int, { description: 'Seconds everybody but moderators waits between two replies of their own; 0 where nobody waits.' })
  readonly slowModeSeconds: number;
}

@ObjectType({ description: 'A page of discussions; what the viewer may not see is neither in it nor counted.' })
export class DiscussionConnection extends connectionOf(Discussion, 'Discussion') {}
