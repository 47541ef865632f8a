import { AUDIENCE_EVERYONE, type SearchRequest } from '../contract.js';
import { aDocument, aRequest } from '../engine-contract.testing.js';
import { openPostgresqlEngine } from './engine.testing.js';

const CLOSED = '0197a000-0000-7000-8000-00000000000c';
const OPEN_SPACE = '0197a000-0000-7000-8000-00000000000a';

const open = [
  ['Haushalt planen im Verein', 'Die Planung des Haushalts beginnt im Herbst.'],
  ['Rücklagen bilden', 'Rücklagen brauchen einen Zweck. Der Vorstand entscheidet.'],
  ['Festschrift zum Jubiläum', 'Texte sammeln, Bilder wählen, drucken lassen.'],
  ['Ehrenamtliche gewinnen', 'Schnuppertage und Patenschaften erleichtern den Einstieg.'],
  ['Newsletter versenden', 'Verteiler pflegen und Rückläufer löschen.'],
].map(([title = '', body], index) =>
  aDocument({ id: `0197a000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`, title, body, spaceId: OPEN_SPACE }));

/** Words that change rarity, spelling, prefixes, compounds and lengths of what outsiders ask, if anything leaks. */
const closed = Array.from({ length: 60 }, (_, index) =>
  aDocument({
    id: `0197a000-0000-7000-8000-0000000002${String(index).padStart(2, '0')}`,
    title: `Haushalt Quitte ${index}`,
    body: `Rücklagen Verteiler Quittenmus Haushaltsloch Rückstau Newsletterin Patenonkel Schnupper Tage ${'lang '.repeat(index)}`,
    audience: CLOSED,
    spaceId: CLOSED,
    authorIds: [OPEN_SPACE],
    topicIds: [OPEN_SPACE],
  }));

const questions: readonly Partial<SearchRequest>[] = [
  ...[
    'Haushalt', 'Rücklagen', 'Haushaltsplanung', 'Schnuppertage', 'Patenschaft', 'Quitten', 'Quittenmus', 'Quitte Haushalt', 'Rücklgaen',
    'Quitet', 'Haushaltsloch', 'Rück', 'Newsl', 'Wie plane ich den Haushalt?', '"Haushalt Quitte"', 'Haushalt -Quitte', 'Haushalt -Herbst', 'Festschriftquitte', 'lang', 'Verteiler pflegen',
  ].flatMap((text) => [{ text }, { text, mode: 'typeahead' as const }]),
  { text: 'Haushalt', filters: { spaceIds: [CLOSED] } },
  { text: 'Haushalt Rücklagen', filters: { authorIds: [OPEN_SPACE] } },
  { text: 'Etat', synonyms: [['Etat', 'Quitte', 'Haushalt']] },
  { text: 'Haushalt Rücklagen Verteiler', first: 1, offset: 1 },
];

describe('an outsider', () => {
  it('gets the same answers whatever a closed space holds', async () => {
    const [one, other] = await Promise.all([openPostgresqlEngine(), openPostgresqlEngine()]);
    await one.engine.index(open);
    await other.engine.index(closed.slice(0, 30));
    for (const document of open) await other.engine.index([document, ...closed.slice(30)]);
    await other.engine.remove(closed.slice(0, 5).map((document) => document.id));
    const answers = async ({ engine }: typeof one): Promise<string[]> => {
      const given: string[] = [];
      for (const question of questions) given.push(JSON.stringify(await engine.search(aRequest('', { audiences: [AUDIENCE_EVERYONE, OPEN_SPACE], ...question }))));
      return given;
    };
    await one.engine.remove(open.map((document) => document.id));
    for (const document of open) await one.engine.index([document]);
    const [plain, beside] = [await answers(one), await answers(other)];
    expect(plain.some((answer) => answer.includes('"hits":[{'))).toBe(true);
    expect(beside).toEqual(plain);

    await other.engine.rebuild((async function* () { yield [...closed, ...open]; })());
    await one.engine.rebuild((async function* () { yield open; })());
    expect(await answers(other)).toEqual(await answers(one));
    await Promise.all([one.close(), other.close()]);
  }, 60_000);

  it('would see a difference with the closed audience granted, so the comparison can fail', async () => {
    const { engine, close } = await openPostgresqlEngine();
    await engine.index([...open, ...closed]);
    const without = await engine.search(aRequest('Haushalt', { audiences: [AUDIENCE_EVERYONE] }));
    const granted = await engine.search(aRequest('Haushalt', { audiences: [AUDIENCE_EVERYONE, CLOSED] }));
    expect(granted.totalCount).toBe(without.totalCount + closed.length);
    await close();
  });
});
