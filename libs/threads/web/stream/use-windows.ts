import { useApolloClient } from '@apollo/client/react';
import { useState, useSyncExternalStore } from 'react';
import { readFragment } from '#platform/web';
import { PostWindows, type LoadWindow, type PostWindow, type WindowsSnapshot } from './post-windows.js';
import { AroundQuery, StretchQuery, WindowFragment, type ThreadWindow } from './stream.queries.js';

type Client = ReturnType<typeof useApolloClient>;

/** So many posts at once: more than a screen, less than a wait. */
const SOME = 20;
/** Before the place one comes to, so that the answered post is in sight by a small movement. */
const FEW = 5;

const rowsOf = ({ nodes }: ThreadWindow) => nodes.flatMap(({ id, position }) => (position === null ? [] : [{ id, position }]));

function loader(client: Client, threadId: string): LoadWindow {
  return async (direction, position): Promise<PostWindow> => {
    if (direction === 'around') {
      const variables = { id: threadId, from: position, before: Math.max(0, position - 1), some: SOME, few: FEW };
      const { data } = await client.query({ query: AroundQuery, variables, fetchPolicy: 'network-only' });
      if (data === undefined) throw new TypeError('no thread in the answer');
      const [earlier, later] = [readFragment(WindowFragment, data.thread.earlier), readFragment(WindowFragment, data.thread.later)];
      return { rows: [...rowsOf(earlier), ...rowsOf(later)], hasEarlier: earlier.hasEarlier, hasLater: later.hasLater, end: data.thread.lastPosition };
    }
    const isLater = direction === 'later';
    const variables = { id: threadId, from: isLater ? position + 1 : Math.max(0, position - 1), some: SOME, direction: isLater ? 'forward' : 'backward' } as const;
    const { data } = await client.query({ query: StretchQuery, variables, fetchPolicy: 'network-only' });
    if (data === undefined) throw new TypeError('no thread in the answer');
    const window = readFragment(WindowFragment, data.thread.posts);
    return { rows: rowsOf(window), hasEarlier: window.hasEarlier, hasLater: window.hasLater, end: data.thread.lastPosition };
  };
}

/** The part of a thread on this page; see `PostWindows`. */
export function useWindows(threadId: string): WindowsSnapshot & { readonly windows: PostWindows } {
  const client = useApolloClient();
  const [windows] = useState(() => new PostWindows(loader(client, threadId)));
  return { ...useSyncExternalStore(windows.subscribe, windows.current), windows };
}
