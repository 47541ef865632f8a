import { useParams } from 'react-router';
import { TipList } from './TipList.js';

/** The newest tips of the space in the address, for its home. */
export function SpaceTips() {
  const { slug = '' } = useParams();
  return <TipList space={slug} spaceSlug={slug} />;
}
