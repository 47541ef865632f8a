import { useMutation } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Button, Form, TextArea, toast, useForm } from '#ui/web';
import { reportTexts } from '../report/report-texts.js';

const ObjectToDecision = graphql(`
  mutation ObjectToDecision($input: ObjectToDecisionInput!) {
    objectToDecision(input: $input) {
      caseId
      viewerCanObject
      objectionWords
    }
  }
`);

/** An author's one objection to a decision. */
export function ObjectionForm({ caseId, onDone, onCancel }: { readonly caseId: string; readonly onDone: () => void; readonly onCancel?: () => void }) {
  const t = useTexts(reportTexts);
  const [send] = useMutation(ObjectToDecision, { refetchQueries: 'active' });
  const form = useForm({
    initial: { words: '' },
    check: ({ words }) => ({ ...(words.trim().length < 3 && { words: t('objection.missing') }) }),
    submit: async ({ words }) => {
      await send({ variables: { input: { caseId, words } } });
      toast(t('objection.sent'));
      onDone();
    },
    texts: reportTexts,
    draftKey: `objection-${caseId}`,
  });
  return (
    <Form form={form} submitLabel={t('objection.send')} label={t('objection.title')} {...(onCancel && { actions: <Button onClick={onCancel}>{t('cancel')}</Button> })}>
      <TextArea label={t('objection.words')} help={t('objection.help')} maxLength={2000} rows={5} {...form.field('words')} />
    </Form>
  );
}
