import { randomUUID } from 'node:crypto';
import { AUDIENCE_EVERYONE, type SearchAnswer, type SearchDocument, type SearchEngine, type SearchRequest } from './contract.js';

/** A document that invents what is not said. */
export function aDocument(given: Partial<SearchDocument> & { readonly title: string }): SearchDocument {
  const at = new Date('2026-03-01T09:00:00Z');
  return {
    id: randomUUID(), kind: 'tip', audience: AUDIENCE_EVERYONE, spaceId: null, authorIds: [], topicIds: [],
    body: '', keywords: [], createdAt: at, updatedAt: at, standing: 1, ...given,
  };
}

/** A request that asks for a first full page of everything public, unless said otherwise. */
export function aRequest(text: string, given: Partial<SearchRequest> = {}): SearchRequest {
  return { text, audiences: [AUDIENCE_EVERYONE], filters: {}, first: 20, offset: 0, mode: 'full', ...given };
}

/** What every engine must do, whatever is inside. `open` gives an empty one. */
export function searchEngineContract(open: () => Promise<{ readonly engine: SearchEngine; readonly close: () => Promise<void> }>): void {
  // Engines that answer for their writes may take a second for each on a busy machine.
  jest.setTimeout(30_000);
  let engine: SearchEngine;
  let close: () => Promise<void>;
  const [spaceA, spaceB, anna, bert, topic] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const budget = aDocument({ title: 'Haushalt planen im Verein', body: 'Einnahmen schätzen, Ausgaben verteilen, Puffer einrechnen.', spaceId: spaceA, authorIds: [anna], topicIds: [topic] });
  const reserves = aDocument({ title: 'Rücklagen bilden', body: 'Wer Rücklagen bildet, dokumentiert den Zweck der Mittel.', spaceId: spaceA, authorIds: [bert], updatedAt: new Date('2026-06-01T09:00:00Z') });
  const mentors = aDocument({ title: 'Neue Mentorinnen gewinnen', body: 'Gespräche am runden Tisch helfen. Straßenfeste auch.', spaceId: spaceB, authorIds: [anna, bert] });
  const mails = aDocument({ title: 'Newsletter versenden', body: 'Den E-Mail-Verteiler pflegen und Rückläufer löschen.', spaceId: spaceB, keywords: ['Rundbrief'], topicIds: [topic] });
  const person = aDocument({ title: 'Frauke Petersen', body: 'Gemeinde Süderbrarup', kind: 'person' });
  const secret = aDocument({ title: 'Geheimes Quittenprojekt', body: 'Haushalt Rücklagen Quitten', audience: spaceB, spaceId: spaceB });
  const all = [budget, reserves, mentors, mails, person, secret];

  const search = (text: string, given: Partial<SearchRequest> = {}): Promise<SearchAnswer> => engine.search(aRequest(text, given));
  const idsOf = async (text: string, given: Partial<SearchRequest> = {}): Promise<string[]> => (await search(text, given)).hits.map((hit) => hit.id);

  beforeAll(async () => {
    ({ engine, close } = await open());
    await engine.index(all);
  }, 60_000);
  afterAll(async () => close());

  it.each([
    ['another form of a word', 'Rücklage', () => reserves],
    ['written-out umlauts', 'Ruecklagen', () => reserves],
    ['umlauts without dots', 'Rucklagen', () => reserves],
    ['ss for ß', 'Strassenfest', () => mentors],
    ['a misspelt word', 'Rücklgaen', () => reserves],
    ['the beginning of a word', 'Newslet', () => mails],
    ['a compound for a phrase', 'Haushaltsplanung', () => budget],
    ['a part of a compound', 'Fest Straße', () => mentors],
    ['the masculine form for the feminine', 'Mentor', () => mentors],
    ['a gender sign', 'Mentor:innen', () => mentors],
    ['a word without its hyphen', 'Emailverteiler', () => mails],
    ['a word with a hyphen', 'E-Mail', () => mails],
    ['a keyword that is not shown', 'Rundbrief', () => mails],
    ['a question in a sentence', 'Wie kann ich den Haushalt planen?', () => budget],
  ])('finds by %s', async (_what, text, expected) => {
    expect((await idsOf(text))[0]).toBe(expected().id);
  });

  it('ranks a match in the title before one in the text', async () => {
    const answer = await idsOf('Zweck Rücklagen');
    expect(answer[0]).toBe(reserves.id);
  });

  it('finds nothing outside the audiences and counts nothing there', async () => {
    expect(await search('Quitten')).toMatchObject({ hits: [], totalCount: 0, correctedText: null, facets: { kinds: [], spaceIds: [] } });
    expect(await idsOf('Quitten', { audiences: [AUDIENCE_EVERYONE, spaceB] })).toEqual([secret.id]);
    expect((await search('Rücklagen')).totalCount).toBe(1);
    expect((await search('Rücklagen', { audiences: [AUDIENCE_EVERYONE, spaceB] })).totalCount).toBe(2);
  });

  it('finds nothing without any audience', async () => {
    expect(await search('Rücklagen', { audiences: [] })).toMatchObject({ hits: [], totalCount: 0 });
  });

  it('finds an exact phrase only where it stands like that', async () => {
    expect(await idsOf('"runden Tisch"')).toEqual([mentors.id]);
    expect(await idsOf('"Tisch runden"')).toEqual([]);
  });

  it('leaves out what holds an excluded word', async () => {
    expect(await idsOf('Rücklagen Haushalt', { audiences: [spaceB, AUDIENCE_EVERYONE] })).toContain(secret.id);
    expect(await idsOf('Rücklagen Haushalt -Quitten', { audiences: [spaceB, AUDIENCE_EVERYONE] })).not.toContain(secret.id);
  });

  it('filters by kind, space, topic, author and time', async () => {
    expect(await idsOf('Frauke', { filters: { kinds: ['tip'] } })).toEqual([]);
    expect(await idsOf('Frauke', { filters: { kinds: ['person'] } })).toEqual([person.id]);
    expect(await idsOf('Rücklagen', { filters: { spaceIds: [spaceB] } })).toEqual([]);
    expect(await idsOf('Haushalt', { filters: { topicIds: [topic] } })).toEqual([budget.id]);
    expect(await idsOf('Rücklagen', { filters: { authorIds: [bert] } })).toEqual([reserves.id]);
    expect(await idsOf('Rücklagen', { filters: { since: new Date('2026-05-01') } })).toEqual([reserves.id]);
    expect(await idsOf('Rücklagen', { filters: { until: new Date('2026-05-01') } })).toEqual([]);
  });

  it('counts each facet without its own filter and with the others', async () => {
    const request = { audiences: [AUDIENCE_EVERYONE, spaceB], filters: { spaceIds: [spaceA] } };
    const { facets, totalCount } = await search('Rücklagen Haushalt', request);
    expect(totalCount).toBe(2);
    expect(new Map(facets.spaceIds.map(({ value, count }) => [value, count]))).toEqual(new Map([[spaceA, 2], [spaceB, 1]]));
    expect(new Map(facets.authorIds.map(({ value, count }) => [value, count]))).toEqual(new Map([[anna, 1], [bert, 1]]));
    expect(facets.kinds).toEqual([{ value: 'tip', count: 2 }]);
  });

  it('counts periods of time without the filter of time, with the others', async () => {
    const periods = [
      { value: 'spring', since: new Date('2026-03-01T00:00:00Z'), until: new Date('2026-05-31T23:59:59Z') },
      { value: 'summer', since: new Date('2026-06-01T00:00:00Z') },
      { value: 'winter', until: new Date('2026-02-01T00:00:00Z') },
    ];
    const whole = [{ value: 'spring', count: 1 }, { value: 'summer', count: 1 }];
    expect((await search('Rücklagen Haushalt', { periods })).facets.periods).toEqual(whole);
    expect((await search('Rücklagen Haushalt', { periods, filters: { since: new Date('2026-06-01T00:00:00Z') } })).facets.periods).toEqual(whole);
    expect((await search('Rücklagen Haushalt', { periods, filters: { authorIds: [anna] } })).facets.periods).toEqual([{ value: 'spring', count: 1 }]);
    expect((await search('Rücklagen Haushalt')).facets.periods).toEqual([]);
  });

  it('pages without gaps or doubles', async () => {
    const request = { audiences: [AUDIENCE_EVERYONE, spaceB] };
    const whole = await idsOf('Rücklagen Haushalt', request);
    const first = await idsOf('Rücklagen Haushalt', { ...request, first: 2 });
    const second = await idsOf('Rücklagen Haushalt', { ...request, first: 2, offset: 2 });
    expect(whole).toHaveLength(3);
    expect([...first, ...second]).toEqual(whole);
  });

  it('says how a misspelt question was read', async () => {
    expect((await search('Rücklgaen bilden')).correctedText).toBe('Rücklagen bilden');
    expect((await search('Rücklagen bilden')).correctedText).toBeNull();
    expect(await search('Rücklgaen', { isExact: true })).toMatchObject({ hits: [], totalCount: 0, correctedText: null });
    expect(await idsOf('Rücklage', { isExact: true })).toEqual([reserves.id]);
  });

  it('names a compound that no text has, mended, as its parts are spelt', async () => {
    const parts = [aDocument({ title: 'Straßen im Ort', body: 'Der Zuwachs.' }), aDocument({ title: 'Beleuchtung', body: 'Überall gleich.' })];
    await engine.index(parts);
    expect((await search('Straßenbeleuchtnug')).correctedText).toBe('Straßenbeleuchtung');
    expect((await search('strasenbeleuchtung am Weg')).correctedText).toBe('Straßenbeleuchtung am Weg');
    await engine.remove(parts.map(({ id }) => id));
  });

  it('takes a German word that no text has for rare, not for misspelt', async () => {
    const near = [aDocument({ title: 'Der Motor', body: 'Ein stiff am Wasser, Sterne darüber.' }), aDocument({ title: 'Raum der Abteilung', body: 'Formen und Tore.' })];
    await engine.index(near);
    expect(await search('Moor')).toMatchObject({ hits: [], correctedText: null });
    expect(await search('Zisternen')).toMatchObject({ hits: [], correctedText: null });
    expect(await search('Wasserstoff')).toMatchObject({ correctedText: null });
    const answer = await search('Raumaufteilung');
    expect([answer.correctedText, answer.hits[0]?.id]).toEqual([null, near[1]?.id]);
    expect((await search('Motro')).correctedText).toBe('Motor');
    await engine.remove(near.map(({ id }) => id));
  });

  it('puts what texts say before keywords that nobody sees', async () => {
    const said = aDocument({ title: 'Sommerfest ohne viel Geld', body: `${'Das Sommerfest beginnt. '.repeat(3)}${'Erst der Ort, dann die Einladung, zuletzt die Musik. '.repeat(18)}` });
    const marked = aDocument({ title: 'Zaun am Spielplatz', body: 'Wer streicht ihn?', keywords: ['Sommerfest'] });
    await engine.index([said, marked]);
    expect((await idsOf('Sommerfest')).slice(0, 2)).toEqual([said.id, marked.id]);
    await engine.remove([said.id, marked.id]);
  });

  it('shows a word with its special letters where some texts have them', async () => {
    const plain = aDocument({ title: 'Fussgaenger zuerst', body: 'Fussgaenger' });
    const spelt = aDocument({ title: 'Fußgänger zuerst', body: 'FUSSGAENGER' });
    const elsewhere = aDocument({ title: 'Fussgaenger', audience: spaceB, spaceId: spaceB });
    await engine.index([plain]);
    await engine.index([spelt, elsewhere]);
    expect((await search('Fussgengär', { audiences: [AUDIENCE_EVERYONE, spaceB] })).correctedText).toBe('Fußgänger');
    await engine.remove([plain.id, spelt.id, elsewhere.id]);
  });

  it('names the stems that matched, for the excerpt', async () => {
    expect((await search('Rücklage')).matchedLexemes).toContain('rucklag');
  });

  it('answers while one types', async () => {
    expect((await idsOf('Rückl', { mode: 'typeahead' }))[0]).toBe(reserves.id);
    expect((await idsOf('neue men', { mode: 'typeahead' }))[0]).toBe(mentors.id);
  });

  it('puts titles first while one types', async () => {
    const long = aDocument({ title: 'Allerlei', body: 'Weidenruten schneiden, Weidenruten binden, Weidenruten lagern.' });
    const titled = aDocument({ title: 'Weidenruten im Garten und was man sonst noch wissen sollte', body: 'Vom Flechten.' });
    await engine.index([long, titled]);
    expect((await idsOf('Weidenr', { mode: 'typeahead' }))[0]).toBe(titled.id);
    await engine.remove([long.id, titled.id]);
  });

  it('knows synonyms it is handed', async () => {
    expect(await idsOf('Etat')).toEqual([]);
    expect((await idsOf('Etat', { synonyms: [['Etat', 'Haushalt', 'Budget']] }))[0]).toBe(budget.id);
  });

  it('lets what is overdue sink', async () => {
    const fresh = aDocument({ title: 'Obstwiese pflegen', body: 'Schnitt im Winter' });
    const overdue = aDocument({ title: 'Obstwiese pflegen', body: 'Schnitt im Winter', standing: 0.7 });
    await engine.index([overdue, fresh]);
    expect(await idsOf('Obstwiese')).toEqual([fresh.id, overdue.id]);
    await engine.remove([overdue.id, fresh.id]);
    expect(await idsOf('Obstwiese')).toEqual([]);
  });

  it('replaces a document that is sent again, and changes nothing when it is the same', async () => {
    const before = await search('Rücklagen Haushalt');
    await engine.index([reserves, budget]);
    expect(await search('Rücklagen Haushalt')).toEqual(before);
    await engine.index([{ ...mails, title: 'Fahrtenbuch führen', body: 'Kilometer' }]);
    expect(await idsOf('Newsletter')).toEqual([]);
    expect(await idsOf('Fahrtenbuch')).toEqual([mails.id]);
    await engine.index([mails]);
    expect(await idsOf('Fahrtenbuch')).toEqual([]);
  });

  it('follows a document into another audience', async () => {
    await engine.index([{ ...budget, audience: spaceB }]);
    expect(await idsOf('Haushalt planen')).toEqual([]);
    await engine.index([budget]);
    expect(await idsOf('Haushalt planen')).toEqual([budget.id]);
  });

  it.each([
    ['ten thousand words', 'Rücklage Verein '.repeat(5_000)],
    ['a null byte', 'Rück\u0000lagen'],
    ['a lone surrogate', 'Rücklagen \uD800'],
    ['wildcards', '% _ * ? Rücklagen%'],
    ['quotes', '\'";-- "'],
    ['operators', '& | ! <-> ( ) :* -- -" Rücklagen'],
    ['a backslash', 'Rück\\lagen \\\' $q$ $1'],
    ['only function words', 'was ist das und wie'],
    ['nothing', '   '],
    ['one endless word', 'x'.repeat(100_000)],
    ['a mountain of marks', 'e\u0301'.repeat(50_000)],
  ])('is not troubled by %s', async (_what, text) => {
    const started = Date.now();
    await expect(search(text)).resolves.toMatchObject({ isTotalCapped: false });
    await expect(search(text, { mode: 'typeahead' })).resolves.toMatchObject({ isTotalCapped: false });
    expect(Date.now() - started).toBeLessThan(3_000);
  });

  it('answers from the old index while a new one is filled, then from the new one', async () => {
    const during: string[][] = [];
    async function* pages(): AsyncGenerator<readonly SearchDocument[]> {
      yield [budget, reserves];
      during.push(await idsOf('Newsletter'));
      await engine.index([{ ...mentors, title: 'Inzwischen geändert' }]);
      await engine.remove([person.id]);
      yield [mentors, person, mails];
      during.push(await idsOf('Quitten', { audiences: [spaceB] }));
    }
    await engine.rebuild(pages());
    expect(during).toEqual([[mails.id], [secret.id]]);
    expect(await idsOf('Quitten', { audiences: [spaceB] })).toEqual([]);
    expect(await idsOf('Inzwischen')).toEqual([mentors.id]);
    expect(await idsOf('Frauke')).toEqual([]);
    expect(await idsOf('Rücklagen')).toEqual([reserves.id]);
    await engine.rebuild((async function* () { yield all; })());
    expect((await engine.health()).documentCount).toBe(all.length);
  }, 30_000);
}
