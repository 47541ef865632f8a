import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Db, type ConsumedEvent } from '#platform/server';
import { SpaceQueries, type Space } from '#spaces/server';
import { AUDIENCE_EVERYONE, AUDIENCE_PROGRAMME, type SearchDocument } from '../contract.js';
import type { SearchCard, SearchContribution } from './search.contribution.js';
import { SearchRegistry } from './search.registry.js';

/** An archived space is still found, behind the living ones. */
const ARCHIVED_STANDING = 0.6;

/** Spaces lie in a ring below search and cannot contribute themselves: this does it for them. */
@Injectable()
export class SpacesContribution implements SearchContribution {
  readonly kind = 'space';
  readonly events = ['SpaceCreated', 'SpaceChanged', 'SpaceVisibilityChanged', 'SpaceArchived', 'SpaceReopened'];

  constructor(
    @Inject(SearchRegistry) registry: SearchRegistry,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
    @Inject(Db) private readonly db: Db,
  ) {
    registry.contribute(this);
  }

  async idsTouchedBy(event: ConsumedEvent): Promise<readonly string[]> {
    const { spaceId } = event.payload;
    return typeof spaceId === 'string' ? [spaceId] : [];
  }

  async loadDocuments(ids: readonly string[]): Promise<readonly SearchDocument[]> {
    return (await this.spaces.unfilteredByIds(ids)).map(documentOf);
  }

  async allIds(): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>('select id from space order by id');
    return rows.map((row) => row.id);
  }

  async loadCards(viewer: Viewer, ids: readonly string[]): Promise<readonly SearchCard[]> {
    return (await this.spaces.byIds(viewer, ids)).map(cardOf);
  }
}

function documentOf(space: Space): SearchDocument {
  return {
    id: space.id,
    kind: 'space',
    audience: audienceOf(space),
    spaceId: null,
    authorIds: [],
    topicIds: [],
    title: space.name,
    body: space.description,
    keywords: [],
    createdAt: space.createdAt,
    updatedAt: space.createdAt,
    standing: space.archivedAt === null ? 1 : ARCHIVED_STANDING,
  };
}

/** Name and description are listed more widely than the content: as the list of spaces does it. */
function audienceOf(space: Space): string {
  switch (space.visibility) {
    case 'public':
      return AUDIENCE_EVERYONE;
    case 'programme':
    case 'closed':
      return AUDIENCE_PROGRAMME;
    case 'hidden':
      return space.id;
  }
}

function cardOf(space: Space): SearchCard {
  return {
    id: space.id,
    kind: 'space',
    title: space.name,
    text: space.description,
    path: `/raum/${space.slug}`,
    spaceId: null,
    authorIds: [],
    topicIds: [],
    updatedAt: null,
    state: space.archivedAt === null ? 'current' : 'retired',
  };
}
