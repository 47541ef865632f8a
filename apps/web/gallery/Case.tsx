import type { ReactNode } from 'react';
import classes from './gallery.module.css';

/** One exhibit of the gallery. */
export function Case({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.case}>
      <p>{name}</p>
      {children}
    </div>
  );
}
