import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import { graphql, useErrorTexts, useTexts, type ResultOf } from '#platform/web';
import { Alert, Button, ClosedDoor, LinkButton, Page, QueryPage, Stack } from '#ui/web';
import { notificationsTexts } from '../notifications-texts.js';

const OfferQuery = graphql(`
  query UnsubscribeOffer($token: String!) {
    unsubscribeOffer(token: $token) { scopes isEnded }
  }
`);
const Unsubscribe = graphql(`
  mutation Unsubscribe($input: UnsubscribeInput!) {
    unsubscribe(input: $input) { scopes isEnded }
  }
`);

/** Ends one kind of mail from its link, without login: says what, asks once, says how it comes back. */
export function UnsubscribePage() {
  const t = useTexts(notificationsTexts);
  const { token = '' } = useParams();
  const query = useQuery(OfferQuery, { variables: { token } });
  return (
    <QueryPage
      query={query}
      pick={(data) => data.unsubscribeOffer}
      width="reading"
      texts={notificationsTexts}
      door={
        <ClosedDoor title={t('unsubscribe.unknown')} actions={<LinkButton to="/konto/benachrichtigungen" kind="primary">{t('unsubscribe.settings')}</LinkButton>}>
          <p>{t('unsubscribe.unknownText')}</p>
        </ClosedDoor>
      }
    >
      {(offer) => <Offer token={token} offer={offer} />}
    </QueryPage>
  );
}

function Offer({ token, offer }: { readonly token: string; readonly offer: ResultOf<typeof OfferQuery>['unsubscribeOffer'] }) {
  const t = useTexts(notificationsTexts);
  const errors = useErrorTexts(notificationsTexts);
  const [unsubscribe, { loading, error, data }] = useMutation(Unsubscribe);
  const { scopes, isEnded } = data?.unsubscribe ?? offer;
  const done = useRef<HTMLDivElement>(null);
  const hasJustEnded = data !== undefined && data !== null;
  useEffect(() => {
    // The button that was pressed is gone; what came of it takes its place.
    if (hasJustEnded) done.current?.focus();
  }, [hasJustEnded]);

  const end = async () => {
    try {
      await unsubscribe({
        variables: { input: { token } },
        update: (cache, result) => {
          if (result.data) cache.writeQuery({ query: OfferQuery, variables: { token }, data: { unsubscribeOffer: result.data.unsubscribe } });
        },
      });
    } catch {
      // Shown from `error`.
    }
  };

  return (
    <Page title={t(isEnded ? 'unsubscribe.ended' : 'unsubscribe.title')} width="reading">
      <Stack>
        {isEnded ? (
          <>
            <Alert ref={done} kind="done" live>{scopes.map((scope) => t(`unsubscribe.${scope}.ended`)).join(' ')}</Alert>
            <p>{t('unsubscribe.undo')}</p>
            <div><LinkButton to="/konto/benachrichtigungen">{t('unsubscribe.settings')}</LinkButton></div>
          </>
        ) : (
          <>
            {scopes.map((scope) => <p key={scope}>{t(`unsubscribe.${scope}`)}</p>)}
            <p>{t('unsubscribe.stays')}</p>
            {error !== undefined && <Alert kind="danger" live>{errors.sentence(error)}</Alert>}
            <div><Button kind="primary" busy={loading} onClick={() => void end()}>{t('unsubscribe.end')}</Button></div>
            <p>{t('unsubscribe.undoLater')}</p>
          </>
        )}
      </Stack>
    </Page>
  );
}
