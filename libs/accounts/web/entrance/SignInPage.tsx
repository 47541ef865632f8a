import { useMutation, useQuery } from '@apollo/client/react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { graphql, ownPath, startOver, useTexts } from '#platform/web';
import { Alert, Form, Page, PasswordField, TextField, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';

const SetupNeeded = graphql(`
  query SetupNeeded {
    setupNeeded
  }
`);
const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      id
    }
  }
`);

/** The way in for who has an account. */
export function SignInPage() {
  const t = useTexts(accountsTexts);
  const [search] = useSearchParams();
  const { data } = useQuery(SetupNeeded);
  const [signIn] = useMutation(SignIn);
  const form = useForm({
    initial: { address: search.get('adresse') ?? '', password: '' },
    texts: accountsTexts,
    check: (values) => ({
      ...(values.address.trim() === '' && { address: t('address.missing') }),
      ...(values.password === '' && { password: t('password.missing') }),
    }),
    submit: async (values) => {
      await signIn({ variables: { input: { address: values.address, password: values.password } } });
      startOver(ownPath(search.get('weiter')));
    },
  });
  if (data?.setupNeeded === true) return <Navigate to="/einrichten" replace />;
  return (
    <Page title={t('signIn.title')} width="reading">
      {search.get('neu') === 'bestaetigt' && (
        <Alert kind="done" live>
          {t('signIn.confirmed')}
        </Alert>
      )}
      {search.get('neu') === 'passwort' && (
        <Alert kind="done" live>
          {t('signIn.passwordSet')}
        </Alert>
      )}
      <Form form={form} submitLabel={t('signIn.submit')}>
        <TextField label={t('address.label')} type="email" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} {...form.field('address')} />
        <PasswordField label={t('password.label')} autoComplete="current-password" {...form.field('password')} />
      </Form>
      <p>
        <Link to="/passwort-vergessen">{t('signIn.forgotten')}</Link>
      </p>
      <p>{t.rich('signIn.register', { register: <Link to="/registrieren">{t('signIn.registerLink')}</Link> })}</p>
    </Page>
  );
}
