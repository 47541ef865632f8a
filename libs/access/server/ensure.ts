import { AppError } from '#platform/shared';

/**
 * The gate before every act: what the viewer cannot see does not exist (NOT_FOUND), what they see but may not touch is
 * refused (FORBIDDEN).
 * @param thing the row as loaded through `visibleTo`, null where nothing was found.
 */
export function ensure<Thing>(thing: Thing | null | undefined, mayDo: (thing: Thing) => boolean, reason = 'forbidden'): Thing {
  if (thing === null || thing === undefined) throw AppError.notFound();
  if (!mayDo(thing)) throw AppError.forbidden(reason);
  return thing;
}
