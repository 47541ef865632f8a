import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PersonLoaders } from '#accounts/server';
import type { GraphqlContext } from '#platform/server';
import type { Writer } from './tip.row.js';
import { TipWriter } from './tip.type.js';

/** Fields of the contact data sheet that tell where an experience comes from, the more telling first. */
const PLACES = ['municipality', 'organisation'] as const;

/** What a byline tells besides the name. */
@Resolver(() => TipWriter)
export class TipWriterFields {
  constructor(@Inject(PersonLoaders) private readonly people: PersonLoaders) {}

  @ResolveField(() => String, { nullable: true, description: 'Municipality or organisation, as far as the viewer may see it; null where there is none.' })
  async place(@Parent() writer: Writer, @Context() context: GraphqlContext): Promise<string | null> {
    const entries = await this.people.entriesOf(context, writer.accountId);
    const entry = PLACES.map((key) => entries.find(({ field }) => field.key === key)).find((found) => found !== undefined);
    return entry?.answers[0] ?? null;
  }
}
