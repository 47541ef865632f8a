import { useEffect, useState, type ComponentType, Suspense } from 'react';
import { useLocation } from 'react-router';
import { useLocale, useViewer } from '#platform/web';
import { threadsTexts } from '../threads-texts.js';
import { shelfOf } from './post-shelf.js';

/** The page itself comes first. */
const AFTER_MS = 1500;

/** On every page: replies that wait for the network go out once it is back, wherever their writer is by then. Loads nothing where none waits. */
export function KeepSending() {
  const { accountId } = useViewer();
  const { locale } = useLocale();
  const { pathname } = useLocation();
  const [Sender, setSender] = useState<ComponentType>();
  useEffect(() => {
    if (accountId === null || Sender !== undefined) return undefined;
    const look = () => {
      if (shelfOf(accountId, 'post-out').all().length === 0) return;
      // Without a network the sender cannot be fetched either; it is tried again with the next sign of one.
      Promise.all([import('./Sender.js'), threadsTexts.load(locale)]).then(([loaded]) => setSender(() => loaded.Sender), () => undefined);
    };
    const timer = setTimeout(look, AFTER_MS);
    window.addEventListener('online', look);
    window.addEventListener('storage', look);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', look);
      window.removeEventListener('storage', look);
    };
    // Each page is another chance.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [accountId, locale, pathname, Sender]);
  if (Sender === undefined || accountId === null) return null;
  return <Suspense fallback={null}><Sender /></Suspense>;
}
