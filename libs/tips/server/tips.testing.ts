import type { ContentState } from '#access/server';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import type { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { aSpace, type SpaceWishes, type TestSpace } from '../../spaces/server/spaces.testing.js';
import { renderMarkdown } from '#text/server';
import { slugOf } from '#text/shared';
import { tipEvents } from './tips.outbox.js';

interface HasId {
  readonly id: string;
}

export interface TestTip {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly spaceId: string;
}

/** What a spec says about the tip it needs; its parents are invented where they are not given. */
export interface TipWishes {
  readonly in?: HasId;
  readonly by?: HasId;
  readonly coAuthors?: readonly HasId[];
  /** `published` unless set. */
  readonly state?: ContentState;
  readonly title?: string;
  readonly summary?: string;
  readonly body?: string;
  readonly topics?: readonly HasId[];
  /** `YYYY-MM-DD`; a year from now unless set. */
  readonly checkDueOn?: string;
}

let made = 0;

/** A tip straight into the tables, with its revision, its address or its working copy as its state wants; published ones are told. */
export async function aTip(server: TestServer, wishes: TipWishes = {}): Promise<TestTip> {
  made += 1;
  const author = wishes.by ?? (await anAccount(server));
  const space = wishes.in ?? (await aSpace(server, { members: [[author, 'author']] }));
  const id = uuidv7();
  const title = wishes.title ?? `Tipp ${made}`;
  const summary = wishes.summary ?? '';
  const body = wishes.body ?? 'Ein **kurzer** Text.';
  const state = wishes.state ?? 'published';
  const isReleased = state !== 'draft' && state !== 'review';
  const slug = isReleased ? `${slugOf(title)}-${id.slice(-6)}` : id;
  const { html, outline, plainText, words, readingMinutes } = renderMarkdown(isReleased ? body : '');
  const authorIds = [author.id, ...(wishes.coAuthors ?? []).map((account) => account.id)];
  const topicIds = (wishes.topics ?? []).map((topic) => topic.id);
  const now = server.clock.now();
  await server.db.write({ accountId: null }, async (tx, emit) => {
    await tx.query(
      `insert into tip (id, space_id, author_ids, state, slug, title, summary, body, html, outline, plain_text, words, reading_minutes, topic_ids,
         revision_number, published_at, revised_at, checked_at, checked_by, check_due_on, retired_at, state_before_hiding, hidden_reason, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, case when $15 then 1 else 0 end,
         case when $15 then $16::timestamptz end, $16::timestamptz, case when $15 then $16::timestamptz end, case when $15 then $17::uuid end,
         case when $15 then coalesce($18::date, ($16::timestamptz + interval '1 year')::date) end, case when $4 = 'retired' then $16::timestamptz end,
         case when $4 = 'hidden' then 'published' end, case when $4 = 'hidden' then 'Wird geprüft' end, $16, $16)`,
      [
        id, space.id, authorIds, state, slug, title, summary, isReleased ? body : '', html, JSON.stringify(outline), plainText, words, readingMinutes, topicIds,
        isReleased, now, author.id, wishes.checkDueOn ?? null,
      ],
    );
    if (isReleased) {
      await tx.query('insert into tip_slug (slug, tip_id) values ($1, $2)', [slug, id]);
      await tx.query(
        'insert into tip_revision (id, tip_id, number, title, summary, body, topic_ids, author_id, created_at) values ($1, $2, 1, $3, $4, $5, $6, $7, $8)',
        [uuidv7(), id, title, summary, body, topicIds, author.id, now],
      );
    } else {
      await tx.query(
        `insert into tip_working_copy (tip_id, base_revision_number, title, summary, body, topic_ids, author_ids, saved_at, saved_by, submitted_at, submitted_by)
         values ($1, 0, $2, $3, $4, $5, $6, $7, $8, case when $9 then $7::timestamptz end, case when $9 then $8::uuid end)`,
        [id, title, summary, body, topicIds, authorIds, now, author.id, state === 'review'],
      );
    }
    if (state === 'published' || state === 'retired') emit(tipEvents.published({ tipId: id, spaceId: space.id, revision: 1, isMinor: false }));
  });
  return { id, slug, title, spaceId: space.id };
}

/** A closed space with somebody in each role, and a stranger. */
export interface TestCircle {
  readonly space: TestSpace;
  readonly author: TestAccount;
  readonly colleague: TestAccount;
  readonly moderator: TestAccount;
  readonly member: TestAccount;
  readonly stranger: TestAccount;
}

export async function aCircle(server: TestServer, wishes: SpaceWishes = {}): Promise<TestCircle> {
  const author = await anAccount(server, { name: 'Anna Autorin' });
  const colleague = await anAccount(server, { name: 'Karl Kollege' });
  const moderator = await anAccount(server, { name: 'Mara Moderatorin' });
  const member = await anAccount(server, { name: 'Milo Mitglied' });
  const stranger = await anAccount(server, { name: 'Frida Fremd' });
  const members = [[author, 'author'], [colleague, 'author'], [moderator, 'moderator'], [member, 'member']] as const;
  return { space: await aSpace(server, { ...wishes, members }), author, colleague, moderator, member, stranger };
}
