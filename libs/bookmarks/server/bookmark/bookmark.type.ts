import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '#platform/server';

@ObjectType({ description: 'Something the viewer keeps for later. Nobody else sees it.' })
export class Bookmark {
  @Field(() => ID, { description: 'Names the viewer’s own entry, stable as long as it is kept; not the id of what it leads to.' })
  readonly id: string;

  @Field(() => String, { description: 'What kind of thing is kept, e.g. `tip`; the same names as in search.' })
  readonly kind: string;

  @Field(() => ID, { description: 'Id of the thing that is kept.' })
  readonly targetId: string;

  @Field(() => String, { description: 'What the thing is called now; plain text.' })
  readonly title: string;

  @Field(() => String, { description: 'Where the web shows it, from the root: `/tipp/haushalt-planen`.' })
  readonly path: string;

  @Field(() => String, { description: 'A sentence or two of what it says; plain text, may be empty.' })
  readonly excerpt: string;

  readonly spaceId: string | null;

  @Field(() => String, { description: 'The viewer’s own words on why it is kept; plain text, empty where there are none.' })
  readonly note: string;

  @Field(() => String, { nullable: true, description: 'The day on whose morning (Europe/Berlin) a notice reminds of it, `YYYY-MM-DD`; null for none.' })
  readonly remindOn: string | null;

  @Field(() => Boolean, { description: 'Whether the day of the reminder is there or has passed.' })
  readonly isDue: boolean;

  @Field(() => Date, { description: 'When the viewer kept it; changing note or reminder leaves it as it is.' })
  readonly createdAt: Date;
}

@ObjectType({ description: 'A page of the viewer’s bookmarks.' })
export class BookmarkConnection extends connectionOf(Bookmark, 'Bookmark') {}
