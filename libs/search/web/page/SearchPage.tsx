import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { announce, graphql, useErrorTexts, useTexts, useViewer, type ResultOf } from '#platform/web';
import { Alert, Button, EmptyState, LinkButton, List, LoadMore, Page, PageProblem, Skeleton, Stack } from '#ui/web';
import { searchTexts } from '../search-texts.js';
import classes from '../search.module.css';
import { HitRow, HitRowFragment } from './HitRow.js';
import { filtersOf, isNarrowed, readAddress, writeAddress, type SearchAddress } from './search-address.js';
import { SearchFilters, SearchFiltersFragment } from './SearchFilters.js';

/** What the page asks; exported for its spec. */
export const SearchPageQuery = graphql(
  `
    query SearchPage($input: SearchInput!) {
      search(input: $input) {
        totalCount
        isTotalCapped
        correctedText
        hits { id ...HitRow }
        facets { ...SearchFilters }
      }
    }
  `,
  [HitRowFragment, SearchFiltersFragment],
);

const PAGE = 20;
/** As far as the server skips. */
const MOST_PAGES = 50;

/** Everything that was found, narrowed by the address. */
export function SearchPage() {
  const t = useTexts(searchTexts);
  const [parameters] = useSearchParams();
  const address = useMemo(() => readAddress(parameters), [parameters]);
  if (address.text !== '') return <Results key={writeAddress(address)} address={address} />;
  return (
    <Page title={t('page.title')} width="reading">
      <EmptyState title={t('start.title')}>
        {t('start.text')} {t('start.exact')}
      </EmptyState>
    </Page>
  );
}

function useResults(address: SearchAddress, page: number) {
  const input = { text: address.text, filters: filtersOf(address), first: PAGE, offset: page * PAGE, isExact: address.isExact };
  // Not cached: the same thing is marked differently by each question.
  return useQuery(SearchPageQuery, { variables: { input }, fetchPolicy: 'no-cache' });
}

function Results({ address }: { readonly address: SearchAddress }) {
  const t = useTexts(searchTexts);
  const navigate = useNavigate();
  const [pages, setPages] = useState(1);
  const query = useResults(address, 0);
  const found = query.data?.search;
  const spoken = found === undefined ? null : countText(t, found);
  useEffect(() => {
    if (spoken !== null) announce(spoken);
  }, [spoken]);
  if (query.error !== undefined && found === undefined) return <PageProblem error={query.error} onRetry={query.refetch} texts={searchTexts} />;
  const change = (part: Partial<SearchAddress>): void => void navigate(writeAddress({ ...address, ...part }));
  const shown = found === undefined ? 0 : Math.min(pages * PAGE, found.totalCount);
  return (
    <Page title={t('page.titleFor', { text: address.text })} heading={t('page.title')} width="wide" {...(found !== undefined && found.totalCount > 0 && { summary: spoken })}>
      {found === undefined ? (
        <Stack><Skeleton lines={3} /><Skeleton lines={3} /><Skeleton lines={3} /></Stack>
      ) : (
        <div className={classes.results}>
          {found.correctedText !== null && found.totalCount > 0 && (
            <p className={classes.corrected}>
              {t.rich('page.corrected', { corrected: <strong>{found.correctedText}</strong> })}{' '}
              <Link to={writeAddress({ ...address, isExact: true })}>{t('page.exact', { text: address.text })}</Link>
            </p>
          )}
          {(found.totalCount > 0 || isNarrowed(address)) && <SearchFilters facets={found.facets} address={address} onChange={change} />}
          {found.totalCount === 0 ? (
            <NothingFound address={address} onClear={() => change({ kind: null, spaceId: null, topicId: null, authorId: null, time: 'any', from: null, to: null })} />
          ) : (
            <WalkableList label={t('page.results')}>
              <Hits found={found} />
              {Array.from({ length: pages - 1 }, (_, page) => (
                <MoreHits key={page} address={address} page={page + 1} />
              ))}
            </WalkableList>
          )}
          {found.totalCount > 0 && (
            <LoadMore
              shown={shown}
              total={found.totalCount}
              hasMore={shown < found.totalCount && pages < MOST_PAGES}
              onMore={() => setPages(pages + 1)}
            />
          )}
        </div>
      )}
    </Page>
  );
}

type Found = ResultOf<typeof SearchPageQuery>['search'];

function countText(t: ReturnType<typeof useTexts<Awaited<ReturnType<typeof searchTexts.load>>>>, { totalCount, isTotalCapped }: Found): string {
  return isTotalCapped ? t('page.countCapped', { count: totalCount }) : t('page.count', { count: totalCount });
}

function Hits({ found }: { readonly found: Found }) {
  return found.hits.map((hit) => <HitRow key={hit.id} hit={hit} />);
}

/** A further page of results, loaded when it is asked for. */
function MoreHits({ address, page }: { readonly address: SearchAddress; readonly page: number }) {
  const t = useTexts(searchTexts);
  const errors = useErrorTexts(searchTexts);
  const { data, error, refetch } = useResults(address, page);
  if (data !== undefined) return <Hits found={data.search} />;
  if (error === undefined) return <li><Skeleton lines={3} /></li>;
  return (
    <li>
      <Alert kind="danger" live action={<Button onClick={() => void refetch()}>{t('page.again')}</Button>}>{errors.sentence(error)}</Alert>
    </li>
  );
}

/** The arrow keys lead from result to result. */
function WalkableList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const links = [...(frame.current?.querySelectorAll<HTMLAnchorElement>('li a') ?? [])];
    const position = links.findIndex((link) => link === document.activeElement);
    if (step === 0 || position < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    links[Math.max(0, Math.min(links.length - 1, position + step))]?.focus();
  };
  return (
    // The keys belong to the links inside; the frame only hears them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={frame} onKeyDown={walk}>
      <List label={label}>{children}</List>
    </div>
  );
}

function NothingFound({ address, onClear }: { readonly address: SearchAddress; readonly onClear: () => void }) {
  const t = useTexts(searchTexts);
  const viewer = useViewer();
  if (isNarrowed(address)) {
    return (
      <EmptyState title={t('empty.title', { text: address.text })} action={<Button onClick={onClear}>{t('empty.clear')}</Button>}>
        {t('empty.filtered')}
      </EmptyState>
    );
  }
  const signIn = <LinkButton to={`/anmelden?weiter=${encodeURIComponent(writeAddress(address))}`}>{t('empty.signIn')}</LinkButton>;
  return (
    <EmptyState title={t('empty.title', { text: address.text })} {...(viewer.isGuest && { action: signIn })}>
      {t('empty.text')} {t('start.exact')}
    </EmptyState>
  );
}
