import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ContentState } from '#access/server';
import { connectionOf } from '#platform/server';
import { Topic, type TopicRow } from '#topics/server';
import type { Writer } from './tip.row.js';
import { TipStateEnum } from './tip.state.js';

@ObjectType({ description: 'A person as a byline: who wrote, saved or checked.' })
export class TipWriter {
  @Field(() => ID, { description: 'Id of the account; `person` tells more to members of the programme.' })
  readonly accountId: string;

  @Field(() => String, { nullable: true, description: 'The name; null where the account was deleted.' })
  readonly name: string | null;
}

@ObjectType({ description: 'One heading of a text, for a table of contents.' })
export class TipOutlineEntry {
  @Field(() => Int, { description: '2 to 6; the title of the page is the only heading of level 1.' })
  readonly level: number;

  @Field(() => String, { description: 'Id of the heading in `html`, to link to as `#id`.' })
  readonly id: string;

  @Field(() => String, { description: 'The words of the heading, plain text.' })
  readonly text: string;
}

/** A whitelist over {@link TipRow}; what is not listed here cannot leak. */
@ObjectType({ description: 'A practice tip: written guidance with revisions, in one space.' })
export class Tip {
  @Field(() => ID, { description: 'Id of the tip; stays the same for ever.' })
  readonly id: string;

  @Field(() => ID, { description: 'Id of the space it lies in.' })
  readonly spaceId: string;

  readonly authorIds: readonly string[];

  @Field(() => TipStateEnum, { description: 'Where it stands between first word and end.' })
  readonly state: ContentState;

  @Field(() => String, {
    description: 'Part of its address. Earlier addresses and the id lead here too: where this differs from what was asked, redirect.',
  })
  readonly slug: string;

  @Field(() => String, { description: 'The title, best a question; plain text.' })
  readonly title: string;

  @Field(() => String, { description: 'What the tip says, in one or two sentences; may be empty.' })
  readonly summary: string;

  @Field(() => Int, { description: 'Number of words of the released text.' })
  readonly words: number;

  @Field(() => Int, { description: 'Minutes a reader needs, at least 1.' })
  readonly readingMinutes: number;

  @Field(() => Int, { description: 'Number of the newest revision; 0 before the first release. Send it along as `baseRevision` when publishing.' })
  readonly revisionNumber: number;

  @Field(() => Date, { description: 'When its first word was saved.' })
  readonly createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was released first; null before.' })
  readonly publishedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was last released with more than a minor change; null before the first release.' })
  readonly revisedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when it is retired; null where it is not.' })
  readonly retiredAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When somebody last confirmed that it is still right (releasing a full change counts); null before.' })
  readonly checkedAt: Date | null;

  readonly checkedById: string | null;

  @Field(() => String, { nullable: true, description: 'The day of the next check, `YYYY-MM-DD`; null before the first release.' })
  readonly checkDueOn: string | null;

  @Field(() => Int, { description: 'How many readers said that it helped.' })
  readonly helpedCount: number;

  @Field(() => [TipWriter], { description: 'The owner first, then co-authors. Empty for whoever is no member of the programme.' })
  readonly authors: readonly Writer[];

  @Field(() => [Topic], { description: 'The topics it is filed under, by name.' })
  readonly topics: readonly TopicRow[];
}

@ObjectType({ description: 'A page of tips; what the viewer may not see is neither in it nor counted.' })
export class TipConnection extends connectionOf(Tip, 'Tip') {}
