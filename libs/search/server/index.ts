/** Finding: one question over everything the viewer may read. Domains hand in what is found; search knows no content. */
import type { ServerDomain } from '#platform/server';
import { Search1700000000300 } from './search.migration.js';
import { SearchModule } from './search.module.js';

export { AUDIENCE_EVERYONE, AUDIENCE_PROGRAMME } from './contract.js';
/** What an engine is given and answers; for contributions and benches. */
export type { SearchAnswer, SearchDocument, SearchEngine, SearchFilters, SearchRequest } from './contract.js';
/** What a domain hands in, in the constructor of one of its providers: `registry.contribute(…)`. */
export type { SearchCard, SearchContribution } from './contribution/search.contribution.js';
export { SearchRegistry } from './contribution/search.registry.js';
/** `similar(viewer, title)` for whoever shows things like the one being written; what a viewer may not see is never in it. */
export { SearchService } from './finding/search.service.js';
export type { Question, TitleQuestion } from './finding/search.service.js';
/** `rebuild(tell)` fills the index anew; for `npm run search:rebuild`. */
export { SearchIndexing } from './indexing/search.indexing.js';
export { SearchModule } from './search.module.js';

export const searchDomain: ServerDomain = {
  name: 'search',
  module: SearchModule,
  entities: [],
  migrations: [Search1700000000300],
};
