/** That something changed on the server: which thing, and small facts about it. Its content is asked for anew. */
export interface LiveUpdate {
  /** The noun, as in `thread` or `notices`; see the schema's `LiveUpdate`. */
  readonly topic: string;
  readonly id: string | null;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

type Listener = (update: LiveUpdate) => void;

/** Updates may have been missed: what is on the screen is asked for anew. */
export const caughtUp: LiveUpdate = { topic: 'caughtUp', id: null, data: {} };

/** This page asked for something that is not in its reader's sight (any more): told by the page itself. */
export const refused: LiveUpdate = { topic: 'refused', id: null, data: {} };

/** More than this waiting for an unseen page is no news any more. */
const waitingAtMost = 200;

/** Stands for all topics in {@link onLive}: its listeners hear of each update before those of its own topic do. */
export const anyTopic = '*';

const listeners = new Map<string, Set<Listener>>();
let waiting = new Map<string, LiveUpdate>();

/** @returns how to stop listening. */
export function onLive(topic: string, listener: Listener): () => void {
  const ofTopic = listeners.get(topic) ?? new Set();
  listeners.set(topic, ofTopic.add(listener));
  return () => {
    ofTopic.delete(listener);
  };
}

/**
 * Hands an update to everything on this page that waits for it. A page that nobody sees hears of it once somebody does:
 * ten tabs in the background do not ask the server ten times. Who loses a right hears it at once.
 */
export function tellLive(update: LiveUpdate): void {
  if (document.visibilityState === 'visible' || update.topic === 'viewer') {
    for (const topic of [anyTopic, update.topic]) for (const listener of listeners.get(topic) ?? []) listener(update);
    return;
  }
  waiting.set(JSON.stringify(update), update);
  if (waiting.size > waitingAtMost) waiting = new Map([['', caughtUp]]);
}

/** Delivers what waited while nobody looked. @returns how to stop. */
export function tellWhenSeen(): () => void {
  const tell = () => {
    if (document.visibilityState !== 'visible') return;
    const kept = [...waiting.values()];
    waiting = new Map();
    for (const update of kept) tellLive(update);
  };
  document.addEventListener('visibilitychange', tell);
  return () => document.removeEventListener('visibilitychange', tell);
}
