import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { ModerationModule } from '#moderation/server';
import { NotificationsModule } from '#notifications/server';
import { SpacesModule } from '#spaces/server';
import { ThreadsModule } from '#threads/server';
import { TopicsModule } from '#topics/server';
import { AcceptedAnswerFields, AnswerResolver } from './answer/answer.resolver.js';
import { Answers } from './answer/answers.js';
import { CatchUp } from './discussion/catch-up.js';
import { DiscussionCopies } from './discussion/discussion-copies.js';
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
import { DiscussionsThreads } from './discussions.threads.js';
import { DiscussionsTopics, TopicDiscussionsFields } from './discussions.topics.js';

const reads = [DiscussionQueries, DiscussionPlaces, DiscussionLoaders, DiscussionSeen, CatchUp, MyTopics];
const writes = [DiscussionGate, DiscussionSlugs, DiscussionCopies, NewDiscussions, FirstWords, OpenDiscussion, DiscussionStanding, Answers];
const resolvers = [
  DiscussionResolver, DiscussionFields, DiscussionsInSpaceFields, DiscussionAbilities, DiscussionMutations, CatchUpMutations, AnswerResolver, AcceptedAnswerFields,
  SpaceDiscussionsFields, TopicDiscussionsFields,
];
const work = [DiscussionsThreads, DiscussionsTopics];

@Module({
  imports: [AccountsModule, SpacesModule, TopicsModule, NotificationsModule, ModerationModule, ThreadsModule],
  providers: [...reads, ...writes, ...resolvers, ...work],
})
export class DiscussionsModule {}
