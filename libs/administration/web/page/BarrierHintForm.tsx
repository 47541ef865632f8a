import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, useTexts } from '#platform/web';
import { Alert, Form, TextArea, TextField, useForm } from '#ui/web';
import { administrationTexts } from '../administration-texts.js';

const SendBarrierHint = graphql(`mutation SendBarrierHint($input: BarrierHintInput!) { sendBarrierHint(input: $input) }`);

/** Tells the operator what cannot be used; works without an account. */
export function BarrierHintForm() {
  const t = useTexts(administrationTexts);
  const [send] = useMutation(SendBarrierHint);
  const [isSent, setSent] = useState(false);
  const form = useForm({
    initial: { page: '', text: '', answerTo: '' },
    check: (values) => ({ ...(values.text.trim() === '' && { text: t('hint.textMissing') }) }),
    submit: async ({ page, text, answerTo }) => {
      await send({ variables: { input: { page, text, answerTo: answerTo.trim() === '' ? null : answerTo } } });
      setSent(true);
    },
    texts: administrationTexts,
    draftKey: 'barrier-hint',
  });
  if (isSent) return <Alert kind="done" live>{t('hint.sent')}</Alert>;
  return (
    <Form form={form} submitLabel={t('hint.send')}>
      <TextField label={t('hint.page')} help={t('hint.pageHelp')} optional {...form.field('page')} />
      <TextArea label={t('hint.text')} maxLength={2000} {...form.field('text')} />
      <TextField label={t('hint.answerTo')} help={t('hint.answerToHelp')} type="email" autoComplete="email" optional {...form.field('answerTo')} />
    </Form>
  );
}
