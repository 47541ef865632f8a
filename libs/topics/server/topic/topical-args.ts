import { ArgsType, Field } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { PageArgs } from '#platform/server';

/** Of lists of what lies in spaces and is filed under topics. */
@ArgsType()
export abstract class TopicalArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Slug or id of a space; absent: all spaces the viewer may read.' })
  @Allow()
  readonly space?: string | null;

  @Field(() => String, { nullable: true, description: 'Slug or id of a topic; absent: with any topic or none.' })
  @Allow()
  readonly topic?: string | null;
}
