import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { SpacesModule } from '#spaces/server';
import { PeopleContribution } from './contribution/people.contribution.js';
import { SearchRegistry } from './contribution/search.registry.js';
import { SpacesContribution } from './contribution/spaces.contribution.js';
import { SearchEngines } from './engines/search-engines.js';
import { SearchNames } from './finding/search-names.js';
import { SearchResolver } from './finding/search.resolver.js';
import { SearchService } from './finding/search.service.js';
import { Synonyms } from './finding/synonyms.js';
import { SearchIndexing } from './indexing/search.indexing.js';
import { SearchMissResolver } from './miss/search-miss.resolver.js';
import { SearchMisses } from './miss/search-misses.js';

@Module({
  imports: [AccountsModule, SpacesModule],
  providers: [
    SearchRegistry, SpacesContribution, PeopleContribution, SearchEngines, SearchNames, Synonyms, SearchService, SearchResolver,
    SearchIndexing, SearchMisses, SearchMissResolver,
  ],
  exports: [SearchRegistry, SearchIndexing, SearchService],
})
export class SearchModule {}
