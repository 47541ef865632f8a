import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, MailWriter, Outbox, type ConsumedEvent, type MailRecipient } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { SpaceIdentity } from './identity/space-identity.js';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import { SpaceQueries } from './space/space.queries.js';

const texts = { de, en };

/** The system itself. */
const NOBODY = { accountId: null };

interface Due {
  readonly mail: 'removed' | 'entered';
  readonly accountId: string;
  readonly spaceId: string;
  readonly subjectId: string;
}

/** What is tried until it is sent. Jobs of earlier versions had no id. */
type DueMail = Due & { readonly mailId?: string };

/**
 * The two mails that nobody can choose not to get: to who was shown out, with the reason, which stands nowhere they still
 * see; to moderators when the coordination looks into their space. Whatever else happens in spaces, notices tell of.
 * In two steps, so that one refused address does not send the others their mail twice: an event becomes one job for each
 * recipient, however often it arrives. Subjects name no space.
 */
@Injectable()
export class SpacesMails implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(MailWriter) private readonly writer: MailWriter,
    @Inject(SpaceIdentity) private readonly identity: SpaceIdentity,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
  ) {}

  onModuleInit(): void {
    this.outbox.consume({ name: 'spaces.recipients', events: ['MemberRemoved', 'SpaceEntered'], handle: async (events) => this.findRecipients(events) });
    this.outbox.consume({
      name: 'spaces.mails',
      events: ['SpaceMailDue'],
      handle: async (events) => {
        for (const event of events) await this.send(event.payload as unknown as DueMail);
      },
    });
  }

  private async findRecipients(events: readonly ConsumedEvent[]): Promise<void> {
    for (const { name, payload } of events) {
      const spaceId = String(payload['spaceId']);
      const occasionId = String(payload['occasionId'] ?? uuidv7());
      // Read before the transaction: within it, this would wait for a second connection.
      const due = name === 'MemberRemoved' ? [removal(spaceId, String(payload['accountId']))] : await this.entries(spaceId, String(payload['entryId']));
      await this.db.write(NOBODY, async (tx, emit) => {
        for (const one of due) {
          if (await this.db.isFirstOf(tx, occasionId, one)) emit({ name: 'SpaceMailDue', payload: { ...one, mailId: uuidv7() } });
        }
      });
    }
  }

  private async entries(spaceId: string, entryId: string): Promise<readonly Due[]> {
    const moderators = await this.db.query<{ id: string }>(`select account_id as id from space_member where space_id = $1 and role = 'moderator' order by joined_at`, [spaceId]);
    return moderators.map(({ id }) => ({ mail: 'entered', accountId: id, spaceId, subjectId: entryId }));
  }

  private async send(due: DueMail): Promise<void> {
    const recipient = await this.recipient(due.accountId);
    if (recipient === null) return;
    await (due.mail === 'removed' ? this.sendRemoval(due, recipient) : this.sendEntry(due, recipient));
  }

  /** Who was shown out sees the space no more; they are told with the name they knew. */
  private async sendRemoval(due: DueMail, recipient: MailRecipient): Promise<void> {
    const [found] = await this.db.query<{ space: string; reason: string }>(
      'select space_name as space, reason from space_removal where space_id = $1 and account_id = $2',
      [due.spaceId, due.accountId],
    );
    if (found !== undefined) await this.writer.send(recipient, texts, 'mails.removed', { id: due.mailId ?? uuidv7(), params: { ...found } });
  }

  private async sendEntry(due: DueMail, recipient: MailRecipient): Promise<void> {
    const viewer = await this.identity.viewerOf(due.accountId);
    const space = viewer?.moderatedSpaceIds.has(due.spaceId) === true ? await this.spaces.byId(viewer, due.spaceId) : null;
    if (space === null) return;
    const [entry] = await this.db.query<{ person: string; reason: string }>(
      'select a.name as person, e.reason from space_entry e join account a on a.id = e.account_id and a.deleted_at is null where e.id = $1',
      [due.subjectId],
    );
    const params = { space: space.name, person: entry?.person ?? '', reason: entry?.reason ?? '' };
    await this.writer.send(recipient, texts, 'mails.entered', { id: due.mailId ?? uuidv7(), params, path: `/raum/${space.slug}` });
  }

  private async recipient(accountId: string): Promise<MailRecipient | null> {
    const [row] = await this.db.query<MailRecipient>(
      `select name, address, locale from account where id = $1 and standing = 'approved' and deleted_at is null
         and (suspended_until is null or suspended_until <= now())`,
      [accountId],
    );
    return row ?? null;
  }
}

function removal(spaceId: string, accountId: string): Due {
  return { mail: 'removed', accountId, spaceId, subjectId: accountId };
}
