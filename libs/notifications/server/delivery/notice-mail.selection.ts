import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { CLOCK, type Clock } from '#platform/server';
import type { NoticeRow, SeenNotice } from '../notice/notice.row.js';
import { NoticeSight } from '../notice/notice.sight.js';
import { isCategory, NOTICE_CATEGORIES, type MailChoice } from '../preference/categories.js';
import { Preferences } from '../preference/preferences.js';
import type { UnsubscribeScope } from '../unsubscribe/unsubscribe-links.js';
import { DIGEST } from './digests.js';
import { isPaused, quietUntil } from './mail-times.js';
import { NoticeMailLedger, type MailRow } from './notice-mail.ledger.js';

export interface Selection {
  readonly notices: readonly SeenNotice[];
  /** What one click in the mail ends. */
  readonly scopes: readonly UnsubscribeScope[];
}

/** Asks at the moment of sending which notices of a mail still hold: unread, seen, wanted, and by this way. */
@Injectable()
export class NoticeMailSelection {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Preferences) private readonly preferences: Preferences,
    @Inject(NoticeSight) private readonly sight: NoticeSight,
    @Inject(NoticeMailLedger) private readonly ledger: NoticeMailLedger,
  ) {}

  /** Null where there is nothing to say. What is wanted by another way by now is put on it. */
  async of(mail: MailRow, viewer: Viewer): Promise<Selection | null> {
    const [choices, rows] = await Promise.all([this.preferences.choicesOf(mail.accountId), this.ledger.noticesOf(mail, viewer)]);
    const wished = ({ category }: NoticeRow): MailChoice => (isCategory(category) ? choices[category].mail : 'none');
    const wanted = await this.onThisWay(mail, rows.filter((row) => wished(row) !== 'none'), wished);
    const notices = await this.sight.of(viewer, wanted);
    return notices.length === 0 ? null : { notices, scopes: scopesOf(mail.form, notices, wished) };
  }

  private async onThisWay(mail: MailRow, rows: readonly NoticeRow[], wished: (row: NoticeRow) => MailChoice): Promise<readonly NoticeRow[]> {
    const now = this.clock.now();
    const schedule = await this.preferences.scheduleOf(mail.accountId);
    if (isPaused(schedule, now)) {
      await this.ledger.putBack(rows, 'digest');
      return [];
    }
    if (mail.form === DIGEST) return rows;
    await this.ledger.putBack(rows.filter((row) => wished(row) !== 'now'), 'digest');
    const atOnce = rows.filter((row) => wished(row) === 'now');
    const quietEnd = quietUntil(schedule, now);
    if (quietEnd === null) return atOnce;
    await this.ledger.putBack(atOnce, 'due', quietEnd);
    return [];
  }
}

/**
 * What one click ends, so that such a mail does not come again. Of a summary: the one category it is about; else the
 * summary, of day or week; and where all of it would have come at once, but for a pause or a full hour, its categories.
 */
function scopesOf(form: string, notices: readonly SeenNotice[], wished: (row: NoticeRow) => MailChoice): readonly UnsubscribeScope[] {
  const categories = NOTICE_CATEGORIES.filter((category) => (form === DIGEST ? notices.some((notice) => notice.category === category) : form === category));
  const summaries = (['daily', 'weekly'] as const).filter((choice) => notices.some((notice) => wished(notice) === choice));
  return categories.length === 1 || summaries.length === 0 ? categories : summaries;
}
