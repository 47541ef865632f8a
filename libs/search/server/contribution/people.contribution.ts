import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { People, type PersonDocument } from '#accounts/server';
import type { ConsumedEvent } from '#platform/server';
import { AUDIENCE_PROGRAMME, type SearchDocument } from '../contract.js';
import type { SearchCard, SearchContribution } from './search.contribution.js';
import { SearchRegistry } from './search.registry.js';

/** People are a few words and would stand before every long text that says more; who is looked for by name is found by it alone. */
const PERSON_STANDING = 0.5;

/** People lie in a ring below search and cannot contribute themselves: this does it for them. */
@Injectable()
export class PeopleContribution implements SearchContribution {
  readonly kind = 'person';
  readonly events = [
    'AccountApproved', 'AccountChanged', 'AccountSuspended', 'AccountRestored', 'AccountDeleted', 'ProgrammeRolesChanged', 'SheetFinished', 'SheetFieldChanged',
  ];

  constructor(
    @Inject(SearchRegistry) registry: SearchRegistry,
    @Inject(People) private readonly people: People,
  ) {
    registry.contribute(this);
  }

  async idsTouchedBy(event: ConsumedEvent): Promise<readonly string[]> {
    const { accountId, fieldId } = event.payload;
    if (event.name === 'SheetFieldChanged') return typeof fieldId === 'string' ? this.people.idsWithAnswerIn(fieldId) : [];
    return typeof accountId === 'string' ? [accountId] : [];
  }

  async loadDocuments(ids: readonly string[]): Promise<readonly SearchDocument[]> {
    return (await this.people.personDocuments(ids)).map(documentOf);
  }

  async allIds(): Promise<readonly string[]> {
    return this.people.allPersonIds();
  }

  async loadCards(viewer: Viewer, ids: readonly string[]): Promise<readonly SearchCard[]> {
    const people = (await this.people.visiblePeople(viewer, ids)).filter((person) => person !== null);
    // Only what this viewer may see, which can be more than what is indexed and must never be less checked.
    const entries = await this.people.visibleEntries(viewer, people.map((person) => person.id));
    return people.map((person) => ({
      id: person.id,
      kind: 'person',
      title: person.name,
      text: entries.filter((entry) => entry.accountId === person.id).map((entry) => entry.answers.join(', ')).join(' · '),
      path: `/person/${person.id}`,
      spaceId: null,
      authorIds: [],
      topicIds: [],
      updatedAt: null,
      state: 'current',
    }));
  }
}

function documentOf(person: PersonDocument): SearchDocument {
  return {
    id: person.accountId,
    kind: 'person',
    audience: AUDIENCE_PROGRAMME,
    spaceId: null,
    authorIds: [],
    topicIds: [],
    title: person.name,
    body: person.fields.map((field) => field.answers.join(', ')).join('. '),
    keywords: [],
    createdAt: person.updatedAt,
    updatedAt: person.updatedAt,
    standing: PERSON_STANDING,
  };
}
