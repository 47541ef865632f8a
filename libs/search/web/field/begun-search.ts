/**
 * What somebody types before the field of the search has arrived, and whether they stand in it when it does. One for the
 * whole page, as the field is.
 */
export const begunSearch: { words: string; hasFocus: boolean } = { words: '', hasFocus: false };
