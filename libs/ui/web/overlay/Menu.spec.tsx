import { act, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInPage } from '../testing/index.js';
import { Menu } from './Menu.js';

const open = async (onSelect = jest.fn()) => {
  await renderInPage(
    <Menu entries={[{ label: 'Bearbeiten', onSelect }, { kind: 'line' }, { kind: 'link', label: 'Verlauf', to: '/verlauf' }, { label: 'Zurückziehen', onSelect: jest.fn() }]}>
      {(props) => (
        <button type="button" {...props}>
          Mehr
        </button>
      )}
    </Menu>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Mehr' }));
  return onSelect;
};
const focused = () => document.activeElement?.textContent;

describe('a menu', () => {
  it('begins at its first entry and walks in a circle', async () => {
    await open();
    expect(focused()).toBe('Bearbeiten');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('Verlauf');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('Bearbeiten');
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toBe('Zurückziehen');
  });

  it('jumps to an entry by its first letter', async () => {
    await open();
    await userEvent.keyboard('z');
    expect(focused()).toBe('Zurückziehen');
  });

  it('closes with Escape and gives the focus back', async () => {
    await open();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(focused()).toBe('Mehr');
  });

  it('does what was chosen, once', async () => {
    const onSelect = await open();
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('closes when one presses elsewhere', async () => {
    await open();
    await userEvent.click(document.body);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  const buttonAt = (box: Partial<DOMRect>) => jest.spyOn(screen.getByRole('button', { name: 'Mehr' }), 'getBoundingClientRect').mockReturnValue({ ...new DOMRect(10, 100, 80, 40).toJSON(), ...box } as DOMRect);

  it('goes along with its button, and closes once that is scrolled out of sight', async () => {
    await open();
    buttonAt({ top: 100, bottom: 140, width: 80 });
    fireEvent.scroll(document);
    expect(screen.getByRole('menu')).toBeTruthy();
    buttonAt({ top: -60, bottom: -20, width: 80 });
    fireEvent.scroll(document);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(focused()).toBe('Mehr');
  });

  it('brings its button back into sight where the screen is turned', async () => {
    await open();
    const box = buttonAt({ top: 900, bottom: 940, width: 80 });
    const brought = jest.fn(() => box.mockReturnValue({ ...new DOMRect(10, 100, 80, 40).toJSON() } as DOMRect));
    screen.getByRole('button', { name: 'Mehr' }).scrollIntoView = brought;
    fireEvent(window, new Event('resize'));
    expect(brought).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('menu')).toBeTruthy();
    jest.restoreAllMocks();
  });

  it('does not stay behind when its button is taken from the page, or when the page takes the keyboard elsewhere', async () => {
    await open();
    buttonAt({ top: 0, bottom: 0, width: 0 });
    fireEvent.scroll(document);
    expect(screen.queryByRole('menu')).toBeNull();
    jest.restoreAllMocks();
    await userEvent.click(screen.getByRole('button', { name: 'Mehr' }));
    const elsewhere = document.body.appendChild(document.createElement('button'));
    act(() => elsewhere.focus());
    expect(screen.queryByRole('menu')).toBeNull();
    elsewhere.remove();
  });

  it('tells screen readers whether it is open', async () => {
    await open();
    expect(screen.getByRole('button', { name: 'Mehr' }).getAttribute('aria-expanded')).toBe('true');
  });
});
