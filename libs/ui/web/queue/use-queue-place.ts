import { useSearchParams } from 'react-router';

/** What of a queue is shown stands in the address. */
export interface QueuePlace {
  /** Whether what was decided is listed, instead of what waits. */
  readonly isDecided: boolean;
  /** The item that the address names. */
  readonly wanted: string | null;
  /** @param id undefined: whichever is first. */
  readonly show: (id: string | undefined) => void;
  readonly showList: (isDecided: boolean) => void;
}

/** @param itemName under which the address names the item that is shown. */
export function useQueuePlace(itemName: string): QueuePlace {
  const [search, setSearch] = useSearchParams();
  return {
    isDecided: search.get('liste') === 'entschieden',
    wanted: search.get(itemName),
    show: (id) => {
      const next = new URLSearchParams(search);
      if (id === undefined) next.delete(itemName);
      else next.set(itemName, id);
      setSearch(next, { replace: true });
    },
    showList: (isDecided) => setSearch(isDecided ? { liste: 'entschieden' } : {}, { replace: true }),
  };
}
