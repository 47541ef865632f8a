import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { DiffSegment } from '#text/server';
import { PostReaction } from '../reaction/reaction.type.js';
import type { Author, Reaction, Reference } from './post.row.js';

@ObjectType({ description: 'A person as the author of a post.' })
export class PostAuthor {
  @Field(() => ID, { description: 'Id of the account; `person` tells more to members of the programme.' })
  readonly accountId: string;

  @Field(() => String, { nullable: true, description: 'The name; null where the account was deleted.' })
  readonly name: string | null;
}

@ObjectType({ description: 'Another post in a line: what was quoted or answered. Only of posts the viewer may see.' })
export class PostReference {
  @Field(() => ID, { description: 'Id of the post; `/beitrag/<id>` leads there.' })
  readonly id: string;

  @Field(() => ID, { description: 'Id of the thread it stands in, which may be another one.' })
  readonly threadId: string;

  @Field(() => Int, { nullable: true, description: 'Its position in its thread; null while it is held back.' })
  readonly position: number | null;

  @Field(() => PostAuthor, { nullable: true, description: 'Who wrote it; null for whoever is no member of the programme.' })
  readonly author: Author | null;
}

/** A whitelist over {@link PostRow}; what is not listed here cannot leak. */
@ObjectType({ description: 'A contribution to a thread.' })
export class Post {
  @Field(() => ID, { description: 'Id of the post; stays the same for ever, also when it is moved to another thread.' })
  readonly id: string;

  @Field(() => ID, { description: 'Id of the thread it stands in.' })
  readonly threadId: string;

  @Field(() => Int, { nullable: true, description: 'Its lasting place in the thread, from 1; null while it is held back.' })
  readonly position: number | null;

  @Field(() => PostAuthor, { nullable: true, description: 'Who wrote it; null for whoever is no member of the programme.' })
  readonly author: Author | null;

  @Field(() => Date, { description: 'When it was written.' })
  readonly createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When its author last changed it; null where that never happened.' })
  readonly editedAt: Date | null;

  @Field(() => Int, { description: 'Number of its newest text, from 1. Send it along as `baseRevision` when editing.' })
  readonly revisionNumber: number;

  @Field(() => String, { description: 'The text as safe HTML, its headings from level 3 on. Empty for a deleted post, but for moderators, who may restore it within 90 days; then its text is gone for good.' })
  readonly html: string;

  @Field(() => Boolean, { description: 'Whether it is the first word of its subject, which stands under the subject’s own title.' })
  readonly isOpening: boolean;

  @Field(() => Boolean, { description: 'Whether its author deleted it; the place stays, without the text.' })
  readonly isDeleted: boolean;

  @Field(() => Date, { nullable: true, description: 'When its author deleted it; null where that did not happen.' })
  readonly deletedAt: Date | null;

  @Field(() => Boolean, { description: 'Whether it waits for a moderator before others see it.' })
  readonly isHeld: boolean;

  @Field(() => [String], { description: 'Why it is held back, as keys of sentences; empty for all but moderators.' })
  readonly heldReasons: readonly string[];

  @Field(() => Boolean, { description: 'Whether moderation took it out of sight; only its author and the moderators get it then.' })
  readonly isHidden: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was hidden; null where it is not, and for whoever neither wrote it nor moderates its space.' })
  readonly hiddenReason: string | null;

  @Field(() => PostReference, { nullable: true, description: 'The post it answers; null where it answers none or one out of sight.' })
  readonly replyTo: Reference | null;

  @Field(() => [PostReference], { description: 'Posts it quotes, the oldest first (at most 20); only those the viewer may see.' })
  readonly quotes: readonly Reference[];

  @Field(() => [PostReference], { description: 'Posts that quote it, the oldest first (at most 20); only those the viewer may see.' })
  readonly quotedBy: readonly Reference[];

  @Field(() => [PostReaction], { description: 'What people said to it with one word; words nobody said are missing.' })
  readonly reactions: readonly Reaction[];

  @Field(() => Boolean, { description: 'Whether the viewer wrote it.' })
  readonly viewerIsAuthor: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may change it.' })
  readonly viewerCanEdit: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may delete it.' })
  readonly viewerCanDelete: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may restore it after its author deleted it; for nobody any more once its text is gone for good.' })
  readonly viewerCanRestore: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may react to it.' })
  readonly viewerCanReact: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may report it to the moderators.' })
  readonly viewerCanReport: boolean;
}

@ObjectType({ description: 'A stretch of a thread, by position.' })
export class PostWindow {
  @Field(() => [Post], { description: 'The posts in the order of their positions; hidden ones are missing, their positions stay free.' })
  readonly nodes: readonly Post[];

  @Field(() => Int, { nullable: true, description: 'Position of the first of them; null where there are none.' })
  readonly from: number | null;

  @Field(() => Int, { nullable: true, description: 'Position of the last of them; null where there are none.' })
  readonly to: number | null;

  @Field(() => Boolean, { description: 'Whether posts stand before them: ask with `from` one below and `backward`.' })
  readonly hasEarlier: boolean;

  @Field(() => Boolean, { description: 'Whether posts stand after them: ask with `to` and one more.' })
  readonly hasLater: boolean;
}

export const WindowDirectionEnum = { forward: 'forward', backward: 'backward' } as const;
export type WindowDirection = keyof typeof WindowDirectionEnum;
registerEnumType(WindowDirectionEnum, {
  name: 'PostWindowDirection',
  description: 'Where a stretch of a thread goes from its starting position. The posts always come in the order of their positions.',
  valuesMap: {
    forward: { description: 'From the position on.' },
    backward: { description: 'Up to the position: it is the last of the stretch.' },
  },
});

export const PostDiffKindEnum = { same: 'same', added: 'added', removed: 'removed' } as const;
registerEnumType(PostDiffKindEnum, {
  name: 'PostDiffKind',
  description: 'What became of a stretch of a post’s text with a change.',
  valuesMap: {
    same: { description: 'Stands in both texts.' },
    added: { description: 'Came with the change.' },
    removed: { description: 'Went with the change.' },
  },
});

@ObjectType({ description: 'A stretch of two compared texts of a post that has one fate; all in order make both texts.' })
export class PostDiffSegment {
  @Field(() => PostDiffKindEnum, { description: 'What became of this stretch.' })
  readonly kind: DiffSegment['kind'];

  @Field(() => String, { description: 'Its words as they are written, Markdown included.' })
  readonly text: string;
}

@ObjectType({ description: 'A text a post had or has; kept for ever.' })
export class PostRevision {
  @Field(() => Int, { description: 'Counts from 1 within its post.' })
  readonly number: number;

  @Field(() => Date, { description: 'When the post began to read so.' })
  readonly createdAt: Date;

  @Field(() => String, { description: 'The text as Markdown.' })
  readonly body: string;
}
