import { useMutation } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Button, Dialog, Form, TextArea, toast, useForm } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { StandingFragment, type DiscussionDialogProps } from './discussion.queries.js';

const CloseDiscussion = graphql(`mutation CloseDiscussion($input: CloseDiscussionInput!) { closeDiscussion(input: $input) { ...DiscussionStanding } }`, [StandingFragment]);

/** Ends a discussion, with a reason that its readers see. */
export function CloseDialog({ discussion, onClose }: DiscussionDialogProps) {
  const t = useTexts(discussionsTexts);
  const [close] = useMutation(CloseDiscussion);
  const form = useForm({
    initial: { reason: '' },
    texts: discussionsTexts,
    draftKey: `discussion-close-${discussion.id}`,
    submit: async ({ reason }) => {
      await close({ variables: { input: { discussionId: discussion.id, reason } } });
      toast(t('close.done'));
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('close.title')}>
      <Form form={form} submitLabel={t('close.do')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <TextArea label={t('close.reason')} help={t('close.reasonHelp')} maxLength={500} rows={3} optional {...form.field('reason')} />
      </Form>
    </Dialog>
  );
}
