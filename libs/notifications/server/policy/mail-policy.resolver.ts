import { Inject } from '@nestjs/common';
import { Args, Context, Field, InputType, Mutation, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import DataLoader from 'dataloader';
import type { Viewer } from '#access/server';
import { CurrentViewer, IdInput, perRequest, type GraphqlContext } from '#platform/server';
import { canRead, SpaceType, type Space } from '#spaces/server';
import { MAIL_POLICIES, MailPolicies, type MailPolicy } from './mail-policies.js';

const MailPolicyEnum = Object.fromEntries(MAIL_POLICIES.map((name) => [name, name])) as { readonly [Name in MailPolicy]: Name };
registerEnumType(MailPolicyEnum, {
  name: 'MailPolicy',
  description: 'What mails about a space may carry out of it.',
  valuesMap: {
    full: { description: 'What was written, with its title.' },
    title: { description: 'The title, and who did something; not what was written.' },
    pointer: { description: 'Only that there is something new, and a link; neither the space nor a title nor a name, also not in the subject.' },
  },
});

@InputType({ description: 'What mails about a space may carry.' })
class SetSpaceMailPolicyInput {
  @IdInput({ description: 'Id of a space the viewer moderates.' })
  readonly spaceId: string;

  @Field(() => MailPolicyEnum, { description: 'What shall hold from now on, also for what is not sent yet.' })
  @Allow()
  readonly policy: MailPolicy;
}

/** What notifications add to a space. */
@Resolver(() => SpaceType)
export class MailPolicyResolver {
  constructor(@Inject(MailPolicies) private readonly policies: MailPolicies) {}

  @ResolveField(() => MailPolicyEnum, { nullable: true, description: 'What mails about it may carry; null for whoever does not read it. Closed and hidden spaces have `pointer`, others `full`, unless moderators chose otherwise.' })
  async mailPolicy(@Parent() space: Space, @Context() context: GraphqlContext): Promise<MailPolicy | null> {
    if (!canRead(context.viewer, space)) return null;
    const loader = perRequest(context, this, () => new DataLoader(async (ids: readonly string[]) => {
      const found = await this.policies.of(ids);
      return ids.map((id) => found.get(id) ?? null);
    }));
    return loader.load(space.id);
  }

  @Mutation(() => SpaceType, { description: 'Sets what mails about a space may carry; on record. It ends when the visibility of the space changes. For its moderators. UNAUTHENTICATED for guests; NOT_FOUND for a space the viewer does not know of; FORBIDDEN for who does not moderate it, `space.archived` while it is archived.' })
  async setSpaceMailPolicy(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The space and what shall hold.' }) input: SetSpaceMailPolicyInput): Promise<Space> {
    return this.policies.set(viewer, input.spaceId, input.policy);
  }
}
