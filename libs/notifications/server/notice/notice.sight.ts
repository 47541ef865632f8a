import { Inject, Injectable } from '@nestjs/common';
import { isMember, type Viewer } from '#access/server';
import { Db, type MailTexts, type Wording } from '#platform/server';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import { NoticeKinds } from './notice.registry.js';
import type { NoticeRow, SeenNotice } from './notice.row.js';

export const ownTexts: MailTexts = { de, en };

/** Turns kept notices into what their recipient may see of them now: for the page, for counts, for mails. */
@Injectable()
export class NoticeSight {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(NoticeKinds) private readonly kinds: NoticeKinds,
  ) {}

  /** In the same order, without what is out of sight by now. */
  async of(viewer: Viewer, rows: readonly NoticeRow[]): Promise<readonly SeenNotice[]> {
    if (rows.length === 0) return [];
    const views = new Map<string, Awaited<ReturnType<NonNullable<ReturnType<NoticeKinds['of']>>['load']>>>();
    for (const name of new Set(rows.map(({ kind }) => kind))) {
      const subjectIds = [...new Set(rows.filter(({ kind }) => kind === name).map((row) => row.subjectId))];
      views.set(name, (await this.kinds.of(name)?.load(viewer, subjectIds)) ?? new Map());
    }
    // Names of people are for members, wherever they stand.
    const names = isMember(viewer) ? await this.namesOf(rows) : null;
    return rows.flatMap((row) => {
      const view = views.get(row.kind)?.get(row.subjectId);
      // A second lock behind the domain's own: what lies in a space is for its readers, whatever a kind answers.
      if (view === undefined || (view.spaceId !== null && !viewer.readableSpaceIds.has(view.spaceId))) return [];
      const actorName = names === null ? null : ((row.actorId === null ? undefined : names.get(row.actorId)) ?? view.authorName ?? null);
      return [{ ...row, view, actorName }];
    });
  }

  /** "Mia Sommer hat in „Wärmepumpe“ geschrieben". */
  lineOf(notice: SeenNotice, wording: Wording): string {
    const texts = this.kinds.of(notice.kind)?.texts ?? ownTexts;
    const byReason = `notices.${notice.kind}.${notice.reason}`;
    const key = byReason in texts[wording.locale] ? byReason : `notices.${notice.kind}`;
    return wording.word(texts, key, { actor: notice.actorName ?? wording.word(ownTexts, 'somebody'), title: notice.view.title });
  }

  /** The subject that a kind has for itself, where the mail is about nothing else; null for others. */
  subjectOf(notices: readonly SeenNotice[], wording: Wording): string | null {
    const [kind, ...others] = new Set(notices.map((notice) => notice.kind));
    const texts = kind === undefined || others.length > 0 ? undefined : this.kinds.of(kind)?.texts;
    const key = `subjects.${kind ?? ''}`;
    return texts !== undefined && key in texts[wording.locale] ? wording.word(texts, key, { count: notices.length }) : null;
  }

  private async namesOf(rows: readonly NoticeRow[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(rows.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])))];
    if (ids.length === 0) return new Map();
    const people = await this.db.query<{ id: string; name: string }>('select id, name from account where id = any($1::uuid[]) and deleted_at is null', [ids]);
    return new Map(people.map(({ id, name }) => [id, name]));
  }
}
