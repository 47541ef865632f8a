import type { ReactNode } from 'react';
import type { NavEntry } from '#platform/web';
import { PlaceGroups, PlaceList } from '#ui/web';
import classes from './shell.module.css';

/** One place as the shell shows it, already in the reader's language. */
export interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: NavEntry['icon'];
}

/** Places under a heading that opens and closes. */
export interface PlacesOfGroup {
  /** Kept in the browser, with whether it is open. */
  readonly name: string;
  readonly label: string;
  readonly places: readonly Place[];
}

const itemsOf = (places: readonly Place[]) => places.map(({ to, label, icon: Icon }) => ({ to, label, lead: <Icon size={20} stroke={1.7} /> }));

export interface NavigationProps {
  readonly label: string;
  readonly places: readonly Place[];
  readonly coordinationTitle: string;
  readonly coordination: readonly PlacesOfGroup[];
  /** The viewer's own spaces with their sub-spaces. */
  readonly spaces?: ReactNode;
}

/** All places: the rail on wide screens, the content of the menu on a phone. */
export function Navigation({ label, places, coordinationTitle, coordination, spaces }: NavigationProps) {
  return (
    <nav className={classes.navigation} aria-label={label}>
      <PlaceList places={itemsOf(places)} />
      {spaces}
      <PlaceGroups title={coordinationTitle} groups={coordination.map((group) => ({ ...group, places: itemsOf(group.places) }))} />
    </nav>
  );
}
