import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, MailWriter, Outbox, type ConsumedEvent, type MailRecipient } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { SpaceIdentity } from './identity/space-identity.js';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import type { Space } from './space/space.entity.js';
import { SpaceQueries } from './space/space.queries.js';

const texts = { de, en };

/** The system itself. */
const NOBODY = { accountId: null };

type Told = 'moderators' | 'applicant' | 'person';

/** Which event tells whom by which mail. Withdrawn requests tell nobody: there is nothing to do. */
const MAILS: Readonly<Record<string, readonly { readonly mail: string; readonly to: Told }[]>> = {
  JoinRequestMade: [{ mail: 'requestMade', to: 'moderators' }],
  JoinRequestAnswered: [{ mail: 'requestAnswered', to: 'moderators' }],
  JoinRequestOverdue: [{ mail: 'requestOverdue', to: 'moderators' }],
  JoinRequestAskedBack: [{ mail: 'requestAskedBack', to: 'applicant' }],
  JoinRequestApproved: [{ mail: 'requestApproved', to: 'applicant' }],
  JoinRequestDeclined: [{ mail: 'requestDeclined', to: 'applicant' }],
  MemberInvited: [{ mail: 'invited', to: 'person' }],
  MemberRemoved: [{ mail: 'removed', to: 'person' }],
  MemberAssigned: [{ mail: 'assigned', to: 'moderators' }],
  SpaceEntered: [{ mail: 'entered', to: 'moderators' }],
  ModeratorAppointed: [{ mail: 'appointed', to: 'person' }],
};

/** The state a request must still be in for its mail to be true. */
const REQUEST_STATES: Readonly<Record<string, string>> = {
  requestMade: 'waiting',
  requestAnswered: 'waiting',
  requestOverdue: 'waiting',
  requestAskedBack: 'asked',
  requestApproved: 'approved',
  requestDeclined: 'declined',
};

interface Due {
  readonly mail: string;
  readonly accountId: string;
  readonly spaceId: string;
  readonly subjectId: string;
}

/**
 * Tells people by mail. In two steps, so that one refused address does not send the others their mail twice: an event
 * becomes one job for each recipient, however often it arrives, and each job looks again whether its mail is still true
 * and may still be seen.
 * Mails point to a page; subjects name no space.
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
    this.outbox.consume({ name: 'spaces.recipients', events: Object.keys(MAILS), handle: async (events) => this.findRecipients(events) });
    this.outbox.consume({
      name: 'spaces.mails',
      events: ['SpaceMailDue'],
      handle: async (events) => {
        for (const event of events) await this.send(event.payload as unknown as Due);
      },
    });
  }

  private async findRecipients(events: readonly ConsumedEvent[]): Promise<void> {
    for (const { name, payload } of events) {
      const spaceId = String(payload['spaceId']);
      const subjectId = String(payload['requestId'] ?? payload['entryId'] ?? payload['accountId']);
      const occasionId = String(payload['occasionId'] ?? uuidv7());
      // Read before the transaction: within it, this would wait for a second connection.
      const due: Due[] = [];
      for (const { mail, to } of MAILS[name] ?? []) {
        for (const accountId of await this.accountsFor(to, spaceId, subjectId)) due.push({ mail, accountId, spaceId, subjectId });
      }
      await this.db.write(NOBODY, async (tx, emit) => {
        for (const one of due) {
          if (await this.db.isFirstOf(tx, occasionId, one)) emit({ name: 'SpaceMailDue', payload: { ...one } });
        }
      });
    }
  }

  private async accountsFor(to: Told, spaceId: string, subjectId: string): Promise<readonly string[]> {
    switch (to) {
      case 'person':
        return [subjectId];
      case 'applicant':
        return this.ids('select account_id as id from join_request where id = $1', [subjectId]);
      case 'moderators':
        return this.ids(`select account_id as id from space_member where space_id = $1 and role = 'moderator' order by joined_at`, [spaceId]);
    }
  }

  private async ids(sql: string, parameters: readonly unknown[]): Promise<readonly string[]> {
    return (await this.db.query<{ id: string }>(sql, parameters)).map((row) => row.id);
  }

  private async send(due: Due): Promise<void> {
    const recipient = await this.recipient(due.accountId);
    if (recipient === null) return;
    if (due.mail === 'removed') return this.sendRemoval(due, recipient);
    const space = await this.seenSpace(due);
    if (space === null || !(await this.isStillTrue(due))) return;
    const params = { space: space.name, ...(due.mail === 'entered' ? await this.entryParams(due.subjectId) : {}) };
    const isForModerators = ['requestMade', 'requestAnswered', 'requestOverdue'].includes(due.mail);
    const page = isForModerators ? '/anfragen' : due.mail === 'assigned' ? '/mitglieder' : '';
    await this.writer.send(recipient, texts, `mails.${due.mail}`, params, `/raum/${space.slug}${page}`);
  }

  /** Who was shown out sees the space no more; they are told with the name they knew. */
  private async sendRemoval(due: Due, recipient: MailRecipient): Promise<void> {
    const [removal] = await this.db.query<{ space: string; reason: string }>(
      'select space_name as space, reason from space_removal where space_id = $1 and account_id = $2',
      [due.spaceId, due.accountId],
    );
    if (removal !== undefined) await this.writer.send(recipient, texts, 'mails.removed', { ...removal });
  }

  /** The space as the recipient knows it at this moment; null where a mail would tell too much. */
  private async seenSpace(due: Due): Promise<Space | null> {
    const viewer = await this.identity.viewerOf(due.accountId);
    if (viewer === null) return null;
    const isForModerators = !['requestAskedBack', 'requestApproved', 'requestDeclined', 'invited'].includes(due.mail);
    if (isForModerators && !viewer.moderatedSpaceIds.has(due.spaceId)) return null;
    return this.spaces.byId(viewer, due.spaceId);
  }

  private async isStillTrue(due: Due): Promise<boolean> {
    const state = REQUEST_STATES[due.mail];
    if (state !== undefined) return (await this.ids('select id from join_request where id = $1 and state = $2', [due.subjectId, state])).length > 0;
    if (due.mail !== 'invited') return true;
    return (await this.ids('select account_id as id from space_invitee where space_id = $1 and account_id = $2', [due.spaceId, due.accountId])).length > 0;
  }

  private async entryParams(entryId: string): Promise<Readonly<Record<string, string>>> {
    const [entry] = await this.db.query<{ person: string; reason: string }>(
      'select a.name as person, e.reason from space_entry e join account a on a.id = e.account_id and a.deleted_at is null where e.id = $1',
      [entryId],
    );
    return { person: entry?.person ?? '', reason: entry?.reason ?? '' };
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
