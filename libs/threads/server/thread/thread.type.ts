import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ContentState } from '#access/server';

export const ThreadStateEnum = { draft: 'draft', review: 'review', published: 'published', retired: 'retired', hidden: 'hidden' } as const;
registerEnumType(ThreadStateEnum, {
  name: 'ThreadState',
  description: 'Where the subject of a thread stands; the thread goes with it.',
  valuesMap: {
    draft: { description: 'Being written; its authors alone see it.' },
    review: { description: 'Waits for a moderator; its authors and the moderators see it.' },
    published: { description: 'Whoever may read the space sees it.' },
    retired: { description: 'No longer advised; readable, but nobody replies.' },
    hidden: { description: 'Taken out of sight by moderation; its authors and the moderators see it.' },
  },
});

@ObjectType({ description: 'What a thread hangs under, as the viewer sees it.' })
export class ThreadSubjectInfo {
  @Field(() => String, { description: 'Kind of content: `discussion`, `tip`.' })
  readonly kind: string;

  @Field(() => ID, { description: 'Id of the thing itself.' })
  readonly id: string;

  @Field(() => String, { description: 'Its title; plain text.' })
  readonly title: string;

  @Field(() => String, { description: 'Own path of its page.' })
  readonly path: string;
}

@ObjectType({ description: 'A place in a thread with its date, for a bar beside it.' })
export class ThreadMark {
  @Field(() => Int, { description: 'Where to jump to, for `posts(from)`.' })
  readonly position: number;

  @Field(() => Date, { description: 'When that post was written.' })
  readonly at: Date;
}

@ObjectType({ description: 'Somebody who can be mentioned: an account that may read the place where one writes.' })
export class MentionablePerson {
  @Field(() => ID, { description: 'Id of the account; write `[@Name](/person/<id>)`.' })
  readonly accountId: string;

  @Field(() => String, { description: 'The name as the person gave it.' })
  readonly name: string;

  @Field(() => String, { nullable: true, description: 'A few words that tell people of one name apart: municipality, organisation or function, the first of them that the viewer may see; else null.' })
  readonly note: string | null;
}

/** A whitelist over {@link ThreadRow}; what is not listed here cannot leak. */
@ObjectType({ description: 'A row of posts under a discussion, a tip or whatever else bears one. Read by position.' })
export class Thread {
  @Field(() => ID, { description: 'Id of the thread; stays the same for ever.' })
  readonly id: string;

  @Field(() => ID, { description: 'Id of the space it lies in, that of its subject.' })
  readonly spaceId: string;

  readonly authorIds: readonly string[];

  @Field(() => ThreadStateEnum, { description: 'Where its subject stands.' })
  readonly state: ContentState;

  @Field(() => String, { description: 'Kind of what it hangs under: `discussion`, `tip`.' })
  readonly subjectKind: string;

  @Field(() => ID, { description: 'Id of what it hangs under.' })
  readonly subjectId: string;

  @Field(() => Int, { description: 'Posts that everybody who reads it may read; deleted and hidden ones do not count.' })
  readonly postCount: number;

  @Field(() => Int, { description: 'The highest position ever given; 0 where nothing was written yet.' })
  readonly lastPosition: number;

  @Field(() => Date, { nullable: true, description: 'When its last post was written; null where there is none.' })
  readonly lastPostAt: Date | null;

  @Field(() => Int, { description: 'Up to where the viewer has read; 0 before the first visit and for guests.' })
  readonly lastReadPosition: number;

  @Field(() => Int, { description: 'Posts of others beyond `lastReadPosition`, exact; 0 for guests.' })
  readonly unreadCount: number;

  @Field(() => Int, { nullable: true, description: 'The first position the viewer has not read; null where all is read and for guests.' })
  readonly firstUnreadPosition: number | null;

  @Field(() => Boolean, { description: 'Whether it is closed: only moderators still write.' })
  readonly isClosed: boolean;

  @Field(() => Int, { description: 'Seconds one waits between two own posts; 0: not at all.' })
  readonly slowModeSeconds: number;
}
