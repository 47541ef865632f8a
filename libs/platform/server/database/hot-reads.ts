import { createHash } from 'node:crypto';
import { Client, types, type ClientConfig } from 'pg';
import { holdBackThisTurn, PLAN_OUTDATED } from './pooled-client.js';

/** Named statements live as long as their connection; beyond so many texts the rest is planned each time. */
const NAMES_AT_MOST = 500;
/** Whoever was sent behind the first use of a name finds no plan where parsing that one failed, as it does behind a lock. */
const PLAN_MISSING = '26000';

const TIMESTAMPTZ = 1184;
const UUID_ARRAY = 2951;
/** `2026-03-29 01:00:00.123456+00`, as the connection's UTC writes it. */
const UTC_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/;

/** The same values as the driver's own parsers, which handle every format and are several times slower. */
const parsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const usual = types.getTypeParser(oid, format as 'text');
    if (oid === TIMESTAMPTZ) return (text: string) => (UTC_TIME.test(text) ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : usual(text));
    if (oid === UUID_ARRAY) return (text: string) => (text === '{}' ? [] : /[{"N]/.test(text.slice(1)) ? usual(text) : text.slice(1, -1).split(','));
    return usual;
  },
};

/** More reads than these do not wait for each other while another connection is free. */
const TOGETHER_AT_MOST = 4;

interface Lane {
  readonly client: Client;
  readonly connected: Promise<unknown>;
  pending: number;
  isCorked: boolean;
}

/**
 * Short reads that every visit of a page makes. Each text is parsed and planned once per connection, and reads of
 * concurrent requests travel together: sent in one packet, answered in order (libpq calls it pipeline mode). Most of
 * what such a read costs is planning and system calls. Nothing here may be slow, lock or write.
 */
export class HotReads {
  private readonly names = new Map<string, string>();
  private readonly lanes: (Lane | null)[];
  private hasClosed = false;

  /** @param connections one carries many short reads at once; each further one is a way past a slow one. */
  constructor(
    private readonly config: ClientConfig,
    connections = 2,
  ) {
    this.lanes = Array.from({ length: connections }, () => null);
  }

  /** @param isNamed false for texts that differ from one time to the next. */
  async query<Result extends object>(text: string, values: readonly unknown[], isNamed = true): Promise<readonly Result[]> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        // A plan that a migration outdated stays so for its connection; without a name the text is planned anew.
        return await this.send<Result>(isNamed && attempt === 0 ? this.nameOf(text) : undefined, text, values);
      } catch (error) {
        // Reads may be repeated, and every lane may hold a connection that broke while nobody used it.
        if (this.hasClosed || attempt === this.lanes.length || !isWorthAnother(error)) throw error;
      }
    }
  }

  get isClosed(): boolean {
    return this.hasClosed;
  }

  async close(): Promise<void> {
    this.hasClosed = true;
    await Promise.all(this.lanes.map((lane) => lane?.client.end().catch(() => undefined)));
  }

  private async send<Result extends object>(name: string | undefined, text: string, values: readonly unknown[]): Promise<readonly Result[]> {
    const lane = this.freest();
    lane.pending += 1;
    try {
      await lane.connected;
      corkThisTurn(lane);
      return (await lane.client.query<Result>({ ...(name === undefined ? {} : { name }), text, values: values as unknown[] })).rows;
    } finally {
      lane.pending -= 1;
    }
  }

  private freest(): Lane {
    if (this.hasClosed) throw new Error('the database connections are closed');
    // What is written in this turn of the event loop can take more along.
    const leaving = this.lanes.find((lane) => lane !== null && lane.isCorked && lane.pending < TOGETHER_AT_MOST);
    if (leaving) return leaving;
    const open = this.lanes.findIndex((lane) => lane === null || lane.pending === 0);
    const index = open >= 0 ? open : this.lanes.reduce((best, lane, at) => ((lane?.pending ?? 0) < (this.lanes[best]?.pending ?? 0) ? at : best), 0);
    return this.lanes[index] ?? this.open(index);
  }

  private open(index: number): Lane {
    const client = new Client({ ...this.config, types: parsers, options: `-c timezone=UTC ${this.config.options ?? ''}`, pipeline: true } as ClientConfig);
    const lane: Lane = { client, connected: client.connect(), pending: 0, isCorked: false };
    const drop = (): void => {
      if (this.lanes[index] === lane) this.lanes[index] = null;
    };
    client.on('error', drop);
    client.on('end', drop);
    lane.connected.catch(drop);
    this.lanes[index] = lane;
    return lane;
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= NAMES_AT_MOST) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    this.names.set(text, name);
    return name;
  }
}

/** What requests ask within one turn of the event loop leaves in one write. */
function corkThisTurn(lane: Lane): void {
  if (lane.isCorked) return;
  lane.isCorked = true;
  holdBackThisTurn(lane.client, () => {
    lane.isCorked = false;
  });
}

function isWorthAnother(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === PLAN_OUTDATED || code === PLAN_MISSING || code === undefined || code === 'ECONNRESET' || code === 'EPIPE' || code === '57P01';
}
