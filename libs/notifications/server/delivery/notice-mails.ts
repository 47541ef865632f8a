import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { MailWriter, Outbox, type ConsumedEvent } from '#platform/server';
import { SpaceIdentity } from '#spaces/server';
import { DIGEST } from './digests.js';
import { NoticeMailLedger, type MailRow } from './notice-mail.ledger.js';
import { NoticeMailSelection } from './notice-mail.selection.js';
import { NoticeMailWording } from './notice-mail.wording.js';

/**
 * Sends the mails about notices. Everything is asked at this moment: whether the account may get mail, what it may see,
 * what it has read meanwhile, which mails it wants, what the space lets out. A mail that breaks off is made anew, under
 * the same Message-ID: where a server took it without our hearing so, it recognises the second one.
 */
@Injectable()
export class NoticeMails implements OnModuleInit {
  constructor(
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(MailWriter) private readonly writer: MailWriter,
    @Inject(SpaceIdentity) private readonly identity: SpaceIdentity,
    @Inject(NoticeMailLedger) private readonly ledger: NoticeMailLedger,
    @Inject(NoticeMailSelection) private readonly selection: NoticeMailSelection,
    @Inject(NoticeMailWording) private readonly wording: NoticeMailWording,
  ) {}

  onModuleInit(): void {
    this.outbox.consume({ name: 'notifications.mails', events: ['NoticeMailDue'], atOnce: 4, handle: async (events) => this.handle(events) });
  }

  private async handle(events: readonly ConsumedEvent[]): Promise<void> {
    for (const { payload } of events) await this.send(String(payload['mailId']));
  }

  private async send(mailId: string): Promise<void> {
    const mail = await this.ledger.begin(mailId);
    if (mail === null) return;
    try {
      await this.ledger.end(mail, await this.sendNow(mail));
    } catch (error) {
      await this.ledger.release(mailId);
      throw error;
    }
  }

  /** @returns whether a mail went out; false where there is nothing to say (any more). */
  private async sendNow(mail: MailRow): Promise<boolean> {
    const recipient = await this.ledger.recipientOf(mail.accountId);
    const viewer = recipient === null ? null : await this.identity.viewerOf(mail.accountId);
    if (recipient === null || viewer === null) return false;
    const selection = await this.selection.of(mail, viewer);
    if (selection === null) return false;
    if (!(await this.ledger.count(mail, mail.form === DIGEST))) {
      await this.ledger.putBack(selection.notices, 'digest');
      return false;
    }
    return (await this.writer.deliver(await this.wording.of({ ...mail, ...selection, recipient, viewer }))) === 'sent';
  }
}
