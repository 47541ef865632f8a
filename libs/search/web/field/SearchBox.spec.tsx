import '@testing-library/jest-dom';
import { MockLink } from '@apollo/client/testing';
import { ApolloClient, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { begunSearch } from './begun-search.js';
import { SearchBox } from './SearchBox.js';
import { SuggestionsQuery } from './use-suggestions.js';

const suggestion = (id: string, title: string) => ({
  __typename: 'SearchSuggestion' as const, id, kind: 'tip', path: `/tipp/${id}`, space: null,
  title: [{ __typename: 'TextSegment' as const, text: title, isMatch: true }],
});

function Here() {
  const { pathname, search } = useLocation();
  return <output data-testid="here">{`${pathname}${search}`}</output>;
}

async function open() {
  const link = new MockLink([
    { request: { query: SuggestionsQuery, variables: { text: 'haus' } }, result: { data: { searchSuggestions: [suggestion('eins', 'Haushalt'), suggestion('zwei', 'Hausordnung')] } } },
  ]);
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  await act(async () => {
    render(
      <ApolloProvider client={client}>
        <MemoryRouter>
          <Suspense><SearchBox /></Suspense>
          <input aria-label="anderswo" />
          <Here />
        </MemoryRouter>
      </ApolloProvider>,
    );
  });
  return userEvent.setup();
}

const here = () => screen.getByTestId('here').textContent;
const field = () => screen.findByRole('combobox', { name: 'Suchen' });

// jsdom has no layout to scroll in.
beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

describe('the search field', () => {
  it('goes on with what was typed before it arrived', async () => {
    Object.assign(begunSearch, { words: 'strassenb', hasFocus: true });
    const user = await open();
    expect(await field()).toHaveFocus();
    await user.keyboard('au{Enter}');
    expect(here()).toBe('/suche?q=strassenbau');
  });

  it('is reached by a slash from everywhere but other fields', async () => {
    const user = await open();
    const search = await field();
    await user.keyboard('/');
    expect(search).toHaveFocus();
    await user.click(screen.getByLabelText('anderswo'));
    await user.keyboard('/');
    expect(search).not.toHaveFocus();
  });

  it('walks through suggestions by arrow keys and goes where Enter points', async () => {
    const user = await open();
    const search = await field();
    await user.type(search, 'haus');
    await screen.findByRole('option', { name: /Hausordnung/ });
    expect(search).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const second = screen.getByRole('option', { name: /Hausordnung/ });
    expect(second).toHaveAttribute('aria-selected', 'true');
    expect(search).toHaveAttribute('aria-activedescendant', second.id);
    await user.keyboard('{Enter}');
    expect(here()).toBe('/tipp/zwei');
  });

  it('leads to all results by Enter alone and by the last option', async () => {
    const user = await open();
    const search = await field();
    await user.type(search, 'haus');
    await screen.findByRole('option', { name: /Haushalt/ });
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('option', { name: /Alle Ergebnisse/ })).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{Enter}');
    expect(here()).toBe('/suche?q=haus');
  });

  it('closes with Escape and keeps what was typed', async () => {
    const user = await open();
    const search = await field();
    await user.type(search, 'haus');
    await screen.findByRole('option', { name: /Haushalt/ });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(search).toHaveValue('haus');
  });
});
