import { useMemo, useSyncExternalStore } from 'react';
import type { ThreadPlace } from '../write/post-outbox.js';
import { shelfOf, type Shelf } from '../write/post-shelf.js';

/** An edit of a post that is not saved yet, as it lies in this browser. */
export interface KeptEdit {
  readonly postId: string;
  readonly threadId: string;
  readonly body: string;
  /** The post's revision it was begun on. */
  readonly baseRevision: number;
  /** ISO 8601. */
  readonly at: string;
  readonly place?: ThreadPlace;
}

const shelf = (accountId: string) => shelfOf<KeptEdit>(accountId, 'post-edit');
const isWhole = ({ postId, threadId, at }: KeptEdit): boolean => [postId, threadId, at].every((part) => typeof part === 'string');

// The browser tells the other windows of what is kept, but not the one that keeps it.
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** This browser's memory for edits, by the post's id; whoever lists them is told. */
export function keptEditsOf(accountId: string): Shelf<KeptEdit> {
  const kept = shelf(accountId);
  return {
    ...kept,
    write: (postId, edit) => {
      kept.write(postId, edit);
      tell();
    },
    clear: (postId) => {
      kept.clear(postId);
      tell();
    },
    all: () => kept.all().filter(isWhole),
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** What this account has begun to change in posts and not saved, in this browser; the newest first. */
export function useKeptEdits(accountId: string): readonly KeptEdit[] {
  const json = useSyncExternalStore(subscribe, () => JSON.stringify(keptEditsOf(accountId).all()));
  return useMemo(() => (JSON.parse(json) as readonly KeptEdit[]).toSorted((one, other) => other.at.localeCompare(one.at)), [json]);
}

/** Throws an edit away; the post stays as it is. */
export const discardEdit = (accountId: string, postId: string): void => keptEditsOf(accountId).clear(postId);

const EDITING = '#bearbeiten';

/** Opens the post where it stands, in its editor. */
export const pathToEdit = (postId: string): string => `/beitrag/${postId}${EDITING}`;

/** Behind the address of a place: which post is to be opened in its editor. @param hash of `pathToEdit`, or of what it led to. */
export const hashToEdit = (hash: string, postId: string): string => (hash === EDITING ? `${EDITING}-${postId}` : '');

/** Reloading must not open the editor once more. */
export function forgetToEdit(postId: string): void {
  const { pathname, search, hash } = window.location;
  // Past the router: for it nothing has changed.
  if (editedIn(hash) === postId) window.history.replaceState(window.history.state, '', pathname + search);
}

/** @returns the post's id; undefined where none is to be changed. */
export const editedIn = (hash: string): string | undefined => (hash.startsWith(`${EDITING}-`) ? hash.slice(EDITING.length + 1) : undefined);
