import { useId, type ReactNode } from 'react';
import { NavLink } from 'react-router';
import type { NavEntry } from '#platform/web';
import classes from './shell.module.css';

/** One place as the shell shows it, already in the reader's language. */
export interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: NavEntry['icon'];
}

/** A list of places, with a heading where it is not the first. */
export function Places({ title, places }: { readonly title?: string; readonly places: readonly Place[] }) {
  const id = useId();
  if (places.length === 0) return null;
  return (
    <div>
      {title !== undefined && <h2 className={classes.groupTitle} id={id}>{title}</h2>}
      <ul className={classes.places} aria-labelledby={title === undefined ? undefined : id}>
        {places.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <NavLink to={to} end={to === '/'} className={classes.place}>
              <Icon size={20} stroke={1.7} />
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface NavigationProps {
  readonly label: string;
  readonly places: readonly Place[];
  readonly coordinationTitle: string;
  readonly coordination: readonly Place[];
  /** The viewer's own spaces with their sub-spaces. */
  readonly spaces?: ReactNode;
}

/** All places: the rail on wide screens, the content of the menu on a phone. */
export function Navigation({ label, places, coordinationTitle, coordination, spaces }: NavigationProps) {
  return (
    <nav className={classes.navigation} aria-label={label}>
      <Places places={places} />
      {spaces}
      <Places title={coordinationTitle} places={coordination} />
    </nav>
  );
}
