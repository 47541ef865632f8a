import type { EntityManager } from 'typeorm';
import { linkTargets, type PersonInTexts } from '#text/server';
import de from '../i18n/de.json' with { type: 'json' };

/** Somebody who goes, as others' texts know them: by their page, and by posts that are quoted under their name. */
export async function personInTexts(tx: EntityManager, accountId: string): Promise<PersonInTexts> {
  const own: { id: string }[] = await tx.query('select id from post where author_ids[1] = $1', [accountId]);
  return { accountId, postIds: new Set(own.map((post) => post.id)), instead: de.formerMember };
}

/**
 * Texts that lead to somebody, each once. An index on `linked_ids` answers: erasing a person must not read all texts there are.
 * @param sql with the condition `linked_ids(…) && $1::uuid[]`.
 * @param keyOf tells the rows apart.
 */
export async function textsAbout<Row extends object>(tx: EntityManager, person: PersonInTexts, sql: string, keyOf: (row: Row) => string): Promise<readonly Row[]> {
  const found = new Map<string, Row>();
  for (const ids of linkTargets(person)) for (const row of (await tx.query(sql, [ids])) as readonly Row[]) found.set(keyOf(row), row);
  return [...found.values()];
}
