import { useViewer } from '#platform/web';
import { TipList } from './TipList.js';

/** On the home page: the newest tips of everything I may read. */
export function FreshTips() {
  const { isGuest } = useViewer();
  // Members have them under a heading of the page, guests right below its name.
  return <TipList first={6} level={isGuest ? 2 : 3} />;
}
