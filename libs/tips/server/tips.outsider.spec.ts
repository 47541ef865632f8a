import { accountsDomain } from '#accounts/server';
import { anAccount } from '#accounts/server/testing';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { bookmarksDomain } from '#bookmarks/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { aSpace, leave } from '../../spaces/server/spaces.testing.js';
import { tipsDomain } from './index.js';
import { aCircle, aTip } from './tips.testing.js';

const ROLES = ['guest', 'waiting', 'stranger', 'former', 'suspended', 'moderator elsewhere', 'coordinator without entry'] as const;
type Role = (typeof ROLES)[number];

/** What an id can be about, and all of it must look the same from outside. */
interface Target {
  readonly tip: string;
  readonly slug: string;
  readonly space: string;
  readonly revision: string;
  readonly note: string;
  readonly handbook: string;
  readonly import: string;
}

const mutation = (name: string, type: string, input: (target: Target) => object) => ({
  name,
  query: `mutation ($input: ${type}!) { ${name}(input: $input) { ${name === 'saveHandbook' ? 'id' : name === 'saveTipSettings' ? 'spaceId' : 'id'} } }`,
  variables: (target: Target) => ({ input: input(target) }),
});
const query = (name: string, text: string, variables: (target: Target) => object) => ({ name, query: text, variables });

const OPERATIONS = [
  query('tip by address', 'query ($slug: String!) { tip(slug: $slug) { id title } }', ({ slug }) => ({ slug })),
  query('tip by id', 'query ($slug: String!) { tip(slug: $slug) { id title } }', ({ tip }) => ({ slug: tip })),
  query('tips of a space', 'query ($space: String) { tips(space: $space) { nodes { id } totalCount } }', ({ space }) => ({ space })),
  query('tipSettings', 'query ($id: ID!) { tipSettings(spaceId: $id) { isReviewNeeded } }', ({ space }) => ({ id: space })),
  query('tipRevision', 'query ($id: ID!) { tipRevision(id: $id) { body } }', ({ revision }) => ({ id: revision })),
  query('compareTipRevisions', 'query ($id: ID!) { compareTipRevisions(a: $id, b: $id) { title { text } } }', ({ revision }) => ({ id: revision })),
  query('handbook', 'query ($id: ID!) { handbook(id: $id) { title } }', ({ handbook }) => ({ id: handbook })),
  query('handbooks', 'query ($space: String) { handbooks(space: $space) { title } }', ({ space }) => ({ space })),
  query('tipImport', 'query ($id: ID!) { tipImport(id: $id) { state } }', ({ import: id }) => ({ id })),
  mutation('saveDraft', 'SaveDraftInput', ({ tip, space }) => ({ id: tip, spaceId: space, body: 'x', baseRevision: 1 })),
  mutation('publishTip', 'PublishTipInput', ({ tip, space }) => ({ id: tip, spaceId: space, title: 'x', body: 'x', baseRevision: 1 })),
  mutation('discardDraft', 'DiscardDraftInput', ({ tip }) => ({ tipId: tip })),
  mutation('submitTip', 'TipVersionInput', ({ tip }) => ({ tipId: tip, version: 1 })),
  mutation('withdrawTip', 'TipInput', ({ tip }) => ({ tipId: tip })),
  mutation('releaseTip', 'TipVersionInput', ({ tip }) => ({ tipId: tip, version: 1 })),
  mutation('returnTip', 'ReturnTipInput', ({ tip }) => ({ tipId: tip, version: 1, comment: 'x' })),
  mutation('retireTip', 'TipInput', ({ tip }) => ({ tipId: tip })),
  mutation('reviveTip', 'TipInput', ({ tip }) => ({ tipId: tip })),
  mutation('hideTip', 'HideTipInput', ({ tip }) => ({ tipId: tip, reason: 'x' })),
  mutation('unhideTip', 'UnhideTipInput', ({ tip }) => ({ tipId: tip })),
  mutation('checkTip', 'CheckTipInput', ({ tip }) => ({ tipId: tip })),
  mutation('handOverTip', 'HandOverTipInput', ({ tip }) => ({ tipId: tip, ownerId: uuidv7() })),
  mutation('restoreTipRevision', 'RestoreTipRevisionInput', ({ revision }) => ({ revisionId: revision })),
  mutation('setTipHelped', 'SetTipHelpedInput', ({ tip }) => ({ tipId: tip, helped: true })),
  mutation('reportTipOutdated', 'ReportTipOutdatedInput', ({ tip }) => ({ id: uuidv7(), tipId: tip, reason: 'x' })),
  mutation('resolveTipNote', 'ResolveTipNoteInput', ({ note }) => ({ noteId: note })),
  mutation('saveTipSettings', 'SaveTipSettingsInput', ({ space }) => ({ spaceId: space, baseVersion: 0, isReviewNeeded: true, checkAfterMonths: 1, template: null })),
  mutation('saveHandbook', 'SaveHandbookInput', ({ handbook, space }) => ({ id: handbook, spaceId: space, title: 'x', intro: '', chapters: [], baseVersion: 1 })),
  { ...mutation('deleteHandbook', 'DeleteHandbookInput', ({ handbook }) => ({ handbookId: handbook })), query: 'mutation ($input: DeleteHandbookInput!) { deleteHandbook(input: $input) }' },
  mutation('confirmTipImport', 'ConfirmTipImportInput', ({ import: id }) => ({ importId: id })),
] as const;

let server: TestServer;
const callers = new Map<Role, Caller | null>();
const targets = new Map<string, Target>();

async function aTarget(visibility: 'closed' | 'hidden'): Promise<readonly [Target, Awaited<ReturnType<typeof aCircle>>]> {
  const circle = await aCircle(server, { visibility });
  const { space, author, moderator } = circle;
  const tip = await aTip(server, { in: space, by: author, title: 'Verschlossen' });
  const [revision] = await server.db.query<{ id: string }>('select id from tip_revision where tip_id = $1', [tip.id]);
  const ids = { note: uuidv7(), handbook: uuidv7(), import: uuidv7() };
  await server.db.query('insert into tip_note (id, tip_id, account_id, reason) values ($1, $2, $3, $4)', [ids.note, tip.id, moderator.id, 'Alt']);
  await server.db.query(`insert into handbook (id, space_id, author_ids, slug, title) values ($1, $2, array[$3]::uuid[], $1::uuid::text, 'Buch')`, [ids.handbook, space.id, moderator.id]);
  await server.db.query(`insert into tip_import (id, space_id, account_id, state, file_count) values ($1, $2, $3, 'previewed', 0)`, [ids.import, space.id, author.id]);
  return [{ tip: tip.id, slug: tip.slug, space: space.id, revision: revision?.id ?? '', ...ids }, circle];
}

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, moderationDomain, bookmarksDomain, threadsDomain, tipsDomain]);
  const [closed, circle] = await aTarget('closed');
  const [hidden] = await aTarget('hidden');
  const [deleted, gone] = await aTarget('closed');
  await server.db.query('delete from space where id = $1', [gone.space.id]);
  const unknown = { tip: uuidv7(), slug: 'gibt-es-nicht', space: uuidv7(), revision: uuidv7(), note: uuidv7(), handbook: uuidv7(), import: uuidv7() };
  const odd = "'; drop table tip; --";
  const malformed = { tip: uuidv7(), slug: odd, space: odd, revision: odd, note: odd, handbook: uuidv7(), import: odd };
  for (const [name, target] of Object.entries({ closed, hidden, deleted, malformed, unknown })) targets.set(name, target);
  await leave(server, circle.space, circle.colleague);
  const elsewhere = await anAccount(server, { programmeRoles: ['mentor'] });
  await aSpace(server, { members: [[elsewhere, 'moderator']] });
  callers.set('guest', null);
  callers.set('waiting', (await anAccount(server, { standing: 'waiting' })).caller);
  callers.set('stranger', (await anAccount(server, { programmeRoles: ['mentor', 'mentee'] })).caller);
  callers.set('former', circle.colleague.caller);
  callers.set('suspended', (await anAccount(server, { suspended: true })).caller);
  callers.set('moderator elsewhere', elsewhere.caller);
  callers.set('coordinator without entry', (await anAccount(server, { siteRoles: ['coordinator'] })).caller);
}, 60_000);

afterAll(async () => server.stop());

describe.each(ROLES)('as %s', (role) => {
  it.each(OPERATIONS)('$name answers alike for closed, hidden, deleted, malformed and unknown', async ({ query: text, variables }) => {
    const answers = new Map<string, unknown>();
    for (const [name, target] of targets) {
      const { data, errors } = await server.graphql(callers.get(role) ?? null, text, { ...variables(target) });
      answers.set(name, { data, errors: errors?.map((error) => [error.message, error.extensions]) });
    }
    for (const [name, answer] of answers) expect([name, answer]).toEqual([name, answers.get('unknown')]);
    expect(JSON.stringify([...answers.values()])).not.toMatch(/Verschlossen|INTERNAL/);
  });
});

it('changed nothing', async () => {
  const [counts] = await server.db.query('select count(*)::int as tips, sum(revision_number)::int as revisions, (select count(*)::int from handbook) as handbooks from tip');
  expect(counts).toEqual({ tips: 2, revisions: 2, handbooks: 2 });
});
