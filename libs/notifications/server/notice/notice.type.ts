import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '#platform/server';
import type { NoticeCategory } from '../preference/categories.js';
import { NoticeCategoryEnum, NoticeReasonEnum } from './notice.enums.js';
import type { NoticeReason } from './notice.registry.js';

@ObjectType('Notice', { description: 'Tells one person of one happening. What it is about is looked up when it is shown; out of sight it is gone.' })
export class NoticeType {
  @Field(() => ID, { description: 'Names it in `readNotices` and `notice`.' })
  readonly id: string;

  @Field(() => String, { description: 'What happened, as `domain.happening`; for an icon. Expect kinds you do not know.' })
  readonly kind: string;

  @Field(() => NoticeCategoryEnum, { description: 'Where one chooses about notices of this kind.' })
  readonly category: NoticeCategory;

  @Field(() => NoticeReasonEnum, { description: 'What connects you with it; `reasonText` says it as a sentence.' })
  readonly reason: NoticeReason;

  @Field(() => GraphQLISODateTime, { description: 'The moment of the happening, not of reading it.' })
  readonly createdAt: Date;
}

@ObjectType('NoticeGroup', { description: 'Notices about one thing (a thread, a tip, a space), together.' })
export class NoticeGroupType {
  @Field(() => String, { description: 'What kind of thing: `thread`, `tip`, `space`. With `groupId` it names the group in `readNotices`.' })
  readonly groupKind: string;

  @Field(() => ID, { description: 'Id of the thing the notices are about.' })
  readonly groupId: string;

  @Field(() => GraphQLISODateTime, { description: 'When the newest of them happened.' })
  readonly newestAt: Date;
}

@ObjectType('NoticeGroupConnection', { description: 'Groups of notices, the one with the newest notice first.' })
export class NoticeGroupConnection extends connectionOf(NoticeGroupType, 'NoticeGroup') {}

@ObjectType('UnreadNotices', { description: 'What is left to read.' })
export class UnreadNotices {
  @Field(() => Int, { description: 'How many groups hold something unread; 99 stands for 99 or more.' })
  readonly count: number;
}
