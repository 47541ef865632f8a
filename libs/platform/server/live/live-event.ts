import type { ContentState } from '#access/server';

/** Small facts beside the id: a position, a count, a word from the code. Never what somebody has written. */
export type LiveData = Readonly<Record<string, string | number | boolean | null>>;

/**
 * That something changed, told to open pages. Carries ids and numbers, never text: whoever is told asks anew, and is
 * answered by today's rules. A happening that many parts of a page show is told once, under the noun it happened to.
 */
export interface LiveEvent {
  /** The noun, as in `thread`, `notices`, `space`: letters only. */
  readonly topic: string;
  /** Which one: a uuid. Null with `accountIds`: each account is told its own id, as with notices. */
  readonly id: string | null;
  /**
   * The space it lies in: told to those who may see a thing of this space, state and authorship at the moment of
   * delivery. Null: belongs to the accounts named by `accountIds`, and to nobody else.
   */
  readonly spaceId: string | null;
  /** Of what happened, where it has one; `published` unless told. */
  readonly state?: ContentState;
  /** Who sees it also as a draft or while it is held. */
  readonly authorIds?: readonly string[];
  /** Only these, and of them only those who may see it. Null or absent: everybody who may. */
  readonly accountIds?: readonly string[] | null;
  readonly data?: LiveData;
}

/** PostgreSQL takes less than 8,000 bytes in one notification. */
const PAYLOAD_BYTES = 7_900;
/** 150 ids are 6 kB. Whatever concerns more people is told in parts. */
const ACCOUNTS_AT_ONCE = 150;

/** The shape inside a notification: short names, because its size is limited. */
interface Payload {
  readonly t: string;
  readonly i?: string;
  readonly s?: string;
  readonly z?: ContentState;
  readonly u?: readonly string[];
  readonly a?: readonly string[];
  readonly d?: LiveData;
}

/** @throws {Error} where the event names nobody at all, or is too large: both are faults of the caller. */
export function payloadsOf(event: LiveEvent): readonly string[] {
  const { topic, id, spaceId, state, authorIds, accountIds, data } = event;
  if (!/^[a-zA-Z]{1,40}$/.test(topic)) throw new Error(`live topic ${topic} is no plain word`);
  if (spaceId === null && (accountIds === null || accountIds === undefined)) throw new Error(`live event of ${topic} names neither space nor accounts`);
  if (id === null && (accountIds === null || accountIds === undefined)) throw new Error(`live event of ${topic} without an id names no accounts`);
  const payload: Payload = {
    t: topic,
    ...(id === null ? {} : { i: id }),
    ...(spaceId === null ? {} : { s: spaceId }),
    ...(state === undefined || state === 'published' ? {} : { z: state }),
    ...(authorIds === undefined || authorIds.length === 0 ? {} : { u: authorIds }),
    ...(data === undefined ? {} : { d: data }),
  };
  if (accountIds === null || accountIds === undefined) return [checked(payload)];
  const parts = Array.from({ length: Math.ceil(accountIds.length / ACCOUNTS_AT_ONCE) }, (_, part) => accountIds.slice(part * ACCOUNTS_AT_ONCE, (part + 1) * ACCOUNTS_AT_ONCE));
  return parts.map((part) => checked({ ...payload, a: part }));
}

function checked(payload: Payload): string {
  const text = JSON.stringify(payload);
  if (Buffer.byteLength(text) > PAYLOAD_BYTES) throw new Error(`live event of ${payload.t} is too large`);
  return text;
}

/** Instead of more than can be told: whoever listens has missed something. Older processes pass it over. */
export const MISSED = JSON.stringify({ t: 'caughtUp' } satisfies Payload);

/** @returns null for what no version of this product has sent. */
export function eventOf(payload: string): LiveEvent | null {
  try {
    const { t, i, s, z, u, a, d } = JSON.parse(payload) as Payload;
    if (typeof t !== 'string') return null;
    return { topic: t, id: i ?? null, spaceId: s ?? null, state: z ?? 'published', authorIds: u ?? [], accountIds: a ?? null, data: d ?? {} };
  } catch {
    return null;
  }
}
