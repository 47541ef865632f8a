import { useMutation } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { graphql, readFragment, useTexts } from '#platform/web';
import { Button, Dialog, Form, toast, useForm } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { DiscussionFields, useHeadCheck, type HeadValues } from '../open/DiscussionFields.js';
import { StandingFragment, type DiscussionDialogProps } from './discussion.queries.js';

const EditDiscussion = graphql(`mutation EditDiscussion($input: EditDiscussionInput!) { editDiscussion(input: $input) { ...DiscussionStanding } }`, [StandingFragment]);

/** Title, kind and topics; the first post is changed like any other. */
export function EditDialog({ discussion, onClose }: DiscussionDialogProps) {
  const t = useTexts(discussionsTexts);
  const navigate = useNavigate();
  const check = useHeadCheck();
  const [edit] = useMutation(EditDiscussion);
  const standing = readFragment(StandingFragment, discussion);
  const form = useForm<HeadValues>({
    initial: { kind: standing.kind, title: standing.title, topicIds: standing.topics.map(({ id }) => id) },
    texts: discussionsTexts,
    check,
    submit: async ({ kind, title, topicIds }) => {
      const { data } = await edit({ variables: { input: { discussionId: discussion.id, baseVersion: standing.version, kind, title, topicIds: [...topicIds] } } });
      const changed = data === undefined ? undefined : readFragment(StandingFragment, data.editDiscussion);
      toast(t('edit.done'));
      onClose();
      if (changed !== undefined && changed.slug !== discussion.slug) void navigate(`/d/${changed.slug}`, { replace: true });
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('edit.title')}>
      <Form form={form} submitLabel={t('edit.save')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <DiscussionFields form={form} known={standing.topics} />
      </Form>
    </Dialog>
  );
}
