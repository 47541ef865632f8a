import type { EnqueuedTaskPromise, Index, Meilisearch, Settings } from 'meilisearch';
import type { MeilisearchDocument } from './meilisearch-document.js';
import { REMOVED_KIND, removedDocument } from './meilisearch-document.js';

/** Totals and pages reach this far, as far as the other engine counts. */
export const MOST_HITS = 3_000;
const TASK_TIMEOUT_MS = 120_000;
const CUTOFF_MS = 1_000;

const SETTINGS: Settings = {
  searchableAttributes: ['lexTitle', 'lexBody', 'lexParts', 'words'],
  displayedAttributes: ['id', 'kind', 'title', 'body', 'keywords', 'standing'],
  filterableAttributes: [
    { attributePatterns: ['audience', 'kind', 'spaceId', 'authorIds', 'topicIds'], features: { facetSearch: false, filter: { equality: true, comparison: false } } },
    { attributePatterns: ['updatedAt'], features: { facetSearch: false, filter: { equality: true, comparison: true } } },
  ],
  // Stems are no German words: its splitting of German compounds would cut them anywhere.
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
  typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  faceting: { maxValuesPerFacet: 100 },
  pagination: { maxTotalHits: MOST_HITS },
  searchCutoffMs: CUTOFF_MS,
};

/** The index in Meilisearch and the one that is being filled beside it. Every write waits until it can be found. */
export class MeilisearchIndex {
  private ready: Promise<void> | null = null;

  constructor(
    private readonly client: Meilisearch,
    readonly uid: string,
  ) {}

  private get next(): string {
    return `${this.uid}-next`;
  }

  async put(documents: readonly MeilisearchDocument[]): Promise<void> {
    await this.prepare();
    for (const index of await this.written()) await done(index.addDocuments([...documents]));
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.prepare();
    await done(this.client.index(this.uid).deleteDocuments([...ids]));
    // A mark instead of nothing: a page that was read before must not bring it back.
    if (await this.isFilling()) await done(this.client.index(this.next).addDocuments(ids.map(removedDocument)));
  }

  async documentCount(): Promise<number> {
    await this.prepare();
    return (await this.client.index(this.uid).getStats()).numberOfDocuments;
  }

  async rebuild(pages: AsyncIterable<readonly MeilisearchDocument[]>): Promise<void> {
    await this.prepare();
    if (await this.isFilling()) await done(this.client.deleteIndex(this.next));
    await done(this.client.createIndex(this.next, { primaryKey: 'id' }));
    const next = this.client.index<MeilisearchDocument>(this.next);
    await done(next.updateSettings(SETTINGS));
    for await (const page of pages) {
      const ids = page.map((document) => document.id);
      const newer = await next.getDocuments({ ids, fields: ['id'], limit: ids.length });
      const known = new Set(newer.results.map((document) => document.id));
      const missing = page.filter((document) => !known.has(document.id));
      if (missing.length > 0) await done(next.addDocuments(missing));
    }
    await done(next.deleteDocuments({ filter: `kind = "${REMOVED_KIND}"` }));
    await done(this.client.swapIndexes([{ indexes: [this.uid, this.next], rename: false }]));
    await done(this.client.deleteIndex(this.next));
  }

  /** Makes the index and its settings once; changing settings re-indexes everything, so only where they differ. */
  async prepare(): Promise<void> {
    this.ready ??= this.makeReady().catch((error: unknown) => {
      this.ready = null;
      throw error;
    });
    return this.ready;
  }

  private async makeReady(): Promise<void> {
    if (!(await this.exists(this.uid))) await done(this.client.createIndex(this.uid, { primaryKey: 'id' }));
    const index = this.client.index(this.uid);
    const current: Settings = await index.getSettings();
    const hasAll = Object.entries(SETTINGS).every(([name, value]) => contains(current[name as keyof Settings], value));
    if (!hasAll) await done(index.updateSettings(SETTINGS));
  }

  private async written(): Promise<Index<MeilisearchDocument>[]> {
    const uids = (await this.isFilling()) ? [this.uid, this.next] : [this.uid];
    return uids.map((uid) => this.client.index<MeilisearchDocument>(uid));
  }

  private async isFilling(): Promise<boolean> {
    return this.exists(this.next);
  }

  private async exists(uid: string): Promise<boolean> {
    const { results } = await this.client.getRawIndexes({ limit: 1_000 });
    return results.some((index) => index.uid === uid);
  }
}

/** A task that fails does not throw by itself. */
async function done(enqueued: EnqueuedTaskPromise): Promise<void> {
  const task = await enqueued.waitTask({ timeout: TASK_TIMEOUT_MS, interval: 20 });
  if (task.status !== 'succeeded') throw new Error(`Meilisearch task ${task.type} ${task.status}: ${task.error?.message ?? ''}`);
}

/** Whether everything wanted is set like that; Meilisearch adds defaults of its own. */
function contains(current: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return Array.isArray(current) && current.length === wanted.length && wanted.every((entry, index) => contains(current[index], entry));
  }
  if (typeof wanted === 'object' && wanted !== null) {
    return typeof current === 'object' && current !== null && Object.entries(wanted).every(([key, value]) => contains((current as Record<string, unknown>)[key], value));
  }
  return current === wanted;
}
