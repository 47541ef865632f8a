import type { Space } from '#spaces/server';

/** How much of what is written leaves the house: the text, the title alone, or only that there is something new. */
export type FeedText = 'full' | 'title' | 'pointer';

/**
 * A feed leaves the house as a mail does, and often lies with a reader service on somebody else's server. Of spaces that
 * not every member of the programme may read it therefore carries neither title nor name, only the way back in.
 */
export function feedTextOf({ visibility }: Pick<Space, 'visibility'>): FeedText {
  switch (visibility) {
    case 'public':
    case 'programme':
      return 'full';
    case 'closed':
    case 'hidden':
      return 'pointer';
  }
}
