import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, readFragment, useErrorTexts, useTexts, type FragmentOf } from '#platform/web';
import { Button, ConfirmDialog, toast } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { Entrants, SpaceGatesChange, type GatesChange } from './Entrants.js';

export const ArchivePartFragment = graphql(`
  fragment ArchivePart on Space {
    id
    name
    gates
    archivedAt
  }
`);
const ArchiveSpace = graphql(`
  mutation ArchiveSpace($input: SpaceIdInput!) {
    archiveSpace(input: $input) {
      id
    }
  }
`);
const ReopenSpace = graphql(`
  mutation ReopenSpace($input: ReopenSpaceInput!) {
    reopenSpace(input: $input) {
      id
    }
  }
`);

/** Archiving takes nothing away from readers; it can be taken back. */
export function ArchivePart({ space: masked }: { readonly space: FragmentOf<typeof ArchivePartFragment> }) {
  const t = useTexts(spacesTexts);
  const errors = useErrorTexts(spacesTexts);
  const space = readFragment(ArchivePartFragment, masked);
  const client = useApolloClient();
  const [isOpen, setOpen] = useState(false);
  const [change, setChange] = useState<GatesChange>();
  const options = { refetchQueries: 'active', awaitRefetchQueries: true } as const;
  const [archive] = useMutation(ArchiveSpace, { ...options, variables: { input: { spaceId: space.id } } });
  const [reopen, reopening] = useMutation(ReopenSpace, options);
  if (space.archivedAt !== null) {
    const take = async (confirmEntrants: number | null) => {
      await reopen({ variables: { input: { spaceId: space.id, confirmEntrants } } });
      toast(t('archive.reopened'));
    };
    const ask = async () => {
      const { data } = await client.query({ query: SpaceGatesChange, variables: { input: { spaceId: space.id, gates: [...space.gates] } }, fetchPolicy: 'no-cache' });
      if (data?.spaceGatesChange.isWider === true) setChange(data.spaceGatesChange);
      else await take(null);
    };
    const again = () => void ask().catch((error: unknown) => toast(errors.sentence(error), { kind: 'danger' }));
    return (
      <>
        <p>{t('archive.archivedText')}</p>
        <div>
          <Button busy={reopening.loading} onClick={again}>{t('archive.reopen')}</Button>
        </div>
        {change !== undefined && (
          <ConfirmDialog isOpen onClose={() => setChange(undefined)} title={t('archive.reopenTitle', { space: space.name })} confirmLabel={t('archive.reopen')} texts={spacesTexts} onConfirm={() => take(change.confirmation)}>
            <Entrants change={change} />
          </ConfirmDialog>
        )}
      </>
    );
  }
  return (
    <>
      <p>{t('archive.text')}</p>
      <div>
        <Button kind="danger" onClick={() => setOpen(true)}>{t('archive.archive')}</Button>
      </div>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('archive.confirmTitle', { space: space.name })}
        confirmLabel={t('archive.archive')}
        kind="danger"
        texts={spacesTexts}
        onConfirm={async () => {
          await archive();
          toast(t('archive.archived'));
        }}
      >
        {t('archive.confirmText')}
      </ConfirmDialog>
    </>
  );
}
