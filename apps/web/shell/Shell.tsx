import { IconMenu2, IconSunMoon } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { keepLocale, readBoot, takeRightsNote, useLocale, useTexts, useViewer } from '#platform/web';
import { Button, Dialog, IconButton, LinkButton, Mark, Menu, OfflineBanner, SkipLink, toast, Toasts, useColourSchemeEntries } from '#ui/web';
import { Footer } from './Footer.js';
import { Navigation, type Place, type PlacesOfGroup } from './Navigation.js';
import { RouteEffects, scrollerId } from './RouteEffects.js';
import { shellTexts } from './shell-texts.js';
import classes from './shell.module.css';

/** A phone's bottom bar has room for five; the last one opens the menu with everything else. */
const bottomPlaces = 4;

export interface ShellProps {
  readonly isGuest: boolean;
  readonly places: readonly Place[];
  /** The places of the phone's bottom bar. */
  readonly phonePlaces: readonly Place[];
  readonly coordination: readonly PlacesOfGroup[];
  readonly spaces?: ReactNode;
  readonly search: ReactNode;
  /** The bell. */
  readonly notices?: ReactNode;
  /** The account's menu. */
  readonly account?: ReactNode;
  readonly children: ReactNode;
}

/** Name and sign of the programme, leading home. What follows a dash in the name is only seen where there is room for it. */
export function Brand() {
  const whole = readBoot().programmeName;
  const [, name = whole, claim] = /^(.+?) ([–—-] .+)$/.exec(whole) ?? [];
  return (
    <Link to="/" className={classes.brand}>
      <Mark size={30} />
      <span>
        {name}
        {claim !== undefined && <span className={classes.claim}> {claim}</span>}
      </span>
    </Link>
  );
}

/** Each language in its own words: whoever looks for it may not understand the other one. */
const languages = [
  { locale: 'de', label: 'Deutsch' },
  { locale: 'en', label: 'English' },
] as const;

/** The other language, for guests; an account has its own. Stands in words: a sign behind a menu is not looked for. */
function LanguageSwitch() {
  const { isGuest } = useViewer();
  const { locale: current } = useLocale();
  if (!isGuest) return null;
  return languages
    .filter(({ locale }) => locale !== current)
    .map(({ locale, label }) => (
      <Button
        key={locale}
        kind="quiet"
        size="small"
        lang={locale}
        className={classes.language}
        onClick={() => {
          keepLocale(locale);
          // The server writes texts in the reader's language too (pages, names of the bar): all anew.
          window.location.reload();
        }}
      >
        {label}
      </Button>
    ));
}

/** Colour scheme and language for guests; members find both with their account. */
export function AppearanceTools() {
  const t = useTexts(shellTexts);
  const entries = useColourSchemeEntries();
  return (
    <>
      <LanguageSwitch />
      <Menu entries={entries}>
        {(props) => (
          <IconButton label={t('appearance')} {...props}>
            <IconSunMoon size={20} stroke={1.8} />
          </IconButton>
        )}
      </Menu>
    </>
  );
}

function GuestTools() {
  const t = useTexts(shellTexts);
  const { pathname, search } = useLocation();
  const onward = pathname === '/' ? '' : `?weiter=${encodeURIComponent(pathname + search)}`;
  return (
    <>
      <AppearanceTools />
      <LinkButton to={`/anmelden${onward}`} size="small">{t('signIn')}</LinkButton>
    </>
  );
}

/** The frame around every page: rail, search, account on a desk; bottom bar on a phone. */
export function Shell({ isGuest, places, phonePlaces, coordination, spaces, search, notices, account, children }: ShellProps) {
  const t = useTexts(shellTexts);
  const [menuPath, setMenuPath] = useState<string>();
  const { pathname } = useLocation();
  const changed = t('rightsChanged');
  useEffect(() => {
    if (takeRightsNote()) toast(changed);
  }, [changed]);
  const navigation = <Navigation label={t('navigation')} places={places} coordinationTitle={t('coordination')} coordination={coordination} spaces={spaces} />;
  return (
    <>
      <SkipLink target="inhalt">{t('skip')}</SkipLink>
      <OfflineBanner />
      <div className={classes.frame}>
        <header className={classes.top} data-print="no">
          <Brand />
          <div className={classes.tools}>{isGuest ? (
            <GuestTools />
          ) : (
            <>
              {notices}
              {account}
            </>
          )}</div>
          <div className={classes.search}>{search}</div>
        </header>
        <div className={classes.rail} data-print="no">{navigation}</div>
        <div id={scrollerId} className={classes.scroller}>
          <main id="inhalt" className={classes.content} tabIndex={-1}>
            {children}
          </main>
          <Footer />
        </div>
        <nav className={classes.bottom} aria-label={t('navigation')} data-print="no">
          {phonePlaces.slice(0, bottomPlaces).map(({ to, label, icon: Icon }) => (
            <NavLink key={to} to={to} end={to === '/'} className={classes.bottomPlace}>
              <Icon size={22} stroke={1.7} />
              {label}
            </NavLink>
          ))}
          <button type="button" className={classes.bottomPlace} aria-haspopup="dialog" onClick={() => setMenuPath(pathname)}>
            <IconMenu2 size={22} stroke={1.7} aria-hidden="true" />
            {t('menu')}
          </button>
        </nav>
      </div>
      {/* It belongs to the path on which it was opened: going elsewhere closes it. */}
      <Dialog isOpen={menuPath === pathname} onClose={() => setMenuPath(undefined)} title={t('menuTitle')}>
        {navigation}
      </Dialog>
      <Toasts />
      <RouteEffects />
    </>
  );
}
