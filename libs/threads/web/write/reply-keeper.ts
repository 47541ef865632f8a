import { uuidv7 } from '#platform/shared';
import { describeError } from '#platform/web';
import type { Shelf } from './post-shelf.js';
import type { ThreadPlace, WaitingPost } from './post-outbox.js';

/** A reply that is being written. */
export interface ReplyDraft {
  /** The id the post will have, the same until it is sent. */
  readonly id: string;
  readonly body: string;
  readonly replyToId: string | null;
  /** Of the server's copy; 0 where it has none. */
  readonly version: number;
  /** ISO 8601. */
  readonly at: string;
  /** Where it belongs, for who looks for it elsewhere. */
  readonly threadId?: string;
  readonly place?: ThreadPlace;
  /** The server has these very words: where it has others by now, those count. */
  readonly isSaved?: boolean;
}

/** The server's copy of a draft. */
export interface StoredReply {
  readonly body: string;
  readonly replyToId: string | null;
  readonly version: number;
  readonly savedAt: string;
}

/** The server's side of one reply. All throw what `describeError` understands. */
export interface ReplyServer {
  /** @throws a conflict where another device saved in between. */
  readonly save: (body: string, version: number, replyToId: string | null) => Promise<StoredReply>;
  readonly load: () => Promise<StoredReply | null>;
  readonly discard: () => Promise<unknown>;
  readonly send: (post: WaitingPost) => Promise<unknown>;
}

export type ReplyState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saved'; readonly at: string }
  /** Only in this browser so far. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'sending' }
  /** The server does not take it as it is; it stands in the field. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Another device has a different text: both are there. */
  | { readonly kind: 'stale'; readonly theirs: StoredReply };

export interface ReplySnapshot {
  readonly body: string;
  readonly replyToId: string | null;
  readonly state: ReplyState;
}

export interface ReplyKeeperOptions {
  readonly threadId: string;
  /** Noted beside the words. */
  readonly place?: ThreadPlace;
  readonly shelf: Shelf<ReplyDraft>;
  readonly server: ReplyServer;
  /** Takes over what could not be sent for want of a network. */
  readonly outbox: { readonly add: (post: WaitingPost) => void };
  /**
   * Keeps the words as an edit of the post that its earlier words have become.
   * @returns false where this browser keeps nothing.
   */
  readonly keepAsEdit: (post: WaitingPost) => boolean;
  /** The server's copy when the page was opened. */
  readonly stored: StoredReply | null;
  readonly now?: () => Date;
}

const IDLE_MS = 2000;
const LONGEST_MS = 8000;
const RETRY_MS = 15_000;

/** Keeps a reply safe from the first key until it has arrived: in the browser at once, on the server every few seconds. */
export class ReplyKeeper {
  private snapshot: ReplySnapshot;
  private draft: ReplyDraft;
  private readonly listeners = new Set<() => void>();
  private readonly now: () => Date;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dirtySince: number | undefined;
  private running: Promise<void> | undefined;
  private isLeft = false;

  constructor(private readonly options: ReplyKeeperOptions) {
    this.now = options.now ?? (() => new Date());
    const { stored } = options;
    const found = options.shelf.read(options.threadId);
    // Sent or thrown away on another device, or written on there: nothing of this browser is missing then.
    const shelved = found?.isSaved === true && found.body.trim() !== stored?.body.trim() ? undefined : found;
    if (found !== shelved) options.shelf.clear(options.threadId);
    this.draft = shelved ?? { id: uuidv7(), body: stored?.body ?? '', replyToId: stored?.replyToId ?? null, version: stored?.version ?? 0, at: stored?.savedAt ?? '', threadId: options.threadId };
    if (shelved?.isSaved === true) this.draft = { ...shelved, version: stored?.version ?? 0 };
    const isBehind = shelved !== undefined && stored !== null && stored.version > shelved.version && stored.body.trim() !== shelved.body.trim() && stored.body.trim() !== '';
    const state: ReplyState =
      isBehind ? { kind: 'stale', theirs: stored }
      : shelved !== undefined && shelved.isSaved !== true ? { kind: 'waiting' }
      : stored !== null && stored.body !== '' ? { kind: 'saved', at: stored.savedAt }
      : { kind: 'untouched' };
    this.snapshot = { body: this.draft.body, replyToId: this.draft.replyToId, state };
    if (state.kind === 'waiting') this.dirtySince = this.now().getTime();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): ReplySnapshot => this.snapshot;

  /** Whether something stands here that the server does not have. */
  get isUnsaved(): boolean {
    return this.dirtySince !== undefined;
  }

  type(body: string): void {
    this.dirtySince ??= this.now().getTime();
    this.keep({ body });
    if (this.snapshot.state.kind === 'stale' || this.snapshot.state.kind === 'sending') return;
    this.change({ state: { kind: 'waiting' } });
    this.schedule(Math.min(IDLE_MS, Math.max(0, this.dirtySince + LONGEST_MS - this.now().getTime())));
  }

  /** What the server has by now: written on elsewhere it is taken over, as long as nothing here is unsaved. */
  offer(stored: StoredReply | null): void {
    const { kind } = this.snapshot.state;
    if (stored === null || stored.version <= this.draft.version || this.isUnsaved || this.running !== undefined || kind === 'sending' || kind === 'stale') return;
    this.draft = { ...this.draft, body: stored.body, replyToId: stored.replyToId, version: stored.version, at: stored.savedAt, isSaved: true };
    this.options.shelf.clear(this.options.threadId);
    this.change({ body: stored.body, replyToId: stored.replyToId, state: stored.body.trim() === '' ? { kind: 'untouched' } : { kind: 'saved', at: stored.savedAt } });
  }

  /** Puts text behind what is there, e.g. a quotation. */
  append(text: string): void {
    const before = this.draft.body.trimEnd();
    this.type(before === '' ? text : `${before}\n\n${text}`);
  }

  /**
   * A reply that waited comes back into the field, under its id: where it has arrived after all, it shall not become a second one.
   * @throws {Error} while another one is being sent from the field.
   */
  takeUp({ id, body, replyToId }: WaitingPost): void {
    if (this.snapshot.state.kind === 'sending') throw new Error('the field is being sent');
    const isAlone = this.draft.body.trim() === '';
    this.draft = { ...this.draft, id, ...(isAlone && { replyToId }) };
    this.append(body);
  }

  replyTo(postId: string | null): void {
    this.keep({ replyToId: postId });
  }

  /** Two texts from two devices: goes on with this one. */
  settle(body: string, theirs: StoredReply): void {
    this.keep({ body, version: theirs.version });
    this.dirtySince = this.now().getTime();
    this.change({ state: { kind: 'waiting' } });
    this.schedule(0);
  }

  /**
   * Sends it. Pressed twice it is sent once; an answer that got lost on the way does not make a second post.
   * @returns what has become of it.
   */
  async send(): Promise<{ readonly outcome: 'sent' | 'waiting' | 'refused' | 'nothing' | 'writtenBefore'; readonly postId: string }> {
    const postId = this.draft.id;
    return { outcome: await this.tryToSend(), postId };
  }

  private async tryToSend(): Promise<'sent' | 'waiting' | 'refused' | 'nothing' | 'writtenBefore'> {
    if (this.draft.body.trim() === '' || this.snapshot.state.kind === 'sending' || this.snapshot.state.kind === 'stale') return 'nothing';
    clearTimeout(this.timer);
    this.change({ state: { kind: 'sending' } });
    // The draft on its way to the server must not arrive after the post and come back as a draft.
    await this.running;
    const post: WaitingPost = { id: this.draft.id, threadId: this.options.threadId, body: this.draft.body.trim(), replyToId: this.draft.replyToId, at: this.now().toISOString(), ...this.noted };
    try {
      await this.options.server.send(post);
      this.goOn(post.body);
      return 'sent';
    } catch (error) {
      if (describeError(error).code === 'NETWORK') {
        this.options.outbox.add(post);
        this.goOn(post.body);
        return 'waiting';
      }
      // Earlier words under this id have arrived, from another window or with an answer that got lost: a second post would say it twice.
      if (describeError(error).reason === 'idReused' && this.options.keepAsEdit(post)) {
        const hadCopy = this.draft.version > 0;
        this.goOn(post.body);
        if (hadCopy) this.options.server.discard().catch(() => undefined);
        return 'writtenBefore';
      }
      this.change({ state: { kind: 'refused', error } });
      return 'refused';
    }
  }

  /** A reply of this thread that had waited for the network has arrived: with it the server's draft is gone. */
  arrived(): void {
    const { kind } = this.snapshot.state;
    if (kind === 'sending') return;
    // What was typed in this browser since is another text; what came from the server alone is the one that was sent.
    if (this.options.shelf.read(this.options.threadId) === undefined) this.beginAnew();
    else if (kind !== 'stale') {
      this.draft = { ...this.draft, version: 0 };
      this.type(this.draft.body);
    }
  }

  /** Throws the text away, here and on the server. */
  async discard(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    const hadCopy = this.draft.version > 0;
    this.beginAnew();
    if (hadCopy) await this.options.server.discard();
  }

  /** Saves now what is unsaved: before leaving, when the network is back. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    const { kind } = this.snapshot.state;
    if (this.dirtySince === undefined || kind === 'stale' || kind === 'sending' || kind === 'refused') return;
    this.running = this.save().finally(() => {
      this.running = undefined;
    });
    await this.running;
  }

  /** The page is left: saves once more and stops the clock. What does not arrive stays in the browser. */
  dispose(): void {
    this.isLeft = true;
    void this.flush();
  }

  resume(): void {
    this.isLeft = false;
    if (this.dirtySince !== undefined) this.schedule(IDLE_MS);
  }

  private async save(): Promise<void> {
    const { body, version, replyToId } = this.draft;
    try {
      const saved = await this.options.server.save(body, version, replyToId);
      this.draft = { ...this.draft, version: saved.version };
      if (this.draft.body !== body) return this.schedule(IDLE_MS);
      this.dirtySince = undefined;
      // The reply's id and whom it answers are kept here only: without them the same text could become two posts.
      this.draft = { ...this.draft, isSaved: true };
      this.options.shelf.write(this.options.threadId, this.draft);
      if (this.snapshot.state.kind === 'waiting' || this.snapshot.state.kind === 'kept') this.change({ state: body.trim() === '' ? { kind: 'untouched' } : { kind: 'saved', at: saved.savedAt } });
    } catch (error) {
      await this.notSaved(error);
    }
  }

  private async notSaved(error: unknown): Promise<void> {
    const { code } = describeError(error);
    if (code === 'CONFLICT') {
      const theirs = await this.options.server.load().catch(() => null);
      if (theirs !== null && theirs.body.trim() !== this.draft.body.trim() && theirs.body.trim() !== '') {
        this.change({ state: { kind: 'stale', theirs } });
        return;
      }
      this.draft = { ...this.draft, version: theirs?.version ?? 0 };
      this.schedule(0);
      return;
    }
    // A draft that cannot be saved is no hindrance to sending; that will say what is wrong.
    if (this.snapshot.state.kind === 'waiting') this.change({ state: { kind: 'kept' } });
    if (['NETWORK', 'INTERNAL', 'RATE_LIMITED'].includes(code)) this.schedule(RETRY_MS);
  }

  /** The field is free for the next reply: with what was written there while this one was on its way. */
  private goOn(sent: string): void {
    const written = this.draft.body.trim();
    this.beginAnew();
    if (written !== '' && written !== sent) this.type(written.startsWith(sent) ? written.slice(sent.length).trimStart() : written);
  }

  private beginAnew(): void {
    this.dirtySince = undefined;
    this.options.shelf.clear(this.options.threadId);
    this.draft = { id: uuidv7(), body: '', replyToId: null, version: 0, at: '' };
    this.change({ body: '', replyToId: null, state: { kind: 'untouched' } });
  }

  private keep(part: Partial<ReplyDraft>): void {
    this.draft = { ...this.draft, ...part, at: this.now().toISOString(), threadId: this.options.threadId, ...this.noted, isSaved: false };
    if (this.draft.body.trim() === '' && this.draft.version === 0) this.options.shelf.clear(this.options.threadId);
    else this.options.shelf.write(this.options.threadId, this.draft);
    this.change({ body: this.draft.body, replyToId: this.draft.replyToId });
  }

  private get noted(): { readonly place?: ThreadPlace } {
    const { place } = this.options;
    return place === undefined ? {} : { place };
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    if (this.isLeft) return;
    this.timer = setTimeout(() => void this.flush(), delayMs);
  }

  private change(part: Partial<ReplySnapshot>): void {
    this.snapshot = { ...this.snapshot, ...part };
    for (const listener of this.listeners) listener();
  }
}
