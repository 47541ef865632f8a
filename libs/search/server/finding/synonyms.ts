import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/server';
import { SearchRegistry } from '../contribution/search.registry.js';

/** A changed synonym acts after this long at the latest; asking the database at every key press would cost more. */
const FRESH_FOR_MS = 30_000;

/** Words that mean the same, from all contributions. */
@Injectable()
export class Synonyms {
  private known: readonly (readonly string[])[] = [];
  private freshUntil = 0;

  constructor(
    @Inject(SearchRegistry) private readonly registry: SearchRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async all(): Promise<readonly (readonly string[])[]> {
    const now = this.clock.now().getTime();
    if (now >= this.freshUntil) {
      this.freshUntil = now + FRESH_FOR_MS;
      const groups = await Promise.all(this.registry.all.map((contribution) => contribution.synonyms?.() ?? []));
      this.known = groups.flat();
    }
    return this.known;
  }
}
