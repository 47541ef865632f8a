import { useMutation, useQuery } from '@apollo/client/react';
import { graphql, useErrorTexts, useTexts } from '#platform/web';
import { Avatar, Button, DateTime, List, ListRow, Section, toast, VisuallyHidden } from '#ui/web';
import { coordinationTexts } from '../coordination-texts.js';

const LeavingQuery = graphql(`
  query LeavingAccounts {
    leavingAccounts {
      id
      name
      address
      finalAt
      dueAt
      isOwnWish
    }
  }
`);
const Keep = graphql(`
  mutation KeepAccount($input: AccountIdInput!) {
    keepAccount(input: $input)
  }
`);

/** Deletions under way with their dates; nothing where there is none. */
export function LeavingAccounts({ onKept }: { readonly onKept: () => void }) {
  const c = useTexts(coordinationTexts);
  const errors = useErrorTexts(coordinationTexts);
  const query = useQuery(LeavingQuery, { fetchPolicy: 'cache-and-network' });
  const [keep, { loading }] = useMutation(Keep);
  const accounts = query.data?.leavingAccounts ?? [];
  if (accounts.length === 0) return null;
  const take = async (accountId: string, name: string) => {
    try {
      await keep({ variables: { input: { accountId } } });
      toast(c('delete.kept', { name }), { kind: 'done' });
      onKept();
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
    await query.refetch();
  };
  return (
    <Section title={c('delete.listTitle')}>
      <List label={c('delete.listTitle')}>
        {accounts.map((account) => (
          <ListRow
            key={account.id}
            title={account.name}
            lead={<Avatar name={account.name} />}
            meta={[
              account.address,
              c(account.isOwnWish ? 'delete.ownWish' : 'delete.onRequest'),
              c.rich('delete.final', { at: <DateTime at={account.finalAt} as="date" /> }),
              c.rich('delete.due', { at: <DateTime at={account.dueAt} as="date" /> }),
            ]}
            end={
              <Button size="small" kind="quiet" busy={loading} onClick={() => void take(account.id, account.name)}>
                {c('delete.keep')}
                <VisuallyHidden> ({account.name})</VisuallyHidden>
              </Button>
            }
          />
        ))}
      </List>
    </Section>
  );
}
