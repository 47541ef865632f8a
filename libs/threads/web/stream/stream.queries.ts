import { graphql, type ResultOf } from '#platform/web';
import { PostFragment } from '../post/post.fragment.js';
import { ThreadStandingFragment } from '../write/reply.queries.js';

/** What a page asks of a thread that it shows; the posts come by themselves, window by window. */
export const ThreadFragment = graphql(
  `
    fragment ThreadView on Thread {
      id
      lastReadPosition
      firstUnreadPosition
      unreadCount
      marks { position at }
      draft { threadId replyToId body version savedAt }
      heldPosts { id ...PostView }
      ...ThreadStanding
    }
  `,
  [PostFragment, ThreadStandingFragment],
);

const WindowFragment = graphql(
  `
    fragment ThreadWindow on PostWindow {
      hasEarlier
      hasLater
      nodes { id position ...PostView }
    }
  `,
  [PostFragment],
);

export const AroundQuery = graphql(
  `
    query ThreadAround($id: ID!, $from: Int!, $before: Int!, $some: Int!, $few: Int!) {
      thread(id: $id) {
        id
        lastPosition
        later: posts(from: $from, first: $some, direction: forward) { ...ThreadWindow }
        earlier: posts(from: $before, first: $few, direction: backward) { ...ThreadWindow }
      }
    }
  `,
  [WindowFragment],
);

export const StretchQuery = graphql(
  `
    query ThreadStretch($id: ID!, $from: Int!, $some: Int!, $direction: PostWindowDirection!) {
      thread(id: $id) {
        id
        lastPosition
        posts(from: $from, first: $some, direction: $direction) { ...ThreadWindow }
      }
    }
  `,
  [WindowFragment],
);

export const MovedPostQuery = graphql(`
  query MovedPost($id: ID!, $position: Int!, $to: Int) {
    thread(id: $id) { id movedPost(position: $position, to: $to) { id path thread { id subject { title } } } }
  }
`);

export const ReadThread = graphql(`
  mutation ReadThread($input: ReadThreadInput!) {
    readThread(input: $input) { id lastReadPosition unreadCount firstUnreadPosition }
  }
`);

/** Looked at again after a time without news. */
export const ThreadNewsQuery = graphql(
  `
    query ThreadNews($id: ID!) {
      thread(id: $id) { id marks { position at } heldPosts { id ...PostView } ...ThreadStanding }
    }
  `,
  [PostFragment, ThreadStandingFragment],
);

export { WindowFragment };
export type ThreadWindow = ResultOf<typeof WindowFragment>;
