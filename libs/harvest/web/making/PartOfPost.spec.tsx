import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { renderInPage } from '#ui/web/testing';
import { harvestTexts } from '../harvest-texts.js';
import { PartOfPost } from './PartOfPost.js';

function Post() {
  const text = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState('');
  return (
    <>
      <div ref={text}>Am längsten hat die <strong>Abstimmung</strong> gedauert.</div>
      <p>Woanders steht anderes.</p>
      <PartOfPost text={text} part={part} onChange={setPart} />
    </>
  );
}

const select = (from: Node, to: Node): void =>
  act(() => {
    window.getSelection()?.setBaseAndExtent(from, 0, to, to.textContent?.length ?? 0);
    document.dispatchEvent(new Event('selectionchange'));
  });
const area = (): string => screen.getByRole<HTMLTextAreaElement>('textbox').value;

describe('a part of a post', () => {
  it('is what one selects in it', async () => {
    await harvestTexts.load('de');
    await renderInPage(<Post />);
    const take = screen.getByRole<HTMLButtonElement>('button', { name: 'Markierte Stelle übernehmen' });
    expect(take.disabled).toBe(true);
    const strong = screen.getByText('Abstimmung');
    select(strong.firstChild ?? strong, strong.firstChild ?? strong);
    expect(take.disabled).toBe(false);
    await userEvent.click(take);
    expect(area()).toBe('Abstimmung');
    await userEvent.click(screen.getByRole('button', { name: 'Doch den ganzen Beitrag' }));
    expect(area()).toBe('');
  });

  it('is nothing that lies outside it', async () => {
    await harvestTexts.load('de');
    await renderInPage(<Post />);
    const elsewhere = screen.getByText('Woanders steht anderes.').firstChild;
    if (elsewhere === null) throw new Error('no text');
    select(elsewhere, elsewhere);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Markierte Stelle übernehmen' }).disabled).toBe(true);
  });
});
