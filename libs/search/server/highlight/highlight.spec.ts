import { excerpt, highlight } from './highlight.js';

const marked = (segments: readonly { readonly text: string; readonly isMatch: boolean }[]): string =>
  segments.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

describe('highlighting', () => {
  it('marks other forms of the word that was asked for', () => {
    expect(marked(highlight('Rücklagen und eine Rücklage', ['rucklag']))).toBe('[Rücklagen] und eine [Rücklage]');
  });

  it('marks compounds whose part was asked for', () => {
    expect(marked(highlight('Die Haushaltsplanung beginnt', ['haushalt']))).toBe('Die [Haushaltsplanung] beginnt');
    expect(marked(highlight('Die Haushaltsplanung beginnt', ['planung']))).toBe('Die [Haushaltsplanung] beginnt');
  });

  it('marks words with gender signs whole', () => {
    expect(marked(highlight('für Mentor:innen gedacht', ['mentor']))).toBe('für [Mentor:innen] gedacht');
  });

  it('marks what stands side by side as one', () => {
    expect(marked(highlight('Der Klima-Check für Beschlüsse', ['klima', 'check', 'klimacheck']))).toBe('Der [Klima-Check] für Beschlüsse');
  });

  it('gives text as it is, also where it looks like markup', () => {
    expect(highlight('<b>Haus</b>', ['haus'])).toEqual([
      { text: '<b>', isMatch: false },
      { text: 'Haus', isMatch: true },
      { text: '</b>', isMatch: false },
    ]);
  });

  it('cuts the passage with the most different matches out of a long text', () => {
    const text = `${'Einleitung ohne Bezug. '.repeat(40)}Hier steht der Haushalt mit der Rücklage beisammen. ${'Schluss ohne Bezug. '.repeat(40)}`;
    const cut = excerpt(text, ['haushalt', 'rucklag']);
    expect(marked(cut.segments)).toContain('[Haushalt] mit der [Rücklage]');
    expect(cut).toMatchObject({ isCutBefore: true, isCutAfter: true });
    expect(marked(cut.segments).length).toBeLessThan(300);
  });

  it('shows the beginning where nothing matched', () => {
    const cut = excerpt(`Anfang. ${'Wort '.repeat(200)}`, ['fehlt']);
    expect(marked(cut.segments)).toMatch(/^Anfang\. Wort/);
    expect(cut.isCutBefore).toBe(false);
  });

  it('keeps every character of a short text', () => {
    const text = 'Kurz, mit Rücklage & „Zeichen“.';
    expect(excerpt(text, ['rucklag']).segments.map((segment) => segment.text).join('')).toBe(text);
  });
});
