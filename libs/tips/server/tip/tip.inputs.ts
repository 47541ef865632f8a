import { ArgsType, Field, InputType, Int } from '@nestjs/graphql';
import { Allow, IsBoolean, IsOptional, Max, Min } from 'class-validator';
import type { ContentState } from '#access/server';
import { BodyInput, encodeReason, IdInput, IdsInput, LineInput, NewIdInput, NumberInput, OneOf, PageArgs } from '#platform/server';
import { TopicalArgs } from '#topics/server';
import { CheckScopeEnum, TipSortEnum, TipStateEnum, type CheckScope, type TipSort } from './tip.state.js';

/** A title longer than this is a summary. */
export const TITLE_MAX = 150;
export const SUMMARY_MAX = 500;
/** As renderMarkdown allows. */
export const BODY_MAX = 200_000;
export const TOPICS_MAX = 12;
export const CO_AUTHORS_MAX = 12;
export const NOTE_MAX = 300;

@ArgsType()
export class TipsArgs extends TopicalArgs {
  @Field(() => String, { nullable: true, description: 'Account id of an author, owner or co-author; absent: anybody’s.' })
  @Allow()
  readonly author?: string | null;

  @Field(() => TipStateEnum, { nullable: true, description: 'Published ones unless said otherwise; of each state only what the viewer may see.' })
  @IsOptional()
  @OneOf(TipStateEnum)
  readonly state?: ContentState | null;

  @Field(() => TipSortEnum, { nullable: true, description: 'Newest first unless said otherwise.' })
  @IsOptional()
  @OneOf(TipSortEnum)
  readonly sort?: TipSort | null;
}

@ArgsType()
export class TipsToCheckArgs extends PageArgs {
  @Field(() => CheckScopeEnum, { defaultValue: CheckScopeEnum.mine, description: 'Whose tips are meant; own ones unless said.' })
  @OneOf(CheckScopeEnum)
  readonly scope: CheckScope;

  @Field(() => Int, { defaultValue: 30, description: 'Tips that are overdue or become due within so many days (0–366); 0: overdue ones only.' })
  @Min(0, { message: encodeReason('outOfRange', { from: 0, to: 366 }) })
  @Max(366, { message: encodeReason('outOfRange', { from: 0, to: 366 }) })
  readonly withinDays: number;
}

/** What is written; each part may be left out to keep it as the working copy has it. */
@InputType({ isAbstract: true })
abstract class WrittenParts {
  @LineInput({ description: 'The title, best asked as a question.', max: TITLE_MAX, min: 0, nullable: true })
  readonly title?: string | null;

  @LineInput({ description: 'One or two sentences that say what the tip says.', max: SUMMARY_MAX, min: 0, nullable: true })
  readonly summary?: string | null;

  @BodyInput({ description: 'The text as Markdown; HTML in it is sanitised when it is shown.', max: BODY_MAX, min: 0, nullable: true })
  readonly body?: string | null;

  @IdsInput({ description: 'Ids of topics of the vocabulary that are still offered; all of them, not only new ones.', max: TOPICS_MAX, nullable: true })
  readonly topicIds?: readonly string[] | null;

  @IdsInput({ description: 'Co-authors, members of the space; the owner need not be among them.', max: CO_AUTHORS_MAX, nullable: true })
  readonly coAuthorIds?: readonly string[] | null;

  @LineInput({ description: 'What changed and why, for the history.', max: NOTE_MAX, min: 0, nullable: true })
  readonly note?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'A minor change (typing mistake): nobody is told, the check date stays.' })
  @IsOptional()
  @IsBoolean({ message: encodeReason('badInput') })
  readonly isMinor?: boolean | null;
}

@InputType({ description: 'What is being written, sent every few seconds.' })
export class SaveDraftInput extends WrittenParts {
  @NewIdInput('The tip: a new id for a new one, its id for one that exists.')
  readonly id: string;

  @IdInput({ description: 'The space; needed for a new tip. A draft that was never released may move to another space.', nullable: true })
  readonly spaceId?: string | null;

  @NumberInput({
    description: 'The version of the working copy this text goes on from; absent where there was none. An older one is refused with `tip.stale`.',
    from: 0,
    to: 2_000_000_000,
    nullable: true,
  })
  readonly baseVersion?: number | null;

  @NumberInput({
    description: 'For the first saving of an edit: the `revisionNumber` of the text that is being changed. An older one is refused with `tip.stale`.',
    from: 0,
    to: 2_000_000_000,
    nullable: true,
  })
  readonly baseRevision?: number | null;
}

@InputType({ description: 'What is to be released: a new tip, a draft or a change.' })
export class PublishTipInput extends WrittenParts {
  @NewIdInput('The tip: a new id for a new one, its id for one that exists.')
  readonly id: string;

  @IdInput({ description: 'Id of the space; needed for a new tip.', nullable: true })
  readonly spaceId?: string | null;

  @NumberInput({ description: 'The version of the working copy this text goes on from, where there is one.', from: 0, to: 2_000_000_000, nullable: true })
  readonly baseVersion?: number | null;

  @NumberInput({
    description: 'The `revisionNumber` this text goes on from; needed for a released tip unless `baseVersion` is given.',
    from: 0,
    to: 2_000_000_000,
    nullable: true,
  })
  readonly baseRevision?: number | null;
}

@InputType({ description: 'The tip a step is about.' })
export class TipInput {
  @IdInput({ description: 'Id of the tip; one out of sight is answered like an unknown one.' })
  readonly tipId: string;
}

@InputType({ description: 'A tip and the version of its working copy that was looked at.' })
export class TipVersionInput {
  @IdInput({ description: 'Id of the tip; one out of sight is answered like an unknown one.' })
  readonly tipId: string;

  @NumberInput({ description: 'The version of the working copy; another one is refused with `tip.stale`.', from: 0, to: 2_000_000_000 })
  readonly version: number;
}

@InputType({ description: 'A submitted tip goes back to its authors.' })
export class ReturnTipInput extends TipVersionInput {
  @BodyInput({ description: 'What is missing; the authors read it.', max: 2000 })
  readonly comment: string;
}

@InputType({ description: 'A tip to be taken out of sight, and why.' })
export class HideTipInput {
  @IdInput({ description: 'Id of the tip; one out of sight is answered like an unknown one.' })
  readonly tipId: string;

  @BodyInput({ description: 'Why; its authors and the moderators read it.', max: 1000 })
  readonly reason: string;
}

@InputType({ description: 'A hidden tip to be shown again, and what the user agreed to.' })
export class UnhideTipInput extends TipInput {
  @NumberInput({
    description: 'Needed where it goes back to the readers of its space: the `count` of `audienceWhenPublished`, 0 where that is everyone, after the user agreed. CONFLICT `tip.confirmAudience` with the present number otherwise.',
    from: 0,
    to: 10_000_000,
    nullable: true,
  })
  readonly confirmAudience?: number | null;
}

@InputType({ description: 'A tip was checked and is still right.' })
export class CheckTipInput {
  @IdInput({ description: 'Id of the tip; one out of sight is answered like an unknown one.' })
  readonly tipId: string;

  @NumberInput({ description: 'Months until the next check; as the space has set unless said.', from: 1, to: 60, nullable: true })
  readonly nextInMonths?: number | null;
}

@InputType({ description: 'A tip and the member who shall own it.' })
export class HandOverTipInput {
  @IdInput({ description: 'Id of the tip; one out of sight is answered like an unknown one.' })
  readonly tipId: string;

  @IdInput({ description: 'The account that shall own it, a member of the space.' })
  readonly ownerId: string;
}
