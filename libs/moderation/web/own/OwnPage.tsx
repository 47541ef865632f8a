import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { graphql, useTexts, useViewer, type ResultOf } from '#platform/web';
import { Badge, Button, DateTime, Dialog, EmptyState, List, ListRow, Page, QueryPage, Section, SignInDoor } from '#ui/web';
import { moderationTexts } from '../moderation-texts.js';
import { kindOf } from '../queue/CaseDetail.js';
import { reportTexts } from '../report/report-texts.js';
import { ObjectionForm } from './ObjectionForm.js';

const OwnQuery = graphql(`
  query OwnModeration {
    myDecisions {
      caseId
      itemKind
      title
      path
      decision
      reason
      note
      decidedAt
      viewerCanObject
      objectUntil
      objectionWords
      isObjectionGranted
      objectionNote
    }
    myReports {
      caseId
      itemKind
      title
      path
      reason
      createdAt
      decidedAt
      isRemoved
    }
    myMeasures {
      id
      spaceName
      kind
      minutes
      reason
      startsAt
      endsAt
      isRunning
    }
  }
`);

type Own = ResultOf<typeof OwnQuery>;

/** Decisions about what one wrote, what became of one's reports, what is imposed on one. */
export function OwnPage() {
  const t = useTexts(moderationTexts);
  const viewer = useViewer();
  const query = useQuery(OwnQuery, { skip: viewer.isGuest, fetchPolicy: 'cache-and-network' });
  const { hash } = useLocation();
  const isThere = query.data !== undefined;
  // Notices lead to one line of the page, which is there only once the answer has come.
  useEffect(() => {
    if (isThere && hash !== '') document.querySelector(`[id="${CSS.escape(hash.slice(1))}"]`)?.scrollIntoView({ block: 'center' });
  }, [isThere, hash]);
  if (viewer.isGuest) return <SignInDoor />;
  return (
    <QueryPage query={query} pick={(data) => data} width="reading" texts={moderationTexts}>
      {({ myDecisions, myReports, myMeasures }) => (
        <Page title={t('own.title')} summary={t('own.summary')} width="reading">
          {myDecisions.length + myReports.length + myMeasures.length === 0 && <EmptyState title={t('own.empty')}>{t('own.emptyText')}</EmptyState>}
          {myMeasures.length > 0 && (
            <Section title={t('own.measures')}>
              <List>
                {myMeasures.map((measure) => (
                  <ListRow
                    key={measure.id}
                    title={<span id={measure.id}>{measure.spaceName}</span>}
                    text={measure.reason}
                    meta={[
                      measure.kind === 'slow' ? t('measure.every', { count: measure.minutes ?? 0 }) : t(`measureKind.${measure.kind}`),
                      <span key="until">{t.rich('measures.until', { date: <DateTime at={measure.endsAt} as="date" /> })}</span>,
                    ]}
                    end={<Badge {...(measure.isRunning ? { kind: 'warning' as const } : {})}>{t(measure.isRunning ? 'measures.holds' : 'measures.over')}</Badge>}
                  />
                ))}
              </List>
            </Section>
          )}
          {myDecisions.length > 0 && <Section title={t('own.decisions')}><List>{myDecisions.map((own) => <DecisionRow key={own.caseId} own={own} />)}</List></Section>}
          {myReports.length > 0 && <Section title={t('own.reports')}><List>{myReports.map((own) => <ReportRow key={`${own.caseId} ${own.createdAt}`} own={own} />)}</List></Section>}
        </Page>
      )}
    </QueryPage>
  );
}

function DecisionRow({ own }: { readonly own: Own['myDecisions'][number] }) {
  const t = useTexts(moderationTexts);
  const words = useTexts(reportTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <ListRow
      title={<span id={own.caseId}>{own.title ?? t('item.gone')}</span>}
      {...(own.path !== null && { to: own.path })}
      meta={[
        t(`kind.${kindOf(own.itemKind)}`),
        t(own.decision === null ? 'standing.held' : `decision.${own.decision}`),
        ...(own.reason === null || own.reason === 'other' ? [] : [words(`reason.${own.reason}`)]),
        ...(own.decidedAt === null ? [] : [<DateTime key="at" at={own.decidedAt} />]),
      ]}
      {...(own.viewerCanObject && { end: <Button size="small" onClick={() => setOpen(true)}>{words('objection.action')}</Button> })}
      below={
        <>
          {own.note !== '' && <p>{own.note}</p>}
          {own.objectionWords !== null && (
            <p>{own.isObjectionGranted === null ? words('objection.waits') : own.isObjectionGranted ? t('own.granted', { reason: own.objectionNote }) : words('objection.refused', { reason: own.objectionNote })}</p>
          )}
          <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={words('objection.title')}>
            {isOpen && <ObjectionForm caseId={own.caseId} onDone={() => setOpen(false)} onCancel={() => setOpen(false)} />}
          </Dialog>
        </>
      }
    />
  );
}

function ReportRow({ own }: { readonly own: Own['myReports'][number] }) {
  const t = useTexts(moderationTexts);
  const words = useTexts(reportTexts);
  return (
    <ListRow
      title={<span id={own.caseId}>{own.title ?? t('item.gone')}</span>}
      {...(own.path !== null && { to: own.path })}
      meta={[t(`kind.${kindOf(own.itemKind)}`), words(`reason.${own.reason}`), <DateTime key="at" at={own.createdAt} />]}
      end={<Badge {...(own.isRemoved === null ? {} : { kind: 'done' as const })}>{t(own.isRemoved === null ? 'own.reportWaits' : own.isRemoved ? 'own.reportRemoved' : 'own.reportKept')}</Badge>}
    />
  );
}
