import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { CLOCK, Db, lengthOf, RateLimits, type Clock, type Limit } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { DoorService, stillAtDoor } from '../gate/door.service.js';
import { admit } from '../member/admit.js';
import type { Space, SpaceRole } from '../space/space.entity.js';
import type { EmitSpaces } from '../spaces.outbox.js';
import { JoinRequestQueries } from './request.queries.js';
import type { DeclineJoinRequestInput, JoinRequestAct, JoinRequestState, JoinRequestType, RequestToJoinInput } from './request.type.js';

/** Each is a mail to moderators; asking and taking back in turns would flood them. */
const REQUESTING: Limit = { name: 'spaces.request', tries: 20, withinSeconds: 86_400 };
const ANSWER_MAX = 2000;
const DAY_MS = 86_400_000;

interface LockedRequest {
  readonly id: string;
  readonly spaceId: string;
  readonly accountId: string;
  readonly state: JoinRequestState;
  readonly askAgainDays: number;
}

/** The way of a request, from both sides. */
@Injectable()
export class JoinRequestService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(DoorService) private readonly doors: DoorService,
    @Inject(JoinRequestQueries) private readonly requests: JoinRequestQueries,
  ) {}

  async request(viewer: Viewer, input: RequestToJoinInput): Promise<JoinRequestType> {
    const { space: seen, accountId } = await this.doors.atDoor(viewer, input.spaceId, 'request');
    answersFor(seen, input.answers);
    await this.limits.count(REQUESTING, `account:${accountId}`);
    const now = this.clock.now();
    await this.db.write(viewer, async (tx, emit) => {
      if (!(await this.db.isFirst(tx, viewer, input.id, input))) return;
      const space = await stillAtDoor(tx, seen.id, 'request');
      const answers = answersFor(space, input.answers);
      await ensureMayAsk(tx, space, accountId, now);
      const [made]: unknown[] = await tx.query(
        `insert into join_request (id, space_id, account_id, message, answers, state, waiting_since, created_at)
         values ($1, $2, $3, $4, $5, 'waiting', $6, $6) on conflict do nothing returning id`,
        [input.id, space.id, accountId, input.message.trim(), JSON.stringify(answers), now],
      );
      if (made === undefined) throw AppError.conflict('space.alreadyAsked');
      await this.step(tx, input.id, 'requested', viewer, '');
      emit({ name: 'JoinRequestMade', payload: { requestId: input.id, spaceId: space.id, occasionId: uuidv7() } });
    });
    return this.reload(viewer, input.id);
  }

  async answer(viewer: Viewer, requestId: string, answer: string): Promise<JoinRequestType> {
    return this.asApplicant(viewer, requestId, async (tx, emit, request) => {
      if (request.state !== 'asked') throw AppError.conflict('space.requestNotAsked');
      await tx.query(`update join_request set state = 'waiting', waiting_since = $2, reminded_at = null where id = $1`, [requestId, this.clock.now()]);
      await this.step(tx, requestId, 'answered', viewer, answer.trim());
      emit({ name: 'JoinRequestAnswered', payload: { requestId, spaceId: request.spaceId, occasionId: uuidv7() } });
    });
  }

  async withdraw(viewer: Viewer, requestId: string): Promise<JoinRequestType> {
    return this.asApplicant(viewer, requestId, async (tx, emit, request) => {
      await this.ensureOpen(tx, request, viewer);
      await tx.query(`update join_request set state = 'withdrawn', decided_at = $2 where id = $1`, [requestId, this.clock.now()]);
      await this.step(tx, requestId, 'withdrawn', viewer, '');
      emit({ name: 'JoinRequestWithdrawn', payload: { requestId, spaceId: request.spaceId, occasionId: uuidv7() } });
    });
  }

  async approve(viewer: Viewer, requestId: string, role: SpaceRole): Promise<JoinRequestType> {
    return this.asModerator(viewer, requestId, async (tx, emit, request) => {
      const at = this.clock.now();
      await admit(tx, emit, { spaceId: request.spaceId, accountId: request.accountId, via: 'request', role, at });
      await tx.query(`update join_request set state = 'approved', note = '', decided_at = $2, decided_by = $3 where id = $1`, [requestId, at, viewer.accountId]);
      await this.step(tx, requestId, 'approved', viewer, '');
      emit({ name: 'JoinRequestApproved', payload: { requestId, spaceId: request.spaceId, occasionId: uuidv7() } });
    });
  }

  async decline(viewer: Viewer, input: DeclineJoinRequestInput): Promise<JoinRequestType> {
    return this.asModerator(viewer, input.requestId, async (tx, emit, request) => {
      const now = this.clock.now();
      const askAgainAt = new Date(now.getTime() + (input.askAgainDays ?? request.askAgainDays) * DAY_MS);
      await tx.query(
        `update join_request set state = 'declined', note = $2, ask_again_at = $3, decided_at = $4, decided_by = $5 where id = $1`,
        [request.id, input.reason.trim(), askAgainAt, now, viewer.accountId],
      );
      await this.step(tx, request.id, 'declined', viewer, input.reason.trim());
      emit({ name: 'JoinRequestDeclined', payload: { requestId: request.id, spaceId: request.spaceId, occasionId: uuidv7() } });
    });
  }

  async askBack(viewer: Viewer, requestId: string, question: string): Promise<JoinRequestType> {
    return this.asModerator(viewer, requestId, async (tx, emit, request) => {
      if (request.state === 'asked') throw AppError.conflict('space.requestAlreadyAsked');
      await tx.query(`update join_request set state = 'asked', note = $2, waiting_since = $3 where id = $1`, [requestId, question.trim(), this.clock.now()]);
      await this.step(tx, requestId, 'askedBack', viewer, question.trim());
      emit({ name: 'JoinRequestAskedBack', payload: { requestId, spaceId: request.spaceId, occasionId: uuidv7() } });
    });
  }

  /** Of two moderators who decide at one moment the second waits for the row and then hears what was decided. */
  private async asModerator(viewer: Viewer, requestId: string, work: Work): Promise<JoinRequestType> {
    await this.db.write(viewer, async (tx, emit) => {
      const request = await locked(tx, requestId, 'r.space_id = any($2::uuid[])', [...viewer.moderatedSpaceIds]);
      await this.ensureOpen(tx, request, viewer);
      await work(tx, emit, request);
    });
    return this.reload(viewer, requestId);
  }

  private async asApplicant(viewer: Viewer, requestId: string, work: Work): Promise<JoinRequestType> {
    if ((await this.requests.byId(viewer, requestId)) === null) throw AppError.notFound();
    await this.db.write(viewer, async (tx, emit) => work(tx, emit, await locked(tx, requestId, 'r.account_id = $2', viewer.accountId)));
    return this.reload(viewer, requestId);
  }

  /** Moderators hear who was quicker; the applicant hears only what was decided. */
  private async ensureOpen(tx: EntityManager, request: LockedRequest, viewer: Viewer): Promise<void> {
    if (request.state === 'waiting' || request.state === 'asked') return;
    const [last]: { name: string | null; at: Date }[] = await tx.query(
      `select a.name, s.at from join_request_step s left join account a on a.id = s.actor_id and a.deleted_at is null where s.request_id = $1 order by s.at desc, s.id desc limit 1`,
      [request.id],
    );
    throw AppError.conflict('space.requestDecided', { state: request.state, by: viewer.moderatedSpaceIds.has(request.spaceId) ? (last?.name ?? '') : '', at: last?.at.toISOString() ?? '' });
  }

  private async step(tx: EntityManager, requestId: string, act: JoinRequestAct, actor: Viewer, note: string): Promise<void> {
    await tx.query('insert into join_request_step (id, request_id, act, actor_id, note, at) values ($1, $2, $3, $4, $5, $6)', [
      uuidv7(),
      requestId,
      act,
      actor.accountId,
      note,
      this.clock.now(),
    ]);
  }

  private async reload(viewer: Viewer, requestId: string): Promise<JoinRequestType> {
    const request = await this.requests.byId(viewer, requestId);
    if (request === null) throw AppError.notFound();
    return request;
  }
}

type Work = (tx: EntityManager, emit: EmitSpaces, request: LockedRequest) => Promise<void>;

/** @throws {AppError} NOT_FOUND alike for unknown requests and for those the condition leaves out. */
async function locked(tx: EntityManager, requestId: string, condition: string, parameter: unknown): Promise<LockedRequest> {
  const [row]: LockedRequest[] = await tx.query(
    `select r.id, r.space_id as "spaceId", r.account_id as "accountId", r.state, space.ask_again_days as "askAgainDays"
     from join_request r join space on space.id = r.space_id where r.id = $1 and ${condition} for update of r`,
    [requestId, parameter],
  );
  if (row === undefined) throw AppError.notFound();
  return row;
}

/** Refuses who is in already, and who was declined until the time named to them has come. */
async function ensureMayAsk(tx: EntityManager, space: Space, accountId: string, now: Date): Promise<void> {
  const [state]: { isIn: boolean; askAgainAt: Date | null; suits: boolean }[] = await tx.query(
    `select exists (select from space_member where space_id = $1 and account_id = $2) as "isIn",
       (select ask_again_at from join_request where space_id = $1 and account_id = $2 and state = 'declined' order by created_at desc limit 1) as "askAgainAt",
       (select $3::text is null or $3 = any(programme_roles) from account where id = $2) as suits`,
    [space.id, accountId, space.limitedToRole],
  );
  if (state?.isIn === true) throw AppError.conflict('space.alreadyMember');
  if (state?.suits !== true) throw new AppError('FORBIDDEN', 'space.limitedToRole', { params: { role: space.limitedToRole ?? '' } });
  if (state.askAgainAt !== null && state.askAgainAt > now) throw AppError.conflict('space.askAgainLater', { at: state.askAgainAt.toISOString() });
}

/** Every question answered, none too long; an answer keeps the wording it was given to. */
function answersFor(space: Space, given: readonly string[]): readonly { readonly question: string; readonly answer: string }[] {
  const wrong = space.questions.flatMap((_question, index) => {
    const answer = given[index] ?? '';
    if (answer === '') return [{ field: `answers.${index}`, reason: 'required' }];
    return lengthOf(answer) > ANSWER_MAX ? [{ field: `answers.${index}`, reason: 'tooLong', params: { max: ANSWER_MAX, length: lengthOf(answer) } }] : [];
  });
  if (wrong.length > 0) throw AppError.badInputs(wrong);
  return space.questions.map((question, index) => ({ question, answer: given[index] ?? '' }));
}
