import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Contributions, type MailTexts } from '#platform/server';
import type { NoticeCategory } from '../preference/categories.js';

/** Why somebody is told. The answer to "why did I get this?". */
export const NOTICE_REASONS = [
  'mentioned', 'quoted', 'answered', 'followsThread', 'followsTopic', 'followsSpace', 'ownContent', 'moderates', 'coordinates', 'reported',
  'objected', 'asked', 'reminder', 'membership',
] as const;
export type NoticeReason = (typeof NOTICE_REASONS)[number];

/** A subject as the recipient sees it at this moment. */
export interface NoticeView {
  /** Plain text, one line: the title of the thing, of the thread it lies in. */
  readonly title: string;
  /** Plain text of what was written, for the notice centre and for mails of spaces that send the full text. */
  readonly text?: string;
  /** The same as it is rendered on the page, for mails of spaces that send the full text; these show the plain text without it. */
  readonly html?: string;
  /** Own path of the page: `/d/…/312`. */
  readonly path: string;
  /** The space it lies in now; null for what lies in none. */
  readonly spaceId: string | null;
  /** The space whose mail policy holds where it lies in none for its reader: of who asks to come in. */
  readonly mailSpaceId?: string;
  /** Who acts in the line where the notice names no actor. */
  readonly authorName?: string | null;
}

/** One kind of notice, brought along by the domain whose things it is about. */
export interface NoticeKind {
  /** Stable name with its domain: `threads.postWritten`. */
  readonly kind: string;
  readonly category: NoticeCategory;
  /** False where another mail tells already: the notice then stays on the page. */
  readonly hasMail?: boolean;
  /**
   * The sentences, keys `notices.<kind>` or, where it differs by reason, `notices.<kind>.<reason>`; they may use
   * `{actor}` and `{title}`: "{actor} hat in „{title}“ geschrieben". Optional `subjects.<kind>`: the subject of a mail at
   * once about nothing else, under each mail policy; so it may use `{programme}` and `{count}`, and names nothing.
   */
  readonly texts: MailTexts;
  /**
   * Those of the subjects that this viewer may see now, by id. Asked for the notice centre, for each count, each mail
   * and each summary; what it leaves out is neither shown nor counted nor mailed. Ids may be of things long gone.
   */
  load(viewer: Viewer, subjectIds: readonly string[]): Promise<ReadonlyMap<string, NoticeView>>;
}

/** Told by each domain while it starts (`kinds.register(…)`). */
@Injectable()
export class NoticeKinds {
  private readonly kinds = new Contributions<NoticeKind>('kinds of notices', ({ kind }) => kind);

  register(kind: NoticeKind): void {
    for (const locale of ['de', 'en'] as const) {
      const stem = `notices.${kind.kind}`;
      if (!Object.keys(kind.texts[locale]).some((key) => key === stem || key.startsWith(`${stem}.`))) throw new Error(`no text ${stem} in ${locale}`);
      if (/\{(title|actor)\}/.test(JSON.stringify(kind.texts[locale][`subjects.${kind.kind}`] ?? ''))) throw new Error(`the subject of ${kind.kind} names something`);
    }
    this.kinds.add(kind);
  }

  /** Null for a kind whose domain is not (or no more) part of the product. */
  of(kind: string): NoticeKind | null {
    return this.kinds.named(kind) ?? null;
  }

  get names(): readonly string[] {
    return this.kinds.all.map(({ kind }) => kind);
  }
}
