import type { Caller, TestServer } from './test-server.js';

/** One update as it came over the line. */
export interface HeardUpdate {
  readonly topic: string;
  readonly id: string | null;
  readonly data: string;
}

const SUBSCRIPTION = 'subscription ($topics: [String!], $sinceSeconds: Int) { live(topics: $topics, sinceSeconds: $sinceSeconds) { topic id data } }';

export interface ListenWishes {
  readonly topics?: readonly string[];
  readonly sinceSeconds?: number;
  /** Instead of asking for all of `live`. */
  readonly query?: string;
}

/** Somebody with an open stream of a server that listens on a port; for specs of what is delivered to whom. */
export class LiveListener {
  readonly updates: HeardUpdate[] = [];
  /** Everything that came, as it came. */
  raw = '';
  hasEnded = false;
  private readonly stop = new AbortController();

  private constructor(readonly status: number, readonly headers: Headers, private readonly answer: Response) {}

  static async open(server: TestServer, caller: Caller | null, { query = SUBSCRIPTION, ...wishes }: ListenWishes = {}): Promise<LiveListener> {
    const stop = new AbortController();
    const answer = await fetch(`${await server.listen()}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...(caller?.cookie === undefined ? {} : { cookie: caller.cookie }) },
      body: JSON.stringify({ query, variables: wishes }),
      signal: stop.signal,
    });
    const listener = new LiveListener(answer.status, answer.headers, answer);
    listener.stop.signal.addEventListener('abort', () => stop.abort());
    void listener.read();
    return listener;
  }

  /** The topics heard so far, in order. */
  get topics(): readonly string[] {
    return this.updates.map(({ topic }) => topic);
  }

  /** Waits for what the condition says; @throws where it does not come true in time. */
  async until(condition: (listener: this) => boolean, withinMs = 5_000): Promise<void> {
    const end = Date.now() + withinMs;
    while (!condition(this)) {
      if (Date.now() > end) throw new Error(`not heard within ${withinMs} ms; so far: ${this.raw}`);
      await new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
    }
  }

  close(): void {
    this.stop.abort();
  }

  private async read(): Promise<void> {
    try {
      const decoder = new TextDecoder();
      let rest = '';
      for await (const chunk of this.answer.body ?? []) {
        const text = decoder.decode(chunk as Uint8Array, { stream: true });
        this.raw += text;
        const parts = (rest + text).split('\n\n');
        rest = parts.pop() ?? '';
        for (const part of parts) this.take(part);
      }
    } catch {
      // Cut off by either side: over as well.
    } finally {
      this.hasEnded = true;
    }
  }

  private take(part: string): void {
    const [, data] = /^event: next\ndata: (.*)$/s.exec(part) ?? [];
    if (data === undefined) return;
    const update = (JSON.parse(data) as { data?: { live?: HeardUpdate } | null }).data?.live;
    if (update !== undefined) this.updates.push(update);
  }
}
