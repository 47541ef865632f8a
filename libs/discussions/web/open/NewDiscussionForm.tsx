import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { MarkdownEditor } from '#text/web';
import { useMentionSource } from '#threads/web';
import { announce, graphql, useErrorTexts, useLocale, useTexts } from '#platform/web';
import { Alert, Button, Checkbox, Form, formatTime, LinkButton, Stack, toast, useForm, useLeaveGuard } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { DiscardDialog } from '../drafts/DiscardDialog.js';
import type { HeldDraft } from '../drafts/draft-store.js';
import type { NewDiscussion } from '../drafts/new-discussion.js';
import { useDrafts } from '../drafts/use-drafts.js';
import { pollFieldOf, pollInput, usePollCheck } from '../poll/poll-values.js';
import { inPoll, pollErrorsIn, PollFields } from '../poll/PollFields.js';
import { DiscussionFields, useHeadCheck } from './DiscussionFields.js';
import classes from './open.module.css';
import { SimilarList } from './SimilarList.js';

const OpenDiscussion = graphql(`
  mutation OpenDiscussion($input: OpenDiscussionInput!) {
    openDiscussion(input: $input) { id slug state }
  }
`);

/** As the server takes of a first post. */
const BODY_MAX = 50_000;

interface NewDiscussionFormProps {
  readonly space: { readonly id: string; readonly slug: string };
  readonly initial: NewDiscussion;
  /** The draft is there, or has become another one. */
  readonly onNamed: (id: string) => void;
}

/** What a discussion begins with. Every word of it is kept until it is published. */
export function NewDiscussionForm({ space, initial, onNamed }: NewDiscussionFormProps) {
  const t = useTexts(discussionsTexts);
  const client = useApolloClient();
  const navigate = useNavigate();
  const checkHead = useHeadCheck();
  const checkPoll = usePollCheck();
  const mentions = useMentionSource(null, space.id);
  const { store } = useDrafts();
  const [isDiscarding, setDiscarding] = useState(false);
  const form = useForm<NewDiscussion>({
    initial,
    texts: discussionsTexts,
    check: (values) => ({
      ...checkHead(values),
      ...(values.body.trim() === '' && { body: t('form.bodyMissing') }),
      ...(values.hasPoll && inPoll(checkPoll(values.poll))),
    }),
    fieldOf: (field) => (field.startsWith('poll.') ? pollFieldOf(field.slice('poll.'.length)) : field),
    submit: async (values) => {
      const { id, kind, title, topicIds, body, hasPoll, poll } = values;
      store.type(values, space);
      await store.rest(id);
      try {
        const { data } = await client.mutate({ mutation: OpenDiscussion, variables: { input: { id, spaceId: space.id, kind, title, body, topicIds: [...topicIds], ...(hasPoll && { poll: pollInput(poll) }) } } });
        store.opened(id);
        toast(t(data?.openDiscussion.state === 'review' ? 'new.held' : 'new.done'), { isMoment: true });
        void navigate(`/d/${data?.openDiscussion.slug ?? id}`);
      } catch (error) {
        store.wake(id);
        throw error;
      }
    },
  });
  const { values } = form;
  const draft = useKept(values, space, form.isChanged, onNamed, form.reset);
  useLeaveGuard(form.isBusy);
  return (
    <>
      {draft?.partedFrom && <Parted from={draft.partedFrom} spaceSlug={space.slug} />}
      <Form
        form={form}
        submitLabel={t('new.open')}
        actions={
          <>
            <LinkButton kind="quiet" to={`/raum/${space.slug}/diskussionen`}>{t('new.later')}</LinkButton>
            {draft !== undefined && <Button kind="quiet" onClick={() => setDiscarding(true)}>{t('begun.discard')}</Button>}
          </>
        }
      >
        <DiscussionFields form={form} belowTitle={<SimilarList title={values.title} />} />
        <MarkdownEditor
          name="body"
          label={t('form.body')}
          description={t(values.kind === 'question' ? 'form.bodyQuestion' : 'form.bodyExchange')}
          value={values.body}
          onChange={(body) => form.set({ body })}
          maxLength={BODY_MAX}
          tools="short"
          mentions={mentions}
          {...(form.errors.body !== undefined && { error: form.errors.body })}
        />
        <Checkbox label={t('form.poll')} help={t('form.pollHelp')} value={values.hasPoll} onChange={(hasPoll) => form.set({ hasPoll }, hasPoll ? [] : Object.keys(form.errors).filter((name) => name.startsWith('poll.')))} />
        {values.hasPoll && <PollFields values={values.poll} onChange={(poll, touched) => form.set({ poll }, touched.map((name) => `poll.${name}`))} errors={pollErrorsIn(form.errors)} />}
        <SavedLine draft={draft} />
      </Form>
      <DiscardDialog isOpen={isDiscarding} onClose={() => setDiscarding(false)} discard={() => store.discard(values.id)} onDone={() => navigate(`/raum/${space.slug}/diskussionen`)} />
    </>
  );
}

/** Keeps what is typed, and follows what happens to the draft elsewhere. */
function useKept(values: NewDiscussion, space: NewDiscussionFormProps['space'], isChanged: boolean, onNamed: (id: string) => void, reset: (values: NewDiscussion) => void): HeldDraft | undefined {
  const t = useTexts(discussionsTexts);
  const { store, held } = useDrafts();
  const { id } = values;
  // One that is taken up again has its name in the address already.
  const named = useRef(held.has(id) ? id : undefined);
  useEffect(() => {
    if (isChanged) store.type(values, space);
  }, [store, values, space, isChanged]);
  const draft = held.get(id);
  // Its words were parted from those of another device: from now on this is the form of the new draft.
  const parted = [...held.values()].find(({ partedFrom }) => partedFrom?.id === id)?.draft;
  useEffect(() => {
    if (draft === undefined && parted !== undefined) reset({ ...values, id: parted.id, poll: { ...values.poll, id: parted.poll.id } });
    const isThere = draft !== undefined;
    if (!isThere || named.current === id) return;
    named.current = id;
    onNamed(id);
  });
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      const words = await store.look(id);
      if (words === undefined) return;
      reset(words);
      announce(t('draft.takenOver'));
    };
    const seen = () => void look();
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [store, id, reset, t]);
  return draft;
}

/** Two devices, two drafts: says so, and leads to the other one. */
function Parted({ from, spaceSlug }: { readonly from: NonNullable<HeldDraft['partedFrom']>; readonly spaceSlug: string }) {
  const t = useTexts(discussionsTexts);
  const link = <Link key="other" to={from.isOpened ? `/d/${from.id}` : `/raum/${spaceSlug}/diskussion/neu?entwurf=${from.id}`}>{t(from.isOpened ? 'draft.toOpened' : 'draft.toOther')}</Link>;
  return (
    <Alert kind="warning" live title={t(from.isOpened ? 'draft.openedElsewhere' : 'draft.changedElsewhere')}>
      <Stack>
        <p>{t('draft.parted')}</p>
        <p>{link}</p>
      </Stack>
    </Alert>
  );
}

/** Where the text is: only trouble is read out. */
function SavedLine({ draft }: { readonly draft: HeldDraft | undefined }) {
  const t = useTexts(discussionsTexts);
  const errors = useErrorTexts(discussionsTexts);
  const { locale } = useLocale();
  const state = draft?.state;
  const words =
    state === undefined ? t('new.keptNote')
    : state.kind === 'saved' ? t('draft.saved', { time: formatTime(state.at, 'time', locale) })
    : state.kind === 'waiting' ? t('draft.waiting')
    : state.kind === 'kept' ? t('draft.kept')
    : t('draft.refused', { why: errors.sentence(state.error) });
  const isTrouble = state?.kind === 'kept' || state?.kind === 'refused';
  useEffect(() => {
    if (isTrouble) announce(words);
  }, [isTrouble, words]);
  return <p className={classes.kept}>{words}</p>;
}
