import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { describeError, useViewer, watchUnsavedWork } from '#platform/web';
import { browserShelf } from './browser-shelf.js';
import { DraftKeeper, type DraftServer, type DraftSnapshot } from './draft-keeper.js';
import type { StoredDraft } from './draft.js';
import { LookAtDraftQuery, newestOf, SaveDraft } from './edit-tip.query.js';

/** So often an open editor looks whether somebody else went on. */
const LOOK_MS = 20_000;

type Client = ReturnType<typeof useApolloClient>;

function draftServer(client: Client, tipId: string, spaceId: string | null): DraftServer {
  return {
    save: async ({ coAuthorIds, topicIds, ...text }, { version, revision }) => {
      const { data } = await client.mutate({
        mutation: SaveDraft,
        variables: {
          input: {
            id: tipId,
            ...text,
            topicIds: [...topicIds],
            coAuthorIds: [...coAuthorIds],
            ...(version > 0 ? { baseVersion: version } : { baseRevision: revision }),
            // The space counts only for the very first saving; later ones must not move the draft.
            ...(version === 0 && revision === 0 && spaceId !== null ? { spaceId } : {}),
          },
        },
      });
      const copy = data?.saveDraft.workingCopy;
      if (!copy) throw new TypeError('no working copy in the answer');
      return copy;
    },
    load: async () => {
      try {
        const { data } = await client.query({ query: LookAtDraftQuery, variables: { id: tipId }, fetchPolicy: 'network-only' });
        return data === undefined ? null : newestOf(data.tip);
      } catch (error) {
        if (describeError(error).code === 'NOT_FOUND') return null;
        throw error;
      }
    },
  };
}

export interface Draft extends DraftSnapshot {
  readonly keeper: DraftKeeper;
}

/**
 * One draft for as long as its editor is open: saved, restored, watched.
 * @param space where a tip begins that the server does not know yet.
 */
export function useDraft(tipId: string, space: { readonly id: string; readonly slug: string } | null, stored: StoredDraft): Draft {
  const client = useApolloClient();
  const { accountId } = useViewer();
  const [keeper] = useState(() => new DraftKeeper({ server: draftServer(client, tipId, space?.id ?? null), shelf: browserShelf(accountId ?? 'guest', tipId, space?.slug ?? null), stored, ownAccountId: accountId }));
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.current);

  useEffect(() => {
    keeper.resume();
    void keeper.restore();
    const flush = () => void keeper.flush();
    const seen = () => void (document.visibilityState === 'visible' ? keeper.look() : keeper.flush());
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', seen);
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void keeper.look();
    }, LOOK_MS);
    const leaveList = watchUnsavedWork({ save: () => keeper.flush(), discard: () => keeper.end() });
    return () => {
      leaveList();
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', seen);
      clearInterval(timer);
      keeper.dispose();
    };
  }, [keeper]);

  return { ...snapshot, keeper };
}
