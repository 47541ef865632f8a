import { render, screen } from '@testing-library/react';
import { LocaleProvider } from '#platform/web';
import type { SaveState } from './draft-keeper.js';
import { emptyDraft } from './draft.js';
import { SaveLine } from './SaveLine.js';
import { writingTexts } from './writing-texts.js';

const now = '2026-11-22T13:32:00Z';
const theirs = { text: emptyDraft, version: 1, revision: 0, savedAt: now, savedBy: null };

describe('the line that says where the text is', () => {
  beforeAll(() => writingTexts.load('de'));
  beforeEach(() => jest.useFakeTimers({ now: new Date(now) }));
  afterEach(() => jest.useRealTimers());

  it.each<[SaveState, string]>([
    [{ kind: 'untouched' }, 'Noch nichts geschrieben'],
    [{ kind: 'waiting' }, 'Wird gleich gespeichert'],
    [{ kind: 'saving' }, 'Wird gespeichert'],
    [{ kind: 'saved', at: now }, 'Gespeichert 14:32'],
    [{ kind: 'saved', at: '2026-11-20T13:32:00Z' }, 'Gespeichert am 20.11.2026'],
    [{ kind: 'kept', at: now }, 'Ohne Netz: hier aufgehoben 14:32'],
    [{ kind: 'refused', error: new Error('x') }, 'Noch nicht gespeichert'],
    [{ kind: 'stale', theirs }, 'Zwei Fassungen'],
  ])('%j: %s', (state, words) => {
    render(
      <LocaleProvider initial={{ locale: 'de', address: 'sie' }}>
        <SaveLine state={state} />
      </LocaleProvider>,
    );
    expect(screen.getByText(words)).toBeTruthy();
  });
});
