import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, MailWriter, Outbox } from '#platform/server';
import type { CaseDecision } from './case/case.enums.js';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };

const texts = { de, en };

interface GuestReport {
  readonly address: string;
  readonly name: string | null;
  readonly locale: 'de' | 'en';
  readonly decision: CaseDecision | null;
}

/**
 * Answers to guests, who have no notice centre: that their report arrived, and what was decided (Digital Services Act,
 * Article 16). No title and no text of what was reported: nobody has confirmed the address.
 */
@Injectable()
export class ModerationMails implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(MailWriter) private readonly writer: MailWriter,
  ) {}

  onModuleInit(): void {
    const each = (send: (reportId: string, mailId: string) => Promise<void>) => async (events: readonly { readonly payload: Readonly<Record<string, unknown>> }[]) => {
      for (const { payload } of events) await send(String(payload['reportId']), String(payload['occasionId']));
    };
    this.outbox.consume({ name: 'moderation.receipts', events: ['ItemReported'], handle: each(async (id, mailId) => this.receipt(id, mailId)) });
    this.outbox.consume({ name: 'moderation.guestAnswers', events: ['GuestReportDecided'], handle: each(async (id, mailId) => this.answer(id, mailId)) });
  }

  private async receipt(reportId: string, mailId: string): Promise<void> {
    const report = await this.reportOf(reportId);
    if (report !== null) await this.writer.send(recipientOf(report), texts, 'mails.guestReceipt', { id: mailId, params: { reference: referenceOf(reportId) } });
  }

  private async answer(reportId: string, mailId: string): Promise<void> {
    const report = await this.reportOf(reportId);
    if (report === null || report.decision === null) return;
    const isRemoved = report.decision === 'hide' || report.decision === 'reject';
    await this.writer.send(recipientOf(report), texts, isRemoved ? 'mails.guestRemoved' : 'mails.guestKept', { id: mailId, params: { reference: referenceOf(reportId) } });
  }

  /** Null for reports of members, and once the address is gone. */
  private async reportOf(reportId: string): Promise<GuestReport | null> {
    const [row] = await this.db.query<GuestReport>(
      `select r.guest_address as address, r.guest_name as name, r.guest_locale as locale, c.decision
       from moderation_report r join moderation_case c on c.id = r.case_id where r.id = $1 and r.guest_address is not null`,
      [reportId],
    );
    return row ?? null;
  }
}

function recipientOf({ address, name, locale }: GuestReport) {
  return { address, locale, name: name === null || name === '' ? address : name };
}

/** Short enough to be said on the telephone. */
function referenceOf(reportId: string): string {
  return reportId.slice(-8).toUpperCase();
}
