import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInPage } from '../testing/index.js';
import { ShortcutList } from './ShortcutList.js';
import { switchShortcuts, useShortcuts } from './shortcuts.js';

function Page({ next, open }: { readonly next: () => void; readonly open: () => void }) {
  useShortcuts([{ key: 'j', label: 'Nächster Beitrag', run: next }, { key: 'Enter', label: 'Öffnen', run: open }]);
  return (
    <>
      <ShortcutList />
      <textarea aria-label="Text" />
    </>
  );
}

async function page() {
  const acts = { next: jest.fn(), open: jest.fn() };
  await renderInPage(<Page {...acts} />);
  return acts;
}

describe('single keys', () => {
  afterEach(() => act(() => switchShortcuts(true)));

  it('do what they are there for', async () => {
    const { next } = await page();
    await userEvent.keyboard('j');
    expect(next).toHaveBeenCalledTimes(1);
  });

  it('rest while somebody types', async () => {
    const { next } = await page();
    await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), 'jj');
    expect(next).not.toHaveBeenCalled();
  });

  it('leave Ctrl and Alt to the browser', async () => {
    const { next } = await page();
    await userEvent.keyboard('{Control>}j{/Control}{Alt>}j{/Alt}');
    expect(next).not.toHaveBeenCalled();
  });

  it('leave Enter to the button that has the focus', async () => {
    const { open } = await page();
    screen.getByRole('button', { name: 'Tastenkürzel' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(open).not.toHaveBeenCalled();
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('are listed behind the question mark', async () => {
    await page();
    await userEvent.keyboard('?');
    expect(screen.getByRole('dialog').textContent).toContain('Nächster Beitrag');
  });

  it('can be switched off, and on again without any of them', async () => {
    const { next } = await page();
    await userEvent.click(screen.getByRole('button', { name: 'Tastenkürzel' }));
    await userEvent.click(screen.getByRole('checkbox', { name: /Tastenkürzel verwenden/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Schließen' }));
    await userEvent.keyboard('j?');
    expect(next).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Tastenkürzel' }));
    await userEvent.click(screen.getByRole('checkbox', { name: /Tastenkürzel verwenden/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Schließen' }));
    await userEvent.keyboard('j');
    expect(next).toHaveBeenCalledTimes(1);
  });
});
