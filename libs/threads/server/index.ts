/** Rows of posts under whatever content: writing, reading by position, quotes, mentions, reactions, read marks. */
import type { ServerDomain } from '#platform/server';
import { ThreadsLinkedIds1700000000701 } from './threads.linked-ids.migration.js';
import { Threads1700000000700 } from './threads.migration.js';
import { ThreadsKeeping1700000000702 } from './threads.keeping.migration.js';
import { ThreadsForgotten1700000000703 } from './threads.forgotten.migration.js';
import { ThreadsModule } from './threads.module.js';

/** Takes links to what a reader may not see out of a text: `html(viewer, texts)`, `markdown(viewer, texts)`. */
export { ReaderLinks } from './link/reader-links.js';
/** Reads of posts for other domains, each bound to its viewer: accepted answers, catching up. */
export { PostQueries } from './post/post.queries.js';
export type { PlacedPost } from './post/post.queries.js';
export type { PostRow } from './post/post.row.js';
/** Whom and what texts name that somebody else stores, when a person goes for good. */
export { personInTexts, textsAbout } from './post/person-in-texts.js';
/** A text rendered before the transaction begins, from `Threads.prepare`. */
export type { PreparedText } from './post/post-texts.js';
/** The GraphQL type `Post`, for fields of content domains such as an accepted answer. */
export { Post } from './post/post.type.js';
/** `readAll(tx, accountId, threadIds)` for "mark all read". */
export { ReadMarks } from './thread/read-marks.js';
/** Where content domains tell what bears threads: `subjects.contribute({ kind, load, pathAt })`. */
export { ThreadSubjects } from './thread/thread-subjects.js';
export type { HeldSubject, ThreadSubject, ThreadSubjectKind } from './thread/thread-subjects.js';
/** `bySubject(context, kind, id)` and `byId(context, id)` for a field of the type {@link Thread}. */
export { ThreadLoaders } from './thread/thread.loaders.js';
/** What may be done in a thread, as pure functions. */
export { canReply, replyRefusal } from './thread/thread.policy.js';
/** Reads of threads, each bound to its viewer; `threadAsJson` brings one along with its subject in one statement. */
export { threadAsJson, ThreadQueries } from './thread/thread.queries.js';
/** The row a field of the type {@link Thread} returns, and its making from {@link threadAsJson}. */
export { threadFromJson } from './thread/thread.row.js';
export type { ThreadJson, ThreadRow } from './thread/thread.row.js';
/** The GraphQL type `Thread`, for the field `thread` of content domains. */
export { Thread } from './thread/thread.type.js';
/** For a subject that is deleted, within that transaction. */
export { RemoveSubject } from './thread/remove-subject.js';
/** Open, write, sync, move: always inside the transaction that changes the subject. */
export { Threads } from './thread/threads.js';
export type { FirstPost, SubjectFacts, SubjectKey } from './thread/threads.js';
export { ThreadsModule } from './threads.module.js';

export const threadsDomain: ServerDomain = {
  name: 'threads',
  module: ThreadsModule,
  entities: [],
  migrations: [Threads1700000000700, ThreadsLinkedIds1700000000701, ThreadsKeeping1700000000702, ThreadsForgotten1700000000703],
};
