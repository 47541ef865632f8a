import { useMutation, useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { graphql, useTexts, type ResultOf } from '#platform/web';
import { Checkbox, DateTime, Form, Page, QueryPage, RadioGroup, Section, toast, useForm } from '#ui/web';
import { harvestTexts } from '../harvest-texts.js';
import classes from '../making/harvest.module.css';
import { plainWords } from '../plain-words.js';

const RequestQuery = graphql(`
  query HarvestRequest($id: ID!) {
    harvestRequest(id: $id) {
      id
      consent
      wantsCredit
      answeredAt
      spaceName
      audience
      askedBy {
        accountId
        name
      }
      discussion {
        id
        slug
        title
      }
      passages {
        id
        postId
        text
      }
    }
  }
`);
const AnswerRequest = graphql(`
  mutation AnswerHarvestRequest($input: AnswerHarvestRequestInput!) {
    answerHarvestRequest(input: $input) {
      id
      consent
      wantsCredit
      answeredAt
    }
  }
`);

type Request = ResultOf<typeof RequestQuery>['harvestRequest'];
const ANSWERS = ['verbatim', 'paraphrase', 'no'] as const;
const AUDIENCES = ['everyone', 'programme', 'role', 'members'] as const;

/** Somebody's words are wanted for a tip: which, where they will stand, and the answer. */
export function RequestPage() {
  const { id = '' } = useParams();
  const query = useQuery(RequestQuery, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryPage query={query} pick={(data) => data.harvestRequest} width="reading" texts={harvestTexts}>
      {(request) => <Asked key={request.id} request={request} />}
    </QueryPage>
  );
}

function Asked({ request }: { readonly request: Request }) {
  const t = useTexts(harvestTexts);
  const { discussion, askedBy, passages, spaceName, answeredAt } = request;
  const link = discussion === null ? t('ask.gone') : <Link to={`/d/${discussion.slug}`}>{discussion.title}</Link>;
  const audience = AUDIENCES.find((kind) => kind === request.audience);
  return (
    <Page title={t('ask.title')} width="reading">
      <p>{askedBy?.name ? t.rich('ask.intro', { name: askedBy.name, link }) : t.rich('ask.introNobody', { link })}</p>
      <p>
        {spaceName !== null && t('ask.where', { space: spaceName })} {audience !== undefined && t(`ask.audience.${audience}`)}
      </p>
      {passages.length === 0 ? <p>{t('ask.noWords')}</p> : <p>{t('ask.words')}</p>}
      {passages.map((passage) => (
        <blockquote key={passage.id} className={classes.words}>{passage.text === '' ? t('panel.forgotten') : plainWords(passage.text)}</blockquote>
      ))}
      {answeredAt !== null && <p>{t.rich('ask.answered', { at: <DateTime at={answeredAt} as="date" /> })}</p>}
      <AnswerForm request={request} />
    </Page>
  );
}

function AnswerForm({ request }: { readonly request: Request }) {
  const t = useTexts(harvestTexts);
  const [answer] = useMutation(AnswerRequest);
  const hasWords = request.passages.length > 0;
  const given = ANSWERS.find((consent) => consent === request.consent);
  const initial: { consent: (typeof ANSWERS)[number] | ''; wantsCredit: boolean } = { consent: given ?? (hasWords ? '' : 'verbatim'), wantsCredit: request.wantsCredit };
  const form = useForm({
    initial,
    texts: harvestTexts,
    check: ({ consent }) => ({ ...(consent === '' && { consent: t('ask.missing') }) }),
    submit: async ({ consent, wantsCredit }) => {
      if (consent === '') return;
      await answer({ variables: { input: { requestId: request.id, consent, wantsCredit: wantsCredit && consent !== 'no' } } });
      toast(t('ask.done'), { kind: 'done' });
    },
  });
  return (
    <Section title={t('ask.answer')}>
      <Form form={form} submitLabel={t('ask.submit')}>
        {hasWords && <RadioGroup label={t('ask.consent')} choices={ANSWERS.map((value) => ({ value, label: t(`ask.${value}`) }))} {...form.field('consent')} />}
        {form.values.consent !== 'no' && <Checkbox label={t('ask.credit')} {...form.field('wantsCredit')} />}
      </Form>
      <p>{t('ask.later')}</p>
    </Section>
  );
}
