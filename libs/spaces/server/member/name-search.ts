/** Small letters without dots and accents, an umlaut as one letter; `ß` and `ss` are one. */
export const folded = (expression: string): string => `translate(replace(lower(${expression}), 'ß', 'ss'), 'äöüáàâãåéèêëíìîïóòôõúùûçñşğłčšž', 'aouaaaaaeeeeiiiioooouuucnsglcsz')`;
/** The same for who types `ae` for `ä`. */
export const spelledOut = (expression: string): string => `replace(replace(replace(replace(lower(${expression}), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss')`;

/** What somebody typed as a piece of a pattern: its signs stand for themselves. */
export const namePiece = (text: string): string => text.trim().slice(0, 60).replaceAll('\0', '').replace(/[\\%_]/g, '\\$&');
