import { useMutation } from '@apollo/client/react';
import { graphql, readFragment, useErrorTexts, useTexts, useViewer, type FragmentOf } from '#platform/web';
import { Alert, Button, Row, toast } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';

export const JoinOfferFragment = graphql(`
  fragment JoinOffer on Space {
    id
    name
    gates
    archivedAt
    viewerShutOutUntil
    myRole
    myInvitation
  }
`);

const JoinSpace = graphql(`
  mutation JoinSpace($input: SpaceIdInput!) {
    joinSpace(input: $input) {
      id
    }
  }
`);
const AcceptInvitation = graphql(`
  mutation JoinSpaceByInvitation($input: SpaceIdInput!) {
    joinSpaceByInvitation(input: $input) {
      id
    }
  }
`);
const DeclineInvitation = graphql(`
  mutation DeclineSpaceInvitation($input: SpaceIdInput!) {
    declineSpaceInvitation(input: $input)
  }
`);

/** An invitation by name, or the open gate; nothing for members, for who is shut out, and where neither applies. */
export function JoinOffer({ space: masked }: { readonly space: FragmentOf<typeof JoinOfferFragment> }) {
  const t = useTexts(spacesTexts);
  const errors = useErrorTexts(spacesTexts);
  const viewer = useViewer();
  const space = readFragment(JoinOfferFragment, masked);
  const options = { variables: { input: { spaceId: space.id } }, refetchQueries: 'active', awaitRefetchQueries: true } as const;
  const [join, joining] = useMutation(JoinSpace, options);
  const [accept, accepting] = useMutation(AcceptInvitation, options);
  const [decline, declining] = useMutation(DeclineInvitation, options);
  const problem = joining.error ?? accepting.error ?? declining.error;
  if (!viewer.isApproved || space.archivedAt !== null || space.myRole !== null || space.viewerShutOutUntil !== null) return null;
  const welcome = () => toast(t('door.welcome', { space: space.name }));

  return (
    <>
      {problem !== undefined && <Alert kind="danger" live>{errors.sentence(problem)}</Alert>}
      {space.myInvitation !== null && (
        <Alert
          title={t('door.invitedTitle')}
          action={
            <Row>
              <Button kind="primary" busy={accepting.loading} onClick={() => void accept().then(welcome, () => undefined)}>{t('door.acceptInvitation')}</Button>
              <Button busy={declining.loading} onClick={() => void decline().then(() => toast(t('door.declined')), () => undefined)}>{t('door.declineInvitation')}</Button>
            </Row>
          }
        >
          {t(`door.invitedAs.${space.myInvitation}`)}
        </Alert>
      )}
      {space.myInvitation === null && space.gates.includes('open') && (
        <Alert
          title={t('door.openTitle')}
          action={<div><Button kind="primary" busy={joining.loading} onClick={() => void join().then(welcome, () => undefined)}>{t('door.join')}</Button></div>}
        >
          {t('door.openText')}
        </Alert>
      )}
    </>
  );
}
