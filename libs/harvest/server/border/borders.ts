import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Db } from '#platform/server';
import { Audiences } from '#spaces/server';
import type { HarvestRow, PassageRow } from '../harvest.row.js';
import { BorderSearch, type Circle, type Crossing } from './border.js';
import { Heard, heardIn } from './heard.js';

/** A text and where it shall be read. */
export interface TextAtBorder {
  readonly spaceId: string;
  readonly text: string;
}

/** How much wider the readers of the tip are than those of the discussion. */
export interface Widening {
  readonly isWider: boolean;
  /** Members of the programme who read the tip and not the discussion; counted now. */
  readonly gains: number;
  readonly opensToEveryone: boolean;
  /** Whether it could become so by opening the space of the tip alone. */
  readonly couldWiden: boolean;
}

/** What a look at everything said in the discussion found. */
export interface Look {
  /** Of all that was compared: as long as it is the same, so is what was found. Null where something changed meanwhile. */
  readonly key: string | null;
  readonly crossings: readonly Crossing[];
}

/** Long texts each: more would be much at once. */
const POSTS_AT_ONCE = 200;
/** A long discussion is seconds of work: everybody else gets a turn in between. */
const TURN_MS = 10;
/** So many looks are kept: the same text is looked at by each of its authors, and again when it is released. */
const LOOKS_KEPT = 100;

/** Of discussions about which somebody writes now, in signs of all together. */
const SIGNS_KEPT = 12_000_000;

const NO_WIDENING: Widening = { isWider: false, gains: 0, opensToEveryone: false, couldWiden: false };

/** Compares who reads a discussion with who reads the tip made of it, and what of the one shows in the other. */
@Injectable()
export class Borders {
  /** The one used longest ago first. */
  private readonly kept = new Map<string, readonly Crossing[]>();
  /** What was read of discussions, by their state. The one used longest ago first. */
  private readonly heard = new Map<string, Heard>();

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audiences) private readonly audiences: Audiences,
  ) {}

  /** From every space in which one of the passages lies now: discussions are moved and split. */
  async widening(harvest: HarvestRow, passages: readonly PassageRow[], toSpaceId: string, tx?: EntityManager): Promise<Widening> {
    const from = await this.spacesOf(harvest, passages, tx);
    const each = await inOrder(from, async (spaceId) => this.between(spaceId, toSpaceId, tx));
    return each.reduce((all, one) => ({ isWider: all.isWider || one.isWider, gains: Math.max(all.gains, one.gains), opensToEveryone: all.opensToEveryone || one.opensToEveryone, couldWiden: all.couldWiden || one.couldWiden }), NO_WIDENING);
  }

  /** What of the discussion a text would carry to its readers; empty where these read the discussion, too. */
  async crossings(harvest: HarvestRow, passages: readonly PassageRow[], { spaceId, text }: TextAtBorder, tx?: EntityManager): Promise<readonly Crossing[]> {
    const { isWider } = await this.widening(harvest, passages, spaceId, tx);
    return isWider ? this.wouldCross(harvest, passages, text, tx) : [];
  }

  /** The same whoever reads it now: what would go along if its space were opened one day. */
  async wouldCross(harvest: HarvestRow, passages: readonly PassageRow[], text: string, tx?: EntityManager): Promise<readonly Crossing[]> {
    return (await this.look(harvest, passages, text, tx)).crossings;
  }

  /** Reads the discussion to its end only where it or its circle is another than last time, or much in the text is. */
  async look(harvest: HarvestRow, passages: readonly PassageRow[], text: string, tx?: EntityManager): Promise<Look> {
    const circle = await this.circle(harvest, passages, tx);
    const state = await this.stateOf(circle, passages, tx);
    const key = keyFor(state, text);
    const known = this.kept.get(key);
    if (known !== undefined) {
      this.keep(key, known);
      return { key, crossings: known };
    }
    const search = new BorderSearch(text, circle);
    const remembered = this.heard.get(state);
    if (remembered !== undefined && search.canCompare(remembered)) {
      search.compare(remembered);
      this.remember(state, remembered);
    } else {
      const heard = new Heard();
      const look = (piece: string): void => {
        const taken = heardIn(piece);
        search.look(piece, taken);
        heard.hear(taken);
      };
      for (const { text: chosen } of passages) look(chosen);
      await this.lookThrough(look, passages, tx);
      if ((await this.stateOf(circle, passages, tx)) !== state) return { key: null, crossings: search.found() };
      search.teach(heard);
      this.remember(state, heard);
    }
    const crossings = search.found();
    this.keep(key, crossings);
    return { key, crossings };
  }

  /** The key of a look taken now: cheap, for the database reads the posts. */
  async keyOf(harvest: HarvestRow, passages: readonly PassageRow[], text: string, tx?: EntityManager): Promise<string> {
    return keyFor(await this.stateOf(await this.circle(harvest, passages, tx), passages, tx), text);
  }

  /**
   * The same for whoever does not read the discussion: compared with the chosen passages alone. The list must not answer
   * who belongs to a circle, or what else was said in it.
   */
  crossingsOfPassages(passages: readonly PassageRow[], text: string): readonly Crossing[] {
    const search = new BorderSearch(text, { people: [], spaces: [], places: [] });
    for (const { text: chosen } of passages) search.look(chosen);
    return search.found();
  }

  /** Where the passages lie now: discussions are moved and split. */
  async spacesOf(harvest: HarvestRow, passages: readonly PassageRow[], tx?: EntityManager): Promise<readonly string[]> {
    const rows = await this.read<{ spaceId: string }>(tx, 'select distinct space_id as "spaceId" from post where id = any($1::uuid[])', [passages.map(({ postId }) => postId)]);
    return rows.length === 0 ? [harvest.fromSpaceId] : rows.map(({ spaceId }) => spaceId);
  }

  private async between(fromSpaceId: string, toSpaceId: string, tx?: EntityManager): Promise<Widening> {
    if (fromSpaceId === toSpaceId) return NO_WIDENING;
    const change = await this.audiences.changeOfMove(fromSpaceId, toSpaceId, tx);
    if (change === null) return NO_WIDENING;
    // Two closed circles with the same people today are others tomorrow.
    const isWider = change.isWider || change.before.kind === 'members';
    return { isWider, gains: change.gains, opensToEveryone: change.opensToEveryone, couldWiden: change.before.kind !== 'everyone' };
  }

  /** Everything said in the threads of the passages, some posts at a time. */
  private async lookThrough(look: (piece: string) => void, passages: readonly PassageRow[], tx?: EntityManager): Promise<void> {
    const threads = await this.read<{ id: string; title: string }>(tx, 'select id, title from thread where id in (select thread_id from post where id = any($1::uuid[])) order by id', [
      passages.map(({ postId }) => postId),
    ]);
    let turnSince = performance.now();
    for (const { id, title } of threads) {
      look(title);
      for (let after = 0; ; ) {
        const posts = await this.read<{ position: number; body: string }>(
          tx,
          `select position, body from post where thread_id = $1 and position > $2 and state = 'published' and deleted_at is null order by position limit ${POSTS_AT_ONCE}`,
          [id, after],
        );
        for (const { body } of posts) {
          look(body);
          if (performance.now() - turnSince < TURN_MS) continue;
          await nextTurn();
          turnSince = performance.now();
        }
        const last = posts.at(-1);
        if (last === undefined || posts.length < POSTS_AT_ONCE) break;
        after = last.position;
      }
    }
  }

  /** Names all that texts are compared with, as it is now. Cheap, for the database reads the posts. */
  private async stateOf(circle: Circle, passages: readonly PassageRow[], tx?: EntityManager): Promise<string> {
    const said = await this.read<object>(
      tx,
      `select t.id, t.title,
         (select md5(string_agg(md5(p.body), '' order by p.position)) from post p where p.thread_id = t.id and p.state = 'published' and p.deleted_at is null) as posts
       from thread t where t.id in (select thread_id from post where id = any($1::uuid[])) order by t.id`,
      [passages.map(({ postId }) => postId)],
    );
    const people = [circle.people, circle.spaces, circle.places].map((names) => names.toSorted());
    return fingerprint([passages.map((passage) => passage.text), people, said]);
  }

  private remember(state: string, heard: Heard): void {
    this.heard.delete(state);
    if (heard.isWhole) this.heard.set(state, heard);
    let signs = [...this.heard.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [other, { size }] of this.heard) {
      if (signs <= SIGNS_KEPT) return;
      this.heard.delete(other);
      signs -= size;
    }
  }

  private keep(key: string, crossings: readonly Crossing[]): void {
    this.kept.delete(key);
    this.kept.set(key, crossings);
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size > LOOKS_KEPT) this.kept.delete(oldest);
  }

  /** Who and what the spaces are made of. */
  private async circle(harvest: HarvestRow, passages: readonly PassageRow[], tx?: EntityManager): Promise<Circle> {
    const postIds = passages.map(({ postId }) => postId);
    const spaceIds = await this.spacesOf(harvest, passages, tx);
    const spaces = await this.read<{ name: string }>(tx, 'select name from space where id = any($1::uuid[])', [spaceIds]);
    const circle = `(select account_id from space_member where space_id = any($1::uuid[])
      union select author_ids[1] from post where thread_id in (select thread_id from post where id = any($2::uuid[])))`;
    const people = await this.read<{ name: string }>(tx, `select a.name from account a where a.id in ${circle} and a.deleted_at is null`, [spaceIds, postIds]);
    const places = await this.read<{ place: string }>(
      tx,
      `select distinct unnest(s.answers) as place from sheet_value s join sheet_field f on f.id = s.field_id and f.key in ('municipality', 'organisation') where s.account_id in ${circle}`,
      [spaceIds, postIds],
    );
    return { people: people.map(({ name }) => name), spaces: spaces.map(({ name }) => name), places: places.map(({ place }) => place) };
  }

  private async read<Row extends object>(tx: EntityManager | undefined, sql: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    return tx === undefined ? this.db.query<Row>(sql, parameters) : tx.query(sql, [...parameters]);
  }
}

const fingerprint = (parts: unknown): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
const keyFor = (state: string, text: string): string => fingerprint([state, text]);

/** One after the other: a transaction has one connection. */
async function inOrder<Item, Made>(items: readonly Item[], make: (item: Item) => Promise<Made>): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const item of items) made.push(await make(item));
  return made;
}
