import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { NoticeKinds, type NoticeKind, type NoticeView } from '#notifications/server';
import { BookmarkQueries } from './bookmark/bookmark.queries.js';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };

export const REMINDER = 'bookmarks.due';

/** A reminder is a notice about one's own bookmark. */
@Injectable()
export class BookmarkNotices implements NoticeKind {
  readonly kind = REMINDER;
  readonly category = 'reminders';
  readonly texts = { de, en };

  constructor(
    @Inject(NoticeKinds) kinds: NoticeKinds,
    @Inject(BookmarkQueries) private readonly bookmarks: BookmarkQueries,
  ) {
    kinds.register(this);
  }

  async load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, NoticeView>> {
    const rows = await this.bookmarks.byIds(viewer, ids);
    return new Map(rows.map(({ id, title, note, excerpt, path, spaceId }) => [id, { title, text: note === '' ? excerpt : note, path, spaceId }]));
  }
}
