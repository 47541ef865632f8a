import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInPage } from '../testing/index.js';
import { Queue, QueueItem } from './Queue.js';

const lines = ['a', 'b', 'c'].map((id) => ({ id, title: `Fall ${id}`, note: 'heute' }));

async function show(currentId: string): Promise<jest.Mock> {
  const onShow = jest.fn();
  await renderInPage(
    <Queue lines={lines} currentId={currentId} onShow={onShow} label="Alle Fälle" previousLabel="Voriger" nextLabel="Nächster" position={(number) => `${number} von 3`} total={3} hasMore={false} isBusy={false} onMore={jest.fn()}>
      <QueueItem headingId="h"><h2 id="h" tabIndex={-1}>Fall {currentId}</h2></QueueItem>
    </Queue>,
  );
  return onShow;
}

describe('one at a time with the others beside it', () => {
  it('says which one it is and leads to the others', async () => {
    const onShow = await show('b');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Fall b' }));
    expect(screen.getByText('2 von 3')).toBeTruthy();
    expect(within(screen.getByRole('navigation', { name: 'Alle Fälle' })).getByRole('button', { current: true }).textContent).toContain('Fall b');
    await userEvent.click(screen.getByRole('button', { name: 'Voriger' }));
    await userEvent.click(screen.getByRole('button', { name: 'Nächster' }));
    await userEvent.click(screen.getByRole('button', { name: /Fall a/ }));
    expect(onShow.mock.calls).toEqual([['a'], ['c'], ['a']]);
  });

  it('goes nowhere beyond the ends, and knows no place of one that is not in the list', async () => {
    const onShow = await show('c');
    await userEvent.click(screen.getByRole('button', { name: 'Nächster' }));
    expect(onShow).not.toHaveBeenCalled();
    cleanup();
    await show('elsewhere');
    expect(screen.queryByRole('button', { name: 'Nächster' })).toBeNull();
  });

  it('is shown from its beginning where it takes the place of one that was read to its end', async () => {
    const place = jest.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ top: -600 } as DOMRect);
    const shown = jest.spyOn(Element.prototype, 'scrollIntoView');
    await show('a');
    expect(shown.mock.contexts).toEqual([screen.getByRole('article')]);
    place.mockRestore();
    shown.mockClear();
    cleanup();
    await show('a');
    expect(shown).not.toHaveBeenCalled();
    shown.mockRestore();
  });
});
