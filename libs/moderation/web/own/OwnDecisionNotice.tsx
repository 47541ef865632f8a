import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { graphql, useTexts, useViewer } from '#platform/web';
import { Alert, Button, Dialog } from '#ui/web';
import { reportTexts } from '../report/report-texts.js';

const ObjectionForm = lazy(async () => ({ default: (await import('./ObjectionForm.js')).ObjectionForm }));

const OwnDecisionQuery = graphql(`
  query OwnDecisionOn($kind: String!, $itemId: ID!) {
    myDecisionOn(kind: $kind, itemId: $itemId) {
      caseId
      decision
      reason
      note
      viewerCanObject
      objectionWords
      isObjectionGranted
      objectionNote
    }
  }
`);

export interface OwnDecisionNoticeProps {
  /** `tip`, `post`, `discussion`, `poll`. */
  readonly kind: string;
  readonly id: string;
  /** For everybody else who sees the content; nothing unless given. */
  readonly otherwise?: ReactNode;
}

/** On one's own hidden or held content: what was decided and why, and the way to object. */
export function OwnDecisionNotice({ kind, id, otherwise = null }: OwnDecisionNoticeProps) {
  const t = useTexts(reportTexts);
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  const { data, loading } = useQuery(OwnDecisionQuery, { variables: { kind, itemId: id }, skip: viewer.isGuest });
  const own = data?.myDecisionOn;
  if (loading) return null;
  if (own === undefined || own === null || own.decision === 'restore') return otherwise;
  if (own.decision === null) return <Alert>{t('own.held')}</Alert>;
  return (
    <Alert
      kind="warning"
      title={t(own.decision === 'reject' ? 'own.rejected' : 'own.hidden')}
      {...(own.viewerCanObject && { action: <div><Button size="small" onClick={() => setOpen(true)}>{t('objection.action')}</Button></div> })}
    >
      {own.reason !== null && own.reason !== 'other' && <p>{t(`reason.${own.reason}`)}</p>}
      {own.note !== '' && <p>{own.note}</p>}
      {own.objectionWords !== null && own.isObjectionGranted === null && <p>{t('objection.waits')}</p>}
      {own.isObjectionGranted === false && <p>{t('objection.refused', { reason: own.objectionNote })}</p>}
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('objection.title')}>
        <Suspense>{isOpen && <ObjectionForm caseId={own.caseId} onDone={() => setOpen(false)} onCancel={() => setOpen(false)} />}</Suspense>
      </Dialog>
    </Alert>
  );
}
