import { useQuery } from '@apollo/client/react';
import { IconAddressBook, IconInbox } from '@tabler/icons-react';
import { graphql, useTexts, useViewer } from '#platform/web';
import { List, ListRow, Skeleton } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { ConsentPanel, ConsentPanelFragment } from '../consent/ConsentPanel.js';

const WaitingQuery = graphql(
  `
    query AccountsWaiting($isCoordinator: Boolean!) {
      me {
        id
        sheetFinishedAt
        ...ConsentPanel
      }
      waitingRegistrationCount @include(if: $isCoordinator)
      accounts(first: 20, filter: { wantsRoleChange: true }) @include(if: $isCoordinator) {
        nodes {
          id
        }
      }
      withdrawn: accounts(first: 20, filter: { hasWithdrawnConsent: true }) @include(if: $isCoordinator) {
        nodes {
          id
        }
      }
    }
  `,
  [ConsentPanelFragment],
);

/** On the home page: what of accounts waits for me. Nothing where nothing waits. */
export function AccountsWaiting() {
  const t = useTexts(accountsTexts);
  const { isCoordinator } = useViewer();
  const { data, loading, refetch } = useQuery(WaitingQuery, { variables: { isCoordinator }, fetchPolicy: 'cache-and-network' });
  // Not nothing: as long as it is unknown, the page must not say that nothing waits.
  if (data === undefined && loading) return <Skeleton lines={1} />;
  const registrations = data?.waitingRegistrationCount ?? 0;
  const wishes = data?.accounts?.nodes.length ?? 0;
  const withdrawn = data?.withdrawn?.nodes.length ?? 0;
  const me = data?.me ?? null;
  const needsSheet = me !== null && me.sheetFinishedAt === null;
  const icon = { size: 22, stroke: 1.8, 'aria-hidden': true } as const;
  const isNothing = registrations === 0 && wishes === 0 && withdrawn === 0 && !needsSheet;
  return (
    <>
      {me !== null && <ConsentPanel account={me} onChanged={() => void refetch()} />}
      {!isNothing && (
        <List label={t('waiting.label')}>
          {registrations > 0 && (
            <ListRow title={t('waiting.registrations', { count: registrations })} to="/koordination/registrierungen" lead={<IconInbox {...icon} />} />
          )}
          {wishes > 0 && <ListRow title={t('waiting.roles', { count: wishes })} to="/koordination/konten?rollenwunsch=ja" lead={<IconInbox {...icon} />} />}
          {withdrawn > 0 && <ListRow title={t('waiting.withdrawn', { count: withdrawn })} to="/koordination/konten?zustimmung=zurueckgezogen" lead={<IconInbox {...icon} />} />}
          {needsSheet && <ListRow title={t('waiting.sheet')} text={t('waiting.sheetText')} to="/kontaktdaten" lead={<IconAddressBook {...icon} />} />}
        </List>
      )}
    </>
  );
}
