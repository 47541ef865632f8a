import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { BodyInput, connectionOf, encodeReason, IdInput, OneOf } from '#platform/server';
import { CaseDecisionEnum, GateReasonEnum, ModerationActEnum, ReportReasonEnum, type CaseDecision, type ModerationActName, type ReportReason } from './case.enums.js';

@ObjectType('ModeratedItem', { description: 'An item as whoever handles its case sees it.' })
export class ModeratedItemType {
  @Field(() => ID, { description: 'Id of the tip, post or discussion.' })
  readonly id: string;

  @Field(() => String, { description: 'What it is called; of a post the title of what it hangs under.' })
  readonly title: string;

  @Field(() => String, { description: 'Own path that leads to it.' })
  readonly path: string;

  @Field(() => String, { description: 'The whole text as safe HTML.' })
  readonly html: string;

  @Field(() => String, { description: 'Differs as soon as title or text does; goes into `DecideCaseInput.itemVersion`, so that nothing is published that nobody has read.' })
  readonly version: string;

  @Field(() => Boolean, { description: 'Whether its readers see it now; false while it is held or hidden.' })
  readonly isShown: boolean;

  @Field(() => GraphQLISODateTime, { description: 'The moment its present text was written.' })
  readonly writtenAt: Date;

  @Field(() => String, { nullable: true, description: 'Title of what it hangs under; null where it stands for itself.' })
  readonly contextTitle: string | null;

  @Field(() => String, { nullable: true, description: 'Own path of what it hangs under; null where it stands for itself.' })
  readonly contextPath: string | null;
}

@ObjectType('ItemSurrounding', { description: 'What stands right before or after an item.' })
export class ItemSurrounding {
  @Field(() => ID, { description: 'Id of the neighbour.' })
  readonly id: string;

  @Field(() => String, { description: 'Its text as safe HTML.' })
  readonly html: string;

  @Field(() => Boolean, { description: 'True before the item, false after it.' })
  readonly isBefore: boolean;

  @Field(() => GraphQLISODateTime, { description: 'The moment its present text was written.' })
  readonly writtenAt: Date;

  readonly authorId: string | null;
}

@ObjectType('GateNote', { description: 'Why the gate stopped at an item.' })
export class GateNoteType {
  @Field(() => GateReasonEnum, { description: 'The rule that stopped it.' })
  readonly reason: keyof typeof GateReasonEnum;

  @Field(() => String, { nullable: true, description: 'The line of the list of watched words; null for other rules.' })
  readonly word: string | null;

  @Field(() => String, { nullable: true, description: 'What stands before the word in the text; null where the word is not in it any more.' })
  readonly before: string | null;

  @Field(() => String, { nullable: true, description: 'The word as it stands in the text.' })
  readonly match: string | null;

  @Field(() => String, { nullable: true, description: 'What stands after the word in the text.' })
  readonly after: string | null;
}

@ObjectType('ItemReport', { description: 'One report, for whoever handles the case. The author never learns who made it.' })
export class ItemReport {
  @Field(() => ID, { description: 'Id of this one report within its case.' })
  readonly id: string;

  @Field(() => ReportReasonEnum, { description: 'What is said to be wrong.' })
  readonly reason: ReportReason;

  @Field(() => String, { description: 'What was said about it; may be empty.' })
  readonly words: string;

  @Field(() => Boolean, { description: 'Whether it came without an account; the address is told to nobody.' })
  readonly isGuest: boolean;

  @Field(() => String, { nullable: true, description: 'The name a guest gave, unproven; null for members.' })
  readonly guestName: string | null;

  @Field(() => GraphQLISODateTime, { description: 'The moment it reached the moderation.' })
  readonly createdAt: Date;

  readonly reporterId: string | null;
}

@ObjectType('ModerationAct', { description: 'A line of the full record, for moderators.' })
export class ModerationActType {
  @Field(() => ID, { description: 'Id of this line, stable for paging.' })
  readonly id: string;

  @Field(() => ModerationActEnum, { description: 'The kind of step that was taken.' })
  readonly act: ModerationActName;

  @Field(() => ReportReasonEnum, { nullable: true, description: 'The category it was done for; null where there is none.' })
  readonly reason: ReportReason | null;

  @Field(() => String, { description: 'Words of whoever did it; may be empty.' })
  readonly note: string;

  @Field(() => GraphQLISODateTime, { description: 'The moment of the step.' })
  readonly at: Date;

  @Field(() => ID, { nullable: true, description: 'The case it belongs to; null for measures and settings.' })
  readonly caseId: string | null;

  readonly actorId: string | null;
}

@ObjectType('AuthorHistory', { description: 'What the moderation of the space has had to do with an author before; nothing of other spaces.' })
export class AuthorHistoryType {
  @Field(() => Int, { description: 'Items that passed the gate or were released since counting began.' })
  readonly passed: number;

  @Field(() => Int, { description: 'Earlier cases in which the item stayed.' })
  readonly kept: number;

  @Field(() => Int, { description: 'Earlier cases in which the item was hidden or rejected and stayed so.' })
  readonly removed: number;

  @Field(() => Int, { description: 'Measures against the person in this space, running or ended.' })
  readonly measures: number;
}

@ObjectType('CaseObjection', { description: 'What an author says against a decision, and what became of it.' })
export class CaseObjection {
  @Field(() => String, { description: 'What speaks against the decision, as the author put it.' })
  readonly words: string;

  @Field(() => GraphQLISODateTime, { description: 'The moment it reached the moderation.' })
  readonly createdAt: Date;

  @Field(() => Boolean, { nullable: true, description: 'Whether the author was right; null until somebody has decided.' })
  readonly isGranted: boolean | null;

  @Field(() => String, { description: 'The reason of that decision; may be empty.' })
  readonly note: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was decided; null while it waits.' })
  readonly decidedAt: Date | null;

  readonly decidedById: string | null;
}

@ObjectType('ModerationCase', { description: 'All that is said about one item until somebody has decided: reports, the gate’s notes, objection. For whoever handles it.' })
export class ModerationCaseType {
  @Field(() => ID, { description: 'Id of the case; leads to /moderation?fall=<id>.' })
  readonly id: string;

  @Field(() => String, { description: 'Kind of the item: `tip`, `post`, `discussion`, `poll`.' })
  readonly itemKind: string;

  @Field(() => Boolean, { description: 'Whether the gate keeps the item from sight until somebody decides.' })
  readonly isHeld: boolean;

  @Field(() => Boolean, { description: 'Whether somebody has to decide: it is open, or an objection is.' })
  readonly isWaiting: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When the first report or the gate opened it.' })
  readonly openedAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'Since when it waits: for an objection since that was made.' })
  readonly waitingSince: Date;

  @Field(() => Int, { description: 'How many reports it holds.' })
  readonly reportCount: number;

  @Field(() => CaseDecisionEnum, { nullable: true, description: 'What was decided last; null while it is open.' })
  readonly decision: CaseDecision | null;

  @Field(() => ReportReasonEnum, { nullable: true, description: 'The category of the reason; null where none was needed.' })
  readonly decisionReason: ReportReason | null;

  @Field(() => String, { description: 'What the author was told; may be empty.' })
  readonly decisionNote: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was decided; null while it is open.' })
  readonly decidedAt: Date | null;

  @Field(() => CaseObjection, { nullable: true, description: 'The author’s objection; null where there is none.' })
  readonly objection: CaseObjection | null;
}

@ObjectType({ description: 'A page of cases with the length of the whole list.' })
export class ModerationCaseConnection extends connectionOf(ModerationCaseType, 'ModerationCase') {
  @Field(() => Int, { description: 'How many the whole list has for this viewer.' })
  readonly totalCount: number;
}

@ObjectType('SpaceWithoutModerator', { description: 'A space in which something waits that no moderator of it may decide: the coordination enters it and does.' })
export class SpaceWithoutModerator {
  @Field(() => ID, { description: 'Id of the space, for `enterSpace`.' })
  readonly spaceId: string;

  @Field(() => String, { description: 'Its name, known to coordinators.' })
  readonly spaceName: string;

  @Field(() => Int, { description: 'How many cases wait there.' })
  readonly count: number;

  @Field(() => GraphQLISODateTime, { description: 'Since when the oldest of them waits.' })
  readonly since: Date;
}

const NOTE_MAX = 2000;

@InputType({ description: 'One decision about a case.' })
export class DecideCaseInput {
  @IdInput({ description: 'Id of the case, from `moderationCases`.' })
  readonly caseId: string;

  @Field(() => CaseDecisionEnum, { description: 'One of `ModerationCase.viewerDecisions`.' })
  @OneOf(CaseDecisionEnum)
  readonly decision: CaseDecision;

  @Field(() => ReportReasonEnum, { nullable: true, description: 'The category of the reason; `hide` and `reject` need one.' })
  @IsOptional()
  @OneOf(ReportReasonEnum)
  readonly reason?: ReportReason | null;

  @BodyInput({ description: 'Why, in words that the author reads; `hide` and `reject` need some.', max: NOTE_MAX, min: 0, nullable: true })
  readonly note?: string | null;

  @Field(() => String, { nullable: true, description: '`ModeratedItem.version` as it was read; `release` needs it. Where title or text were changed since, CONFLICT `moderation.changedMeanwhile`.' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly itemVersion?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of `restore`: the `count` of the space’s `audience` as the user was shown it, 0 where that is everyone. Tips need it; CONFLICT `moderation.confirmAudience` with the present number otherwise.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  readonly confirmAudience?: number | null;
}

@InputType({ description: 'What an author says against a decision.' })
export class ObjectToDecisionInput {
  @IdInput({ description: 'Id of the case, from `myDecisions`.' })
  readonly caseId: string;

  @BodyInput({ description: 'Why the decision is wrong; the moderation reads it.', max: NOTE_MAX, min: 3 })
  readonly words: string;
}

@InputType({ description: 'What becomes of an objection.' })
export class DecideObjectionInput {
  @IdInput({ description: 'Id of the case the objection is in.' })
  readonly caseId: string;

  @Field(() => Boolean, { description: 'Whether the author is right: the item is shown again.' })
  @IsBoolean({ message: encodeReason('badInput') })
  readonly isGranted: boolean;

  @BodyInput({ description: 'Why; the author reads it.', max: NOTE_MAX, min: 3 })
  readonly note: string;

  @Field(() => Int, { nullable: true, description: 'Where the author is right: the `count` of the space’s `audience` as the user was shown it, 0 where that is everyone. Tips need it; CONFLICT `moderation.confirmAudience` with the present number otherwise.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  readonly confirmAudience?: number | null;
}
