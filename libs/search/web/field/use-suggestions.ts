import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql, type ResultOf } from '#platform/web';
import { MarkedFragment } from '../page/Marked.js';

export const SuggestionsQuery = graphql(
  `
    query SearchSuggestions($text: String!) {
      searchSuggestions(text: $text) { id kind path title { ...Marked } space { id name } }
    }
  `,
  [MarkedFragment],
);

export type Suggestion = ResultOf<typeof SuggestionsQuery>['searchSuggestions'][number];

export interface Suggestions {
  /** What they were asked for; lags behind the field while one types. */
  readonly text: string;
  readonly found: readonly Suggestion[];
}

const NONE: Suggestions = { text: '', found: [] };
/** A pause as between two keys of a practised typist. */
const PAUSE_MS = 120;
const SHORTEST = 2;

/** Suggestions for what stands in the field. Silent on errors: the field itself still leads to the results. */
export function useSuggestions(text: string, isWanted: boolean): Suggestions {
  const client = useApolloClient();
  const [suggestions, setSuggestions] = useState(NONE);
  const wanted = text.trim();
  const isAsking = isWanted && wanted.length >= SHORTEST;
  useEffect(() => {
    if (!isAsking) return;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      client
        // Not cached: the same thing is marked differently by each question.
        .query({ query: SuggestionsQuery, variables: { text }, fetchPolicy: 'no-cache', context: { fetchOptions: { signal: leaving.signal } } })
        .then(({ data }) => {
          if (!leaving.signal.aborted) setSuggestions({ text: wanted, found: data?.searchSuggestions ?? [] });
        })
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [client, text, wanted, isAsking]);
  return isAsking ? suggestions : NONE;
}
