import { Inject, Injectable } from '@nestjs/common';
import { Db } from '#platform/server';
import { SearchRegistry, type SearchCard, type SearchContribution, type SearchDocument } from '#search/server';
import { TopicService } from './topic/topic.service.js';

/** Lends search the vocabulary: synonyms and names. A topic itself is no result; what carries it is. */
@Injectable()
export class TopicsContribution implements SearchContribution {
  readonly kind = 'topic';
  readonly events: readonly string[] = [];

  constructor(
    @Inject(SearchRegistry) registry: SearchRegistry,
    @Inject(Db) private readonly db: Db,
    @Inject(TopicService) private readonly topics: TopicService,
  ) {
    registry.contribute(this);
  }

  async idsTouchedBy(): Promise<readonly string[]> {
    return [];
  }

  async loadDocuments(): Promise<readonly SearchDocument[]> {
    return [];
  }

  async allIds(): Promise<readonly string[]> {
    return [];
  }

  async loadCards(): Promise<readonly SearchCard[]> {
    return [];
  }

  async synonyms(): Promise<readonly (readonly string[])[]> {
    const topics = await this.topics.all(true);
    return topics.filter((topic) => topic.synonyms.length > 0).map((topic) => [topic.name, ...topic.synonyms]);
  }

  async topicNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.hotQuery<{ id: string; name: string }>('select id, name from topic where id = any($1::uuid[])', [ids]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}
