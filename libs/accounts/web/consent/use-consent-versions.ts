import { useQuery } from '@apollo/client/react';
import { graphql, useLocale } from '#platform/web';

const VersionsQuery = graphql(`
  query ConsentVersions($locale: String!) {
    entrance(locale: $locale) {
      rulesVersion
      privacyVersion
    }
  }
`);

interface ConsentVersions {
  /** To be sent along with the form; empty until the server has told them. */
  readonly versions: { readonly rulesVersion?: string; readonly privacyVersion?: string };
  /** After a refusal because of a newer text: from then on that one is meant. */
  readonly readAgain: () => Promise<unknown>;
}

/** The wordings that stand on the pages while a form with consents is open. */
export function useConsentVersions(): ConsentVersions {
  const { locale } = useLocale();
  const { data, refetch } = useQuery(VersionsQuery, { variables: { locale }, fetchPolicy: 'network-only' });
  return { versions: data === undefined ? {} : { rulesVersion: data.entrance.rulesVersion, privacyVersion: data.entrance.privacyVersion }, readAgain: () => refetch() };
}
