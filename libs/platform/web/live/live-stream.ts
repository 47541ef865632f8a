import type { LiveUpdate } from './live-hub.js';

const subscription = 'subscription Live($sinceSeconds: Int) { live(sinceSeconds: $sinceSeconds) { topic id data } }';

export interface StreamEvents {
  /** The server accepted; from now on nothing is missed. */
  readonly onOpen: () => void;
  /** Anything came, also mere signs of life (every 12 s). */
  readonly onSign: () => void;
  readonly onUpdate: (update: LiveUpdate) => void;
}

/** How a stream ended. `refused`: too many, or a server that has no such thing; not soon again. */
export interface StreamEnd {
  readonly why: 'over' | 'signedOut' | 'refused';
}

export type OpenStream = (sinceSeconds: number, events: StreamEvents, signal: AbortSignal) => Promise<StreamEnd>;

/** One subscription over GraphQL's SSE protocol (distinct connections); settles when it is over. @throws without a network. */
export const openStream: OpenStream = async (sinceSeconds, events, signal) => {
  const answer = await fetch('/graphql/stream', {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: subscription, variables: { sinceSeconds } }),
    signal,
  });
  if (answer.status === 401) return { why: 'signedOut' };
  if (!answer.ok || answer.body === null) return { why: answer.status >= 500 ? 'over' : 'refused' };
  events.onOpen();
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { why: 'over' };
    events.onSign();
    const parts = (rest + value).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const update = updateIn(part);
      if (update !== null) events.onUpdate(update);
    }
  }
};

interface Piece {
  readonly data?: { readonly live?: { readonly topic: string; readonly id: string | null; readonly data: string } } | null;
}

/** Null for signs of life, the end, and what another version of the server says. */
export function updateIn(part: string): LiveUpdate | null {
  const line = /^event: next\ndata: (.*)$/.exec(part)?.[1];
  if (line === undefined) return null;
  try {
    const live = (JSON.parse(line) as Piece).data?.live;
    return live === undefined ? null : { topic: live.topic, id: live.id, data: JSON.parse(live.data) as LiveUpdate['data'] };
  } catch {
    return null;
  }
}
