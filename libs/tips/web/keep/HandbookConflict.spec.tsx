import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { LocaleProvider, platformTexts } from '#platform/web';
import { uiTexts } from '#ui/web';
import { HandbookConflict, type HandbookState } from './HandbookConflict.js';
import { keepingTexts } from './keeping-texts.js';

const state = (title: string): HandbookState => ({ title, intro: '', chapters: [{ key: 'a', title: 'Ankommen', intro: '', tips: [] }] });

function show(savedBy: string | null, onTakeTheirs = jest.fn()) {
  render(
    <LocaleProvider initial={{ locale: 'de', address: 'sie' }}>
      <HandbookConflict mine={state('Mein Buch')} theirs={state('Kims Buch')} savedAt="2026-11-22T10:00:00Z" savedBy={savedBy} onTakeTheirs={onTakeTheirs} onKeepMine={jest.fn()} />
    </LocaleProvider>,
  );
  return onTakeTheirs;
}

describe('two versions of one handbook on the screen', () => {
  beforeAll(() => Promise.all([keepingTexts, uiTexts, platformTexts].map((texts) => texts.load('de'))));

  it('say who saved the other one, and when', () => {
    show('Kim Berg');
    const panel = screen.getByRole('status');
    expect(panel.textContent).toContain('Kim Berg hat gespeichert (');
    expect(panel.textContent).toContain('2026');
    expect(screen.getByText('Kims Buch')).toBeTruthy();
  });

  it('name nobody where the account is gone', () => {
    show(null);
    expect(screen.getByRole('status').textContent).toContain('Eine andere Fassung wurde gespeichert');
  });

  it('are both shown on demand, and nothing is chosen before somebody chooses', async () => {
    const onTakeTheirs = show('Kim Berg');
    await userEvent.click(screen.getByRole('button', { name: 'Beide ansehen' }));
    expect(screen.getByText('Mein Buch')).toBeTruthy();
    expect(onTakeTheirs).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Die gespeicherte übernehmen' }));
    expect(onTakeTheirs).toHaveBeenCalled();
  });
});
