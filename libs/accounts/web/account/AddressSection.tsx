import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Alert, Button, Form, PasswordField, Section, TextField, toast, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';

export const AddressFragment = graphql(`
  fragment AddressParts on OwnAccount {
    id
    address
    pendingAddress
  }
`);
const Change = graphql(
  `
    mutation ChangeAddress($input: ChangeAddressInput!) {
      changeAddress(input: $input) {
        ...AddressParts
      }
    }
  `,
  [AddressFragment],
);
const Withdraw = graphql(
  `
    mutation WithdrawAddressChange {
      withdrawAddressChange {
        ...AddressParts
      }
    }
  `,
  [AddressFragment],
);

function ChangeForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTexts(accountsTexts);
  const [change] = useMutation(Change);
  const form = useForm({
    initial: { address: '', currentPassword: '' },
    texts: accountsTexts,
    check: (values) => ({
      ...(values.address.trim() === '' && { address: t('address.missing') }),
      ...(values.currentPassword === '' && { currentPassword: t('password.missing') }),
    }),
    submit: async (values) => {
      await change({ variables: { input: values } });
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={t('address.change')} submitKind="secondary" actions={<Button kind="quiet" onClick={onDone}>{t('cancel')}</Button>}>
      <TextField label={t('address.new')} type="email" autoComplete="email" inputMode="email" autoCapitalize="none" spellCheck={false} {...form.field('address')} />
      <PasswordField label={t('password.current')} autoComplete="current-password" {...form.field('currentPassword')} />
    </Form>
  );
}

/** The address one signs in with; a new one counts once it is confirmed. */
export function AddressSection({ account: masked }: { readonly account: FragmentOf<typeof AddressFragment> }) {
  const t = useTexts(accountsTexts);
  const account = readFragment(AddressFragment, masked);
  const [withdraw, { loading }] = useMutation(Withdraw);
  const [isChanging, setChanging] = useState(false);
  return (
    <Section title={t('address.title')}>
      <p>{t.rich('address.current', { address: <strong>{account.address}</strong> })}</p>
      {account.pendingAddress !== null && (
        <Alert
          live
          action={
            <div>
              <Button size="small" busy={loading} onClick={() => void withdraw().then(() => toast(t('address.withdrawn')))}>
                {t('address.withdraw')}
              </Button>
            </div>
          }
        >
          {t.rich('address.pending', { address: <strong>{account.pendingAddress}</strong> })}
        </Alert>
      )}
      {isChanging ? (
        <ChangeForm onDone={() => setChanging(false)} />
      ) : (
        <div>
          <Button onClick={() => setChanging(true)}>{t('address.change')}</Button>
        </div>
      )}
    </Section>
  );
}
