import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Emit } from '#platform/server';
import { textWithoutPerson, withoutPerson, type PersonInTexts } from '#text/server';
import { personInTexts, textsAbout } from '#threads/server';
import type { StoredChapter } from './handbook/handbook.type.js';
import { TipTexts } from './tip/tip.texts.js';
import { tipEvents } from './tips.outbox.js';

interface StoredTip {
  readonly id: string;
  readonly spaceId: string;
  readonly body: string;
  readonly html: string;
}

interface StoredHandbook {
  readonly id: string;
  readonly intro: string;
  readonly introHtml: string;
  readonly chapters: readonly StoredChapter[];
}

/** Texts beside the released one: what is being written, what was put aside, what was released before. */
const BESIDE = [
  { table: 'tip_working_copy', key: 'tip_id' },
  { table: 'tip_kept_draft', key: 'id' },
  { table: 'tip_revision', key: 'id' },
] as const;

/** Takes the name of somebody who goes for good out of the texts of others: a tip stays, and names nobody who is not there. */
@Injectable()
export class TipNames {
  constructor(@Inject(TipTexts) private readonly texts: TipTexts) {}

  async forget(tx: EntityManager, accountId: string, emit: Emit): Promise<void> {
    const person = await personInTexts(tx, accountId);
    await this.forgetInTips(tx, person, emit);
    for (const { table, key } of BESIDE) {
      const rows = await textsAbout<{ id: string; body: string }>(tx, person, `select ${key} as id, body from ${table} where linked_ids(body) && $1::uuid[] order by ${key} for no key update`, ({ id }) => id);
      for (const { id, body } of rows) {
        const without = withoutPerson(body, person);
        if (without !== body) await tx.query(`update ${table} set body = $2 where ${key} = $1`, [id, without]);
      }
    }
    for (const table of ['handbook', 'handbook_revision'] as const) await this.forgetInHandbooks(tx, person, table);
  }

  private async forgetInTips(tx: EntityManager, person: PersonInTexts, emit: Emit): Promise<void> {
    const tips = await textsAbout<StoredTip>(
      tx, person, 'select id, space_id as "spaceId", body, html from tip where linked_ids(body || html) && $1::uuid[] order by id for no key update', ({ id }) => id,
    );
    for (const tip of tips) {
      const text = await textWithoutPerson(tip, person, (body) => this.texts.renderIn(tx, tip, body));
      if (text === null) continue;
      const { html, outline, plainText, words, readingMinutes } = text.rendered;
      await tx.query('update tip set body = $2, html = $3, outline = $4, plain_text = $5, words = $6, reading_minutes = $7 where id = $1', [
        tip.id, text.body, html, JSON.stringify(outline), plainText, words, readingMinutes,
      ]);
      emit(tipEvents.renamed({ tipId: tip.id, spaceId: tip.spaceId }));
    }
  }

  /** There are few, and their chapters are no columns: no index, so all are read, but only once, whatever the person has written. */
  private async forgetInHandbooks(tx: EntityManager, person: PersonInTexts, table: 'handbook' | 'handbook_revision'): Promise<void> {
    const rows: StoredHandbook[] = await tx.query(
      `select id, intro, intro_html as "introHtml", chapters from ${table}
       where linked_ids(intro || intro_html || (chapters::text)) && $1::uuid[] order by id for no key update`,
      [[person.accountId, ...person.postIds]],
    );
    for (const { id, intro, introHtml, chapters } of rows) {
      const first = await textWithoutPerson({ body: intro, html: introHtml }, person, (body) => this.texts.render(body, { idPrefix: 'h-' }));
      const others = await Promise.all(
        chapters.map(async (chapter, index): Promise<StoredChapter> => {
          const text = await textWithoutPerson({ body: chapter.intro, html: chapter.introHtml }, person, (body) => this.texts.render(body, { idPrefix: `h${index}-`, topHeadingLevel: 3 }));
          return text === null ? chapter : { ...chapter, intro: text.body, introHtml: text.rendered.html };
        }),
      );
      await tx.query(`update ${table} set intro = $2, intro_html = $3, chapters = $4 where id = $1`, [id, first?.body ?? intro, first?.rendered.html ?? introHtml, JSON.stringify(others)]);
    }
  }
}
