import type { PersonInTexts } from './without-person.js';

/**
 * For migrations of whoever stores texts: `linked_ids(text)` answers the people and posts a text leads to, for indexes that
 * find texts by them. Indexes are built on it, so what it answers must never change: a new rule needs a new name.
 */
export const LINKED_IDS_FUNCTION = `
  create or replace function linked_ids(body text) returns uuid[] language sql immutable parallel safe cost 1000 as $function$
    select array_agg(distinct link[1]::uuid) from regexp_matches(body, '/(?:person|beitrag)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})', 'gi') link
  $function$`;

/** Asked of an index at once. */
const IDS_AT_ONCE = 500;

/**
 * What texts that name or quote a person lead to, for `linked_ids(…) && $1::uuid[]`: the person and what the person wrote, in
 * pieces that an index answers quickly.
 */
export function linkTargets({ accountId, postIds }: Pick<PersonInTexts, 'accountId' | 'postIds'>): readonly (readonly string[])[] {
  const all = [accountId, ...postIds];
  return Array.from({ length: Math.ceil(all.length / IDS_AT_ONCE) }, (_, piece) => all.slice(piece * IDS_AT_ONCE, (piece + 1) * IDS_AT_ONCE));
}
