import type { ContentState } from '#access/server';
import { hashToken } from '#accounts/server';
import type { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { anAccount, type TestAccount } from '../../../libs/accounts/server/accounts.testing.js';
import { aSpace, join, leave, type TestSpace } from '../../../libs/spaces/server/spaces.testing.js';
import { aTip, type TestTip } from '../../../libs/tips/server/tips.testing.js';

/** Starts every word that stands in closed content and nowhere else. */
export const MARK = 'Verborgenwort';

let marks = 0;

/** A word of its own for each field, so that a find names the field it leaked from. */
function mark(field: string): string {
  marks += 1;
  return `${MARK}${field}${marks}`;
}

/** One closed or hidden space with something in every field that only insiders may read. */
export interface ClosedWorld {
  readonly space: TestSpace;
  readonly tips: Readonly<Record<ContentState, TestTip>>;
  readonly handbookId: string;
  readonly handbookRevisionId: string;
  readonly requestId: string;
  readonly invitationId: string;
  readonly revisionId: string;
  readonly noteId: string;
  readonly importId: string;
  /** The feed of one who has left since. */
  readonly feedId: string;
  readonly feedToken: string;
  readonly insider: TestAccount;
}

export interface People {
  readonly moderator: TestAccount;
  readonly insider: TestAccount;
  readonly refused: TestAccount;
  readonly former: TestAccount;
  readonly suspended: TestAccount;
}

const STATES: readonly ContentState[] = ['draft', 'review', 'published', 'retired', 'hidden'];

export async function aClosedWorld(server: TestServer, visibility: 'closed' | 'hidden', people: People): Promise<ClosedWorld> {
  const { moderator, insider, refused, former, suspended } = people;
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
  const feed = { feedId: uuidv7(), feedToken: `feed-${space.id}` };
  await server.db.query('insert into feed_address (id, account_id, space_id, token_hash, created_at) values ($1, $2, $3, $4, now())', [feed.feedId, former.id, space.id, hashToken(feed.feedToken)]);
  return { space, tips, ...ids, ...feed, revisionId: revision?.id ?? '', insider };
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
