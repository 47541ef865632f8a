import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, type PossibleTypesMap, type TypePolicies } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { refused, tellLive } from '../live/live-hub.js';
import { joinedQueries } from './joined-queries.js';
import { describeError } from './problem.js';

export interface GraphqlClientOptions {
  readonly possibleTypes?: PossibleTypesMap;
  readonly typePolicies?: TypePolicies;
  /** Called when the server no longer knows who we are: the session ended elsewhere or by age. */
  readonly onSignedOut?: () => void;
}

/** The one client of the page. Same origin only; the extra header makes browsers ask first, which stops foreign pages. */
export function createGraphqlClient(options: GraphqlClientOptions = {}): ApolloClient {
  const http = new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    headers: { 'apollo-require-preflight': 'true' },
  });
  const watchRefusals = new ErrorLink(({ error }) => {
    const { code } = describeError(error);
    if (code === 'UNAUTHENTICATED') options.onSignedOut?.();
    if (code === 'NOT_FOUND') tellLive(refused);
  });
  return new ApolloClient({
    link: ApolloLink.from([watchRefusals, joinedQueries(), http]),
    cache: new InMemoryCache({
      ...(options.possibleTypes === undefined ? {} : { possibleTypes: options.possibleTypes }),
      ...(options.typePolicies === undefined ? {} : { typePolicies: options.typePolicies }),
    }),
    // What the client itself would join may have left before a change that is asked for; see `joinedQueries`.
    queryDeduplication: false,
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}
