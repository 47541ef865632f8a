/**
 * Parts of one transaction that need not wait for each other: what they ask first leaves in one packet. Ends when all of
 * them have ended, and then fails as the one that failed first: whatever went on behind it would run after the rollback,
 * and be stored by itself.
 */
export async function together<Parts extends readonly Promise<unknown>[]>(...parts: Parts): Promise<{ -readonly [Index in keyof Parts]: Awaited<Parts[Index]> }> {
  const failures: unknown[] = [];
  const values = await Promise.all(
    parts.map(async (part) =>
      part.catch((error: unknown) => {
        failures.push(error);
      }),
    ),
  );
  if (failures.length > 0) throw failures[0];
  return values as never;
}
