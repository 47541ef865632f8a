import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { announce, graphql, useErrorTexts, useTexts } from '#platform/web';
import { Button, Dialog, FieldError, RadioGroup, SearchField, Skeleton, toast, useFieldIds } from '#ui/web';
import type { DiscussionDialogProps } from '../discussion/discussion.queries.js';
import { discussionsTexts } from '../discussions-texts.js';

const NewestQuery = graphql(`
  query DiscussionsToMerge($space: String!) {
    discussions(space: $space, first: 20) { nodes { id title replyCount } }
  }
`);
const FoundQuery = graphql(`
  query DiscussionsFoundToMerge($title: String!, $space: String!) {
    similar(title: $title, space: $space) { id kind title }
  }
`);
const MergeDiscussions = graphql(`mutation MergeDiscussions($input: MergeDiscussionsInput!) { mergeDiscussions(input: $input) { id slug } }`);

const PAUSE_MS = 350;

/** Makes one of two discussions of a space; this one goes into the other. */
export function MergeDialog({ discussion, onClose }: DiscussionDialogProps) {
  const t = useTexts(discussionsTexts);
  const errors = useErrorTexts(discussionsTexts);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [into, setInto] = useState('');
  const [problem, setProblem] = useState<string>();
  const space = discussion.space?.id ?? '';
  const newest = useQuery(NewestQuery, { variables: { space } });
  const found = useQuery(FoundQuery, { variables: { title: text, space }, skip: text === '' });
  const [merge, { loading }] = useMutation(MergeDiscussions);
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim().slice(0, 150)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const all = text === '' ? (newest.data?.discussions.nodes ?? []) : (found.data?.similar ?? []).filter(({ kind }) => kind === 'discussion');
  const choices = all.filter(({ id }) => id !== discussion.id).map(({ id, title }) => ({ value: id, label: title }));
  // What was chosen and then searched away is not seen any more: nothing unseen is merged.
  const isSeen = choices.some(({ value }) => value === into);
  const isLoading = newest.loading || found.loading;
  // Where there is nothing to choose from, what is wrong stands at the search.
  const problemOfSearch = isLoading || choices.length === 0 ? problem : undefined;
  const { id: searchId, describedBy } = useFieldIds({ ...(problemOfSearch !== undefined && { error: problemOfSearch }) });
  const refuse = (sentence: string) => {
    setProblem(sentence);
    announce(sentence, 'assertive');
    const field = document.querySelector<HTMLElement>('dialog[open] input[name="into"]') ?? document.querySelector<HTMLElement>('dialog[open] input[type="search"]');
    field?.focus();
  };
  const search = (words: string) => {
    setTyped(words);
    setProblem(undefined);
  };
  const choose = (id: string) => {
    setInto(id);
    setProblem(undefined);
  };
  const go = async () => {
    if (!isSeen) return refuse(t('merge.missing'));
    setProblem(undefined);
    try {
      const { data } = await merge({ variables: { input: { fromDiscussionId: discussion.id, intoDiscussionId: into } } });
      toast(t('merge.done'));
      onClose();
      void navigate(`/d/${data?.mergeDiscussions.slug ?? into}`, { replace: true });
    } catch (error) {
      refuse(errors.sentence(error));
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('merge.title')}
      actions={
        <>
          <Button kind="danger" busy={loading} onClick={() => void go()}>{t('merge.do')}</Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <p>{t('merge.text')}</p>
      <SearchField label={t('merge.search')} placeholder={t('merge.search')} value={typed} onChange={search} aria-invalid={problemOfSearch !== undefined} aria-describedby={describedBy} />
      <FieldError id={searchId}>{problemOfSearch}</FieldError>
      {isLoading ? <Skeleton lines={4} /> : choices.length === 0 ? <p>{t('merge.none')}</p> : <RadioGroup label={t('merge.into')} name="into" value={isSeen ? into : ''} onChange={choose} choices={choices} {...(problem !== undefined && { error: problem })} />}
    </Dialog>
  );
}
