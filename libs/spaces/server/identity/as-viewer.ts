import type { Viewer } from '#access/server';
import type { OwnSight } from '#accounts/server';
import { SpaceIdentity } from './space-identity.js';

/** For `ownLists` that tell no more than the person sees now; null for whoever sees nothing. */
export const asViewer: OwnSight<Viewer | null, SpaceIdentity> = { from: SpaceIdentity, of: async (identity, accountId) => identity.viewerOf(accountId) };
