/** Something on the screen that goes to the server by itself, only not at this moment. */
export interface UnsavedWork {
  /** Sends what is not yet sent; settles also where that does not work. */
  readonly save: () => Promise<unknown>;
  /** Lets go of what is unsaved, so that it is neither sent nor kept any more. */
  readonly discard: () => Promise<unknown>;
}

const open = new Set<UnsavedWork>();

/** Whoever signs out should not have to wait longer for a server that does not answer. */
const patienceMs = 5000;

/** Names work that is to be saved before signing out. @returns how to take it off the list. */
export function watchUnsavedWork(work: UnsavedWork): () => void {
  open.add(work);
  return () => {
    open.delete(work);
  };
}

/** Sends everything that is open on this page, as far as it goes within a few seconds. */
export async function saveUnsavedWork(): Promise<void> {
  if (open.size === 0) return;
  const patience = new Promise((resolve) => {
    setTimeout(resolve, patienceMs);
  });
  await Promise.race([Promise.allSettled([...open].map((work) => work.save())), patience]);
}

/** After signing out: nothing on this page writes into the browser any more. */
export async function discardUnsavedWork(): Promise<void> {
  await Promise.allSettled([...open].map((work) => work.discard()));
}
