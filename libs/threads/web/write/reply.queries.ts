import { OwnMeasureFragment } from '#moderation/web';
import { graphql } from '#platform/web';
import { PostFragment } from '../post/post.fragment.js';

/** What changes about a thread when somebody writes in it. */
export const ThreadStandingFragment = graphql(`
  fragment ThreadStanding on Thread {
    id
    postCount
    lastPosition
    isClosed
    slowModeSeconds
    viewerCanReply
    replyRefusal
    mayReplyAt
  }
`);

/** Asked when somebody begins to write: it concerns hardly anybody, and must not cost every page. */
export const MeasuresInThread = graphql(
  `
    query MeasuresInThread($threadId: ID!) {
      thread(id: $threadId) { id viewerMeasures { id kind ...OwnMeasureHere } }
    }
  `,
  [OwnMeasureFragment],
);

export const WritePost = graphql(
  `
    mutation WritePost($input: WritePostInput!) {
      writePost(input: $input) { ...PostView thread { ...ThreadStanding draft { threadId replyToId body version savedAt } heldPosts { id ...PostView } } }
    }
  `,
  [PostFragment, ThreadStandingFragment],
);

export const SavePostDraft = graphql(`
  mutation SavePostDraft($input: SavePostDraftInput!) {
    savePostDraft(input: $input) { threadId replyToId body version savedAt }
  }
`);

export const DiscardPostDraft = graphql(`
  mutation DiscardPostDraft($input: DiscardPostDraftInput!) {
    discardPostDraft(input: $input)
  }
`);

export const PostDraftQuery = graphql(`
  query PostDraft($threadId: ID!) {
    thread(id: $threadId) { id draft { threadId replyToId body version savedAt } }
  }
`);
