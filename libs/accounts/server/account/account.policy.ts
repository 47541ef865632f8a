import { isCoordinator, isMember, type Viewer } from '#access/server';
import { AppError } from '#platform/shared';

/** Whoever is signed in, however far. @throws {AppError} UNAUTHENTICATED for guests. */
export function accountOf(viewer: Viewer): string {
  if (viewer.accountId === null) throw AppError.unauthenticated();
  return viewer.accountId;
}

/** @throws {AppError} UNAUTHENTICATED for guests, FORBIDDEN for all but coordinators. */
export function coordinatorOf(viewer: Viewer): string {
  const accountId = accountOf(viewer);
  if (!isCoordinator(viewer)) throw AppError.forbidden('account.coordinatorsOnly');
  return accountId;
}

/** @throws {AppError} UNAUTHENTICATED for guests, FORBIDDEN for who is not approved. */
export function memberOf(viewer: Viewer): string {
  const accountId = accountOf(viewer);
  if (!isMember(viewer)) throw AppError.forbidden('account.membersOnly');
  return accountId;
}

/** PostgreSQL's `infinity` arrives as a number. */
export function isSuspended(account: { readonly suspendedUntil: Date | number | null }, now: Date): boolean {
  return account.suspendedUntil !== null && Number(account.suspendedUntil) > now.getTime();
}
