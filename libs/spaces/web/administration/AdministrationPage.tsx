import { useQuery } from '@apollo/client/react';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { graphql, readFragment, useTexts, useViewer } from '#platform/web';
import { Button, ClosedDoor, EmptyState, List, Page, QueryPage, SignInDoor } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { AdministeredRow, AdministeredSpaceFragment } from './AdministeredRow.js';
import { CreateSpace } from './CreateSpace.js';

const AdministrationQuery = graphql(
  `
    query AdministeredSpaces {
      administeredSpaces {
        id
        ...AdministeredSpace
      }
    }
  `,
  [AdministeredSpaceFragment],
);

/** For coordinators: every space by name and moderators, making new ones, looking in by a logged step. */
export function AdministrationPage() {
  const t = useTexts(spacesTexts);
  const viewer = useViewer();
  const query = useQuery(AdministrationQuery);
  const [search] = useSearchParams();
  // Other pages lead here to make one.
  const [isCreating, setCreating] = useState(search.has('neu'));
  return (
    <QueryPage query={query} pick={(data) => data.administeredSpaces} texts={spacesTexts} door={viewer.isGuest ? <SignInDoor /> : <ClosedDoor />}>
      {(spaces) => {
        const rows = spaces.map((space) => readFragment(AdministeredSpaceFragment, space));
        const ids = new Set(rows.map((row) => row.id));
        const tops = rows.filter((row) => row.parentId === null || !ids.has(row.parentId));
        const ordered = tops.flatMap((row) => [row, ...rows.filter((child) => child.parentId === row.id)]);
        return (
          <Page
            title={t('admin.title')}
            summary={t('admin.summary')}
            actions={<Button kind="primary" icon={<IconPlus size={18} aria-hidden="true" />} onClick={() => setCreating(true)}>{t('admin.create')}</Button>}
          >
            {rows.length === 0 ? (
              <EmptyState title={t('admin.empty')}>{t('admin.emptyText')}</EmptyState>
            ) : (
              <List label={t('admin.title')}>
                {ordered.map((row) => (
                  <AdministeredRow key={row.id} space={row} parentName={rows.find((parent) => parent.id === row.parentId)?.name ?? null} />
                ))}
              </List>
            )}
            {isCreating && <CreateSpace parents={tops.filter((row) => row.archivedAt === null)} onClose={() => setCreating(false)} />}
          </Page>
        );
      }}
    </QueryPage>
  );
}
