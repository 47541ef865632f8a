import { useMutation, useQuery } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Alert, DateTime, Form, LinkButton, List, ListRow, Page, QueryPage, Section, TextArea, toast, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { SheetEntryFragment, SheetForm } from './SheetForm.js';
import classes from './sheet.module.css';

const SheetPageQuery = graphql(
  `
    query SheetPage {
      me {
        id
        standing
        sheetFinishedAt
      }
      myRegistration {
        stage
        declinedBecause
        steps {
          id
          at
          step
          message
        }
      }
      mySheetAudience {
        programme
        spaces
        coordination
      }
      mySheet {
        ...SheetEntryParts
      }
    }
  `,
  [SheetEntryFragment],
);
const Answer = graphql(`
  mutation AnswerQuestion($input: AnswerQuestionInput!) {
    answerQuestion(input: $input) {
      stage
    }
  }
`);

function AnswerForm({ onSent }: { readonly onSent: () => void }) {
  const t = useTexts(accountsTexts);
  const [answer] = useMutation(Answer);
  const form = useForm({
    initial: { message: '' },
    texts: accountsTexts,
    draftKey: 'registration-answer',
    check: (values) => ({ ...(values.message.trim() === '' && { message: t('answer.missing') }) }),
    submit: async (values) => {
      await answer({ variables: { input: values } });
      toast(t('answer.sent'), { kind: 'done' });
      onSent();
    },
  });
  return (
    <Form form={form} submitLabel={t('answer.submit')}>
      <TextArea label={t('answer.label')} maxLength={2000} {...form.field('message')} />
    </Form>
  );
}

/** Step two: the contact data sheet, where the registration stands, and what the coordination asks. */
export function SheetPage() {
  const t = useTexts(accountsTexts);
  const query = useQuery(SheetPageQuery, { fetchPolicy: 'cache-and-network' });
  const again = () => void query.refetch();
  return (
    <QueryPage query={query} pick={(data) => (data.me === null ? null : { ...data, me: data.me })} width="reading" texts={accountsTexts}>
      {({ me, myRegistration: registration, mySheet, mySheetAudience: { programme, spaces, coordination } }) => {
        const isAsked = registration?.stage === 'askedBack';
        const question = registration?.steps.findLast((step) => step.step === 'askedBack');
        const words = registration?.steps.filter((step) => step.message !== '') ?? [];
        return (
          <Page title={t('sheet.title')} summary={t('sheet.summary')} width="reading" audience={t(me.standing === 'approved' ? 'sheet.audience' : 'sheet.audienceBefore', { programme, spaces, coordination, count: coordination })}>
            {isAsked && (
              <Section title={t('question.title')}>
                <Alert kind="warning">
                  <span className={classes.message}>{question?.message}</span>
                </Alert>
                <AnswerForm onSent={again} />
              </Section>
            )}
            {me.standing === 'declined' && (
              <Alert kind="warning" title={t('declined.title')}>
                <span className={classes.message}>{registration?.declinedBecause}</span>
              </Alert>
            )}
            {me.standing === 'waiting' && registration?.stage === 'waiting' && <Alert kind="done">{t('sheet.isWaiting')}</Alert>}
            {me.standing === 'waiting' && registration?.stage === 'sheet' && <Alert>{t('sheet.isOpen')}</Alert>}
            {me.standing === 'approved' && me.sheetFinishedAt === null && <Alert>{t('sheet.isOpenForMember')}</Alert>}
            <SheetForm entries={mySheet} isFinished={me.sheetFinishedAt !== null} accountId={me.id} onFinished={again} />
            {words.length > 0 && (
              <Section title={t('history.title')}>
                <List>
                  {words.map((step) => (
                    <ListRow key={step.id} title={t(`step.${step.step}`)} text={<span className={classes.message}>{step.message}</span>} meta={[<DateTime key="at" at={step.at} as="dateTime" />]} />
                  ))}
                </List>
              </Section>
            )}
            {me.standing === 'approved' && (
              <div>
                <LinkButton to="/konto">{t('toAccount')}</LinkButton>
              </div>
            )}
          </Page>
        );
      }}
    </QueryPage>
  );
}
