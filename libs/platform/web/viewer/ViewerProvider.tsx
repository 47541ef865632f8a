import { useQuery } from '@apollo/client/react';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useLiveLine } from '../live/use-live-line.js';
import { startOver } from '../routing/own-path.js';
import { useViewerWatch } from './use-viewer-watch.js';

const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      accountId
      standing
      siteRoles
      programmeRoles
      locale
    }
  }
`);

type ViewerFields = ResultOf<typeof ViewerQuery>['viewer'];

/** Whoever looks right now. What may be done is never derived from it: things say so themselves (`viewerCan…`). */
export interface Viewer extends ViewerFields {
  /** False until the server has told who it is; until then the viewer counts as a guest. */
  readonly isKnown: boolean;
  readonly isGuest: boolean;
  /** Signed in and let in by the coordination. */
  readonly isApproved: boolean;
  readonly isCoordinator: boolean;
}

const guest: ViewerFields = { accountId: null, standing: 'guest', siteRoles: [], programmeRoles: [], locale: 'de' };

const viewerOf = (fields: ViewerFields, isKnown: boolean): Viewer => ({
  ...fields,
  isKnown,
  isGuest: fields.standing === 'guest',
  isApproved: fields.standing === 'approved',
  isCoordinator: fields.siteRoles.includes('coordinator'),
});

const ViewerContext = createContext<Viewer>(viewerOf(guest, false));

interface ViewerProviderProps {
  readonly children: ReactNode;
  /** For specs; a whole page load unless told. */
  readonly onOther?: typeof startOver;
}

/** Asks who is looking, and again while the page is open: whoever lost a right stops seeing what it gave. */
export function ViewerProvider({ children, onOther = startOver }: ViewerProviderProps) {
  const { data, error, refetch } = useQuery(ViewerQuery);
  useViewerWatch(data?.viewer, refetch, onOther);
  useLiveLine(data?.viewer.accountId);
  const viewer = useMemo(() => viewerOf(data?.viewer ?? guest, data !== undefined || error !== undefined), [data, error]);
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** Whoever looks right now; see `Viewer`. */
export function useViewer(): Viewer {
  return useContext(ViewerContext);
}

/** For specs and the gallery: everything below sees this viewer. */
export function ViewerFixed({ viewer, children }: { readonly viewer: Partial<ViewerFields>; readonly children: ReactNode }) {
  const fields = { ...guest, ...viewer };
  return <ViewerContext value={viewerOf(fields, true)}>{children}</ViewerContext>;
}
