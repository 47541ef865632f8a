import { OwnDecisionNotice } from '#moderation/web';
import { graphql, readFragment, useLocale, useTexts, type FragmentOf } from '#platform/web';
import { Alert, DateTime, formatTime, LinkButton } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';
import { noonOf } from './due-day.js';

export const TipNoticesFragment = graphql(`
  fragment TipNotices on Tip {
    id
    slug
    state
    isOverdue
    checkDueOn
    retiredAt
    hiddenReason
    revisionNumber
    viewerCanEdit
    viewerCanReview
    workingCopy { savedAt submittedAt returnedAt returnComment }
  }
`);

/** What one must know before relying on a text: where it stands, and what is being written beside it. */
export function TipNotices({ tip: masked }: { readonly tip: FragmentOf<typeof TipNoticesFragment> }) {
  const tip = readFragment(TipNoticesFragment, masked);
  const t = useTexts(tipsTexts);
  const { locale } = useLocale();
  const day = (at: string) => formatTime(at, 'date', locale);
  return (
    <>
      {tip.state === 'retired' && tip.retiredAt !== null && <Alert kind="warning">{t('tip.retired', { date: day(tip.retiredAt) })}</Alert>}
      {tip.state === 'hidden' && <OwnDecisionNotice kind="tip" id={tip.id} otherwise={<Alert kind="warning">{t('tip.hidden', { reason: tip.hiddenReason ?? '' })}</Alert>} />}
      {tip.isOverdue && tip.checkDueOn !== null && <Alert kind="warning">{t('tip.overdue', { date: day(noonOf(tip.checkDueOn)) })}</Alert>}
      <Unreleased tip={tip} />
    </>
  );
}

function Unreleased({ tip }: { readonly tip: ReturnType<typeof readNotices> }) {
  const t = useTexts(tipsTexts);
  const copy = tip.workingCopy;
  const write = tip.viewerCanEdit && <div><LinkButton to={`/tipp/${tip.slug}/bearbeiten`} size="small">{t('tip.unreleasedOpen')}</LinkButton></div>;
  if (tip.viewerCanReview) {
    return <Alert action={<div><LinkButton to={`/tipp/${tip.slug}/bearbeiten`} kind="primary" size="small">{t('tip.reviewNow')}</LinkButton></div>}>{t(tip.revisionNumber === 0 ? 'tip.review' : 'tip.submitted')}</Alert>;
  }
  if (typeof copy?.returnedAt === 'string') return <Alert kind="warning" action={write}>{t('tip.returned', { comment: copy.returnComment ?? '' })}</Alert>;
  if (tip.state === 'draft') return <Alert action={write}>{t('tip.draft')}</Alert>;
  if (typeof copy?.submittedAt === 'string' || tip.state === 'review') return <Alert action={write}>{t(tip.revisionNumber === 0 ? 'tip.review' : 'tip.submitted')}</Alert>;
  if (copy !== null) return <Alert action={write}>{t.rich('tip.unreleased', { when: <DateTime at={copy.savedAt} /> })}</Alert>;
  return null;
}

const readNotices = (masked: FragmentOf<typeof TipNoticesFragment>) => readFragment(TipNoticesFragment, masked);
