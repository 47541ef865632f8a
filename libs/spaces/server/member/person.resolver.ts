import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PersonLoaders, PersonType, type PersonRow } from '#accounts/server';
import type { GraphqlContext } from '#platform/server';
import { JoinRequestType } from '../request/request.type.js';
import { SpaceMember } from './member.type.js';

/** Who a member is beyond the name: what they show of themselves to this viewer. */
@Resolver(() => SpaceMember)
export class MemberPersonResolver {
  constructor(@Inject(PersonLoaders) private readonly people: PersonLoaders) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'The person with the fields they show to this viewer; null for accounts that are blocked or gone.' })
  async person(@Parent() member: SpaceMember, @Context() context: GraphqlContext): Promise<PersonRow | null> {
    return this.people.byId(context, member.accountId);
  }
}

/** The same for whoever asks to join. */
@Resolver(() => JoinRequestType)
export class ApplicantResolver {
  constructor(@Inject(PersonLoaders) private readonly people: PersonLoaders) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who asks, with the fields they show to this viewer; null for accounts that are blocked or gone.' })
  async applicant(@Parent() request: JoinRequestType, @Context() context: GraphqlContext): Promise<PersonRow | null> {
    return this.people.byId(context, request.applicantId);
  }
}
