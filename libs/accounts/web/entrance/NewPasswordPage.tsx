import { useMutation } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { graphql, useTexts } from '#platform/web';
import { Alert, Form, LinkButton, Page, PasswordField, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { useLinkCode } from './use-link-code.js';

const Reset = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input)
  }
`);

/** Behind the link for a new password. */
export function NewPasswordPage() {
  const t = useTexts(accountsTexts);
  const code = useLinkCode();
  const navigate = useNavigate();
  const [reset] = useMutation(Reset);
  const form = useForm({
    initial: { password: '' },
    texts: accountsTexts,
    check: (values) => ({ ...(values.password === '' && { password: t('password.missing') }) }),
    submit: async ({ password }) => {
      await reset({ variables: { input: { code, password } } });
      await navigate('/anmelden?neu=passwort', { replace: true });
    },
  });
  return (
    <Page title={t('newPassword.title')} summary={t('newPassword.summary')} width="reading">
      {code === '' ? (
        <Alert kind="warning">{t('errors.account.linkInvalid')}</Alert>
      ) : (
        <Form form={form} submitLabel={t('newPassword.submit')}>
          <PasswordField label={t('newPassword.label')} help={t('password.help')} autoComplete="new-password" {...form.field('password')} />
        </Form>
      )}
      {(code === '' || form.problem !== undefined) && (
        <div>
          <LinkButton to="/passwort-vergessen">{t('newPassword.again')}</LinkButton>
        </div>
      )}
    </Page>
  );
}
