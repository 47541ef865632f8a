import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { uuidv7 } from '#platform/shared';
import { graphql, readFragment, useTexts } from '#platform/web';
import { Button, Dialog, Form, toast, useForm } from '#ui/web';
import { StandingFragment, type DiscussionDialogProps } from '../discussion/discussion.queries.js';
import { discussionsTexts } from '../discussions-texts.js';
import { DiscussionFields, useHeadCheck, type HeadValues } from '../open/DiscussionFields.js';
import { ChoosePosts } from './ChoosePosts.js';

const SplitDiscussion = graphql(`mutation SplitDiscussion($input: SplitDiscussionInput!) { splitDiscussion(input: $input) { id slug } }`);

/** So many go over at once. */
const MOST = 200;

/** Makes a discussion of its own of some posts; links to them last. */
export function SplitDialog({ discussion, onClose }: DiscussionDialogProps) {
  const t = useTexts(discussionsTexts);
  const navigate = useNavigate();
  const checkHead = useHeadCheck();
  const [id] = useState(uuidv7);
  const [split] = useMutation(SplitDiscussion);
  const standing = readFragment(StandingFragment, discussion);
  const form = useForm<HeadValues & { readonly postIds: readonly string[] }>({
    initial: { kind: standing.kind, title: '', topicIds: standing.topics.map((topic) => topic.id), postIds: [] },
    texts: discussionsTexts,
    draftKey: `discussion-split-${discussion.id}`,
    check: (values) => ({ ...checkHead(values), ...(values.postIds.length === 0 && { postIds: t('split.postsMissing') }), ...(values.postIds.length > MOST && { postIds: t('split.tooMany', { max: MOST, count: values.postIds.length }) }) }),
    submit: async ({ kind, title, topicIds, postIds }) => {
      const { data } = await split({ variables: { input: { id, discussionId: discussion.id, postIds: [...postIds], kind, title, topicIds: [...topicIds] } } });
      toast(t('split.done'));
      onClose();
      void navigate(`/d/${data?.splitDiscussion.slug ?? id}`);
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('split.title')} size="wide">
      <p>{t('split.text')}</p>
      <Form form={form} submitLabel={t('split.do')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <ChoosePosts threadId={discussion.id} chosen={form.values.postIds} onChange={(postIds) => form.set({ postIds })} error={form.errors.postIds} />
        <DiscussionFields form={form} known={standing.topics} />
      </Form>
    </Dialog>
  );
}
