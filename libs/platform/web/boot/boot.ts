import type { TextAddress, TextLocale } from '#platform/shared';

/** What the server writes into the page so that the first paint needs no question. Nothing personal beyond language. */
export interface Boot {
  readonly locale: TextLocale;
  readonly address: TextAddress;
  readonly programmeName: string;
  readonly version: string;
}

const withoutServer: Boot = { locale: 'de', address: 'sie', programmeName: 'Pusteblume', version: '' };

/** Reads `<script type="application/json" id="boot">`. Vite's own dev server leaves it empty: then the defaults hold. */
export function readBoot(page: Document = document): Boot {
  const text = page.querySelector('#boot')?.textContent?.trim() ?? '';
  if (!text.startsWith('{')) return withoutServer;
  return { ...withoutServer, ...(JSON.parse(text) as Partial<Boot>) };
}
