import { IconHeartHandshake, IconHistoryToggle } from '@tabler/icons-react';
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { uuidv7 } from '#platform/shared';
import { announce, graphql, readFragment, useErrorTexts, useTexts, type FragmentOf } from '#platform/web';
import { Button, Dialog, Form, Row, TextArea, toast, useForm } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';
import classes from './tip.module.css';

export const TipFeedbackFragment = graphql(`
  fragment TipFeedback on Tip {
    id
    helpedCount
    viewerHelped
    viewerCanGiveFeedback
  }
`);

const SetHelped = graphql(`
  mutation SetTipHelped($input: SetTipHelpedInput!) {
    setTipHelped(input: $input) { id helpedCount viewerHelped }
  }
`);

const ReportOutdated = graphql(`
  mutation ReportTipOutdated($input: ReportTipOutdatedInput!) {
    reportTipOutdated(input: $input) { id }
  }
`);

const REASON_MAX = 2000;

/** The two answers a reader can give below a text. */
export function TipFeedback({ tip: masked }: { readonly tip: FragmentOf<typeof TipFeedbackFragment> }) {
  const tip = readFragment(TipFeedbackFragment, masked);
  const t = useTexts(tipsTexts);
  const errors = useErrorTexts(tipsTexts);
  const [setHelped] = useMutation(SetHelped);
  const [isReporting, setReporting] = useState(false);
  const count = tip.helpedCount > 0 && <p>{t('feedback.helpedCount', { count: tip.helpedCount })}</p>;
  if (!tip.viewerCanGiveFeedback) return count === false ? null : <div className={classes.feedback} data-print="no">{count}</div>;

  const toggle = async () => {
    const helped = !tip.viewerHelped;
    try {
      await setHelped({
        variables: { input: { tipId: tip.id, helped } },
        optimisticResponse: { setTipHelped: { id: tip.id, helpedCount: tip.helpedCount + (helped ? 1 : -1), viewerHelped: helped } },
      });
      announce(t(helped ? 'feedback.thanks' : 'feedback.takenBack'));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };

  return (
    <section className={classes.feedback} aria-labelledby="feedback" data-print="no">
      <h2 id="feedback">{t('feedback.title')}</h2>
      <Row>
        <Button icon={<IconHeartHandshake size={20} stroke={1.8} aria-hidden="true" />} aria-pressed={tip.viewerHelped} onClick={() => void toggle()}>
          {t('feedback.helped')}
        </Button>
        <Button kind="quiet" icon={<IconHistoryToggle size={20} stroke={1.8} aria-hidden="true" />} onClick={() => setReporting(true)}>
          {t('feedback.outdated')}
        </Button>
      </Row>
      {count}
      <Dialog isOpen={isReporting} onClose={() => setReporting(false)} title={t('feedback.outdatedAsk')}>
        {isReporting && <OutdatedForm tipId={tip.id} onDone={() => setReporting(false)} />}
      </Dialog>
    </section>
  );
}

function OutdatedForm({ tipId, onDone }: { readonly tipId: string; readonly onDone: () => void }) {
  const t = useTexts(tipsTexts);
  const [report] = useMutation(ReportOutdated);
  // One id for all tries: sent twice it is one note.
  const [id] = useState(uuidv7);
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }): { reason?: string } => (reason.trim() === '' ? { reason: t('feedback.reasonMissing') } : {}),
    submit: async ({ reason }) => {
      await report({ variables: { input: { id, tipId, reason } } });
      toast(t('feedback.sent'));
      onDone();
    },
    texts: tipsTexts,
    draftKey: `outdated-${tipId}`,
  });
  return (
    <>
      <p>{t('feedback.outdatedText')}</p>
      <Form form={form} submitLabel={t('feedback.send')}>
        <TextArea label={t('feedback.reason')} help={t('feedback.reasonHelp')} maxLength={REASON_MAX} rows={4} {...form.field('reason')} />
      </Form>
    </>
  );
}
