import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { describeError, graphql, useErrorTexts, useTexts, useViewer } from '#platform/web';
import { Alert, Button, ClosedDoor, DateTime, LinkButton, PageLoading } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';

const OfferQuery = graphql(`
  query SpaceInvitationOffer($token: String!) {
    spaceInvitationOffer(token: $token) {
      spaceName
      description
      role
      expiresAt
    }
  }
`);
const Accept = graphql(`
  mutation AcceptSpaceInvitation($input: SpaceInvitationTokenInput!) {
    acceptSpaceInvitation(input: $input) {
      id
      slug
    }
  }
`);

/** What an invitation link leads to. The secret stands behind `#`: no server and no log ever sees it in an address. */
export function InvitationPage() {
  const t = useTexts(spacesTexts);
  const errors = useErrorTexts(spacesTexts);
  const viewer = useViewer();
  const navigate = useNavigate();
  const [token] = useState(() => window.location.hash.slice(1));
  const offer = useQuery(OfferQuery, { variables: { token }, skip: !viewer.isApproved || token === '', fetchPolicy: 'no-cache' });
  const [accept, { loading, error, client }] = useMutation(Accept);
  if (!viewer.isKnown) return <PageLoading width="reading" />;
  if (viewer.isGuest) return <SignInWithLink />;
  if (!viewer.isApproved) {
    return (
      <ClosedDoor title={t('link.waitTitle')}>
        <p>{t('link.waitText')}</p>
      </ClosedDoor>
    );
  }
  if (token === '' || (offer.error !== undefined && describeError(offer.error).code === 'NOT_FOUND')) {
    return (
      <ClosedDoor title={t('link.invalidTitle')}>
        <p>{t('link.invalidText')}</p>
      </ClosedDoor>
    );
  }
  if (offer.error !== undefined) {
    return (
      <ClosedDoor title={t('link.problemTitle')} actions={<Button onClick={() => void offer.refetch()}>{t('retry')}</Button>}>
        <p>{errors.sentence(offer.error)}</p>
      </ClosedDoor>
    );
  }
  if (offer.data === undefined) return <PageLoading width="reading" />;
  const { spaceName, description, role, expiresAt } = offer.data.spaceInvitationOffer;
  const enter = async () => {
    const { data } = await accept({ variables: { input: { token } } });
    await navigate(`/raum/${data?.acceptSpaceInvitation.slug ?? ''}`, { replace: true });
    // What was read before as an outsider is asked for anew; a query under way at this moment may fall to it.
    await client.resetStore().catch(() => undefined);
  };
  return (
    <ClosedDoor
      title={t('link.title', { space: spaceName })}
      actions={<Button kind="primary" busy={loading} onClick={() => void enter().catch(() => undefined)}>{t('link.accept')}</Button>}
    >
      {error !== undefined && <Alert kind="danger" live>{errors.sentence(error)}</Alert>}
      {description !== '' && <p>{description}</p>}
      <p>{t.rich('link.text', { role: t(`role.${role}`), date: <DateTime at={expiresAt} as="date" /> })}</p>
    </ClosedDoor>
  );
}

/** The secret goes into no other address: the link is opened once more after signing in. */
function SignInWithLink() {
  const t = useTexts(spacesTexts);
  return (
    <ClosedDoor title={t('link.signInTitle')} actions={<LinkButton kind="primary" to="/anmelden">{t('link.signIn')}</LinkButton>}>
      <p>{t('link.signInText')}</p>
    </ClosedDoor>
  );
}
