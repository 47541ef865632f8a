import { graphql } from '#platform/web';

export const ChoosablePostFragment = graphql(`
  fragment ChoosablePost on Post @_unmask {
    id
    position
    html
    isDeleted
    isHidden
    isHeld
    author {
      accountId
      name
    }
  }
`);

/** The question and what answered it: most of what a tip is made of. */
export const PassagesQuery = graphql(
  `
    query PassagesToChoose($slug: String!) {
      discussion(slug: $slug) {
        id
        answers {
          post {
            ...ChoosablePost
          }
        }
        thread {
          id
          lastPosition
          marks {
            position
            at
          }
          posts(first: 1) {
            nodes {
              ...ChoosablePost
            }
          }
        }
      }
    }
  `,
  [ChoosablePostFragment],
);

/** The others, some at a time from any place. */
export const StretchQuery = graphql(
  `
    query StretchToChoose($id: ID!, $from: Int!, $direction: PostWindowDirection!) {
      thread(id: $id) {
        id
        posts(from: $from, first: 30, direction: $direction) {
          nodes {
            ...ChoosablePost
          }
          from
          to
          hasEarlier
          hasLater
        }
      }
    }
  `,
  [ChoosablePostFragment],
);
