import type { ReactNode } from 'react';
import type { NavEntry } from '#platform/web';
import { PlaceList } from '#ui/web';
import classes from './shell.module.css';

/** One place as the shell shows it, already in the reader's language. */
export interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: NavEntry['icon'];
}

const itemsOf = (places: readonly Place[]) => places.map(({ to, label, icon: Icon }) => ({ to, label, lead: <Icon size={20} stroke={1.7} /> }));

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
      <PlaceList places={itemsOf(places)} />
      {spaces}
      <PlaceList title={coordinationTitle} places={itemsOf(coordination)} />
    </nav>
  );
}
