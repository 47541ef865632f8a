import { formatText } from './format-text.js';

const formal = { locale: 'de', address: 'sie' } as const;
const informal = { locale: 'de', address: 'du' } as const;

describe('a text', () => {
  it('fills its placeholders', () => {
    expect(formatText('Sichtbar für {name}', { name: 'alle' }, formal)).toBe('Sichtbar für alle');
  });

  it('shows a placeholder nobody filled', () => {
    expect(formatText('Hallo {name}', {}, formal)).toBe('Hallo {name}');
  });

  it('does not fill placeholders that a value brought along', () => {
    expect(formatText('{a}', { a: '{b}', b: 'geheim' }, formal)).toBe('{b}');
  });

  it.each([
    [0, '0 Beiträge'],
    [1, '1 Beitrag'],
    [2, '2 Beiträge'],
    [1234, '1.234 Beiträge'],
  ])('counts %d in German', (count, sentence) => {
    expect(formatText({ one: '{count} Beitrag', other: '{count} Beiträge' }, { count }, formal)).toBe(sentence);
  });

  it('has an own sentence for none where one is written', () => {
    expect(formatText({ zero: 'Noch nichts', one: 'eins', other: 'viele' }, { count: 0 }, formal)).toBe('Noch nichts');
  });

  it('addresses people as the operator wishes', () => {
    const text = { sie: 'Melden Sie sich an', du: 'Melde dich an' };
    expect(formatText(text, {}, formal)).toBe('Melden Sie sich an');
    expect(formatText(text, {}, informal)).toBe('Melde dich an');
  });

  it('counts inside the form of address', () => {
    const text = { sie: { one: 'Ihr Entwurf', other: 'Ihre {count} Entwürfe' }, du: { one: 'Dein Entwurf', other: 'Deine {count} Entwürfe' } };
    expect(formatText(text, { count: 3 }, informal)).toBe('Deine 3 Entwürfe');
  });

  it('writes numbers as the language does', () => {
    expect(formatText('{size}', { size: 12.5 }, { locale: 'en', address: 'sie' })).toBe('12.5');
  });
});
