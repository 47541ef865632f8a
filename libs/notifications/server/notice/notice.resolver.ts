import { Inject } from '@nestjs/common';
import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { accountOf, PersonLoaders, PersonType } from '#accounts/server';
import { CurrentViewer, decodeCursor, IdArg, MailWriter, pageOf, perRequest, type GraphqlContext, type Page, type Wording } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import { SpaceLoaders, SpaceType, type Space } from '#spaces/server';
import { NoticeGroupInput, NoticesArgs, ReadAllNoticesInput, ReadNoticesInput, VisitedPageInput } from './notice.inputs.js';
import { NoticeQueries, type GroupCursor, type SeenGroup } from './notice.queries.js';
import type { SeenNotice } from './notice.row.js';
import { NoticeService } from './notice.service.js';
import { NoticeSight, ownTexts } from './notice.sight.js';
import { NoticeGroupConnection, NoticeGroupType, NoticeType, UnreadNotices } from './notice.type.js';

const EXCERPT_LENGTH = 200;
const GUESTS = 'UNAUTHENTICATED for guests.';

/** The notice centre. */
@Resolver(() => NoticeGroupType)
export class NoticeResolver {
  constructor(
    @Inject(NoticeQueries) private readonly queries: NoticeQueries,
    @Inject(NoticeService) private readonly service: NoticeService,
    @Inject(SpaceLoaders) private readonly spaces: SpaceLoaders,
  ) {}

  @Query(() => NoticeGroupConnection, { description: `One’s own notices, grouped by what they are about. ${GUESTS}` })
  async notices(@CurrentViewer() viewer: Viewer, @Args() { first, after, unreadOnly }: NoticesArgs): Promise<Page<SeenGroup>> {
    accountOf(viewer);
    const groups = await this.queries.groups(viewer, first + 1, cursorOf(after), unreadOnly);
    return pageOf(groups, first, (group) => [group.cursor, group.groupId]);
  }

  @Query(() => NoticeType, { description: `One of one’s own notices, for links in mails that name nothing else. ${GUESTS} NOT_FOUND for others’ notices and for what is out of sight.` })
  async notice(@CurrentViewer() viewer: Viewer, @IdArg('id', 'As `Notice.id` tells it, or a link in a mail.') id: string): Promise<SeenNotice> {
    accountOf(viewer);
    const notice = await this.queries.own(viewer, id);
    if (notice === null) throw AppError.notFound();
    return notice;
  }

  @Query(() => Int, { description: 'How many groups of notices hold something unread, for the bell; 99 stands for 99 or more, 0 for guests.' })
  async unreadNoticeCount(@CurrentViewer() viewer: Viewer): Promise<number> {
    return viewer.accountId === null ? 0 : this.queries.unreadCount(viewer);
  }

  @Mutation(() => UnreadNotices, { description: `Marks notices as read; what is read on the page is not mailed any more. Others’ and unknown ones change nothing. ${GUESTS}` })
  async readNotices(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Single notices by id, or a whole group.' }) input: ReadNoticesInput): Promise<UnreadNotices> {
    await this.service.read(viewer, input);
    return { count: await this.queries.unreadCount(viewer) };
  }

  @Mutation(() => UnreadNotices, { description: `Marks all notices as read. ${GUESTS}` })
  async readAllNotices(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Up to which moment notices count as read.' }) input: ReadAllNoticesInput): Promise<UnreadNotices> {
    await this.service.readAll(viewer, input.until ?? null);
    return { count: await this.queries.unreadCount(viewer) };
  }

  @Mutation(() => UnreadNotices, { description: 'Tells that the viewer has opened the page of a thing: notices about it are read by that. Changes nothing where there are none, and for guests; never refused.' })
  async visited(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The thread, tip or space whose page is open.' }) input: NoticeGroupInput): Promise<UnreadNotices> {
    if (viewer.accountId === null) return { count: 0 };
    await this.service.read(viewer, { group: input });
    return { count: await this.queries.unreadCount(viewer) };
  }

  @Mutation(() => UnreadNotices, { description: 'Tells that the viewer has opened a page: unread notices that lead there are read by that. Changes nothing where there are none, and for guests; never refused.' })
  async visitedPage(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The page that is open.' }) { path }: VisitedPageInput): Promise<UnreadNotices> {
    if (viewer.accountId === null) return { count: 0 };
    const ids = await this.queries.unreadAt(viewer, path);
    if (ids.length > 0) await this.service.read(viewer, { ids });
    return { count: await this.queries.unreadCount(viewer) };
  }

  @ResolveField(() => String, { description: 'The title of what the notices are about, as it reads now.' })
  title(@Parent() group: SeenGroup): string {
    return newestOf(group).view.title;
  }

  @ResolveField(() => String, { description: 'Where to go: the page of the oldest unread notice, else of the newest.' })
  path(@Parent() group: SeenGroup): string {
    return (group.notices.findLast(({ readAt }) => readAt === null) ?? newestOf(group)).view.path;
  }

  @ResolveField(() => Int, { description: 'How many notices it holds; 50 stands for 50 or more.' })
  count(@Parent() group: SeenGroup): number {
    return group.notices.length;
  }

  @ResolveField(() => Int, { description: 'How many of them are unread.' })
  unreadCount(@Parent() group: SeenGroup): number {
    return group.notices.filter(({ readAt }) => readAt === null).length;
  }

  @ResolveField(() => NoticeType, { description: 'The notice that came last.' })
  newest(@Parent() group: SeenGroup): SeenNotice {
    return newestOf(group);
  }

  @ResolveField(() => [NoticeType], { name: 'notices', description: 'All of them, newest first; at most 50.' })
  all(@Parent() group: SeenGroup): readonly SeenNotice[] {
    return group.notices;
  }

  @ResolveField(() => SpaceType, { nullable: true, description: 'The space it lies in; null for what lies in none.' })
  async space(@Parent() group: SeenGroup, @Context() context: GraphqlContext): Promise<Space | null> {
    const { spaceId } = newestOf(group).view;
    return spaceId === null ? null : this.spaces.byId(context, spaceId);
  }
}

/** What hangs on a single notice. */
@Resolver(() => NoticeType)
export class NoticeFields {
  constructor(
    @Inject(NoticeSight) private readonly sight: NoticeSight,
    @Inject(MailWriter) private readonly writer: MailWriter,
    @Inject(PersonLoaders) private readonly people: PersonLoaders,
    @Inject(SpaceLoaders) private readonly spaces: SpaceLoaders,
  ) {}

  @ResolveField(() => String, { description: 'What happened, as a sentence in the viewer’s language, plain text.' })
  async line(@Parent() notice: SeenNotice, @Context() context: GraphqlContext): Promise<string> {
    return this.sight.lineOf(notice, await this.wording(context));
  }

  @ResolveField(() => String, { description: 'Why you get this, as a sentence in the viewer’s language.' })
  async reasonText(@Parent() notice: SeenNotice, @Context() context: GraphqlContext): Promise<string> {
    return (await this.wording(context)).word(ownTexts, `reasons.${notice.reason}`);
  }

  @ResolveField(() => String, { description: 'The title of what it is about.' })
  title(@Parent() notice: SeenNotice): string {
    return notice.view.title;
  }

  @ResolveField(() => String, { nullable: true, description: 'The beginning of what was written, plain text; null where there is none.' })
  excerpt(@Parent() notice: SeenNotice): string | null {
    const text = (notice.view.text ?? '').replace(/\s+/g, ' ').trim();
    if (text === '') return null;
    const signs = Array.from(text);
    return signs.length <= EXCERPT_LENGTH ? text : `${signs.slice(0, EXCERPT_LENGTH).join('').trimEnd()} …`;
  }

  @ResolveField(() => String, { description: 'The own path of its page.' })
  path(@Parent() notice: SeenNotice): string {
    return notice.view.path;
  }

  @ResolveField(() => Boolean, { description: 'Whether its reader has seen it: here, by visiting, or marked.' })
  isRead(@Parent() notice: SeenNotice): boolean {
    return notice.readAt !== null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who did it; null for the system and for who is no person to the viewer.' })
  async actor(@Parent() notice: SeenNotice, @Context() context: GraphqlContext) {
    return notice.actorId === null ? null : this.people.byId(context, notice.actorId);
  }

  @ResolveField(() => SpaceType, { nullable: true, description: 'The space it lies in; null for what lies in none.' })
  async space(@Parent() { view }: SeenNotice, @Context() context: GraphqlContext): Promise<Space | null> {
    return view.spaceId === null ? null : this.spaces.byId(context, view.spaceId);
  }

  private wording(context: GraphqlContext): Promise<Wording> {
    return perRequest(context, this, () => this.writer.wordingFor(context.viewer.locale));
  }
}

/** @throws {AppError} BAD_USER_INPUT for what this list did not hand out. */
function cursorOf(after: string | null | undefined): GroupCursor | null {
  const keys = decodeCursor(after, 2);
  if (keys === null) return null;
  const [newestAt, groupId] = keys.map(String);
  if (newestAt === undefined || groupId === undefined || Number.isNaN(Date.parse(newestAt)) || !isUuid(groupId)) throw AppError.badInput('after', 'badCursor');
  return { newestAt, groupId };
}

function newestOf({ notices }: SeenGroup): SeenNotice {
  const [newest] = notices;
  if (newest === undefined) throw new Error('a group without notices');
  return newest;
}
