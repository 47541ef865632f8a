import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { CLOCK, CurrentViewer, Db, MailAddresses, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { berlinDayOf } from '../delivery/berlin-time.js';
import { CATEGORY_DEFAULTS, NOTICE_CATEGORIES } from './categories.js';
import { SetDigestTimeInput, SetHolidayPauseInput, SetNoticePreferenceInput, SetQuietHoursInput } from './preference.inputs.js';
import { NoticePreferencesType } from './preference.type.js';
import { Preferences } from './preferences.js';

const GUESTS = 'UNAUTHENTICATED for guests.';
const DAYS_AHEAD = 366;

/** One's own choices about notices. */
@Resolver(() => NoticePreferencesType)
export class PreferenceResolver {
  constructor(
    @Inject(Preferences) private readonly preferences: Preferences,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => NoticePreferencesType, { description: `How one wants to be told. ${GUESTS}` })
  async noticePreferences(@CurrentViewer() viewer: Viewer): Promise<NoticePreferencesType> {
    const accountId = accountOf(viewer);
    const [choices, schedule, mailStoppedAt] = await Promise.all([this.preferences.choicesOf(accountId), this.preferences.scheduleOf(accountId), this.stopOf(accountId)]);
    const { digestHour, digestWeekday, quietFrom, quietTo, pausedThrough } = schedule;
    return {
      categories: NOTICE_CATEGORIES.map((category) => {
        const { onPage, mail } = choices[category];
        const usual = CATEGORY_DEFAULTS[category];
        return { category, onPage, mail, isDefault: onPage === usual.onPage && mail === usual.mail };
      }),
      digestHour,
      digestWeekday,
      quietHours: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo },
      pausedThrough: pausedThrough !== null && pausedThrough >= berlinDayOf(this.clock.now()) ? pausedThrough : null,
      mailStoppedAt,
    };
  }

  @Mutation(() => NoticePreferencesType, { description: `Chooses how one is told of a category; also for what has happened but is not sent yet. ${GUESTS}` })
  async setNoticePreference(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The category, and what shall hold.' }) input: SetNoticePreferenceInput): Promise<NoticePreferencesType> {
    const { category, onPage, mail } = input;
    await this.preferences.choose(viewer, category, { ...(onPage === null || onPage === undefined ? {} : { onPage }), ...(mail === null || mail === undefined ? {} : { mail }) });
    return this.noticePreferences(viewer);
  }

  @Mutation(() => NoticePreferencesType, { description: `Sets when summaries come. ${GUESTS}` })
  async setDigestTime(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The hour of both summaries, the weekday of the weekly one.' }) { hour, weekday }: SetDigestTimeInput): Promise<NoticePreferencesType> {
    await this.preferences.schedule(viewer, { digestHour: hour, ...(weekday === null || weekday === undefined ? {} : { digestWeekday: weekday }) });
    return this.noticePreferences(viewer);
  }

  @Mutation(() => NoticePreferencesType, { description: `Sets or ends quiet hours: mail about notices waits until they are over. ${GUESTS} \`required\` at \`from\` or \`to\` where only one is given; \`notices.quietAllDay\` at \`to\` where both are equal.` })
  async setQuietHours(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'From when to when; empty for none.' }) input: SetQuietHoursInput): Promise<NoticePreferencesType> {
    accountOf(viewer);
    const quietFrom = input.from ?? null;
    const quietTo = input.to ?? null;
    if ((quietFrom === null) !== (quietTo === null)) throw AppError.badInput(quietFrom === null ? 'from' : 'to', 'required');
    await this.preferences.schedule(viewer, { quietFrom, quietTo });
    return this.noticePreferences(viewer);
  }

  @Mutation(() => NoticePreferencesType, { description: `Pauses mail about notices up to and including a day; what came meanwhile and is not read by then is in the first summary after it. ${GUESTS} \`badDate\` at \`through\` for a day that is over or more than a year ahead.` })
  async setHolidayPause(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Its last day; empty to end it.' }) input: SetHolidayPauseInput): Promise<NoticePreferencesType> {
    accountOf(viewer);
    const through = input.through ?? null;
    const now = this.clock.now();
    const latest = berlinDayOf(new Date(now.getTime() + DAYS_AHEAD * 86_400_000));
    if (through !== null && (through < berlinDayOf(now) || through > latest)) throw AppError.badInput('through', 'badDate');
    await this.preferences.schedule(viewer, { pausedThrough: through });
    return this.noticePreferences(viewer);
  }

  private async stopOf(accountId: string): Promise<Date | null> {
    const [account] = await this.db.query<{ address: string }>('select address from account where id = $1', [accountId]);
    return account === undefined ? null : this.addresses.stoppedSince(account.address);
  }
}
