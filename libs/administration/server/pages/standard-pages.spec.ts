import { openPlaceholders } from './standard-page.js';
import { STANDARD_PAGES } from './standard-pages.js';

const headingLevels = (body: string): readonly string[] => [...body.matchAll(/^(#+) /gm)].map((match) => match[1] ?? '');

describe('the pages every installation starts with', () => {
  test('are the four the law and the community need', () => {
    expect(STANDARD_PAGES.map((page) => page.slug)).toEqual(['impressum', 'datenschutz', 'barrierefreiheit', 'hausregeln']);
  });

  test.each(STANDARD_PAGES.map((page) => [page.slug, page] as const))('%s says the same in both languages', (_slug, page) => {
    expect(headingLevels(page.en.body)).toEqual(headingLevels(page.de.body));
    expect(openPlaceholders(page.en.body).length).toBe(openPlaceholders(page.de.body).length);
    expect(page.validFromOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('never state as fact what only the operator can know', () => {
    for (const page of STANDARD_PAGES) {
      expect(openPlaceholders(page.de.body).length).toBeGreaterThan(0);
    }
  });

  test('openPlaceholders names each gap once, in order', () => {
    expect(openPlaceholders('[[Ort]] und [[Name]] und [[Ort]], aber nicht [Verweis](x)')).toEqual(['Ort', 'Name']);
  });
});
