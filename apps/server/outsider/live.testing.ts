import type { ContentState } from '#access/server';
import { Live, type LiveEvent } from '#platform/server';
import type { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { aSpace } from '../../../libs/spaces/server/spaces.testing.js';
import { MARK, type ClosedWorld } from './closed-world.testing.js';

/** Where something happens, and who is there. */
export type LivePlace = Pick<ClosedWorld, 'space' | 'insider'>;

/** What everybody with a stream hears; after it nothing of before is on its way any more. */
export const LAST_TOPIC = 'last';

const STATES: readonly ContentState[] = ['draft', 'review', 'published', 'retired', 'hidden'];

/** Tells live of everything that can happen in the closed places, with a marker in each; then of something for all. */
export async function happenInClosed(server: TestServer, places: readonly LivePlace[], insiders: ReadonlySet<string>): Promise<void> {
  const everybody = await server.db.query<{ id: string; address: string }>('select id, address from account');
  const all = everybody.map(({ id }) => id);
  const inside = everybody.filter(({ address }) => insiders.has(address)).map(({ id }) => id);
  const closed = places.flatMap(({ space, insider }): LiveEvent[] => {
    const data = { word: `${MARK}live` };
    return [
      ...STATES.map((state) => ({ topic: 'thread', id: space.id, spaceId: space.id, state, authorIds: [insider.id], data })),
      // Named by mistake, or before they left: named is not allowed.
      { topic: 'notices', id: space.id, spaceId: space.id, accountIds: all, data },
      { topic: 'notices', id: space.id, spaceId: null, accountIds: inside, data },
    ];
  });
  const open = await aSpace(server, { visibility: 'public' });
  await server.db.write({ accountId: null }, async (tx) => {
    const live = server.app.get(Live);
    for (const event of closed) live.publish(tx, event);
    live.publish(tx, { topic: LAST_TOPIC, id: uuidv7(), spaceId: open.id });
  });
}
