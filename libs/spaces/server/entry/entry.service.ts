import { Inject, Injectable } from '@nestjs/common';
import { isCoordinator, type Viewer } from '#access/server';
import { Audit, Db } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { MemberQueries } from '../member/member.queries.js';
import { canEnter } from '../space/space.policy.js';
import type { AdministeredSpace, SpaceEntry } from './entry.type.js';

/** Long enough to look into one matter, too short to stay. */
const ENTRY_MINUTES = 60;

const ENTRY_COLUMNS = `entered_at as "enteredAt", ends_at as "endsAt", reason`;

/** Coordinators do not read closed spaces in silence: they enter by a step that is logged and told. See docs/decisions.md. */
@Injectable()
export class EntryService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(MemberQueries) private readonly members: MemberQueries,
  ) {}

  /** @throws {AppError} NOT_FOUND for everybody but coordinators, whatever the id. */
  async enter(viewer: Viewer, spaceId: string, reason: string): Promise<AdministeredSpace> {
    ensureCoordinator(viewer);
    if (!canEnter(viewer, { id: spaceId })) throw AppError.conflict('space.alreadyInside');
    await this.db.write(viewer, async (tx, emit) => {
      const found: unknown[] = await tx.query('select 1 from space where id = $1 for share', [spaceId]);
      if (found.length === 0) throw AppError.notFound();
      const entryId = uuidv7();
      // The database's clock, as the reading rule compares with it.
      await tx.query(
        `insert into space_entry (id, space_id, account_id, reason, ends_at) values ($1, $2, $3, $4, now() + make_interval(mins => $5))`,
        [entryId, spaceId, viewer.accountId, reason.trim(), ENTRY_MINUTES],
      );
      await this.audit.record(tx, viewer, { act: 'spaces.entered', subjectKind: 'space', subjectId: spaceId, spaceId, details: { reason: reason.trim() } });
      emit({ name: 'SpaceEntered', payload: { entryId, spaceId, occasionId: uuidv7() } });
    });
    return this.administered(viewer, spaceId);
  }

  async leave(viewer: Viewer, spaceId: string): Promise<AdministeredSpace> {
    ensureCoordinator(viewer);
    const wasInside = await this.db.write(viewer, async (tx) => {
      const [, ended]: [unknown[], number] = await tx.query(
        'update space_entry set ends_at = now() where space_id = $1 and account_id = $2 and ends_at > now()',
        [spaceId, viewer.accountId],
      );
      if (ended > 0) await this.audit.record(tx, viewer, { act: 'spaces.entryEnded', subjectKind: 'space', subjectId: spaceId, spaceId });
      return ended > 0;
    });
    const space = await this.administered(viewer, spaceId);
    // This request's viewer was made while the entry still ran.
    return wasInside ? { ...space, viewerCanRead: false } : space;
  }

  /** Every space by name, for running the programme. */
  async all(viewer: Viewer): Promise<readonly AdministeredSpace[]> {
    ensureCoordinator(viewer);
    const spaces = await this.db.query<Omit<AdministeredSpace, 'moderators' | 'myEntry' | 'viewerCanRead'>>(
      `select id, slug, name, visibility, parent_id as "parentId", archived_at as "archivedAt", created_at as "createdAt"
       from space order by name collate "de-x-icu", id`,
    );
    const ids = spaces.map((space) => space.id);
    const moderators = await this.members.moderators(ids);
    const entries = await this.entries(viewer, ids);
    return spaces.map((space) => ({
      ...space,
      moderators: moderators.filter((moderator) => moderator.spaceId === space.id),
      myEntry: entries.get(space.id) ?? null,
      viewerCanRead: viewer.readableSpaceIds.has(space.id),
    }));
  }

  /** The viewer's running entries. */
  async entries(viewer: Viewer, spaceIds: readonly string[]): Promise<ReadonlyMap<string, SpaceEntry>> {
    if (!isCoordinator(viewer)) return new Map();
    const rows = await this.db.query<SpaceEntry & { readonly spaceId: string }>(
      `select distinct on (space_id) space_id as "spaceId", ${ENTRY_COLUMNS} from space_entry
       where account_id = $1 and ends_at > now() and space_id = any($2::uuid[]) order by space_id, ends_at desc`,
      [viewer.accountId, spaceIds],
    );
    return new Map(rows.map((row) => [row.spaceId, row]));
  }

  private async administered(viewer: Viewer, spaceId: string): Promise<AdministeredSpace> {
    const space = (await this.all(viewer)).find((candidate) => candidate.id === spaceId);
    if (space === undefined) throw AppError.notFound();
    return { ...space, viewerCanRead: space.myEntry !== null || space.viewerCanRead };
  }
}

function ensureCoordinator(viewer: Viewer): void {
  if (!isCoordinator(viewer)) throw AppError.notFound();
}
