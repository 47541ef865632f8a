import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { LocaleProvider } from '#platform/web';
import { textTexts } from '../text-texts.js';
import { RenderedText } from './RenderedText.js';
import { WordDiff } from './WordDiff.js';

beforeAll(() => textTexts.load('de'));

const shown = (children: ReactNode) =>
  act(async () =>
    render(
      <LocaleProvider initial={{ locale: 'de', address: 'sie' }}>
        <Suspense>{children}</Suspense>
      </LocaleProvider>,
    ),
  );

describe('a rendered text', () => {
  const outline = [
    { level: 2, id: 't-a', text: 'A' },
    { level: 3, id: 't-b', text: 'B' },
    { level: 4, id: 't-c', text: 'C' },
  ];

  test('shows its HTML and a table of contents of two levels', async () => {
    await shown(<RenderedText html='<h2 id="t-a">A</h2><p>Text</p>' outline={outline} />);
    expect(screen.getByRole('heading', { level: 2, name: 'A' })).toBeTruthy();
    expect(screen.getByRole('navigation', { name: 'Inhalt' }).textContent).toBe('InhaltAB');
    expect(screen.getByRole('link', { name: 'B' }).getAttribute('href')).toBe('#t-b');
  });

  test('needs no table of contents for two headings', async () => {
    await shown(<RenderedText html="<p>Text</p>" outline={outline.slice(0, 2)} />);
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});

describe('a comparison', () => {
  test('marks changes for eyes and ears', async () => {
    const view = await shown(<WordDiff segments={[{ kind: 'same', text: 'Im ' }, { kind: 'removed', text: 'März' }, { kind: 'added', text: 'April' }]} />);
    expect(view.container.querySelector('del')?.textContent).toBe('Entfernt: März Ende der Änderung.');
    expect(view.container.querySelector('ins')?.textContent).toBe('Hinzugefügt: April Ende der Änderung.');
  });

  test('leaves out what did not change, and says how much', async () => {
    const long = Array.from({ length: 20 }, (_, index) => `Absatz ${index}\n\n`).join('');
    const view = await shown(<WordDiff segments={[{ kind: 'added', text: 'neu\n' }, { kind: 'same', text: long }, { kind: 'removed', text: 'alt' }]} />);
    expect(view.container.textContent).toContain('16 unveränderte Absätze');
    expect(view.container.textContent).toContain('Absatz 1');
    expect(view.container.textContent).not.toContain('Absatz 10');
  });

  test('says when both versions are the same', async () => {
    await shown(<WordDiff segments={[{ kind: 'same', text: 'x' }]} />);
    expect(screen.getByText('Die beiden Fassungen sind gleich.')).toBeTruthy();
  });
});
