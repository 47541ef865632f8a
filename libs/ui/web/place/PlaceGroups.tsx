import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useLocation } from 'react-router';
import { readOpenGroups, writeOpenGroups } from './open-groups.js';
import { PlaceRows, type PlaceItem } from './PlaceList.js';
import classes from './place.module.css';

/** Places that belong together, under a heading that opens and closes. */
export interface PlaceGroup {
  /** Remembers in the browser whether it is open. */
  readonly name: string;
  readonly label: string;
  readonly places: readonly PlaceItem[];
}

/**
 * Many places, a few of which are needed at a time. The group with the page one is on is open until it is closed by hand; what
 * somebody opens or closes stays so. Belongs inside a `<nav>`.
 */
export function PlaceGroups({ title, groups }: { readonly title: string; readonly groups: readonly PlaceGroup[] }) {
  const id = useId();
  const { pathname } = useLocation();
  const [chosen, setChosen] = useState(readOpenGroups);
  const filled = groups.filter(({ places }) => places.length > 0);
  if (filled.length === 0) return null;
  const choose = (name: string, isOpen: boolean) => {
    const next = { ...chosen, [name]: isOpen };
    setChosen(next);
    writeOpenGroups(next);
  };
  return (
    <div>
      <h2 className={classes.title} id={id}>{title}</h2>
      <ul className={classes.places} aria-labelledby={id}>
        {filled.map(({ name, label, places }) => {
          const isHere = places.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
          const isOpen = chosen[name] ?? isHere;
          return (
            <li key={name}>
              <button type="button" className={classes.group} aria-expanded={isOpen} aria-controls={`${id}-${name}`} data-here={isHere || undefined} onClick={() => choose(name, !isOpen)}>
                <IconChevronDown size={18} stroke={1.8} aria-hidden="true" />
                <span className={classes.words}>{label}</span>
              </button>
              <div id={`${id}-${name}`} hidden={!isOpen}>
                <PlaceRows places={places} />
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
