import { useQuery } from '@apollo/client/react';
import { IconAddressBook, IconInbox } from '@tabler/icons-react';
import { graphql, useTexts, useViewer } from '#platform/web';
import { List, ListRow } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';

const WaitingQuery = graphql(`
  query AccountsWaiting($isCoordinator: Boolean!) {
    me {
      id
      sheetFinishedAt
    }
    waitingRegistrationCount @include(if: $isCoordinator)
    accounts(first: 20, filter: { wantsRoleChange: true }) @include(if: $isCoordinator) {
      nodes {
        id
      }
    }
  }
`);

/** On the home page: what of accounts waits for me. Nothing where nothing waits. */
export function AccountsWaiting() {
  const t = useTexts(accountsTexts);
  const { isCoordinator } = useViewer();
  const { data } = useQuery(WaitingQuery, { variables: { isCoordinator }, fetchPolicy: 'cache-and-network' });
  const registrations = data?.waitingRegistrationCount ?? 0;
  const wishes = data?.accounts?.nodes.length ?? 0;
  const needsSheet = data?.me !== undefined && data.me !== null && data.me.sheetFinishedAt === null;
  if (registrations === 0 && wishes === 0 && !needsSheet) return null;
  const icon = { size: 22, stroke: 1.8, 'aria-hidden': true } as const;
  return (
    <List label={t('waiting.label')}>
      {registrations > 0 && (
        <ListRow title={t('waiting.registrations', { count: registrations })} to="/koordination/registrierungen" lead={<IconInbox {...icon} />} />
      )}
      {wishes > 0 && <ListRow title={t('waiting.roles', { count: wishes })} to="/koordination/konten?rollenwunsch=ja" lead={<IconInbox {...icon} />} />}
      {needsSheet && <ListRow title={t('waiting.sheet')} text={t('waiting.sheetText')} to="/kontaktdaten" lead={<IconAddressBook {...icon} />} />}
    </List>
  );
}
