import { createContext, useContext, type ReactNode } from 'react';
import type { TextLocale } from '#platform/shared';

/** A page that every space has besides its home, given by the domain that fills it. */
export interface SpaceTab {
  /** Behind the address of the space: `tipps` for `/raum/:slug/tipps`. */
  readonly path: string;
  /** Both languages here, since the frame must not wait for a domain's texts. */
  readonly label: Readonly<Record<TextLocale, string>>;
  /** Only for who looks after the space; stands behind the members. */
  readonly isForModerators?: boolean;
}

const SpaceTabs = createContext<readonly SpaceTab[]>([]);

/** Around all pages, where they are composed: spaces know no content, yet their frame leads to it. */
export function SpaceTabsProvider({ tabs, children }: { readonly tabs: readonly SpaceTab[]; readonly children: ReactNode }) {
  return <SpaceTabs value={tabs}>{children}</SpaceTabs>;
}

export const useSpaceTabs = (): readonly SpaceTab[] => useContext(SpaceTabs);
