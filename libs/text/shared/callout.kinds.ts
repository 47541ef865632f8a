/** Kinds of callouts, written `> [!NOTE]` on the first line of a quote. */
export const CALLOUT_KINDS = ['note', 'tip', 'important', 'warning'] as const;

export type CalloutKind = (typeof CALLOUT_KINDS)[number];

const markers: Readonly<Record<string, CalloutKind>> = {
  NOTE: 'note',
  TIP: 'tip',
  IMPORTANT: 'important',
  WARNING: 'warning',
  // Written by other tools; says the same to a reader.
  CAUTION: 'warning',
};

/** The kind that a marker such as `NOTE` or `note` names, or undefined for an unknown one. */
export function calloutKindOf(marker: string): CalloutKind | undefined {
  return Object.hasOwn(markers, marker.toUpperCase()) ? markers[marker.toUpperCase()] : undefined;
}
