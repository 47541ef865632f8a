import { guestViewer, holds, visibleTo, type ContentState, type Viewer } from './index.js';
import { assumingState } from './assuming-state.js';

const viewers: readonly Viewer[] = [
  guestViewer(new Set(['open'])),
  { ...guestViewer(new Set()), accountId: 'somebody', standing: 'waiting' },
  { ...guestViewer(new Set(['open', 'closed'])), accountId: 'author', standing: 'approved' },
  { ...guestViewer(new Set(['open', 'closed'])), accountId: 'moderator', standing: 'approved', moderatedSpaceIds: new Set(['closed']) },
];
const states: readonly ContentState[] = ['draft', 'review', 'published', 'retired', 'hidden'];

describe('the rule for rows of a known state', () => {
  it.each(states)('%s says the same as the whole rule', (state) => {
    for (const viewer of viewers) {
      for (const spaceId of ['open', 'closed', 'other']) {
        for (const authorIds of [['author'], ['moderator'], ['nobody', 'author'], ['nobody']]) {
          const row = { id: 'row', spaceId, authorIds, state };
          expect(holds(assumingState(visibleTo(viewer), state), row)).toBe(holds(visibleTo(viewer), row));
        }
      }
    }
  });

  it('asks only for the space where a tip is released', () => {
    const [, , author] = viewers;
    if (author === undefined) throw new Error('no viewer');
    expect(JSON.stringify(assumingState(visibleTo(author), 'published'))).not.toMatch(/stateIn|authoredBy/);
  });
});
