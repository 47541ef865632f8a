import { filtersFrom, isNarrowed, searchOf, type TipFilters } from './tip-filters.js';

const usual: TipFilters = { topic: null, author: null, state: 'published', sort: 'revised' };

describe('the filters of a list of tips', () => {
  it.each<[string, TipFilters]>([
    ['', usual],
    ['thema=fussverkehr', { ...usual, topic: 'fussverkehr' }],
    ['zustand=zurueckgezogen&sortierung=titel', { ...usual, state: 'retired', sort: 'title' }],
    ['von=018f-1', { ...usual, author: '018f-1' }],
  ])('are kept in the address: %s', (address, filters) => {
    expect(filtersFrom(new URLSearchParams(address))).toEqual(filters);
    expect(searchOf(filters).toString()).toBe(address);
  });

  it('ignore words nobody knows', () => {
    expect(filtersFrom(new URLSearchParams('zustand=constructor&sortierung=x&thema='))).toEqual(usual);
  });

  it('count as narrowed only when something is left out, not when the order differs', () => {
    expect(isNarrowed({ ...usual, sort: 'title' })).toBe(false);
    expect(isNarrowed({ ...usual, topic: 'foerderung' })).toBe(true);
  });
});
