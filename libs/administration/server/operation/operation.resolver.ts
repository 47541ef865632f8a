import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isCoordinator, type Viewer } from '#access/server';
import { CurrentViewer, Db, decodeCursor, IdArg, Outbox, PageArgs, pageOf } from '#platform/server';
import { AppError } from '#platform/shared';
import { AuditEntry, AuditEntryConnection, HopelessJob } from './operation.type.js';

function ensureCoordinator(viewer: Viewer): void {
  if (!isCoordinator(viewer)) throw AppError.forbidden();
}

@Resolver()
export class OperationResolver {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  @Query(() => [HopelessJob], { description: 'Background work that was given up, newest first, at most 100. Coordinators only, FORBIDDEN for others.' })
  async hopelessJobs(@CurrentViewer() viewer: Viewer): Promise<readonly HopelessJob[]> {
    ensureCoordinator(viewer);
    return this.outbox.hopeless();
  }

  @Mutation(() => Boolean, { description: 'Tries given-up work once more from the start; true also where it was tried already. Coordinators only, FORBIDDEN for others.' })
  async retryHopelessJob(@CurrentViewer() viewer: Viewer, @IdArg('id', 'Id of the given-up work, from `hopelessJobs`.') id: string): Promise<boolean> {
    ensureCoordinator(viewer);
    await this.outbox.retryHopeless(id);
    return true;
  }

  @Query(() => AuditEntryConnection, { description: 'The record of deliberate acts, newest first. Coordinators only, FORBIDDEN for others.' })
  async auditEntries(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<AuditEntryConnection> {
    ensureCoordinator(viewer);
    const after = decodeCursor(page.after, 1);
    const rows = await this.db.query<AuditEntry>(
      `select entry.id, entry.at, account.name as "actorName", entry.actor_id is not null as "hasActor", entry.act, entry.subject_kind as "subjectKind", entry.details::text as details,
         space.name as "spaceName", subject.name as "subjectName"
       from audit_entry entry
       left join account on account.id = entry.actor_id and account.deleted_at is null
       left join account subject on entry.subject_kind = 'account' and subject.id = entry.subject_id and subject.deleted_at is null
       left join space on space.id = coalesce(entry.space_id, case when entry.subject_kind = 'space' then entry.subject_id end)
       where $2::uuid is null or entry.id < $2
       order by entry.id desc limit $1`,
      [page.first + 1, after?.[0] ?? null],
    );
    return pageOf(rows, page.first, (entry) => [entry.id]);
  }
}
