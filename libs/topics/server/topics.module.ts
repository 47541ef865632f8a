import { Module } from '@nestjs/common';
import { SearchModule } from '#search/server';
import { TopicCarriers } from './topic/topic.carriers.js';
import { TopicResolver } from './topic/topic.resolver.js';
import { TopicService } from './topic/topic.service.js';
import { TopicsContribution } from './topics.search.js';

@Module({
  imports: [SearchModule],
  providers: [TopicCarriers, TopicService, TopicResolver, TopicsContribution],
  exports: [TopicCarriers, TopicService],
})
export class TopicsModule {}
