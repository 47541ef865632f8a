import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { NotificationsModule } from '#notifications/server';
import { SpacesModule } from '#spaces/server';
import { BookmarkQueries } from './bookmark/bookmark.queries.js';
import { BookmarkResolver } from './bookmark/bookmark.resolver.js';
import { BookmarkService } from './bookmark/bookmark.service.js';
import { Bookmarks } from './bookmark/bookmarks.js';
import { BookmarksLeaving } from './bookmarks.leaving.js';
import { BookmarkNotices } from './bookmarks.notices.js';
import { bookmarksOwnData } from './bookmarks.own-data.js';
import { BookmarksSchedule } from './bookmarks.schedule.js';
import { BookmarkKinds } from './contribution/bookmark-kinds.js';

@Module({
  imports: [AccountsModule, SpacesModule, NotificationsModule],
  providers: [BookmarkKinds, Bookmarks, BookmarkQueries, BookmarkService, BookmarkResolver, BookmarksLeaving, bookmarksOwnData, BookmarkNotices, BookmarksSchedule],
  exports: [BookmarkKinds, Bookmarks],
})
export class BookmarksModule {}
