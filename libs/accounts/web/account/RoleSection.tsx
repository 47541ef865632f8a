import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Alert, Button, ConfirmDialog, Row, Section, toast } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { wishedRoles, type WishedRole } from '../entrance/RegisterPage.js';

export const RoleFragment = graphql(`
  fragment RoleParts on OwnAccount {
    id
    programmeRoles
    requestedRole
  }
`);
const Request = graphql(
  `
    mutation RequestRole($input: RequestRoleInput!) {
      requestRole(input: $input) {
        ...RoleParts
      }
    }
  `,
  [RoleFragment],
);

function wishOf(roles: readonly string[]): WishedRole {
  if (roles.includes('mentor')) return roles.includes('mentee') ? 'both' : 'mentor';
  return roles.includes('mentee') ? 'mentee' : 'neither';
}

/** The part in the programme; one click asks the coordination for another. */
export function RoleSection({ account: masked }: { readonly account: FragmentOf<typeof RoleFragment> }) {
  const t = useTexts(accountsTexts);
  const account = readFragment(RoleFragment, masked);
  const [request] = useMutation(Request);
  const [wish, setWish] = useState<WishedRole>();
  const current = wishOf(account.programmeRoles);
  const ask = async (wishedRole: WishedRole, sentence: string) => {
    await request({ variables: { input: { wishedRole } } });
    toast(sentence, { kind: 'done' });
  };
  return (
    <Section title={t('roleChange.title')}>
      <p>{t.rich('roleChange.current', { role: <strong>{t(`role.${current}`)}</strong> })}</p>
      {account.requestedRole === null ? (
        <>
          <p>{t('roleChange.text')}</p>
          <Row>
            {wishedRoles
              .filter((role) => role !== current)
              .map((role) => (
                <Button key={role} onClick={() => setWish(role)}>
                  {t(`role.${role}`)}
                </Button>
              ))}
          </Row>
        </>
      ) : (
        <Alert
          live
          action={
            <div>
              <Button size="small" onClick={() => void ask(current, t('roleChange.withdrawn'))}>
                {t('roleChange.withdraw')}
              </Button>
            </div>
          }
        >
          {t('roleChange.waiting', { role: t(`role.${account.requestedRole}`) })}
        </Alert>
      )}
      <ConfirmDialog
        isOpen={wish !== undefined}
        onClose={() => setWish(undefined)}
        title={t('roleChange.question', { role: wish === undefined ? '' : t(`role.${wish}`) })}
        confirmLabel={t('roleChange.submit')}
        texts={accountsTexts}
        onConfirm={async () => {
          if (wish !== undefined) await ask(wish, t('roleChange.sent'));
        }}
      >
        {t('roleChange.explained')}
      </ConfirmDialog>
    </Section>
  );
}
