import { useQuery } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { List, ListRow, Page, QueryPage } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { AddressSection, AddressFragment } from './AddressSection.js';
import { ConsentsFragment, ConsentsSection } from './ConsentsSection.js';
import { DeletionFragment, DeletionSection } from './DeletionSection.js';
import { NameSection, NameFragment } from './NameSection.js';
import { OwnDataSection } from './OwnDataSection.js';
import { PasswordSection } from './PasswordSection.js';
import { RoleFragment, RoleSection } from './RoleSection.js';
import { SessionsSection } from './SessionsSection.js';
import classes from './account.module.css';

const AccountPageQuery = graphql(
  `
    query AccountPage {
      me {
        id
        standing
        createdAt
        ...NameParts
        ...AddressParts
        ...RoleParts
        ...ConsentsParts
        ...DeletionParts
      }
    }
  `,
  [NameFragment, AddressFragment, RoleFragment, ConsentsFragment, DeletionFragment],
);

/** One's own account: name, address, password, part in the programme, where one is signed in. */
export function AccountPage() {
  const t = useTexts(accountsTexts);
  const query = useQuery(AccountPageQuery);
  return (
    <QueryPage query={query} pick={(data) => data.me} width="reading" texts={accountsTexts}>
      {(me) => (
        <Page title={t('account.title')} width="reading">
          <List label={t('account.elsewhere')}>
            <ListRow title={t('account.sheet')} to="/kontaktdaten" text={t('account.sheetText')} />
            <ListRow title={t('account.notifications')} to="/konto/benachrichtigungen" text={t('account.notificationsText')} />
            {me.standing === 'approved' && <ListRow title={t('account.feeds')} to="/konto/feeds" text={t('account.feedsText')} />}
          </List>
          <div className={classes.sections}>
            <NameSection account={me} />
            {me.standing === 'approved' && <RoleSection account={me} />}
            <AddressSection account={me} />
            <PasswordSection />
            <SessionsSection />
            <OwnDataSection />
            <ConsentsSection account={me} onChanged={() => void query.refetch()} />
            <DeletionSection account={me} onChanged={() => void query.refetch()} />
          </div>
        </Page>
      )}
    </QueryPage>
  );
}
