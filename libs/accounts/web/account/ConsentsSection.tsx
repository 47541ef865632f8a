import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Badge, Button, ConfirmDialog, DateTime, List, ListRow, Section, toast, VisuallyHidden } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { ConsentPanel, ConsentPanelFragment } from '../consent/ConsentPanel.js';
import { consentPages, wordingOf } from '../consent/consent-pages.js';

export const ConsentsFragment = graphql(
  `
    fragment ConsentsParts on OwnAccount {
      id
      ...ConsentPanel
      consents {
        id
        kind
        version
        locale
        givenAt
        withdrawnAt
      }
    }
  `,
  [ConsentPanelFragment],
);

const Withdraw = graphql(
  `
    mutation WithdrawConsent($input: WithdrawConsentInput!) {
      withdrawConsent(input: $input) {
        ...ConsentsParts
      }
    }
  `,
  [ConsentsFragment],
);

/** What one has consented to, in which version and when; each can be withdrawn as easily as it was given. */
export function ConsentsSection({ account: masked, onChanged }: { readonly account: FragmentOf<typeof ConsentsFragment>; readonly onChanged: () => void }) {
  const t = useTexts(accountsTexts);
  const account = readFragment(ConsentsFragment, masked);
  const [withdrawing, setWithdrawing] = useState<'rules' | 'privacy'>();
  const [withdraw] = useMutation(Withdraw);
  const nameOf = (kind: 'rules' | 'privacy') => t(kind === 'rules' ? 'consents.rules' : 'consents.privacy');
  const isNewest = (consent: (typeof account.consents)[number]) => account.consents.find(({ kind }) => kind === consent.kind) === consent;
  return (
    <Section title={t('consents.title')}>
      <ConsentPanel account={account} onChanged={onChanged} />
      {account.consents.length === 0 && <p>{t('consents.none')}</p>}
      <List label={t('consents.title')}>
        {account.consents.map((consent) => (
          <ListRow
            key={consent.id}
            title={<Link to={wordingOf(consent)}>{nameOf(consent.kind)}</Link>}
            meta={[
              t.rich('consents.given', { version: consent.version, at: <DateTime at={consent.givenAt} as="dateTime" /> }),
              t(consent.locale === 'en' ? 'consents.english' : 'consents.german'),
              consent.withdrawnAt === null ? null : t.rich('consents.withdrawn', { at: <DateTime at={consent.withdrawnAt} as="dateTime" /> }),
            ]}
            end={
              consent.withdrawnAt === null && isNewest(consent) ? (
                <Button size="small" kind="quiet" onClick={() => setWithdrawing(consent.kind)}>
                  {t('consents.withdraw')}
                  <VisuallyHidden> ({nameOf(consent.kind)})</VisuallyHidden>
                </Button>
              ) : (
                <Badge>{t(consent.withdrawnAt === null ? 'consents.replaced' : 'consents.isWithdrawn')}</Badge>
              )
            }
          />
        ))}
      </List>
      <p>
        <Link to={consentPages.rules}>{t('consents.rules')}</Link> · <Link to={consentPages.privacy}>{t('consents.privacy')}</Link>
      </p>
      <ConfirmDialog
        isOpen={withdrawing !== undefined}
        onClose={() => setWithdrawing(undefined)}
        title={t('consents.withdrawAsk')}
        confirmLabel={t('consents.withdraw')}
        kind="danger"
        texts={accountsTexts}
        onConfirm={async () => {
          if (withdrawing === undefined) return;
          await withdraw({ variables: { input: { kind: withdrawing } } });
          toast(t('consents.withdrawDone'));
        }}
      >
        {t('consents.withdrawText')}
      </ConfirmDialog>
    </Section>
  );
}
