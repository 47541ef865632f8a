import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LeavingRegistry, type LeavingAccount, type LeavingContribution } from '#accounts/server';
import type { Emit } from '#platform/server';
import { PostTexts, type PreparedText } from './post/post-texts.js';
import { withoutPerson, wordsForPerson, type PersonInTexts } from './post/without-person.js';
import { COUNT_ANEW } from './reaction/react.js';
import { ThreadSubjects } from './thread/thread-subjects.js';
import { postEvents } from './threads.outbox.js';
import de from './i18n/de.json' with { type: 'json' };

/** Payloads of events stay small. */
const IDS_PER_EVENT = 500;

/** Somebody goes: published posts stay without the name, also where others have named or quoted the person; the rest goes. */
@Injectable()
export class ThreadsLeaving implements LeavingContribution {
  readonly name = 'threads';

  constructor(
    @Inject(LeavingRegistry) registry: LeavingRegistry,
    @Inject(PostTexts) private readonly texts: PostTexts,
    @Inject(ThreadSubjects) private readonly subjects: ThreadSubjects,
  ) {
    registry.contribute(this);
  }

  async erase(tx: EntityManager, { id }: LeavingAccount, emit: Emit): Promise<void> {
    await this.forgetName(tx, id, emit);
    await this.forgetWithdrawn(tx, id);
    await tx.query('delete from post_draft where account_id = $1', [id]);
    await tx.query('delete from thread_read where account_id = $1', [id]);
    await tx.query('delete from post_mention where account_id = $1', [id]);
    const reacted: { id: string }[] = await tx.query(
      'select id from post where id in (select post_id from post_reaction where account_id = $1) order by id for no key update',
      [id],
    );
    await tx.query('delete from post_reaction where account_id = $1', [id]);
    for (const post of reacted) await tx.query(COUNT_ANEW, [post.id]);
  }

  /** What the person took back loses its text and keeps its place; what was held was never read by anybody and goes. */
  private async forgetWithdrawn(tx: EntityManager, accountId: string): Promise<void> {
    const withdrawn = 'author_ids[1] = $1 and deleted_at is not null';
    await tx.query(`delete from post_revision where post_id in (select id from post where ${withdrawn})`, [accountId]);
    await tx.query(`update post set body = '', html = '', plain_text = '' where ${withdrawn}`, [accountId]);
    await tx.query(`delete from post where author_ids[1] = $1 and state = 'review'`, [accountId]);
  }

  /** Texts in which others name the person, or quote what the person wrote: present ones, former ones and drafts. */
  private async forgetName(tx: EntityManager, accountId: string, emit: Emit): Promise<void> {
    const own: { id: string }[] = await tx.query('select id from post where author_ids[1] = $1', [accountId]);
    const words = { accountId, postIds: new Set(own.map((post) => post.id)), instead: de.formerMember };
    const named = `(select post_id from post_mention where account_id = $1 union select l.post_id from post_quote l join post q on q.id = l.quoted_id where q.author_ids[1] = $1)`;
    const found: { id: string }[] = await tx.query(`select id from post where id in ${named} or ${linked('body')} or html ilike '%/person/' || $1 || '%'`, [accountId]);
    const ids = found.map((post) => post.id);
    // Threads before posts, in the order of their ids, as everywhere.
    const threads: { id: string; subjectKind: string; subjectId: string }[] = await tx.query(
      `select id, subject_kind as "subjectKind", subject_id as "subjectId" from thread where id in (select thread_id from post where id = any($1::uuid[])) order by id for no key update`,
      [ids],
    );
    const posts: (StoredText & { threadId: string })[] = await tx.query('select id, body, html, thread_id as "threadId" from post where id = any($1::uuid[]) order by id for no key update', [ids]);
    const changed: string[] = [];
    const touched = new Set<string>();
    for (const post of posts) {
      const text = this.without(post, words);
      if (text === null) continue;
      await tx.query('update post set body = $2, html = $3, plain_text = $4 where id = $1', [post.id, text.body, text.html, text.plainText]);
      changed.push(post.id);
      touched.add(post.threadId);
    }
    // Excerpts, and whatever else subjects copied of these texts.
    for (const thread of threads) if (touched.has(thread.id)) await this.subjects.changed(tx, thread);
    const former: { id: string; number: number; body: string }[] = await tx.query(
      `select post_id as id, number, body from post_revision where post_id in ${named} or ${linked('body')}`,
      [accountId],
    );
    for (const { id, number, body } of former) {
      const without = withoutPerson(body, words);
      if (without !== body) await tx.query('update post_revision set body = $3 where post_id = $1 and number = $2', [id, number, without]);
    }
    const drafts: { accountId: string; threadId: string; body: string }[] = await tx.query(
      `select account_id as "accountId", thread_id as "threadId", body from post_draft where account_id <> $1 and (${linked('body')})`,
      [accountId],
    );
    for (const draft of drafts) {
      const without = withoutPerson(draft.body, words);
      if (without !== draft.body) await tx.query('update post_draft set body = $3 where account_id = $1 and thread_id = $2', [draft.accountId, draft.threadId, without]);
    }
    for (let at = 0; at < changed.length; at += IDS_PER_EVENT) emit(postEvents.renamed({ postIds: changed.slice(at, at + IDS_PER_EVENT) }));
  }

  /** Null where nothing changes. What counts is the page, not one way to write a link: what still leads there loses its words. */
  private without({ id, body: before, html }: StoredText, words: PersonInTexts): PreparedText | null {
    const body = withoutPerson(before, words);
    const text = body === before ? null : this.texts.prepare(id, body);
    const left = wordsForPerson(text?.html ?? html, words.accountId).filter((name) => name !== words.instead);
    return left.length === 0 ? text : this.texts.prepare(id, left.reduce((shorter, name) => shorter.replaceAll(name, words.instead), body));
  }
}

interface StoredText {
  readonly id: string;
  readonly body: string;
  readonly html: string;
}

/** Leads to the person `$1`, or to one of their posts: looked for by the database, because nearly every text with a link is somebody else's. */
function linked(column: string): string {
  return `${column} ilike '%/person/' || $1 || '%' or (${column} ilike '%/beitrag/%' and exists (
    select from regexp_matches(${column}, '/beitrag/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})', 'gi') link(parts)
    join post quoted on quoted.id = lower(link.parts[1])::uuid and quoted.author_ids[1] = $1::uuid))`;
}
