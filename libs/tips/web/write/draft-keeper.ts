import { describeError } from '#platform/web';
import { sharedText } from './merge-texts.js';
import { isEmptyDraft, isSameDraft, type DraftText, type StoredDraft } from './draft.js';

/** What lies in the browser until the server has it. */
export interface ShelvedDraft {
  readonly text: DraftText;
  /** The text both sides agreed on last: what a merge starts from. */
  readonly base: DraftText;
  readonly baseVersion: number;
  readonly baseRevision: number;
  /** ISO 8601. */
  readonly at: string;
}

/** The browser's memory for one draft. None of its functions may throw. */
export interface DraftShelf {
  readonly read: () => Promise<ShelvedDraft | undefined>;
  readonly write: (draft: ShelvedDraft) => Promise<unknown>;
  readonly clear: () => Promise<unknown>;
}

/** What a text goes on from. */
export interface DraftBase {
  readonly version: number;
  readonly revision: number;
}

/** The server's side of one draft. */
export interface DraftServer {
  /** @throws a conflict with the reason `tip.stale` where somebody saved in between. */
  readonly save: (text: DraftText, base: DraftBase) => Promise<{ readonly version: number; readonly savedAt: string }>;
  /** What the server has now; null where nothing was saved yet. */
  readonly load: () => Promise<StoredDraft | null>;
}

/** Where what was typed stands. */
export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  /** Only in this browser so far; goes to the server by itself. */
  | { readonly kind: 'kept'; readonly at: string }
  /** The server does not take it as it is; it lies in this browser. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Somebody saved another text meanwhile: the writer decides. */
  | { readonly kind: 'stale'; readonly theirs: StoredDraft };

export interface DraftSnapshot {
  readonly text: DraftText;
  readonly base: DraftText;
  readonly version: number;
  readonly revision: number;
  readonly state: SaveState;
  /** Changes whenever the text came from elsewhere, so that an editor has to begin anew. */
  readonly generation: number;
  /** Who wrote what was taken over last, where it was not this writer. */
  readonly takenOverFrom: StoredDraft | null;
}

export interface DraftKeeperOptions {
  readonly server: DraftServer;
  readonly shelf: DraftShelf;
  /** What the page was opened with. */
  readonly stored: StoredDraft;
  readonly ownAccountId: string | null;
  readonly now?: () => Date;
}

/** Saved so long after the last key, so that half words do not travel. */
const IDLE_MS = 1500;
/** Whoever types without a pause is saved this often nevertheless. */
const LONGEST_MS = 6000;
const RETRY_FIRST_MS = 3000;
const RETRY_LONGEST_MS = 30_000;

const isNewer = (theirs: DraftBase, known: DraftBase) => theirs.revision > known.revision || (theirs.revision === known.revision && theirs.version > known.version);

/** Keeps one draft safe: in the browser at once, on the server every few seconds, never over somebody else's text. */
export class DraftKeeper {
  private snapshot: DraftSnapshot;
  private readonly listeners = new Set<() => void>();
  private readonly now: () => Date;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dirtySince: number | undefined;
  private retryMs = RETRY_FIRST_MS;
  private running: Promise<void> | undefined;
  private lastSent: DraftText | undefined;
  private isEnded = false;
  private isLeft = false;

  constructor(private readonly options: DraftKeeperOptions) {
    this.now = options.now ?? (() => new Date());
    const { stored } = options;
    this.snapshot = {
      text: stored.text,
      base: stored.text,
      version: stored.version,
      revision: stored.revision,
      state: stored.version === 0 ? { kind: 'untouched' } : { kind: 'saved', at: stored.savedAt },
      generation: 0,
      takenOverFrom: null,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): DraftSnapshot => this.snapshot;

  /** Brings back what an earlier visit left in this browser. */
  async restore(): Promise<void> {
    const shelved = await this.options.shelf.read();
    if (shelved === undefined || this.isEnded || this.dirtySince !== undefined) return;
    if (isSameDraft(shelved.text, this.snapshot.text)) {
      await this.options.shelf.clear();
      return;
    }
    const stored = this.options.stored;
    const generation = this.snapshot.generation + 1;
    const isSameBase = shelved.baseVersion === this.snapshot.version && shelved.baseRevision === this.snapshot.revision;
    const isBehind = !isSameBase && !isSameDraft(shelved.base, this.snapshot.text);
    this.change({ text: shelved.text, base: shelved.base, generation, ...(isBehind ? { state: { kind: 'stale', theirs: stored } } : {}) });
    if (isBehind) return;
    this.dirtySince = this.now().getTime();
    this.change({ state: { kind: 'waiting' } });
    this.schedule(0);
  }

  /** What was typed just now. */
  type(part: Partial<DraftText>): void {
    const text = { ...this.snapshot.text, ...part };
    if (this.isEnded) return;
    this.dirtySince ??= this.now().getTime();
    const { state } = this.snapshot;
    // A decision that is still open is not overwritten by typing on; the text lies in the browser meanwhile.
    this.change({ text, ...(state.kind === 'stale' || state.kind === 'saving' ? {} : { state: { kind: 'waiting' } }) });
    void this.shelve();
    if (state.kind !== 'stale') this.schedule(Math.min(IDLE_MS, Math.max(0, this.dirtySince + LONGEST_MS - this.now().getTime())));
  }

  /** Puts in a text that was not typed (an earlier draft, a template), so that the editor shows it. */
  replace(part: Partial<DraftText>): void {
    this.type(part);
    this.change({ generation: this.snapshot.generation + 1 });
  }

  /** Saves now what is unsaved: before leaving, when the network is back, before publishing. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    if (this.dirtySince === undefined || this.isEnded || this.snapshot.state.kind === 'stale') return;
    await this.save();
  }

  /** Looks whether somebody else went on writing; takes it over where nothing own is unsaved. */
  async look(): Promise<void> {
    if (this.isEnded || this.running !== undefined || this.snapshot.state.kind === 'stale') return;
    const theirs = await this.options.server.load().catch(() => null);
    if (theirs === null || !isNewer(theirs, this.snapshot) || this.isEnded || this.running !== undefined) return;
    if (this.dirtySince === undefined && theirs.isReleasedBeside !== true) this.takeOver(theirs);
    else this.meet(theirs);
  }

  /** The server refused a release because of a newer text: fetches it, so that the writer can decide. */
  async meetNewest(): Promise<void> {
    const theirs = await this.options.server.load().catch(() => null);
    if (theirs !== null && isNewer(theirs, this.snapshot)) this.meet(theirs);
  }

  /** The writer's decision about two texts: goes on from theirs with this one. */
  settle(text: DraftText, theirs: StoredDraft): void {
    this.dirtySince = this.now().getTime();
    this.change({ text, base: theirs.text, version: theirs.version, revision: theirs.revision, generation: this.snapshot.generation + 1, state: { kind: 'waiting' }, takenOverFrom: null });
    void this.shelve();
    this.schedule(0);
  }

  /** The text is published, submitted or thrown away: nothing of it may be saved again. */
  async end(): Promise<void> {
    this.isEnded = true;
    clearTimeout(this.timer);
    await this.running;
    await this.options.shelf.clear();
  }

  /** Whether something is typed that the server does not have yet. */
  get isUnsaved(): boolean {
    return this.dirtySince !== undefined;
  }

  /** The page is left: saves once more and stops the clock. What does not arrive stays in the browser. */
  dispose(): void {
    this.isLeft = true;
    void this.flush();
  }

  /** Goes on after `dispose`, e.g. when React shows the page again. */
  resume(): void {
    this.isLeft = false;
    if (this.dirtySince !== undefined && this.snapshot.state.kind !== 'stale') this.schedule(IDLE_MS);
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    if (this.isLeft || this.isEnded) return;
    this.timer = setTimeout(() => void this.flush(), delayMs);
  }

  private save(): Promise<void> {
    this.running = this.send().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async send(): Promise<void> {
    const { text, version, revision } = this.snapshot;
    if (version === 0 && revision === 0 && isEmptyDraft(text)) return;
    this.lastSent = text;
    this.change({ state: { kind: 'saving' } });
    try {
      await this.arrived(text, await this.options.server.save(text, { version, revision }));
    } catch (error) {
      await this.failed(error);
    }
  }

  private async arrived(text: DraftText, saved: { readonly version: number; readonly savedAt: string }): Promise<void> {
    this.retryMs = RETRY_FIRST_MS;
    const isAllThere = this.snapshot.text === text;
    this.dirtySince = isAllThere ? undefined : this.now().getTime();
    this.change({ base: text, version: saved.version, state: isAllThere ? { kind: 'saved', at: saved.savedAt } : { kind: 'waiting' } });
    if (isAllThere) await this.options.shelf.clear();
    else {
      await this.shelve();
      this.schedule(IDLE_MS);
    }
  }

  private async failed(error: unknown): Promise<void> {
    await this.shelve();
    const problem = describeError(error);
    if (problem.reason === 'tip.stale') {
      const theirs = await this.options.server.load().catch(() => null);
      if (theirs !== null) return this.meet(theirs);
    }
    const isWorthRetrying = ['NETWORK', 'INTERNAL', 'RATE_LIMITED', 'CONFLICT'].includes(problem.code);
    if (!isWorthRetrying) {
      this.change({ state: { kind: 'refused', error } });
      return;
    }
    this.change({ state: { kind: 'kept', at: this.now().toISOString() } });
    this.schedule(this.retryMs);
    this.retryMs = Math.min(RETRY_LONGEST_MS, this.retryMs * 2);
  }

  /** Somebody else's text has come between. */
  private meet(theirs: StoredDraft): void {
    const isOwnEcho = this.lastSent !== undefined && isSameDraft(theirs.text, this.lastSent);
    if (isOwnEcho || isSameDraft(theirs.text, this.snapshot.text) || isSameDraft(theirs.text, this.snapshot.base)) {
      // Our own saving whose answer was lost on the way, or the same words twice: no conflict.
      const isAllThere = isSameDraft(theirs.text, this.snapshot.text);
      this.dirtySince = isAllThere ? undefined : this.now().getTime();
      this.change({ base: theirs.text, version: theirs.version, revision: theirs.revision, state: isAllThere ? { kind: 'saved', at: theirs.savedAt } : { kind: 'waiting' } });
      if (isAllThere) void this.options.shelf.clear();
      else this.schedule(0);
      return;
    }
    const { text, base } = this.snapshot;
    const ground = theirs.isReleasedBeside === true ? { ...text, title: '', summary: '', body: sharedText(text.body, theirs.text.body) } : base;
    this.change({ base: ground, state: { kind: 'stale', theirs } });
  }

  private takeOver(theirs: StoredDraft): void {
    const isForeign = theirs.savedBy !== null && theirs.savedBy.accountId !== this.options.ownAccountId;
    this.change({
      text: theirs.text,
      base: theirs.text,
      version: theirs.version,
      revision: theirs.revision,
      generation: this.snapshot.generation + 1,
      state: { kind: 'saved', at: theirs.savedAt },
      takenOverFrom: isForeign ? theirs : null,
    });
  }

  private async shelve(): Promise<void> {
    const { text, base, version, revision } = this.snapshot;
    await this.options.shelf.write({ text, base, baseVersion: version, baseRevision: revision, at: this.now().toISOString() });
  }

  private change(part: Partial<DraftSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...part };
    for (const listener of this.listeners) listener();
  }
}
