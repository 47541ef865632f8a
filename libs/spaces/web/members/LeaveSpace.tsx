import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql, useTexts } from '#platform/web';
import { Button, ConfirmDialog, toast } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';

const LeaveSpaceMutation = graphql(`
  mutation LeaveSpace($input: SpaceIdInput!) {
    leaveSpace(input: $input)
  }
`);

/** The way out of a space. What was read there leaves this browser with it. */
export function LeaveSpace({ spaceId, spaceName }: { readonly spaceId: string; readonly spaceName: string }) {
  const t = useTexts(spacesTexts);
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [leave, { client }] = useMutation(LeaveSpaceMutation);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('members.leave')}</Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('members.leaveTitle', { space: spaceName })}
        confirmLabel={t('members.leave')}
        kind="danger"
        texts={spacesTexts}
        onConfirm={async () => {
          await leave({ variables: { input: { spaceId } } });
          toast(t('members.left', { space: spaceName }));
          await navigate('/raeume');
          // A query under way at this moment may fall to it; the space is left all the same.
          await client.resetStore().catch(() => undefined);
        }}
      >
        {t('members.leaveText')}
      </ConfirmDialog>
    </>
  );
}
