import { corrections, editDistance } from './spelling.js';
import { isLastWordOpen, parseQuery } from './query-syntax.js';

describe('what was typed', () => {
  it('knows phrases and words that must not occur', () => {
    expect(parseQuery('"runder Tisch" Planung -Hamburg')).toEqual({
      text: '"runder Tisch" Planung ',
      phrases: ['runder Tisch'],
      exclusions: ['Hamburg'],
    });
    expect(parseQuery('„runder Tisch“').phrases).toEqual(['runder Tisch']);
  });

  it('does not take hyphens for exclusions', () => {
    expect(parseQuery('E-Mail 2020-2024').exclusions).toEqual([]);
  });

  it('is bounded and free of control characters', () => {
    const parsed = parseQuery(`a\u0000b ${'wort '.repeat(10_000)}`);
    expect(parsed.text.length).toBeLessThanOrEqual(1_000);
    expect(parsed.text).not.toContain('\u0000');
    expect(parseQuery('\uD800 allein').text.isWellFormed()).toBe(true);
  });

  it.each([['Haush', true], ['Haushalt ', false], ['Haushalt?', false]])('sees whether the last word of "%s" may still grow', (text, isOpen) => {
    expect(isLastWordOpen(text)).toBe(isOpen);
  });
});

describe('spelling', () => {
  it.each([['haus', 'haus', 0], ['haus', 'hauts', 1], ['haus', 'hasu', 1], ['haus', 'maus', 1], ['haus', 'has', 1], ['haus', 'hose', 3]])(
    'counts the edits between %s and %s', (one, other, expected) => {
      expect(editDistance(one, other)).toBe(expected);
    });

  it('offers the nearest words, commonest first', () => {
    const candidate = (word: string, documents: number) => ({ word, lexeme: word, shown: word, documents });
    const found = corrections('haushlat', [candidate('haushalt', 5), candidate('haushalts', 9), candidate('hausrat', 50)]);
    expect(found.map((entry) => entry.word)).toEqual(['haushalt']);
  });
});
