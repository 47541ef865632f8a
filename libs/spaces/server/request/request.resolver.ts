import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Viewer } from '#access/server';
import { CurrentViewer, IdArg, PageArgs, perRequest, type GraphqlContext, type Page } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import type { Space } from '../space/space.entity.js';
import { SpaceLoaders } from '../space/space.loaders.js';
import { SpaceType } from '../space/space.type.js';
import { JoinRequestQueries } from './request.queries.js';
import { JoinRequestService } from './request.service.js';
import {
  AnswerJoinRequestInput,
  ApproveJoinRequestInput,
  AskBackOnJoinRequestInput,
  DeclineJoinRequestInput,
  JoinRequestConnection,
  JoinRequestIdInput,
  JoinRequestListEnum,
  JoinRequestStep,
  JoinRequestType,
  RequestToJoinInput,
  type JoinRequestList,
} from './request.type.js';

@Resolver(() => JoinRequestType)
export class JoinRequestResolver {
  constructor(
    @Inject(JoinRequestQueries) private readonly queries: JoinRequestQueries,
    @Inject(JoinRequestService) private readonly service: JoinRequestService,
    @Inject(SpaceLoaders) private readonly spaces: SpaceLoaders,
  ) {}

  @Query(() => JoinRequestConnection, { description: 'The queue of requests in all spaces the viewer moderates; empty for everybody else.' })
  async joinRequests(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('list', { type: () => JoinRequestListEnum, defaultValue: 'open', description: 'Open or decided ones; open ones unless said.' }) list: JoinRequestList,
    @Args('spaceId', { type: () => ID, nullable: true, description: 'Id of a space: only its requests; absent: those of all spaces one moderates.' }) spaceId?: string | null,
  ): Promise<Page<JoinRequestType>> {
    const space = spaceId === null || spaceId === undefined || isUuid(spaceId) ? (spaceId ?? null) : NO_SPACE;
    return this.queries.queue(viewer, list, space, page.first, page.after ?? null);
  }

  @Query(() => JoinRequestType, { description: 'One request, for its applicant and the moderators of its space. NOT_FOUND for everybody else.' })
  async joinRequest(@CurrentViewer() viewer: Viewer, @IdArg('id', 'Id of the request, from a list or a mail’s link.') id: string): Promise<JoinRequestType> {
    const request = await this.queries.byId(viewer, id);
    if (request === null) throw AppError.notFound();
    return request;
  }

  @Query(() => [JoinRequestType], { description: "The viewer's own requests that wait, were asked back or declined, newest first; one a space." })
  async myJoinRequests(@CurrentViewer() viewer: Viewer): Promise<readonly JoinRequestType[]> {
    return this.queries.mine(viewer);
  }

  @ResolveField(() => SpaceType, { nullable: true, description: 'The space asked for; null once the viewer does not know of it any more.' })
  async space(@Parent() request: JoinRequestType, @Context() context: GraphqlContext): Promise<Space | null> {
    return this.spaces.byId(context, request.spaceId);
  }

  @ResolveField(() => [JoinRequestStep], { description: 'The history: who did what when, the oldest step first.' })
  async steps(@Parent() request: JoinRequestType, @Context() context: GraphqlContext): Promise<readonly JoinRequestStep[]> {
    const loader = perRequest(context, this, () => {
      return new DataLoader(async (requests: readonly JoinRequestType[]) => this.queries.steps(context.viewer, requests));
    });
    return loader.load(request);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer decides about it: approve, decline, ask back.' })
  viewerCanDecide(@Parent() request: JoinRequestType, @CurrentViewer() viewer: Viewer): boolean {
    return viewer.moderatedSpaceIds.has(request.spaceId) && (request.state === 'waiting' || request.state === 'asked');
  }

  @Mutation(() => JoinRequestType, { description: 'Asks to become a member through the request gate; its moderators get a mail. CONFLICT `space.alreadyAsked` while one waits, `space.alreadyMember`, `space.askAgainLater` (params at) after a decline, `idReused`; `required` or `tooLong` at `answers.<n>`; RATE_LIMITED after 20 within a day. NOT_FOUND for a space the viewer does not know of; UNAUTHENTICATED for guests; FORBIDDEN with `space.onlyForApproved`, `space.gateClosed`, `space.archived` or `space.limitedToRole` (params role).' })
  async requestToJoin(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The space, a message and the answers to its questions.' }) input: RequestToJoinInput): Promise<JoinRequestType> {
    return this.service.request(viewer, input);
  }

  @Mutation(() => JoinRequestType, { description: 'Answers what a moderator asked back; the request waits for them again. NOT_FOUND for somebody else’s request; CONFLICT `space.requestNotAsked` where nothing is open.' })
  async answerJoinRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The request and the answer to what was asked back.' }) input: AnswerJoinRequestInput,
  ): Promise<JoinRequestType> {
    return this.service.answer(viewer, input.requestId, input.answer);
  }

  @Mutation(() => JoinRequestType, { description: 'Takes an own request back while it is open. NOT_FOUND for somebody else’s request; CONFLICT `space.requestDecided` (params state, at) once it is decided.' })
  async withdrawJoinRequest(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The own request that is taken back.' }) input: JoinRequestIdInput): Promise<JoinRequestType> {
    return this.service.withdraw(viewer, input.requestId);
  }

  @Mutation(() => JoinRequestType, { description: 'Lets the applicant in; told to them by mail. For moderators. NOT_FOUND for a request in no space one moderates; CONFLICT `space.requestDecided` (params state, by, at) where somebody was quicker; FORBIDDEN `space.archived`, `space.onlyForApproved` or `space.limitedToRole` where the applicant cannot be let in.' })
  async approveJoinRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The request and the role the applicant gets.' }) input: ApproveJoinRequestInput,
  ): Promise<JoinRequestType> {
    return this.service.approve(viewer, input.requestId, input.role ?? 'member');
  }

  @Mutation(() => JoinRequestType, { description: 'Declines with a reason the applicant reads. For moderators. NOT_FOUND for a request in no space one moderates; CONFLICT `space.requestDecided` (params state, by, at) where somebody was quicker.' })
  async declineJoinRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The request and the reason for the decline.' }) input: DeclineJoinRequestInput,
  ): Promise<JoinRequestType> {
    return this.service.decline(viewer, input);
  }

  @Mutation(() => JoinRequestType, { description: 'Asks the applicant something back; told to them by mail. For moderators. NOT_FOUND for a request in no space one moderates; CONFLICT `space.requestDecided` (params state, by, at) where somebody was quicker, `space.requestAlreadyAsked` while an answer is awaited.' })
  async askBackOnJoinRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The request and the question to the applicant.' }) input: AskBackOnJoinRequestInput,
  ): Promise<JoinRequestType> {
    return this.service.askBack(viewer, input.requestId, input.question);
  }
}

/** The own request in a space, beside the space itself. */
@Resolver(() => SpaceType)
export class OwnJoinRequestResolver {
  constructor(@Inject(JoinRequestQueries) private readonly queries: JoinRequestQueries) {}

  @ResolveField(() => JoinRequestType, { nullable: true, description: "The viewer's newest request to join; null where there is none." })
  async myJoinRequest(@Parent() space: Space, @Context() context: GraphqlContext): Promise<JoinRequestType | null> {
    const loader = perRequest(context, this, () => {
      return new DataLoader(async (ids: readonly string[]) => {
        const requests = await this.queries.mineIn(context.viewer, ids);
        return ids.map((id) => requests.get(id) ?? null);
      });
    });
    return loader.load(space.id);
  }
}

/** No space has it: a malformed id filters like an unknown one. */
const NO_SPACE = '00000000-0000-4000-8000-000000000000';
