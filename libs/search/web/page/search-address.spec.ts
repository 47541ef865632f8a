import { filtersOf, isNarrowed, readAddress, writeAddress } from './search-address.js';

const read = (query: string) => readAddress(new URLSearchParams(query));

describe('the address of a search', () => {
  it('that asks for the words as typed is not narrowed', () => {
    expect(isNarrowed(read('q=Haushlat&genau=ja'))).toBe(false);
    expect(read('q=Haushlat&genau=ja').isExact).toBe(true);
    expect(read('q=Haushlat').isExact).toBe(false);
  });

  it('says the question alone where nothing is narrowed', () => {
    expect(writeAddress(read('q=Haushalt+planen'))).toBe('/suche?q=Haushalt+planen');
    expect(isNarrowed(read('q=Haushalt'))).toBe(false);
  });

  it('comes back the same', () => {
    const query = 'q=R%C3%BCcklagen&art=tip&raum=a&thema=b&von=c&zeit=jahr&genau=ja';
    expect(writeAddress(read(query))).toBe(`/suche?${query}`);
    expect(isNarrowed(read(query))).toBe(true);
  });

  it('leaves out what it does not know', () => {
    expect(read('q=x&zeit=gestern&art=')).toMatchObject({ time: 'any', kind: null });
  });

  it('asks for whole days', () => {
    const noon = new Date(2026, 5, 30, 12);
    const evening = new Date(2026, 5, 30, 23);
    expect(filtersOf(read('q=x&zeit=monat'), noon)).toEqual(filtersOf(read('q=x&zeit=monat'), evening));
    expect(filtersOf(read('q=x&zeit=monat'), noon).since).toBe(new Date(2026, 4, 31).toISOString());
  });
});
