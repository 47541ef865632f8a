import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql, useTexts } from '#platform/web';
import { Form, Page, TextField, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';

const Request = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input)
  }
`);

/** A link for a new password; the answer is the same whether or not the address has an account. */
export function ForgottenPage() {
  const t = useTexts(accountsTexts);
  const [request] = useMutation(Request);
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({
    initial: { address: '' },
    texts: accountsTexts,
    check: (values) => ({ ...(values.address.trim() === '' && { address: t('address.missing') }) }),
    submit: async (values) => {
      await request({ variables: { input: values } });
      setSentTo(values.address);
    },
  });
  if (sentTo !== undefined) {
    return (
      <Page title={t('forgotten.sentTitle')} width="reading">
        <p>{t.rich('forgotten.sent', { address: <strong>{sentTo}</strong> })}</p>
        <p>
          <Link to="/anmelden">{t('toSignIn')}</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t('forgotten.title')} summary={t('forgotten.summary')} width="reading">
      <Form form={form} submitLabel={t('forgotten.submit')}>
        <TextField label={t('address.label')} type="email" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} {...form.field('address')} />
      </Form>
      <p>
        <Link to="/anmelden">{t('toSignIn')}</Link>
      </p>
    </Page>
  );
}
