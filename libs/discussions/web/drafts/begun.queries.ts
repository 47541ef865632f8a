import { graphql } from '#platform/web';
import { DraftFragment } from './drafts.queries.js';

/** Everything one has begun and not sent. */
export const BegunQuery = graphql(
  `
    query Begun {
      myDiscussionDrafts { ...DiscussionDraftWhole space { id slug name discussions { viewerCanOpen } } }
      myPostDrafts { threadId body version savedAt thread { id subject { title path } } }
    }
  `,
  [DraftFragment],
);
