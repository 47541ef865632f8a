import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { BookmarksModule } from '#bookmarks/server';
import { FeedsModule } from '#feeds/server';
import { ModerationModule } from '#moderation/server';
import { NotificationsModule } from '#notifications/server';
import { SearchModule } from '#search/server';
import { SpacesModule } from '#spaces/server';
import { ThreadsModule } from '#threads/server';
import { TopicsModule } from '#topics/server';
import { AcceptedAnswerFields, AnswerResolver } from './answer/answer.resolver.js';
import { Answers } from './answer/answers.js';
import { CatchUp } from './discussion/catch-up.js';
import { DiscussionCopies } from './discussion/discussion-copies.js';
import { DiscussionNews } from './discussion/discussion-news.js';
import { DiscussionPlaces } from './discussion/discussion-places.js';
import { DiscussionSeen } from './discussion/discussion-seen.js';
import { DiscussionSlugs } from './discussion/discussion-slugs.js';
import { DiscussionStanding } from './discussion/discussion-standing.js';
import { DiscussionAbilities } from './discussion/discussion.abilities.js';
import { DiscussionFields, DiscussionsInSpaceFields } from './discussion/discussion.fields.js';
import { DiscussionGate } from './discussion/discussion.gate.js';
import { DiscussionLoaders } from './discussion/discussion.loaders.js';
import { CatchUpMutations, DiscussionMutations } from './discussion/discussion.mutations.js';
import { DiscussionQueries } from './discussion/discussion.queries.js';
import { DiscussionResolver } from './discussion/discussion.resolver.js';
import { FirstWords } from './discussion/first-words.js';
import { MyTopics } from './discussion/my-topics.js';
import { NewDiscussions } from './discussion/new-discussions.js';
import { OpenDiscussion } from './discussion/open-discussion.js';
import { SpaceDiscussionsFields } from './discussion/space-discussions.fields.js';
import { UnheldWords } from './discussion/unheld-words.js';
import { DiscussionsBookmarks } from './discussions.bookmarks.js';
import { DiscussionsFeeds } from './discussions.feeds.js';
import { DiscussionsLeaving } from './discussions.leaving.js';
import { DiscussionsModeration } from './discussions.moderation.js';
import { DiscussionsNotices } from './discussions.notices.js';
import { discussionsOwnData } from './discussions.own-data.js';
import { DiscussionsSchedule } from './discussions.schedule.js';
import { DiscussionsContribution } from './discussions.search.js';
import { DiscussionsThreads } from './discussions.threads.js';
import { DiscussionsTopics, TopicDiscussionsFields } from './discussions.topics.js';
import { DiscussionDrafts } from './draft/discussion-drafts.js';
import { DiscussionDraftResolver } from './draft/draft.resolver.js';
import { PollModeration } from './poll/poll.moderation.js';
import { PollFields, PollOptionFields, PollResolver } from './poll/poll.resolver.js';
import { Polls } from './poll/polls.js';
import { BranchOff } from './rearranging/branch-off.js';
import { DiscussionSpots } from './rearranging/discussion-spots.js';
import { MergeDiscussions } from './rearranging/merge-discussions.js';
import { MoveDiscussion } from './rearranging/move-discussion.js';
import { MovedSight } from './rearranging/moved-sight.js';
import { RearrangingResolver } from './rearranging/rearranging.resolver.js';
import { SimilarResolver } from './similar/similar.resolver.js';

const reads = [DiscussionQueries, DiscussionPlaces, DiscussionLoaders, DiscussionSeen, CatchUp, MyTopics, DiscussionSpots];
const writes = [DiscussionGate, DiscussionSlugs, DiscussionCopies, DiscussionNews, NewDiscussions, FirstWords, UnheldWords, DiscussionDrafts, OpenDiscussion, DiscussionStanding, Answers, Polls, MovedSight, MoveDiscussion, BranchOff, MergeDiscussions];
const resolvers = [
  DiscussionResolver, DiscussionFields, DiscussionsInSpaceFields, DiscussionAbilities, DiscussionMutations, CatchUpMutations, AnswerResolver, AcceptedAnswerFields,
  SpaceDiscussionsFields, TopicDiscussionsFields, PollResolver, PollFields, PollOptionFields, RearrangingResolver, SimilarResolver, DiscussionDraftResolver,
];
const work = [
  DiscussionsThreads, DiscussionsTopics, DiscussionsContribution, DiscussionsNotices, DiscussionsModeration, PollModeration, DiscussionsBookmarks, DiscussionsFeeds, DiscussionsLeaving,
  discussionsOwnData, DiscussionsSchedule,
];

@Module({
  imports: [AccountsModule, SpacesModule, SearchModule, TopicsModule, NotificationsModule, ModerationModule, BookmarksModule, FeedsModule, ThreadsModule],
  providers: [...reads, ...writes, ...resolvers, ...work],
  exports: [DiscussionQueries],
})
export class DiscussionsModule {}
