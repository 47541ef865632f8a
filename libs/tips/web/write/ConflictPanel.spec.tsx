import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { LocaleProvider, platformTexts, ViewerFixed } from '#platform/web';
import { uiTexts } from '#ui/web';
import { ConflictPanel } from './ConflictPanel.js';
import { emptyDraft, type DraftText, type StoredDraft } from './draft.js';
import { writingTexts } from './writing-texts.js';

const base: DraftText = { ...emptyDraft, title: 'Wie beginnt man?', body: 'Eins.\n\nZwei.' };
const stored = (text: Partial<DraftText>, part: Partial<StoredDraft> = {}): StoredDraft => ({
  text: { ...base, ...text }, version: 4, revision: 0, savedAt: '2026-11-22T10:00:00Z', savedBy: { accountId: 'kim', name: 'Kim Berg' }, ...part,
});

function show(mine: Partial<DraftText>, theirs: StoredDraft, onSettle = jest.fn()) {
  render(
    <MemoryRouter>
      <LocaleProvider initial={{ locale: 'de', address: 'du' }}>
        <ViewerFixed viewer={{ accountId: 'me', standing: 'approved' }}>
          <ConflictPanel base={base} mine={{ ...base, ...mine }} theirs={theirs} onSettle={onSettle} />
        </ViewerFixed>
      </LocaleProvider>
    </MemoryRouter>,
  );
  return onSettle;
}

describe('two versions of one draft on the screen', () => {
  beforeEach(() => jest.spyOn(window, 'scrollTo').mockImplementation(() => undefined));
  beforeAll(() => Promise.all([writingTexts, uiTexts, platformTexts].map((texts) => texts.load('de'))));

  it('stand side by side with their writers, and the heading has the focus', () => {
    show({ body: 'Eins von mir.\n\nZwei.' }, stored({ body: 'Eins von dort.\n\nZwei.' }));
    expect(document.activeElement?.textContent).toBe('Es gibt zwei Fassungen');
    expect(screen.getByRole('heading', { name: 'Deine Fassung' }).parentElement?.textContent).toContain('Eins von mir.');
    expect(screen.getByRole('heading', { name: 'Fassung von Kim Berg' }).parentElement?.textContent).toContain('Eins von dort.');
  });

  it('both stay when one goes on without deciding anything', async () => {
    const onSettle = show({ body: 'Eins von mir.\n\nZwei.' }, stored({ body: 'Eins von dort.\n\nZwei.' }));
    await userEvent.click(screen.getByRole('button', { name: 'So weiterschreiben' }));
    expect(onSettle).toHaveBeenCalledWith(expect.objectContaining({ body: 'Eins von mir.\n\nEins von dort.\n\nZwei.' }));
  });

  it('are decided place by place, a title only for one of the two', async () => {
    const onSettle = show({ title: 'Mein Titel', body: 'Eins von mir.\n\nZwei.' }, stored({ title: 'Kims Titel', body: 'Eins von dort.\n\nZwei.' }));
    const [title, body] = screen.getAllByRole('radiogroup');
    if (title === undefined || body === undefined) throw new Error('two places expected');
    expect(within(title).queryByRole('radio', { name: 'Beide, untereinander' })).toBeNull();
    await userEvent.click(within(title).getByRole('radio', { name: 'Die andere Fassung' }));
    await userEvent.click(within(body).getByRole('radio', { name: 'Deine Fassung' }));
    await userEvent.click(screen.getByRole('button', { name: 'So weiterschreiben' }));
    expect(onSettle).toHaveBeenCalledWith(expect.objectContaining({ title: 'Kims Titel', body: 'Eins von mir.\n\nZwei.' }));
  });

  it('say that it was oneself, on another device', () => {
    show({ body: 'Eins von mir.\n\nZwei.' }, stored({ body: 'Eins von dort.\n\nZwei.' }, { savedBy: { accountId: 'me', name: 'Ich' } }));
    expect(screen.getByRole('heading', { name: 'Fassung vom anderen Gerät' })).toBeTruthy();
  });
});
