import { IconAlertTriangle, IconCircleCheck, IconExclamationCircle, IconInfoCircle } from '@tabler/icons-react';
import { useId, type ReactNode, type Ref } from 'react';
import { useTexts } from '#platform/web';
import { uiTexts } from '../i18n/ui-texts.js';
import { classNames } from '../layout/classes.js';
import { VisuallyHidden } from '../layout/Layout.js';
import { MarkLoader, MarkScene } from '../mark/Mark.js';
import classes from './state.module.css';

interface EmptyStateProps {
  readonly title: ReactNode;
  /** What will stand here one day, and how it comes about. */
  readonly children?: ReactNode;
  /** The one thing to do now. */
  readonly action?: ReactNode;
  /** `small` inside a part of a page: without the drawing. */
  readonly size?: 'page' | 'small';
  readonly headingLevel?: 2 | 3;
}

/** Nothing is here yet; says what would be here and how to begin. */
export function EmptyState({ title, children, action, size = 'page', headingLevel = 2 }: EmptyStateProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <div className={classNames(classes.empty, size === 'small' && classes.small)}>
      {size === 'page' && <MarkScene />}
      {size === 'page' ? <Heading>{title}</Heading> : <strong>{title}</strong>}
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}

const alertIcons = {
  note: IconInfoCircle,
  done: IconCircleCheck,
  warning: IconAlertTriangle,
  danger: IconExclamationCircle,
} as const;

interface AlertProps {
  readonly kind?: keyof typeof alertIcons;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Read out at once; for what comes after something was done. */
  readonly live?: boolean;
  readonly ref?: Ref<HTMLDivElement>;
}

/** A remark in the text of a page. Its kind is also said in words for those who see no colour. */
export function Alert({ kind = 'note', title, children, action, live = false, ref }: AlertProps) {
  const t = useTexts(uiTexts);
  const Icon = alertIcons[kind];
  return (
    <div ref={ref} tabIndex={-1} className={classNames(classes.alert, classes[kind])} role={live ? (kind === 'danger' ? 'alert' : 'status') : undefined}>
      <Icon size={20} stroke={1.9} aria-hidden="true" />
      <div className={classes.alertBody}>
        <div>
          <VisuallyHidden>{t(`alert.${kind}`)} </VisuallyHidden>
          {title !== undefined && <strong>{title}{children !== undefined && ' '}</strong>}
          {children}
        </div>
        {action}
      </div>
    </div>
  );
}

/** A place that is being filled. Give the shape of what comes: `lines`, or own bones with widths. */
export function Skeleton({ lines = 3, width }: { readonly lines?: number; readonly width?: string }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={classes.bone} style={{ width: width ?? (line === lines - 1 && lines > 1 ? '62%' : '100%') }} />
      ))}
    </div>
  );
}

/** Work that takes longer than a moment and has no known length. */
export function Waiting({ children }: { readonly children: ReactNode }) {
  return (
    <output className={classes.waiting}>
      <MarkLoader />
      <span>{children}</span>
    </output>
  );
}

interface ProgressBarProps {
  readonly label: ReactNode;
  /** How much is done; of `max`. */
  readonly value: number;
  readonly max: number;
  /** Said instead of the percentage, e.g. "120 of 300 files". */
  readonly spoken?: string;
}

/** Work of known length. */
export function ProgressBar({ label, value, max, spoken }: ProgressBarProps) {
  const id = useId();
  const share = `${max === 0 ? 0 : Math.round((value / max) * 100)} %`;
  return (
    <div className={classes.progress}>
      <div>
        <label htmlFor={id}>{label}</label>
        <span>{spoken ?? share}</span>
      </div>
      <progress id={id} value={value} max={max} />
    </div>
  );
}
