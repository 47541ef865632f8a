import { Inject } from '@nestjs/common';
import { Args, Field, GraphQLISODateTime, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { connectionOf, CurrentViewer, IdInput, PageArgs, type Page } from '#platform/server';
import { Undeliverable, type UndeliverableRow } from './undeliverable.service.js';

@ObjectType('UndeliverableMail', { description: 'An address that mail servers refuse. What the mails were about is kept nowhere.' })
class UndeliverableMailType {
  @Field(() => ID, { description: 'Whose address it is; for `resumeMails` and `account`.' })
  readonly accountId: string;

  @Field(() => String, { description: 'The name of the account.' })
  readonly name: string;

  @Field(() => String, { description: 'Where mail to this person should go.' })
  readonly address: string;

  @Field(() => Int, { description: 'How often it was refused for good in the last 30 days.' })
  readonly refusals: number;

  @Field(() => Int, { description: 'What the mail server answered last, as in RFC 5321: 550 stands for an unknown mailbox.' })
  readonly lastCode: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was refused last.' })
  readonly lastAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when nothing is sent to it any more; null while it is still tried.' })
  readonly stoppedAt: Date | null;
}

@ObjectType('UndeliverableMailConnection', { description: 'Addresses that mail servers refuse, the one refused last first.' })
class UndeliverableMailConnection extends connectionOf(UndeliverableMailType, 'UndeliverableMail') {}

@InputType({ description: 'Whose mail is sent again.' })
class ResumeMailsInput {
  @IdInput({ description: 'Id of the person as `undeliverableMails` tells it.' })
  readonly accountId: string;
}

const COORDINATORS = 'Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`';

/** What the coordination does about addresses that do not work. */
@Resolver(() => UndeliverableMailType)
export class UndeliverableResolver {
  constructor(@Inject(Undeliverable) private readonly service: Undeliverable) {}

  @Query(() => UndeliverableMailConnection, { description: `Addresses that mail servers refuse for good; after three refusals within 30 days nothing is sent to them any more. ${COORDINATORS}.` })
  async undeliverableMails(@CurrentViewer() viewer: Viewer, @Args() { first, after }: PageArgs): Promise<Page<UndeliverableRow>> {
    return this.service.list(viewer, first, after ?? null);
  }

  @Mutation(() => Boolean, { description: `Sends mail to an account’s address again and forgets earlier refusals; on record. True where mail had been stopped. ${COORDINATORS}; NOT_FOUND for an unknown account.` })
  async resumeMails(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Whose address is tried again.' }) { accountId }: ResumeMailsInput): Promise<boolean> {
    return this.service.resume(viewer, accountId);
  }
}
