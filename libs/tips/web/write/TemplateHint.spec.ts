import { isTemplateUsed, withTemplate } from './TemplateHint.js';

const sections = [{ title: 'Ausgangslage', help: '' }, { title: 'Vorgehen', help: 'Schritt für Schritt' }];

describe('the outline of a space', () => {
  it('goes under what is already written', () => {
    expect(withTemplate('Schon ein Satz.\n', sections)).toBe('Schon ein Satz.\n\n## Ausgangslage\n\n## Vorgehen');
    expect(withTemplate('', sections)).toBe('## Ausgangslage\n\n## Vorgehen');
  });

  it('is no longer offered once one of its headings is there, at any level', () => {
    expect(isTemplateUsed('### vorgehen\n\nErst das.', sections)).toBe(true);
    expect(isTemplateUsed('Vorgehen ist hier nur ein Wort.', sections)).toBe(false);
  });
});
