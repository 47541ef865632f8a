import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '#platform/web';
import { Button } from '../button/Button.js';
import { uiTexts } from '../i18n/ui-texts.js';
import { classNames } from '../layout/classes.js';
import { VisuallyHidden } from '../layout/Layout.js';
import classes from './list.module.css';

/** Rows below one another; give it `ListRow`s. */
export function List({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    // Safari drops the list role of lists without bullets.
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles
    <ul className={classes.list} role="list" aria-label={label}>
      {children}
    </ul>
  );
}

export interface ListRowProps {
  readonly title: ReactNode;
  /** Where the row leads; the whole row can then be clicked. */
  readonly to?: string;
  /** One or two lines at most. */
  readonly text?: ReactNode;
  /** Who, when, where, state: short pieces, parted by dots. Empty pieces are left out. */
  readonly meta?: readonly ReactNode[];
  /** In full under the rest, e.g. one's own note. */
  readonly below?: ReactNode;
  /** An avatar or emblem. */
  readonly lead?: ReactNode;
  /** Badges or buttons at the end. */
  readonly end?: ReactNode;
  /** Something new since the last visit: a yellow dot, and said in words. */
  readonly isNew?: boolean;
}

/** One line title, one line who, when, where, state. */
export function ListRow({ title, to, text, meta = [], below, lead, end, isNew = false }: ListRowProps) {
  const t = useTexts(uiTexts);
  const pieces = meta.filter((piece) => piece !== undefined && piece !== null && piece !== false && piece !== '');
  return (
    <li className={classes.row}>
      {lead !== undefined && <div className={classes.lead}>{lead}</div>}
      <div className={classes.main}>
        <div className={classNames(classes.title, isNew && classes.fresh)}>
          {isNew && <VisuallyHidden>{t('list.new')}</VisuallyHidden>}
          {to === undefined ? <span>{title}</span> : <Link to={to}>{title}</Link>}
        </div>
        {text !== undefined && <div className={classes.text}>{text}</div>}
        {pieces.length > 0 && (
          <div className={classes.meta}>
            {pieces.map((piece, position) => (
              // The pieces of one row keep their places.
              <span key={position}>{piece}</span>
            ))}
          </div>
        )}
        {below !== undefined && <div className={classes.below}>{below}</div>}
      </div>
      {end !== undefined && <div className={classes.end}>{end}</div>}
    </li>
  );
}

export interface Column<Row> {
  readonly name: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
}

export interface TableProps<Row> {
  /** What the table shows; read out before it. */
  readonly caption: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** Figures and records side by side. The first column names the row. Wide tables scroll inside themselves. */
export function Table<Row>({ caption, columns, rows, keyOf }: TableProps<Row>) {
  return (
    // A part that scrolls must be reachable with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.scroll} tabIndex={0} aria-label={typeof caption === 'string' ? caption : undefined}>
      <table className={classes.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.isNumber ? classes.number : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, position) =>
                position === 0 ? (
                  <th key={column.name} scope="row">{column.cell(row)}</th>
                ) : (
                  <td key={column.name} className={column.isNumber ? classes.number : undefined}>{column.cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export interface LoadMoreProps {
  readonly shown: number;
  readonly total?: number;
  readonly hasMore: boolean;
  readonly isBusy?: boolean;
  readonly onMore: () => void;
}

const FEW = 20;

/** The end of a list that goes on: says how much is shown, and a button for more. */
export function LoadMore({ shown, total, hasMore, isBusy = false, onMore }: LoadMoreProps) {
  const t = useTexts(uiTexts);
  // What one sees at a glance needs no counting.
  if (!hasMore && (total === undefined || total <= FEW)) return null;
  return (
    <div className={classes.more}>
      {hasMore && (
        <Button busy={isBusy} onClick={onMore}>
          {t('list.more')}
        </Button>
      )}
      {total !== undefined && <output>{t('list.shown', { shown, total })}</output>}
    </div>
  );
}

export interface Fact {
  readonly name: ReactNode;
  readonly value: ReactNode;
}

/** Names and values, e.g. of a profile. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.flatMap((fact, position) => [
        // Facts keep their places.
        <dt key={`name-${position}`}>{fact.name}</dt>,
        <dd key={`value-${position}`}>{fact.value}</dd>,
      ])}
    </dl>
  );
}
