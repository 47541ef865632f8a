import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, IdInput, LineInput } from '#platform/server';
import type { DiffSegment } from '#text/server';

@ObjectType({ description: 'A released state of a tip; kept for ever.' })
export class TipRevision {
  @Field(() => ID, { description: 'Id of the revision, for comparing and restoring.' })
  readonly id: string;

  readonly tipId: string;

  @Field(() => Int, { description: 'Counts from 1 within its tip.' })
  readonly number: number;

  @Field(() => String, { description: 'The title the tip had then.' })
  readonly title: string;

  @Field(() => String, { description: 'The summary the tip had then; may be empty.' })
  readonly summary: string;

  readonly authorId: string | null;

  @Field(() => String, { description: 'What changed and why; may be empty.' })
  readonly note: string;

  @Field(() => Boolean, { description: 'Whether it was a minor change: nobody was told, the check date stayed.' })
  readonly isMinor: boolean;

  @Field(() => Int, { nullable: true, description: 'The earlier revision that was restored here; null where it was written anew.' })
  readonly restoredFrom: number | null;

  @Field(() => Date, { description: 'When this state was released.' })
  readonly createdAt: Date;

  /** Comes by a loader unless it is at hand. */
  readonly body?: string;
}

@ObjectType({ description: 'A page of revisions, newest first.' })
export class TipRevisionConnection extends connectionOf(TipRevision, 'TipRevision') {}

export const DiffKindEnum = { same: 'same', added: 'added', removed: 'removed' } as const;
registerEnumType(DiffKindEnum, {
  name: 'TipDiffKind',
  description: 'What became of a stretch of text between two versions.',
  valuesMap: {
    same: { description: 'Stands in both texts.' },
    added: { description: 'Stands only in the newer text.' },
    removed: { description: 'Stood only in the older text.' },
  },
});

@ObjectType({ description: 'A stretch of two compared texts that has one fate; all in order make both texts.' })
export class TipDiffSegment {
  @Field(() => DiffKindEnum, { description: 'What became of this stretch.' })
  readonly kind: DiffSegment['kind'];

  @Field(() => String, { description: 'Its words as they are written, Markdown included.' })
  readonly text: string;
}

@ObjectType({ description: 'Two texts of a tip compared word by word.' })
export class TipComparison {
  @Field(() => [TipDiffSegment], { description: 'The two titles, stretch by stretch.' })
  readonly title: readonly DiffSegment[];

  @Field(() => [TipDiffSegment], { description: 'The two summaries, stretch by stretch.' })
  readonly summary: readonly DiffSegment[];

  @Field(() => [TipDiffSegment], { description: 'The two texts, stretch by stretch.' })
  readonly body: readonly DiffSegment[];
}

@InputType({ description: 'An earlier revision that shall be the newest again.' })
export class RestoreTipRevisionInput {
  @IdInput({ description: 'Id of the revision to restore.' })
  readonly revisionId: string;

  @LineInput({ description: 'Why, for the history of the tip.', max: 300, min: 0, nullable: true })
  readonly note?: string | null;
}
