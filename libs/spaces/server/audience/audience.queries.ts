import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProgrammeRole } from '#access/server';
import { Db } from '#platform/server';
import { MAY_READ_SPACE_SQL, MEMBER_VIEWERS_SQL } from '../identity/readable-spaces.js';
import type { Visibility } from '../space/space.entity.js';
import { audienceFrom, IS_VISITOR_SQL, type Audience, type AudienceChange, type AudienceSubject, type SpaceCount } from './audience.js';

/** A space as it would be with other settings. */
export interface SpaceSettings {
  readonly visibility: Visibility;
  readonly limitedToRole: ProgrammeRole | null;
}

const COUNTS_SQL = `space.id, space.name, space.visibility, space.limited_to_role as "limitedToRole",
  count(v.account_id) filter (where not ${IS_VISITOR_SQL})::int as readers,
  count(v.account_id) filter (where ${IS_VISITOR_SQL})::int as visitors`;

/** Counts viewers by the same condition that makes them viewers; there is no second rule here. */
@Injectable()
export class Audiences {
  constructor(@Inject(Db) private readonly db: Db) {}

  /**
   * The readers of these spaces; for who may read them, so that nobody learns numbers through a closed door.
   * @param manager the transaction that asks, where there is one.
   */
  async ofSpaces(spaceIds: readonly string[], manager: EntityManager = this.db.manager): Promise<ReadonlyMap<string, Audience>> {
    const rows: SpaceCount[] = await manager.query(
      `select ${COUNTS_SQL} from space left join (${MEMBER_VIEWERS_SQL}) v on space.visibility <> 'public' and ${MAY_READ_SPACE_SQL}
       where space.id = any($1::uuid[]) group by space.id`,
      [[...spaceIds]],
    );
    return new Map(rows.map((row) => [row.id, audienceFrom(row)]));
  }

  /** Who can see one thing in a space; null where the space does not exist. */
  async ofContent(subject: AudienceSubject): Promise<Audience | null> {
    return (await this.ofContents([subject]))[0] ?? null;
  }

  /** The same of many, in their order, in two statements at most. */
  async ofContents(subjects: readonly AudienceSubject[]): Promise<readonly (Audience | null)[]> {
    const spaceIds = new Set(subjects.filter(({ state }) => circleOf(state) === 'space').map(({ spaceId }) => spaceId));
    const spaces = spaceIds.size === 0 ? new Map<string, Audience>() : await this.ofSpaces([...spaceIds]);
    const smaller = await this.smallerCircles(subjects);
    return subjects.map((subject, place) => (circleOf(subject.state) === 'space' ? spaces.get(subject.spaceId) : smaller.get(place)) ?? null);
  }

  /** The same circles without guests, for what they do not get. */
  async amongMembers(audiences: readonly (Audience | null)[]): Promise<readonly (Audience | null)[]> {
    if (!audiences.some((audience) => audience?.kind === 'everyone')) return audiences;
    const [row] = await this.db.query<{ readonly count: number }>(`select count(*)::int as count from (${MEMBER_VIEWERS_SQL}) v`);
    return audiences.map((audience) => (audience?.kind === 'everyone' ? { ...audience, kind: 'programme', count: row?.count ?? 0 } : audience));
  }

  /** Who could see what is published in a space that is about to be made: the reading rule over a space that is not there yet. */
  async ofNewSpace(next: SpaceSettings & { readonly name: string }, moderatorIds: readonly string[]): Promise<Audience | null> {
    const [row] = await this.db.query<SpaceCount>(
      `with space as (select '00000000-0000-0000-0000-000000000000'::uuid as id, $1::text as name, $2::text as visibility, $3::text as limited_to_role),
         space_member as (select space.id as space_id, account_id, 'moderator' as role from space, unnest($4::uuid[]) account_id),
         space_entry as (select id as space_id, null::uuid as account_id, now() as ends_at from space where false)
       select ${COUNTS_SQL} from space left join (${MEMBER_VIEWERS_SQL}) v on space.visibility <> 'public' and ${MAY_READ_SPACE_SQL}
       group by space.id, space.name, space.visibility, space.limited_to_role`,
      [next.name, next.visibility, next.limitedToRole, moderatorIds],
    );
    return row === undefined ? null : audienceFrom(row);
  }

  /**
   * What other settings of a space would change for everything published in it; null for an unknown space.
   * @param manager the transaction that asks: a second connection beside its own could wait for it for ever.
   */
  async changeOfSpace(spaceId: string, next: SpaceSettings, manager: EntityManager = this.db.manager): Promise<AudienceChange | null> {
    return this.change(
      `select id, name, visibility, limited_to_role from space where id = $1`,
      `select id, name, $2::text as visibility, $3::text as limited_to_role from space where id = $1`,
      [spaceId, next.visibility, next.limitedToRole],
      manager,
    );
  }

  /**
   * What moving something published from one space to another would change; null if either is unknown.
   * @param manager the transaction that moves it.
   */
  async changeOfMove(fromSpaceId: string, toSpaceId: string, manager: EntityManager = this.db.manager): Promise<AudienceChange | null> {
    const space = (parameter: string): string => `select id, name, visibility, limited_to_role from space where id = ${parameter}`;
    return this.change(space('$1'), space('$2'), [fromSpaceId, toSpaceId], manager);
  }

  private async change(before: string, after: string, parameters: readonly unknown[], manager: EntityManager = this.db.manager): Promise<AudienceChange | null> {
    const readers = (space: string): string => `select v.account_id from viewer v, (${space}) space where ${MAY_READ_SPACE_SQL}`;
    const counts = (space: string): string => `select row_to_json(counted) from (select ${COUNTS_SQL}
      from (${space}) space left join viewer v on ${MAY_READ_SPACE_SQL}
      group by space.id, space.name, space.visibility, space.limited_to_role) counted`;
    const [row]: { before: SpaceCount | null; after: SpaceCount | null; gains: number; losses: number }[] = await manager.query(
      `with viewer as (${MEMBER_VIEWERS_SQL}), before as (${readers(before)}), after as (${readers(after)})
       select (${counts(before)}) as before, (${counts(after)}) as after,
         (select count(*)::int from (select * from after except select * from before) gained) as gains,
         (select count(*)::int from (select * from before except select * from after) lost) as losses`,
      [...parameters],
    );
    if (row === undefined || row.before === null || row.after === null) return null;
    const becomesKnown = row.after.id === row.before.id && row.before.visibility === 'hidden' && row.after.visibility !== 'hidden';
    const opensToEveryone = row.after.visibility === 'public' && row.before.visibility !== 'public';
    return {
      before: audienceFrom(row.before),
      after: audienceFrom(row.after),
      gains: row.gains,
      losses: row.losses,
      opensToEveryone,
      becomesKnown,
      isWider: opensToEveryone || becomesKnown || row.gains > 0,
      confirmation: row.after.readers + row.after.visitors,
    };
  }

  /** By their places among the subjects; those that a whole space sees are missing. */
  private async smallerCircles(subjects: readonly AudienceSubject[]): Promise<ReadonlyMap<number, Audience>> {
    const asked = subjects.flatMap(({ spaceId, authorIds, state }, place) => {
      const kind = circleOf(state);
      return kind === 'space' ? [] : [{ place, spaceId, authorIds, kind }];
    });
    if (asked.length === 0) return new Map();
    const rows = await this.db.query<{ readonly place: number; readonly kind: 'authors' | 'reviewers'; readonly name: string; readonly count: number }>(
      `select asked.place, asked.kind, space.name, count(v.account_id)::int as count
       from jsonb_to_recordset($1::jsonb) as asked(place integer, "spaceId" uuid, "authorIds" uuid[], kind text)
       join space on space.id = asked."spaceId"
       left join (${MEMBER_VIEWERS_SQL}) v on case asked.kind
         -- The owner keeps a draft after leaving the space, co-authors do not; as visibleTo has it.
         when 'authors' then v.account_id = asked."authorIds"[1] or (v.account_id = any(asked."authorIds") and ${MAY_READ_SPACE_SQL})
         else (v.account_id = any(asked."authorIds") or exists (select from space_member moderator
           where moderator.space_id = space.id and moderator.account_id = v.account_id and moderator.role = 'moderator'))
           and ${MAY_READ_SPACE_SQL} end
       group by asked.place, asked.kind, space.id`,
      [JSON.stringify(asked)],
    );
    return new Map(rows.map(({ place, kind, name, count }) => [place, { kind, count, visitors: 0, role: null, spaceName: name }]));
  }
}

/** Drafts are their authors' alone. */
function circleOf(state: AudienceSubject['state']): 'space' | 'authors' | 'reviewers' {
  switch (state) {
    case 'published':
    case 'retired':
      return 'space';
    case 'draft':
      return 'authors';
    case 'review':
    case 'hidden':
      return 'reviewers';
  }
}
