import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { MailChoiceEnum, NoticeCategoryEnum } from '../notice/notice.enums.js';
import type { MailChoice, NoticeCategory } from './categories.js';

@ObjectType('NoticePreference', { description: 'How one is told of one category of notices.' })
export class NoticePreferenceType {
  @Field(() => NoticeCategoryEnum, { description: 'Which notices the choice is about.' })
  readonly category: NoticeCategory;

  @Field(() => Boolean, { description: 'Whether such notices are listed and counted on the page.' })
  readonly onPage: boolean;

  @Field(() => MailChoiceEnum, { description: 'Whether and when they come by mail.' })
  readonly mail: MailChoice;

  @Field(() => Boolean, { description: 'Whether both are as they are for whoever has chosen nothing.' })
  readonly isDefault: boolean;
}

@ObjectType('QuietHours', { description: 'A span of every day in which no notices come by mail; they come when it ends. Times of Berlin.' })
export class QuietHours {
  @Field(() => Int, { description: 'When it begins, in minutes after midnight: 1320 is 22:00.' })
  readonly from: number;

  @Field(() => Int, { description: 'When it ends, in minutes after midnight; below `from` it is the next morning.' })
  readonly to: number;
}

@ObjectType('NoticePreferences', { description: 'What one wants to be told, by which channel and when.' })
export class NoticePreferencesType {
  @Field(() => [NoticePreferenceType], { description: 'Every category, in a lasting order.' })
  readonly categories: readonly NoticePreferenceType[];

  @Field(() => Int, { description: 'The hour at which summaries come, 0 to 23, in Berlin.' })
  readonly digestHour: number;

  @Field(() => Int, { description: 'The weekday of the weekly summary: 1 Monday to 7 Sunday.' })
  readonly digestWeekday: number;

  @Field(() => QuietHours, { nullable: true, description: 'When no notices come by mail; null: mail may come at any time.' })
  readonly quietHours: QuietHours | null;

  @Field(() => String, { nullable: true, description: 'The last day without mail, `2026-08-14`; what came meanwhile is in the first summary after it. Null: no pause, or one that is over.' })
  readonly pausedThrough: string | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when nothing is sent to the account’s address, because mail servers refused it again and again; a coordinator can resume it, another address ends it. Null: mail goes out.',
  })
  readonly mailStoppedAt: Date | null;
}
