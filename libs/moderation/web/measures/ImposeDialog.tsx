import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { uuidv7 } from '#platform/shared';
import { graphql, useTexts } from '#platform/web';
import { berlinDayOf, Button, Dialog, endOfBerlinDay, Form, RadioGroup, Select, TextArea, TextField, toast, useForm } from '#ui/web';
import { moderationTexts } from '../moderation-texts.js';

const ImposeMeasure = graphql(`
  mutation ImposeMeasure($input: ImposeMeasureInput!) {
    imposeMeasure(input: $input) {
      id
      isRunning
    }
  }
`);

const KINDS = ['slow', 'silence', 'suspend'] as const;
const MINUTES = [10, 30, 60, 240, 1440] as const;
const DAY_MS = 86_400_000;

interface ImposeDialogProps {
  readonly spaceId: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly caseId?: string;
  readonly onClose: () => void;
}

/** What shall hold against somebody in this space, until when and why. */
export function ImposeDialog({ spaceId, person, caseId, onClose }: ImposeDialogProps) {
  const t = useTexts(moderationTexts);
  const [impose] = useMutation(ImposeMeasure, { refetchQueries: 'active' });
  const [inAWeek] = useState(() => berlinDayOf(new Date(Date.now() + 7 * DAY_MS)));
  const form = useForm({
    initial: { kind: '' as (typeof KINDS)[number] | '', minutes: '60', endsAt: inAWeek, reason: '' },
    check: ({ kind, endsAt, reason }) => ({
      ...(kind === '' && { kind: t('measure.kindMissing') }),
      ...(Number.isNaN(endOfBerlinDay(endsAt).getTime()) && { endsAt: t('measure.endMissing') }),
      ...(reason.trim().length < 3 && { reason: t('measure.reasonMissing') }),
    }),
    submit: async ({ kind, minutes, endsAt, reason }) => {
      if (kind === '') return;
      await impose({
        variables: { input: { id: uuidv7(), spaceId, accountId: person.id, kind, minutes: kind === 'slow' ? Number(minutes) : null, endsAt: endOfBerlinDay(endsAt).toISOString(), reason, caseId: caseId ?? null } },
      });
      toast(t('measure.done', { name: person.name }));
      onClose();
    },
    texts: moderationTexts,
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('measure.title', { name: person.name })}>
      <p>{t('measure.intro')}</p>
      <Form form={form} submitLabel={t('measure.submit')} submitKind="danger" actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <RadioGroup label={t('measure.kind')} choices={KINDS.map((kind) => ({ value: kind, label: t(`measureKind.${kind}`), help: t(`measureKind.${kind}Help`) }))} {...form.field('kind')} />
        {form.values.kind === 'slow' && <Select label={t('measure.minutes')} choices={MINUTES.map((minutes) => ({ value: String(minutes), label: t('measure.every', { count: minutes }) }))} {...form.field('minutes')} />}
        <TextField label={t('measure.endsAt')} help={t('measure.endsAtHelp')} type="date" {...form.field('endsAt')} />
        <TextArea label={t('measure.reason')} help={t('measure.reasonHelp')} maxLength={1000} rows={3} {...form.field('reason')} />
      </Form>
    </Dialog>
  );
}
