import { useQuery } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { RadioGroup, TextField, TokenField, type FormState } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';

const TopicsQuery = graphql(`
  query TopicsToChoose {
    topics { id name }
  }
`);

export const TITLE_MAX = 150;

export interface HeadValues {
  readonly kind: 'question' | 'exchange';
  readonly title: string;
  readonly topicIds: readonly string[];
}

/** Sentences for what is not yet right. */
export function useHeadCheck(): (values: HeadValues) => Partial<Record<keyof HeadValues, string>> {
  const t = useTexts(discussionsTexts);
  return ({ title }) => (title.trim().length < 5 ? { title: t('form.titleMissing') } : {});
}

interface DiscussionFieldsProps<Values extends HeadValues> {
  readonly form: FormState<Values>;
  /** Topics it has already, which may no longer be offered. */
  readonly known?: readonly { readonly id: string; readonly name: string }[];
  /** Between the title and the rest. */
  readonly belowTitle?: React.ReactNode;
}

/** Kind, title and topics, wherever a discussion gets them. */
export function DiscussionFields<Values extends HeadValues>({ form, known = [], belowTitle }: DiscussionFieldsProps<Values>) {
  const t = useTexts(discussionsTexts);
  const { data } = useQuery(TopicsQuery);
  const topics = new Map([...known, ...(data?.topics ?? [])].map(({ id, name }) => [id, name]));
  const set = (part: Partial<HeadValues>) => form.set(part as Partial<Values>);
  const { kind, title, topicIds } = form.values;
  const errorOf = (name: keyof HeadValues & string) => {
    const error = (form.errors as Partial<Record<string, string>>)[name];
    return error === undefined ? {} : { error };
  };
  return (
    <>
      <RadioGroup
        label={t('form.kind')}
        name="kind"
        value={kind}
        onChange={(next) => set({ kind: next })}
        choices={[{ value: 'question', label: t('form.question'), help: t('form.questionHelp') }, { value: 'exchange', label: t('form.exchange'), help: t('form.exchangeHelp') }]}
        {...errorOf('kind')}
      />
      <TextField label={t('form.title')} help={t('form.titleHelp')} name="title" value={title} maxLength={TITLE_MAX} autoComplete="off" onChange={(next) => set({ title: next })} {...errorOf('title')} />
      {belowTitle}
      <TokenField
        label={t('form.topics')}
        help={t('form.topicsHelp')}
        name="topicIds"
        optional
        max={8}
        value={topicIds}
        onChange={(next) => set({ topicIds: next })}
        choices={[...topics].map(([value, label]) => ({ value, label }))}
        {...errorOf('topicIds')}
      />
    </>
  );
}
