import { useMutation } from '@apollo/client/react';
import { useTexts } from '#platform/web';
import { Button, Dialog, Form, Select, TextArea, useForm } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { AskBackOnJoinRequest, DeclineJoinRequest } from './queue.query.js';

interface DialogProps {
  readonly requestId: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** A question back to the applicant. */
export function AskBackDialog({ requestId, name, onClose, onDone }: DialogProps) {
  const t = useTexts(spacesTexts);
  const [ask] = useMutation(AskBackOnJoinRequest);
  const form = useForm({
    initial: { question: '' },
    check: (values) => ({ ...(values.question.trim().length < 3 && { question: t('decide.questionMissing') }) }),
    submit: async ({ question }) => {
      await ask({ variables: { input: { requestId, question } } });
      onClose();
      await onDone();
    },
    texts: spacesTexts,
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('decide.askBackTitle', { name })}>
      <Form form={form} submitLabel={t('decide.askBackSend')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <TextArea label={t('decide.question')} help={t('decide.questionHelp')} maxLength={2000} rows={4} {...form.field('question')} />
      </Form>
    </Dialog>
  );
}

/** A no with its reason, and from when on one can ask again. */
export function DeclineDialog({ requestId, name, askAgainDays, onClose, onDone }: DialogProps & { readonly askAgainDays: number }) {
  const t = useTexts(spacesTexts);
  const [decline] = useMutation(DeclineJoinRequest);
  const days = [...new Set([0, 7, 14, 30, 60, 90, 180, 365, askAgainDays])].sort((one, other) => one - other);
  const form = useForm({
    initial: { reason: '', askAgainDays: String(askAgainDays) },
    check: (values) => ({ ...(values.reason.trim().length < 3 && { reason: t('decide.reasonMissing') }) }),
    submit: async (values) => {
      await decline({ variables: { input: { requestId, reason: values.reason, askAgainDays: Number(values.askAgainDays) } } });
      onClose();
      await onDone();
    },
    texts: spacesTexts,
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('decide.declineTitle', { name })}>
      <Form form={form} submitLabel={t('decide.declineSend')} submitKind="danger" actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <TextArea label={t('decide.reason')} help={t('decide.reasonHelp', { name })} maxLength={2000} rows={4} {...form.field('reason')} />
        <Select
          label={t('decide.askAgain')}
          choices={days.map((count) => ({ value: String(count), label: count === 0 ? t('decide.atOnce') : t('decide.inDays', { count }) }))}
          {...form.field('askAgainDays')}
        />
      </Form>
    </Dialog>
  );
}
