import { buildSchema, type GraphQLSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Outbox } from '#platform/server';
import { LiveListener, TestServer, type Caller } from '#platform/server/testing';
import { anAccount } from '../../../libs/accounts/server/accounts.testing.js';
import { aSpace } from '../../../libs/spaces/server/spaces.testing.js';
import { domains } from '../domains.js';
import { aClosedWorld, MARK, type ClosedWorld, type People } from './closed-world.testing.js';
import { argumentsFor, type Dictionary } from './inputs.js';
import { happenInClosed, LAST_TOPIC } from './live.testing.js';
import { rootFields, unreachableFields, wholeOperations, type RootKind } from './operations.js';
import { askRoute, controllerRoutes, hasMark, routeNamesOf, ROUTE_ROWS, showsClosed, unknownRouteNames } from './routes.testing.js';
import { dictionaryOf, NESTED_ARGUMENTS, OWN_NAMES, ROWS, unknownDictionary } from './rows.testing.js';

const ROLES = ['guest', 'unconfirmed', 'waiting', 'stranger', 'refused', 'former', 'suspended', 'shut out for a time', 'moderator elsewhere', 'coordinator without entry'] as const;
type Role = (typeof ROLES)[number];

const schema: GraphQLSchema = buildSchema(readFileSync(path.join(__dirname, '../schema.graphql'), 'utf8'));
const fields = rootFields(schema);

describe('the schema', () => {
  it('has a row in this test for every query, mutation and subscription', () => {
    expect(fields.map((field) => field.name).filter((name) => !ROWS.has(name))).toEqual([]);
  });

  it('has no row for what is gone', () => {
    const known = new Set(fields.map((field) => field.name));
    expect([...ROWS.keys()].filter((name) => !known.has(name))).toEqual([]);
  });

  it('has no nested field that the walk cannot reach', () => {
    expect(unreachableFields(schema, NESTED_ARGUMENTS)).toEqual([]);
  });
});

describe('outsiders', () => {
  let server: TestServer;
  let worlds: readonly ClosedWorld[];
  /** Who belongs to the closed places and is told of them by mail. */
  let insiders: ReadonlySet<string>;
  const callers = new Map<Role, Caller | null>();

  beforeAll(async () => {
    server = await TestServer.start(domains);
    const account = (wishes: Parameters<typeof anAccount>[1] = {}) => anAccount(server, wishes);
    const people: People = {
      moderator: await account({ name: 'Mona Moderation' }),
      insider: await account({ name: 'Ines Insider' }),
      refused: await account(),
      former: await account(),
      suspended: await account({ suspended: true }),
      shutOut: await account(),
    };
    insiders = new Set([people.moderator.address, people.insider.address]);
    const elsewhere = await account({ programmeRoles: ['mentor'] });
    await aSpace(server, { visibility: 'hidden', members: [[elsewhere, 'moderator']] });
    callers.set('guest', null);
    callers.set('unconfirmed', (await account({ standing: 'unconfirmed' })).caller);
    callers.set('waiting', (await account({ standing: 'waiting' })).caller);
    callers.set('stranger', (await account({ programmeRoles: ['mentor', 'mentee'] })).caller);
    callers.set('refused', people.refused.caller);
    callers.set('former', people.former.caller);
    callers.set('suspended', people.suspended.caller);
    callers.set('shut out for a time', people.shutOut.caller);
    callers.set('moderator elsewhere', elsewhere.caller);
    callers.set('coordinator without entry', (await account({ siteRoles: ['coordinator'] })).caller);
    worlds = [await aClosedWorld(server, 'closed', people), await aClosedWorld(server, 'hidden', people)];
    await server.drain();
  });

  afterAll(() => server.stop());

  async function ask(role: Role, kind: RootKind, name: string, dictionary: Dictionary): Promise<readonly string[]> {
    const variables = argumentsFor(schema, kind, name, dictionary);
    const answers: string[] = [];
    for (const operation of wholeOperations(schema, kind, name, NESTED_ARGUMENTS)) {
      const answer = await server.send(callers.get(role) ?? null, operation, variables);
      expect(answer.body).not.toContain('operationTooLarge');
      // A form that the checks refuse would prove nothing about access.
      expect(answer.body).not.toContain('invalidOperation');
      answers.push(answer.body);
    }
    return answers;
  }

  const namesIn = (name: string, world: ClosedWorld): Dictionary => ({ ...dictionaryOf(world), ...OWN_NAMES[name]?.(world) });

  it('are tried on content that insiders do read, or nothing would be proven', async () => {
    const [closed] = worlds;
    if (closed === undefined) throw new Error('no world');
    const read = await server.send(closed.insider.caller, '{ tips(first: 50) { nodes { title } } search(input: { text: "Verborgenworttextpublished" }) { totalCount } }');
    expect(read.body).toContain(MARK);
    for (const route of ['GET /api/spaces/:slug/export.zip', 'GET /api/handbooks/:id/export.md']) {
      expect(showsClosed(await askRoute(server, closed.insider.caller, route, routeNamesOf(closed)))).toBe(true);
    }
  });

  it('are tried at every route of a controller', () => {
    expect([...controllerRoutes(server)].toSorted()).toEqual([...ROUTE_ROWS.keys()].toSorted());
  });

  describe.each(ROLES)('as %s', (role) => {
    const isCoordinator = role === 'coordinator without entry';
    const tried = fields.filter(({ name }) => {
      const kind = ROWS.get(name);
      return kind !== 'ends' && kind !== 'live' && !(isCoordinator && kind === 'coordination');
    });

    it.each(tried)('$kind $name shows nothing of closed and hidden spaces', async ({ kind, name }) => {
      for (const world of worlds) {
        const answers = await ask(role, kind, name, namesIn(name, world));
        for (const answer of answers) expect(withoutOwnWords(answer)).not.toContain(MARK);
      }
    });

    const routes = [...ROUTE_ROWS].filter(([, { kind }]) => !(isCoordinator && kind === 'coordination')).map(([route, { kind }]) => ({ route, kind }));

    it.each(routes)('$route shows nothing of closed and hidden spaces', async ({ route }) => {
      for (const world of worlds) {
        const answer = await askRoute(server, callers.get(role) ?? null, route, routeNamesOf(world));
        expect({ ...answer, shows: showsClosed(answer) }).toMatchObject({ shows: false });
      }
    });

    // To the coordination the existence of hidden spaces is known; their content is not (above).
    if (isCoordinator) return;

    it.each(routes)('$route answers for a hidden space as for none', async ({ route, kind }) => {
      const hidden = worlds[1];
      if (hidden === undefined) throw new Error('no world');
      const caller = callers.get(role) ?? null;
      const about = await askRoute(server, caller, route, routeNamesOf(hidden));
      expect(about).toEqual(await askRoute(server, caller, route, unknownRouteNames()));
      // What is about the caller alone names no space; it has to be the same, and may be there.
      if (kind !== 'own') expect(about.status).toBeGreaterThanOrEqual(400);
    });

    it.each(tried.filter(({ name }) => ROWS.get(name) === 'place'))('$kind $name answers for a hidden space as for none', async ({ kind, name }) => {
      const hidden = worlds[1];
      if (hidden === undefined) throw new Error('no world');
      const known = namesIn(name, hidden);
      const about = await ask(role, kind, name, known);
      const aboutNothing = await ask(role, kind, name, unknownDictionary(known));
      expect(about.map(shapeOf)).toEqual(aboutNothing.map(shapeOf));
    });
  });

  it.each(fields.filter(({ kind }) => kind === 'subscription'))('hear nothing over subscription $name while things happen in closed and hidden spaces', async ({ kind, name }) => {
    const [query] = wholeOperations(schema, kind, name, NESTED_ARGUMENTS);
    const listen = (caller: Caller | null) => LiveListener.open(server, caller, query === undefined ? {} : { query });
    const inside = await Promise.all(worlds.map(({ insider }) => listen(insider.caller)));
    const outside = new Map(await Promise.all(ROLES.map(async (role) => [role, await listen(callers.get(role) ?? null)] as const)));
    try {
      await happenInClosed(server, worlds, insiders);
      for (const listener of [...inside, ...outside.values()]) if (listener.status === 200) await listener.until(({ topics }) => topics.includes(LAST_TOPIC));
      // Without insiders who hear it nothing would be proven; and whoever has no session has no stream.
      for (const listener of inside) expect(listener.raw).toContain(MARK);
      expect(ROLES.filter((role) => outside.get(role)?.status !== 200)).toEqual(['guest', 'unconfirmed', 'suspended']);
      for (const [role, { raw }] of outside) expect({ role, hears: hasMark(raw) || worlds.some(({ space }) => raw.includes(space.id)) }).toEqual({ role, hears: false });
    } finally {
      for (const listener of [...inside, ...outside.values()]) listener.close();
    }
  });

  it('get no mail with closed words in it', async () => {
    await server.drain();
    // Mails at once, and a day later the summaries.
    for (const [wait, job] of [[180_000, 'notifications.due'], [86_400_000, 'notifications.digests']] as const) {
      server.clock.forward(wait);
      await server.app.get(Outbox).runNow(job);
      await server.drain();
    }
    const outside = server.mailBox.mails.filter((mail) => !insiders.has(mail.to.address));
    const told = outside.map(({ to, ...rest }) => ({ to: to.address, text: JSON.stringify(rest) }));
    expect(told.filter(({ text }) => hasMark(withoutOwnWords(text)))).toEqual([]);
    // Closed and hidden spaces let only a pointer out, also to those inside, also in subjects.
    const notices = server.mailBox.mails.filter(({ list }) => list !== undefined);
    expect(notices.filter(({ to, ...rest }) => insiders.has(to.address) && hasMark(JSON.stringify(rest)))).toEqual([]);
    expect(notices.some(({ to }) => insiders.has(to.address))).toBe(true);
    // Without mails to outsiders nothing would be proven.
    expect(outside.length).toBeGreaterThan(0);
  });
});

/** Searching repeats the question in its answer; that is the caller's own word. */
function withoutOwnWords(answer: string): string {
  return answer.replaceAll('Verborgenworttextpublished', '');
}

/** What an answer says besides ids and the name of the operation. */
function shapeOf(answer: string): unknown {
  const { data, errors } = JSON.parse(answer) as { data?: unknown; errors?: { extensions: unknown }[] };
  return JSON.parse(JSON.stringify({ data, errors: errors?.map((error) => error.extensions) }).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/"id":"[0-9a-f]{8}"/g, '"id":"log"'));
}
