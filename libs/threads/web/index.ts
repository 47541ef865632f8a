/** Posts in the browser: one row of them for whatever content they hang under. */
export { factsOf } from './post/PostView.js';
export type { PostExtras, PostFacts } from './post/PostView.js';
export { PostFragment } from './post/post.fragment.js';
/** Replies that were begun: what of them is in this browser alone, and throwing them away. */
export { discardReply, repliesLeftHere, saveRepliesLeftHere } from './write/begun-replies.js';
export type { BegunReply } from './write/begun-replies.js';
/** Edits of posts that were begun: they lie in this browser alone. */
export { discardEdit, pathToEdit, useKeptEdits } from './post/kept-edits.js';
export type { KeptEdit } from './post/kept-edits.js';
/** Replies that were sent off without a network: what of them waits, and their going out from every page. */
export { KeepSending } from './write/KeepSending.js';
export { useWaitingReplies } from './write/outbox.js';
export type { OutboxEntry, TakenBack } from './write/post-outbox.js';
/** A shelf of this browser for texts that the server does not have yet; forgotten at sign-out. */
export { shelfOf } from './write/post-shelf.js';
export type { Shelf } from './write/post-shelf.js';
export { ThreadFragment } from './stream/stream.queries.js';
/** Where one is in a long thread, and the way to any other place of it. */
export { PositionBar } from './stream/PositionBar.js';
export { Thread } from './Thread.js';
export type { ThreadProps } from './Thread.js';
export { threadsRoutes } from './threads.routes.js';
export { threadsTexts } from './threads-texts.js';
/** Whom one can name where one writes, for the editor. */
export { useMentionSource } from './write/use-mention-source.js';
