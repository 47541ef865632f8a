import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { BookmarksModule } from '#bookmarks/server';
import { ModerationModule } from '#moderation/server';
import { NotificationsModule } from '#notifications/server';
import { SearchModule } from '#search/server';
import { SpacesModule } from '#spaces/server';
import { DraftResolver, ThreadDraftFields } from './draft/draft.resolver.js';
import { PostDrafts } from './draft/post-drafts.js';
import { ReaderLinks } from './link/reader-links.js';
import { MentionResolver } from './mention/mention.resolver.js';
import { ChangePost } from './post/change-post.js';
import { PlacePosts } from './post/place-posts.js';
import { PostCards } from './post/post-cards.js';
import { PostLoaders } from './post/post.loaders.js';
import { PostHistory } from './post/post-history.js';
import { PostStore } from './post/post-store.js';
import { PostTexts } from './post/post-texts.js';
import { PostQueries } from './post/post.queries.js';
import { PostResolver, PostRevisionFields } from './post/post.resolver.js';
import { WritePost } from './post/write-post.js';
import { React } from './reaction/react.js';
import { ReactionResolver } from './reaction/reaction.resolver.js';
import { ReadMarks } from './thread/read-marks.js';
import { RemoveSubject } from './thread/remove-subject.js';
import { ThreadMeasureFields } from './thread/thread.measures.js';
import { ThreadNews } from './thread/thread-news.js';
import { ThreadSubjects } from './thread/thread-subjects.js';
import { ThreadLoaders } from './thread/thread.loaders.js';
import { ThreadQueries } from './thread/thread.queries.js';
import { ThreadResolver } from './thread/thread.resolver.js';
import { Threads } from './thread/threads.js';
import { ThreadsBookmarks } from './threads.bookmarks.js';
import { ThreadsLeaving } from './threads.leaving.js';
import { ThreadsModeration } from './threads.moderation.js';
import { ThreadsNotices } from './threads.notices.js';
import { threadsOwnData } from './threads.own-data.js';
import { ThreadsSchedule } from './threads.schedule.js';
import { ThreadsContribution } from './threads.search.js';

const reads = [ThreadQueries, ThreadLoaders, PostQueries, PostLoaders, PostCards, PostHistory];
const writes = [PostTexts, PostStore, WritePost, ChangePost, ReadMarks, PostDrafts, PlacePosts, React, ThreadNews, RemoveSubject];
const resolvers = [ThreadResolver, ThreadMeasureFields, PostResolver, PostRevisionFields, DraftResolver, ThreadDraftFields, MentionResolver, ReactionResolver];
const work = [ThreadsContribution, ThreadsNotices, ThreadsModeration, ThreadsBookmarks, ThreadsLeaving, ThreadsSchedule, threadsOwnData];

@Module({
  imports: [AccountsModule, SpacesModule, SearchModule, NotificationsModule, ModerationModule, BookmarksModule],
  providers: [ThreadSubjects, Threads, ReaderLinks, ...reads, ...writes, ...resolvers, ...work],
  exports: [ThreadSubjects, Threads, RemoveSubject, ReaderLinks, ThreadQueries, ThreadLoaders, PostQueries, ReadMarks],
})
export class ThreadsModule {}
