import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { furtherNodes, graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Badge, Button, DateTime, EmptyState, Facts, LoadMore, Page, QueryPage, Row, Section } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { coordinationTexts } from '../coordination-texts.js';
import { AccountParts, AccountPartsFragment } from './AccountParts.js';
import { DecidedRegistrations } from './DecidedRegistrations.js';
import { DecisionDialog, type Decision } from './DecisionDialogs.js';
import { QueueFilter, viewOf, type QueueView } from './QueueFilter.js';
import classes from './coordination.module.css';

const ItemFragment = graphql(
  `
    fragment RegistrationItem on ManagedAccount {
      id
      name
      address
      stage
      stageAt
      createdAt
      wishedRole
      ...AccountParts
    }
  `,
  [AccountPartsFragment],
);
const QueueQuery = graphql(
  `
    query RegistrationQueue($stages: [RegistrationStage!]!, $after: String) {
      registrations(first: 50, stages: $stages, after: $after) {
        nodes {
          id
          name
          stage
          stageAt
          wishedRole
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      waitingRegistrationCount
    }
  `,
);
const ItemQuery = graphql(
  `
    query RegistrationItemPage($id: ID!) {
      account(id: $id) {
        ...RegistrationItem
      }
    }
  `,
  [ItemFragment],
);

function Item({ account: masked, onDone }: { readonly account: FragmentOf<typeof ItemFragment>; readonly onDone: () => void }) {
  const t = useTexts(accountsTexts);
  const c = useTexts(coordinationTexts);
  const account = readFragment(ItemFragment, masked);
  const [decision, setDecision] = useState<Decision>();
  return (
    <article className={classes.item} aria-labelledby="registrierung">
      <Row spread>
        <h2 id="registrierung">{account.name}</h2>
        {account.stage !== null && <Badge {...(account.stage === 'waiting' && { kind: 'new' as const })}>{c(`stage.${account.stage}`)}</Badge>}
      </Row>
      <Facts
        facts={[
          { name: t('address.label'), value: account.address },
          { name: c('wish'), value: account.wishedRole === null ? '–' : t(`role.${account.wishedRole}`) },
          { name: c('registeredAt'), value: <DateTime at={account.createdAt} as="dateTime" /> },
        ]}
      />
      <Row>
        <Button kind="primary" onClick={() => setDecision('approve')}>{c('approve.open')}</Button>
        {account.stage !== 'askedBack' && <Button onClick={() => setDecision('askBack')}>{c('askBack.open')}</Button>}
        <Button kind="quiet" onClick={() => setDecision('decline')}>{c('decline.open')}</Button>
      </Row>
      <AccountParts account={account} />
      <DecisionDialog
        decision={decision}
        accountId={account.id}
        name={account.name}
        wishedRole={account.wishedRole}
        onClose={() => {
          setDecision(undefined);
          onDone();
        }}
        onDone={() => {
          setDecision(undefined);
          onDone();
        }}
      />
    </article>
  );
}

const stagesOf = { wartend: ['waiting'], gefragt: ['askedBack'], unfertig: ['sheet'] } as const;

/** The coordination's queue: what waits for somebody, and what is decided. */
export function RegistrationsPage() {
  const [search] = useSearchParams();
  const view = viewOf(search);
  return view === 'entschieden' ? <DecidedRegistrations /> : <OpenRegistrations view={view} />;
}

/** One registration at a time with all that is known, the others beside it. */
function OpenRegistrations({ view }: { readonly view: Exclude<QueueView, 'entschieden'> }) {
  const t = useTexts(accountsTexts);
  const c = useTexts(coordinationTexts);
  const [search] = useSearchParams();
  const queue = useQuery(QueueQuery, { variables: { stages: [...stagesOf[view]] }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const nodes = queue.data?.registrations.nodes ?? [];
  const wanted = search.get('konto');
  const currentId = nodes.find((node) => node.id === wanted)?.id ?? nodes[0]?.id;
  const item = useQuery(ItemQuery, { variables: { id: currentId ?? '' }, skip: currentId === undefined, fetchPolicy: 'cache-and-network' });
  const more = async () => {
    await queue.fetchMore({
      variables: { after: queue.data?.registrations.pageInfo.endCursor ?? null },
      updateQuery: furtherNodes('registrations'),
    });
  };
  const again = () => {
    void queue.refetch();
    void item.refetch();
  };
  return (
    <QueryPage query={queue} pick={(data) => data.registrations} texts={coordinationTexts}>
      {({ pageInfo }) => (
        <Page title={c('queue.title')} summary={c('queue.summary')}>
          <QueueFilter current={view} waitingCount={queue.data?.waitingRegistrationCount ?? 0} />
          {nodes.length === 0 ? (
            <EmptyState title={c(`queue.none.${view}`)}>{c('queue.noneText')}</EmptyState>
          ) : (
            <div className={classes.desk}>
              <nav aria-label={c('queue.list')}>
                <ul className={classes.queue}>
                  {nodes.map((node) => (
                    <li key={node.id}>
                      <Link to={`?${new URLSearchParams({ ...(view !== 'wartend' && { stand: view }), konto: node.id }).toString()}`} aria-current={node.id === currentId ? 'true' : undefined} replace>
                        <strong>{node.name}</strong>
                        <small>
                          {node.wishedRole === null ? '' : `${t(`role.${node.wishedRole}`)} · `}
                          {node.stageAt !== null && <DateTime at={node.stageAt} />}
                        </small>
                      </Link>
                    </li>
                  ))}
                </ul>
                <LoadMore shown={nodes.length} hasMore={pageInfo.hasNextPage} isBusy={queue.loading} onMore={() => void more()} />
              </nav>
              <QueryItem item={item} onDone={again} />
            </div>
          )}
        </Page>
      )}
    </QueryPage>
  );
}

interface QueryItemProps {
  readonly item: { readonly data?: { readonly account: FragmentOf<typeof ItemFragment> | null } | undefined; readonly loading: boolean };
  readonly onDone: () => void;
}

function QueryItem({ item, onDone }: QueryItemProps) {
  const c = useTexts(coordinationTexts);
  if (item.data?.account === undefined || item.data.account === null) {
    return <Section title={c('queue.loading')}>{null}</Section>;
  }
  return <Item key={readFragment(ItemFragment, item.data.account).id} account={item.data.account} onDone={onDone} />;
}
