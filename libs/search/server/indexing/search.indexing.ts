import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, Outbox, type ConsumedEvent, type Logger } from '#platform/server';
import type { SearchDocument, SearchEngine } from '../contract.js';
import type { SearchContribution } from '../contribution/search.contribution.js';
import { SearchRegistry } from '../contribution/search.registry.js';
import { SearchEngines } from '../engines/search-engines.js';

const BATCH = 50;
/** Documents loaded at once for a rebuild: a page of long texts stays below some megabytes. */
const PAGE = 200;

/** Keeps the engines in step with the domains: by events, by a nightly rebuild, by catching up after an outage. */
@Injectable()
export class SearchIndexing {
  constructor(
    @Inject(Outbox) outbox: Outbox,
    @Inject(SearchRegistry) private readonly registry: SearchRegistry,
    @Inject(SearchEngines) private readonly engines: SearchEngines,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const { postgresql, meilisearch } = engines;
    outbox.consume({ name: 'search.index', events: registry.events, batchSize: BATCH, handle: (events) => this.follow(postgresql, events) });
    // Repairs what no event told of (a suspension that ended, an analyser that learned) and splits compounds anew.
    outbox.schedule({ name: 'search.rebuild', cron: '30 3 * * *', run: () => this.rebuild() });
    if (meilisearch === null) return;
    // A queue of its own: an unreachable Meilisearch must not hold up the other index.
    outbox.consume({ name: 'search.meilisearch', events: registry.events, batchSize: BATCH, handle: (events) => this.follow(meilisearch, events) });
    outbox.schedule({ name: 'search.catchUp', cron: '*/10 * * * *', run: () => this.catchUp(meilisearch) });
  }

  /** Fills every engine anew; each answers from its old index until the new one is ready. */
  async rebuild(tell: (line: string) => void = () => undefined): Promise<void> {
    for (const engine of [this.engines.postgresql, this.engines.meilisearch]) {
      if (engine !== null) await this.rebuildOne(engine, tell);
    }
  }

  private async rebuildOne(engine: SearchEngine, tell: (line: string) => void): Promise<void> {
    const started = Date.now();
    let count = 0;
    const counted = async function* (pages: AsyncIterable<readonly SearchDocument[]>): AsyncGenerator<readonly SearchDocument[]> {
      for await (const page of pages) {
        yield page;
        count += page.length;
        tell(`${engine.name}: ${count}`);
      }
    };
    await engine.rebuild(counted(this.allDocuments()));
    tell(`${engine.name}: ${count} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    this.logger.info({ engine: engine.name, documents: count, durationMs: Date.now() - started }, 'search index rebuilt');
  }

  private async *allDocuments(): AsyncGenerator<readonly SearchDocument[]> {
    for (const contribution of this.registry.all) {
      const ids = await contribution.allIds();
      for (let start = 0; start < ids.length; start += PAGE) yield await contribution.loadDocuments(ids.slice(start, start + PAGE));
    }
  }

  private async follow(engine: SearchEngine, events: readonly ConsumedEvent[]): Promise<void> {
    for (const contribution of this.registry.all) {
      const ids = await idsTouched(contribution, events);
      for (let start = 0; start < ids.length; start += PAGE) await refresh(engine, contribution, ids.slice(start, start + PAGE));
    }
  }

  /** After an outage longer than the queue's patience the counts differ: then everything is sent again. */
  private async catchUp(engine: SearchEngine): Promise<void> {
    const [theirs, ours] = await Promise.all([engine.health(), this.engines.postgresql.health()]);
    if (!theirs.isHealthy || theirs.documentCount === ours.documentCount) return;
    this.logger.warn({ engine: engine.name, has: theirs.documentCount, expected: ours.documentCount }, 'search index catches up');
    await this.rebuildOne(engine, () => undefined);
  }
}

async function idsTouched(contribution: SearchContribution, events: readonly ConsumedEvent[]): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (const event of events) {
    if (!contribution.events.includes(event.name)) continue;
    for (const id of await contribution.idsTouchedBy(event)) ids.add(id);
  }
  return [...ids];
}

/** Loads what is there now and removes the rest: the order in which events arrive does not matter. */
async function refresh(engine: SearchEngine, contribution: SearchContribution, ids: readonly string[]): Promise<void> {
  const documents = await contribution.loadDocuments(ids);
  const present = new Set(documents.map((document) => document.id));
  await engine.remove(ids.filter((id) => !present.has(id)));
  await engine.index(documents);
}
