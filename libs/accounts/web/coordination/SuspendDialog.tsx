import { useMutation } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Button, Dialog, Form, TextArea, TextField, toast, useForm } from '#ui/web';
import { coordinationTexts } from '../coordination-texts.js';

const Suspend = graphql(`
  mutation SuspendAccount($input: SuspendAccountInput!) {
    suspendAccount(input: $input) {
      id
      isSuspended
      suspendedUntil
      suspendedReason
    }
  }
`);

interface SuspendProps {
  readonly isOpen: boolean;
  readonly accountId: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function SuspendForm({ accountId, name, onClose, onDone }: Omit<SuspendProps, 'isOpen'>) {
  const c = useTexts(coordinationTexts);
  const [suspend] = useMutation(Suspend);
  const form = useForm({
    initial: { reason: '', until: '' },
    texts: coordinationTexts,
    check: (values) => ({ ...(values.reason.trim() === '' && { reason: c('suspend.missing') }) }),
    submit: async ({ reason, until }) => {
      // The day that is named is still blocked: it ends with the night after.
      const end = until === '' ? {} : { until: new Date(`${until}T23:59:59`).toISOString() };
      await suspend({ variables: { input: { accountId, reason, ...end } } });
      toast(c('suspend.done', { name }), { kind: 'done' });
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={c('account.suspend')} submitKind="danger" actions={<Button kind="quiet" onClick={onClose}>{c('cancel')}</Button>}>
      <p>{c('suspend.text')}</p>
      <TextArea label={c('suspend.reason')} help={c('suspend.reasonHelp')} maxLength={1000} {...form.field('reason')} />
      <TextField label={c('suspend.until')} help={c('suspend.untilHelp')} type="date" optional narrow {...form.field('until')} />
    </Form>
  );
}

/** A block with a reason and perhaps an end. */
export function SuspendDialog({ isOpen, ...rest }: SuspendProps) {
  const c = useTexts(coordinationTexts);
  return (
    <Dialog isOpen={isOpen} onClose={rest.onClose} title={c('suspend.title', { name: rest.name })}>
      <SuspendForm {...rest} />
    </Dialog>
  );
}
