import { useEffect, useRef, useState } from 'react';
import { useLocale, useTexts } from '#platform/web';
import { formatTime } from '#ui/web';
import { threadsTexts } from '../threads-texts.js';
import classes from './stream.module.css';

export interface ThreadMark {
  readonly position: number;
  readonly at: string;
}

interface PositionBarProps {
  readonly marks: readonly ThreadMark[];
  readonly lastPosition: number;
  /** Where the reader is. */
  readonly position: number;
  readonly firstUnread: number | null;
  /** @param keepsFocus the keyboard stays at the bar, to go on from there. */
  readonly onJump: (position: number, keepsFocus: boolean) => void;
}

/** Whoever moves by arrow keys or drags shall first arrive, then see it loaded. */
const REST_MS = 450;

/** The day of a position, after the marks spread over the thread. */
export function dateAt(marks: readonly ThreadMark[], position: number): string | undefined {
  return (marks.findLast((mark) => mark.position <= position) ?? marks[0])?.at;
}

/** Where one is in a long thread, with dates; moving it leads there. Below each other on wide screens, beside on narrow ones. */
export function PositionBar({ marks, lastPosition, position, firstUnread, onJump }: PositionBarProps) {
  const t = useTexts(threadsTexts);
  const { locale } = useLocale();
  const [wanted, setWanted] = useState<number>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const shown = wanted ?? Math.min(Math.max(position, 1), lastPosition);
  const dayOf = (place: number) => {
    const at = dateAt(marks, place);
    return at === undefined ? '' : formatTime(at, 'shortDate', locale);
  };
  const go = (place: number, keepsFocus = false) => {
    clearTimeout(timer.current);
    setWanted(undefined);
    onJump(place, keepsFocus);
  };
  const words = t('bar.place', { position: shown, last: lastPosition });
  return (
    <nav className={classes.bar} aria-label={t('bar.title')} data-print="no">
      <button type="button" className={classes.barEnd} onClick={() => go(1)}>
        {t('bar.first')}
        <span>{dayOf(1)}</span>
      </button>
      <input
        type="range"
        className={classes.slider}
        min={1}
        max={lastPosition}
        value={shown}
        aria-label={t('bar.slider')}
        aria-valuetext={`${words}, ${dayOf(shown)}`}
        onChange={(event) => {
          const place = Number(event.currentTarget.value);
          setWanted(place);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => go(place, true), REST_MS);
        }}
      />
      <p className={classes.barPlace} aria-hidden="true">
        <strong>{words}</strong>
        <span>{dayOf(shown)}</span>
      </p>
      <button type="button" className={classes.barEnd} onClick={() => go(lastPosition)}>
        {t('bar.last')}
        <span>{dayOf(lastPosition)}</span>
      </button>
      {firstUnread !== null && firstUnread > 1 && (
        <button type="button" className={classes.barEnd} onClick={() => go(firstUnread)}>{t('bar.unread')}</button>
      )}
    </nav>
  );
}
