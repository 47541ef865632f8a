import { Link } from 'react-router';
import { useTexts, type ResultOf } from '#platform/web';
import { DateTime, Section } from '#ui/web';
import { moderationTexts } from '../moderation-texts.js';
import { reportTexts } from '../report/report-texts.js';
import type { CaseDetailFragment } from './case.queries.js';
import classes from './queue.module.css';

export type CaseDetailData = ResultOf<typeof CaseDetailFragment>;

/** Who the author was to this moderation before; stands with the author's name, else it would be read as the reporter's. */
export function AuthorBefore({ one: { authorHistory: before } }: { readonly one: CaseDetailData }) {
  const t = useTexts(moderationTexts);
  return (
    <p className={classes.note}>
      {before.removed + before.measures === 0
        ? t('author.clean', { count: before.passed })
        : t('author.history', { removed: t('author.removed', { count: before.removed }), measures: t('author.measures', { count: before.measures }) })}
    </p>
  );
}

/** Why it is here: what the gate stopped at, what people reported, what the author says against a decision. */
export function CaseContext({ one }: { readonly one: CaseDetailData }) {
  const t = useTexts(moderationTexts);
  const reasons = useTexts(reportTexts);
  return (
    <>
      {one.objection !== null && (
        <Section title={t('objection.title')} level={3}>
          <blockquote className={classes.words}>{one.objection.words}</blockquote>
          <p className={classes.note}>
            <DateTime at={one.objection.createdAt} />
            {one.objection.isGranted !== null && ` · ${t(one.objection.isGranted ? 'objection.granted' : 'objection.refused')}`}
            {one.objection.decidedBy !== null && ` · ${one.objection.decidedBy.name}`}
          </p>
          {one.objection.note !== '' && <p>{one.objection.note}</p>}
        </Section>
      )}
      {one.decision !== null && one.decidedAt !== null && (
        <Section title={t('decision.title')} level={3}>
          <p>
            {t(`decision.${one.decision}`)}
            {one.decisionReason !== null && ` · ${reasons(`reason.${one.decisionReason}`)}`}
          </p>
          {one.decisionNote !== '' && <blockquote className={classes.words}>{one.decisionNote}</blockquote>}
          <p className={classes.note}>{one.decidedBy === null ? t('author.gone') : one.decidedBy.name} · <DateTime at={one.decidedAt} /></p>
        </Section>
      )}
      {one.gateNotes.length > 0 && (
        <Section title={t('gate.title')} level={3}>
          <ul className={classes.plain}>
            {one.gateNotes.map((note) => (
              <li key={`${note.reason} ${note.word ?? ''}`}>
                {note.reason === 'firstItems' ? t('gate.firstItems') : t('gate.watchedWord', { word: note.word ?? '' })}
                {note.match !== null && <q className={classes.excerpt}>{note.before}<mark>{note.match}</mark>{note.after}</q>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {one.reports.length > 0 && (
        <Section title={t('reports.title', { count: one.reports.length })} level={3}>
          <ul className={classes.plain}>
            {one.reports.map((report) => (
              <li key={report.id}>
                <strong>{reasons(`reason.${report.reason}`)}</strong>
                {report.words !== '' && <blockquote className={classes.words}>{report.words}</blockquote>}
                <p className={classes.note}>
                  {report.isGuest
                    ? report.guestName === null || report.guestName === '' ? t('reports.guest') : t('reports.guestNamed', { name: report.guestName })
                    : report.reporter === null ? t('author.gone') : <Link to={`/person/${report.reporter.id}`}>{report.reporter.name}</Link>}
                  {' · '}
                  <DateTime at={report.createdAt} />
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
