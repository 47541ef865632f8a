import { SEED_WORDS } from './seed-words.js';

describe('the seed vocabulary', () => {
  test('is large enough for the cold start of a community', () => {
    expect(SEED_WORDS.length).toBeGreaterThanOrEqual(4000);
  });

  test('holds every word once', () => {
    const repeated = SEED_WORDS.filter((word, position) => SEED_WORDS.indexOf(word) !== position);
    expect(repeated).toEqual([]);
  });

  test('holds only lower-case German letters, and nothing shorter than three of them', () => {
    expect(SEED_WORDS.filter((word) => !/^[a-zäöüßé]{3,}$/.test(word))).toEqual([]);
  });

  test('names the words municipal compounds are made of', () => {
    const words = new Set(SEED_WORDS);
    const expected = ['bau', 'fahr', 'wohn', 'heiz', 'lade', 'förder', 'klima', 'wärme', 'rat', 'amt', 'rad', 'tag', 'haushalt', 'straße'];
    expect(expected.filter((word) => !words.has(word))).toEqual([]);
  });
});
