import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { useViewer } from '#platform/web';
import { ReadThread } from './stream.queries.js';

/** What only flew by was not read. */
const READ_MS = 900;

/** Notes how far somebody has read, once they have rested there. @returns is told the last post in sight. */
export function useReading(threadId: string, lastRead: number): (position: number) => void {
  const client = useApolloClient();
  const { accountId } = useViewer();
  const known = useRef(lastRead);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (position) => {
      if (accountId === null || position <= known.current) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        if (document.visibilityState !== 'visible') return;
        const before = known.current;
        known.current = position;
        client.mutate({ mutation: ReadThread, variables: { input: { threadId, position } } }).catch(() => {
          // Without a network nothing is noted; the next movement tries again.
          known.current = before;
        });
      }, READ_MS);
    },
    [client, accountId, threadId],
  );
}
