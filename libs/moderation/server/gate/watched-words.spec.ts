import { findWatchedWords, isWatchable } from './watched-words.js';

describe('watched words', () => {
  it.each([
    ['a whole word', 'Das ist Unsinn, wirklich.', ['unsinn'], ['Unsinn']],
    ['not within another word', 'Unsinniges', ['unsinn'], []],
    ['a stem with a star', 'Unsinniges und Unsinn', ['unsinn*'], ['Unsinniges', 'Unsinn']],
    ['the end of a longer word', 'Riesenunsinn, unsinnig', ['*unsinn'], ['Riesenunsinn']],
    ['within a longer word', 'SAUBLOEDES Ding, Saublödheit, blöd', ['*blöd*'], ['SAUBLOEDES', 'Saublödheit', 'blöd']],
    ['umlauts spelt out', 'Ein Gruessonkel und ein Grüßonkel', ['grüßonkel'], ['Gruessonkel', 'Grüßonkel']],
    ['a watched word without umlauts', 'GRÜẞONKEL', ['gruessonkel'], ['GRÜẞONKEL']],
    ['umlauts of two signs', 'Scho\u0308n', ['schön'], ['Scho\u0308n']],
    ['accents', 'Café', ['cafe'], ['Café']],
    ['signs without width inside', 'Un\u200bsi\u00adnn', ['unsinn'], ['Un\u200bsi\u00adnn']],
    ['several words in a row', 'Jetzt  günstig kaufen!', ['günstig kauf*'], ['günstig kaufen']],
    ['words in another order', 'kaufen günstig', ['günstig kaufen'], []],
    ['at the very end', 'nur ein Wort', ['wort'], ['Wort']],
    ['nothing in an empty list', 'Unsinn', [], []],
    ['a line of signs alone finds nothing', 'a * b', ['*', '!!'], []],
  ])('finds %s', (_name, text, words, found) => {
    expect(findWatchedWords(text, words).map(({ from, to }) => text.slice(from, to))).toEqual(found);
  });

  it.each([['Wort', true], ['Wo*', false], ['Wor*', true], ['***', false], ['*Wo', false], ['*ort', true], ['*in dem*', false], ['x', true], ['', false]])('%s can be watched: %s', (word, expected) => {
    expect(isWatchable(word)).toBe(expected);
  });

  it('stays quick with many words and a long text', () => {
    const words = Array.from({ length: 200 }, (_, at) => `wort${at}*`);
    const started = process.threadCpuUsage();
    findWatchedWords('ein ganz gewöhnlicher Satz '.repeat(4000), words);
    expect(process.threadCpuUsage(started).user).toBeLessThan(2_000_000);
  });
});
