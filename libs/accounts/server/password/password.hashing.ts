import { hash, verify } from '@node-rs/argon2';

/**
 * argon2id above OWASP's minimum (19 MiB, 2 passes): 32 MiB and 5 passes took about 60 ms on a small server in 2026.
 * Four run at a time (libuv's threads), so a wave of sign-ins needs no more than 128 MiB.
 */
const COST = { memoryCost: 32_768, timeCost: 5, parallelism: 1 } as const;

/** Passwords count in their composed form (NFC): "ü" typed on a Mac and on Windows is one password. Nothing else is changed. */
const composed = (password: string): string => password.normalize('NFC');

export async function hashPassword(password: string): Promise<string> {
  return hash(composed(password), COST);
}

let nobodysHash: Promise<string> | null = null;

/**
 * @param stored null for an unknown account or one without a password: the same work is done, so that the time tells
 *   nothing, and the answer is no.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  // Waited for in both cases: else the very first unknown address after a start would take twice as long.
  nobodysHash ??= hashPassword('nobody signs in with this');
  const nobodys = await nobodysHash;
  const matches = await verify(stored ?? nobodys, composed(password));
  return stored !== null && matches;
}
