import { useApolloClient } from '@apollo/client/react';
import { useSyncExternalStore } from 'react';
import { useViewer, watchUnsavedWork } from '#platform/web';
import { discussionShelf } from './draft-shelf.js';
import { DraftStore, type DraftServer, type HeldDraft } from './draft-store.js';
import { DiscardDraft, LoadDraft, SaveDraft } from './drafts.queries.js';

type Client = ReturnType<typeof useApolloClient>;

function draftServer(client: Client): DraftServer {
  return {
    save: async ({ id, kind, title, topicIds, body, hasPoll, poll }, spaceId, version) => {
      const { question, options, isMultiple, isAnonymous, closesOn } = poll;
      const asked = { id: poll.id, question, options: [...options], isMultiple, isAnonymous, closesOn };
      const { data } = await client.mutate({ mutation: SaveDraft, variables: { input: { id, spaceId, kind, title, topicIds: [...topicIds], body, version, ...(hasPoll && { poll: asked }) } }, fetchPolicy: 'no-cache' });
      if (!data) throw new TypeError('no draft in the answer');
      return data.saveDiscussionDraft;
    },
    load: async (id) => {
      const { data } = await client.query({ query: LoadDraft, variables: { id }, fetchPolicy: 'no-cache' });
      if (!data) throw new TypeError('no answer');
      return data.discussionDraft;
    },
    discard: (id) => client.mutate({ mutation: DiscardDraft, variables: { input: { id } } }),
  };
}

// One per account and page: it goes on saving also when the form was left for another page.
const stores = new Map<string, DraftStore>();

function storeOf(client: Client, accountId: string): DraftStore {
  const known = stores.get(accountId);
  if (known !== undefined) return known;
  const store = new DraftStore({ shelf: discussionShelf(accountId), server: draftServer(client) });
  const flush = () => void store.flush();
  window.addEventListener('online', flush);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush());
  watchUnsavedWork({ save: () => store.flush(), discard: async () => store.end() });
  stores.set(accountId, store);
  flush();
  return store;
}

/** For specs: forgets what earlier pages left. */
export function forgetDraftStores(): void {
  for (const store of stores.values()) store.end();
  stores.clear();
}

export interface Drafts {
  readonly store: DraftStore;
  readonly held: ReadonlyMap<string, HeldDraft>;
}

/** The discussions this person is writing, as this browser has them. */
export function useDrafts(): Drafts {
  const client = useApolloClient();
  const { accountId } = useViewer();
  const store = storeOf(client, accountId ?? 'guest');
  return { store, held: useSyncExternalStore(store.subscribe, store.current) };
}
