import { graphql, readFragment, type FragmentOf } from '#platform/web';
import classes from '../search.module.css';

export const MarkedFragment = graphql(`
  fragment Marked on TextSegment {
    text
    isMatch
  }
`);

/** Plain text with the matches marked. */
export function Marked({ segments }: { readonly segments: readonly FragmentOf<typeof MarkedFragment>[] }) {
  return segments.map((masked, position) => {
    const { text, isMatch } = readFragment(MarkedFragment, masked);
    // The pieces of one text never change places.
    return isMatch ? <mark key={position} className={classes.mark}>{text}</mark> : <span key={position}>{text}</span>;
  });
}
