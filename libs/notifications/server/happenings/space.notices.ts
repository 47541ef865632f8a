import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Db, Outbox, type ConsumedEvent } from '#platform/server';
import { SpaceQueries, type Space } from '#spaces/server';
import { FollowTargets } from '../following/follow-targets.registry.js';
import { NoticeKinds, type NoticeReason, type NoticeView } from '../notice/notice.registry.js';
import { ownTexts } from '../notice/notice.sight.js';
import { Notices } from '../notice/notices.js';
import type { NoticeCategory } from '../preference/categories.js';

interface Happening {
  readonly kind: string;
  readonly to: 'moderators' | 'applicant' | 'person';
  readonly reason: NoticeReason;
  /** False where spaces mail by themselves, because nobody can choose not to be told. */
  readonly hasMail?: false;
}

/** Which event of spaces tells whom; spaces lie below and tell by themselves only who was shown out, and of visits of the coordination. */
const HAPPENINGS: Readonly<Record<string, Happening>> = {
  JoinRequestMade: { kind: 'spaces.requestWaiting', to: 'moderators', reason: 'moderates' },
  JoinRequestAnswered: { kind: 'spaces.requestAnswered', to: 'moderators', reason: 'moderates' },
  JoinRequestOverdue: { kind: 'spaces.requestOverdue', to: 'moderators', reason: 'moderates' },
  JoinRequestAskedBack: { kind: 'spaces.requestAskedBack', to: 'applicant', reason: 'asked' },
  JoinRequestApproved: { kind: 'spaces.requestApproved', to: 'applicant', reason: 'asked' },
  JoinRequestDeclined: { kind: 'spaces.requestDeclined', to: 'applicant', reason: 'asked' },
  MemberInvited: { kind: 'spaces.invited', to: 'person', reason: 'asked' },
  MemberAssigned: { kind: 'spaces.assigned', to: 'moderators', reason: 'moderates' },
  SpaceEntered: { kind: 'spaces.entered', to: 'moderators', reason: 'moderates', hasMail: false },
  ModeratorAppointed: { kind: 'spaces.appointed', to: 'person', reason: 'membership' },
};

/** The states in which a notice about a request still says something. */
const REQUEST_STATES: Readonly<Record<string, string>> = {
  'spaces.requestWaiting': 'waiting',
  'spaces.requestAnswered': 'waiting',
  'spaces.requestOverdue': 'waiting',
  'spaces.requestAskedBack': 'asked',
  'spaces.requestApproved': 'approved',
  'spaces.requestDeclined': 'declined',
};

/** Spaces as something to be told of and to be followed. */
@Injectable()
export class SpaceNotices implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(NoticeKinds) private readonly kinds: NoticeKinds,
    @Inject(FollowTargets) private readonly targets: FollowTargets,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
  ) {}

  onModuleInit(): void {
    for (const { kind, to, hasMail } of Object.values(HAPPENINGS)) {
      const category: NoticeCategory = to === 'moderators' ? 'moderation' : 'spaces';
      this.kinds.register({ kind, category, ...(hasMail === false && { hasMail }), texts: ownTexts, load: async (viewer, ids) => this.load(viewer, kind, to, ids) });
    }
    this.targets.register({ kind: 'space', load: async (viewer, ids) => new Map((await this.readable(viewer, ids)).map((space) => [space.id, { title: space.name, path: `/raum/${space.slug}` }])) });
    this.outbox.consume({ name: 'notifications.spaces', events: Object.keys(HAPPENINGS), handle: async (events) => this.tell(events) });
  }

  private async tell(events: readonly ConsumedEvent[]): Promise<void> {
    for (const { name, payload } of events) {
      const happening = HAPPENINGS[name];
      if (happening === undefined) continue;
      const spaceId = String(payload['spaceId']);
      const subjectId = String(payload['requestId'] ?? payload['entryId'] ?? spaceId);
      const accountIds = await this.accountsFor(happening.to, spaceId, subjectId, payload);
      await this.db.write({ accountId: null }, async (tx) => {
        await this.notices.tell(tx, {
          occasionId: String(payload['occasionId']),
          kind: happening.kind,
          subjectId,
          group: { kind: 'space', id: spaceId },
          // Whoever stands at the door, or was asked in, does not read the space yet.
          spaceId: happening.to === 'moderators' ? spaceId : null,
          actorId: null,
          to: accountIds.map((accountId) => ({ accountId, reason: happening.reason })),
        });
      });
    }
  }

  private async accountsFor(to: Happening['to'], spaceId: string, subjectId: string, payload: ConsumedEvent['payload']): Promise<readonly string[]> {
    if (to === 'person') return [String(payload['accountId'])];
    const [sql, id] = to === 'moderators'
      ? [`select account_id as id from space_member where space_id = $1 and role = 'moderator'`, spaceId]
      : ['select account_id as id from join_request where id = $1', subjectId];
    return (await this.db.query<{ id: string }>(sql, [id])).map((row) => row.id);
  }

  private async load(viewer: Viewer, kind: string, to: Happening['to'], subjectIds: readonly string[]): Promise<ReadonlyMap<string, NoticeView>> {
    const placed = await this.placesOf(viewer, kind, subjectIds);
    const found = new Map((await this.spaces.byIds(viewer, [...new Set(placed.values())])).map((space) => [space.id, space]));
    const views = new Map<string, NoticeView>();
    for (const [subjectId, spaceId] of placed) {
      const space = found.get(spaceId);
      if (space === undefined || (to === 'moderators' && !viewer.moderatedSpaceIds.has(spaceId))) continue;
      views.set(subjectId, { title: space.name, path: `/raum/${space.slug}${pageOf(kind)}`, spaceId: to === 'moderators' ? spaceId : null, mailSpaceId: spaceId });
    }
    return views;
  }

  /** The space of each subject about which the notice is still true for this viewer. */
  private async placesOf(viewer: Viewer, kind: string, subjectIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const read = async (sql: string, ...values: readonly unknown[]): Promise<ReadonlyMap<string, string>> =>
      new Map((await this.db.query<{ id: string; spaceId: string }>(sql, [subjectIds, ...values])).map(({ id, spaceId }) => [id, spaceId]));
    const state = REQUEST_STATES[kind];
    if (state !== undefined) {
      return read(
        `select id, space_id as "spaceId" from join_request where id = any($1::uuid[]) and state = $2 and (account_id = $3 or space_id = any($4::uuid[]))`,
        state, viewer.accountId, [...viewer.moderatedSpaceIds],
      );
    }
    switch (kind) {
      case 'spaces.invited':
        return read('select space_id as id, space_id as "spaceId" from space_invitee where space_id = any($1::uuid[]) and account_id = $2', viewer.accountId);
      case 'spaces.entered':
        return read('select id, space_id as "spaceId" from space_entry where id = any($1::uuid[])');
      case 'spaces.appointed':
        return new Map(subjectIds.filter((id) => viewer.moderatedSpaceIds.has(id)).map((id) => [id, id]));
      default:
        return new Map(subjectIds.map((id) => [id, id]));
    }
  }

  private async readable(viewer: Viewer, ids: readonly string[]): Promise<readonly Space[]> {
    return this.spaces.byIds(viewer, ids.filter((id) => viewer.readableSpaceIds.has(id)));
  }
}

function pageOf(kind: string): string {
  if (['spaces.requestWaiting', 'spaces.requestAnswered', 'spaces.requestOverdue'].includes(kind)) return '/anfragen';
  return kind === 'spaces.assigned' || kind === 'spaces.entered' ? '/mitglieder' : '';
}
