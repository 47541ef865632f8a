import { Injectable } from '@nestjs/common';
import { Contributions } from '#platform/server';
import type { SearchContribution } from './search.contribution.js';

/** Where domains hand in their contributions, in the constructor of one of their providers. */
@Injectable()
export class SearchRegistry {
  private readonly contributions = new Contributions<SearchContribution>('kinds of search', ({ kind }) => kind);
  /** Grows while the application is put together; the outbox reads it at every event. */
  readonly events: string[] = [];

  contribute(contribution: SearchContribution): void {
    this.contributions.add(contribution);
    for (const event of contribution.events) if (!this.events.includes(event)) this.events.push(event);
  }

  get all(): readonly SearchContribution[] {
    return this.contributions.all;
  }

  find(kind: string): SearchContribution | undefined {
    return this.contributions.named(kind);
  }
}
