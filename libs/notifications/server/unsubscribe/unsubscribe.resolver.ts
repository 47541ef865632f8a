import { Inject } from '@nestjs/common';
import { Args, Field, InputType, Mutation, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { AppError } from '#platform/shared';
import { SecretInput } from '#platform/server';
import { NOTICE_CATEGORIES } from '../preference/categories.js';
import { Preferences } from '../preference/preferences.js';
import { UnsubscribeLinks, type Unsubscription, type UnsubscribeScope } from './unsubscribe-links.js';

const names = [...NOTICE_CATEGORIES, 'daily', 'weekly'] as const;
const UnsubscribeScopeEnum = Object.fromEntries(names.map((name) => [name, name])) as { readonly [Name in UnsubscribeScope]: Name };
registerEnumType(UnsubscribeScopeEnum, {
  name: 'UnsubscribeScope',
  description: 'What a link in a mail ends.',
  valuesMap: {
    mentions: { description: 'Mail of the category `mentions`.' },
    followed: { description: 'Mail of the category `followed`.' },
    own: { description: 'Mail of the category `own`.' },
    moderation: { description: 'Mail of the category `moderation`.' },
    spaces: { description: 'Mail of the category `spaces`.' },
    reminders: { description: 'Mail of the category `reminders`.' },
    daily: { description: 'Mail of all categories that come in the daily summary.' },
    weekly: { description: 'Mail of all categories that come in the weekly summary.' },
  },
});

@ObjectType('UnsubscribeOffer', { description: 'What a link from a mail is about. Tells nothing of the person.' })
class UnsubscribeOffer {
  @Field(() => [UnsubscribeScopeEnum], { description: 'Which kinds of mail stop when it is used: mostly one, several where the mail carried several.' })
  readonly scopes: readonly UnsubscribeScope[];

  @Field(() => Boolean, { description: 'Whether all of it is ended already.' })
  readonly isEnded: boolean;
}

@InputType({ description: 'A link of the kind that stands below each mail about notices.' })
class UnsubscribeInput {
  @SecretInput({ description: 'What stands behind `/abmelden-von/` in the link.', max: 300 })
  readonly token: string;
}

/** Ending a kind of mail from its link, for the web's page; mail programs use the plain route. */
@Resolver(() => UnsubscribeOffer)
export class UnsubscribeResolver {
  constructor(
    @Inject(UnsubscribeLinks) private readonly links: UnsubscribeLinks,
    @Inject(Preferences) private readonly preferences: Preferences,
  ) {}

  @Query(() => UnsubscribeOffer, { description: 'What a link from a mail would end; changes nothing, needs no login. NOT_FOUND for links this programme did not send.' })
  async unsubscribeOffer(@Args('token', { type: () => String, description: 'What stands behind `/abmelden-von/` in the link.' }) token: string): Promise<UnsubscribeOffer> {
    return this.offer(this.linkOf(token));
  }

  @Mutation(() => UnsubscribeOffer, { description: 'Ends the kind of mail the link is about, for the person it was sent to; needs no login. Notices on the page stay. NOT_FOUND for links this programme did not send.' })
  async unsubscribe(@Args('input', { description: 'The token of the link that was opened.' }) input: UnsubscribeInput): Promise<UnsubscribeOffer> {
    const link = this.linkOf(input.token);
    await this.preferences.endMail(link.accountId, link.scopes);
    return this.offer(link);
  }

  private linkOf(token: string): Unsubscription {
    const link = this.links.read(token);
    if (link === null) throw AppError.notFound();
    return link;
  }

  private async offer({ accountId, scopes }: Unsubscription): Promise<UnsubscribeOffer> {
    const choices = await this.preferences.choicesOf(accountId);
    const isEnded = scopes.every((scope) => (scope === 'daily' || scope === 'weekly' ? NOTICE_CATEGORIES.every((category) => choices[category].mail !== scope) : choices[scope].mail === 'none'));
    return { scopes, isEnded };
  }
}
