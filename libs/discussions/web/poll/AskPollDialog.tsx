import { useMutation } from '@apollo/client/react';
import { useTexts } from '#platform/web';
import { Button, Dialog, Form, toast, useForm } from '#ui/web';
import type { DiscussionDialogProps } from '../discussion/discussion.queries.js';
import { discussionsTexts } from '../discussions-texts.js';
import { AskPoll } from './poll.queries.js';
import { emptyPoll, pollFieldOf, pollInput, usePollCheck, type PollValues } from './poll-values.js';
import { inPoll, pollErrorsIn, PollFields } from './PollFields.js';

/** Asks a poll in a discussion that is there. */
export function AskPollDialog({ discussion, onClose }: DiscussionDialogProps) {
  const t = useTexts(discussionsTexts);
  const check = usePollCheck();
  const [ask] = useMutation(AskPoll);
  const form = useForm<{ readonly poll: PollValues }>({
    initial: { poll: emptyPoll() },
    texts: discussionsTexts,
    draftKey: `discussion-poll-${discussion.id}`,
    check: ({ poll }) => inPoll(check(poll)),
    fieldOf: pollFieldOf,
    submit: async ({ poll }) => {
      await ask({ variables: { input: { discussionId: discussion.id, ...pollInput(poll) } } });
      toast(t('poll.asked'));
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('poll.ask')}>
      <p>{t('poll.askText')}</p>
      <Form form={form} submitLabel={t('poll.askDo')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <PollFields values={form.values.poll} onChange={(poll, touched) => form.set({ poll }, touched.map((name) => `poll.${name}`))} errors={pollErrorsIn(form.errors)} />
      </Form>
    </Dialog>
  );
}
