import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useEffect, useState, type ReactNode } from 'react';
import { RadioGroup } from '../field/Choices.js';
import { TextField } from '../field/TextField.js';
import { Skeleton } from '../state/State.js';
import { renderInPage } from '../testing/index.js';
import { ConfirmDialog, Dialog } from './Dialog.js';

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

describe('where the keyboard begins in a dialog', () => {
  const showDialog = async (children: ReactNode) => {
    await renderInPage(<Dialog isOpen onClose={jest.fn()} title="Melden">{children}</Dialog>);
    return screen.getByRole('dialog');
  };
  const field = (label: string) => <TextField label={label} help="In einem Satz." value="" onChange={jest.fn()} />;

  it('is the first field; a short text before it describes the dialog', async () => {
    const dialog = await showDialog(<><p>Die Moderation liest es.</p>{field('Grund')}{field('Ort')}</>);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Grund' }));
    const described = (dialog.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.querySelector(`[id="${id}"]`)?.textContent);
    expect(described).toEqual(['Die Moderation liest es.']);
  });

  it('is the choice that holds where it begins with several', async () => {
    const choices = [{ value: 'hide', label: 'Ausblenden' }, { value: 'keep', label: 'Stehen lassen' }];
    await showDialog(<RadioGroup label="Entscheidung" name="decision" value="keep" onChange={jest.fn()} choices={choices} />);
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Stehen lassen' }));
  });

  it('is the title where much is to be read first, or where there is nothing to fill in', async () => {
    await showDialog(<><p>{'Das sehen danach mehr Personen als bisher. '.repeat(10)}</p>{field('Grund')}</>);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Melden' }));
    cleanup();
    await showDialog(<p>Nur zum Lesen.</p>);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Melden' }));
  });

  it('follows to a field that came later, unless somebody went on meanwhile', async () => {
    const page = (content: ReactNode) => <Dialog isOpen onClose={jest.fn()} title="Melden">{content}</Dialog>;
    function Later({ goesOn }: { readonly goesOn: boolean }) {
      const [isThere, setThere] = useState(false);
      useEffect(() => {
        const timer = setTimeout(() => {
          if (goesOn) screen.getByRole('button', { name: 'Schließen' }).focus();
          setThere(true);
        });
        return () => clearTimeout(timer);
      }, [goesOn]);
      return page(isThere ? field('Grund') : <Skeleton lines={2} />);
    }
    const { unmount } = await renderInPage(<Later goesOn={false} />);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Melden' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox')));
    unmount();
    await renderInPage(<Later goesOn />);
    await screen.findByRole('textbox');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Schließen' }));
  });

  it('is what changes nothing in a question before something serious', async () => {
    await open(jest.fn());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Abbrechen' }));
  });
});
