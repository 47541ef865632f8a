import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { describeError, readFragment, useErrorTexts, useTexts, type FragmentOf } from '#platform/web';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { Alert, Badge, Button, ConfirmDialog, DateTime, Kbd, QueueDecisions, QueueItem, useShortcuts } from '#ui/web';
import { moderationTexts } from '../moderation-texts.js';
import { ImposeDialog } from '../measures/ImposeDialog.js';
import { AuthorBefore, CaseContext } from './CaseContext.js';
import { CaseItem } from './CaseItem.js';
import { CaseDetailFragment, CaseQuery, DecideCase } from './case.queries.js';
import { DECISION_KEYS, inOrder, needsReason, OBJECTION_KEY, type Decision } from './decision-keys.js';
import { ObjectionDialog, ReasonDialog } from './DecisionForms.js';
import classes from './queue.module.css';

interface CaseDetailProps {
  readonly one: FragmentOf<typeof CaseDetailFragment>;
  /** With what was done, in words. */
  readonly onDecided: (text: string) => void;
  /** Somebody else has decided it: it leaves the list, and shall stay before the eyes all the same. */
  readonly onOvertaken: () => void;
}

/** One item with all its context and the decisions about it, each with a key. */
export function CaseDetail({ one: masked, onDecided, onOvertaken }: CaseDetailProps) {
  const t = useTexts(moderationTexts);
  const errors = useErrorTexts(moderationTexts);
  const one = readFragment(CaseDetailFragment, masked);
  const [dialog, setDialog] = useState<'hide' | 'reject' | 'restore' | 'objection' | 'measure'>();
  const [problem, setProblem] = useState<string>();
  const client = useApolloClient();
  const [decide, { loading }] = useMutation(DecideCase);
  const decisions = inOrder(one.viewerDecisions);
  const close = () => setDialog(undefined);

  const finish = async (text: string) => {
    onDecided(text);
    await client.refetchQueries({ include: 'active' });
  };
  const audience = one.space?.audience ?? null;
  const confirmAudience = audience === null ? null : readFragment(WhoCanSeeFragment, audience).count ?? 0;
  /** What became of the case meanwhile is shown, with what can be decided now. @returns whether the refusal was that something had become of it. */
  const lookAgain = async (error: unknown): Promise<boolean> => {
    const { reason, params } = describeError(error);
    switch (reason) {
      case 'moderation.decided': {
        const decision = String(params?.['decision'] ?? 'keep') as Decision;
        setProblem(t('decide.quicker', { name: String(params?.['by'] ?? ''), decision: t(`decision.${decision}`) }));
        onOvertaken();
        await client.refetchQueries({ include: 'active' });
        return true;
      }
      case 'moderation.changedMeanwhile':
      case 'moderation.decisionNotPossible':
        setProblem(t('decide.changed'));
        await client.refetchQueries({ include: [CaseQuery] });
        return true;
      case 'moderation.confirmAudience':
        // The question stays, and says who would see it now.
        await client.refetchQueries({ include: [CaseQuery] });
        return false;
      default:
        return false;
    }
  };
  const showAgain = async () => {
    setProblem(undefined);
    try {
      await decide({ variables: { input: { caseId: one.id, decision: 'restore', itemVersion: one.item?.version ?? null, confirmAudience } } });
    } catch (error) {
      if (await lookAgain(error)) return;
      throw error;
    }
    await finish(t('done.restore'));
  };
  const choose = async (decision: Decision) => {
    if (needsReason(decision) || decision === 'restore') {
      setDialog(decision);
      return;
    }
    setProblem(undefined);
    try {
      await decide({ variables: { input: { caseId: one.id, decision, itemVersion: one.item?.version ?? null } } });
      await finish(t(`done.${decision}`));
    } catch (error) {
      if (!(await lookAgain(error))) setProblem(errors.sentence(error));
    }
  };
  useShortcuts([
    ...decisions.map((decision) => ({ key: DECISION_KEYS[decision], label: t(`decide.${decision}`), run: () => void choose(decision) })),
    ...(one.viewerCanDecideObjection ? [{ key: OBJECTION_KEY, label: t('objection.decide'), run: () => setDialog('objection') }] : []),
  ]);
  const [reported] = one.reports;

  return (
    <QueueItem headingId={`case-${one.id}`}>
      <header className={classes.head}>
        <p className={classes.kind}>
          <Badge {...(one.objection?.isGranted === null ? { kind: 'warning' as const } : {})}>{t(standingOf(one))}</Badge>{' '}
          {one.space !== null && <Link to={`/raum/${one.space.slug}`}>{one.space.name}</Link>}
        </p>
        <h2 id={`case-${one.id}`} tabIndex={-1}>{one.item?.title ?? t('item.gone')}</h2>
        <p className={classes.byline}>
          {t(`kind.${kindOf(one.itemKind)}`)}
          {' · '}
          {one.author === null ? t('author.gone') : <Link to={`/person/${one.author.id}`}>{one.author.name}</Link>}
          {one.item !== null && <> · <DateTime at={one.item.writtenAt} /></>}
        </p>
        <AuthorBefore one={one} />
      </header>
      {problem !== undefined && <Alert kind="warning" live>{problem}</Alert>}
      <CaseContext one={one} />
      <CaseItem one={one} />
      {(decisions.length > 0 || one.viewerCanDecideObjection) && (
        <QueueDecisions>
          {one.viewerCanDecideObjection && (
            <Button kind="primary" aria-keyshortcuts={OBJECTION_KEY} onClick={() => setDialog('objection')}>{t('objection.decide')} <Kbd>{OBJECTION_KEY.toUpperCase()}</Kbd></Button>
          )}
          {decisions.map((decision, at) => (
            <Button
              key={decision}
              kind={at === 0 && !one.viewerCanDecideObjection && one.isWaiting ? 'primary' : 'secondary'}
              busy={loading}
              aria-keyshortcuts={DECISION_KEYS[decision]}
              onClick={() => void choose(decision)}
            >
              {t(`decide.${decision}`)} <Kbd>{DECISION_KEYS[decision].toUpperCase()}</Kbd>
            </Button>
          ))}
          {one.author !== null && one.space !== null && <Button kind="quiet" onClick={() => setDialog('measure')}>{t('measure.impose')}</Button>}
        </QueueDecisions>
      )}
      {one.objection?.isGranted === null && !one.viewerCanDecideObjection && <Alert>{t('objection.notYou')}</Alert>}
      {(dialog === 'hide' || dialog === 'reject') && (
        <ReasonDialog caseId={one.id} itemVersion={one.item?.version ?? null} decision={dialog} proposed={reported?.reason ?? ''} onClose={close} onDone={async () => finish(t(`done.${dialog}`))} onRefused={lookAgain} />
      )}
      <ConfirmDialog isOpen={dialog === 'restore'} onClose={close} title={t('decide.restoreAsk')} confirmLabel={t('decide.restore')} onConfirm={showAgain} texts={moderationTexts}>
        {t('decide.restoreText')} {audience !== null && <strong><WhoCanSee audience={audience} /></strong>}
      </ConfirmDialog>
      {dialog === 'objection' && (
        <ObjectionDialog caseId={one.id} audience={audience} confirmAudience={confirmAudience} onClose={close} onDone={async () => finish(t('done.objection'))} onRefused={lookAgain} />
      )}
      {dialog === 'measure' && one.author !== null && one.space !== null && (
        <ImposeDialog spaceId={one.space.id} person={one.author} caseId={one.id} onClose={close} />
      )}
    </QueueItem>
  );
}

interface Standing {
  readonly isHeld: boolean;
  readonly reportCount: number;
  readonly decision: Decision | null;
  readonly objection: { readonly isGranted: boolean | null } | null;
}

/** Why a case is in the queue, or how it ended: the key of one word. */
export function standingOf({ isHeld, reportCount, decision, objection }: Standing) {
  if (objection !== null && objection.isGranted === null) return 'standing.objection';
  if (decision !== null) return `decision.${decision}` as const;
  if (isHeld) return 'standing.held';
  return reportCount > 0 ? 'standing.reported' : 'standing.flagged';
}

const KINDS = ['tip', 'post', 'discussion', 'poll'] as const;

/** Kinds that came after this page have at least a word. */
export const kindOf = (kind: string): (typeof KINDS)[number] | 'other' => KINDS.find((known) => known === kind) ?? 'other';
