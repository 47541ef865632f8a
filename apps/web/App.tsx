import { IconHome2 } from '@tabler/icons-react';
import { Suspense, useEffect, type ReactNode } from 'react';
import { Outlet, Route, Routes, useLocation } from 'react-router';
import { useLocale, useTexts, useViewer, type NavAudience, type NavEntry, type NavGroup, type RouteEntry, type Viewer } from '#platform/web';
import { SpaceTabsProvider } from '#spaces/web';
import { KeepSending } from '#threads/web';
import { Avatar, ClosedDoor, ErrorBoundary, PageLoading } from '#ui/web';
import { slots, spaceTabs } from './routes.js';
import { BareFrame } from './shell/BareFrame.js';
import type { Place } from './shell/Navigation.js';
import { SearchSlot } from './shell/SearchSlot.js';
import { Shell } from './shell/Shell.js';
import { shellTexts } from './shell/shell-texts.js';
import { lazyPart, Slot } from './shell/Slot.js';

type NavRoute = RouteEntry & { readonly nav: NavEntry };

const navGroups: readonly NavGroup[] = ['people', 'content', 'operation'];

const mayGo = (audience: NavAudience, viewer: Viewer): boolean => {
  switch (audience) {
    case 'everyone':
      return true;
    case 'guests':
      return viewer.isGuest;
    case 'members':
      return viewer.isApproved;
    case 'coordinators':
      return viewer.isCoordinator;
  }
};

function Fallible({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary resetKey={pathname}>
      <Suspense fallback={<PageLoading />}>{children}</Suspense>
    </ErrorBoundary>
  );
}

function ShellRoute({ entries }: { readonly entries: readonly RouteEntry[] }) {
  const t = useTexts(shellTexts);
  const { locale } = useLocale();
  const viewer = useViewer();
  const placed = entries
    .filter((entry): entry is NavRoute => entry.nav !== undefined && mayGo(entry.nav.audience, viewer))
    .sort((one, other) => one.nav.order - other.nav.order);
  const placesOf = (some: readonly NavRoute[]): readonly Place[] => some.map(({ path, nav }) => ({ to: path, label: nav.label[locale], icon: nav.icon }));
  const home: Place = { to: '/', label: t('home'), icon: IconHome2 };
  return (
    <Shell
      isGuest={viewer.isGuest}
      places={[home, ...placesOf(placed.filter(({ nav }) => nav.audience !== 'coordinators'))]}
      phonePlaces={[home, ...placesOf(placed.filter(({ nav }) => nav.onPhone))]}
      coordination={navGroups.map((group) => ({
        name: group,
        label: t(`coordination.${group}`),
        places: placesOf(placed.filter(({ nav }) => nav.audience === 'coordinators' && nav.group === group)),
      }))}
      spaces={
        viewer.isApproved && (
          <>
            {slots.duties.map((entry, at) => <Slot key={at} entry={entry} />)}
            {slots.spaces !== undefined && <Slot entry={slots.spaces} />}
          </>
        )
      }
      search={slots.search === undefined ? <SearchSlot /> : <Slot entry={slots.search} fallback={<SearchSlot />} />}
      notices={slots.notices !== undefined && <Slot entry={slots.notices} />}
      account={slots.account !== undefined && <Slot entry={slots.account} fallback={<Avatar name="" />} />}
    >
      <Fallible>
        <Outlet />
      </Fallible>
    </Shell>
  );
}

function BareRoute() {
  return (
    <BareFrame>
      <Fallible>
        <Outlet />
      </Fallible>
    </BareFrame>
  );
}

/** An account's own language goes before the programme's. */
function useAccountLocale(): void {
  const viewer = useViewer();
  const { locale, change } = useLocale();
  const wanted = viewer.locale === 'en' ? 'en' : 'de';
  const isAccount = viewer.accountId !== null;
  useEffect(() => {
    if (isAccount && wanted !== locale) change({ locale: wanted });
  }, [isAccount, wanted, locale, change]);
}

/** All pages in their frames. */
export function App({ entries }: { readonly entries: readonly RouteEntry[] }) {
  useAccountLocale();
  const routesOf = (frame: RouteEntry['frame']) =>
    entries
      .filter((entry) => (entry.frame ?? 'shell') === frame)
      .map((entry) => {
        const Part = lazyPart(entry);
        return <Route key={entry.path} path={entry.path} element={<Part />} />;
      });
  return (
    <SpaceTabsProvider tabs={spaceTabs}>
      <KeepSending />
      <Routes>
        <Route element={<BareRoute />}>{routesOf('bare')}</Route>
        <Route element={<ShellRoute entries={entries} />}>
          {routesOf('shell')}
          <Route path="*" element={<ClosedDoor />} />
        </Route>
      </Routes>
    </SpaceTabsProvider>
  );
}
