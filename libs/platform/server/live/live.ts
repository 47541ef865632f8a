import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DataSource, type EntityManager } from 'typeorm';
import { holds, visibleTo, type Viewer } from '#access/server';
import { AppError } from '#platform/shared';
import { CONFIG, type Config } from '../config/config.js';
import { afterCommit } from '../database/after-commit.js';
import { IDENTITY_SOURCE, type IdentitySource } from '../graphql/context.js';
import { LOGGER, type Logger } from '../logging/logger.js';
import { LiveChannel } from './live-channel.js';
import type { LiveConnection } from './live-connection.js';
import { eventOf, MISSED, payloadsOf, type LiveEvent } from './live-event.js';
import { LiveSender } from './live-sender.js';
import { CAUGHT_UP, LiveStream } from './live-stream.js';
import type { LiveUpdate } from './live.type.js';
import { RecentEvents } from './recent-events.js';

/** What happens within this time is looked at together: one statement for all readers, nothing a person would notice. */
const TOGETHER_MS = 20;
/** Ended sessions and blocked accounts lose their streams within 5 s, also where nothing happens. */
const SWEEP_MS = 2_000;
/** Whoever took nothing for so long is cut off: at home asleep, or deliberately slow. */
const SLOW_MS = 15_000;
/** Browsers share one stream among their tabs; these are devices and programs. */
const STREAMS_PER_ACCOUNT = 20;
const STREAMS_PER_PROCESS = 10_000;
/** Over this time at most advice is spread after which each page asks for all it shows; with a sweep it stays below 5 s. */
const SPREAD_MS = 2_000;
/** So much of it for each reader: a few are told at once. */
const SPREAD_FOR_EACH_MS = 10;
/** Between so many readers other requests get their turn. */
const READERS_PER_TURN = 100;

/** Tells open pages, of whichever process, that something changed, and to each only what they may see at that moment. */
@Injectable()
export class Live implements OnModuleDestroy {
  private readonly streams = new Set<LiveStream>();
  private readonly recent = new RecentEvents();
  private readonly channel: LiveChannel;
  private readonly sender: LiveSender;
  private fresh: LiveEvent[] = [];
  private readonly replays = new Map<LiveStream, readonly LiveEvent[]>();
  private delivery: NodeJS.Timeout | null = null;
  private sweeping: NodeJS.Timeout | null = null;
  private hasStopped = false;

  constructor(
    @Inject(DataSource) dataSource: DataSource,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const { url } = dataSource.options as { readonly url?: string };
    this.sender = new LiveSender(dataSource, logger);
    this.channel = new LiveChannel(url ?? '', logger, { onPayload: (payload) => this.hear(payload), onGap: () => this.lookAnew() });
  }

  /**
   * Told right after `tx` commits, and not at all where it rolls back. Rights are looked at when it is delivered. Lost where
   * the process is killed at that very moment; pages find out by what they ask next.
   * @throws {Error} where the event names nobody, or more than fits.
   */
  publish(tx: EntityManager, ...events: readonly LiveEvent[]): void {
    const payloads = events.flatMap(payloadsOf);
    if (payloads.length > 0) afterCommit(tx, () => this.sender.send(payloads));
  }

  /** @throws {AppError} RATE_LIMITED where an account or a network has too many streams open. */
  ensureRoom(accountId: string, network: string): void {
    let [ofAccount, ofNetwork] = [0, 0];
    for (const { reader } of this.streams) {
      if (reader.accountId === accountId) ofAccount += 1;
      if (reader.network === network) ofNetwork += 1;
    }
    if (this.hasStopped || ofAccount >= STREAMS_PER_ACCOUNT || ofNetwork >= this.config.liveStreamsPerNetwork || this.streams.size >= STREAMS_PER_PROCESS) {
      throw AppError.rateLimited(30);
    }
  }

  /**
   * @param topics only these; null: all.
   * @param sinceSeconds how far back what happened is delivered too; null: not at all.
   */
  async open(connection: LiveConnection, topics: ReadonlySet<string> | null, sinceSeconds: number | null): Promise<LiveStream> {
    const asked = Date.now();
    await this.channel.start();
    const stream = new LiveStream(connection.reader, topics, (why) => {
      this.streams.delete(stream);
      this.replays.delete(stream);
      connection.onEnd(why);
    });
    connection.stream = stream;
    this.streams.add(stream);
    this.sweeping ??= setTimeout(() => void this.sweep(), SWEEP_MS).unref();
    if (sinceSeconds !== null) {
      const missed = this.recent.since(asked - sinceSeconds * 1000, this.channel.coveredSince);
      if (missed === null) stream.push(CAUGHT_UP);
      else if (missed.length > 0) this.replays.set(stream, missed);
      this.deliverSoon();
    }
    return stream;
  }

  /** How many connections are open in this process. */
  get openStreams(): number {
    return this.streams.size;
  }

  async onModuleDestroy(): Promise<void> {
    this.hasStopped = true;
    if (this.delivery !== null) clearTimeout(this.delivery);
    if (this.sweeping !== null) clearTimeout(this.sweeping);
    for (const stream of this.streams) stream.end('shutdown');
    await Promise.all([this.sender.stop(), this.channel.stop()]);
  }

  private hear(payload: string): void {
    const event = eventOf(payload);
    if (event === null) return;
    if (payload === MISSED) {
      this.recent.forget();
      this.lookAnew();
      return;
    }
    this.recent.add(event);
    if (this.streams.size === 0) return;
    this.fresh.push(event);
    this.deliverSoon();
  }

  private lookAnew(): void {
    spread([...this.streams], (stream) => stream.push(CAUGHT_UP));
  }

  /** While one delivery runs, the next gathers; under load each takes more along instead of queueing up. */
  private deliverSoon(waitMs = TOGETHER_MS): void {
    if (this.delivery !== null || this.hasStopped || (this.fresh.length === 0 && this.replays.size === 0)) return;
    this.delivery = setTimeout(() => {
      const begun = Date.now();
      this.deliver()
        .catch((error: unknown) => {
          this.logger.error({ error: error instanceof Error ? error.message : String(error) }, 'live delivery failed');
          this.lookAnew();
        })
        .finally(() => {
          this.delivery = null;
          this.deliverSoon(Math.max(TOGETHER_MS, Date.now() - begun));
        });
    }, waitMs);
  }

  private async deliver(): Promise<void> {
    const fresh = this.fresh;
    const replays = new Map(this.replays);
    this.fresh = [];
    this.replays.clear();
    const wanted = new Map<LiveStream, readonly LiveEvent[]>();
    for (const stream of this.streams) {
      const events = [...(replays.get(stream) ?? []), ...fresh].filter((event) => concerns(event, stream));
      if (events.length > 0) wanted.set(stream, events);
    }
    if (wanted.size === 0) return;
    const spaceIds = new Set([...wanted.values()].flat().flatMap(({ spaceId }) => spaceId ?? []));
    const viewers = await this.identities.identifySessions(sessionsOf(wanted.keys()), [...spaceIds]);
    let told = 0;
    for (const [stream, events] of wanted) {
      const viewer = viewers.get(stream.reader.sessionId);
      if (viewer === undefined) stream.end('sessionEnded');
      else for (const event of events) if (mayHear(viewer, event)) stream.push(updateOf(event, viewer));
      told += 1;
      if (told % READERS_PER_TURN === 0) await nextTurn();
    }
  }

  /** Everything that ends by itself: sessions, blocks, age, readers that take nothing; and whose rights changed. */
  private async sweep(): Promise<void> {
    try {
      const now = Date.now();
      for (const stream of this.streams) {
        if (stream.waitingSince !== null && now - stream.waitingSince > SLOW_MS) stream.end('slow');
        else if (now > stream.endsAt) stream.end('aged');
      }
      const looked = [...this.streams];
      if (looked.length > 0) {
        const rights = await this.identities.rightsOfSessions(sessionsOf(looked));
        const changed = looked.filter((stream) => hasChangedRights(stream, rights.get(stream.reader.sessionId)));
        spread(changed, (stream) => stream.push({ topic: 'viewer', id: stream.reader.accountId, data: '{}' }));
      }
    } catch (error) {
      // Without the database nobody can be told anything anyway; the next sweep decides.
      this.logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'live sweep failed');
    } finally {
      this.sweeping = this.hasStopped || this.streams.size === 0 ? null : setTimeout(() => void this.sweep(), SWEEP_MS).unref();
    }
  }

  private get identities(): IdentitySource {
    return this.modules.get<IdentitySource>(IDENTITY_SOURCE, { strict: false });
  }
}

function sessionsOf(streams: Iterable<LiveStream>): readonly string[] {
  return [...new Set(Array.from(streams, ({ reader }) => reader.sessionId))];
}

/** Cheap, and without any say about rights: spares the question for those whom it cannot concern. */
function concerns({ topic, accountIds }: LiveEvent, { topics, reader }: LiveStream): boolean {
  if (topics !== null && !topics.has(topic)) return false;
  return accountIds === null || accountIds === undefined || accountIds.includes(reader.accountId);
}

function mayHear(viewer: Viewer, { id, spaceId, state, authorIds, accountIds }: LiveEvent): boolean {
  const isNamed = accountIds === null || accountIds === undefined ? spaceId !== null : viewer.accountId !== null && accountIds.includes(viewer.accountId);
  return isNamed && (spaceId === null || holds(visibleTo(viewer), { id: id ?? '', spaceId, state: state ?? 'published', authorIds: authorIds ?? [] }));
}

function updateOf({ topic, id, data }: LiveEvent, { accountId }: Viewer): LiveUpdate {
  return { topic, id: id ?? accountId, data: JSON.stringify(data ?? {}) };
}

/** Not all in the same moment: the page of each asks for all it shows. */
function spread(streams: readonly LiveStream[], tell: (stream: LiveStream) => void): void {
  const withinMs = Math.min(SPREAD_MS, streams.length * SPREAD_FOR_EACH_MS);
  for (const stream of streams) setTimeout(() => tell(stream), Math.random() * withinMs).unref();
}

/** Takes down what the rights are now; ends what has no session any more. */
function hasChangedRights(stream: LiveStream, rights: string | undefined): boolean {
  const before = stream.rights;
  stream.rights = rights ?? null;
  if (rights === undefined) stream.end('sessionEnded');
  return rights !== undefined && before !== null && before !== rights;
}
