import { dropKeptDraft, fingerprint, keepDraft, readKeptDraft } from './draft-storage.js';

/** What is known about the typed text. */
export type DraftState =
  /** The server has it; since when is undefined before the first saving. */
  | { readonly kind: 'saved'; readonly at: Date | undefined }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  /** No connection. Tried again as soon as there is one. */
  | { readonly kind: 'offline'; readonly isKept: boolean }
  /** The server refused or failed. Tried again by itself. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly isKept: boolean }
  /** Somebody else changed the text. Nothing is saved until one version is chosen. */
  | { readonly kind: 'conflict'; readonly error: unknown; readonly isKept: boolean };

/** Saves a text to the server. Rejects if that did not work; the error tells how. */
export type SaveDraft = (text: string) => Promise<unknown>;

export interface DraftKeeperOptions {
  readonly accountId: string;
  readonly draftId: string;
  readonly serverText: string;
  readonly save: SaveDraft;
  readonly kindOfError: (error: unknown) => 'offline' | 'failed' | 'conflict';
  /** Pause in typing after which the text is saved. */
  readonly pauseMs?: number;
}

/** Told to the interface; a new object with each change. */
export interface DraftSnapshot {
  readonly text: string;
  readonly state: DraftState;
  /** The text came from this browser and not from the server. */
  readonly isRestored: boolean;
}

const defaultPauseMs = 2_500;
/** Who types without a pause is saved all the same. */
const longestWaitMs = 12_000;
/** Writing to the browser's storage at every key would be felt in long texts. */
const keepPauseMs = 300;
const rememberedTries = 8;
const retryMs = [4_000, 8_000, 15_000, 30_000, 60_000];

/** Keeps one typed text until the server has it: in the browser within a moment, on the server within seconds. */
export class DraftKeeper {
  private snapshot: DraftSnapshot;
  private readonly listeners = new Set<() => void>();
  private save: SaveDraft;
  private basedOn: string;
  // Sent, but perhaps not answered: the server may have it although the answer got lost.
  private tried: readonly string[] = [];
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private unsavedSinceMs: number | undefined;
  private failures = 0;

  constructor(private readonly options: DraftKeeperOptions) {
    const { accountId, draftId, serverText } = options;
    this.save = options.save;
    this.basedOn = fingerprint(serverText);
    const kept = readKeptDraft(accountId, draftId);
    const isRestored = kept !== undefined && kept.text !== serverText;
    if (kept !== undefined && !isRestored) dropKeptDraft(accountId, draftId);
    this.snapshot = { text: isRestored ? kept.text : serverText, isRestored, state: { kind: 'saved', at: undefined } };
    if (!isRestored) return;
    this.tried = kept.tried ?? [];
    // Edited elsewhere since: both versions are offered, none wins by itself.
    if (kept.basedOn !== this.basedOn && kept.tried?.includes(this.basedOn) !== true) this.snapshot = { ...this.snapshot, state: { kind: 'conflict', error: undefined, isKept: true } };
    else this.snapshot = { ...this.snapshot, state: { kind: 'unsaved' } };
  }

  /** Begins to listen to the browser, and saves what was restored. @returns how to stop; what is unsaved is saved then. */
  start(): () => void {
    const online = (): void => {
      if (this.snapshot.state.kind === 'offline' || this.snapshot.state.kind === 'failed') this.schedule(0);
    };
    const leaving = (): void => {
      if (document.visibilityState === 'hidden') this.keepNow();
    };
    const unloading = (): void => {
      this.keepNow();
    };
    window.addEventListener('online', online);
    window.addEventListener('pagehide', unloading);
    document.addEventListener('visibilitychange', leaving);
    if (this.snapshot.state.kind === 'unsaved') this.schedule(0);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('pagehide', unloading);
      document.removeEventListener('visibilitychange', leaving);
      if (this.isUnsaved()) {
        this.keepNow();
        if (this.snapshot.state.kind !== 'conflict') void this.saveNow();
      }
      clearTimeout(this.saveTimer);
      this.saveTimer = undefined;
    };
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly current = (): DraftSnapshot => this.snapshot;

  /** The saving function may close over a newer revision after each rendering. */
  replaceSave(save: SaveDraft): void {
    this.save = save;
  }

  /** Typed. */
  readonly change = (text: string): void => {
    if (text === this.snapshot.text) return;
    const isStopped = this.snapshot.state.kind === 'conflict';
    this.unsavedSinceMs ??= Date.now();
    const isTrying = this.snapshot.state.kind === 'offline' || this.snapshot.state.kind === 'failed' || this.snapshot.state.kind === 'saving';
    this.tell({ text, isRestored: false, state: isStopped || isTrying ? this.snapshot.state : { kind: 'unsaved' } });
    this.keepTimer ??= setTimeout(() => this.keepNow(), keepPauseMs);
    if (isStopped || this.snapshot.state.kind === 'offline' || this.snapshot.state.kind === 'failed') return;
    const waited = Date.now() - this.unsavedSinceMs;
    this.schedule(Math.max(0, Math.min(this.options.pauseMs ?? defaultPauseMs, longestWaitMs - waited)));
  };

  /** Saves at once, e.g. before publishing. @returns whether the server now has the text. */
  readonly flush = async (): Promise<boolean> => {
    await this.running;
    if (this.isUnsaved() && this.snapshot.state.kind !== 'conflict') await this.saveNow();
    return this.snapshot.state.kind === 'saved';
  };

  /** After a conflict: the own text is saved over the other one. @param serverText the newest text of the server */
  readonly keepOwn = (serverText: string): Promise<boolean> => {
    this.basedOn = fingerprint(serverText);
    this.tell({ ...this.snapshot, isRestored: false, state: { kind: 'unsaved' } });
    this.keepNow();
    return this.flush();
  };

  /** After a conflict, or to throw away what was restored: the server's text is taken. */
  readonly takeServers = (serverText: string): void => {
    clearTimeout(this.saveTimer);
    clearTimeout(this.keepTimer);
    this.saveTimer = undefined;
    this.keepTimer = undefined;
    this.unsavedSinceMs = undefined;
    this.basedOn = fingerprint(serverText);
    dropKeptDraft(this.options.accountId, this.options.draftId);
    this.tell({ text: serverText, isRestored: false, state: { kind: 'saved', at: undefined } });
  };

  private isUnsaved(): boolean {
    return this.snapshot.state.kind !== 'saved';
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => void this.saveNow(), delayMs);
  }

  private keepNow(): boolean {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    if (!this.isUnsaved()) return true;
    const { accountId, draftId } = this.options;
    return keepDraft(accountId, draftId, { text: this.snapshot.text, basedOn: this.basedOn, tried: this.tried, keptAtMs: Date.now() });
  }

  private saveNow(): Promise<void> {
    clearTimeout(this.saveTimer);
    this.saveTimer = undefined;
    // One at a time: two on their way could arrive in the wrong order.
    this.running ??= this.saveOnce().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async saveOnce(): Promise<void> {
    const { text } = this.snapshot;
    this.tried = [...this.tried, fingerprint(text)].slice(-rememberedTries);
    this.tell({ ...this.snapshot, state: { kind: 'saving' } });
    try {
      await this.save(text);
    } catch (error) {
      this.failed(error);
      return;
    }
    this.failures = 0;
    this.tried = [];
    this.basedOn = fingerprint(text);
    if (this.snapshot.text === text) {
      this.unsavedSinceMs = undefined;
      clearTimeout(this.keepTimer);
      this.keepTimer = undefined;
      dropKeptDraft(this.options.accountId, this.options.draftId);
      this.tell({ ...this.snapshot, state: { kind: 'saved', at: new Date() } });
      return;
    }
    // Typed on meanwhile.
    this.unsavedSinceMs = Date.now();
    this.tell({ ...this.snapshot, state: { kind: 'unsaved' } });
    this.keepNow();
    this.schedule(this.options.pauseMs ?? defaultPauseMs);
  }

  private failed(error: unknown): void {
    const kind = this.options.kindOfError(error);
    const isKept = this.keepNow();
    this.tell({ ...this.snapshot, state: kind === 'offline' ? { kind, isKept } : { kind, error, isKept } });
    if (kind === 'conflict') return;
    this.schedule(retryMs[Math.min(this.failures, retryMs.length - 1)] ?? 60_000);
    this.failures += 1;
  }

  private tell(snapshot: DraftSnapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}
