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
    expect(read('q=x&zeit=spanne&ab=gestern&bis=2026-13-01')).toMatchObject({ time: 'span', from: null, to: null });
    expect(read('q=x&zeit=jahr&ab=2026-01-01')).toMatchObject({ time: 'year', from: null });
  });

  it('carries a span of days', () => {
    const query = 'q=x&zeit=spanne&ab=2026-01-01&bis=2026-03-31';
    expect(writeAddress(read(query))).toBe(`/suche?${query}`);
    expect(isNarrowed(read('q=x&zeit=spanne'))).toBe(false);
    expect(isNarrowed(read(query))).toBe(true);
  });

  it.each([
    ['monat', 'month'],
    ['jahr', 'year'],
    ['aelter', 'older'],
  ])('leaves to the server when %s began', (name, period) => {
    expect(filtersOf(read(`q=x&zeit=${name}`))).toMatchObject({ period, since: null, until: null });
  });

  it('asks for whole days', () => {
    expect(filtersOf(read('q=x&zeit=spanne&ab=2026-05-31&bis=2026-05-31'))).toMatchObject({
      period: null,
      since: new Date(2026, 4, 31).toISOString(),
      until: new Date(2026, 4, 31, 23, 59, 59, 999).toISOString(),
    });
    expect(filtersOf(read('q=x&zeit=spanne&bis=2026-05-31'))).toMatchObject({ since: null });
  });
});
