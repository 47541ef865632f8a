import { useMutation } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Button, Dialog, Form, TextArea, toast, useForm } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';

const RemoveMemberMutation = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      id
    }
  }
`);

interface RemoveMemberProps {
  readonly spaceId: string;
  readonly accountId: string;
  readonly name: string;
  readonly spaceName: string;
  readonly onClose: () => void;
}

/** Shows a member out, with a reason they are told. */
export function RemoveMember({ spaceId, accountId, name, spaceName, onClose }: RemoveMemberProps) {
  const t = useTexts(spacesTexts);
  const [remove] = useMutation(RemoveMemberMutation, { refetchQueries: 'active', awaitRefetchQueries: true });
  const form = useForm({
    initial: { reason: '' },
    check: (values) => ({ ...(values.reason.trim().length < 3 && { reason: t('members.reasonMissing') }) }),
    submit: async ({ reason }) => {
      await remove({ variables: { input: { spaceId, accountId, reason } } });
      toast(t('members.removed', { name }));
      onClose();
    },
    texts: spacesTexts,
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('members.removeTitle', { name, space: spaceName })}>
      <p>{t('members.removeText', { name })}</p>
      <Form form={form} submitLabel={t('members.remove')} submitKind="danger" actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <TextArea label={t('members.reason')} help={t('members.reasonHelp', { name })} maxLength={600} rows={3} {...form.field('reason')} />
      </Form>
    </Dialog>
  );
}
