import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import type { ProgrammeRole } from '#access/server';
import { ProgrammeRoleEnum } from '#accounts/server';
import { IdInput } from '#platform/server';
import type { Gate } from '../space/space.entity.js';
import { GateEnum } from '../space/space.enums.js';
import type { GatesChange, WiderWay } from './gates-change.js';

@InputType({ description: 'Ways into a space that are being considered.' })
export class SpaceGatesChangeInput {
  @IdInput({ description: 'Id of the space whose gates are considered.' })
  readonly spaceId: string;

  @Field(() => [GateEnum], { description: 'All ways that would be open; those it has, to learn what reopening an archived space does.' })
  @IsArray()
  @ArrayMaxSize(4)
  @IsIn(Object.values(GateEnum), { each: true })
  readonly gates: Gate[];
}

@ObjectType('WiderWay', { description: 'A way into a space that more people could take than before.' })
export class WiderWayType implements WiderWay {
  @Field(() => GateEnum, { description: 'The gate more people could take.' })
  readonly gate: Gate;

  @Field(() => Int, {
    nullable: true,
    description: 'How many members of the programme, not in the space yet, could join by it (or, by request, ask to); null for invitations: moderators choose whom.',
  })
  readonly count: number | null;
}

@ObjectType('GatesChange', { description: 'What a step would change about who can come into a space; shown before it is taken.' })
export class GatesChangeType implements GatesChange {
  @Field(() => [WiderWayType], { description: 'The ways that more people could take; empty where nobody gains one.' })
  readonly widerWays: readonly WiderWay[];

  @Field(() => ProgrammeRoleEnum, { nullable: true, description: 'The programme role these people have; null: any or none.' })
  readonly role: ProgrammeRole | null;

  @Field(() => Boolean, { description: 'Whether more people could come in: ask the user first.' })
  readonly isWider: boolean;

  @Field(() => Int, { description: 'What to send as `confirmEntrants` once the user has agreed.' })
  readonly confirmation: number;
}
