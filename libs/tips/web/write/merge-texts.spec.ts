import { mergedText, mergeTexts } from './merge-texts.js';

const base = 'Eins.\n\nZwei.\n\nDrei.\n\nVier.';

describe('two texts written from the same one', () => {
  it('come together by themselves where different paragraphs were changed', () => {
    const passages = mergeTexts(base, 'Eins, genauer.\n\nZwei.\n\nDrei.\n\nVier.', 'Eins.\n\nZwei.\n\nDrei.\n\nVier, länger.');
    expect(passages.every((passage) => passage.kind === 'settled')).toBe(true);
    expect(mergedText(passages, [])).toBe('Eins, genauer.\n\nZwei.\n\nDrei.\n\nVier, länger.');
  });

  it('leave open what both changed, and both can be kept', () => {
    const passages = mergeTexts(base, 'Eins.\n\nZwei von mir.\n\nDrei.\n\nVier.', 'Eins.\n\nZwei von dort.\n\nDrei.\n\nVier.');
    const open = passages.filter((passage) => passage.kind === 'open');
    expect(open).toHaveLength(1);
    expect(open[0]).toMatchObject({ mine: expect.stringContaining('Zwei von mir.'), theirs: expect.stringContaining('Zwei von dort.') });
    expect(mergedText(passages, ['mine'])).toBe('Eins.\n\nZwei von mir.\n\nDrei.\n\nVier.');
    expect(mergedText(passages, ['theirs'])).toBe('Eins.\n\nZwei von dort.\n\nDrei.\n\nVier.');
    expect(mergedText(passages, ['both'])).toBe('Eins.\n\nZwei von mir.\n\nZwei von dort.\n\nDrei.\n\nVier.');
  });

  it('keep both additions at the same place until somebody decides', () => {
    const passages = mergeTexts(base, `${base}\n\nFünf von mir.`, `${base}\n\nFünf von dort.`);
    expect(mergedText(passages, ['both'])).toContain('Fünf von mir.\n\nFünf von dort.');
    expect(passages.filter((passage) => passage.kind === 'open')).toHaveLength(1);
  });

  it('do not ask where both did the same', () => {
    const same = 'Eins.\n\nNeu.\n\nDrei.\n\nVier.';
    expect(mergeTexts(base, same, same).every((passage) => passage.kind === 'settled')).toBe(true);
  });

  it('do not lose a paragraph that one deleted while the other rewrote it', () => {
    const passages = mergeTexts(base, 'Eins.\n\nDrei.\n\nVier.', 'Eins.\n\nZwei, neu.\n\nDrei.\n\nVier.');
    expect(passages.filter((passage) => passage.kind === 'open')).toHaveLength(1);
    expect(mergedText(passages, ['theirs'])).toContain('Zwei, neu.');
    expect(mergedText(passages, ['mine'])).toBe('Eins.\n\nDrei.\n\nVier.');
  });

  it('start from nothing as well', () => {
    expect(mergedText(mergeTexts('', 'Meins.', 'Deins.'), ['both'])).toBe('Meins.\n\nDeins.');
  });

  it('never lose a word of either side when everything is kept', () => {
    const words = ['a', 'b', 'c', 'd', 'e', 'f'];
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    const someText = (side: string) => Array.from({ length: random(7) }, () => `${random(3) === 0 ? side : ''}${words[random(6)]}`).join('\n\n');
    for (let round = 0; round < 500; round += 1) {
      const [start, mine, theirs] = [someText(''), someText('m'), someText('t')];
      const merged = mergedText(mergeTexts(start, mine, theirs), Array.from({ length: 9 }, () => 'both' as const));
      for (const own of [...mine.split('\n\n'), ...theirs.split('\n\n')].filter((word) => word.length === 2)) expect(merged.split('\n\n')).toContain(own);
    }
  });
});
