import { useQuery } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { DateTime, Facts, LinkButton, Page, QueryPage, Section } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { AddressSection, AddressFragment } from './AddressSection.js';
import { NameSection, NameFragment } from './NameSection.js';
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
        consents {
          kind
          version
          givenAt
        }
        ...NameParts
        ...AddressParts
        ...RoleParts
      }
    }
  `,
  [NameFragment, AddressFragment, RoleFragment],
);

/** One's own account: name, address, password, part in the programme, where one is signed in. */
export function AccountPage() {
  const t = useTexts(accountsTexts);
  const query = useQuery(AccountPageQuery);
  return (
    <QueryPage query={query} pick={(data) => data.me} width="reading" texts={accountsTexts}>
      {(me) => (
        <Page title={t('account.title')} width="reading" actions={<LinkButton to="/kontaktdaten">{t('account.sheet')}</LinkButton>}>
          <div className={classes.sections}>
            <NameSection account={me} />
            {me.standing === 'approved' && <RoleSection account={me} />}
            <AddressSection account={me} />
            <PasswordSection />
            <SessionsSection />
            <Section title={t('consents.title')}>
              <Facts
                facts={me.consents.map((consent) => ({
                  name: t(consent.kind === 'rules' ? 'consent.rulesName' : 'consent.privacyName'),
                  value: t.rich('consents.given', { version: consent.version, at: <DateTime at={consent.givenAt} as="dateTime" /> }),
                }))}
              />
            </Section>
          </div>
        </Page>
      )}
    </QueryPage>
  );
}
