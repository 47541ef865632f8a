import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInPage } from '../testing/index.js';
import { Page, QueryPage, type PageQuery } from './Page.js';

interface Data {
  readonly tip: { readonly title: string } | null;
}

const draw = (query: Partial<PageQuery<Data>>) =>
  renderInPage(
    <QueryPage query={{ loading: false, refetch: jest.fn(), ...query }} pick={(data) => data.tip}>
      {(tip) => <Page title={tip.title}>Inhalt</Page>}
    </QueryPage>,
  );
const refusal = (code: string) => new CombinedGraphQLErrors({ errors: [{ message: 'refused', extensions: { code, reason: code } }] });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('a page on a query', () => {
  it('shows that it is loading', async () => {
    await draw({ loading: true });
    expect(heading()).toBe('Die Seite wird geladen.');
  });

  it('shows its subject and takes its title', async () => {
    await draw({ data: { tip: { title: 'Wärmeplan' } } });
    expect(heading()).toBe('Wärmeplan');
    expect(document.title).toBe('Wärmeplan · Pusteblume');
  });

  it('keeps showing what it has while it asks again or fails to', async () => {
    await draw({ data: { tip: { title: 'Wärmeplan' } }, loading: true, error: new TypeError('away') });
    expect(heading()).toBe('Wärmeplan');
  });

  it('shows one and the same door for what is missing and what is forbidden', async () => {
    const missing = await draw({ data: { tip: null } });
    const text = missing.container.textContent;
    missing.unmount();
    for (const code of ['NOT_FOUND', 'FORBIDDEN']) {
      const door = await draw({ error: refusal(code) });
      expect(door.container.textContent).toBe(text);
      door.unmount();
    }
  });

  it('shows guests the way in', async () => {
    await draw({ error: refusal('UNAUTHENTICATED') });
    expect(screen.getByRole('link', { name: 'Anmelden' }).getAttribute('href')).toBe('/anmelden?weiter=%2F');
  });

  it('offers to try again when the server was away', async () => {
    const refetch = jest.fn();
    await draw({ error: new TypeError('Failed to fetch'), refetch });
    expect(screen.getByRole('alert').textContent).toContain('Der Server antwortet gerade nicht');
    await userEvent.click(screen.getByRole('button', { name: 'Noch einmal versuchen' }));
    expect(refetch).toHaveBeenCalledTimes(1);
  });
});
