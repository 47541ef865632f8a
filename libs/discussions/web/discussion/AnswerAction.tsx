import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@apollo/client/react';
import { useCallback } from 'react';
import type { PostExtras, PostFacts } from '#threads/web';
import { graphql, useErrorTexts, useTexts } from '#platform/web';
import { Button, toast } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { StandingFragment } from './discussion.queries.js';

const AcceptAnswer = graphql(`mutation AcceptAnswer($input: AnswerInput!) { acceptAnswer(input: $input) { ...DiscussionStanding } }`, [StandingFragment]);
const WithdrawAnswer = graphql(`mutation WithdrawAnswer($input: AnswerInput!) { withdrawAnswer(input: $input) { ...DiscussionStanding } }`, [StandingFragment]);

/** What the asker and the moderators can say of a reply: this answered it. */
export function useAnswerAction(discussionId: string, canAccept: boolean, acceptedIds: ReadonlySet<string>): (post: PostFacts) => PostExtras {
  const t = useTexts(discussionsTexts);
  const errors = useErrorTexts(discussionsTexts);
  const [accept] = useMutation(AcceptAnswer);
  const [withdraw] = useMutation(WithdrawAnswer);
  const { sentence } = errors;
  return useCallback(
    (post) => {
      if (!canAccept || post.isOpening || post.isDeleted || post.position === null) return {};
      const variables = { input: { discussionId, postId: post.id } };
      const run = async (act: () => Promise<unknown>, done: 'answer.acceptDone' | 'answer.withdrawDone') => {
        try {
          await act();
          toast(t(done), { isMoment: done === 'answer.acceptDone' });
        } catch (error) {
          toast(sentence(error), { kind: 'danger' });
        }
      };
      if (acceptedIds.has(post.id)) {
        return { entries: [{ label: t('answer.withdraw'), icon: <IconCircleCheck size={18} stroke={1.8} aria-hidden="true" />, onSelect: () => void run(() => withdraw({ variables }), 'answer.withdrawDone') }] };
      }
      return {
        action: (
          <Button kind="quiet" size="small" icon={<IconCircleCheck size={18} stroke={1.8} aria-hidden="true" />} onClick={() => void run(() => accept({ variables }), 'answer.acceptDone')}>
            {t('answer.accept')}
          </Button>
        ),
      };
    },
    // The sentence is only asked for when something went wrong.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [discussionId, canAccept, acceptedIds, accept, withdraw, t],
  );
}
