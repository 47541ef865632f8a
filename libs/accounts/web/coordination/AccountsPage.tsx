import { useQuery } from '@apollo/client/react';
import { useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import { furtherNodes, graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Avatar, Badge, EmptyState, FilterWords, List, ListRow, LinkButton, LoadMore, Page, QueryPage, Row, SearchField, Select } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { coordinationTexts } from '../coordination-texts.js';
import { LeavingAccounts } from './LeavingAccounts.js';
import { rolesOfPerson } from '../people/person-words.js';

const AccountRowFragment = graphql(`
  fragment AccountRow on ManagedAccount {
    id
    name
    address
    standing
    siteRoles
    programmeRoles
    isSuspended
    requestedRole
    consentWithdrawnAt
  }
`);
const AccountsQuery = graphql(
  `
    query AccountsPage($filter: AccountFilterInput, $after: String) {
      accounts(first: 50, filter: $filter, after: $after) {
        nodes {
          id
          ...AccountRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [AccountRowFragment],
);

function AccountRow({ account: masked }: { readonly account: FragmentOf<typeof AccountRowFragment> }) {
  const t = useTexts(accountsTexts);
  const c = useTexts(coordinationTexts);
  const account = readFragment(AccountRowFragment, masked);
  return (
    <ListRow
      title={account.name}
      to={`/koordination/konten/${account.id}`}
      lead={<Avatar name={account.name} />}
      meta={[account.address, rolesOfPerson(t, account)]}
      end={
        <>
          {account.isSuspended && <Badge kind="danger">{c('suspended')}</Badge>}
          {account.consentWithdrawnAt !== null && <Badge kind="warning">{c('consentWithdrawn')}</Badge>}
          {account.requestedRole !== null && <Badge kind="new">{c('roleWish')}</Badge>}
          {account.standing !== 'approved' && <Badge kind="warning">{c(`standing.${account.standing}`)}</Badge>}
        </>
      }
    />
  );
}

const views = { alle: {}, gesperrt: { isSuspended: true }, koordination: { isCoordinator: true }, rollenwunsch: { wantsRoleChange: true }, zurueckgezogen: { hasWithdrawnConsent: true } } as const;
type View = keyof typeof views;
const standings = ['approved', 'waiting', 'unconfirmed', 'declined'] as const;
const roles = ['mentor', 'mentee'] as const;

/** All accounts, to be found by name, address, state and role. */
export function AccountsPage() {
  const t = useTexts(accountsTexts);
  const c = useTexts(coordinationTexts);
  const [search, setSearch] = useSearchParams();
  const text = search.get('suche') ?? '';
  const asked = useDeferredValue(text);
  const view: View = search.get('rollenwunsch') === 'ja' ? 'rollenwunsch' : search.get('zustimmung') === 'zurueckgezogen' ? 'zurueckgezogen' : ((Object.keys(views) as View[]).find((name) => name === search.get('nur')) ?? 'alle');
  const standing = standings.find((name) => name === search.get('stand'));
  const programmeRole = roles.find((name) => name === search.get('rolle'));
  const filter = { text: asked, ...views[view], ...(standing && { standing }), ...(programmeRole && { programmeRole }) };
  const query = useQuery(AccountsQuery, { variables: { filter }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const data = query.data ?? query.previousData;
  const put = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (name === 'nur') for (const other of ['rollenwunsch', 'zustimmung']) next.delete(other);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const more = async () => {
    await query.fetchMore({
      variables: { after: data?.accounts.pageInfo.endCursor ?? null },
      updateQuery: furtherNodes('accounts'),
    });
  };
  return (
    <QueryPage query={{ ...query, data }} pick={(answer) => answer.accounts} texts={coordinationTexts}>
      {({ nodes, pageInfo }) => (
        <Page title={c('accounts.title')} summary={c('accounts.summary')} actions={<LinkButton to="/koordination/import">{c('accounts.import')}</LinkButton>}>
          <LeavingAccounts onKept={() => void query.refetch()} />
          <SearchField label={c('accounts.search')} placeholder={c('accounts.search')} value={text} onChange={(value) => put('suche', value)} />
          <FilterWords
            label={c('accounts.only')}
            current={view}
            onChange={(value) => put('nur', value === 'alle' ? '' : value)}
            words={(Object.keys(views) as View[]).map((value) => ({ value, label: c(`accounts.${value}`) }))}
          />
          <Row>
            <Select
              label={c('accounts.standing')}
              optional={false}
              value={standing ?? ''}
              onChange={(value) => put('stand', value)}
              choices={[{ value: '', label: c('accounts.any') }, ...standings.map((value) => ({ value, label: c(`standing.${value}`) }))]}
            />
            <Select
              label={c('accounts.role')}
              optional={false}
              value={programmeRole ?? ''}
              onChange={(value) => put('rolle', value)}
              choices={[{ value: '', label: c('accounts.any') }, ...roles.map((value) => ({ value, label: t(`role.${value}`) }))]}
            />
          </Row>
          {nodes.length === 0 ? (
            <EmptyState size="small" title={c('accounts.none')}>
              {c('accounts.noneText')}
            </EmptyState>
          ) : (
            <List label={c('accounts.title')}>
              {nodes.map((account) => (
                <AccountRow key={account.id} account={account} />
              ))}
            </List>
          )}
          <LoadMore shown={nodes.length} hasMore={pageInfo.hasNextPage} isBusy={query.loading} onMore={() => void more()} />
        </Page>
      )}
    </QueryPage>
  );
}
