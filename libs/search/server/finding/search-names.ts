import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { People } from '#accounts/server';
import { SpaceQueries } from '#spaces/server';
import { SearchRegistry } from '../contribution/search.registry.js';

export interface Names {
  readonly spaces: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

/** Names of what filters and results speak of, as far as the viewer is told them: one statement each. */
@Injectable()
export class SearchNames {
  constructor(
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
    @Inject(People) private readonly people: People,
    @Inject(SearchRegistry) private readonly registry: SearchRegistry,
  ) {}

  async of(
    viewer: Viewer,
    wanted: { readonly spaceIds: readonly string[]; readonly topicIds: readonly string[]; readonly authorIds: readonly string[] },
  ): Promise<Names> {
    const [spaces, people, topics] = await Promise.all([
      wanted.spaceIds.length === 0 ? [] : this.spaces.byIds(viewer, [...new Set(wanted.spaceIds)]),
      wanted.authorIds.length === 0 ? [] : this.people.visiblePeople(viewer, [...new Set(wanted.authorIds)]),
      wanted.topicIds.length === 0 ? new Map<string, string>() : this.topicNames([...new Set(wanted.topicIds)]),
    ]);
    return {
      spaces: new Map(spaces.map((space) => [space.id, space.name])),
      people: new Map(people.flatMap((person) => (person === null ? [] : [[person.id, person.name]]))),
      topics,
    };
  }

  private async topicNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const named = await Promise.all(this.registry.all.map((contribution) => contribution.topicNames?.(ids) ?? new Map<string, string>()));
    return new Map(named.flatMap((names) => [...names]));
  }
}
