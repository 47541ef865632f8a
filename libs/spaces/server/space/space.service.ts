import { hash } from '@node-rs/argon2';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ensure, isCoordinator, moderates, type Viewer } from '#access/server';
import { Audit, CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { Audiences } from '../audience/audience.queries.js';
import { GatesChanges } from '../gate/gates-change.queries.js';
import { admit } from '../member/admit.js';
import { freeSlug } from './free-slug.js';
import { SPACE_COLUMNS, type Gate, type Space } from './space.entity.js';
import type { ChangeSpaceVisibilityInput, CreateSpaceInput, ReopenSpaceInput, SetSpaceGatesInput, SetSpacePublishersInput, UpdateSpaceInput } from './space.inputs.js';
import { canCreateSpaces, canModerate, gatesUnder } from './space.policy.js';
import { SpaceQueries } from './space.queries.js';
import { WideningObstacles, type UnsettledTexts } from './widening-obstacles.js';

/** Where much is written just now the last one says so. */
const LOOKS = 3;

/** Everything that changes a space itself. */
@Injectable()
export class SpaceService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
    @Inject(Audiences) private readonly audiences: Audiences,
    @Inject(GatesChanges) private readonly gatesChanges: GatesChanges,
    @Inject(WideningObstacles) private readonly obstacles: WideningObstacles,
  ) {}

  async create(viewer: Viewer, input: CreateSpaceInput): Promise<Space> {
    if (!canCreateSpaces(viewer)) throw AppError.forbidden();
    if (input.moderatorIds.length === 0) throw AppError.badInput('moderatorIds', 'required');
    const gates = gatesFor(input.visibility, input.gates);
    await this.db.write(viewer, async (tx, emit) => {
      if (!(await this.db.isFirst(tx, viewer, input.id, input))) return;
      await ensureParent(tx, viewer, input.parentId ?? null);
      const slug = await freeSlug(tx, { spaceId: input.id, name: input.name, chosen: input.slug ?? null, isHidden: input.visibility === 'hidden' });
      await tx.query(
        `insert into space (id, slug, name, description, visibility, gates, parent_id, limited_to_role, colour, emblem)
         values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9, 'moss'), coalesce($10, 'seed'))`,
        [input.id, slug, input.name, input.description, input.visibility, gates, input.parentId ?? null, input.limitedToRole ?? null, input.colour ?? null, input.emblem ?? null],
      );
      for (const accountId of new Set(input.moderatorIds)) {
        await admit(tx, emit, { spaceId: input.id, accountId, via: 'creation', role: 'moderator', at: this.clock.now() }).catch(nameField('moderatorIds'));
      }
      await this.audit.record(tx, viewer, { act: 'spaces.created', subjectKind: 'space', subjectId: input.id, spaceId: input.id });
      emit({ name: 'SpaceCreated', payload: { spaceId: input.id } });
    });
    return this.reload(input.id);
  }

  async update(viewer: Viewer, input: UpdateSpaceInput): Promise<Space> {
    return this.changeSettings(viewer, input, async (tx, space) => {
      const slug = await this.slugAfter(tx, space, input);
      if (slug !== space.slug) {
        await tx.query('delete from space_former_slug where slug = $1', [slug]);
        await tx.query('insert into space_former_slug (slug, space_id) values ($1, $2) on conflict do nothing', [space.slug, space.id]);
      }
      await tx.query(
        `update space set name = $2, slug = $3, description = $4, colour = $5, emblem = $6 where id = $1`,
        [space.id, input.name, slug, input.description, input.colour, input.emblem],
      );
      return 'spaces.changed';
    });
  }

  /** Widening needs the number of people its user was shown; whoever joined in between makes it be asked again. */
  async changeVisibility(viewer: Viewer, input: ChangeSpaceVisibilityInput): Promise<Space> {
    for (let looked = 1; ; looked += 1) {
      try {
        return await this.widenOrNarrow(viewer, input);
      } catch (error) {
        // Somebody wrote during the check: nobody but the server need look again.
        if (looked === LOOKS || !(error instanceof AppError && error.reason === 'space.textsChanged')) throw error;
      }
    }
  }

  private async widenOrNarrow(viewer: Viewer, input: ChangeSpaceVisibilityInput): Promise<Space> {
    const next = { visibility: input.visibility, limitedToRole: input.limitedToRole ?? null };
    const looks = await this.lookAhead(viewer, input, next);
    return this.changeSettings(viewer, input, async (tx, space, emit) => {
      const change = await this.audiences.changeOfSpace(space.id, next, tx);
      if (change === null) throw AppError.notFound();
      const gates = gatesUnder(next.visibility, space.gates);
      const entrants = await this.gatesChanges.of(space, { ...next, gates }, tx);
      if ((change.isWider || entrants.isWider) && input.confirmAudience !== change.confirmation) {
        throw AppError.conflict('space.confirmAudience', { count: change.confirmation });
      }
      await tx.query(
        `update space set visibility = $2, limited_to_role = $3, gates = $4,
           password_hash = case when 'password' = any($4::text[]) then password_hash end where id = $1`,
        [space.id, next.visibility, next.limitedToRole, gates],
      );
      if (change.isWider && looks === null) throw AppError.conflict('space.textsChanged');
      if (change.isWider && looks !== null) await this.obstacles.ensureNone(tx, looks);
      emit({ name: 'SpaceVisibilityChanged', payload: { spaceId: space.id } });
      return 'spaces.visibilityChanged';
    });
  }

  /** Null where nothing is widened, or the change is refused anyway: nobody has to look at texts for that. */
  private async lookAhead(viewer: Viewer, input: ChangeSpaceVisibilityInput, next: Pick<Space, 'visibility' | 'limitedToRole'>): Promise<readonly UnsettledTexts[] | null> {
    const space = ensure(await this.spaces.byId(viewer, input.spaceId), (found) => canModerate(viewer, found));
    if (space.archivedAt !== null || space.version !== input.baseVersion) return null;
    const change = await this.audiences.changeOfSpace(space.id, next);
    return change?.isWider === true && input.confirmAudience === change.confirmation ? this.obstacles.lookAhead(space.id) : null;
  }

  async setGates(viewer: Viewer, input: SetSpaceGatesInput): Promise<Space> {
    const newHash = input.password === null || input.password === undefined ? null : await hash(input.password.normalize('NFKC'));
    return this.changeSettings(viewer, input, async (tx, space) => {
      const gates = gatesFor(space.visibility, input.gates);
      if (gates.includes('password') && newHash === null && !space.gates.includes('password')) throw AppError.badInput('password', 'required');
      const entrants = await this.gatesChanges.of(space, { ...space, gates }, tx);
      if (entrants.isWider && input.confirmEntrants !== entrants.confirmation) throw AppError.conflict('space.confirmEntrants', { count: entrants.confirmation });
      await tx.query(
        `update space set gates = $2, questions = $3, answer_days = $4, ask_again_days = $5,
           password_hash = case when 'password' = any($2::text[]) then coalesce($6, password_hash) end where id = $1`,
        [space.id, gates, input.questions, input.answerDays, input.askAgainDays, newHash],
      );
      return 'spaces.gatesChanged';
    });
  }

  async setPublishers(viewer: Viewer, input: SetSpacePublishersInput): Promise<Space> {
    return this.changeSettings(viewer, input, async (tx, space) => {
      await tx.query('update space set publishers = $2 where id = $1', [space.id, input.publishers]);
      return 'spaces.publishersChanged';
    });
  }

  /** From now on it is only read: nobody joins, nobody writes. Sub-spaces are archived each for itself. */
  async archive(viewer: Viewer, spaceId: string): Promise<Space> {
    return this.change(viewer, spaceId, async (tx, space, emit) => {
      await tx.query('update space set archived_at = $2 where id = $1', [space.id, this.clock.now()]);
      emit({ name: 'SpaceArchived', payload: { spaceId: space.id } });
      return 'spaces.archived';
    });
  }

  /** Its ways in open anew with it, so that needs the number of people its user was shown. */
  async reopen(viewer: Viewer, { spaceId, confirmEntrants }: ReopenSpaceInput): Promise<Space> {
    ensure(await this.spaces.byId(viewer, spaceId), (space) => canModerate(viewer, space));
    await this.db.write(viewer, async (tx, emit) => {
      const [space]: Space[] = await tx.query(`select ${SPACE_COLUMNS} from space where id = $1 for update`, [spaceId]);
      if (space === undefined) throw AppError.notFound();
      if (space.archivedAt === null) return;
      const entrants = await this.gatesChanges.of({ ...space, gates: [] }, space, tx);
      if (entrants.isWider && confirmEntrants !== entrants.confirmation) throw AppError.conflict('space.confirmEntrants', { count: entrants.confirmation });
      await tx.query('update space set archived_at = null, version = version + 1, updated_at = now() where id = $1', [spaceId]);
      await this.audit.record(tx, viewer, { act: 'spaces.reopened', subjectKind: 'space', subjectId: spaceId, spaceId });
      emit({ name: 'SpaceReopened', payload: { spaceId } });
    });
    return this.reload(spaceId);
  }

  /** A change of values that somebody saw before: refused where they are no longer what was seen. */
  private async changeSettings(viewer: Viewer, input: { readonly spaceId: string; readonly baseVersion: number }, work: ChangeWork): Promise<Space> {
    return this.change(viewer, input.spaceId, async (tx, space, emit) => {
      if (space.version !== input.baseVersion) throw AppError.conflict('space.stale', { version: space.version });
      return work(tx, space, emit);
    });
  }

  /** What every change shares: seen, allowed, in use, locked, logged, told. */
  private async change(viewer: Viewer, spaceId: string, work: ChangeWork): Promise<Space> {
    ensure(await this.spaces.byId(viewer, spaceId), (found) => canModerate(viewer, found));
    await this.db.write(viewer, async (tx, emit) => {
      // Read under the lock: what was seen before may be what another change has just replaced.
      const [space]: Space[] = await tx.query(`select ${SPACE_COLUMNS} from space where id = $1 for update`, [spaceId]);
      if (space === undefined) throw AppError.notFound();
      if (space.archivedAt !== null) throw AppError.forbidden('space.archived');
      const act = await work(tx, space, emit);
      await tx.query('update space set version = version + 1, updated_at = now() where id = $1', [space.id]);
      await this.audit.record(tx, viewer, { act, subjectKind: 'space', subjectId: space.id, spaceId: space.id });
      emit({ name: 'SpaceChanged', payload: { spaceId: space.id } });
    });
    return this.reload(spaceId);
  }

  private async slugAfter(tx: EntityManager, space: Space, input: UpdateSpaceInput): Promise<string> {
    const chosen = input.slug ?? null;
    if (chosen === null || chosen === space.slug) return space.slug;
    return freeSlug(tx, { spaceId: space.id, name: input.name, chosen, isHidden: space.visibility === 'hidden' });
  }

  /** The answer to who just changed it, also where the change took the space out of their own sight. */
  private async reload(spaceId: string): Promise<Space> {
    const [space] = await this.spaces.unfilteredByIds([spaceId]);
    if (space === undefined) throw AppError.notFound();
    return space;
  }
}

/** Changes a locked space and says by which act the record shall name it. */
type ChangeWork = (tx: EntityManager, space: Space, emit: Parameters<Parameters<Db['write']>[1]>[1]) => Promise<string>;

/** Whoever does not know a hidden space cannot stand at its door. */
function gatesFor(visibility: Space['visibility'], wished: readonly Gate[]): readonly Gate[] {
  const gates = [...new Set(wished)];
  if (visibility === 'hidden' && gates.some((gate) => gate !== 'invitation')) throw AppError.badInput('gates', 'space.hiddenByInvitationOnly');
  return gates;
}

async function ensureParent(tx: EntityManager, viewer: Viewer, parentId: string | null): Promise<void> {
  if (parentId === null) return;
  const [parent]: { parent_id: string | null; archived: boolean }[] = await tx.query(
    'select parent_id, archived_at is not null as archived from space where id = $1 for share',
    [parentId],
  );
  if (parent === undefined || !(isCoordinator(viewer) || moderates(viewer, parentId))) throw AppError.badInput('parentId', 'notFound');
  if (parent.parent_id !== null) throw AppError.badInput('parentId', 'space.oneLevelOnly');
  if (parent.archived) throw AppError.badInput('parentId', 'space.archived');
}

/** An account that cannot be admitted is a wrong field to whoever fills in the form. */
function nameField(field: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof AppError) throw AppError.badInput(field, error.reason);
    throw error;
  };
}
