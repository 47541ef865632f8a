import { useMutation } from '@apollo/client/react';
import { uuidv7 } from '#platform/shared';
import { graphql } from '#platform/web';

export const BookmarkOfQuery = graphql(`
  query BookmarkOf($kind: String!, $targetId: ID!) {
    bookmarkOf(kind: $kind, targetId: $targetId) { id kind targetId note remindOn isDue }
  }
`);
const SetBookmark = graphql(`
  mutation SetBookmark($input: SetBookmarkInput!) {
    setBookmark(input: $input) { id kind targetId note remindOn isDue }
  }
`);
const RemoveBookmark = graphql(`
  mutation RemoveBookmark($input: RemoveBookmarkInput!) {
    removeBookmark(input: $input)
  }
`);

/** A thing that is or can be kept. */
export interface Target {
  readonly kind: string;
  readonly id: string;
}

/** What one notes beside it; empty for nothing. */
export interface BookmarkNote {
  readonly note: string;
  /** `YYYY-MM-DD`. */
  readonly remindOn: string;
}

/** Keeping and no longer keeping one thing; every button on the page that shows it follows. */
export function useKeeping({ kind, id: targetId }: Target) {
  const [set] = useMutation(SetBookmark);
  const [remove] = useMutation(RemoveBookmark);
  return {
    keep: async ({ note, remindOn }: BookmarkNote = { note: '', remindOn: '' }) =>
      set({
        variables: { input: { id: uuidv7(), kind, targetId, note, remindOn: remindOn === '' ? null : remindOn } },
        update: (cache, { data }) => {
          if (data) cache.writeQuery({ query: BookmarkOfQuery, variables: { kind, targetId }, data: { bookmarkOf: data.setBookmark } });
        },
      }),
    release: async () =>
      remove({
        variables: { input: { kind, targetId } },
        update: (cache) => cache.writeQuery({ query: BookmarkOfQuery, variables: { kind, targetId }, data: { bookmarkOf: null } }),
      }),
  };
}
