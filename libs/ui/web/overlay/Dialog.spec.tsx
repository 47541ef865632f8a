import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { renderInPage } from '../testing/index.js';
import { ConfirmDialog } from './Dialog.js';

function Example({ onConfirm }: { readonly onConfirm: () => Promise<unknown> }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>Austreten</button>
      <ConfirmDialog isOpen={isOpen} onClose={() => setOpen(false)} title="Den Raum verlassen?" confirmLabel="Verlassen" onConfirm={onConfirm}>
        Danach sehen Sie die Beiträge nicht mehr.
      </ConfirmDialog>
    </>
  );
}

const open = async (onConfirm: () => Promise<unknown>) => {
  await renderInPage(<Example onConfirm={onConfirm} />);
  await userEvent.click(screen.getByRole('button', { name: 'Austreten' }));
};

describe('a question before something serious', () => {
  it('has its title for a name and gives the focus back when it closes', async () => {
    await open(jest.fn());
    expect(screen.getByRole('dialog', { name: 'Den Raum verlassen?' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Abbrechen' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Austreten');
  });

  it('closes once it is done', async () => {
    const onConfirm = jest.fn().mockResolvedValue(undefined);
    await open(onConfirm);
    await userEvent.click(screen.getByRole('button', { name: 'Verlassen' }));
    expect(onConfirm).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stays and says why when it did not work', async () => {
    await open(jest.fn().mockRejectedValue(new TypeError('Failed to fetch')));
    await userEvent.click(screen.getByRole('button', { name: 'Verlassen' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Der Server antwortet gerade nicht');
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});
