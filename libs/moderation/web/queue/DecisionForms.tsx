import { useMutation } from '@apollo/client/react';
import { useTexts } from '#platform/web';
import { Button, Dialog, Form, RadioGroup, Select, TextArea, useForm } from '#ui/web';
import { moderationTexts } from '../moderation-texts.js';
import { REPORT_REASONS, type ReportReason } from '../report/ReportDialog.js';
import { reportTexts } from '../report/report-texts.js';
import { DecideCase, DecideObjection } from './case.queries.js';

interface FormProps {
  readonly caseId: string;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

interface ReasonDialogProps extends FormProps {
  readonly decision: 'hide' | 'reject';
  /** Of the item as it was read. */
  readonly itemVersion: string | null;
  readonly proposed: ReportReason | '';
}

/** Hiding and rejecting: the category for the log, the words for the author. */
export function ReasonDialog({ caseId, itemVersion, decision, proposed, onClose, onDone }: ReasonDialogProps) {
  const t = useTexts(moderationTexts);
  const reasons = useTexts(reportTexts);
  const [decide] = useMutation(DecideCase);
  const form = useForm({
    initial: { reason: proposed, note: '' },
    check: ({ reason, note }) => ({
      ...(reason === '' && { reason: t('decide.reasonMissing') }),
      ...(note.trim() === '' && { note: t('decide.noteMissing') }),
    }),
    submit: async ({ reason, note }) => {
      if (reason === '') return;
      await decide({ variables: { input: { caseId, decision, reason, note, itemVersion } } });
      onClose();
      await onDone();
    },
    texts: moderationTexts,
    draftKey: `decision-${caseId}`,
  });
  return (
    <Dialog isOpen onClose={onClose} title={t(`decide.${decision}Title`)}>
      <Form form={form} submitLabel={t(`decide.${decision}`)} submitKind="danger" actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <Select label={t('decide.reason')} help={t('decide.reasonHelp')} placeholder={t('decide.choose')} choices={REPORT_REASONS.map((value) => ({ value, label: reasons(`reason.${value}`) }))} {...form.field('reason')} />
        <TextArea label={t('decide.note')} help={t('decide.noteHelp')} maxLength={2000} rows={4} {...form.field('note')} />
      </Form>
    </Dialog>
  );
}

/** Whether the author was right. */
export function ObjectionDialog({ caseId, onClose, onDone }: FormProps) {
  const t = useTexts(moderationTexts);
  const [decide] = useMutation(DecideObjection);
  const form = useForm({
    initial: { verdict: '' as 'granted' | 'refused' | '', note: '' },
    check: ({ verdict, note }) => ({
      ...(verdict === '' && { verdict: t('objection.verdictMissing') }),
      ...(note.trim().length < 3 && { note: t('decide.noteMissing') }),
    }),
    submit: async ({ verdict, note }) => {
      await decide({ variables: { input: { caseId, isGranted: verdict === 'granted', note } } });
      onClose();
      await onDone();
    },
    texts: moderationTexts,
    draftKey: `objection-verdict-${caseId}`,
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('objection.decideTitle')}>
      <Form form={form} submitLabel={t('objection.decide')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <RadioGroup
          label={t('objection.verdict')}
          choices={[
            { value: 'granted', label: t('objection.grant'), help: t('objection.grantHelp') },
            { value: 'refused', label: t('objection.refuse'), help: t('objection.refuseHelp') },
          ]}
          {...form.field('verdict')}
        />
        <TextArea label={t('decide.note')} help={t('decide.noteHelp')} maxLength={2000} rows={4} {...form.field('note')} />
      </Form>
    </Dialog>
  );
}
