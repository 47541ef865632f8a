import { useMutation } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Button, Dialog, Form, TextArea, toast, useForm } from '#ui/web';
import { coordinationTexts } from '../coordination-texts.js';

const Delete = graphql(`
  mutation DeleteAccount($input: DeleteAccountInput!) {
    deleteAccount(input: $input) {
      id
      finalAt
    }
  }
`);

interface DeleteProps {
  readonly isOpen: boolean;
  readonly accountId: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function DeleteForm({ accountId, name, onClose, onDone }: Omit<DeleteProps, 'isOpen'>) {
  const c = useTexts(coordinationTexts);
  const [remove] = useMutation(Delete);
  const form = useForm({
    initial: { reason: '' },
    texts: coordinationTexts,
    check: (values) => ({ ...(values.reason.trim() === '' && { reason: c('delete.missing') }) }),
    submit: async ({ reason }) => {
      await remove({ variables: { input: { accountId, reason } } });
      toast(c('delete.done', { name }), { kind: 'done' });
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={c('delete.submit')} submitKind="danger" actions={<Button kind="quiet" onClick={onClose}>{c('cancel')}</Button>}>
      <p>{c('delete.text')}</p>
      <TextArea label={c('delete.reason')} help={c('delete.reasonHelp')} maxLength={1000} {...form.field('reason')} />
    </Form>
  );
}

/** The deletion of somebody's account, on request and with a reason for the record. */
export function DeleteDialog({ isOpen, ...rest }: DeleteProps) {
  const c = useTexts(coordinationTexts);
  return (
    <Dialog isOpen={isOpen} onClose={rest.onClose} title={c('delete.title', { name: rest.name })}>
      <DeleteForm {...rest} />
    </Dialog>
  );
}
