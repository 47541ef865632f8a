import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, IdInput, LineInput } from '#platform/server';
import type { DiffSegment } from '#text/server';

@ObjectType({ description: 'A released state of a tip; kept for ever.' })
export class TipRevision {
  @Field(() => ID, { description: 'The revision.' })
  readonly id: string;

  readonly tipId: string;

  @Field(() => Int, { description: 'Counts from 1.' })
  readonly number: number;

  @Field(() => String, { description: 'The title then.' })
  readonly title: string;

  @Field(() => String, { description: 'The summary then.' })
  readonly summary: string;

  readonly authorId: string | null;

  @Field(() => String, { description: 'What changed and why; may be empty.' })
  readonly note: string;

  @Field(() => Boolean, { description: 'Whether it was a minor change.' })
  readonly isMinor: boolean;

  @Field(() => Int, { nullable: true, description: 'The earlier revision that was restored here; null where it was written anew.' })
  readonly restoredFrom: number | null;

  @Field(() => Date, { description: 'When it was released.' })
  readonly createdAt: Date;

  /** Comes by a loader unless it is at hand. */
  readonly body?: string;
}

@ObjectType({ description: 'A page of revisions, newest first.' })
export class TipRevisionConnection extends connectionOf(TipRevision, 'TipRevision') {}

export const DiffKindEnum = { same: 'same', added: 'added', removed: 'removed' } as const;
registerEnumType(DiffKindEnum, {
  name: 'TipDiffKind',
  description: 'What became of a stretch of text.',
  valuesMap: {
    same: { description: 'In both texts.' },
    added: { description: 'Only in the newer one.' },
    removed: { description: 'Only in the older one.' },
  },
});

@ObjectType({ description: 'A stretch of two compared texts.' })
export class TipDiffSegment {
  @Field(() => DiffKindEnum, { description: 'What became of it.' })
  readonly kind: DiffSegment['kind'];

  @Field(() => String, { description: 'Its words, as Markdown.' })
  readonly text: string;
}

@ObjectType({ description: 'Two texts of a tip compared word by word.' })
export class TipComparison {
  @Field(() => [TipDiffSegment], { description: 'The titles.' })
  readonly title: readonly DiffSegment[];

  @Field(() => [TipDiffSegment], { description: 'The summaries.' })
  readonly summary: readonly DiffSegment[];

  @Field(() => [TipDiffSegment], { description: 'The texts.' })
  readonly body: readonly DiffSegment[];
}

@InputType({ description: 'An earlier revision that shall be the newest again.' })
export class RestoreTipRevisionInput {
  @IdInput({ description: 'The revision to restore.' })
  readonly revisionId: string;

  @LineInput({ description: 'Why, for the history.', max: 300, min: 0, nullable: true })
  readonly note?: string | null;
}
