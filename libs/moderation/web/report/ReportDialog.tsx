import { useMutation } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Button, Dialog, Form, RadioGroup, TextArea, toast, useForm } from '#ui/web';
import { reportTexts } from './report-texts.js';

const ReportItem = graphql(`
  mutation ReportItem($input: ReportItemInput!) {
    reportItem(input: $input) {
      id
      isRepeated
    }
  }
`);

/** In the order of what is looked for most. */
export const REPORT_REASONS = ['insult', 'personalData', 'wrong', 'offTopic', 'advertising', 'copyright', 'illegal', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export interface ReportDialogProps {
  /** `tip`, `post`, `discussion`, `poll`. */
  readonly kind: string;
  readonly id: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What is wrong with something, for its moderation. For lists of many things: opened from an entry of their menu. */
export function ReportDialog({ kind, id, isOpen, onClose }: ReportDialogProps) {
  const t = useTexts(reportTexts);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('dialog.title')}>
      {isOpen && <ReportForm kind={kind} id={id} onClose={onClose} />}
    </Dialog>
  );
}

function ReportForm({ kind, id, onClose }: Omit<ReportDialogProps, 'isOpen'>) {
  const t = useTexts(reportTexts);
  const [send] = useMutation(ReportItem);
  const form = useForm({
    initial: { reason: '' as ReportReason | '', words: '' },
    check: ({ reason, words }) => ({
      ...(reason === '' && { reason: t('dialog.reasonMissing') }),
      ...((reason === 'illegal' || reason === 'other') && words.trim() === '' && { words: t('dialog.wordsMissing') }),
    }),
    submit: async ({ reason, words }) => {
      if (reason === '') return;
      const { data } = await send({ variables: { input: { kind, itemId: id, reason, words } } });
      toast(t(data?.reportItem.isRepeated === true ? 'dialog.again' : 'dialog.sent'));
      onClose();
    },
    texts: reportTexts,
  });
  const { reason } = form.values;
  return (
    <>
      <p>{t('dialog.intro')}</p>
      <Form form={form} submitLabel={t('dialog.send')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <RadioGroup label={t('dialog.reason')} choices={REPORT_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))} {...form.field('reason')} />
        <TextArea label={t('dialog.words')} help={t('dialog.wordsHelp')} optional={reason !== 'illegal' && reason !== 'other'} maxLength={2000} rows={4} {...form.field('words')} />
      </Form>
    </>
  );
}
