import { useMutation } from '@apollo/client/react';
import { useState, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { Answers } from '#accounts/web';
import { describeError, readFragment, useErrorTexts, useLocale, useTexts, type FragmentOf } from '#platform/web';
import { Alert, Avatar, Button, DateTime, Facts, Kbd, QueueDecisions, QueueItem, Section, toast } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { AskBackDialog, DeclineDialog } from './DecisionDialogs.js';
import { ApproveJoinRequest, RequestDetailFragment } from './queue.query.js';
import { RequestHistory } from './RequestHistory.js';
import classes from './requests.module.css';

interface RequestDetailProps {
  readonly request: FragmentOf<typeof RequestDetailFragment>;
  readonly onDecided: () => void;
  readonly onStep: (by: 1 | -1) => void;
}

const isTyping = (target: EventTarget) => target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;

/** Who asks, what they wrote, what was before; and the three decisions, each with a key while the focus is in here. */
export function RequestDetail({ request: masked, onDecided, onStep }: RequestDetailProps) {
  const t = useTexts(spacesTexts);
  const { locale } = useLocale();
  const errors = useErrorTexts(spacesTexts);
  const request = readFragment(RequestDetailFragment, masked);
  const [dialog, setDialog] = useState<'ask' | 'decline'>();
  const [problem, setProblem] = useState<string>();
  const [approve, { loading, client }] = useMutation(ApproveJoinRequest);

  const finish = async (text: string) => {
    toast(text);
    onDecided();
    await client.refetchQueries({ include: 'active' });
  };
  const letIn = async () => {
    setProblem(undefined);
    try {
      await approve({ variables: { input: { requestId: request.id } } });
      await finish(t('decide.approved', { name: request.applicantName }));
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  const sentenceOf = (error: unknown) => {
    const { reason, params } = describeError(error);
    if (reason !== 'space.requestDecided') return errors.sentence(error);
    return t('decide.quicker', { name: String(params?.['by'] ?? ''), state: t(`state.${String(params?.['state']) as 'approved'}`) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { j: () => onStep(1), k: () => onStep(-1), ...(request.viewerCanDecide && { z: () => void letIn(), r: () => setDialog('ask'), a: () => setDialog('decline') }) }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const roles = request.applicant?.programmeRoles.map((role) => t(`programmeRole.${role}`)).join(', ');

  return (
    // Keys work only while the focus is inside, so that they never meet those of a screen reader or browser elsewhere.
    <QueueItem headingId={`request-${request.id}`} onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <Avatar name={request.applicantName} size={44} />
        <div>
          <h2 id={`request-${request.id}`} tabIndex={-1}>{request.applicantName}</h2>
          <p>
            {request.space !== null && t.rich('queue.wants', { space: <Link to={`/raum/${request.space.slug}`}>{request.space.name}</Link> })}{' '}
            <DateTime at={request.createdAt} />
          </p>
        </div>
      </header>
      {problem !== undefined && <Alert kind="warning" live>{problem}</Alert>}
      {request.applicant === null && <Alert kind="warning">{t('queue.gone')}</Alert>}
      {request.earlierRequests > 0 && <Alert>{t('queue.earlier', { count: request.earlierRequests })}</Alert>}
      {request.message !== '' && <p className={classes.words}>{request.message}</p>}
      {request.answers.length > 0 && (
        <Section title={t('queue.answers')} level={3}>
          <dl className={classes.answers}>
            {request.answers.map((answer) => (
              <div key={answer.question}>
                <dt>{answer.question}</dt>
                <dd>{answer.answer}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <Section title={t('queue.person')} level={3} action={<Link to={`/person/${request.applicantId}`}>{t('queue.profile')}</Link>}>
        <Facts
          facts={[
            ...(roles === undefined || roles === '' ? [] : [{ name: t('queue.programmeRole'), value: roles }]),
            ...(request.applicant?.entries ?? []).slice(0, 6).map((entry) => ({ name: locale === 'de' ? entry.field.labelDe : entry.field.labelEn, value: <Answers kind={entry.field.kind} answers={entry.answers} /> })),
          ]}
        />
      </Section>
      {request.steps.length > 1 && <RequestHistory steps={request.steps} />}
      {request.viewerCanDecide && (
        <QueueDecisions>
          <Button kind="primary" busy={loading} aria-keyshortcuts="z" onClick={() => void letIn()}>{t('decide.approve')} <Kbd>Z</Kbd></Button>
          {request.state === 'waiting' && <Button aria-keyshortcuts="r" onClick={() => setDialog('ask')}>{t('decide.askBack')} <Kbd>R</Kbd></Button>}
          <Button aria-keyshortcuts="a" onClick={() => setDialog('decline')}>{t('decide.decline')} <Kbd>A</Kbd></Button>
        </QueueDecisions>
      )}
      {dialog === 'ask' && request.state === 'waiting' && (
        <AskBackDialog requestId={request.id} name={request.applicantName} onClose={() => setDialog(undefined)} onDone={() => finish(t('decide.asked', { name: request.applicantName }))} />
      )}
      {dialog === 'decline' && (
        <DeclineDialog
          requestId={request.id}
          name={request.applicantName}
          askAgainDays={request.space?.askAgainDays ?? 30}
          onClose={() => setDialog(undefined)}
          onDone={() => finish(t('decide.declined', { name: request.applicantName }))}
        />
      )}
    </QueueItem>
  );
}
