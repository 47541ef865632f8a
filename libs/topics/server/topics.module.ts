import { Module } from '@nestjs/common';
import { NotificationsModule } from '#notifications/server';
import { SearchModule } from '#search/server';
import { TopicCarriers } from './topic/topic.carriers.js';
import { TopicResolver } from './topic/topic.resolver.js';
import { TopicService } from './topic/topic.service.js';
import { TopicsFollowing } from './topics.following.js';
import { TopicsContribution } from './topics.search.js';

@Module({
  imports: [SearchModule, NotificationsModule],
  providers: [TopicCarriers, TopicService, TopicResolver, TopicsContribution, TopicsFollowing],
  exports: [TopicCarriers, TopicService],
})
export class TopicsModule {}
