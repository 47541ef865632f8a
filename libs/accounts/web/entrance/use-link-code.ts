import { useLocation } from 'react-router';

/** The secret behind `#` of a link that came by mail; no server and no log ever sees that part of an address. */
export function useLinkCode(): string {
  return useLocation().hash.slice(1);
}
