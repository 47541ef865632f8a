import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LeavingRegistry, type LeavingAccount, type LeavingContribution } from '#accounts/server';
import type { Emit } from '#platform/server';
import { textWithoutPerson, withoutPerson, type PersonInTexts } from '#text/server';
import { personInTexts, textsAbout } from './post/person-in-texts.js';
import { PostTexts } from './post/post-texts.js';
import { COUNT_ANEW } from './reaction/react.js';
import { ThreadSubjects } from './thread/thread-subjects.js';
import { postEvents } from './threads.outbox.js';

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
    const person = await personInTexts(tx, accountId);
    const changed = await this.forgetInPosts(tx, person);
    const former = await textsAbout<{ id: string; number: number; body: string }>(
      tx, person, 'select post_id as id, number, body from post_revision where linked_ids(body) && $1::uuid[]', ({ id, number }) => `${id} ${number}`,
    );
    for (const { id, number, body } of former) {
      const without = withoutPerson(body, person);
      if (without !== body) await tx.query('update post_revision set body = $3 where post_id = $1 and number = $2', [id, number, without]);
    }
    const drafts = await textsAbout<{ accountId: string; threadId: string; body: string }>(
      tx, person, 'select account_id as "accountId", thread_id as "threadId", body from post_draft where linked_ids(body) && $1::uuid[]', (row) => `${row.accountId} ${row.threadId}`,
    );
    // As a later version: an open tab that still has the name is not to save it again.
    for (const draft of drafts) {
      const without = withoutPerson(draft.body, person);
      if (without !== draft.body) await tx.query('update post_draft set body = $3, version = version + 1 where account_id = $1 and thread_id = $2', [draft.accountId, draft.threadId, without]);
    }
    for (let at = 0; at < changed.length; at += IDS_PER_EVENT) emit(postEvents.renamed({ postIds: changed.slice(at, at + IDS_PER_EVENT) }));
  }

  /** @returns the posts that read differently now. */
  private async forgetInPosts(tx: EntityManager, person: PersonInTexts): Promise<readonly string[]> {
    const found = await textsAbout<{ id: string }>(tx, person, 'select id from post where linked_ids(body || html) && $1::uuid[]', ({ id }) => id);
    const ids = found.map((post) => post.id);
    // Threads before posts, in the order of their ids, as everywhere.
    const threads: { id: string; subjectKind: string; subjectId: string }[] = await tx.query(
      `select id, subject_kind as "subjectKind", subject_id as "subjectId" from thread where id in (select thread_id from post where id = any($1::uuid[])) order by id for no key update`,
      [ids],
    );
    const posts: { id: string; body: string; html: string; threadId: string }[] = await tx.query(
      'select id, body, html, thread_id as "threadId" from post where id = any($1::uuid[]) order by id for no key update',
      [ids],
    );
    const changed: string[] = [];
    const touched = new Set<string>();
    for (const post of posts) {
      const text = (await textWithoutPerson(post, person, (body) => this.texts.prepare(post.id, body)))?.rendered;
      if (text === undefined) continue;
      await tx.query('update post set body = $2, html = $3, plain_text = $4 where id = $1', [post.id, text.body, text.html, text.plainText]);
      changed.push(post.id);
      touched.add(post.threadId);
    }
    // Excerpts, and whatever else subjects copied of these texts.
    for (const thread of threads) if (touched.has(thread.id)) await this.subjects.changed(tx, thread);
    return changed;
  }
}
