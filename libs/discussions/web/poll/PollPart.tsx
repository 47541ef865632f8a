import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { OwnDecisionNotice, ReportAction } from '#moderation/web';
import { announce, readFragment, useErrorTexts, useLive, useLocale, useTexts, useViewer, type FragmentOf, type ResultOf } from '#platform/web';
import { Alert, Button, CheckboxGroup, ConfirmDialog, DateTime, RadioGroup, Row, toast } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import classes from './poll.module.css';
import { ClosePoll, PollFragment, PollsQuery, RemovePoll, Vote } from './poll.queries.js';

/** The polls of a discussion; nothing where there are none. */
export function PollPart({ discussionId }: { readonly discussionId: string }) {
  const { data, refetch } = useQuery(PollsQuery, { variables: { id: discussionId } });
  useLive('discussion', discussionId, () => void refetch().catch(() => undefined));
  const discussion = data?.discussion;
  return discussion?.polls.map((poll) => <OnePoll key={poll.id} poll={poll} canVote={discussion.viewerCanVote} canClose={discussion.viewerCanAskPoll} canRemove={discussion.viewerCanSteer} />);
}

interface OnePollProps {
  readonly poll: FragmentOf<typeof PollFragment>;
  readonly canVote: boolean;
  readonly canClose: boolean;
  readonly canRemove: boolean;
}

function OnePoll({ poll: masked, canVote, canClose, canRemove }: OnePollProps) {
  const t = useTexts(discussionsTexts);
  const { isGuest } = useViewer();
  const poll = readFragment(PollFragment, masked);
  const own = poll.options.filter(({ viewerVoted }) => viewerVoted).map(({ id }) => id);
  const [isVoting, setVoting] = useState(false);
  const [isClosing, setClosing] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const [close] = useMutation(ClosePoll);
  const [remove] = useMutation(RemovePoll);
  const mayVote = canVote && poll.isOpen;
  const asks = mayVote && (own.length === 0 || isVoting);
  return (
    <section className={classes.poll} aria-label={t('poll.label', { question: poll.question })}>
      {poll.isHidden && <HiddenNotice poll={poll} />}
      {asks ? <VoteForm poll={poll} own={own} onDone={() => setVoting(false)} canLeave={own.length > 0} /> : <Results poll={poll} />}
      <p className={classes.note}>
        {t('poll.voters', { count: poll.voterCount })} · {t(poll.isAnonymous ? 'poll.isAnonymous' : 'poll.isNamed')}
        {poll.closedAt !== null ? ` · ${t('poll.closed')}` : poll.closesAt !== null && <> · {t.rich(poll.isOpen ? 'poll.closes' : 'poll.closedOn', { when: <DateTime at={poll.closesAt} as="date" /> })}</>}
      </p>
      <Row>
        {mayVote && !asks && <Button size="small" onClick={() => setVoting(true)}>{t('poll.change')}</Button>}
        {canClose && poll.isOpen && <Button size="small" kind="quiet" onClick={() => setClosing(true)}>{t('poll.close')}</Button>}
        {canRemove && <Button size="small" kind="quiet" onClick={() => setRemoving(true)}>{t('poll.remove')}</Button>}
        {(poll.viewerCanReport || (isGuest && !poll.isHidden)) && <ReportAction kind="poll" id={poll.id} />}
      </Row>
      <ConfirmDialog
        isOpen={isClosing}
        onClose={() => setClosing(false)}
        title={t('poll.closeAsk')}
        confirmLabel={t('poll.close')}
        texts={discussionsTexts}
        onConfirm={async () => {
          await close({ variables: { input: { pollId: poll.id } } });
          toast(t('poll.closeDone'));
        }}
      >
        {t('poll.closeText')}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={t('poll.removeAsk')}
        confirmLabel={t('poll.remove')}
        texts={discussionsTexts}
        onConfirm={async () => {
          await remove({ variables: { input: { pollId: poll.id } } });
          toast(t('poll.removeDone'));
        }}
      >
        {t('poll.removeText')}
      </ConfirmDialog>
    </section>
  );
}

type PollData = ResultOf<typeof PollFragment>;

/** For who asked it, with the way to object, and for moderators; nobody else is shown a hidden poll. */
function HiddenNotice({ poll }: { readonly poll: PollData }) {
  const t = useTexts(discussionsTexts);
  const told = (
    <Alert kind="warning" title={t('poll.hidden')}>
      {poll.hiddenReason !== null && poll.hiddenReason !== '' && t('hidden.reason', { reason: poll.hiddenReason })}
    </Alert>
  );
  return poll.viewerIsAuthor ? <OwnDecisionNotice kind="poll" id={poll.id} otherwise={told} /> : told;
}

function VoteForm({ poll, own, canLeave, onDone }: { readonly poll: PollData; readonly own: readonly string[]; readonly canLeave: boolean; readonly onDone: () => void }) {
  const t = useTexts(discussionsTexts);
  const errors = useErrorTexts(discussionsTexts);
  const [chosen, setChosen] = useState(own);
  const [problem, setProblem] = useState<string>();
  const refuse = (sentence: string) => {
    setProblem(sentence);
    announce(sentence, 'assertive');
    // On a phone the choices may be out of sight by now.
    document.querySelector<HTMLElement>(`input[name="${poll.id}"]`)?.focus();
  };
  const choose = (ids: readonly string[]) => {
    setChosen(ids);
    setProblem(undefined);
  };
  const error = problem === undefined ? {} : { error: problem };
  const [vote, { loading }] = useMutation(Vote);
  const choices = poll.options.map(({ id, text }) => ({ value: id, label: text }));
  const send = async (optionIds: readonly string[]) => {
    setProblem(undefined);
    try {
      await vote({ variables: { input: { pollId: poll.id, optionIds: [...optionIds] } } });
      announce(t(optionIds.length === 0 ? 'poll.takenBack' : 'poll.voted'));
      onDone();
    } catch (thrown) {
      refuse(errors.sentence(thrown));
    }
  };
  return (
    <>
      {poll.isMultiple ? (
        <CheckboxGroup label={poll.question} help={t('poll.several')} name={poll.id} value={chosen} onChange={choose} choices={choices} {...error} />
      ) : (
        <RadioGroup label={poll.question} name={poll.id} value={chosen[0] ?? ''} onChange={(id) => choose([id])} choices={choices} {...error} />
      )}
      <Row>
        <Button kind="primary" size="small" busy={loading} onClick={() => (chosen.length === 0 ? refuse(t('poll.chooseFirst')) : void send(chosen))}>{t('poll.vote')}</Button>
        {canLeave && <Button size="small" kind="quiet" onClick={() => void send([])}>{t('poll.takeBack')}</Button>}
        {canLeave && <Button size="small" kind="quiet" onClick={onDone}>{t('poll.keep')}</Button>}
      </Row>
    </>
  );
}

/** How many chose what: bars for the eye, numbers for everybody. */
function Results({ poll }: { readonly poll: PollData }) {
  const t = useTexts(discussionsTexts);
  const { locale } = useLocale();
  const most = Math.max(1, poll.voterCount);
  return (
    <>
      <p><strong>{poll.question}</strong></p>
      <ul className={classes.results}>
        {poll.options.map((option) => (
          <li key={option.id}>
            <div className={classes.result}>
              <span>
                {option.text}
                {option.viewerVoted && <em> {t('poll.own')}</em>}
              </span>
              <span>{t('poll.share', { count: option.voteCount, share: (option.voteCount / most).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 }) })}</span>
            </div>
            <meter className={classes.meter} min={0} max={most} value={option.voteCount} aria-label={option.text} />
            {option.voters !== null && option.voters.length > 0 && <p className={classes.voters}>{option.voters.map(({ name }) => name ?? t('person.gone')).join(', ')}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
