import { useQuery } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { EmptyState, Page, QueryPage, Table } from '#ui/web';
import { searchTexts } from '../search-texts.js';

const MissesQuery = graphql(`
  query SearchMisses {
    searchMisses { text month people }
  }
`);

/** For coordinators: what several people asked for in vain. */
export function MissesPage() {
  const t = useTexts(searchTexts);
  const query = useQuery(MissesQuery);
  return (
    <QueryPage query={query} pick={(data) => data.searchMisses} texts={searchTexts}>
      {(misses) => (
        <Page title={t('misses.title')} summary={t('misses.summary')}>
          {misses.length === 0 ? (
            <EmptyState title={t('misses.emptyTitle')}>{t('misses.empty')}</EmptyState>
          ) : (
            <Table
              caption={t('misses.caption')}
              rows={misses}
              keyOf={(miss) => `${miss.month} ${miss.text}`}
              columns={[
                { name: 'text', title: t('misses.text'), cell: (miss) => miss.text },
                { name: 'month', title: t('misses.month'), cell: (miss) => miss.month },
                { name: 'people', title: t('misses.people'), cell: (miss) => miss.people, isNumber: true },
              ]}
            />
          )}
        </Page>
      )}
    </QueryPage>
  );
}
