import type { ContentState } from '#access/server';
import { hashToken } from '#accounts/server';
import type { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { anAccount, type TestAccount } from '../../../libs/accounts/server/accounts.testing.js';
import { aSpace, join, leave, type TestSpace } from '../../../libs/spaces/server/spaces.testing.js';
import { aPost, aThread } from '../../../libs/threads/server/threads.testing.js';
import { aTip, type TestTip } from '../../../libs/tips/server/tips.testing.js';
import { closedDiscussions, type ClosedDiscussions } from './closed-discussions.testing.js';

/** Starts every word that stands in closed content and nowhere else. */
export const MARK = 'Verborgenwort';

let marks = 0;

/** A word of its own for each field, so that a find names the field it leaked from. */
export function mark(field: string): string {
  marks += 1;
  return `${MARK}${field}${marks}`;
}

/** One closed or hidden space with something in every field that only insiders may read. */
export interface ClosedWorld extends ClosedDiscussions {
  readonly space: TestSpace;
  readonly tips: Readonly<Record<ContentState, TestTip>>;
  readonly handbookId: string;
  readonly handbookRevisionId: string;
  readonly requestId: string;
  readonly invitationId: string;
  readonly revisionId: string;
  readonly noteId: string;
  readonly importId: string;
  readonly threadId: string;
  readonly postId: string;
  readonly deletedPostId: string;
  /** The insider's; the former and the suspended member have one of the same post each. */
  readonly noticeId: string;
  /** The feed of one who has left since. */
  readonly feedId: string;
  readonly feedToken: string;
  /** About a tip of the insider, with an objection that waits. */
  readonly caseId: string;
  /** Against the insider. */
  readonly measureId: string;
  /** What can be reported and kept. */
  readonly item: Named;
  /** Reached by who reports it; in each world of another kind. */
  readonly reportable: Named;
  /** What can be followed. */
  readonly followed: Named;
  readonly insider: TestAccount;
}

/** As arguments of a field are; hence no interface. */
type Named = Readonly<Record<'kind' | 'id', string>>;

export interface People {
  readonly moderator: TestAccount;
  readonly insider: TestAccount;
  readonly refused: TestAccount;
  readonly former: TestAccount;
  readonly suspended: TestAccount;
  /** A moderator who is shut out of these spaces for a time. */
  readonly shutOut: TestAccount;
  /** Took part in a discussion that was moved to where they do not read (`moved-world.testing.ts`). */
  readonly leftBehind: TestAccount;
}

const STATES: readonly ContentState[] = ['draft', 'review', 'published', 'retired', 'hidden'];

export async function aClosedWorld(server: TestServer, visibility: 'closed' | 'hidden', people: People): Promise<ClosedWorld> {
  const { moderator, insider, refused, former, suspended, shutOut } = people;
  // Approved members know the name of a closed space; of a hidden one nobody outside knows anything.
  const name = visibility === 'hidden' ? mark('Raumname') : 'Geschlossener Raum';
  const space = await aSpace(server, {
    visibility,
    name,
    description: visibility === 'hidden' ? mark('Beschreibung') : 'Worum es geht',
    gates: visibility === 'hidden' ? ['invitation'] : ['request', 'password', 'invitation'],
    ...(visibility === 'closed' && { password: 'loewenzahn 2026' }),
    members: [
      [moderator, 'moderator'],
      [insider, 'author'],
      [suspended, 'moderator'],
      [shutOut, 'moderator'],
    ],
  });
  await join(server, space, former, 'author');
  const tips = Object.fromEntries(
    await Promise.all(
      STATES.map(async (state) => [
        state,
        await aTip(server, { in: space, by: insider, coAuthors: [former], state, title: mark(`Titel${state}`), summary: mark(`Satz${state}`), body: `## ${mark(`Abschnitt${state}`)}\n\n${mark(`Text${state}`)}` }),
      ]),
    ),
  ) as unknown as Record<ContentState, TestTip>;
  await leave(server, space, former);
  const ids = { handbookId: uuidv7(), handbookRevisionId: uuidv7(), requestId: uuidv7(), invitationId: uuidv7(), noteId: uuidv7(), importId: uuidv7() };
  await fillTips(server, space, tips, ids, insider);
  await fillDoors(server, space, ids, people, refused);
  const [revision] = await server.db.query<{ id: string }>('select id from tip_revision where tip_id = $1 limit 1', [tips.published.id]);
  const posts = await fillThread(server, space, tips.published, people);
  const feed = { feedId: uuidv7(), feedToken: `feed-${space.id}` };
  await server.db.query('insert into feed_address (id, account_id, space_id, token_hash, created_at) values ($1, $2, $3, $4, now())', [feed.feedId, former.id, space.id, hashToken(feed.feedToken)]);
  const noticeId = await fillNotices(server, space, posts, people);
  const discussions = await closedDiscussions(server, { space, insider, former, mark });
  await fillHarvest(server, space, tips, discussions.discussionId, people);
  const moderation = await fillModeration(server, space, tips.published, people);
  return { space, tips, ...ids, ...moderation, ...discussions, ...posts, noticeId, ...feed, revisionId: revision?.id ?? '', item: { kind: 'tip', id: tips.published.id }, reportable: { kind: 'poll', id: discussions.pollId }, followed: { kind: 'space', id: space.id }, insider };
}

interface Ids {
  readonly handbookId: string;
  readonly handbookRevisionId: string;
  readonly requestId: string;
  readonly invitationId: string;
  readonly noteId: string;
  readonly importId: string;
}

/** What the builders leave empty. */
async function fillTips(server: TestServer, space: TestSpace, tips: Readonly<Record<ContentState, TestTip>>, ids: Ids, insider: TestAccount): Promise<void> {
  const { db } = server;
  await db.query('update tip set hidden_reason = $2 where id = $1', [tips.hidden.id, mark('Verbergegrund')]);
  await db.query('update tip_revision set note = $2 where tip_id = $1', [tips.published.id, mark('Fassungsnotiz')]);
  await db.query('update tip_working_copy set return_comment = $2, note = $3 where tip_id = any($1)', [Object.values(tips).map((tip) => tip.id), mark('Rückgabe'), mark('Notiz')]);
  await db.query('insert into tip_note (id, tip_id, account_id, reason) values ($1, $2, $3, $4)', [ids.noteId, tips.published.id, insider.id, mark('Veraltet')]);
  await db.query('insert into tip_kept_draft (id, tip_id, title, summary, body, saved_at, saved_by) values ($1, $2, $3, $4, $5, now(), $6)', [uuidv7(), tips.published.id, mark('Alttitel'), mark('Altsatz'), mark('Alttext'), insider.id]);
  await db.query(`insert into tip_settings (space_id, template) values ($1, $2) on conflict (space_id) do update set template = excluded.template`, [space.id, JSON.stringify([{ title: mark('Vorlage'), help: mark('Vorlagenhilfe') }])]);
  await db.query('insert into handbook (id, space_id, author_ids, slug, title, intro, intro_html, chapters) values ($1, $2, array[$3]::uuid[], $4, $5, $6, $6, $7)', [
    ids.handbookId, space.id, insider.id, ids.handbookId, mark('Handbuch'), mark('Vorwort'),
    JSON.stringify([{ title: mark('Kapitel'), intro: mark('Kapiteltext'), introHtml: mark('Kapitelhtml'), tipIds: [tips.published.id] }]),
  ]);
  await db.query('insert into handbook_revision (id, handbook_id, number, title, intro, intro_html, chapters, author_id, created_at) values ($1, $2, 1, $3, $4, $4, $5, $6, now())', [
    ids.handbookRevisionId, ids.handbookId, mark('Althandbuch'), mark('Altvorwort'),
    JSON.stringify([{ title: mark('Altkapitel'), intro: mark('Altkapiteltext'), introHtml: mark('Altkapitelhtml'), tipIds: [tips.published.id] }]), insider.id,
  ]);
  await db.query(`insert into tip_import (id, space_id, account_id, state, file_count, problem) values ($1, $2, $3, 'previewed', 1, $4)`, [ids.importId, space.id, insider.id, mark('Einlesefehler')]);
  await db.query(`insert into tip_import_file (import_id, path, position, outcome, title) values ($1, $2, 1, 'created', $3)`, [ids.importId, `${mark('Pfad')}.md`, mark('Dateititel')]);
}

/** Comments on a tip: quoted, answered, held, hidden, deleted, written on. */
async function fillThread(server: TestServer, space: TestSpace, tip: TestTip, { insider, moderator, former }: People): Promise<Pick<ClosedWorld, 'threadId' | 'postId' | 'deletedPostId'>> {
  const { db } = server;
  const thread = await aThread(server, { id: tip.id, in: space, by: insider, title: tip.title, subject: { kind: 'tip', id: tip.id } });
  const first = await aPost(server, thread, { by: insider, body: mark('Beitrag') });
  // Their own words they may take along, and nothing around them.
  await aPost(server, thread, { by: former, body: 'Eigene Worte aus früherer Zeit.' });
  const quote = `> ${mark('Zitat')}\n>\n> — [${mark('Zitierte')}](/beitrag/${first.id})`;
  await aPost(server, thread, { by: insider, body: `${quote}\n\nHallo [@${mark('Genannte')}](/person/${former.id})`, replyTo: first });
  await aPost(server, thread, { by: insider, state: 'review', body: mark('Zurückgehalten') });
  const hidden = await aPost(server, thread, { by: insider, state: 'hidden', body: mark('Verborgen') });
  await db.query('update post set hidden_reason = $2 where id = $1', [hidden.id, mark('Beitragsgrund')]);
  const deleted = await aPost(server, thread, { by: insider, isDeleted: true, body: mark('Gelöscht') });
  await db.query(`insert into post_revision (post_id, number, body, created_at) values ($1, 1, $2, now())`, [first.id, mark('Altbeitrag')]);
  await db.query('update post set revision_number = 2, edited_at = now() where id = $1', [first.id]);
  await db.query('insert into post_reaction (post_id, account_id, kind) values ($1, $2, $3)', [first.id, moderator.id, 'helpful']);
  await db.query(`update post set reactions = '{"helpful": 1}' where id = $1`, [first.id]);
  await db.query('insert into thread_read (account_id, thread_id, position, read_at) values ($1, $2, 1, now())', [former.id, thread.id]);
  await db.query(`insert into post_draft (account_id, thread_id, body, version, saved_at) values ($1, $2, $3, 1, now())`, [insider.id, thread.id, mark('Entwurfsbeitrag')]);
  return { threadId: thread.id, postId: first.id, deletedPostId: deleted.id };
}

/** What was told while they still belonged here, and what they follow. */
async function fillNotices(server: TestServer, space: TestSpace, { threadId, postId }: Pick<ClosedWorld, 'threadId' | 'postId'>, { insider, former, suspended }: People): Promise<string> {
  const noticeId = uuidv7();
  for (const [id, account] of [[noticeId, insider], [uuidv7(), former], [uuidv7(), suspended]] as const) {
    await server.db.query(
      `insert into notice (id, account_id, kind, category, subject_id, group_kind, group_id, space_id, reason, occasion_id, created_at, mail, look_at)
       values ($1, $2, 'threads.addressed', 'mentions', $3, 'thread', $4, $5, 'mentioned', $1::uuid::text, now(), 'due', now())`,
      [id, account.id, postId, threadId, space.id],
    );
    for (const [kind, target] of [['space', space.id], ['thread', threadId]]) {
      await server.db.query(`insert into following (account_id, target_kind, target_id, level, since) values ($1, $2, $3, 'all', now())`, [account.id, kind, target]);
    }
  }
  return noticeId;
}

/** A case with a report and an objection, a measure, the list of watched words; and somebody who is shut out. */
async function fillModeration(server: TestServer, space: TestSpace, tip: TestTip, { insider, moderator, shutOut }: People): Promise<Pick<ClosedWorld, 'caseId' | 'measureId'>> {
  const { db } = server;
  const ids = { caseId: uuidv7(), measureId: uuidv7() };
  await db.query(
    `insert into moderation_case (id, space_id, item_kind, item_id, author_ids, state, opened_at, decision, decision_reason, decision_note, decided_at, decided_by)
     values ($1, $2, 'tip', $3, array[$4]::uuid[], 'decided', now(), 'hide', 'insult', $5, now(), $6)`,
    [ids.caseId, space.id, tip.id, insider.id, mark('Entscheidung'), moderator.id],
  );
  await db.query(`insert into moderation_report (id, case_id, reporter_id, reason, words, created_at) values ($1, $2, $3, 'insult', $4, now())`, [uuidv7(), ids.caseId, moderator.id, mark('Meldung')]);
  await db.query('insert into moderation_objection (case_id, words, created_at) values ($1, $2, now())', [ids.caseId, mark('Einspruch')]);
  await db.query(
    `insert into moderation_measure (id, space_id, space_name, account_id, kind, reason, starts_at, ends_at, imposed_by) values ($1, $2, $3, $4, 'silence', $5, now(), now() + interval '1 day', $6)`,
    [ids.measureId, space.id, mark('Raumname'), insider.id, mark('Maßnahme'), moderator.id],
  );
  await db.query(`insert into moderation_act (id, space_id, act, case_id, note, actor_id, at) values ($1, $2, 'hidden', $3, $4, $5, now())`, [uuidv7(), space.id, ids.caseId, mark('Akte'), moderator.id]);
  await db.query('insert into moderation_settings (space_id, watched_words) values ($1, array[$2])', [space.id, mark('Prüfwort')]);
  await db.query(`insert into space_suspension (account_id, space_id, ends_at) values ($1, $2, now() + interval '1 day')`, [shutOut.id, space.id]);
  return ids;
}

async function fillDoors(server: TestServer, space: TestSpace, ids: Ids, people: People, refused: TestAccount): Promise<void> {
  const { db } = server;
  const asking = await anAccount(server, { name: 'Fragende Person' });
  const request = `insert into join_request (id, space_id, account_id, message, answers, state, note, waiting_since, created_at) values ($1, $2, $3, $4, $5, $6, $7, now(), now())`;
  await db.query(request, [ids.requestId, space.id, asking.id, mark('Anfrage'), JSON.stringify([{ question: 'Warum?', answer: mark('Antwort') }]), 'waiting', '']);
  await db.query(request, [uuidv7(), space.id, refused.id, 'Bitte', '[]', 'declined', 'Noch nicht']);
  await db.query(`insert into join_request_step (id, request_id, act, actor_id, note, at) values ($1, $2, 'askedBack', $3, $4, now())`, [uuidv7(), ids.requestId, people.moderator.id, mark('Rückfrage')]);
  await db.query(`insert into space_invitation (id, space_id, token_hash, role, label, expires_at, created_by) values ($1, $2, $3, 'member', $4, now() + interval '1 day', $5)`, [ids.invitationId, space.id, ids.invitationId, mark('Einladung'), people.moderator.id]);
  await db.query(`insert into space_entry (id, space_id, account_id, reason, ends_at) values ($1, $2, $3, $4, now() + interval '1 hour')`, [uuidv7(), space.id, people.insider.id, mark('Einsicht')]);
}

/** Tips made of the discussion: words of somebody inside; asked were also people who are outside by now. */
async function fillHarvest(server: TestServer, space: TestSpace, tips: Readonly<Record<ContentState, TestTip>>, discussionId: string, { insider, former, suspended }: People): Promise<void> {
  const { db } = server;
  for (const tip of [tips.published, tips.draft]) {
    await db.query('insert into harvest (tip_id, discussion_id, from_space_id, made_by, created_at) values ($1, $2, $3, $4, now())', [tip.id, discussionId, space.id, insider.id]);
    await db.query('insert into harvest_passage (id, tip_id, post_id, author_id, text, place) values ($1, $2, $3, $4, $5, 1)', [uuidv7(), tip.id, uuidv7(), insider.id, mark('Passage')]);
    for (const account of [insider, former, suspended]) {
      await db.query(`insert into harvest_voice (tip_id, account_id, consent, wants_credit, asked_at) values ($1, $2, 'verbatim', true, now())`, [tip.id, account.id]);
    }
    await db.query('insert into harvest_settlement (tip_id, key, reason, settled_at) values ($1, $2, $3, now())', [tip.id, `name:${mark('Grenze')}`, mark('Grenzgrund')]);
  }
}
