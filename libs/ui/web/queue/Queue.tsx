import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../button/Button.js';
import { Row } from '../layout/Layout.js';
import { LoadMore } from '../list/List.js';
import classes from './queue.module.css';

/** One of the list beside. */
export interface QueueLine {
  readonly id: string;
  /** Before its name, e.g. an avatar. */
  readonly lead?: ReactNode;
  readonly title: ReactNode;
  readonly note: ReactNode;
  /** At its end, e.g. a badge. */
  readonly end?: ReactNode;
}

export interface QueueProps {
  /** What is looked at: a {@link QueueItem}. */
  readonly children: ReactNode;
  readonly lines: readonly QueueLine[];
  /** May be one that is not in the list (any more), or not yet on its first page. */
  readonly currentId: string;
  readonly onShow: (id: string) => void;
  /** Of the list. */
  readonly label: string;
  readonly previousLabel: string;
  readonly nextLabel: string;
  /** "3 of 12". */
  readonly position: (number: number) => string;
  readonly total: number;
  readonly hasMore: boolean;
  readonly isBusy: boolean;
  readonly onMore: () => void;
}

/** One at a time with all its context, the list of the others beside it. */
export function Queue({ children, lines, currentId, onShow, label, previousLabel, nextLabel, position, total, hasMore, isBusy, onMore }: QueueProps) {
  const place = lines.findIndex(({ id }) => id === currentId);
  const step = (by: 1 | -1) => {
    const next = lines[place + by];
    if (next !== undefined) onShow(next.id);
  };
  return (
    <div className={classes.queue}>
      <div>
        {children}
        {place >= 0 && lines.length > 1 && (
          <Row spread className={classes.walk}>
            <Button size="small" onClick={() => step(-1)} aria-disabled={place === 0 || undefined}>{previousLabel}</Button>
            <span>{position(place + 1)}</span>
            <Button size="small" onClick={() => step(1)} aria-disabled={place === lines.length - 1 || undefined}>{nextLabel}</Button>
          </Row>
        )}
      </div>
      {lines.length > 0 && (
        <nav className={classes.others} aria-label={label}>
          <ul>
            {lines.map(({ id, lead, title, note, end }) => (
              <li key={id}>
                <button type="button" aria-current={id === currentId || undefined} onClick={() => onShow(id)}>
                  {lead}
                  <span className={classes.line}>
                    <span>{title}</span>
                    <small>{note}</small>
                  </span>
                  {end}
                </button>
              </li>
            ))}
          </ul>
          <LoadMore shown={lines.length} total={total} hasMore={hasMore} isBusy={isBusy} onMore={onMore} />
        </nav>
      )}
    </div>
  );
}

export interface QueueItemProps {
  /** Id of its `h2`, which gets the focus and needs `tabIndex={-1}`. */
  readonly headingId: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** What is looked at; give it a `key`, so that each one begins anew. */
export function QueueItem({ headingId, onKeyDown, children }: QueueItemProps) {
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    article.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    // Whoever has just decided stands at the buttons below: nobody shall decide about the next one without having seen it.
    if (article.current !== null && article.current.getBoundingClientRect().top < 0) article.current.scrollIntoView({ block: 'start' });
  }, []);
  return (
    // Keys of an item work while the focus is inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article ref={article} className={classes.item} aria-labelledby={headingId} onKeyDown={onKeyDown}>
      {children}
    </article>
  );
}

/** The buttons that decide; they stay in sight while a long item is read. */
export function QueueDecisions({ children }: { readonly children: ReactNode }) {
  return <Row className={classes.decide}>{children}</Row>;
}
