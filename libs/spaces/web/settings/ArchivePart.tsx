import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, readFragment, useErrorTexts, useTexts, type FragmentOf } from '#platform/web';
import { Button, ConfirmDialog, toast } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';

export const ArchivePartFragment = graphql(`
  fragment ArchivePart on Space {
    id
    name
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
  mutation ReopenSpace($input: SpaceIdInput!) {
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
  const [isOpen, setOpen] = useState(false);
  const options = { variables: { input: { spaceId: space.id } }, refetchQueries: 'active', awaitRefetchQueries: true } as const;
  const [archive] = useMutation(ArchiveSpace, options);
  const [reopen, reopening] = useMutation(ReopenSpace, options);
  if (space.archivedAt !== null) {
    const again = () => void reopen().then(() => toast(t('archive.reopened')), (error: unknown) => toast(errors.sentence(error), { kind: 'danger' }));
    return (
      <>
        <p>{t('archive.archivedText')}</p>
        <div>
          <Button busy={reopening.loading} onClick={again}>{t('archive.reopen')}</Button>
        </div>
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
