import { buildSchema, type GraphQLSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Outbox } from '#platform/server';
import { LiveListener, TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { anAccount } from '../../../libs/accounts/server/accounts.testing.js';
import { aSpace } from '../../../libs/spaces/server/spaces.testing.js';
import { domains } from '../domains.js';
import { aClosedWorld, MARK, type ClosedWorld, type People } from './closed-world.testing.js';
import { argumentsFor, type Dictionary } from './inputs.js';
import { goOnInside } from './goings-on.testing.js';
import { happenInClosed, LAST_TOPIC } from './live.testing.js';
import { rootFields, unreachableFields, wholeOperations, type RootKind } from './operations.js';
import { askRoute, controllerRoutes, hasMark, routeNamesOf, ROUTE_ROWS, showsClosed, unknownRouteNames } from './routes.testing.js';
import { aMovedWorld, type MovedWorld } from './moved-world.testing.js';
import { dictionaryOf, NESTED_ARGUMENTS, OWN_NAMES, ROWS, unknownDictionary } from './rows.testing.js';

const ROLES = ['guest', 'unconfirmed', 'waiting', 'stranger', 'refused', 'former', 'suspended', 'shut out for a time', 'left behind by a move', 'moderator elsewhere', 'coordinator without entry'] as const;
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
  /** A closed space, a hidden one, and a discussion that was moved into a hidden one. */
  let worlds: readonly ClosedWorld[];
  let moved: MovedWorld;
  let people: People;
  /** Who belongs to the closed places and is told of them by mail. */
  let insiders: ReadonlySet<string>;
  const callers = new Map<Role, Caller | null>();

  beforeAll(async () => {
    server = await TestServer.start(domains);
    const account = (wishes: Parameters<typeof anAccount>[1] = {}) => anAccount(server, wishes);
    people = {
      moderator: await account({ name: 'Mona Moderation' }),
      insider: await account({ name: 'Ines Insider' }),
      refused: await account(),
      former: await account(),
      suspended: await account({ suspended: true }),
      shutOut: await account(),
      leftBehind: await account(),
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
    callers.set('left behind by a move', people.leftBehind.caller);
    callers.set('moderator elsewhere', elsewhere.caller);
    callers.set('coordinator without entry', (await account({ siteRoles: ['coordinator'] })).caller);
    const [closed, hidden] = [await aClosedWorld(server, 'closed', people), await aClosedWorld(server, 'hidden', people)];
    moved = await aMovedWorld(server, hidden, people);
    worlds = [closed, hidden, moved.gone];
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

  /** Those in which a field is asked for something else than in the ones before. */
  function worldsFor(kind: RootKind, name: string): readonly ClosedWorld[] {
    const asked = worlds.map((world) => JSON.stringify(argumentsFor(schema, kind, name, namesIn(name, world))));
    return worlds.filter((_world, place) => asked.indexOf(asked[place] ?? '') === place);
  }

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
      for (const world of worldsFor(kind, name)) {
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

    it.each(tried.filter(({ name }) => ROWS.get(name) === 'place'))('$kind $name answers for what is hidden as for what is not', async ({ kind, name }) => {
      for (const world of worldsFor(kind, name).slice(1)) {
        const known = namesIn(name, world);
        const about = await ask(role, kind, name, known);
        const aboutNothing = await ask(role, kind, name, unknownDictionary(known));
        expect(about.map(shapeOf)).toEqual(aboutNothing.map(shapeOf));
      }
    });
  });

  it.each(ROLES)('as %s find nothing of what was moved in what it left behind', async (role) => {
    const { remains, gone } = moved;
    const caller = callers.get(role) ?? null;
    const names: Readonly<Record<string, Dictionary>> = {
      space: { slug: remains.space.slug }, discussion: { slug: remains.discussion.slug }, thread: { id: remains.discussion.id }, post: { id: remains.answerId }, tip: { slug: remains.tipSlug },
      discussionSpot: { slug: remains.discussion.slug, position: 2 }, discussions: { space: remains.space.slug }, search: { text: 'Worte Antwort Umzug' },
    };
    for (const [name, dictionary] of Object.entries(names)) {
      const answers = await ask(role, 'query', name, dictionary);
      expect(answers.filter((answer) => hasMark(answer) || moved.traces.some((trace) => answer.includes(trace)))).toEqual([]);
      // Without an answer nothing would be proven.
      expect(answers.some((answer) => !answer.includes('"errors"'))).toBe(true);
    }
    const read = await server.graphql(caller, `query ($slug: String!, $id: ID!, $post: ID!) {
      discussionSpot(slug: $slug, position: 2) { position discussion { id } }
      thread(id: $id) { movedPost(position: 2) { id } posts { nodes { replyTo { id } quotes { id } quotedBy { id } } } }
      post(id: $post) { replyTo { id } quotes { id } }
    }`, { slug: remains.discussion.slug, id: remains.discussion.id, post: remains.answerId });
    expect(read).toEqual({ data: {
      discussionSpot: { position: 2, discussion: { id: remains.discussion.id } },
      thread: { movedPost: null, posts: { nodes: [{ replyTo: null, quotes: [], quotedBy: [] }, { replyTo: null, quotes: [], quotedBy: [] }] } },
      post: { replyTo: null, quotes: [] },
    } });
    // The address of what became part of it leads nowhere any more.
    for (const slug of [remains.mergedSlug, gone.discussionSlug]) {
      for (const name of ['discussion', 'discussionSpot']) {
        const [about, aboutNothing] = [await ask(role, 'query', name, { slug, position: 2 }), await ask(role, 'query', name, { slug: 'gibt-es-nicht', position: 2 })];
        expect(about.map(shapeOf)).toEqual(aboutNothing.map(shapeOf));
      }
    }
  });

  describe('find by words that only closed texts have as little as by words that nobody wrote', () => {
    const WORDS = `select min(word) as word from (
        select 'discussion' as kind, title as word from discussion union all select 'tip', title from tip where state = 'published' union all select 'handbook', title from handbook
        union all select 'space', name from space union all select 'poll', question from poll union all select 'post', split_part(plain_text, ' ', 1) from post where state = 'published'
      ) written where word like $1 group by kind`;

    it.each(ROLES)('as %s', async (role) => {
      const caller = callers.get(role) ?? null;
      const answersFor = async (text: string): Promise<unknown> => {
        const answers = await Promise.all([
          server.send(caller, `query ($text: String!) { search(input: { text: $text }) { totalCount isTotalCapped correctedText hits { id } facets { kinds { value count } spaces { value count } topics { value count } } } }`, { text }),
          server.send(caller, 'query ($text: String!) { searchSuggestions(text: $text) { id } }', { text }),
          server.send(caller, 'query ($text: String!) { similar(title: $text) { id } }', { text }),
          server.send(caller, 'query ($text: String!) { people(text: $text) { nodes { id } } }', { text }),
        ]);
        return answers.map(({ body }) => shapeOf(body.replaceAll(text, 'word')));
      };
      const words = await server.db.query<{ word: string }>(WORDS, [`${MARK}%`]);
      expect(words).toHaveLength(6);
      const found: unknown[] = [];
      for (const { word } of words) {
        // As it stands, with a mistake to be corrected, and its beginning.
        for (const text of [word, word.replace('wort', 'wrot'), word.slice(0, -1)]) found.push(await answersFor(text));
      }
      const nothing = await answersFor('Niemalsgeschriebeneswort');
      expect(found).toEqual(found.map(() => nothing));
      // People inside are named to nobody outside, by neither place.
      for (const { space, threadId } of worlds) {
        const named = async (spaceId: string, ofThread: string) => shapeOf((await server.send(caller, 'query ($a: ID!, $b: ID!) { bySpace: mentionable(text: "In", spaceId: $a) { name } byThread: mentionable(text: "In", threadId: $b) { name } }', { a: spaceId, b: ofThread })).body);
        expect(await named(space.id, threadId)).toEqual(await named(uuidv7(), uuidv7()));
      }
    });
  });

  it('see, find and count the same whatever goes on in closed and hidden places', async () => {
    const topics = await server.db.query<{ id: string }>('select id from topic');
    const asked = fields.filter(({ kind, name }) => kind === 'query' && ['list', 'own'].includes(ROWS.get(name) ?? ''));
    const texts = ['offener Tipp', 'ofener Tip', 'offenere', 'Antwort Frage', 'off'];
    const look = async (): Promise<ReadonlyMap<string, unknown>> => {
      const seen = new Map<string, unknown>();
      for (const role of ROLES) {
        for (const { kind, name } of asked) seen.set(`${role} ${name}`, await ask(role, kind, name, moved.remains.openNames));
        for (const text of texts) for (const name of ['search', 'searchSuggestions', 'similar']) seen.set(`${role} ${name} ${text}`, await ask(role, 'query', name, { text, title: text }));
        for (const route of ['GET /api/accounts/own-data', 'GET /feed/:token']) {
          const { body, status } = await askRoute(server, callers.get(role) ?? null, route, { ...unknownRouteNames(), feedToken: moved.remains.feedPath.replace('/feed/', '') });
          seen.set(`${role} ${route}`, { status, body });
        }
      }
      return seen;
    };
    // What others did before is through by now: it must not count as going on.
    await server.drain();
    const before = await look();
    const places = [...worlds.slice(0, 2), { space: moved.space, insider: moved.gone.insider }];
    await goOnInside(server, places, people.moderator, [people.former, people.refused, people.suspended, people.shutOut, people.leftBehind], topics);
    const after = await look();
    expect([...after].filter(([what, answer]) => JSON.stringify(answer) !== JSON.stringify(before.get(what))).map(([what, answer]) => ({ what, before: before.get(what), answer }))).toEqual([]);
    // Without something to see outside nothing would be proven.
    expect(JSON.stringify(before.get('guest search offener Tipp'))).toMatch(/totalCount\W+2/);
  });

  it('have a feed of an open space without what was moved out of it', async () => {
    const { statusCode, body } = await server.app.inject({ url: moved.remains.feedPath });
    expect(statusCode).toBe(200);
    expect(body).toContain(moved.remains.discussion.title);
    expect(hasMark(body) || moved.traces.some((trace) => body.includes(trace))).toBe(false);
  });

  it.each(fields.filter(({ kind }) => kind === 'subscription'))('hear nothing over subscription $name while things happen in closed and hidden spaces', async ({ kind, name }) => {
    const [query] = wholeOperations(schema, kind, name, NESTED_ARGUMENTS);
    const listen = (caller: Caller | null) => LiveListener.open(server, caller, query === undefined ? {} : { query });
    const places = [...worlds.slice(0, 2), { space: moved.space, insider: moved.gone.insider }];
    const late: LiveListener[] = [];
    const inside = await Promise.all(places.map(({ insider }) => listen(insider.caller)));
    const outside = new Map(await Promise.all(ROLES.map(async (role) => [role, await listen(callers.get(role) ?? null)] as const)));
    try {
      // Missed is counted in whole seconds, from when somebody listened.
      await sleep(1_100);
      const began = Date.now();
      const missed = () => ({ sinceSeconds: Math.ceil((Date.now() - began) / 1000) });
      await happenInClosed(server, places, insiders);
      for (const listener of [...inside, ...outside.values()]) if (listener.status === 200) await listener.until(({ topics }) => topics.includes(LAST_TOPIC));
      // Without insiders who hear it nothing would be proven; and whoever has no session has no stream.
      for (const listener of inside) expect(listener.raw).toContain(MARK);
      expect(ROLES.filter((role) => outside.get(role)?.status !== 200)).toEqual(['guest', 'unconfirmed', 'suspended']);
      for (const [role, { raw }] of outside) expect({ role, hears: hasMark(raw) || places.some(({ space }) => raw.includes(space.id)) }).toEqual({ role, hears: false });
      // Nor does whoever comes later and asks for what was missed; insiders do.
      for (const { insider } of places) late.push(await LiveListener.open(server, insider.caller, missed()));
      for (const listener of late) await listener.until(({ topics }) => topics.includes(LAST_TOPIC));
      for (const listener of late) expect(listener.raw).toContain(MARK);
      for (const role of ROLES.filter((candidate) => outside.get(candidate)?.status === 200)) {
        const listener = await LiveListener.open(server, callers.get(role) ?? null, missed());
        late.push(listener);
        await listener.until(({ topics }) => topics.includes(LAST_TOPIC));
        expect({ role, hears: hasMark(listener.raw) || places.some(({ space }) => listener.raw.includes(space.id)) }).toEqual({ role, hears: false });
      }
    } finally {
      for (const listener of [...inside, ...outside.values(), ...late]) listener.close();
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
    expect(told.filter(({ text }) => hasMark(withoutOwnWords(text)) || moved.traces.some((trace) => text.includes(trace)))).toEqual([]);
    // Closed and hidden spaces let only a pointer out, also to those inside, also in subjects; but for the one that chose otherwise.
    const notices = server.mailBox.mails.filter(({ list }) => list !== undefined);
    const toInsiders = notices.filter(({ to }) => insiders.has(to.address)).map(({ to: _to, ...rest }) => JSON.stringify(rest)).filter(hasMark);
    expect(toInsiders.filter((text) => !/umzug|neutitel|danach|abgetrennt|zielraum/i.test(text))).toEqual([]);
    expect(toInsiders.length).toBeGreaterThan(0);
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
