import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ensure, type Viewer } from '#access/server';
import { AppError } from '#platform/shared';
import { TipPlaces } from '../settings/tip-places.js';
import type { TipPlace } from './tip.policy.js';
import { TipQueries } from './tip.queries.js';
import type { TipRow } from './tip.row.js';

/** A viewer with an account. */
export interface SignedIn {
  readonly viewer: Viewer;
  readonly accountId: string;
}

/** What a use case may go on with: the tip is seen, the act is allowed. */
export interface Admitted extends SignedIn {
  readonly place: TipPlace;
  /** Locks the row and asks the rule again: between the look and the act somebody else may have changed it. */
  readonly lock: (tx: EntityManager) => Promise<TipRow>;
}

export type TipRule = (viewer: Viewer, tip: TipRow, place: TipPlace) => boolean;

/** @throws {AppError} UNAUTHENTICATED for guests, before anything else is looked at. */
export function signedIn(viewer: Viewer): SignedIn {
  if (viewer.accountId === null) throw AppError.unauthenticated();
  return { viewer, accountId: viewer.accountId };
}

/** The way into every change of a tip. */
@Injectable()
export class TipGate {
  constructor(
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipPlaces) private readonly places: TipPlaces,
  ) {}

  /**
   * @throws {AppError} NOT_FOUND for what the viewer does not see, FORBIDDEN with `reason` for what they may not do.
   */
  async admit(viewer: Viewer, tipId: string, rule: TipRule, reason = 'forbidden'): Promise<Admitted> {
    const who = signedIn(viewer);
    const seen = await this.tips.byId(viewer, tipId);
    if (seen === null) throw AppError.notFound();
    const place = await this.places.in(viewer, seen.spaceId);
    ensure(seen, (tip) => rule(viewer, tip, place), reason);
    const lock = async (tx: EntityManager): Promise<TipRow> => ensure(await this.tips.lock(tx, viewer, tipId), (tip) => rule(viewer, tip, place), reason);
    return { ...who, place, lock };
  }

  /** @throws {AppError} NOT_FOUND for a space whose content the viewer does not see. */
  async admitToSpace(viewer: Viewer, spaceId: string, rule: (viewer: Viewer, place: TipPlace) => boolean, reasonFor: (place: TipPlace) => string = () => 'forbidden'): Promise<SignedIn & { readonly place: TipPlace }> {
    const who = signedIn(viewer);
    if (!viewer.readableSpaceIds.has(spaceId)) throw AppError.notFound();
    const place = await this.places.in(viewer, spaceId);
    if (!rule(viewer, place)) throw AppError.forbidden(reasonFor(place));
    return { ...who, place };
  }
}
