/* Control characters, save tab and line feed. Carriage returns are turned into line feeds before. */
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/* Embeddings, overrides and isolates: they reorder what follows, up to the end of the page's line. */
const directionOverrides = /[\u202A-\u202E\u2066-\u2069]/g;

/* A letter of any living script needs fewer than eight marks; more of them paint over the lines above and below. */
const markHeaps = /(\p{M}{8})\p{M}+/gu;

/**
 * What a database can store and what means the same when typed elsewhere: NFC, line feeds only, no NUL and no halves
 * of surrogate pairs (both are refused by PostgreSQL). Otherwise unchanged.
 */
export function storableText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\0', '').toWellFormed().normalize('NFC');
}

/** What may be shown: storable text without control characters, direction overrides and heaps of combining marks. */
export function displayableText(text: string): string {
  return storableText(text).replace(controls, '').replace(directionOverrides, '').replace(markHeaps, '$1');
}
