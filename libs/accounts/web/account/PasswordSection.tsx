import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, useTexts } from '#platform/web';
import { Button, Form, PasswordField, Section, toast, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';

const Change = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input)
  }
`);

function ChangeForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTexts(accountsTexts);
  const client = useApolloClient();
  const [change] = useMutation(Change);
  const form = useForm({
    initial: { currentPassword: '', newPassword: '' },
    texts: accountsTexts,
    check: (values) => ({
      ...(values.currentPassword === '' && { currentPassword: t('password.missing') }),
      ...(values.newPassword === '' && { newPassword: t('password.missing') }),
    }),
    submit: async (values) => {
      await change({ variables: { input: values } });
      toast(t('password.changed'), { kind: 'done' });
      void client.refetchQueries({ include: ['MySessions'] });
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={t('password.change')} submitKind="secondary" actions={<Button kind="quiet" onClick={onDone}>{t('cancel')}</Button>}>
      <PasswordField label={t('password.current')} autoComplete="current-password" {...form.field('currentPassword')} />
      <PasswordField label={t('newPassword.label')} help={t('password.help')} autoComplete="new-password" {...form.field('newPassword')} />
    </Form>
  );
}

/** A new password; all other sessions end. */
export function PasswordSection() {
  const t = useTexts(accountsTexts);
  const [isChanging, setChanging] = useState(false);
  return (
    <Section title={t('password.title')}>
      <p>{t('password.text')}</p>
      {isChanging ? (
        <ChangeForm onDone={() => setChanging(false)} />
      ) : (
        <div>
          <Button onClick={() => setChanging(true)}>{t('password.change')}</Button>
        </div>
      )}
    </Section>
  );
}
