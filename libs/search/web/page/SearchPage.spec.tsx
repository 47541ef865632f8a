import { MockedProvider } from '@apollo/client/testing/react';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInPage } from '#ui/web/testing';
import { searchTexts } from '../search-texts.js';
import { SearchPage, SearchPageQuery } from './SearchPage.js';

const hit = (name: string, kind: string) => ({
  __typename: 'SearchHit' as const, id: name, kind, path: `/d/${name}`, title: [{ __typename: 'TextSegment' as const, text: name, isMatch: true }],
  excerpt: { __typename: 'Excerpt' as const, segments: [], isCutBefore: false, isCutAfter: false },
  space: null, authors: [], topics: [], updatedAt: null, state: 'current' as const,
});

const answer = (names: readonly string[]) => ({
  data: {
    search: {
      __typename: 'SearchResult' as const, totalCount: 21, isTotalCapped: false, correctedText: null, hits: names.map((name) => hit(name, 'post')),
      facets: { __typename: 'SearchFacets' as const, kinds: [{ __typename: 'FacetCount' as const, value: 'discussion', count: 1 }, { __typename: 'FacetCount' as const, value: 'post', count: 20 }], spaces: [], topics: [], authors: [], periods: [] },
    },
  },
});

describe('the search page', () => {
  it('says in words of which kind a result is, and goes on where a further page failed', async () => {
    await searchTexts.load('de');
    const request = { query: SearchPageQuery, variables: () => true };
    const answers = [answer(Array.from({ length: 20 }, (_, index) => `eins-${index}`)), new Error('fort'), answer(['letzter'])];
    const mocks = answers.map((result) => ({ request, ...(result instanceof Error ? { error: result } : { result }) }));
    await renderInPage(<MockedProvider mocks={mocks}><SearchPage /></MockedProvider>, { path: '/suche?q=rad', locale: 'de' });
    expect(await screen.findByRole('link', { name: 'eins-0' })).toBeTruthy();
    expect(screen.getAllByText('Beitrag')).toHaveLength(20);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Mehr anzeigen' }));
    await user.click(await screen.findByRole('button', { name: 'Noch einmal versuchen' }));
    expect(await screen.findByRole('link', { name: 'letzter' })).toBeTruthy();
  });
});
