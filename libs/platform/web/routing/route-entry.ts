import type { ComponentType } from 'react';
import type { TextLocale } from '#platform/shared';
import type { Texts } from '../i18n/define-texts.js';

/** Who is shown an entry of the navigation. Only a matter of tidiness: the server decides what may be read. */
export type NavAudience = 'everyone' | 'guests' | 'members' | 'coordinators';

/** Under which heading a place of the coordination stands: the people of the programme, what is read there, how it runs. */
export type NavGroup = 'people' | 'content' | 'operation';

/** A place in the shell's navigation. */
export type NavEntry = NavPlace & ({ readonly audience: Exclude<NavAudience, 'coordinators'> } | { readonly audience: 'coordinators'; readonly group: NavGroup });

interface NavPlace {
  /** Both languages here, since the navigation must not wait for a domain's texts. */
  readonly label: Readonly<Record<TextLocale, string>>;
  readonly icon: ComponentType<{ readonly size?: number | string; readonly stroke?: number | string }>;
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

/** A piece of a domain on somebody else's page (the shell, the home page): loaded on its own, absent until it is there. */
export interface SlotEntry {
  readonly load: () => Promise<ComponentType>;
  readonly texts: readonly Pick<Texts<object>, 'load' | 'loaded' | 'name'>[];
  /** Lower comes first, where several stand on one page. */
  readonly order?: number;
}
