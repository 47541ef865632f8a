import { randomUUID } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { searchEngineContract } from '../engine-contract.testing.js';
import { MeilisearchEngine } from './meilisearch.engine.js';

const { MEILI_URL: url, MEILI_KEY: key = '' } = process.env;

async function openMeilisearchEngine() {
  if (url === undefined) throw new Error('MEILI_URL is not set');
  const uid = `test-${randomUUID()}`;
  return {
    engine: new MeilisearchEngine({ url, key, uid }),
    close: async (): Promise<void> => {
      await new Meilisearch({ host: url, apiKey: key }).deleteIndex(uid).waitTask();
    },
  };
}

// Needs a server: MEILI_URL and MEILI_KEY. Without one these tests are reported as skipped.
(url === undefined ? describe.skip : describe)('the Meilisearch engine', () => {
  searchEngineContract(openMeilisearchEngine);
});
