import { Inject } from '@nestjs/common';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isMember, type Viewer } from '#access/server';
import { CurrentViewer, IdArg, pageOf, perRequest, type GraphqlContext, type Page } from '#platform/server';
import { accountOf } from '../account/account.policy.js';
import { fieldTypeOf } from '../sheet/sheet.type.js';
import { People, type PersonRow, type SheetAudience } from './people.js';
import { PersonLoaders } from './person.loaders.js';
import { PeopleArgs, PersonConnection, PersonEntryType, PersonType, SheetAudienceType } from './person.type.js';

@Resolver(() => PersonType)
export class PersonResolver {
  constructor(
    @Inject(People) private readonly peopleQueries: People,
    @Inject(PersonLoaders) private readonly loaders: PersonLoaders,
  ) {}

  @Query(() => PersonType, { nullable: true, description: 'A member of the programme; null for all but approved members, and for who is not one.' })
  async person(@CurrentViewer() viewer: Viewer, @IdArg('id', 'Id of the account, as bylines and member lists have it.') id: string, @Context() context: GraphqlContext): Promise<PersonRow | null> {
    return isMember(viewer) ? this.loaders.byId(context, id) : null;
  }

  @Query(() => PersonConnection, { description: 'The members of the programme by name. UNAUTHENTICATED for guests; FORBIDDEN `account.membersOnly` for who is not approved.' })
  async people(@CurrentViewer() viewer: Viewer, @Args() args: PeopleArgs): Promise<Page<PersonRow>> {
    const filter = { text: args.text === '' ? null : (args.text ?? null), programmeRole: args.programmeRole ?? null };
    return pageOf(await this.peopleQueries.page(viewer, filter, args.first, args.after ?? null), args.first, (row) => [row.name, row.id]);
  }

  @ResolveField(() => [PersonEntryType], { description: 'What the person shows to this viewer, in the order of the contact data sheet.' })
  async entries(@Parent() person: PersonRow, @Context() context: GraphqlContext): Promise<readonly PersonEntryType[]> {
    return (await this.loaders.entriesOf(context, person.id)).map(({ field, answers }) => ({ field: fieldTypeOf(field), answers }));
  }

  @ResolveField(() => Int, { description: 'How many people see this person in the programme: all its approved members. Fields can be for fewer.' })
  async readerCount(@Context() context: GraphqlContext): Promise<number> {
    return perRequest(context, this, () => this.peopleQueries.readerCount());
  }

  @Query(() => SheetAudienceType, { description: 'How many others see what one writes into one\'s own contact data sheet. UNAUTHENTICATED for guests.' })
  async mySheetAudience(@CurrentViewer() viewer: Viewer): Promise<SheetAudience> {
    return this.peopleQueries.sheetAudience(accountOf(viewer));
  }

  @ResolveField(() => Boolean, { description: 'Whether this is the viewer themselves.' })
  isViewer(@Parent() person: PersonRow, @CurrentViewer() viewer: Viewer): boolean {
    return person.id === viewer.accountId;
  }
}

@Resolver(() => PersonConnection)
export class PeopleResolver {
  constructor(@Inject(People) private readonly peopleQueries: People) {}

  @ResolveField(() => Int, { description: 'How many people see this list: all approved members of the programme, whatever it is filtered by.' })
  async readerCount(): Promise<number> {
    return this.peopleQueries.readerCount();
  }
}
