import { uuidv7 } from '#platform/shared';
import { describeError } from '#platform/web';
import type { Shelf } from '#threads/web';
import type { ShelvedDiscussion } from './draft-shelf.js';
import { areSameWords, discussionOf, isEmptyDiscussion, linesOf, type NewDiscussion, type StoredDiscussion } from './new-discussion.js';

/** The server's side. All throw what `describeError` understands. */
export interface DraftServer {
  /** @throws a conflict where another device was faster. */
  readonly save: (draft: NewDiscussion, spaceId: string, version: number) => Promise<StoredDiscussion>;
  readonly load: (id: string) => Promise<StoredDiscussion | null>;
  readonly discard: (id: string) => Promise<unknown>;
}

/** Where the words of one draft are. */
export type DraftState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saved'; readonly at: string }
  /** Only in this browser so far; goes to the server by itself. */
  | { readonly kind: 'kept' }
  /** The server does not take it as it is; it lies in this browser. */
  | { readonly kind: 'refused'; readonly error: unknown };

export interface HeldDraft {
  readonly draft: ShelvedDiscussion;
  readonly state: DraftState;
  /** The draft of another device whose words these were parted from; null unless that happened on this page. */
  readonly partedFrom: { readonly id: string; readonly isOpened: boolean } | null;
}

export interface DraftStoreOptions {
  readonly shelf: Shelf<ShelvedDiscussion>;
  readonly server: DraftServer;
  readonly now?: () => Date;
}

const IDLE_MS = 2000;
const LONGEST_MS = 8000;
const RETRY_MS = 15_000;

/**
 * Keeps the discussions that somebody is writing: in the browser at once, on the server every few seconds, also after
 * their page was left. Where another device went on with the same draft, the words of this one become a draft of their own.
 */
export class DraftStore {
  private held: ReadonlyMap<string, HeldDraft>;
  private readonly listeners = new Set<() => void>();
  private readonly dirtySince = new Map<string, number>();
  /** On their way to being opened: a late saving must not come after it. */
  private readonly resting = new Set<string>();
  /** What was typed on this page; other drafts may be written on in another tab. */
  private readonly typedHere = new Set<string>();
  /** Where the words went that were parted from a draft. */
  private readonly partedTo = new Map<string, string>();
  private readonly now: () => Date;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private isOver = false;

  constructor(private readonly options: DraftStoreOptions) {
    this.now = options.now ?? (() => new Date());
    this.held = new Map(options.shelf.all().map((draft) => [draft.id, { draft, state: draft.isSaved ? { kind: 'saved', at: draft.at } : { kind: 'waiting' }, partedFrom: null }]));
    for (const { draft } of this.held.values()) if (!draft.isSaved) this.dirtySince.set(draft.id, this.now().getTime());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): ReadonlyMap<string, HeldDraft> => this.held;

  /** What was typed; emptied it is no draft any more, unless the server has it. */
  type(typed: NewDiscussion, space: { readonly id: string; readonly slug: string }): void {
    const values = { ...typed, id: this.partedTo.get(typed.id) ?? typed.id };
    const known = this.held.get(values.id);
    if (this.isOver) return;
    if (known !== undefined && known.draft.spaceId === space.id && areSameWords(known.draft, values)) {
      // A blank alone is nothing to be sent; but whoever comes back goes on behind it.
      if (JSON.stringify(linesOf(known.draft)) !== JSON.stringify(linesOf(values))) this.put({ ...known.draft, ...linesOf(values) }, known.state);
      return;
    }
    if (known === undefined && isEmptyDiscussion(values)) return;
    if ((known?.draft.version ?? 0) === 0 && isEmptyDiscussion(values)) return this.drop(values.id);
    const since = this.dirtySince.get(values.id) ?? this.now().getTime();
    this.dirtySince.set(values.id, since);
    this.typedHere.add(values.id);
    this.put({ ...values, spaceId: space.id, spaceSlug: space.slug, version: known?.draft.version ?? 0, isSaved: false, at: this.now().toISOString() }, { kind: 'waiting' });
    this.schedule(Math.min(IDLE_MS, Math.max(0, since + LONGEST_MS - this.now().getTime())));
  }

  /**
   * Takes up a draft again: with the words of this browser where the server does not have them, else with the server's.
   * @returns null where it was opened or thrown away meanwhile.
   * @throws where the server does not answer and this browser has nothing either.
   */
  async takeUp(id: string): Promise<NewDiscussion | null> {
    this.partedTo.delete(id);
    await this.running;
    const known = this.held.get(id);
    if (known !== undefined && !known.draft.isSaved) {
      void this.flush();
      return known.draft;
    }
    try {
      const stored = await this.options.server.load(id);
      if (stored === null) {
        this.drop(id);
        return null;
      }
      return this.takeOver(stored);
    } catch (error) {
      const kept = this.held.get(id)?.draft;
      if (kept === undefined) throw error;
      return kept;
    }
  }

  /** Looks whether another device went on; takes that over where nothing here is unsaved. @returns the words where they are others. */
  async look(id: string): Promise<NewDiscussion | undefined> {
    const known = this.held.get(id);
    if (known === undefined || !known.draft.isSaved || this.running !== undefined) return undefined;
    const stored = await this.options.server.load(id).catch(() => null);
    const still = this.held.get(id)?.draft;
    if (stored === null || still === undefined || !still.isSaved || stored.version <= still.version) return undefined;
    const words = this.takeOver(stored);
    return areSameWords(words, known.draft) ? undefined : words;
  }

  /** What the server has in all: what it has no longer was opened or thrown away elsewhere. */
  reconcile(stored: readonly StoredDiscussion[]): void {
    const there = new Set(stored.map(({ id }) => id));
    for (const { draft } of this.held.values()) if (draft.isSaved && !there.has(draft.id) && this.running === undefined) this.drop(draft.id);
    for (const copy of stored) {
      const known = this.held.get(copy.id)?.draft;
      if (known?.isSaved === true && copy.version > known.version) this.takeOver(copy);
    }
  }

  /** From now on until `wake` nothing of it is saved: it is being opened. */
  async rest(id: string): Promise<void> {
    this.resting.add(id);
    await this.running;
  }

  wake(id: string): void {
    this.resting.delete(id);
    if (this.dirtySince.has(id)) this.schedule(IDLE_MS);
  }

  /** It has become a discussion; the server has let go of the draft by itself. */
  opened(id: string): void {
    this.drop(id);
    this.resting.delete(id);
  }

  /** @throws where the server could not be told: then it is still there. */
  async discard(id: string): Promise<void> {
    this.resting.add(id);
    try {
      await this.running;
      if (this.held.get(id)?.draft.version !== 0) await this.options.server.discard(id);
      this.drop(id);
    } finally {
      this.resting.delete(id);
    }
  }

  /** Saves now what is unsaved: before leaving, when the network is back. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.saveAll().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** After signing out: nothing is sent or kept any more. */
  end(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    this.held = new Map();
  }

  private async saveAll(): Promise<void> {
    for (const id of this.dirtySince.keys()) if (!this.resting.has(id) && !this.isOver) await this.save(id);
  }

  private async save(id: string): Promise<void> {
    const draft = this.newestHere(id);
    if (draft === undefined || draft.isSaved) return;
    try {
      const saved = await this.options.server.save(draft, draft.spaceId, draft.version);
      const present = this.held.get(id)?.draft;
      if (present === undefined || this.isOver) return;
      const isAllThere = present === draft;
      if (isAllThere) this.dirtySince.delete(id);
      else this.dirtySince.set(id, this.now().getTime());
      this.put({ ...present, version: saved.version, isSaved: isAllThere }, isAllThere ? { kind: 'saved', at: saved.savedAt } : { kind: 'waiting' });
      if (!isAllThere) this.schedule(IDLE_MS);
    } catch (error) {
      await this.notSaved(id, error);
    }
  }

  /** Another tab may have gone on with it, or be through with it. */
  private newestHere(id: string): ShelvedDiscussion | undefined {
    if (this.typedHere.has(id)) return this.held.get(id)?.draft;
    const shelved = this.options.shelf.read(id);
    if (shelved === undefined) {
      this.drop(id);
      return undefined;
    }
    if (shelved.isSaved) this.dirtySince.delete(id);
    this.put(shelved, shelved.isSaved ? { kind: 'saved', at: shelved.at } : { kind: 'waiting' });
    return shelved;
  }

  private async notSaved(id: string, error: unknown): Promise<void> {
    const { code, reason } = describeError(error);
    if (reason === 'discussion.draftOpened') return this.part(id, true);
    if (reason === 'discussion.draftStale') return this.meet(id);
    const draft = this.held.get(id)?.draft;
    if (draft === undefined) return;
    if (!['NETWORK', 'INTERNAL', 'RATE_LIMITED', 'UNAUTHENTICATED'].includes(code)) {
      // Tried again as soon as something else stands there.
      this.dirtySince.delete(id);
      return this.put(draft, { kind: 'refused', error });
    }
    this.put(draft, { kind: 'kept' });
    this.schedule(RETRY_MS);
  }

  /** Another device saved or threw away the same draft. */
  private async meet(id: string): Promise<void> {
    const theirs = await this.options.server.load(id).catch(() => undefined);
    const own = this.held.get(id);
    if (own === undefined) return;
    if (theirs === undefined) {
      this.put(own.draft, { kind: 'kept' });
      return this.schedule(RETRY_MS);
    }
    if (theirs !== null && !areSameWords(discussionOf(theirs), own.draft)) return this.part(id, false);
    const version = theirs?.version ?? 0;
    if (theirs === null) this.schedule(0);
    else this.dirtySince.delete(id);
    this.put({ ...own.draft, version, isSaved: theirs !== null }, theirs === null ? { kind: 'waiting' } : { kind: 'saved', at: theirs.savedAt });
  }

  /** Both stay: what stands on the server under its id, what was written here under a new one. */
  private part(id: string, isOpened: boolean): void {
    const own = this.held.get(id);
    if (own === undefined) return;
    const draft = { ...own.draft, id: uuidv7(), poll: { ...own.draft.poll, id: uuidv7() }, version: 0, isSaved: false };
    this.drop(id);
    this.partedTo.set(id, draft.id);
    this.typedHere.add(draft.id);
    this.dirtySince.set(draft.id, this.now().getTime());
    this.put(draft, { kind: 'waiting' }, { id, isOpened });
    this.schedule(0);
  }

  private takeOver(stored: StoredDiscussion): NewDiscussion {
    const there = discussionOf(stored);
    const known = this.held.get(stored.id)?.draft;
    // The server keeps lines without the blanks at their ends.
    const words = known !== undefined && areSameWords(known, there) ? { ...there, ...linesOf(known) } : there;
    this.put({ ...words, spaceId: stored.spaceId, spaceSlug: this.held.get(stored.id)?.draft.spaceSlug ?? '', version: stored.version, isSaved: true, at: stored.savedAt }, { kind: 'saved', at: stored.savedAt });
    return words;
  }

  private put(draft: ShelvedDiscussion, state: DraftState, partedFrom: HeldDraft['partedFrom'] = this.held.get(draft.id)?.partedFrom ?? null): void {
    this.options.shelf.write(draft.id, draft);
    this.change(new Map([...this.held, [draft.id, { draft, state, partedFrom }]]));
  }

  private drop(id: string): void {
    this.dirtySince.delete(id);
    this.options.shelf.clear(id);
    this.change(new Map([...this.held].filter(([other]) => other !== id)));
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    if (!this.isOver) this.timer = setTimeout(() => void this.flush(), delayMs);
  }

  private change(held: ReadonlyMap<string, HeldDraft>): void {
    if (this.isOver) return;
    this.held = held;
    for (const listener of this.listeners) listener();
  }
}
