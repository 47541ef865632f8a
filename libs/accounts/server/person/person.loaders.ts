import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { perRequest, type GraphqlContext } from '#platform/server';
import { People, type PersonRow, type VisibleEntry } from './people.js';

interface Loaders {
  readonly person: DataLoader<string, PersonRow | null>;
  readonly entries: DataLoader<string, readonly VisibleEntry[]>;
}

/** People and their visible fields, gathered over one request and bound to its viewer. */
@Injectable()
export class PersonLoaders {
  constructor(@Inject(People) private readonly people: People) {}

  /** For a field `person` or `author` of any domain; null for who is no person to this viewer. */
  byId(context: GraphqlContext, id: string): Promise<PersonRow | null> {
    return this.of(context).person.load(id);
  }

  entriesOf(context: GraphqlContext, id: string): Promise<readonly VisibleEntry[]> {
    return this.of(context).entries.load(id);
  }

  private of(context: GraphqlContext): Loaders {
    return perRequest(context, this, () => ({
      person: new DataLoader((ids: readonly string[]) => this.people.visiblePeople(context.viewer, ids)),
      entries: new DataLoader(async (ids: readonly string[]) => {
        const all = await this.people.visibleEntries(context.viewer, ids);
        return ids.map((id) => all.filter((entry) => entry.accountId === id));
      }),
    }));
  }
}
