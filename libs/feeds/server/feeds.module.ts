import { Module } from '@nestjs/common';
import { FeedSources } from './feed-sources.js';

@Module({
  providers: [FeedSources],
  exports: [FeedSources],
})
export class FeedsModule {}
