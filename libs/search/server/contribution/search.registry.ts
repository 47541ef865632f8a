import { Injectable } from '@nestjs/common';
import type { SearchContribution } from './search.contribution.js';

/** Where domains hand in their contributions, in the constructor of one of their providers. */
@Injectable()
export class SearchRegistry {
  private readonly byKind = new Map<string, SearchContribution>();
  /** Grows while the application is put together; the outbox reads it at every event. */
  readonly events: string[] = [];

  contribute(contribution: SearchContribution): void {
    if (this.byKind.has(contribution.kind)) throw new Error(`search knows the kind ${contribution.kind} already`);
    this.byKind.set(contribution.kind, contribution);
    for (const event of contribution.events) if (!this.events.includes(event)) this.events.push(event);
  }

  get all(): readonly SearchContribution[] {
    return [...this.byKind.values()];
  }

  find(kind: string): SearchContribution | undefined {
    return this.byKind.get(kind);
  }
}
