import type { ElementType, ReactNode } from 'react';
import { classNames } from './classes.js';
import classes from './layout.module.css';

interface ArrangedProps {
  readonly children: ReactNode;
  /** Distance between the children. */
  readonly gap?: 'tight' | 'normal' | 'wide';
  readonly as?: ElementType;
  readonly className?: string;
}

const gapClass = (gap: ArrangedProps['gap']) => (gap === 'tight' ? classes.tight : gap === 'wide' ? classes.wide : undefined);

/** Things below one another. */
export function Stack({ children, gap, as: Element = 'div', className }: ArrangedProps) {
  return <Element className={classNames(classes.stack, gapClass(gap), className)}>{children}</Element>;
}

/** Things beside one another; they wrap where there is no room. */
export function Row({ children, gap, as: Element = 'div', spread = false, className }: ArrangedProps & { readonly spread?: boolean }) {
  return <Element className={classNames(classes.row, gapClass(gap), spread && classes.spread, className)}>{children}</Element>;
}

/** For screen readers only. What is meant for everybody should be seen by everybody: use it sparingly. */
export function VisuallyHidden({ children, as: Element = 'span' }: { readonly children: ReactNode; readonly as?: ElementType }) {
  return <Element className={classes.unseen}>{children}</Element>;
}

/** The first thing on the page for the keyboard: over the navigation straight to the content. */
export function SkipLink({ target, children }: { readonly target: string; readonly children: ReactNode }) {
  return (
    <a className={classNames(classes.unseen, classes.skip)} href={`#${target}`} data-print="no">
      {children}
    </a>
  );
}

interface SectionProps {
  readonly title: ReactNode;
  /** One quiet line beside the heading, e.g. a count. */
  readonly note?: ReactNode;
  /** At most one link or quiet button. */
  readonly action?: ReactNode;
  readonly level?: 2 | 3;
  readonly id?: string;
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({ title, note, action, level = 2, id, children }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={classes.section} id={id}>
      <div className={classes.sectionHead}>
        <Heading>{title}</Heading>
        {note !== undefined && <span className={classes.sectionNote}>{note}</span>}
        {action}
      </div>
      {children}
    </section>
  );
}
