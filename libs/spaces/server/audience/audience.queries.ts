import { Inject, Injectable } from '@nestjs/common';
import type { ProgrammeRole } from '#access/server';
import { Db } from '#platform/server';
import { MAY_READ_SPACE_SQL, MEMBER_VIEWERS_SQL } from '../identity/readable-spaces.js';
import type { Visibility } from '../space/space.entity.js';
import type { Audience, AudienceKind, AudienceSubject } from './audience.js';

interface SpaceCount {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly limitedToRole: ProgrammeRole | null;
  readonly readers: number;
  readonly visitors: number;
}

/** Who reads only because a logged entry is running; a member who also entered stays a member. */
const IS_VISITOR_SQL = `(space.visibility in ('closed', 'hidden')
  and not exists (select from space_member own where own.space_id = space.id and own.account_id = v.account_id))`;

/** Counts viewers by the same condition that makes them viewers; there is no second rule here. */
@Injectable()
export class Audiences {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** The readers of these spaces; for who may read them, so nobody learns numbers of a closed door. */
  async ofSpaces(spaceIds: readonly string[]): Promise<ReadonlyMap<string, Audience>> {
    const rows = await this.db.query<SpaceCount>(
      `select space.id, space.name, space.visibility, space.limited_to_role as "limitedToRole",
         count(v.account_id) filter (where not ${IS_VISITOR_SQL})::int as readers,
         count(v.account_id) filter (where ${IS_VISITOR_SQL})::int as visitors
       from space left join (${MEMBER_VIEWERS_SQL}) v on space.visibility <> 'public' and ${MAY_READ_SPACE_SQL}
       where space.id = any($1::uuid[]) group by space.id`,
      [spaceIds],
    );
    return new Map(rows.map((row) => [row.id, audienceFrom(row)]));
  }

  /** Who can see one thing in a space; null where the space does not exist. Drafts are their authors' alone. */
  async ofContent(subject: AudienceSubject): Promise<Audience | null> {
    switch (subject.state) {
      case 'published':
      case 'retired':
        return (await this.ofSpaces([subject.spaceId])).get(subject.spaceId) ?? null;
      case 'draft':
        return this.counted('authors', subject, 'v.account_id = any($2::uuid[])');
      case 'review':
      case 'hidden':
        return this.counted(
          'reviewers',
          subject,
          `(v.account_id = any($2::uuid[]) or exists (select from space_member moderator
             where moderator.space_id = space.id and moderator.account_id = v.account_id and moderator.role = 'moderator'))
           and ${MAY_READ_SPACE_SQL}`,
        );
    }
  }

  private async counted(kind: AudienceKind, subject: AudienceSubject, condition: string): Promise<Audience | null> {
    const [row] = await this.db.query<{ readonly name: string; readonly count: number }>(
      `select space.name, count(v.account_id)::int as count
       from space left join (${MEMBER_VIEWERS_SQL}) v on ${condition} where space.id = $1 group by space.id`,
      [subject.spaceId, subject.authorIds],
    );
    return row === undefined ? null : { kind, count: row.count, visitors: 0, role: null, spaceName: row.name };
  }
}

/** The wording's kind for a space with these settings. */
export function kindOf(visibility: Visibility, limitedToRole: ProgrammeRole | null): AudienceKind {
  switch (visibility) {
    case 'public':
      return 'everyone';
    case 'programme':
      return limitedToRole === null ? 'programme' : 'role';
    case 'closed':
    case 'hidden':
      return 'members';
  }
}

function audienceFrom(row: SpaceCount): Audience {
  const kind = kindOf(row.visibility, row.limitedToRole);
  return {
    kind,
    count: kind === 'everyone' ? null : row.readers,
    visitors: row.visitors,
    role: kind === 'role' ? row.limitedToRole : null,
    spaceName: row.name,
  };
}
