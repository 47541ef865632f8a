import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { WhoCanSee } from '#spaces/web';
import { graphql, useErrorTexts, useTexts } from '#platform/web';
import { Alert, Button, ConfirmDialog, DateTime, Dialog, Form, Row, TextArea, toast, useForm } from '#ui/web';
import type { EditedTip } from './edit-tip.query.js';
import { ReviewChanges } from './ReviewChanges.js';
import type { Draft } from './use-draft.js';
import { writingTexts } from './writing-texts.js';

const ReleaseTip = graphql(`
  mutation ReleaseTip($input: TipVersionInput!) {
    releaseTip(input: $input) { id slug state revisionNumber html title summary }
  }
`);

const ReturnTip = graphql(`
  mutation ReturnTip($input: ReturnTipInput!) {
    returnTip(input: $input) { id state }
  }
`);

const WithdrawTip = graphql(`
  mutation WithdrawTip($input: TipInput!) {
    withdrawTip(input: $input) { id state workingCopy { tipId submittedAt } }
  }
`);

interface ReviewPartProps {
  readonly tip: EditedTip;
  readonly draft: Draft;
  readonly onChanged: () => void;
}

/** Where a submitted or returned text stands, with what this viewer can do about it. */
export function ReviewPart({ tip, draft, onChanged }: ReviewPartProps) {
  const t = useTexts(writingTexts);
  const copy = tip.workingCopy;
  if (typeof copy?.returnedAt === 'string') {
    return <Alert kind="warning">{t.rich('review.returnedBy', { when: <DateTime at={copy.returnedAt} />, comment: copy.returnComment ?? '' })}</Alert>;
  }
  if (typeof copy?.submittedAt !== 'string') return null;
  const when = <DateTime at={copy.submittedAt} />;
  return (
    <>
      <Alert action={tip.viewerCanReview ? <Decision tip={tip} draft={draft} onChanged={onChanged} /> : <Withdraw tip={tip} onChanged={onChanged} />}>
        {typeof copy.submittedBy?.name === 'string' ? t.rich('review.waiting', { when, name: copy.submittedBy.name }) : t.rich('review.waitingUnnamed', { when })}
      </Alert>
      {tip.viewerCanReview && tip.revisionNumber > 0 && <ReviewChanges tipId={tip.id} />}
    </>
  );
}

function Withdraw({ tip, onChanged }: Pick<ReviewPartProps, 'tip' | 'onChanged'>) {
  const t = useTexts(writingTexts);
  const errors = useErrorTexts(writingTexts);
  const [withdraw, { loading }] = useMutation(WithdrawTip);
  if (!tip.viewerCanSubmit) return null;
  const run = async () => {
    try {
      await withdraw({ variables: { input: { tipId: tip.id } } });
      toast(t('review.withdrawn'));
      onChanged();
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };
  return <div><Button size="small" busy={loading} onClick={() => void run()}>{t('review.withdraw')}</Button></div>;
}

function Decision({ tip, draft, onChanged }: ReviewPartProps) {
  const t = useTexts(writingTexts);
  const navigate = useNavigate();
  const [release] = useMutation(ReleaseTip);
  const [asking, setAsking] = useState<'release' | 'return'>();
  const close = () => setAsking(undefined);
  const releaseNow = async () => {
    await draft.keeper.flush();
    const { data } = await release({ variables: { input: { tipId: tip.id, version: draft.keeper.current().version } } });
    await draft.keeper.end();
    toast(t('review.released'), { isMoment: true });
    void navigate(`/tipp/${data?.releaseTip.slug ?? tip.id}`);
  };
  return (
    <Row>
      <Button kind="primary" size="small" onClick={() => setAsking('release')}>{t('review.release')}</Button>
      <Button size="small" onClick={() => setAsking('return')}>{t('review.return')}</Button>
      <ConfirmDialog isOpen={asking === 'release'} onClose={close} title={t('review.releaseAsk')} confirmLabel={t('review.release')} onConfirm={releaseNow} texts={writingTexts}>
        <p>{t('review.releaseText')}</p>
        {tip.audienceWhenPublished !== null && <p><WhoCanSee audience={tip.audienceWhenPublished} /></p>}
      </ConfirmDialog>
      <Dialog isOpen={asking === 'return'} onClose={close} title={t('review.returnAsk')}>
        {asking === 'return' && <ReturnForm tipId={tip.id} draft={draft} onChanged={onChanged} />}
      </Dialog>
    </Row>
  );
}

function ReturnForm({ tipId, draft, onChanged }: { readonly tipId: string; readonly draft: Draft; readonly onChanged: () => void }) {
  const t = useTexts(writingTexts);
  const navigate = useNavigate();
  const [giveBack] = useMutation(ReturnTip);
  const form = useForm({
    initial: { comment: '' },
    check: ({ comment }): { comment?: string } => (comment.trim() === '' ? { comment: t('review.commentMissing') } : {}),
    submit: async ({ comment }) => {
      await draft.keeper.flush();
      const { data } = await giveBack({ variables: { input: { tipId, version: draft.keeper.current().version, comment } } });
      toast(t('review.returned'));
      // A draft is its authors' alone: the moderator may no longer see it.
      if (!data?.returnTip) {
        await draft.keeper.end();
        void navigate('/entwuerfe');
      } else onChanged();
    },
    texts: writingTexts,
    draftKey: `return-${tipId}`,
  });
  return (
    <>
      <p>{t('review.returnText')}</p>
      <Form form={form} submitLabel={t('review.return')}>
        <TextArea label={t('review.comment')} maxLength={2000} rows={5} {...form.field('comment')} />
      </Form>
    </>
  );
}
