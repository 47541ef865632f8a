import type { ComponentType } from 'react';
import type { Texts } from '../i18n/define-texts.js';

/** Who is shown an entry of the navigation. Only a matter of tidiness: the server decides what may be read. */
export type NavAudience = 'everyone' | 'guests' | 'members' | 'coordinators';

/** A place in the shell's navigation. */
export interface NavEntry {
  /** Gives the label in the reader's language; receives the domain's own texts. */
  readonly label: string;
  readonly icon: ComponentType<{ readonly size?: number | string; readonly stroke?: number | string }>;
  readonly audience: NavAudience;
  /** Lower comes first; steps of ten leave room. */
  readonly order: number;
  /** Also in the phone's bottom bar, which has room for five. */
  readonly onPhone?: boolean;
}

/** One page of a domain, as it is listed in `apps/web/routes.tsx`. */
export interface RouteEntry {
  /** As in react-router: `/tipps/:slug`. */
  readonly path: string;
  /** The lazy page: `async () => (await import('./tip/TipPage.js')).TipPage`. */
  readonly load: () => Promise<ComponentType>;
  /** Loaded beside the page, so that it never waits for words. */
  readonly texts: readonly Pick<Texts<object>, 'load' | 'loaded' | 'name'>[];
  readonly nav?: NavEntry;
  /** `bare` pages (sign-in, set-up) come without navigation. Default `shell`. */
  readonly frame?: 'shell' | 'bare';
}
