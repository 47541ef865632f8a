import { useMutation } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { graphql, useTexts } from '#platform/web';
import { Alert, Form, LinkButton, Page, PasswordField, toast, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { useLinkCode } from './use-link-code.js';

const Confirm = graphql(`
  mutation ConfirmRegistration($input: ConfirmRegistrationInput!) {
    confirmRegistration(input: $input)
  }
`);
const ConfirmAddress = graphql(`
  mutation ConfirmAddressChange($input: LinkCodeInput!) {
    confirmAddressChange(input: $input)
  }
`);

interface ButtonPageProps {
  readonly title: string;
  readonly text: string;
  readonly submitLabel: string;
  /** Asks for the password too; shown as the field's help: which one. */
  readonly passwordHelp?: string;
  readonly run: (code: string, password: string) => Promise<unknown>;
  /** What to do with a link that is not good any more. */
  readonly elsewhere: { readonly to: string; readonly label: string };
}

/** A page with one button: looking at it, as mail scanners do, uses nothing up. */
function ButtonPage({ title, text, submitLabel, passwordHelp, run, elsewhere }: ButtonPageProps) {
  const t = useTexts(accountsTexts);
  const code = useLinkCode();
  const form = useForm({
    initial: { password: '' },
    texts: accountsTexts,
    check: (values) => ({ ...(passwordHelp !== undefined && values.password === '' && { password: t('password.missing') }) }),
    submit: ({ password }) => run(code, password),
  });
  const isOver = code === '' || form.problem !== undefined;
  return (
    <Page title={title} width="reading">
      {code === '' ? (
        <Alert kind="warning">{t('errors.account.linkInvalid')}</Alert>
      ) : (
        <>
          <p>{text}</p>
          <Form form={form} submitLabel={submitLabel}>
            {passwordHelp === undefined ? null : (
              <PasswordField label={t('password.label')} help={passwordHelp} autoComplete="current-password" {...form.field('password')} />
            )}
          </Form>
        </>
      )}
      {isOver && (
        <div>
          <LinkButton to={elsewhere.to}>{elsewhere.label}</LinkButton>
        </div>
      )}
    </Page>
  );
}

/** Behind the link of the confirmation mail. */
export function ConfirmPage() {
  const t = useTexts(accountsTexts);
  const navigate = useNavigate();
  const [confirm] = useMutation(Confirm);
  return (
    <ButtonPage
      title={t('confirm.title')}
      text={t('confirm.text')}
      submitLabel={t('confirm.submit')}
      passwordHelp={t('confirm.password')}
      elsewhere={{ to: '/anmelden', label: t('confirm.again') }}
      run={async (code, password) => {
        await confirm({ variables: { input: { code, password } } });
        await navigate('/anmelden?neu=bestaetigt&weiter=/kontaktdaten', { replace: true });
      }}
    />
  );
}

/** Behind the link that proves a new address. */
export function ConfirmAddressPage() {
  const t = useTexts(accountsTexts);
  const navigate = useNavigate();
  const [confirm] = useMutation(ConfirmAddress);
  return (
    <ButtonPage
      title={t('confirmAddress.title')}
      text={t('confirmAddress.text')}
      submitLabel={t('confirmAddress.submit')}
      elsewhere={{ to: '/konto', label: t('toAccount') }}
      run={async (code) => {
        await confirm({ variables: { input: { code } } });
        toast(t('confirmAddress.done'));
        await navigate('/konto', { replace: true });
      }}
    />
  );
}
