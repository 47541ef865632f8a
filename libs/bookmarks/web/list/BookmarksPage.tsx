import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { furtherNodes, graphql, useTexts } from '#platform/web';
import { Button, EmptyState, FilterWords, LinkButton, List, LoadMore, Page, QueryPage } from '#ui/web';
import { bookmarksTexts } from '../bookmarks-texts.js';
import { BookmarkRow, BookmarkRowFragment } from './BookmarkRow.js';

const BookmarksQuery = graphql(
  `
    query Bookmarks($due: Boolean, $after: String) {
      bookmarks(first: 30, after: $after, due: $due) {
        nodes { id ...BookmarkRow }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [BookmarkRowFragment],
);

/** Everything one keeps for later. */
export function BookmarksPage() {
  const t = useTexts(bookmarksTexts);
  const [search, setSearch] = useSearchParams();
  const which = search.get('nur') === 'faellig' ? 'due' : 'all';
  const variables = { due: which === 'due' };
  const query = useQuery(BookmarksQuery, { variables });
  const showAll = () => setSearch({}, { replace: true });
  const more = () =>
    query.fetchMore({
      variables: { ...variables, after: query.data?.bookmarks.pageInfo.endCursor ?? null },
      updateQuery: furtherNodes('bookmarks'),
    });
  return (
    <QueryPage query={query} pick={(data) => data.bookmarks} texts={bookmarksTexts}>
      {(bookmarks) => (
        <Page title={t('page.title')} summary={t('page.summary')} audience={t('page.audience')}>
          <FilterWords
            label={t('filter')}
            current={which}
            words={[{ value: 'all', label: t('filter.all') }, { value: 'due', label: t('filter.due') }]}
            onChange={(next) => setSearch(next === 'due' ? { nur: 'faellig' } : {}, { replace: true })}
          />
          {bookmarks.nodes.length === 0 ? (
            <EmptyState
              title={t(which === 'due' ? 'empty.due' : 'empty')}
              action={which === 'due' ? <Button onClick={showAll}>{t('empty.showAll')}</Button> : <LinkButton to="/tipps">{t('empty.tips')}</LinkButton>}
            >
              {t(which === 'due' ? 'empty.dueText' : 'empty.text')}
            </EmptyState>
          ) : (
            <div>
              <List label={t('page.title')}>
                {bookmarks.nodes.map((bookmark) => (
                  <BookmarkRow key={bookmark.id} bookmark={bookmark} />
                ))}
              </List>
              <LoadMore shown={bookmarks.nodes.length} hasMore={bookmarks.pageInfo.hasNextPage} isBusy={query.loading} onMore={() => void more()} />
            </div>
          )}
        </Page>
      )}
    </QueryPage>
  );
}
