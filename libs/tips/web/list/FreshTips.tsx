import { TipList } from './TipList.js';

/** On the home page: the newest tips of everything I may read. */
export function FreshTips() {
  return <TipList first={6} />;
}
