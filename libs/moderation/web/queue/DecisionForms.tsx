import { useMutation } from '@apollo/client/react';
import { useTexts, type FragmentOf } from '#platform/web';
import { WhoCanSee, type WhoCanSeeFragment } from '#spaces/web';
import { Button, Dialog, Form, RadioGroup, Select, TextArea, useForm } from '#ui/web';
import { moderationTexts } from '../moderation-texts.js';
import { REPORT_REASONS, type ReportReason } from '../report/ReportDialog.js';
import { reportTexts } from '../report/report-texts.js';
import { DecideCase, DecideObjection } from './case.queries.js';

interface FormProps {
  readonly caseId: string;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
  /** Answers whether the case itself shows what is the matter; then there is nothing left to fill in here. */
  readonly onRefused: (error: unknown) => Promise<boolean>;
}

interface ReasonDialogProps extends FormProps {
  readonly decision: 'hide' | 'reject';
  /** Of the item as it was read. */
  readonly itemVersion: string | null;
  readonly proposed: ReportReason | '';
}

/** Hiding and rejecting: the category for the log, the words for the author. */
export function ReasonDialog({ caseId, itemVersion, decision, proposed, onClose, onDone, onRefused }: ReasonDialogProps) {
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
      if (reason === '') return false;
      try {
        await decide({ variables: { input: { caseId, decision, reason, note, itemVersion } } });
      } catch (error) {
        if (!(await onRefused(error))) throw error;
        onClose();
        // What was written stands there again where it can still be decided.
        return false;
      }
      onClose();
      await onDone();
      return true;
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

interface ObjectionDialogProps extends FormProps {
  /** Who would see it again. */
  readonly audience: FragmentOf<typeof WhoCanSeeFragment> | null;
  readonly confirmAudience: number | null;
}

/** Whether the author was right. */
export function ObjectionDialog({ caseId, audience, confirmAudience, onClose, onDone, onRefused }: ObjectionDialogProps) {
  const t = useTexts(moderationTexts);
  const [decide] = useMutation(DecideObjection);
  const form = useForm({
    initial: { verdict: '' as 'granted' | 'refused' | '', note: '' },
    check: ({ verdict, note }) => ({
      ...(verdict === '' && { verdict: t('objection.verdictMissing') }),
      ...(note.trim().length < 3 && { note: t('decide.noteMissing') }),
    }),
    submit: async ({ verdict, note }) => {
      const isGranted = verdict === 'granted';
      try {
        await decide({ variables: { input: { caseId, isGranted, note, ...(isGranted && { confirmAudience }) } } });
      } catch (error) {
        if (!(await onRefused(error))) throw error;
        onClose();
        return false;
      }
      onClose();
      await onDone();
      return true;
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
            { value: 'granted', label: t('objection.grant'), help: <>{t('objection.grantHelp')} {audience !== null && <WhoCanSee audience={audience} />}</> },
            { value: 'refused', label: t('objection.refuse'), help: t('objection.refuseHelp') },
          ]}
          {...form.field('verdict')}
        />
        <TextArea label={t('decide.note')} help={t('decide.noteHelp')} maxLength={2000} rows={4} {...form.field('note')} />
      </Form>
    </Dialog>
  );
}
