import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { SpacesModule } from '#spaces/server';
import { DraftResolver, ThreadDraftFields } from './draft/draft.resolver.js';
import { PostDrafts } from './draft/post-drafts.js';
import { MentionResolver } from './mention/mention.resolver.js';
import { ChangePost } from './post/change-post.js';
import { PostHistory } from './post/post-history.js';
import { PostStore } from './post/post-store.js';
import { PostTexts } from './post/post-texts.js';
import { PostQueries } from './post/post.queries.js';
import { PostResolver, PostRevisionFields } from './post/post.resolver.js';
import { WritePost } from './post/write-post.js';
import { React } from './reaction/react.js';
import { ReactionResolver } from './reaction/reaction.resolver.js';
import { ReadMarks } from './thread/read-marks.js';
import { ThreadSubjects } from './thread/thread-subjects.js';
import { ThreadLoaders } from './thread/thread.loaders.js';
import { ThreadQueries } from './thread/thread.queries.js';
import { ThreadResolver } from './thread/thread.resolver.js';
import { Threads } from './thread/threads.js';

const reads = [ThreadQueries, ThreadLoaders, PostQueries, PostHistory];
const writes = [PostTexts, PostStore, WritePost, ChangePost, ReadMarks, PostDrafts, React];
const resolvers = [ThreadResolver, PostResolver, PostRevisionFields, DraftResolver, ThreadDraftFields, MentionResolver, ReactionResolver];

@Module({
  imports: [AccountsModule, SpacesModule],
  providers: [ThreadSubjects, Threads, ...reads, ...writes, ...resolvers],
  exports: [ThreadSubjects, Threads, ThreadQueries, ThreadLoaders, PostQueries, ReadMarks],
})
export class ThreadsModule {}
