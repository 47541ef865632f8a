import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useAudienceSentence, WhoCanSeeFragment } from '#spaces/web';
import { announce, describeError, graphql, readFragment, useErrorTexts, useTexts } from '#platform/web';
import { Alert, Button, Dialog, Facts, Select, Skeleton, toast } from '#ui/web';
import { StandingFragment, type DiscussionDialogProps } from '../discussion/discussion.queries.js';
import { discussionsTexts } from '../discussions-texts.js';
import classes from './rearrange.module.css';

const SpacesQuery = graphql(`
  query SpacesToMoveTo {
    mySpaces { id name archivedAt }
  }
`);

const PreviewQuery = graphql(
  `
    query MoveDiscussionPreview($input: MoveDiscussionPreviewInput!) {
      moveDiscussionPreview(input: $input) { gains losses isWider opensToEveryone confirmation before { ...WhoCanSee } after { ...WhoCanSee } }
    }
  `,
  [WhoCanSeeFragment],
);

const MoveDiscussion = graphql(
  `
    mutation MoveDiscussion($input: MoveDiscussionInput!) {
      moveDiscussion(input: $input) { spaceId space { id slug name } audience { ...WhoCanSee } ...DiscussionStanding }
    }
  `,
  [StandingFragment, WhoCanSeeFragment],
);

/** Moves a discussion to another space; first says who will see it more and who no longer. */
export function MoveDialog({ discussion, onClose }: DiscussionDialogProps) {
  const t = useTexts(discussionsTexts);
  const errors = useErrorTexts(discussionsTexts);
  const audience = useAudienceSentence();
  const client = useApolloClient();
  const spaces = useQuery(SpacesQuery);
  const [toSpaceId, setSpace] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const preview = useQuery(PreviewQuery, { variables: { input: { discussionId: discussion.id, toSpaceId } }, skip: toSpaceId === '', fetchPolicy: 'network-only' });
  const [move, { loading }] = useMutation(MoveDiscussion);
  const change = preview.data?.moveDiscussionPreview;
  const wrong = preview.error !== undefined && toSpaceId !== '' ? errors.sentence(preview.error) : isMissing ? t('move.missing') : undefined;
  const offered = (spaces.data?.mySpaces ?? []).filter(({ id, archivedAt }) => archivedAt === null && id !== discussion.space?.id);
  const go = async () => {
    if (toSpaceId === '') {
      setProblem(undefined);
      setMissing(true);
      announce(t('move.missing'), 'assertive');
      document.querySelector<HTMLElement>('dialog[open] select')?.focus();
      return;
    }
    // Nobody agrees to what was not shown yet.
    if (change === undefined) return;
    setProblem(undefined);
    try {
      await move({ variables: { input: { discussionId: discussion.id, toSpaceId, ...(change.isWider && { confirmAudience: change.confirmation }) } } });
      toast(t('move.done'));
      onClose();
      void client.refetchQueries({ include: ['Discussion'] });
    } catch (error) {
      setProblem(errors.sentence(error));
      // The circle has changed while it was being read: it is shown anew.
      if (describeError(error).code === 'CONFLICT') void preview.refetch();
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('move.title')}
      actions={
        <>
          <Button kind={change?.isWider === true ? 'danger' : 'primary'} busy={loading || (toSpaceId !== '' && preview.loading)} onClick={() => void go()}>{t('move.do')}</Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      {problem !== undefined && <Alert kind="danger" live>{problem}</Alert>}
      <Select
        label={t('move.to')}
        placeholder={t('move.choose')}
        value={toSpaceId}
        onChange={(id) => {
          setSpace(id);
          setMissing(false);
          setProblem(undefined);
        }}
        choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
        {...(wrong !== undefined && { error: wrong })}
      />
      {toSpaceId !== '' && preview.loading && <Skeleton lines={3} />}
      {change !== undefined && (
        <output className={classes.change}>
          <Facts
            facts={[
              { name: t('move.now'), value: audience(readFragment(WhoCanSeeFragment, change.before)) },
              { name: t('move.then'), value: audience(readFragment(WhoCanSeeFragment, change.after)) },
              { name: t('move.gains'), value: change.opensToEveryone ? t('move.everyone') : t('move.people', { count: change.gains }) },
              { name: t('move.losses'), value: t('move.people', { count: change.losses }) },
            ]}
          />
          <p>{t('move.follows')}</p>
        </output>
      )}
    </Dialog>
  );
}
