import { useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { describeError, formsWaitFor, graphql, ownPath, startOver, stayAfterAll, useTexts } from '#platform/web';
import { Alert, Button, DateTime, Form, Page, PasswordField, Stack, TextField, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';

export const SetupNeeded = graphql(`
  query SetupNeeded {
    setupNeeded
  }
`);
export const SignIn = graphql(`
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
  // What was typed, where it is right and the account is on its way out.
  const [leaving, setLeaving] = useState<{ readonly address: string; readonly password: string; readonly finalAt: string }>();
  const form = useForm({
    initial: { address: search.get('adresse') ?? '', password: '' },
    texts: accountsTexts,
    check: (values) => ({
      ...(values.address.trim() === '' && { address: t('address.missing') }),
      ...(values.password === '' && { password: t('password.missing') }),
    }),
    submit: async (values) => {
      try {
        const { data: who } = await signIn({ variables: { input: { address: values.address, password: values.password } } });
        stayAfterAll();
        startOver(ownPath(search.get('weiter')), { keepsForms: who !== undefined && formsWaitFor(who.signIn.id) });
      } catch (error) {
        const { reason, params } = describeError(error);
        if (reason !== 'account.leaving') throw error;
        setLeaving({ ...values, finalAt: String(params?.['finalAt'] ?? '') });
      }
    },
  });
  const keep = useForm({
    initial: {},
    texts: accountsTexts,
    submit: async () => {
      if (leaving === undefined) return;
      await signIn({ variables: { input: { address: leaving.address, password: leaving.password, keepsAccount: true } } });
      stayAfterAll();
      startOver('/konto');
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
      {search.get('neu') === 'beendet' && <Alert live>{t('signIn.ended')}</Alert>}
      {search.get('neu') === 'passwort' && (
        <Alert kind="done" live>
          {t('signIn.passwordSet')}
        </Alert>
      )}
      {search.get('neu') === 'geloescht' && leaving === undefined && !Number.isNaN(Date.parse(search.get('bis') ?? '')) && (
        <Alert kind="done" live>
          {t.rich('signIn.left', { date: <DateTime at={search.get('bis') ?? ''} as="date" /> })}
        </Alert>
      )}
      {leaving !== undefined && (
        <Alert live title={t.rich('leaving.keepTitle', { date: <DateTime at={leaving.finalAt} as="date" /> })}>
          <Stack>
            <p>{t('leaving.keepText')}</p>
            <Form form={keep} submitLabel={t('leaving.keep')} actions={<Button kind="quiet" onClick={() => setLeaving(undefined)}>{t('cancel')}</Button>}>
              {null}
            </Form>
          </Stack>
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
