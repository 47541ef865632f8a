import { IconArchive, IconCircleCheck, IconDots, IconEye, IconEyeOff, IconHistory, IconLink, IconPencil, IconPrinter, IconRefresh, IconUserShare } from '@tabler/icons-react';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { useReportEntry } from '#moderation/web';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { describeError, graphql, readFragment, useErrorTexts, useTexts, useViewer, type FragmentOf, type ResultOf } from '#platform/web';
import { Button, ConfirmDialog, Dialog, Form, LinkButton, Menu, Skeleton, TextArea, toast, useForm, type MenuEntry } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';

// Rarely opened; the page is read without them.
const CheckForm = lazy(async () => ({ default: (await import('./CheckForm.js')).CheckForm }));
const HandOverForm = lazy(async () => ({ default: (await import('./HandOverForm.js')).HandOverForm }));

export const TipActionsFragment = graphql(
  `
  fragment TipActions on Tip {
    id
    slug
    state
    viewerCanEdit
    viewerCanRetire
    viewerCanRevive
    viewerCanHide
    viewerCanUnhide
    viewerCanCheck
    viewerCanHandOver
    viewerCanSeeHistory
    authors { accountId }
    space { id slug }
    audienceWhenPublished { ...WhoCanSee }
  }
`,
  [WhoCanSeeFragment],
);

/** What changes with the standing of a tip; asked back so that the page shows it at once. */
const TipStandingFragment = graphql(`
  fragment TipStanding on Tip {
    id
    state
    retiredAt
    hiddenReason
    checkedAt
    checkDueOn
    isOverdue
    checkedBy { accountId name }
    viewerCanEdit
    viewerCanRetire
    viewerCanRevive
    viewerCanHide
    viewerCanUnhide
    viewerCanCheck
    viewerCanGiveFeedback
  }
`);

const RetireTip = graphql(`mutation RetireTip($input: TipInput!) { retireTip(input: $input) { ...TipStanding } }`, [TipStandingFragment]);
const ReviveTip = graphql(`mutation ReviveTip($input: TipInput!) { reviveTip(input: $input) { ...TipStanding } }`, [TipStandingFragment]);
const HideTip = graphql(`mutation HideTip($input: HideTipInput!) { hideTip(input: $input) { ...TipStanding } }`, [TipStandingFragment]);
const UnhideTip = graphql(`mutation UnhideTip($input: UnhideTipInput!) { unhideTip(input: $input) { ...TipStanding } }`, [TipStandingFragment]);

type TipAudience = ResultOf<typeof TipActionsFragment>['audienceWhenPublished'];

/** The acts on a tip's standing; each says when it is done. */
function useStanding(tipId: string, audience: TipAudience) {
  const t = useTexts(tipsTexts);
  const client = useApolloClient();
  const [retire] = useMutation(RetireTip);
  const [revive] = useMutation(ReviveTip);
  const [unhide] = useMutation(UnhideTip);
  const variables = { input: { tipId } };
  return {
    retire: async () => {
      await retire({ variables });
      toast(t('tip.retireDone'));
    },
    revive: async () => {
      await revive({ variables });
      toast(t('tip.reviveDone'));
    },
    unhide: async () => {
      try {
        await unhide({ variables: { input: { tipId, confirmAudience: readFragment(WhoCanSeeFragment, audience)?.count ?? 0 } } });
      } catch (error) {
        // The dialog stays and asks anew, with the people who would see it now.
        if (describeError(error).reason === 'tip.confirmAudience') await client.refetchQueries({ include: 'active' });
        throw error;
      }
      toast(t('tip.unhideDone'));
    },
  };
}

const icon = { size: 20, stroke: 1.8, 'aria-hidden': true } as const;

async function copyLink(slug: string): Promise<void> {
  await navigator.clipboard.writeText(`${window.location.origin}/tipp/${slug}`);
}

/** Edit, and everything rarer behind one button. */
export function TipActions({ tip: masked }: { readonly tip: FragmentOf<typeof TipActionsFragment> }) {
  const tip = readFragment(TipActionsFragment, masked);
  const t = useTexts(tipsTexts);
  const errors = useErrorTexts(tipsTexts);
  const standing = useStanding(tip.id, tip.audienceWhenPublished);
  const viewer = useViewer();
  const report = useReportEntry('tip', tip.id);
  const isReportable = (tip.state === 'published' || tip.state === 'retired') && !tip.authors.some(({ accountId }) => accountId === viewer.accountId);
  const [asking, setAsking] = useState<'check' | 'handOver' | 'retire' | 'revive' | 'unhide' | 'hide'>();
  const close = () => setAsking(undefined);
  const attempt = (act: () => Promise<unknown>) => () => void act().catch((error: unknown) => toast(errors.sentence(error), { kind: 'danger' }));

  const entries: readonly MenuEntry[] = [
    ...(tip.viewerCanCheck ? [{ label: t('tip.check'), icon: <IconCircleCheck {...icon} />, onSelect: () => setAsking('check') }] : []),
    ...(tip.viewerCanSeeHistory ? [{ kind: 'link' as const, label: t('tip.history'), icon: <IconHistory {...icon} />, to: `/tipp/${tip.slug}/verlauf` }] : []),
    { label: t('tip.copyLink'), icon: <IconLink {...icon} />, onSelect: attempt(async () => { await copyLink(tip.slug); toast(t('tip.linkCopied')); }) },
    { label: t('tip.print'), icon: <IconPrinter {...icon} />, onSelect: () => window.print() },
    ...(isReportable ? [report.entry] : []),
    ...(tip.viewerCanHandOver && tip.space !== null ? [{ label: t('tip.handOver'), icon: <IconUserShare {...icon} />, onSelect: () => setAsking('handOver') }] : []),
    ...(tip.viewerCanRetire || tip.viewerCanRevive || tip.viewerCanHide || tip.viewerCanUnhide ? [{ kind: 'line' as const }] : []),
    ...(tip.viewerCanRetire ? [{ label: t('tip.retire'), icon: <IconArchive {...icon} />, onSelect: () => setAsking('retire') }] : []),
    ...(tip.viewerCanRevive ? [{ label: t('tip.revive'), icon: <IconRefresh {...icon} />, onSelect: () => setAsking('revive') }] : []),
    ...(tip.viewerCanUnhide ? [{ label: t('tip.unhide'), icon: <IconEye {...icon} />, onSelect: () => setAsking('unhide') }] : []),
    ...(tip.viewerCanHide ? [{ label: t('tip.hide'), icon: <IconEyeOff {...icon} />, isDanger: true, onSelect: () => setAsking('hide') }] : []),
  ];

  return (
    <>
      {tip.viewerCanEdit && <LinkButton to={`/tipp/${tip.slug}/bearbeiten`} icon={<IconPencil {...icon} />}>{t('tip.edit')}</LinkButton>}
      <Menu entries={entries}>{(props) => <Button {...props} kind="quiet" icon={<IconDots {...icon} />}>{t('tip.more')}</Button>}</Menu>
      {report.dialog}
      <ConfirmDialog isOpen={asking === 'retire'} onClose={close} title={t('tip.retireAsk')} confirmLabel={t('tip.retire')} onConfirm={standing.retire} texts={tipsTexts}>
        {t('tip.retireText')}
      </ConfirmDialog>
      <ConfirmDialog isOpen={asking === 'revive'} onClose={close} title={t('tip.reviveAsk')} confirmLabel={t('tip.revive')} onConfirm={standing.revive} texts={tipsTexts}>
        {t('tip.reviveText')}
      </ConfirmDialog>
      <ConfirmDialog isOpen={asking === 'unhide'} onClose={close} title={t('tip.unhideAsk')} confirmLabel={t('tip.unhide')} onConfirm={standing.unhide} texts={tipsTexts}>
        {t('tip.unhideText')} {tip.audienceWhenPublished !== null && <strong><WhoCanSee audience={tip.audienceWhenPublished} /></strong>}
      </ConfirmDialog>
      <Dialog isOpen={asking === 'check'} onClose={close} title={t('tip.checkAsk')}>
        <Suspense fallback={<Skeleton lines={4} />}>{asking === 'check' && <CheckForm tipId={tip.id} onDone={close} />}</Suspense>
      </Dialog>
      <Dialog isOpen={asking === 'handOver'} onClose={close} title={t('tip.handOverAsk')}>
        <Suspense fallback={<Skeleton lines={4} />}>
          {asking === 'handOver' && tip.space !== null && <HandOverForm tipId={tip.id} spaceSlug={tip.space.slug} authors={tip.authors} onDone={close} />}
        </Suspense>
      </Dialog>
      <Dialog isOpen={asking === 'hide'} onClose={close} title={t('tip.hideAsk')}>
        {asking === 'hide' && <HideForm tipId={tip.id} onDone={close} />}
      </Dialog>
    </>
  );
}

function HideForm({ tipId, onDone }: { readonly tipId: string; readonly onDone: () => void }) {
  const t = useTexts(tipsTexts);
  const errors = useErrorTexts(tipsTexts);
  const [hide] = useMutation(HideTip);
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }): { reason?: string } => (reason.trim() === '' ? { reason: errors.reason('required') } : {}),
    submit: async ({ reason }) => {
      await hide({ variables: { input: { tipId, reason } } });
      toast(t('tip.hideDone'));
      onDone();
    },
    texts: tipsTexts,
  });
  return (
    <>
      <p>{t('tip.hideText')}</p>
      <Form form={form} submitLabel={t('tip.hide')} submitKind="danger">
        <TextArea label={t('tip.hideReason')} maxLength={1000} rows={3} {...form.field('reason')} />
      </Form>
    </>
  );
}
