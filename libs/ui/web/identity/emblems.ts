/** Colours of spaces by name: hue in degrees and chroma of OKLCH; lightness follows the scheme, so all keep contrast. */
export const spaceColours = {
  moss: { hue: 150, chroma: 0.075 },
  meadow: { hue: 128, chroma: 0.09 },
  sun: { hue: 80, chroma: 0.085 },
  sand: { hue: 65, chroma: 0.045 },
  brick: { hue: 38, chroma: 0.105 },
  berry: { hue: 5, chroma: 0.105 },
  heather: { hue: 320, chroma: 0.085 },
  lake: { hue: 262, chroma: 0.085 },
  sky: { hue: 228, chroma: 0.075 },
  spruce: { hue: 185, chroma: 0.065 },
  slate: { hue: 230, chroma: 0.02 },
} as const satisfies Readonly<Record<string, { readonly hue: number; readonly chroma: number }>>;

export type SpaceColour = keyof typeof spaceColours;

/** Signs of spaces, drawn on 24 by 24; picture-free on purpose. */
export const emblemPaths = {
  seed: 'M12 21v-9M12 12l-5-5M12 12l5-5M12 12V5M4.5 8.5 7 7l-.5-3M19.5 8.5 17 7l.5-3M9.5 3.5 12 5l2.5-1.5',
  leaf: 'M5 19c0-9 5-14 15-14 0 9-5 14-12 14M5 21c1-5 4-8 9-10',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5',
  wind: 'M3 9h11a3 3 0 1 0-3-3M3 13h15a3 3 0 1 1-3 3M3 17h7a2.5 2.5 0 1 1-2.5 2.5',
  house: 'M4 11l8-7 8 7v9H4zM10 20v-6h4v6',
  river: 'M3 7c3-3 6 3 9 0s6 3 9 0M3 12c3-3 6 3 9 0s6 3 9 0M3 17c3-3 6 3 9 0s6 3 9 0',
  hill: 'M2 19l7-11 4 6 3-4 6 9zM17 5.5a1.5 1.5 0 1 0 0-.1',
  bridge: 'M2 15h20M4 19v-4c0-5 3-8 8-8s8 3 8 8v4M9 15V8M15 15V8',
  path: 'M6 21c0-4 12-4 12-9S6 9 6 3M18 3v2M6 21h.1',
  circle: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  bulb: 'M9 18h6M10 21h4M8.5 15c-2-1.5-3-3.300-3-5.500a6.500 6.500 0 0 1 13 0c0 2.200-1 4-3 5.500z',
  wheel: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 4v16M4 12h16M6.300 6.300l11.400 11.400M17.700 6.300 6.300 17.700',
} as const satisfies Readonly<Record<string, string>>;

export type SpaceEmblemName = keyof typeof emblemPaths;

/** Names in the order in which a form offers them. */
export const spaceColourNames = Object.keys(spaceColours) as readonly SpaceColour[];
export const spaceEmblemNames = Object.keys(emblemPaths) as readonly SpaceEmblemName[];
