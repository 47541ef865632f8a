import { useMutation } from '@apollo/client/react';
import { graphql, readFragment, useTexts } from '#platform/web';
import { Button, Dialog, Form, RadioGroup, toast, useForm } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { StandingFragment, type DiscussionDialogProps } from './discussion.queries.js';

const SetSlowMode = graphql(`mutation SetSlowMode($input: SetSlowModeInput!) { setSlowMode(input: $input) { ...DiscussionStanding thread { id slowModeSeconds mayReplyAt } } }`, [StandingFragment]);

const paces = ['0', '60', '600', '3600', '86400'] as const;

/** Makes everybody wait between two replies: where tempers run high, that helps more than closing. */
export function SlowDialog({ discussion, onClose }: DiscussionDialogProps) {
  const t = useTexts(discussionsTexts);
  const [slow] = useMutation(SetSlowMode);
  const { slowModeSeconds } = readFragment(StandingFragment, discussion);
  const form = useForm({
    initial: { pace: paces.findLast((pace) => Number(pace) <= slowModeSeconds) ?? '0' },
    texts: discussionsTexts,
    submit: async ({ pace }) => {
      await slow({ variables: { input: { discussionId: discussion.id, seconds: Number(pace) } } });
      toast(t(pace === '0' ? 'slow.ended' : 'slow.done'));
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('slow.title')}>
      <Form form={form} submitLabel={t('slow.do')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <RadioGroup label={t('slow.pace')} help={t('slow.help')} choices={paces.map((pace) => ({ value: pace, label: t(`slow.${pace}`) }))} {...form.field('pace')} />
      </Form>
    </Dialog>
  );
}
