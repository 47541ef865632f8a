import '@testing-library/jest-dom';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInPage } from '../testing/index.js';
import { PlaceGroups } from './PlaceGroups.js';

const groups = [
  { name: 'people', label: 'Menschen', places: [{ to: '/koordination/konten', label: 'Konten' }] },
  { name: 'content', label: 'Inhalte', places: [{ to: '/koordination/seiten', label: 'Seiten' }] },
  { name: 'none', label: 'Leeres', places: [] },
];
const show = (path: string) => renderInPage(<PlaceGroups title="Koordination" groups={groups} />, { path });
const head = (name: string) => screen.getByRole('button', { name });

describe('places in groups', () => {
  afterEach(() => window.localStorage.clear());

  it('show the group with the page one is on, also below it, and no empty ones', async () => {
    await show('/koordination/konten/0190');
    expect(head('Menschen')).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('link', { name: 'Konten' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Seiten', hidden: true })).not.toBeVisible();
    expect(screen.queryByText('Leeres')).not.toBeInTheDocument();
  });

  it('open and close by keyboard, and stay as they were left', async () => {
    const { unmount } = await show('/');
    expect(head('Inhalte')).toHaveAttribute('aria-expanded', 'false');
    head('Inhalte').focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('link', { name: 'Seiten' })).toBeVisible();
    await userEvent.tab();
    expect(screen.getByRole('link', { name: 'Seiten' })).toHaveFocus();
    unmount();
    await show('/');
    expect(head('Inhalte')).toHaveAttribute('aria-expanded', 'true');
    expect(head('Menschen')).toHaveAttribute('aria-expanded', 'false');
  });

  it('come as they are where what the browser kept is strange', async () => {
    window.localStorage.setItem('pusteblume.places', '{"people": "gern"');
    await show('/');
    expect(head('Menschen')).toHaveAttribute('aria-expanded', 'false');
  });
});
