import { Inject, Injectable } from '@nestjs/common';
import { MailPolicies, type MailPolicy } from '#notifications/server';

/** How much of what is written leaves the house: the text, the title alone, or only that there is something new. */
export type FeedText = MailPolicy;

/**
 * A feed leaves the house as a mail does, and often lies with a reader service on somebody else's server: the policy of
 * the space's mails holds for both. Where nobody chose, closed and hidden spaces send neither title nor name.
 */
@Injectable()
export class FeedTexts {
  constructor(@Inject(MailPolicies) private readonly policies: MailPolicies) {}

  async of(spaceId: string): Promise<FeedText> {
    return (await this.policies.of([spaceId])).get(spaceId) ?? 'pointer';
  }
}
