import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ProgrammeRole } from '#access/server';
import { ProgrammeRoleEnum } from '#accounts/server';
import type { GatesChange } from '../gate/gates-change.js';
import { GatesChangeType } from '../gate/gates-change.type.js';
import type { AudienceKind } from './audience.js';

export const AudienceKindEnum = {
  everyone: 'everyone', programme: 'programme', role: 'role', members: 'members', reviewers: 'reviewers', authors: 'authors',
} as const;
registerEnumType(AudienceKindEnum, {
  name: 'AudienceKind',
  description: 'What kind of circle can see something.',
  valuesMap: {
    everyone: { description: 'Everybody, also without an account.' },
    programme: { description: 'All approved members of the programme.' },
    role: { description: 'All approved members of the programme with one programme role.' },
    members: { description: 'The members of the space and nobody else.' },
    reviewers: { description: 'Its authors and the moderators of the space.' },
    authors: { description: 'Its authors alone, wherever it lies.' },
  },
});

@ObjectType('Audience', { description: 'Who can see something now; enough for one plain sentence.' })
export class AudienceType {
  @Field(() => AudienceKindEnum, { description: 'What kind of circle can see it.' })
  readonly kind: AudienceKind;

  @Field(() => Int, { nullable: true, description: 'How many people that are; null where it is everyone.' })
  readonly count: number | null;

  @Field(() => Int, { description: 'Coordinators who look in at the moment by a logged step; not part of `count`.' })
  readonly visitors: number;

  @Field(() => ProgrammeRoleEnum, { nullable: true, description: 'The programme role where the kind is `role`, else null.' })
  readonly role: ProgrammeRole | null;

  @Field(() => String, { description: 'The name of the space it lies in; empty where it lies in none.' })
  readonly spaceName: string;
}

@ObjectType('AudienceChange', { description: 'What a step would change about who can see something; shown before it is taken.' })
export class AudienceChangeType {
  @Field(() => AudienceType, { description: 'Who can see it as things are.' })
  readonly before: AudienceType;

  @Field(() => AudienceType, { description: 'Who could see it after the step.' })
  readonly after: AudienceType;

  @Field(() => Int, { description: 'Members of the programme who would see it and do not now.' })
  readonly gains: number;

  @Field(() => Int, { description: 'Members of the programme who see it now and would not any more.' })
  readonly losses: number;

  @Field(() => Boolean, { description: 'Whether people without an account would read it from then on.' })
  readonly opensToEveryone: boolean;

  @Field(() => Boolean, { description: 'Whether name and description of a hidden space would be listed from then on.' })
  readonly becomesKnown: boolean;

  @Field(() => GatesChangeType, { nullable: true, description: 'Who could come in besides, where the step changes that; null for moves.' })
  readonly entrants: GatesChange | null;

  @Field(() => Boolean, { description: 'Whether more people would see it, know of it or could come in: ask the user first.' })
  readonly isWider: boolean;

  @Field(() => Int, { description: 'What to send as `confirmAudience` once the user has agreed: how many members of the programme can see it afterwards.' })
  readonly confirmation: number;
}
