import { graphql } from '#platform/web';

export const PostReferenceFragment = graphql(`
  fragment PostReference on PostReference {
    id
    threadId
    position
    author { accountId name }
  }
`);

/** Everything one post shows. */
export const PostFragment = graphql(
  `
    fragment PostView on Post {
      id
      threadId
      position
      createdAt
      editedAt
      revisionNumber
      html
      isOpening
      isDeleted
      deletedAt
      isHeld
      heldReasons
      isHidden
      hiddenReason
      viewerIsAuthor
      viewerCanEdit
      viewerCanDelete
      viewerCanRestore
      viewerCanReact
      viewerCanReport
      author { accountId name }
      replyTo { ...PostReference }
      quotes { ...PostReference }
      quotedBy { ...PostReference }
      reactions { kind count viewerReacted }
    }
  `,
  [PostReferenceFragment],
);
