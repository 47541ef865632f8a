import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { NotificationsModule } from '#notifications/server';
import { SpacesModule } from '#spaces/server';
import { FeedController } from './feed/feed.controller.js';
import { FeedAddresses } from './feed/feed.addresses.js';
import { FeedDocuments } from './feed/feed.document.js';
import { FeedTexts } from './feed/feed-text.js';
import { FeedResolver } from './feed/feed.resolver.js';
import { FeedSources } from './feed-sources.js';
import { FeedsOfPersons } from './feeds.persons.js';

@Module({
  imports: [AccountsModule, SpacesModule, NotificationsModule],
  controllers: [FeedController],
  providers: [FeedSources, FeedAddresses, FeedDocuments, FeedTexts, FeedResolver, FeedsOfPersons],
  exports: [FeedSources],
})
export class FeedsModule {}
