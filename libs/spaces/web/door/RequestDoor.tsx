import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { uuidv7 } from '#platform/shared';
import { graphql, useTexts } from '#platform/web';
import { Form, Section, TextArea, toast, useForm } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';

const RequestToJoin = graphql(`
  mutation RequestToJoin($input: RequestToJoinInput!) {
    requestToJoin(input: $input) {
      id
      state
    }
  }
`);

interface RequestDoorProps {
  readonly spaceId: string;
  readonly questions: readonly string[];
  readonly answerDays: number;
  readonly isAgain: boolean;
}

/** Asking to be let in: the moderators' own questions and a few words. */
export function RequestDoor({ spaceId, questions, answerDays, isAgain }: RequestDoorProps) {
  const t = useTexts(spacesTexts);
  const [id] = useState(uuidv7);
  const [send] = useMutation(RequestToJoin, { refetchQueries: 'active', awaitRefetchQueries: true });
  const names = questions.map((_question, index) => `answer${index}`);
  const form = useForm<Record<string, string>>({
    initial: { message: '', ...Object.fromEntries(names.map((name) => [name, ''])) },
    check: (values) => Object.fromEntries(names.flatMap((name, index) => ((values[name] ?? '').trim() === '' ? [[name, t('door.answerMissingOf', { question: questions[index] ?? '' })]] : []))),
    submit: async (values) => {
      await send({ variables: { input: { id, spaceId, message: values['message'] ?? '', answers: names.map((name) => values[name] ?? '') } } });
      toast(t('door.requestSent'));
    },
    fieldOf: (field) => field.replace(/^answers\.(\d+)$/, 'answer$1'),
    texts: spacesTexts,
    draftKey: `join-${spaceId}`,
  });
  return (
    <Section title={t(isAgain ? 'door.requestAgainTitle' : 'door.requestTitle')}>
      <p>{t('door.requestText', { count: answerDays })}</p>
      <Form form={form} submitLabel={t('door.request')}>
        {questions.map((question, index) => {
          const { value, ...field } = form.field(`answer${index}`);
          return <TextArea key={question} label={question} maxLength={2000} rows={3} value={value ?? ''} {...field} />;
        })}
        <MessageField form={form} />
      </Form>
    </Section>
  );
}

function MessageField({ form }: { readonly form: ReturnType<typeof useForm<Record<string, string>>> }) {
  const t = useTexts(spacesTexts);
  const { value, ...field } = form.field('message');
  return <TextArea label={t('door.message')} help={t('door.messageHelp')} optional maxLength={2000} rows={4} value={value ?? ''} {...field} />;
}
