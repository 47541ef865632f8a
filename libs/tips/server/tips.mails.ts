import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, MailWriter, Outbox, type ConsumedEvent, type MailRecipient } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { SpaceIdentity } from '#spaces/server';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import { TipQueries } from './tip/tip.queries.js';

const texts = { de, en };

/** Which event tells whom. Mails point to a page and name neither title nor space: rights may change while they travel. */
const MAILS = {
  TipSubmitted: { mail: 'submitted', to: 'moderators', path: '/bearbeiten' },
  TipReturned: { mail: 'returned', to: 'authors', path: '/bearbeiten' },
  TipReleased: { mail: 'released', to: 'authors', path: '' },
  TipNoted: { mail: 'noted', to: 'authors', path: '' },
  TipOverdue: { mail: 'overdue', to: 'owner', path: '' },
} as const;
type MailedEvent = keyof typeof MAILS;
type TipMail = (typeof MAILS)[MailedEvent];

interface Due {
  readonly event: MailedEvent;
  readonly accountId: string;
  readonly tipId: string;
  readonly subjectId: string | null;
}

/**
 * Tells people by mail. An event becomes one job for each recipient, however often it arrives, so that one refused
 * address does not send the others their mail twice; each job looks again whether its mail is still true and whether the
 * recipient may still see the tip.
 */
@Injectable()
export class TipsMails implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(MailWriter) private readonly writer: MailWriter,
    @Inject(SpaceIdentity) private readonly identity: SpaceIdentity,
    @Inject(TipQueries) private readonly tips: TipQueries,
  ) {}

  onModuleInit(): void {
    this.outbox.consume({ name: 'tips.recipients', events: Object.keys(MAILS), handle: async (events) => this.findRecipients(events) });
    this.outbox.consume({
      name: 'tips.mails',
      events: ['TipMailDue'],
      handle: async (events) => {
        for (const event of events) await this.send(event.payload as unknown as Due);
      },
    });
  }

  private async findRecipients(events: readonly ConsumedEvent[]): Promise<void> {
    for (const { name, payload } of events) {
      const event = name as MailedEvent;
      const tipId = String(payload['tipId']);
      const recipients = (await this.accountsFor(MAILS[event].to, tipId)).filter((id) => id !== payload['byId']);
      const subjectId = typeof payload['noteId'] === 'string' ? payload['noteId'] : null;
      const occasionId = String(payload['occasionId'] ?? uuidv7());
      await this.db.write({ accountId: null }, async (tx, emit) => {
        for (const accountId of recipients) {
          const due: Due = { event, accountId, tipId, subjectId };
          if (await this.db.isFirstOf(tx, occasionId, due)) emit({ name: 'TipMailDue', payload: { ...due } });
        }
      });
    }
  }

  private async accountsFor(to: TipMail['to'], tipId: string): Promise<readonly string[]> {
    const who = {
      moderators: `select m.account_id as id from tip t join space_member m on m.space_id = t.space_id and m.role = 'moderator' where t.id = $1`,
      authors: 'select unnest(t.author_ids) as id from tip t where t.id = $1',
      owner: 'select t.author_ids[1] as id from tip t where t.id = $1',
    }[to];
    return [...new Set((await this.db.query<{ id: string }>(who, [tipId])).map((row) => row.id))];
  }

  private async send(due: Due): Promise<void> {
    const { mail, path } = MAILS[due.event];
    const viewer = await this.identity.viewerOf(due.accountId);
    const tip = viewer === null ? null : await this.tips.byId(viewer, due.tipId);
    if (tip === null || !(await this.isStillTrue(due))) return;
    const [recipient] = await this.db.query<MailRecipient>('select name, address, locale from account where id = $1 and deleted_at is null', [due.accountId]);
    if (recipient !== undefined) await this.writer.send(recipient, texts, `mails.${mail}`, {}, `/tipp/${due.tipId}${path}`);
  }

  private async isStillTrue(due: Due): Promise<boolean> {
    const condition = {
      TipSubmitted: 'exists (select from tip_working_copy where tip_id = $1 and submitted_at is not null)',
      TipReturned: 'exists (select from tip_working_copy where tip_id = $1 and returned_at is not null)',
      TipReleased: 'true',
      TipNoted: 'exists (select from tip_note where id = $2::uuid and resolved_at is null)',
      TipOverdue: 'exists (select from tip where id = $1 and overdue_told_on is not null)',
    }[due.event];
    const [row] = await this.db.query<{ holds: boolean }>(`select ${condition} as holds where $1::uuid is not null and ($2::uuid is null or true)`, [due.tipId, due.subjectId]);
    return row?.holds === true;
  }
}
