import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { mayOnlyRead, MeasuresHere } from '#moderation/web';
import { MarkdownEditor } from '#text/web';
import { announce, useErrorTexts, useLocale, useTexts } from '#platform/web';
import { Alert, Button, ConfirmDialog, formatTime, IconButton, Row, StaleNotice, useLeaveGuard } from '#ui/web';
import { threadsTexts } from '../threads-texts.js';
import type { ReplyState } from './reply-keeper.js';
import { useCountdown } from './use-countdown.js';
import { MeasuresInThread } from './reply.queries.js';
import type { Reply } from './use-reply.js';
import { useMentionSource } from './use-mention-source.js';
import classes from './write.module.css';

interface ReplyBoxProps {
  readonly threadId: string;
  readonly reply: Reply;
  /** Whom it answers, in words; undefined where it answers the thread. */
  readonly answered: string | undefined;
  /** Under slow mode: when one may write again. */
  readonly mayReplyAt: string | null;
  /** Counts up when text was put in from elsewhere, so that the cursor goes behind it. */
  readonly generation: number;
  readonly onClose: () => void;
  /** `writtenBefore`: earlier words of it had arrived; those of now wait as an edit of that post. */
  readonly onSent: (outcome: 'sent' | 'waiting' | 'writtenBefore', postId: string) => void;
}

/** Where a reply is written: docked below, so that one can scroll and quote meanwhile. */
export function ReplyBox({ threadId, reply, answered, mayReplyAt, generation, onClose, onSent }: ReplyBoxProps) {
  const t = useTexts(threadsTexts);
  const errors = useErrorTexts(threadsTexts);
  const mentions = useMentionSource(threadId);
  const headingId = useId();
  const [isDiscarding, setDiscarding] = useState(false);
  const secondsLeft = useCountdown(mayReplyAt);
  const { keeper, state, body } = reply;
  const measures = useQuery(MeasuresInThread, { variables: { threadId }, fetchPolicy: 'cache-and-network' }).data?.thread.viewerMeasures ?? [];
  const isSilenced = mayOnlyRead(measures);
  const box = useRef<HTMLElement>(null);
  useLeaveGuard(state.kind === 'kept' || state.kind === 'sending' || state.kind === 'refused');
  useDockedHeight(box);
  // Until its field is there: what is typed meanwhile must not move the page.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => box.current?.focus({ preventScroll: true }), [generation]);

  const send = async () => {
    if (isSilenced) return;
    if (secondsLeft > 0) {
      announce(t('reply.slow', { time: clock(secondsLeft) }));
      return;
    }
    const { outcome, postId } = await keeper.send();
    if (outcome === 'sent' || outcome === 'waiting' || outcome === 'writtenBefore') onSent(outcome, postId);
    if (outcome === 'nothing' && keeper.current().body.trim() === '') announce(t('reply.empty'));
  };

  return (
    <section ref={box} className={classes.reply} aria-labelledby={headingId} tabIndex={-1} data-keys="rest" data-print="no">
      <div className={classes.replyHead}>
        <h2 id={headingId}>{answered === undefined ? t('reply.title') : t('reply.titleTo', { name: answered })}</h2>
        {answered !== undefined && <Button kind="quiet" size="small" onClick={() => keeper.replyTo(null)}>{t('reply.toAll')}</Button>}
        <IconButton label={t('reply.close')} size="small" onClick={onClose}><IconX size={20} aria-hidden="true" /></IconButton>
      </div>
      <MeasuresHere measures={measures} live />
      {state.kind === 'refused' && !isSilenced && <Alert kind="danger" live>{errors.sentence(state.error)}</Alert>}
      {state.kind === 'stale' && (
        <StaleNotice
          title={t('reply.stale')}
          differences={[{ name: t('reply.text'), theirs: <span className={classes.plain}>{state.theirs.body}</span>, isLong: true }]}
          onKeepMine={() => keeper.settle(body, state.theirs)}
          onTakeTheirs={() => keeper.settle(state.theirs.body, state.theirs)}
        />
      )}
      {/* What was begun before stays to be read and taken elsewhere. */}
      {(!isSilenced || body.trim() !== '') && (
        <div className={classes.replyText}>
          <MarkdownEditor
            key={generation}
            label={t('reply.text')}
            value={body}
            onChange={(text) => keeper.type(text)}
            tools="short"
            // Opened to be written in.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus="end"
            mentions={mentions}
            onSubmit={() => void send()}
          />
        </div>
      )}
      <div className={classes.replyFoot}>
        <SavedLine state={state} />
        {secondsLeft > 0 && <output className={classes.slow}>{t('reply.slow', { time: clock(secondsLeft) })}</output>}
        <Row>
          {body.trim() !== '' && <Button kind="quiet" onClick={() => setDiscarding(true)}>{t('reply.discard')}</Button>}
          {!isSilenced && <Button kind="primary" busy={state.kind === 'sending'} onClick={() => void send()}>{t('reply.send')}</Button>}
        </Row>
      </div>
      <ConfirmDialog
        isOpen={isDiscarding}
        onClose={() => setDiscarding(false)}
        title={t('reply.discardAsk')}
        confirmLabel={t('reply.discard')}
        kind="danger"
        texts={threadsTexts}
        onConfirm={async () => {
          await keeper.discard();
          onClose();
        }}
      >
        {t('reply.discardText')}
      </ConfirmDialog>
    </section>
  );
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** What floats over the page (a pill with news, a short message) stands above the docked box. */
function useDockedHeight(box: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const around = document.documentElement;
    const observer = new ResizeObserver(() => around.style.setProperty('--docked-height', `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      around.style.removeProperty('--docked-height');
    };
  }, [box]);
}

/** Where the text is: only trouble is read out. */
function SavedLine({ state }: { readonly state: ReplyState }) {
  const t = useTexts(threadsTexts);
  const { locale } = useLocale();
  const isKept = state.kind === 'kept';
  useEffect(() => {
    if (isKept) announce(t('reply.kept'));
  }, [isKept, t]);
  const words =
    state.kind === 'saved' ? t('reply.saved', { time: formatTime(state.at, 'time', locale) })
    : state.kind === 'waiting' ? t('reply.waiting')
    : state.kind === 'kept' ? t('reply.kept')
    : state.kind === 'sending' ? t('reply.sending')
    : '';
  return <span className={classes.saved}>{words}</span>;
}

/**
 * Why nobody, or not this reader, can write here; with the way on where there is one.
 * @param begun what they had begun to write, e.g. when it was closed meanwhile: it stays to be read and taken elsewhere.
 */
export function ReplyRefusal({ reason, begun = '' }: { readonly reason: string; readonly begun?: string }) {
  const t = useTexts(threadsTexts);
  const key = `refusal.${reason}`;
  const sentence = t.has(key) ? t(key) : t('refusal.other');
  const here = `${window.location.pathname}${window.location.search}`;
  return (
    <>
      <p className={classes.refusal} data-print="no">
        {sentence} {reason === 'signInNeeded' && <Link to={`/anmelden?weiter=${encodeURIComponent(here)}`}>{t('refusal.signIn')}</Link>}
      </p>
      {begun !== '' && (
        <section className={classes.waiting} aria-label={t('refusal.begun')} data-print="no">
          <p><strong>{t('refusal.begun')}</strong></p>
          <p className={classes.plain}>{begun}</p>
        </section>
      )}
    </>
  );
}
