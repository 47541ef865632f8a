import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AudienceKind } from '#spaces/server';
import type { CrossingKind } from './border/suspicions.js';
import type { Consent, Source } from './harvest.row.js';

export const HarvestConsentEnum = { open: 'open', verbatim: 'verbatim', paraphrase: 'paraphrase', no: 'no' } as const satisfies Record<Consent, Consent>;
registerEnumType(HarvestConsentEnum, {
  name: 'HarvestConsent',
  description: 'What somebody says to their words in a practice tip.',
  valuesMap: {
    open: { description: 'Asked, not answered yet; until then neither the words nor their source may stand in the released text.' },
    verbatim: { description: 'The words may stand as they are.' },
    paraphrase: { description: 'What they mean may stand, in other words.' },
    no: { description: 'Neither the words nor what they mean.' },
  },
});

export const HarvestAnswerEnum = { verbatim: 'verbatim', paraphrase: 'paraphrase', no: 'no' } as const;
export type HarvestAnswer = keyof typeof HarvestAnswerEnum;
registerEnumType(HarvestAnswerEnum, {
  name: 'HarvestAnswer',
  description: 'How somebody answers a request for their words.',
  valuesMap: {
    verbatim: { description: 'The words may be quoted in the tip as they stand.' },
    paraphrase: { description: 'Yes to what they mean, in other words.' },
    no: { description: 'Neither the words nor what they mean may stand in the tip; it is not released while they do.' },
  },
});

export const HarvestCrossingKindEnum = { name: 'name', place: 'place', figure: 'figure', file: 'file', link: 'link' } as const satisfies Record<CrossingKind, CrossingKind>;
registerEnumType(HarvestCrossingKindEnum, {
  name: 'HarvestCrossingKind',
  description: 'What kind of thing would cross the border.',
  valuesMap: {
    name: { description: 'A person, a mail address or the space itself.' },
    place: { description: 'A municipality, a street, an organisation.' },
    figure: { description: 'An amount, a share, a date, a telephone number.' },
    file: { description: 'The name of a file, such as `Liste.xlsx`: readers of the tip may not have that file.' },
    link: { description: 'An address; sources of passages are among them.' },
  },
});

export const HarvestSourceEnum = { stands: 'stands', edited: 'edited', deleted: 'deleted', hidden: 'hidden' } as const satisfies Record<Source, Source>;
registerEnumType(HarvestSourceEnum, {
  name: 'HarvestSource',
  description: 'What has become of the post that a passage was taken from.',
  valuesMap: {
    stands: { description: 'It reads as it did when the tip was begun.' },
    edited: { description: 'Its author has changed it since; agreed was to the words as they were chosen.' },
    deleted: { description: 'Its author took it back, or it is gone; what was agreed to holds until its author says otherwise.' },
    hidden: { description: 'Moderation has hidden it: neither its words nor its source may stand in the released text as long as that holds.' },
  },
});

@ObjectType({ description: 'A passage of a discussion that was chosen for a tip.' })
export class HarvestPassage {
  @Field(() => ID, { description: 'Stable while the tip is written; one post may have given several passages.' })
  readonly id: string;

  @Field(() => ID, { description: 'Id of the post it was taken from; `/beitrag/<id>` leads there.' })
  readonly postId: string;

  @Field(() => HarvestConsentEnum, { description: 'What its author said.' })
  readonly consent: Consent;

  readonly authorId: string | null;

  @Field(() => String, { nullable: true, description: 'The words as they were chosen, Markdown; null for whoever does not read the discussion.' })
  readonly text: string | null;

  @Field(() => HarvestSourceEnum, { nullable: true, description: 'What has become of the post; null for whoever does not read the discussion.' })
  readonly source: Source | null;

  @Field(() => Boolean, { description: 'Whether its words stand in the text as it is now.' })
  readonly hasWords: boolean;

  @Field(() => Boolean, { description: 'Whether the link to its post stands in the text as it is now.' })
  readonly hasSource: boolean;

  @Field(() => Boolean, { description: 'Whether what stands is what its author agreed to; false keeps the tip from being released.' })
  readonly isAgreed: boolean;
}

@ObjectType({ description: 'Something of the discussion’s space that the text, as it is now, would carry to more people.' })
export class HarvestCrossing {
  @Field(() => String, { description: 'Names it while the text changes; for `keepCrossings`.' })
  readonly key: string;

  @Field(() => HarvestCrossingKindEnum, { description: 'What kind of thing it is.' })
  readonly kind: CrossingKind;

  @Field(() => String, { description: 'As it stands in the text.' })
  readonly value: string;

  @Field(() => String, { description: 'The words around it, plain.' })
  readonly excerpt: string;

  @Field(() => Boolean, { description: 'Whether somebody decided that it may cross.' })
  readonly isSettled: boolean;

  @Field(() => String, { nullable: true, description: 'Why it may; null while nobody decided.' })
  readonly reason: string | null;

  readonly settledById: string | null;
}

@ObjectType({ description: 'How a tip that is made of a discussion stands: who agreed, what would cross a border. For its authors and the moderators of its space.' })
export class TipHarvest {
  @Field(() => ID, { description: 'Id of the tip this belongs to, for `keepCrossings` and `reopenCrossings`.' })
  readonly tipId: string;

  readonly discussionId: string | null;

  @Field(() => Boolean, { description: 'Whether more people read the tip than the discussion: then everything in `crossings` has to be settled.' })
  readonly isWider: boolean;

  @Field(() => Int, { description: 'Members of the programme who read the tip and not the discussion, counted now; 0 for whoever does not read the discussion.' })
  readonly gains: number;

  @Field(() => Boolean, { description: 'Whether guests read the tip and not the discussion.' })
  readonly opensToEveryone: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer reads the discussion. If not, the text is compared here with the chosen passages alone; the release compares it with everything and may still be refused.' })
  readonly readsSource: boolean;

  @Field(() => Boolean, { description: 'Whether nothing of this keeps the text, as it is now, from being released; as far as the viewer may know, see `readsSource`.' })
  readonly isReady: boolean;

  @Field(() => [HarvestPassage], { description: 'The chosen passages, in their order.' })
  readonly passages: readonly HarvestPassage[];

  @Field(() => [HarvestCrossing], { description: 'What would cross: first what nobody decided about, each in the order of the text (at most 200; the release looks at all); empty where the readers are the same or fewer.' })
  readonly crossings: readonly HarvestCrossing[];
}

@ObjectType({ description: 'Words of the viewer that were chosen for a tip.' })
export class HarvestOwnPassage {
  @Field(() => ID, { description: 'Stable while the tip is written; one post may have given several passages.' })
  readonly id: string;

  @Field(() => ID, { description: 'Id of the viewer’s post it was taken from; `/beitrag/<id>` leads there.' })
  readonly postId: string;

  @Field(() => String, { description: 'The words as they were chosen, Markdown.' })
  readonly text: string;
}

@ObjectType({ description: 'What the viewer is asked about their own words in a practice tip. Somebody who asked the question is asked whether to be named, also without a passage.' })
export class HarvestRequest {
  @Field(() => ID, { description: 'Id of the tip the words are for; also the id of this request.' })
  readonly id: string;

  @Field(() => GraphQLISODateTime, { description: 'When the viewer was asked.' })
  readonly askedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the viewer last answered; null before.' })
  readonly answeredAt: Date | null;

  @Field(() => HarvestConsentEnum, { description: 'What the viewer said.' })
  readonly consent: Consent;

  @Field(() => Boolean, { description: 'Whether the viewer wants to be named under the tip.' })
  readonly wantsCredit: boolean;

  readonly discussionId: string | null;
  readonly madeById: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the space the tip is meant for; null where the viewer does not know that space, and once the tip is gone.' })
  readonly spaceName: string | null;

  @Field(() => String, { nullable: true, description: 'Who will read it: `everyone`, `programme`, `role`, `members`; null once the tip is gone.' })
  readonly audience: AudienceKind | null;

  @Field(() => [HarvestOwnPassage], { description: 'The viewer’s own words that were chosen.' })
  readonly passages: readonly HarvestOwnPassage[];
}
