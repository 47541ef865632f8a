import { LeavingRegistry } from '#accounts/server';
import { Outbox } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { anAccount, type TestAccount } from '../../libs/accounts/server/accounts.testing.js';
import { aSpace, type TestSpace } from '../../libs/spaces/server/spaces.testing.js';
import { aTip } from '../../libs/tips/server/tips.testing.js';
import { domains } from './domains.js';

const DAY_MS = 86_400_000;
/** Begins every word that must be gone. */
const GONE = 'kanarie';
/** Begins every word of what was published, which stays without the name. */
const STAYS = 'bleibend';

let server: TestServer;
let leaver: TestAccount;
let space: TestSpace;
const words = new Map<string, string>();

/** A word of its own for each field, so that a find names the field; of letters alone, as search takes words. */
function word(start: string, field: string): string {
  const made = `${start}${words.size.toString().replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? 'x')}${field.toLowerCase().replace(/[^a-z]/g, '')}`;
  words.set(made, field);
  return made;
}
const gone = (field: string): string => word(GONE, field);

/** Every row of every table, the queue's and the search's too, in which a word stands. */
async function rowsWith(start: string): Promise<readonly string[]> {
  const tables = await server.db.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`,
  );
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['account', 'tip', 'job', 'search_document', 'audit_entry']));
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const rows = await server.db.query<{ text: string }>(`select t::text as text from "${schema}"."${name}" t where strpos(lower(t::text), $1) > 0`, [start]);
    for (const { text } of rows) found.push(...(text.toLowerCase().match(new RegExp(`${start}[a-z]*`, 'g')) ?? []).map((hit) => `${name}: ${words.get(hit) ?? hit}`));
  }
  return [...new Set(found)];
}

async function fillEverything(): Promise<void> {
  const run = (sql: string, ...values: unknown[]) => server.db.query(sql, values);
  const moderator = await anAccount(server);
  const applicant = await anAccount(server);
  leaver = await anAccount(server, { name: gone('name'), address: `${gone('address')}@beispiel.test`, programmeRoles: ['mentor'] });
  const { id } = leaver;
  space = await aSpace(server, { visibility: 'public', members: [[moderator, 'moderator'], [leaver, 'author']] });
  const asked = await aSpace(server, { gates: ['request'], members: [[moderator, 'moderator'], [leaver, 'moderator']] });
  const shown = await aSpace(server, { members: [[moderator, 'moderator']] });
  await run('update account set suspended_reason = $2, pending_address = $3 where id = $1', id, gone('suspendedReason'), `${gone('pending')}@beispiel.test`);
  await run(`insert into account_link (account_id, purpose, secret_hash, expires_at, address) values ($1, 'changeAddress', 'x', now() + interval '1 day', $2)`, id, `${gone('link')}@beispiel.test`);
  await run('update session set device = $2 where account_id = $1', id, gone('device'));
  await run(`insert into sheet_value (account_id, field_id, answers, visibility, updated_at) select $1, id, array[$2 || key], 'programme', now() from sheet_field`, id, gone('sheet'));
  await run(`insert into role_request (account_id, wished_role, requested_at) values ($1, 'both', now())`, id);
  for (const version of ['1', '2']) await run(`insert into consent (id, account_id, kind, version, locale, given_at) values (gen_random_uuid(), $1, 'rules', $2, 'de', now())`, id, version);
  await run(`insert into registration_step (id, account_id, at, actor_id, step, message) values (gen_random_uuid(), $1, now(), $2, 'askedBack', $3)`, id, moderator.id, gone('question'));
  await run(`insert into registration_step (id, account_id, at, actor_id, step, message) values (gen_random_uuid(), $1, now(), $1, 'answered', $2)`, id, gone('answer'));
  await run('insert into rate_limit (key, points, expire) values ($1, 1, null)', `accounts.mailTo:address:${leaver.address}`);
  // Spaces: an own request with its history, a removal, an invitation, an entry; and words to somebody else.
  const requestId = uuidv7();
  await run(
    `insert into join_request (id, space_id, account_id, message, answers, state, note, waiting_since, created_at) values ($1, $2, $3, $4, $5, 'waiting', $6, now(), now())`,
    requestId, shown.id, id, gone('joinMessage'), JSON.stringify([{ question: 'Warum?', answer: gone('joinAnswer') }]), gone('joinNote'),
  );
  await run(`insert into join_request_step (id, request_id, act, actor_id, note, at) values (gen_random_uuid(), $1, 'requested', $2, $3, now())`, requestId, id, gone('joinStep'));
  const othersId = uuidv7();
  await run(`insert into join_request (id, space_id, account_id, message, state, waiting_since, created_at) values ($1, $2, $3, 'Bitte', 'waiting', now(), now())`, othersId, asked.id, applicant.id);
  await run(`insert into join_request_step (id, request_id, act, actor_id, note, at) values (gen_random_uuid(), $1, 'askedBack', $2, $3, now())`, othersId, id, gone('moderatorsNote'));
  await run(`insert into space_removal (space_id, account_id, reason, space_name) values ($1, $2, $3, 'Raum')`, shown.id, id, gone('removal'));
  await run(`insert into space_invitee (space_id, account_id, role, invited_by) values ($1, $2, 'member', $3)`, shown.id, id, moderator.id);
  await run(`insert into space_entry (id, space_id, account_id, reason, ends_at) values (gen_random_uuid(), $1, $2, $3, now())`, shown.id, id, gone('entry'));
  // Tips: drafts of one's own, put-aside texts, the next version, notes, an import; and what was published.
  await aTip(server, { in: space, by: leaver, state: 'draft', title: gone('draftTitle'), summary: gone('draftSummary'), body: gone('draftBody') });
  await aTip(server, { in: space, by: leaver, state: 'review', title: gone('reviewTitle'), body: gone('reviewBody') });
  const published = await aTip(server, { in: space, by: leaver, title: word(STAYS, 'title'), summary: word(STAYS, 'summary'), body: word(STAYS, 'body') });
  const foreign = await aTip(server, { in: space, by: moderator });
  await run(
    `insert into tip_working_copy (tip_id, base_revision_number, title, summary, body, topic_ids, author_ids, note, saved_by, return_comment)
     values ($1, 1, $2, $3, $4, '{}', array[$5::uuid], $6, $5, $7)`,
    published.id, gone('nextTitle'), gone('nextSummary'), gone('nextBody'), id, gone('nextNote'), gone('returned'),
  );
  await run(`insert into tip_kept_draft (id, tip_id, title, summary, body, saved_at, saved_by) values (gen_random_uuid(), $1, $2, $3, $4, now(), $5)`, foreign.id, gone('keptTitle'), gone('keptSummary'), gone('keptBody'), id);
  await run(`insert into tip_note (id, tip_id, account_id, reason) values (gen_random_uuid(), $1, $2, $3)`, foreign.id, id, gone('note'));
  await run('insert into tip_helped (tip_id, account_id) values ($1, $2)', foreign.id, id);
  const importId = uuidv7();
  await run(`insert into tip_import (id, space_id, account_id, state, file_count, problem) values ($1, $2, $3, 'previewed', 1, $4)`, importId, space.id, id, gone('importProblem'));
  await run(`insert into tip_import_file (import_id, path, position, outcome, title, content) values ($1, $2, 1, 'created', $3, $4)`, importId, gone('path'), gone('importTitle'), JSON.stringify({ body: gone('importBody') }));
  // The queue: a mail to the address that waits. And search knows the person.
  await server.db.write({ accountId: null }, async (_tx, emit) => {
    emit({ name: 'AccountChanged', payload: { accountId: id } });
  });
  await server.drain();
  await server.db.write({ accountId: null }, async (_tx, emit) => {
    emit({ name: 'AccountMailDue', payload: { accountId: id, mail: 'addressConfirm', address: `${gone('queued')}@beispiel.test` } });
    emit({ name: 'AccountMailDue', payload: { accountId: moderator.id, mail: 'known', address: leaver.address } });
  });
}

beforeAll(async () => {
  server = await TestServer.start(domains);
  await fillEverything();
});
afterAll(async () => server.stop());

describe('an account that was deleted for good', () => {
  it('leaves no word of the person in any table', async () => {
    const before = await rowsWith(GONE);
    const fields = [...words].filter(([made]) => made.startsWith(GONE)).map(([, field]) => field);
    // The method first proves that it would find each of them.
    expect(fields.filter((field) => !before.some((hit) => hit.endsWith(`: ${field}`) || hit.includes(field.toLowerCase())))).toEqual([]);
    expect(before.some((hit) => hit.startsWith('search_'))).toBe(true);

    await server.data(leaver.caller, 'mutation ($input: DeleteOwnAccountInput!) { deleteOwnAccount(input: $input) }', { input: { currentPassword: leaver.password } });
    await server.drain();
    server.clock.forward(14 * DAY_MS);
    await server.app.get(Outbox).runNow('accounts.erasure');
    await server.drain();
    expect(await rowsWith(GONE)).toEqual([]);
  });

  it('leaves what was published, without the name', async () => {
    expect((await rowsWith(STAYS)).map((hit) => hit.split(':')[0]).filter((table) => !(table ?? '').startsWith('search_')).sort()).toEqual(expect.arrayContaining(['tip', 'tip_revision']));
    const { space: shown } = await server.data<{ space: unknown }>(null, 'query ($slug: String!) { space(slug: $slug) { name } }', { slug: space.slug });
    expect(shown).not.toBeNull();
    const { tips } = await server.data<{ tips: { nodes: { title: string; authors: unknown }[] } }>((await anAccount(server)).caller, '{ tips(first: 10) { nodes { title authors { name } } } }');
    expect(tips.nodes.find(({ title }) => title.startsWith(STAYS))?.authors).toEqual([{ name: null }]);
  });

  it('keeps the record of acts and the proof of the last consent, both without a name', async () => {
    const acts = await server.db.query<{ act: string }>(`select act from audit_entry where subject_id = $1 order by id`, [leaver.id]);
    expect(acts.map(({ act }) => act)).toEqual(['accounts.deletionAsked', 'accounts.deleted']);
    expect(await server.db.query('select version from consent where account_id = $1', [leaver.id])).toEqual([{ version: '2' }]);
    const tables = ['session', 'space_member', 'registration', 'tip_helped', 'tip_note'];
    for (const table of tables) expect(await server.db.query(`select 1 from ${table} where account_id = $1`, [leaver.id])).toEqual([]);
  });
});

describe('erasing somebody', () => {
  /**
   * What grows with everybody who writes: reading one of these as a whole takes minutes, and others wait for the locks. Notices
   * are read as a whole once: an index by who acted would be paid for by each post, as often as it has readers.
   */
  const GROWING = [
    'thread', 'post', 'post_revision', 'post_draft', 'post_reaction', 'post_mention', 'post_quote', 'thread_read', 'discussion', 'poll_vote', 'notice_mail', 'following', 'bookmark',
    'tip', 'tip_revision', 'tip_working_copy', 'tip_kept_draft', 'harvest_passage', 'harvest_voice', 'search_document',
  ];

  it('reads no large table as a whole', async () => {
    const somebody = await anAccount(server);
    const scanned = await server.db.write({ accountId: null }, async (tx, emit) => {
      // Left is then only what has no index to go by; small tables would be read as a whole otherwise, and rightly so.
      await tx.query('set local enable_seqscan = off');
      const scans = async (): Promise<ReadonlyMap<string, number>> => {
        const rows: { name: string; count: number }[] = await tx.query(`select relname as name, pg_stat_get_xact_numscans(oid)::int as count from pg_class where relkind = 'r' and relname = any($1)`, [GROWING]);
        return new Map(rows.map(({ name, count }) => [name, count]));
      };
      const before = await scans();
      expect([...before.keys()].sort()).toEqual([...GROWING].sort());
      await server.app.get(LeavingRegistry).erase(tx, { id: somebody.id, address: somebody.address }, emit);
      const after = await scans();
      return GROWING.filter((name) => after.get(name) !== before.get(name));
    });
    expect(scanned).toEqual([]);
  });
});
