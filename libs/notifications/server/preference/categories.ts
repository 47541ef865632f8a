/**
 * What people can choose about, closed on purpose: a list of forty switches is one nobody reads. Kinds of notices, which
 * content brings along, each belong to one of them.
 */
export const NOTICE_CATEGORIES = ['mentions', 'followed', 'own', 'moderation', 'spaces', 'reminders'] as const;
export type NoticeCategory = (typeof NOTICE_CATEGORIES)[number];

/** When mail comes: at once (bundled over some minutes), in the summary of the day or week, not at all. */
export const MAIL_CHOICES = ['now', 'daily', 'weekly', 'none'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

export interface CategoryChoice {
  readonly onPage: boolean;
  readonly mail: MailChoice;
}

/**
 * What holds until somebody chooses. Mail at once is for what addresses the person or waits for an answer; the rest
 * comes once a day.
 */
export const CATEGORY_DEFAULTS: Readonly<Record<NoticeCategory, CategoryChoice>> = {
  mentions: { onPage: true, mail: 'now' },
  followed: { onPage: true, mail: 'daily' },
  own: { onPage: true, mail: 'daily' },
  moderation: { onPage: true, mail: 'now' },
  spaces: { onPage: true, mail: 'now' },
  reminders: { onPage: true, mail: 'now' },
};

export function isCategory(text: string): text is NoticeCategory {
  return (NOTICE_CATEGORIES as readonly string[]).includes(text);
}
