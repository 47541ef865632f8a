/** For specs of this and of higher domains. */
export { aDiscussion, aReply, aRound, discussionsWithGround } from '../discussions.testing.js';
export type { DiscussionWishes, TestDiscussion, TestRound } from '../discussions.testing.js';
