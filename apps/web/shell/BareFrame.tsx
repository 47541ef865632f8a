import type { ReactNode } from 'react';
import { useTexts } from '#platform/web';
import { OfflineBanner, SkipLink, Toasts } from '#ui/web';
import { Footer } from './Footer.js';
import { RouteEffects } from './RouteEffects.js';
import { AppearanceTools, Brand } from './Shell.js';
import { shellTexts } from './shell-texts.js';
import classes from './shell.module.css';

/** The frame of pages that stand alone: signing in, registering, setting up. */
export function BareFrame({ children }: { readonly children: ReactNode }) {
  const t = useTexts(shellTexts);
  return (
    <div className={classes.bare}>
      <SkipLink target="inhalt">{t('skip')}</SkipLink>
      <header className={classes.bareTop} data-print="no">
        <Brand />
        <div className={classes.tools}><AppearanceTools /></div>
      </header>
      <main id="inhalt" className={classes.bareContent} tabIndex={-1}>
        <OfflineBanner />
        {children}
      </main>
      <div className={classes.bareFoot}>
        <Footer />
      </div>
      <Toasts />
      <RouteEffects />
    </div>
  );
}
