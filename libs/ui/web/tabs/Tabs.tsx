import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useLocale } from '#platform/web';
import { classNames } from '../layout/classes.js';
import classes from './tabs.module.css';

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: ReactNode;
  readonly count?: number;
  readonly content: ReactNode;
}

export interface TabsProps<Name extends string> {
  /** What the tabs are about, for screen readers. */
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly current: Name;
  readonly onChange: (name: Name) => void;
}

/** Views of one thing on one page; the chosen one belongs into the URL. Between pages there is `PageTabs`. */
export function Tabs<Name extends string>({ label, tabs, current, onChange }: TabsProps<Name>) {
  const id = useId();
  const { locale } = useLocale();
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const position = tabs.findIndex((tab) => tab.name === current);
    const next = event.key === 'Home' ? tabs[0] : event.key === 'End' ? tabs.at(-1) : step === 0 ? undefined : tabs.at((position + step) % tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    onChange(next.name);
    document.querySelector<HTMLElement>(`[id="${id}-${next.name}"]`)?.focus();
  };
  const chosen = tabs.find((tab) => tab.name === current);
  return (
    <div>
      <div className={classes.tabs} role="tablist" aria-label={label}>
        {tabs.map((tab) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`${id}-${tab.name}`}
            className={classes.tab}
            aria-selected={tab.name === current}
            aria-controls={tab.name === current ? `${id}-panel` : undefined}
            tabIndex={tab.name === current ? 0 : -1}
            onClick={() => onChange(tab.name)}
            onKeyDown={walk}
          >
            {tab.label}
            {tab.count !== undefined && <span className={classes.count}>{tab.count.toLocaleString(locale)}</span>}
          </button>
        ))}
      </div>
      <div className={classes.panel} role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`}>
        {chosen?.content}
      </div>
    </div>
  );
}

export interface PageTab {
  readonly to: string;
  readonly label: ReactNode;
  readonly count?: number;
  /** Only exactly this address counts as "here", not what lies below it. */
  readonly isExact?: boolean;
}

export interface PageTabsProps {
  readonly label: string;
  readonly tabs: readonly PageTab[];
  /** Pages within one of those tabs: a second row, which must not look like the first. */
  readonly isInner?: boolean;
}

/** The pages of one place (a space's tips, members, settings). */
export function PageTabs({ label, tabs, isInner = false }: PageTabsProps) {
  const { locale } = useLocale();
  const { pathname } = useLocation();
  const row = useRef<HTMLElement>(null);
  const here = tabs.findIndex(({ to, isExact }) => pathname === to || (isExact !== true && pathname.startsWith(`${to}/`)));
  useLayoutEffect(() => {
    const current = row.current?.querySelectorAll('a')[here];
    // On a phone the row is longer than the screen, and where one is must be in sight. Only the row moves, never the page.
    if (row.current && current) row.current.scrollLeft = current.offsetLeft - row.current.offsetLeft - (row.current.clientWidth - current.offsetWidth) / 2;
  }, [here]);
  return (
    <nav ref={row} className={classNames(classes.tabs, isInner && classes.inner)} aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.isExact ?? false} className={classes.tab}>
          {tab.label}
          {tab.count !== undefined && <span className={classes.count}>{tab.count.toLocaleString(locale)}</span>}
        </NavLink>
      ))}
    </nav>
  );
}

export interface FilterWord<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly count?: number;
}

export interface FilterWordsProps<Value extends string> {
  readonly label: string;
  readonly words: readonly FilterWord<Value>[];
  readonly current: Value;
  readonly onChange: (value: Value) => void;
  /** Stands behind the last word, e.g. a button for more of them. */
  readonly end?: ReactNode;
}

/** Filters as words with counts behind, above a list. */
export function FilterWords<Value extends string>({ label, words, current, onChange, end }: FilterWordsProps<Value>) {
  const { locale } = useLocale();
  return (
    <fieldset className={classes.words} aria-label={label}>
      <span className={classes.wordsLabel} aria-hidden="true">{label}</span>
      {words.map((word) => (
        <button key={word.value} type="button" className={classes.word} aria-pressed={word.value === current} onClick={() => onChange(word.value)}>
          {word.label}
          {word.count !== undefined && <span className={classes.count}>{word.count.toLocaleString(locale)}</span>}
        </button>
      ))}
      {end}
    </fieldset>
  );
}
