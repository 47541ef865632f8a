/** A post's place in its thread; what stands in it comes from the cache by the id. */
export interface PostRow {
  readonly id: string;
  readonly position: number;
}

/** A part of a thread as the server gives it. */
export interface PostWindow {
  readonly rows: readonly PostRow[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
  /** Up to where nothing follows, if nothing does: the last posts may have gone to another thread, and their places stay. */
  readonly end?: number;
}

/** `around`: the post at the position with a few before it; the others go on from a position without it. */
export type WindowDirection = 'around' | 'earlier' | 'later';

export type LoadWindow = (direction: WindowDirection, position: number) => Promise<PostWindow>;

/** Where the view shall go once it is drawn. */
export interface Jump {
  readonly position: number;
  /** The keyboard goes there too. */
  readonly focuses: boolean;
  /** Counts up, so that the same place can be jumped to twice. */
  readonly number: number;
}

export interface WindowsSnapshot extends PostWindow {
  /** False until something has arrived. */
  readonly isOpen: boolean;
  readonly busy: WindowDirection | null;
  readonly error: unknown;
  readonly jump: Jump | null;
}

/** So many posts stay on the page; a reader who scrolls through ten thousand never holds them all. */
const KEPT = 120;

const nothing: WindowsSnapshot = { rows: [], hasEarlier: false, hasLater: false, isOpen: false, busy: null, error: undefined, jump: null };

function inOrder(one: readonly PostRow[], other: readonly PostRow[]): readonly PostRow[] {
  const byId = new Map([...one, ...other].map((row) => [row.id, row]));
  return [...byId.values()].sort((first, second) => first.position - second.position);
}

/** Joins a window that goes on from one end of what is there. */
export function joined(before: PostWindow, more: PostWindow, direction: 'earlier' | 'later'): PostWindow {
  const rows = inOrder(before.rows, more.rows);
  return direction === 'earlier'
    ? { rows, hasEarlier: more.hasEarlier, hasLater: before.hasLater, ...(before.end !== undefined && { end: before.end }) }
    : { rows, hasEarlier: before.hasEarlier, hasLater: more.hasLater, ...(more.end !== undefined && { end: more.end }) };
}

/** Lets go of what lies far behind the reader, at the end from which they come. */
export function trimmed(window: PostWindow, direction: 'earlier' | 'later', kept = KEPT): PostWindow {
  if (window.rows.length <= kept) return window;
  return direction === 'earlier' ? { ...window, rows: window.rows.slice(0, kept), hasLater: true } : { ...window, rows: window.rows.slice(-kept), hasEarlier: true };
}

/** The part of a thread that is on the page. It grows at both ends and can be anywhere in a thread of any length. */
export class PostWindows {
  private snapshot = nothing;
  private readonly listeners = new Set<() => void>();
  /** Counts the windows asked for around a place: an answer that was asked for before the last of them is late. */
  private asked = 0;
  private jumps = 0;
  /** Somebody wrote while a part was on its way: it may have left before. */
  private isMoreWanted = false;
  /** Was to be looked at anew while something else was on its way. */
  private isOutdated = false;

  constructor(private readonly load: LoadWindow) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): WindowsSnapshot => this.snapshot;

  /** Shows a place: at once where it is already there, else with a new window around it. */
  async open(position: number, { focuses = false }: { readonly focuses?: boolean } = {}): Promise<void> {
    if (this.has(position)) this.change({ jump: this.jumpTo(position, focuses) });
    else await this.openAround(position, focuses);
  }

  async earlier(): Promise<void> {
    const first = this.snapshot.rows[0];
    if (first === undefined || !this.snapshot.hasEarlier || this.snapshot.busy !== null) return;
    await this.ask('earlier', first.position, (window) => trimmed(joined(this.snapshot, window, 'earlier'), 'earlier'));
  }

  /** @param isForced also where nothing was known to follow: somebody has written. */
  async later(isForced = false): Promise<void> {
    const last = this.snapshot.rows.at(-1);
    if (!(isForced || this.snapshot.hasLater)) return;
    if (this.snapshot.busy !== null) {
      this.isMoreWanted ||= isForced;
      return;
    }
    if (last === undefined) return this.open(1);
    await this.ask('later', last.position, (window) => trimmed(joined(this.snapshot, window, 'later'), 'later'));
  }

  /** Goes to a post that has only just been written. */
  async openNew(position: number): Promise<void> {
    if (this.snapshot.isOpen && !this.snapshot.hasLater) await this.later(true);
    // While another part is on its way nothing later came: it is not waited for.
    if (this.snapshot.rows.some((row) => row.position === position)) await this.open(position, { focuses: true });
    else await this.openAround(position, true);
  }

  /**
   * The same stretch once more, e.g. after a time without a network: what was taken away meanwhile goes. What came behind
   * it does not come by itself: a reader may be anywhere in it, and nothing moves.
   */
  async refresh(): Promise<void> {
    if (this.snapshot.busy !== null) {
      this.isOutdated = true;
      return;
    }
    this.isOutdated = false;
    const { rows, hasLater } = this.snapshot;
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return this.snapshot.isOpen ? this.open(1) : undefined;
    const { asked } = this;
    const again = await this.stretch(first.position, last.position).catch(() => undefined);
    // Without an answer everything stays as it is until the next time; after a jump the reader is somewhere else.
    if (again === undefined || asked !== this.asked) return;
    if (this.snapshot.rows !== rows) return this.refresh();
    if (again.rows.length === 0) return this.ask('around', first.position, (window) => ({ ...window, jump: null }));
    this.change({ rows: again.rows, hasLater: hasLater && again.hasLater });
  }

  /** All rows between two positions, both included. */
  private async stretch(from: number, to: number): Promise<Pick<PostWindow, 'rows' | 'hasLater'>> {
    let rows: readonly PostRow[] = [];
    for (let at = from - 1; ; ) {
      const window = await this.load('later', at);
      rows = inOrder(rows, window.rows);
      const end = window.rows.at(-1)?.position ?? to;
      if (!window.hasLater || end >= to) return { rows: rows.filter(({ position }) => position <= to), hasLater: window.hasLater || end > to };
      at = end;
    }
  }

  private jumpTo(position: number, focuses: boolean): Jump {
    this.jumps += 1;
    return { position, focuses, number: this.jumps };
  }

  private async openAround(position: number, focuses: boolean): Promise<void> {
    const jump = this.jumpTo(position, focuses);
    await this.ask('around', position, (window) => ({ ...window, jump }));
  }

  private has(position: number): boolean {
    const { rows } = this.snapshot;
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return false;
    // A place whose post is gone lies between its neighbours all the same.
    return (position >= first.position || !this.snapshot.hasEarlier) && (position <= last.position || !this.snapshot.hasLater);
  }

  private async ask(direction: WindowDirection, position: number, use: (window: PostWindow) => Partial<WindowsSnapshot>): Promise<void> {
    if (direction === 'around') this.asked += 1;
    const { asked } = this;
    this.change({ busy: direction, error: undefined });
    try {
      const window = await this.load(direction, position);
      if (asked === this.asked) this.change({ ...use(window), isOpen: true, busy: null });
    } catch (error) {
      if (asked === this.asked) this.change({ busy: null, error });
    }
    if (this.isMoreWanted && this.snapshot.busy === null) {
      this.isMoreWanted = false;
      await this.later(true);
    }
    if (this.isOutdated && this.snapshot.busy === null) await this.refresh();
  }

  private change(part: Partial<WindowsSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...part };
    for (const listener of this.listeners) listener();
  }
}
