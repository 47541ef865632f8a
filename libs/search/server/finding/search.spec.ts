import { Inject, Injectable, Module } from '@nestjs/common';
import { holds, visibleTo, type SpaceContent, type Viewer } from '#access/server';
import { accountsDomain } from '#accounts/server';
import { anAccount, type TestAccount } from '../../../accounts/server/accounts.testing.js';
import { Db, Outbox, type ConsumedEvent, type ServerDomain } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { spacesDomain } from '#spaces/server';
import { aSpace, join, leave, type TestSpace } from '../../../spaces/server/spaces.testing.js';
import type { SearchDocument } from '../contract.js';
import type { SearchCard, SearchContribution } from '../contribution/search.contribution.js';
import { SearchRegistry } from '../contribution/search.registry.js';
import { searchDomain } from '../index.js';

interface Note extends SpaceContent {
  readonly title: string;
  readonly text: string;
}

/** A smallest content domain: what a real one hands to search. */
@Injectable()
class Notes implements SearchContribution {
  readonly kind = 'note';
  isPiece = false;
  readonly events = ['NoteChanged'];
  readonly all = new Map<string, Note>();

  constructor(@Inject(SearchRegistry) registry: SearchRegistry, @Inject(Db) private readonly db: Db) {
    registry.contribute(this);
  }

  async put(note: Note): Promise<Note> {
    this.all.set(note.id, note);
    await this.db.write({ accountId: null }, async (_tx, emit) => emit({ name: 'NoteChanged', payload: { noteId: note.id } }));
    return note;
  }

  async idsTouchedBy(event: ConsumedEvent): Promise<readonly string[]> {
    return [String(event.payload['noteId'])];
  }

  async loadDocuments(ids: readonly string[]): Promise<readonly SearchDocument[]> {
    const at = new Date();
    return this.found(ids).filter((note) => note.state === 'published').map((note) => ({
      id: note.id, kind: 'note', audience: note.spaceId, spaceId: note.spaceId, authorIds: note.authorIds, topicIds: [],
      title: note.title, body: note.text, keywords: [], createdAt: at, updatedAt: at, standing: 1,
    }));
  }

  async allIds(): Promise<readonly string[]> {
    return [...this.all.keys()];
  }

  async loadCards(viewer: Viewer, ids: readonly string[]): Promise<readonly SearchCard[]> {
    return this.found(ids).filter((note) => holds(visibleTo(viewer), note)).map((note) => ({
      id: note.id, kind: 'note', title: note.title, text: note.text, path: `/notiz/${note.id}`, spaceId: note.spaceId,
      authorIds: note.authorIds, topicIds: [], updatedAt: null, state: 'current',
    }));
  }

  async synonyms(): Promise<readonly (readonly string[])[]> {
    return [['Etat', 'Haushalt']];
  }

  private found(ids: readonly string[]): Note[] {
    return ids.flatMap((id) => this.all.get(id) ?? []);
  }
}

@Module({ imports: [searchDomain.module as never], providers: [Notes] })
class NotesModule {}

const notesDomain: ServerDomain = { name: 'notes', module: NotesModule, entities: [], migrations: [] };

const SEARCH = `query ($input: SearchInput!) { search(input: $input) {
  totalCount isTotalCapped correctedText
  hits { id kind path state title { text isMatch } excerpt { segments { text isMatch } isCutBefore isCutAfter } space { id name } authors { name } }
  facets { kinds { value count } spaces { value name count } authors { name count } topics { value } } } }`;
const SUGGEST = `query ($text: String!) { searchSuggestions(text: $text) { id kind path title { text isMatch } space { name } } }`;

interface Segment { readonly text: string; readonly isMatch: boolean }
interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly correctedText: string | null;
    readonly hits: readonly { readonly id: string; readonly kind: string; readonly title: readonly Segment[]; readonly excerpt: { readonly segments: readonly Segment[] }; readonly space: { readonly name: string } | null; readonly authors: readonly { readonly name: string }[] }[];
    readonly facets: { readonly kinds: readonly { readonly value: string; readonly count: number }[]; readonly spaces: readonly { readonly name: string; readonly count: number }[]; readonly authors: readonly { readonly name: string }[] };
  };
}

describe('searching', () => {
  let server: TestServer;
  let notes: Notes;
  let coordinator: TestAccount;
  let member: TestAccount;
  let stranger: TestAccount;
  let closed: TestSpace;
  let open: TestSpace;

  const search = async (who: TestAccount | null, text: string, filters: Readonly<Record<string, unknown>> = {}): Promise<Found['search']> =>
    (await server.data<Found>(who === null ? null : who.caller, SEARCH, { input: { text, filters } })).search;
  const idsFor = async (who: TestAccount | null, text: string): Promise<string[]> => (await search(who, text)).hits.map((hit) => hit.id);
  const aNote = async (space: TestSpace, title: string, text = '', given: Partial<Note> = {}): Promise<Note> => {
    const note = await notes.put({ id: uuidv7(), spaceId: space.id, authorIds: [member.id], state: 'published', title, text, ...given });
    await server.drain();
    return note;
  };

  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notesDomain]);
    notes = server.app.get(Notes, { strict: false });
    coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    member = await anAccount(server, { name: 'Wilhelmine Ackermann' });
    stranger = await anAccount(server, { name: 'Ottokar Fremder' });
    closed = await aSpace(server, { visibility: 'closed', name: 'Erstvorhaben Nord', members: [[member, 'author']] });
    open = await aSpace(server, { visibility: 'public', name: 'Marktplatz' });
    await server.app.get(Outbox).runNow('search.rebuild');
  });
  afterAll(async () => server.stop());

  it('finds what a domain handed in, marked and with its names', async () => {
    const note = await aNote(closed, 'Haushalt planen', 'Die Planung beginnt im Herbst mit den Einnahmen.');
    const { hits, totalCount, facets } = await search(member, 'Haushaltsplanung');
    expect(totalCount).toBe(1);
    expect(hits[0]).toMatchObject({ id: note.id, kind: 'note', space: { name: 'Erstvorhaben Nord' }, authors: [{ name: 'Wilhelmine Ackermann' }] });
    expect(hits[0]?.title).toContainEqual({ text: 'Haushalt', isMatch: true });
    expect(hits[0]?.excerpt.segments).toContainEqual({ text: 'Planung', isMatch: true });
    expect(facets).toMatchObject({ kinds: [{ value: 'note', count: 1 }], spaces: [{ name: 'Erstvorhaben Nord', count: 1 }] });
  });

  it('knows synonyms of the domains', async () => {
    const note = await aNote(closed, 'Haushalt erklären');
    expect(await idsFor(member, 'Etat')).toContain(note.id);
  });

  it('shows a stranger and a guest nothing of a closed space, not even by counts, facets or corrections', async () => {
    await aNote(closed, 'Quittengelee im Geheimen', 'Sumpfdotterblume');
    for (const outsider of [stranger, null]) {
      for (const text of ['Quittengelee', 'Quittengelle', 'Sumpfdotterblumen', 'Quitt']) {
        const answer = await search(outsider, text);
        expect(answer).toMatchObject({ hits: [], totalCount: 0, correctedText: null, facets: { kinds: [], spaces: [], authors: [] } });
        const { searchSuggestions } = await server.data<{ searchSuggestions: unknown[] }>(outsider?.caller ?? null, SUGGEST, { text });
        expect(searchSuggestions).toEqual([]);
      }
    }
  });

  it('follows a membership at once, without a change of the index', async () => {
    const note = await aNote(closed, 'Rhabarberkuchen backen');
    const guestOfSpace = await anAccount(server);
    expect(await idsFor(guestOfSpace, 'Rhabarberkuchen')).toEqual([]);
    await join(server, closed, guestOfSpace);
    expect(await idsFor(guestOfSpace, 'Rhabarberkuchen')).toEqual([note.id]);
    await leave(server, closed, guestOfSpace);
    expect(await idsFor(guestOfSpace, 'Rhabarberkuchen')).toEqual([]);
  });

  it('does not show or count what moved into a closed space before the index knows', async () => {
    const note = await aNote(open, 'Brennnesselsuppe kochen');
    expect(await idsFor(stranger, 'Brennnesselsuppe')).toEqual([note.id]);
    notes.all.set(note.id, { ...note, spaceId: closed.id });
    expect(await search(stranger, 'Brennnesselsuppe')).toMatchObject({ hits: [], totalCount: 0 });
  });

  it('forgets what is no longer published', async () => {
    const note = await aNote(open, 'Holunderblüten sammeln');
    await notes.put({ ...note, state: 'hidden' });
    await server.drain();
    expect(await idsFor(member, 'Holunderblüten')).toEqual([]);
  });

  it('finds people for members and nobody for guests', async () => {
    const { hits } = await search(member, 'Ottokar');
    expect(hits).toMatchObject([{ id: stranger.id, kind: 'person' }]);
    expect(await idsFor(null, 'Ottokar')).toEqual([]);
    await aNote(open, 'Wegwarte bestimmen');
    expect(await search(null, 'Wegwarte')).toMatchObject({ totalCount: 1, hits: [{ authors: [] }], facets: { authors: [] } });
  });

  it('finds spaces as widely as they are listed', async () => {
    const hidden = await aSpace(server, { visibility: 'hidden', name: 'Nachtigallengrund', members: [[member, 'member']] });
    await server.db.write({ accountId: null }, async (_tx, emit) => emit({ name: 'SpaceCreated', payload: { spaceId: hidden.id } }));
    await server.drain();
    expect(await idsFor(stranger, 'Erstvorhaben')).toEqual([closed.id]);
    expect(await idsFor(null, 'Erstvorhaben')).toEqual([]);
    expect(await idsFor(null, 'Marktplatz')).toEqual([open.id]);
    expect(await idsFor(member, 'Nachtigallengrund')).toEqual([hidden.id]);
    expect(await idsFor(stranger, 'Nachtigallengrund')).toEqual([]);
  });

  it('narrows by filters and refuses wrong ones with a reason', async () => {
    await aNote(open, 'Ringelblume trocknen');
    await aNote(closed, 'Ringelblume pflanzen');
    expect((await search(member, 'Ringelblume')).totalCount).toBe(2);
    expect((await search(member, 'Ringelblume', { spaceIds: [open.id] })).totalCount).toBe(1);
    expect((await search(member, 'Ringelblume', { spaceIds: ['kein-raum'] })).totalCount).toBe(0);
    expect((await search(member, 'Ringelblume', { kinds: ['person'] })).totalCount).toBe(0);
    const refusal = (input: object) => server.refusal(member.caller, SEARCH, { input });
    expect(await refusal({ text: 'Ringelblume', first: 51 })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'outOfRange' });
    expect(await refusal({ text: 'x'.repeat(1_001) })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'tooLong' });
    expect(await refusal({ text: 'a', filters: { kinds: ['no; drop'] } })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('suggests while one types', async () => {
    const note = await aNote(closed, 'Fahrtenbuch führen');
    const { searchSuggestions } = await server.data<{ searchSuggestions: { id: string }[] }>(member.caller, SUGGEST, { text: 'Fahrtenb' });
    expect(searchSuggestions.map(({ id }) => id)).toEqual([note.id]);
  });

  it('suggests what bears the title of the same thing once, and things of their own that are called alike each', async () => {
    for (const _copy of [1, 2, 3]) await aNote(closed, 'Wanderzirkus einladen');
    const titles = async (): Promise<number> =>
      (await server.data<{ searchSuggestions: unknown[] }>(member.caller, SUGGEST, { text: 'Wanderzir' })).searchSuggestions.length;
    expect(await titles()).toBe(3);
    notes.isPiece = true;
    expect(await titles()).toBe(1);
    notes.isPiece = false;
  });

  describe('questions without an answer', () => {
    const MISSES = `{ searchMisses { text people month } }`;
    const missesFor = (who: TestAccount) => server.data<{ searchMisses: { text: string; people: number }[] }>(who.caller, MISSES);

    it('are shown to coordinators once three people asked, and name nobody', async () => {
      const [one, two, three] = [await anAccount(server), await anAccount(server), await anAccount(server)];
      for (const asker of [one, one, two]) await search(asker, 'Zirbenholz');
      expect((await missesFor(coordinator)).searchMisses).toEqual([]);
      await search(three, 'zirbenholz ');
      expect((await missesFor(coordinator)).searchMisses).toMatchObject([{ text: 'zirbenholz', people: 3 }]);
      const stored = JSON.stringify(await server.db.query('select * from search_miss'));
      for (const { id } of [one, two, three]) expect(stored).not.toContain(id);
    });

    it('link nobody from one question to another', async () => {
      const asker = await anAccount(server);
      await search(asker, 'Lärchenrinde');
      await search(asker, 'Fichtennadel');
      const rows = await server.db.query<{ asker: string }>(`select asker from search_miss where text in ('larchenrinde', 'fichtennadel')`);
      expect(new Set(rows.map((row) => row.asker)).size).toBe(2);
    });

    it('are refused to others', async () => {
      expect(await server.refusal(member.caller, MISSES)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await server.refusal(null, MISSES)).toMatchObject({ code: 'FORBIDDEN' });
    });
  });
});
