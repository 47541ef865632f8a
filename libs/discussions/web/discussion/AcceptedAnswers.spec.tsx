import { screen } from '@testing-library/react';
import { renderInPage } from '#ui/web/testing';
import { discussionsTexts } from '../discussions-texts.js';
import { AcceptedAnswers, type Answers } from './AcceptedAnswers.js';

const answer = (position: number, author: { readonly accountId: string; readonly name: string | null } | null = { accountId: 'b', name: 'Birte Hansen' }): unknown => ({
  __typename: 'AcceptedAnswer',
  acceptedAt: '2026-11-20T10:00:00Z',
  acceptedBy: { accountId: 'a', name: 'Jonas Brückner' },
  post: { id: `p${position}`, position, createdAt: '2026-11-20T08:00:00Z', html: '<p>Drei Zahlen genügen.</p>', isDeleted: false, author },
});

const show = async (...answers: readonly unknown[]): Promise<void> => {
  await discussionsTexts.load('de');
  await renderInPage(<AcceptedAnswers answers={answers as unknown as Answers} pathOf={(position) => `/d/frage/${position}`} />);
};

describe('the accepted answers below a question', () => {
  it('are read there, with the way to their place', async () => {
    await show(answer(7));
    expect(screen.getByText('Drei Zahlen genügen.')).toBeTruthy();
    expect(screen.getByRole('link').getAttribute('href')).toBe('/d/frage/7');
  });

  it('are only named where they follow right below, so that nobody reads them twice', async () => {
    await show(answer(2));
    expect(screen.getByText(/Birte Hansen.*angenommen von Jonas Brückner/)).toBeTruthy();
    expect(screen.queryByText('Drei Zahlen genügen.')).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('are by a member for guests, who see no names, and by a former member only where somebody has left', async () => {
    await show(answer(2, null), answer(3, { accountId: 'c', name: null }));
    expect(screen.getByText(/^Mitglied, /)).toBeTruthy();
    expect(screen.getByText(/^Ehemaliges Mitglied, /)).toBeTruthy();
  });
});
