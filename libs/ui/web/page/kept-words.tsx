import { createContext, useContext, useEffect, type ReactNode } from 'react';

type OnKept = (place: string | null) => void;

const KeptWords = createContext<OnKept>(() => undefined);

/** Around a page: is told where the words are kept that somebody is writing on it. */
export function KeptWordsProvider({ onKept, children }: { readonly onKept: OnKept; readonly children: ReactNode }) {
  return <KeptWords value={onKept}>{children}</KeptWords>;
}

/**
 * Says where one finds again what is being written on this page: whoever loses sight of the page while writing is told.
 * @param place its address; null as long as nothing is written.
 */
export function useKeptWords(place: string | null): void {
  const tell = useContext(KeptWords);
  useEffect(() => tell(place), [tell, place]);
}
