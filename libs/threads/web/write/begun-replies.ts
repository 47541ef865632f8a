import type { useApolloClient } from '@apollo/client/react';
import type { ThreadPlace } from './post-outbox.js';
import { shelfOf } from './post-shelf.js';
import type { ReplyDraft } from './reply-keeper.js';
import { keepInCache } from './reply-cache.js';
import { DiscardPostDraft, SavePostDraft } from './reply.queries.js';

type Client = ReturnType<typeof useApolloClient>;

/** A reply of which this browser has words that the server does not have. */
export interface BegunReply {
  readonly threadId: string;
  readonly body: string;
  /** ISO 8601. */
  readonly at: string;
  readonly place?: ThreadPlace;
}

type Left = ReplyDraft & BegunReply;

const shelf = (accountId: string) => shelfOf<ReplyDraft>(accountId, 'post');
const left = (accountId: string): readonly Left[] => shelf(accountId).all().filter((draft): draft is Left => draft.isSaved !== true && draft.threadId !== undefined && draft.body.trim() !== '');

export const repliesLeftHere = (accountId: string): readonly BegunReply[] => left(accountId);

/** The page they are written on tries by itself so often; what is older has no such page any more. */
const OWN_PAGE_MS = 30_000;

/** Brings to the server what was written without a network and left. What another device has changed meanwhile waits for its page, where both are shown. */
export async function saveRepliesLeftHere(client: Client, accountId: string, nowMs = Date.now()): Promise<void> {
  for (const draft of left(accountId).filter(({ at }) => nowMs - Date.parse(at) > OWN_PAGE_MS)) {
    const { threadId, body, version, replyToId } = draft;
    try {
      const { data } = await client.mutate({ mutation: SavePostDraft, variables: { input: { threadId, body, version, ...(replyToId !== null && { replyToId }) } } });
      if (!data || shelf(accountId).read(threadId)?.at !== draft.at) continue;
      keepInCache(client, threadId, data.savePostDraft);
      shelf(accountId).write(threadId, { ...draft, version: data.savePostDraft.version, isSaved: true });
    } catch {
      // It stays where it is, and is tried again the next time.
    }
  }
}

/** Throws a begun reply away, here and on the server. @throws where the server could not be told. */
export async function discardReply(client: Client, accountId: string, threadId: string): Promise<void> {
  await client.mutate({ mutation: DiscardPostDraft, variables: { input: { threadId } } });
  shelf(accountId).clear(threadId);
  keepInCache(client, threadId, null);
}
