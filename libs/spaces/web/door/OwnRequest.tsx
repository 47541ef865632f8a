import { useMutation } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Alert, Button, ConfirmDialog, DateTime, Form, Section, TextArea, toast, useForm } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import classes from './door.module.css';

export const OwnRequestFragment = graphql(`
  fragment OwnRequest on JoinRequest {
    id
    state
    note
    message
    askAgainAt
    createdAt
    answers {
      question
      answer
    }
  }
`);
const AnswerJoinRequest = graphql(`
  mutation AnswerJoinRequest($input: AnswerJoinRequestInput!) {
    answerJoinRequest(input: $input) {
      id
      state
    }
  }
`);
const WithdrawJoinRequest = graphql(`
  mutation WithdrawJoinRequest($input: JoinRequestIdInput!) {
    withdrawJoinRequest(input: $input) {
      id
      state
    }
  }
`);

/** How my request stands: waiting, asked back, declined. Approved and withdrawn ones need no words here. */
export function OwnRequest({ request: masked, answerDays }: { readonly request: FragmentOf<typeof OwnRequestFragment>; readonly answerDays: number }) {
  const t = useTexts(spacesTexts);
  const request = readFragment(OwnRequestFragment, masked);
  const [now] = useState(() => new Date());
  const [isAsking, setAsking] = useState(false);
  const [withdraw] = useMutation(WithdrawJoinRequest, { refetchQueries: 'active', awaitRefetchQueries: true });
  const date = request.askAgainAt === null ? null : <DateTime at={request.askAgainAt} as="date" />;

  if (request.state === 'declined') {
    const isPast = request.askAgainAt !== null && new Date(request.askAgainAt) <= now;
    return (
      <Alert kind="warning" title={t('own.declinedTitle')}>
        <blockquote className={classes.quote}>{request.note}</blockquote>
        {isPast || date === null ? t('own.declinedAgain') : t.rich('own.declinedUntil', { date })}
      </Alert>
    );
  }
  if (request.state !== 'waiting' && request.state !== 'asked') return null;
  const takeBack = (
    <div>
      <Button size="small" onClick={() => setAsking(true)}>{t('own.withdraw')}</Button>
    </div>
  );
  return (
    <>
      {request.state === 'waiting' ? (
        <Alert title={t('own.waitingTitle')} action={takeBack}>
          {t.rich('own.waitingText', { date: <DateTime at={request.createdAt} as="date" />, count: answerDays })}
        </Alert>
      ) : (
        <AskedBack requestId={request.id} question={request.note} action={takeBack} />
      )}
      <Section title={t('own.yours')}>
        <dl className={classes.answers}>
          {request.answers.map((answer) => (
            <div key={answer.question}>
              <dt>{answer.question}</dt>
              <dd>{answer.answer}</dd>
            </div>
          ))}
          {request.message !== '' && (
            <div>
              <dt>{t('door.message')}</dt>
              <dd>{request.message}</dd>
            </div>
          )}
        </dl>
      </Section>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('own.withdrawTitle')}
        confirmLabel={t('own.withdraw')}
        texts={spacesTexts}
        onConfirm={async () => {
          await withdraw({ variables: { input: { requestId: request.id } } });
          toast(t('own.withdrawn'));
        }}
      >
        {t('own.withdrawText')}
      </ConfirmDialog>
    </>
  );
}

function AskedBack({ requestId, question, action }: { readonly requestId: string; readonly question: string; readonly action: ReactNode }) {
  const t = useTexts(spacesTexts);
  const [answer] = useMutation(AnswerJoinRequest, { refetchQueries: 'active', awaitRefetchQueries: true });
  const form = useForm({
    initial: { answer: '' },
    check: (values) => ({ ...(values.answer.trim() === '' && { answer: t('door.answerMissing') }) }),
    submit: async (values) => {
      await answer({ variables: { input: { requestId, answer: values.answer } } });
      toast(t('own.answered'));
    },
    texts: spacesTexts,
    draftKey: `answer-${requestId}`,
  });
  return (
    <Section title={t('own.askedTitle')}>
      <blockquote className={classes.quote}>{question}</blockquote>
      <Form form={form} submitLabel={t('own.answer')} actions={action}>
        <TextArea label={t('own.answerLabel')} maxLength={2000} rows={4} {...form.field('answer')} />
      </Form>
    </Section>
  );
}
