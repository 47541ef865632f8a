import { useId, type ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useLocale, useTexts } from '#platform/web';
import { uiTexts } from '../i18n/ui-texts.js';
import { VisuallyHidden } from '../layout/Layout.js';
import classes from './place.module.css';

/** One place of a navigation. */
export interface PlaceItem {
  readonly to: string;
  readonly label: string;
  /** An icon of 20 px or a small emblem. */
  readonly lead?: ReactNode;
  /** Something new is there: the yellow dot, said in words too. */
  readonly isNew?: boolean;
  /** How many wait there; 0 is not shown. */
  readonly count?: number;
  /** Only exactly this address is "here". */
  readonly isExact?: boolean;
  /** One level deeper, e.g. sub-spaces. */
  readonly places?: readonly PlaceItem[];
}

function PlaceRow({ place }: { readonly place: PlaceItem }) {
  const t = useTexts(uiTexts);
  const { locale } = useLocale();
  return (
    <li>
      <NavLink to={place.to} end={place.isExact ?? place.to === '/'} className={classes.place}>
        {place.lead}
        <span className={classes.words} title={place.label}>
          {place.isNew && <VisuallyHidden>{t('list.new')} </VisuallyHidden>}
          {place.label}
        </span>
        {place.count !== undefined && place.count > 0 && <span className={classes.count}>{place.count.toLocaleString(locale)}</span>}
        {place.isNew && <span className={classes.new} aria-hidden="true" />}
      </NavLink>
      {place.places !== undefined && place.places.length > 0 && <PlaceRows places={place.places} />}
    </li>
  );
}

export function PlaceRows({ places, labelledBy }: { readonly places: readonly PlaceItem[]; readonly labelledBy?: string }) {
  return (
    <ul className={classes.places} aria-labelledby={labelledBy}>
      {places.map((place) => (
        <PlaceRow key={place.to} place={place} />
      ))}
    </ul>
  );
}

/** Places of the navigation below one another, under a quiet heading where one is needed. Belongs inside a `<nav>`. */
export function PlaceList({ title, places }: { readonly title?: string; readonly places: readonly PlaceItem[] }) {
  const id = useId();
  if (places.length === 0) return null;
  return (
    <div>
      {title !== undefined && <h2 className={classes.title} id={id}>{title}</h2>}
      <PlaceRows places={places} {...(title === undefined ? {} : { labelledBy: id })} />
    </div>
  );
}
