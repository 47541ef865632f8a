import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { moderates, type Viewer } from '#access/server';
import { Following, NoticeKinds, Notices, type NoticeCategory, type NoticeReason, type NoticeView } from '#notifications/server';
import { Db, Outbox, type ConsumedEvent } from '#platform/server';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import { TipQueries } from './tip/tip.queries.js';

const texts = { de, en };

interface Happening {
  readonly kind: string;
  readonly category: NoticeCategory;
  readonly to: 'moderators' | 'authors' | 'owner' | 'followers';
  readonly reason: NoticeReason;
  /** What must still hold of the tip `t` for the notice to say something. */
  readonly holds: string;
  /** False where somebody else tells by mail. */
  readonly hasMail?: false;
}

/** Which event tells whom. Of hiding the moderation tells, with its reason, whatever way it was done: here authors would hear of it twice. */
const HAPPENINGS: Readonly<Record<string, Happening>> = {
  TipSubmitted: { kind: 'tips.submitted', category: 'moderation', to: 'moderators', reason: 'moderates', holds: 'exists (select from tip_working_copy w where w.tip_id = t.id and w.submitted_at is not null)' },
  TipReturned: { kind: 'tips.returned', category: 'own', to: 'authors', reason: 'ownContent', holds: 'exists (select from tip_working_copy w where w.tip_id = t.id and w.returned_at is not null)' },
  TipReleased: { kind: 'tips.released', category: 'own', to: 'authors', reason: 'ownContent', holds: `t.state = 'published'` },
  TipNoted: { kind: 'tips.noted', category: 'own', to: 'authors', reason: 'ownContent', holds: 'exists (select from tip_note n where n.tip_id = t.id and n.resolved_at is null)' },
  TipOverdue: { kind: 'tips.overdue', category: 'own', to: 'owner', reason: 'ownContent', holds: `t.state = 'published' and t.overdue_told_on is not null` },
  TipPublished: { kind: 'tips.published', category: 'followed', to: 'followers', reason: 'followsSpace', holds: `t.state in ('published', 'retired')` },
};

/** Told in earlier versions; what is there of it stays to be read. */
const FORMER: Happening = { kind: 'tips.hidden', category: 'own', to: 'authors', reason: 'ownContent', holds: `t.state = 'hidden'`, hasMail: false };

const RECIPIENTS = {
  moderators: `select m.account_id as id from tip t join space_member m on m.space_id = t.space_id and m.role = 'moderator' where t.id = $1`,
  authors: 'select unnest(t.author_ids) as id from tip t where t.id = $1',
  owner: 'select t.author_ids[1] as id from tip t where t.id = $1',
} as const;

interface Recipient {
  readonly accountId: string;
  readonly reason: NoticeReason;
}

/** Tells people of tips. */
@Injectable()
export class TipsNotices implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(NoticeKinds) private readonly kinds: NoticeKinds,
    @Inject(Following) private readonly following: Following,
    @Inject(TipQueries) private readonly tips: TipQueries,
  ) {}

  onModuleInit(): void {
    for (const happening of [...Object.values(HAPPENINGS), FORMER]) {
      const { kind, category, hasMail } = happening;
      this.kinds.register({ kind, category, ...(hasMail === false && { hasMail }), texts, load: async (viewer, ids) => this.load(viewer, happening, ids) });
    }
    this.outbox.consume({ name: 'tips.notices', events: [...Object.keys(HAPPENINGS), 'TipRemoved'], handle: async (events) => this.handle(events) });
  }

  private async handle(events: readonly ConsumedEvent[]): Promise<void> {
    for (const { name, payload } of events) {
      const tipId = String(payload['tipId']);
      if (name === 'TipRemoved') await this.db.write({ accountId: null }, async (tx) => this.notices.withdraw(tx, { group: { kind: 'tip', id: tipId } }));
      else await this.tell(name, tipId, payload);
    }
  }

  private async tell(name: string, tipId: string, payload: ConsumedEvent['payload']): Promise<void> {
    const happening = HAPPENINGS[name];
    // A later revision is no new tip.
    if (happening === undefined || (name === 'TipPublished' && payload['revision'] !== 1)) return;
    const [tip] = await this.db.query<{ spaceId: string; topicIds: readonly string[]; authorIds: readonly string[] }>(
      'select space_id as "spaceId", topic_ids as "topicIds", author_ids as "authorIds" from tip where id = $1',
      [tipId],
    );
    if (tip === undefined) return;
    const byId = typeof payload['byId'] === 'string' ? payload['byId'] : null;
    const to = happening.to === 'followers' ? await this.followers(tip) : await this.concerned(happening.to, happening.reason, tipId);
    await this.db.write({ accountId: null }, async (tx) => {
      await this.notices.tell(tx, {
        occasionId: String(payload['occasionId'] ?? `${name} ${tipId}`), kind: happening.kind, subjectId: tipId, group: { kind: 'tip', id: tipId }, spaceId: tip.spaceId,
        actorId: happening.to === 'followers' ? (tip.authorIds[0] ?? null) : byId, to,
      });
    });
  }

  private async concerned(to: keyof typeof RECIPIENTS, reason: NoticeReason, tipId: string): Promise<readonly Recipient[]> {
    return (await this.db.query<{ id: string }>(RECIPIENTS[to], [tipId])).map(({ id }) => ({ accountId: id, reason }));
  }

  private async followers(tip: { readonly spaceId: string; readonly topicIds: readonly string[]; readonly authorIds: readonly string[] }): Promise<readonly Recipient[]> {
    const topics = tip.topicIds.map((id) => ({ kind: 'topic', id, reason: 'followsTopic' }) as const);
    const audience = await this.db.write({ accountId: null }, async (tx) => this.following.audience(tx, [...topics, { kind: 'space', id: tip.spaceId, reason: 'followsSpace' }]));
    return audience.filter(({ accountId }) => !tip.authorIds.includes(accountId));
  }

  private async load(viewer: Viewer, { to, holds }: Happening, ids: readonly string[]): Promise<ReadonlyMap<string, NoticeView>> {
    const seen = await this.tips.byIds(viewer, ids);
    const stillTrue = new Set((await this.db.query<{ id: string }>(`select t.id from tip t where t.id = any($1::uuid[]) and ${holds}`, [ids])).map(({ id }) => id));
    return new Map(
      seen
        .filter(({ id, spaceId }) => stillTrue.has(id) && (to !== 'moderators' || moderates(viewer, spaceId)))
        .map(({ id, title, summary, slug, spaceId }) => [id, { title, text: to === 'followers' ? summary : '', path: `/tipp/${slug}`, spaceId }]),
    );
  }
}
