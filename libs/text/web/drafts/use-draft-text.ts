import { useEffect, useState, useSyncExternalStore } from 'react';
import { describeError } from '#platform/web';
import { DraftKeeper } from './draft-keeper.js';
import type { DraftSnapshot, SaveDraft } from './draft-keeper.js';

export interface DraftTextOptions {
  /** Whose draft, and which: what is kept in the browser is bound to both. */
  readonly key: { readonly accountId: string; readonly draftId: string };
  /** The text as the server last told it. */
  readonly serverText: string;
  /** Saves to the server; rejects with what Apollo throws. `CONFLICT` stops saving until a version is chosen. */
  readonly save: SaveDraft;
  /** Pause in typing after which the text is saved; 2.5 seconds unless told. */
  readonly pauseMs?: number;
}

export interface DraftText extends DraftSnapshot {
  readonly setText: (text: string) => void;
  /** Saves at once. @returns whether the server now has the text. */
  readonly flush: () => Promise<boolean>;
  /** After a conflict: saves the own text over the server's newest one. */
  readonly keepOwn: (serverText: string) => Promise<boolean>;
  /** After a conflict, or instead of what was restored: takes the server's text. */
  readonly takeServers: (serverText: string) => void;
}

function kindOfError(error: unknown): 'offline' | 'failed' | 'conflict' {
  const { code, reason } = describeError(error);
  if (code === 'CONFLICT') return 'conflict';
  return code === 'NETWORK' || reason === 'serverAway' ? 'offline' : 'failed';
}

/**
 * A text that is never lost: saved to the server while one types, kept in this browser while that does not work, restored
 * after a reload. Another key is another draft. Forget all at sign-out with `forgetDraftTexts`.
 */
export function useDraftText({ key: { accountId, draftId }, serverText, save, pauseMs }: DraftTextOptions): DraftText {
  const make = (): { readonly id: string; readonly keeper: DraftKeeper } => ({
    id: `${accountId}:${draftId}`,
    keeper: new DraftKeeper({ accountId, draftId, serverText, save, kindOfError, ...(pauseMs !== undefined && { pauseMs }) }),
  });
  const [held, setHeld] = useState(make);
  let { keeper } = held;
  if (held.id !== `${accountId}:${draftId}`) {
    const next = make();
    ({ keeper } = next);
    setHeld(next);
  }
  useEffect(() => {
    keeper.replaceSave(save);
  }, [keeper, save]);
  useEffect(() => keeper.start(), [keeper]);
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.current);
  return { ...snapshot, setText: keeper.change, flush: keeper.flush, keepOwn: keeper.keepOwn, takeServers: keeper.takeServers };
}
