import '../../libs/ui/web/theme/index.css';
import { ApolloProvider } from '@apollo/client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, matchPath } from 'react-router';
import { createGraphqlClient, LiveRegion, LocaleProvider, platformTexts, readBoot, ViewerProvider, type RouteEntry } from '#platform/web';
import { uiTexts } from '#ui/web';
import possibleTypes from '../../generated/possible-types.json' with { type: 'json' };
import { App } from './App.js';
import { homeTexts } from './home/home-texts.js';
import { routes } from './routes.js';
import { shellTexts } from './shell/shell-texts.js';

const ownRoutes: readonly RouteEntry[] = [
  { path: '/', load: async () => (await import('./home/HomePage.js')).HomePage, texts: [homeTexts] },
];

// `import.meta.env.DEV` is a constant of the build: the published product contains no trace of the gallery.
const developmentRoutes: readonly RouteEntry[] = import.meta.env.DEV
  ? [{ path: '/galerie', load: async () => (await import('./gallery/GalleryPage.js')).GalleryPage, texts: [] }]
  : [];

const entries = [...ownRoutes, ...routes, ...developmentRoutes];
const boot = readBoot();

/** Begins to fetch the page of this address while the frame's texts are still on the way. */
function fetchAhead(): void {
  const entry = entries.find(({ path }) => matchPath(path, window.location.pathname) !== null);
  // A failure shows itself when the page is really drawn.
  void Promise.allSettled([entry?.load(), ...(entry?.texts ?? []).map((texts) => texts.load(boot.locale))]);
}

async function start(root: HTMLElement): Promise<void> {
  fetchAhead();
  await Promise.all([platformTexts, uiTexts, shellTexts].map((texts) => texts.load(boot.locale)));
  const client = createGraphqlClient({
    possibleTypes,
    // The session ended elsewhere: ask anew who is looking, so that the frame shows the way to sign in.
    onSignedOut: () => void client.refetchQueries({ include: ['Viewer'] }),
  });
  createRoot(root).render(
    <StrictMode>
      <LocaleProvider initial={boot}>
        <ApolloProvider client={client}>
          <ViewerProvider>
            <BrowserRouter>
              <LiveRegion />
              <App entries={entries} />
            </BrowserRouter>
          </ViewerProvider>
        </ApolloProvider>
      </LocaleProvider>
    </StrictMode>,
  );
}

const root = document.querySelector<HTMLElement>('#root');
if (root !== null) void start(root);
