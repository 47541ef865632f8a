import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from '../layout/classes.js';
import { emblemPaths, spaceColours, type SpaceColour, type SpaceEmblemName } from './emblems.js';
import classes from './identity.module.css';

/** A number that is the same for the same name everywhere. */
function hueOf(name: string): number {
  let sum = 7;
  for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return sum % 360;
}

function initialsOf(name: string): string {
  const words = name.replace(/^(Dr\.|Prof\.)\s+/g, '').split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const first = words[0] ?? name;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${[...first][0] ?? '?'}${[...last][0] ?? ''}`;
}

/** A person, by initials; there are no pictures. The name always stands beside it, so it is silent for readers. */
export function Avatar({ name, size = 36 }: { readonly name: string; readonly size?: number }) {
  return (
    <span className={classes.avatar} style={{ '--size': `${size / 16}rem`, '--hue': hueOf(name) } as CSSProperties} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

export interface SpaceEmblemProps {
  /** One of `spaceColours`; anything else gets a colour by itself. */
  readonly colour: SpaceColour | (string & {});
  /** One of `spaceEmblems`. */
  readonly emblem: SpaceEmblemName | (string & {});
  readonly size?: number;
}

/** A space's colour with its sign. The space's name always stands beside it. */
export function SpaceEmblem({ colour, emblem, size = 36 }: SpaceEmblemProps) {
  const tone = spaceColours[colour as SpaceColour] ?? { hue: hueOf(colour), chroma: 0.07 };
  const path = emblemPaths[emblem as SpaceEmblemName] ?? emblemPaths.seed;
  return (
    <span className={classes.emblem} style={{ '--size': `${size / 16}rem`, '--hue': tone.hue, '--chroma': tone.chroma } as CSSProperties} aria-hidden="true">
      <svg viewBox="0 0 24 24">
        <path d={path} />
      </svg>
    </span>
  );
}

/** A topic of the vocabulary; with `to` it leads to everything about it. */
export function TopicChip({ to, children }: { readonly to?: string; readonly children: ReactNode }) {
  if (to === undefined) return <span className={classes.chip}>{children}</span>;
  return (
    <Link className={classes.chip} to={to}>
      {children}
    </Link>
  );
}

/** Topics beside one another, as a list. */
export function TopicList({ label, topics }: { readonly label: string; readonly topics: readonly { readonly name: string; readonly to?: string }[] }) {
  return (
    // Safari drops the list role of lists without bullets.
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles
    <ul className={classes.chips} role="list" aria-label={label}>
      {topics.map((topic) => (
        <li key={topic.name}>
          <TopicChip {...(topic.to === undefined ? {} : { to: topic.to })}>{topic.name}</TopicChip>
        </li>
      ))}
    </ul>
  );
}

/** A state in one or two words. `new` is the yellow of the house and means new, nothing else. */
export function Badge({ kind, children }: { readonly kind?: 'done' | 'new' | 'warning' | 'danger'; readonly children: ReactNode }) {
  return <span className={classNames(classes.badge, kind && classes[kind])}>{children}</span>;
}

/** A key of the keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className={classes.kbd}>{children}</kbd>;
}
