import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { graphql, readFragment, useTexts, useViewer } from '#platform/web';
import { EmptyState, FilterWords, LinkButton, List, Page, QueryPage } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { SpaceRow, SpaceRowFragment } from './SpaceRow.js';
import classes from './list.module.css';

const SpacesPageQuery = graphql(
  `
    query SpacesPage {
      spaces {
        id
        ...SpaceRow
        parent {
          id
        }
      }
    }
  `,
  [SpaceRowFragment],
);

type Filter = 'all' | 'mine' | 'archived';

/** All spaces one knows of, sub-spaces under their parents. */
export function SpacesPage() {
  const t = useTexts(spacesTexts);
  const viewer = useViewer();
  const query = useQuery(SpacesPageQuery);
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('zeige');
  const filter: Filter = wanted === 'meine' ? 'mine' : wanted === 'archiv' ? 'archived' : 'all';
  const choose = (next: Filter) => setSearch(next === 'all' ? {} : { zeige: next === 'mine' ? 'meine' : 'archiv' }, { replace: true });

  return (
    <QueryPage query={query} pick={(data) => data.spaces} texts={spacesTexts}>
      {(spaces) => {
        const rows = spaces.map((space) => ({ space, row: readFragment(SpaceRowFragment, space) }));
        const groups: Readonly<Record<Filter, typeof rows>> = {
          all: rows.filter(({ row }) => row.archivedAt === null),
          mine: rows.filter(({ row }) => row.myRole !== null && row.archivedAt === null),
          archived: rows.filter(({ row }) => row.archivedAt !== null),
        };
        const shown = groups[filter];
        const ids = new Set(shown.map(({ space }) => space.id));
        const tops = shown.filter(({ space }) => space.parent === null || !ids.has(space.parent.id));
        return (
          <Page title={t('list.title')} summary={t(viewer.isGuest ? 'list.summaryGuest' : 'list.summary')}>
            {!viewer.isGuest && (
              <FilterWords
                label={t('list.filter')}
                current={filter}
                onChange={choose}
                words={(['all', 'mine', 'archived'] as const)
                  .filter((name) => name !== 'archived' || groups.archived.length > 0)
                  .map((name) => ({ value: name, label: t(`list.filter.${name}`), count: groups[name].length }))}
              />
            )}
            {shown.length === 0 ? (
              <EmptyState
                title={t(filter === 'mine' ? 'list.emptyMine' : 'list.empty')}
                {...(viewer.isCoordinator && filter === 'all' ? { action: <LinkButton to="/koordination/raeume?neu=ja" kind="primary">{t('list.create')}</LinkButton> } : {})}
              >
                {t(filter === 'mine' ? 'list.emptyMineText' : viewer.isCoordinator ? 'admin.emptyText' : 'list.emptyText')}
              </EmptyState>
            ) : (
              <List label={t('list.title')}>
                {tops.flatMap(({ space, row }) => {
                  const children = shown.filter((child) => child.space.parent?.id === space.id);
                  return [
                    <SpaceRow key={space.id} space={space} />,
                    children.length > 0 && (
                      <li key={`${space.id}-sub`} className={classes.sub}>
                        <List label={t('list.subOf', { space: row.name })}>
                          {children.map((child) => (
                            <SpaceRow key={child.space.id} space={child.space} isSub />
                          ))}
                        </List>
                      </li>
                    ),
                  ];
                })}
              </List>
            )}
          </Page>
        );
      }}
    </QueryPage>
  );
}
