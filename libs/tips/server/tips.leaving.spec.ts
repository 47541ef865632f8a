import { accountsDomain } from '#accounts/server';
import type { TestAccount } from '#accounts/server/testing';
import { bookmarksDomain } from '#bookmarks/server';
import { feedsDomain } from '#feeds/server';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { Outbox } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { tipsDomain } from './index.js';
import { aCircle, aTip, type TestCircle } from './tips.testing.js';

const DELETE = 'mutation ($input: DeleteOwnAccountInput!) { deleteOwnAccount(input: $input) }';

let server: TestServer;
let circle: TestCircle;
beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, feedsDomain, notificationsDomain, bookmarksDomain, moderationDomain, threadsDomain, tipsDomain]);
});
beforeEach(async () => {
  circle = await aCircle(server);
});
afterAll(async () => server.stop());

async function goForGood(account: TestAccount): Promise<void> {
  await server.data(account.caller, DELETE, { input: { currentPassword: account.password } });
  server.clock.forward(14 * 86_400_000);
  await server.app.get(Outbox).runNow('accounts.erasure');
}
const authorsOf = async (table: 'tip' | 'tip_working_copy', id: string): Promise<readonly string[] | undefined> =>
  (await server.db.query<{ ids: string[] }>(`select author_ids as ids from ${table} where ${table === 'tip' ? 'id' : 'tip_id'} = $1`, [id]))[0]?.ids;

describe('what somebody wrote who left for good', () => {
  it('goes where nobody else writes it and is the others’ where somebody does', async () => {
    const { author, colleague, space } = circle;
    const alone = await aTip(server, { in: space, by: author, state: 'draft' });
    const together = await aTip(server, { in: space, by: author, coAuthors: [colleague], state: 'draft' });
    await goForGood(author);
    expect(await authorsOf('tip', alone.id)).toBeUndefined();
    expect(await authorsOf('tip', together.id)).toEqual([colleague.id]);
    expect(await authorsOf('tip_working_copy', together.id)).toEqual([colleague.id]);
  });

  it('stays where it was published, by its author without a name, and loses their next version alone', async () => {
    const { author, colleague, space } = circle;
    const alone = await aTip(server, { in: space, by: author });
    const together = await aTip(server, { in: space, by: author, coAuthors: [colleague] });
    for (const [tip, ids] of [[alone, [author.id]], [together, [author.id, colleague.id]]] as const) {
      await server.db.query(
        `insert into tip_working_copy (tip_id, base_revision_number, title, summary, body, topic_ids, author_ids, saved_by) values ($1, 1, 'Neu', '', '', '{}', $2, $3)`,
        [tip.id, ids, author.id],
      );
    }
    await goForGood(author);
    expect(await authorsOf('tip', alone.id)).toEqual([author.id]);
    expect(await authorsOf('tip', together.id)).toEqual([author.id, colleague.id]);
    expect(await authorsOf('tip_working_copy', alone.id)).toBeUndefined();
    expect(await authorsOf('tip_working_copy', together.id)).toEqual([colleague.id]);
    const { tip } = await server.data<{ tip: unknown }>(colleague.caller, 'query ($slug: String!) { tip(slug: $slug) { authors { name } } }', { slug: together.slug });
    expect(tip).toEqual({ authors: [{ name: null }, { name: 'Karl Kollege' }] });
  });

  it('names them no more, also not in what was released before, put aside or is being written', async () => {
    const { author, member, moderator, space } = circle;
    await server.db.query('update account set name = $2 where id = $1', [member.id, 'Wanda Weggegangen']);
    const thread = uuidv7();
    const post = uuidv7();
    await server.db.query(`insert into thread (id, subject_kind, subject_id, space_id, author_ids, state) values ($1, 'tip', $1, $2, array[$3::uuid], 'published')`, [thread, space.id, member.id]);
    await server.db.query(
      `insert into post (id, thread_id, position, space_id, author_ids, state, body, html, plain_text, created_at) values ($1, $2, 1, $3, array[$4::uuid], 'published', 'So', '<p>So</p>', 'So', now())`,
      [post, thread, space.id, member.id],
    );
    const mention = `[@Wanda Weggegangen](/person/${member.id})`;
    const body = `## Fragen Sie ${mention}\n\n> So.\n>\n> — [Wanda Weggegangen](/beitrag/${post})\n\nUnd [@Karl](/person/${uuidv7()}).`;
    const tip = await aTip(server, { in: space, by: author, body });
    await server.db.query(
      `insert into tip_working_copy (tip_id, base_revision_number, title, summary, body, topic_ids, author_ids, saved_by) values ($1, 1, 'Neu', '', $2, '{}', array[$3::uuid], $3)`,
      [tip.id, body, author.id],
    );
    await server.db.query(`insert into tip_kept_draft (id, tip_id, title, summary, body, saved_at, saved_by) values ($1, $2, 'Neu', '', $3, now(), $4)`, [uuidv7(), tip.id, body, author.id]);
    const SAVE = 'mutation ($input: SaveHandbookInput!) { saveHandbook(input: $input) { id } }';
    await server.data(moderator.caller, SAVE, { input: { id: uuidv7(), spaceId: space.id, title: 'Buch', intro: mention, chapters: [{ title: 'Eins', intro: `Von ${mention}`, tipIds: [tip.id] }] } });
    await server.drain();
    await goForGood(member);
    await server.drain();
    const [stored] = await server.db.query<{ body: string; outline: unknown }>('select body, outline from tip where id = $1', [tip.id]);
    expect(stored).toMatchObject({ outline: [{ text: 'Fragen Sie ehemaliges Mitglied' }], body: expect.stringMatching(/^## Fragen Sie ehemaliges Mitglied\n\n> So[.]\n>\n> — \[ehemaliges Mitglied\]\(\/beitrag\/[^)]+\)\n\nUnd \[@Karl\]/) });
    for (const table of ['tip', 'tip_working_copy', 'tip_kept_draft', 'tip_revision', 'handbook', 'handbook_revision', 'search_document_words']) {
      expect({ table, rows: await server.db.query(`select from ${table} x where x::text ilike '%weggegangen%'`) }).toEqual({ table, rows: [] });
    }
    expect(await server.db.query(`select from search_document_words x where 'ehemaliges' = any(words)`)).toHaveLength(1);
  });

  it('is no longer counted among those whom a tip helped', async () => {
    const { author, member, colleague, space } = circle;
    const tip = await aTip(server, { in: space, by: author });
    for (const { id } of [member, colleague]) await server.db.query('insert into tip_helped (tip_id, account_id) values ($1, $2)', [tip.id, id]);
    await server.db.query('update tip set helped_count = 2 where id = $1', [tip.id]);
    await goForGood(member);
    expect(await server.db.query('select helped_count as count from tip where id = $1', [tip.id])).toEqual([{ count: 1 }]);
  });
});
