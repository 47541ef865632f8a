import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isCoordinator, type Viewer } from '#access/server';
import { CLOCK, Db, Outbox, type Clock, type ConsumedEvent } from '#platform/server';
import { berlinDayOf } from '../delivery/berlin-time.js';
import { NoticeKinds, type NoticeView } from '../notice/notice.registry.js';
import { ownTexts } from '../notice/notice.sight.js';
import { Notices } from '../notice/notices.js';

const HAPPENINGS: Readonly<Record<string, { readonly kind: string; readonly to: 'coordinators' | 'person' }>> = {
  SheetFinished: { kind: 'accounts.registrationWaiting', to: 'coordinators' },
  RegistrationAnswered: { kind: 'accounts.registrationWaiting', to: 'coordinators' },
  RoleChangeRequested: { kind: 'accounts.roleWished', to: 'coordinators' },
  RoleChangeDecided: { kind: 'accounts.roleDecided', to: 'person' },
};

/** In which circumstances a notice to the coordination still asks for something; `$1` are accounts. */
const STILL_WAITING: Readonly<Record<string, string>> = {
  'accounts.registrationWaiting': `select r.account_id as id from registration r join account a on a.id = r.account_id and a.deleted_at is null where r.stage = 'waiting' and r.account_id = any($1::uuid[])`,
  'accounts.roleWished': 'select q.account_id as id from role_request q join account a on a.id = q.account_id and a.deleted_at is null where q.account_id = any($1::uuid[])',
};

const PAGES: Readonly<Record<string, { readonly title: string; readonly path: (id: string) => string }>> = {
  'accounts.registrationWaiting': { title: 'titles.registrations', path: (id) => `/koordination/konten/${id}` },
  'accounts.roleWished': { title: 'titles.roleWishes', path: (id) => `/koordination/konten/${id}` },
  'accounts.roleDecided': { title: 'titles.ownRole', path: () => '/konto' },
};

/** What happens to accounts; these lie below and tell by themselves only what nobody can switch off. */
@Injectable()
export class AccountNotices implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(NoticeKinds) private readonly kinds: NoticeKinds,
  ) {}

  onModuleInit(): void {
    for (const kind of Object.keys(PAGES)) {
      const category = kind in STILL_WAITING ? 'moderation' : 'spaces';
      // Decisions about a person are mailed by accounts, to whoever has switched off whatever.
      this.kinds.register({ kind, category, hasMail: kind in STILL_WAITING, texts: ownTexts, load: async (viewer, ids) => this.load(viewer, kind, ids) });
    }
    this.outbox.consume({ name: 'notifications.accounts', events: Object.keys(HAPPENINGS), handle: async (events) => this.tell(events) });
  }

  private async tell(events: readonly ConsumedEvent[]): Promise<void> {
    for (const { name, payload } of events) {
      const happening = HAPPENINGS[name];
      const subjectId = payload['accountId'];
      if (happening === undefined || typeof subjectId !== 'string') continue;
      const isForCoordinators = happening.to === 'coordinators';
      const accountIds = isForCoordinators ? await this.coordinators() : [subjectId];
      await this.db.write({ accountId: null }, async (tx) => {
        await this.notices.tell(tx, {
          // These events name no happening; one of a kind a day is what anybody wants to hear.
          occasionId: `${name} ${subjectId} ${berlinDayOf(this.clock.now())}`,
          kind: happening.kind,
          subjectId,
          group: { kind: 'account', id: subjectId },
          spaceId: null,
          actorId: null,
          to: accountIds.map((accountId) => ({ accountId, reason: isForCoordinators ? 'coordinates' : 'membership' })),
        });
      });
    }
  }

  private async coordinators(): Promise<readonly string[]> {
    return (await this.db.query<{ id: string }>(`select id from account where 'coordinator' = any(site_roles) and standing = 'approved' and deleted_at is null`)).map(({ id }) => id);
  }

  private async load(viewer: Viewer, kind: string, subjectIds: readonly string[]): Promise<ReadonlyMap<string, NoticeView>> {
    const page = PAGES[kind];
    const ids = await this.stillTrue(viewer, kind, subjectIds);
    if (page === undefined) return new Map();
    const title = String(ownTexts[viewer.locale][page.title] ?? '');
    return new Map(ids.map((id) => [id, { title, path: page.path(id), spaceId: null }]));
  }

  private async stillTrue(viewer: Viewer, kind: string, subjectIds: readonly string[]): Promise<readonly string[]> {
    const waiting = STILL_WAITING[kind];
    if (waiting === undefined) return subjectIds.filter((id) => id === viewer.accountId);
    if (!isCoordinator(viewer)) return [];
    return (await this.db.query<{ id: string }>(waiting, [subjectIds])).map(({ id }) => id);
  }
}
