import { Field, InputType } from '@nestjs/graphql';
import { Allow, IsOptional, ValidateBy } from 'class-validator';
import { encodeReason, NumberInput } from '#platform/server';
import { MailChoiceEnum, NoticeCategoryEnum } from '../notice/notice.enums.js';
import type { MailChoice, NoticeCategory } from './categories.js';

@InputType({ description: 'How one wants to be told of a category; what is left out stays.' })
export class SetNoticePreferenceInput {
  @Field(() => NoticeCategoryEnum, { description: 'Which notices the choice is about.' })
  @Allow()
  readonly category: NoticeCategory;

  @Field(() => Boolean, { nullable: true, description: 'Whether such notices are listed and counted on the page.' })
  @IsOptional()
  @Allow()
  readonly onPage?: boolean | null;

  @Field(() => MailChoiceEnum, { nullable: true, description: 'Whether and when they come by mail.' })
  @IsOptional()
  @Allow()
  readonly mail?: MailChoice | null;
}

@InputType({ description: 'When summaries come, in Berlin.' })
export class SetDigestTimeInput {
  @NumberInput({ description: 'The hour at which both summaries come', from: 0, to: 23 })
  readonly hour: number;

  @NumberInput({ description: 'The weekday of the weekly one: 1 Monday to 7 Sunday; absent: as it is.', from: 1, to: 7, nullable: true })
  readonly weekday?: number | null;
}

@InputType({ description: 'Quiet hours in Berlin; without both none.' })
export class SetQuietHoursInput {
  @NumberInput({ description: 'The beginning, in minutes after midnight.', from: 0, to: 1439, nullable: true })
  readonly from?: number | null;

  @NumberInput({ description: 'The end, in minutes after midnight; below `from` it is the next morning.', from: 0, to: 1439, nullable: true })
  readonly to?: number | null;
}

@InputType({ description: 'A time without mail.' })
export class SetHolidayPauseInput {
  @Field(() => String, { nullable: true, description: 'Its last day, `2026-08-14`, at most a year ahead; absent: the pause ends now.' })
  @IsOptional()
  @ValidateBy({
    name: 'day',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value),
      defaultMessage: () => encodeReason('badDate'),
    },
  })
  readonly through?: string | null;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
