import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { describeError, graphql, useLocale, useTexts } from '#platform/web';
import { Form, MarkScene, Page, PasswordField, RadioGroup, TextField, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { useConsentVersions } from '../consent/use-consent-versions.js';
import { Consents } from './Consents.js';

const Register = graphql(`
  mutation Register($input: RegisterInput!) {
    register(input: $input)
  }
`);

/** The wishes for a part in the programme, as choices of a form. */
export const wishedRoles = ['mentor', 'mentee', 'both', 'neither'] as const;
export type WishedRole = (typeof wishedRoles)[number];

interface RegisterFormProps {
  readonly invitationCode?: string;
  readonly onDone: (address: string) => void;
}

/** Step one of a registration. What is typed stays, whatever is wrong with it. */
export function RegisterForm({ invitationCode, onDone }: RegisterFormProps) {
  const t = useTexts(accountsTexts);
  const { locale } = useLocale();
  const [register] = useMutation(Register);
  const { versions, readAgain } = useConsentVersions();
  const form = useForm({
    initial: { name: '', address: '', password: '', wishedRole: '' as WishedRole | '', acceptsRules: false, acceptsPrivacy: false },
    texts: accountsTexts,
    check: (values) => ({
      ...(values.name.trim() === '' && { name: t('name.missing') }),
      ...(values.address.trim() === '' && { address: t('address.missing') }),
      ...(values.password === '' && { password: t('password.missing') }),
      ...(values.wishedRole === '' && { wishedRole: t('role.missing') }),
      ...(!values.acceptsRules && { acceptsRules: t('consent.rulesMissing') }),
      ...(!values.acceptsPrivacy && { acceptsPrivacy: t('consent.privacyMissing') }),
    }),
    submit: async ({ wishedRole, ...values }) => {
      if (wishedRole === '') return;
      try {
        await register({ variables: { input: { ...values, ...versions, wishedRole, locale, ...(invitationCode === undefined ? {} : { invitationCode }) } } });
      } catch (error) {
        if (describeError(error).reason === 'account.consentTextChanged') await readAgain();
        throw error;
      }
      onDone(values.address);
    },
  });
  return (
    <Form form={form} submitLabel={t('register.submit')}>
      <TextField label={t('name.label')} help={t('name.help')} maxLength={120} autoComplete="name" {...form.field('name')} />
      <TextField label={t('address.label')} help={t('register.addressHelp')} type="email" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} {...form.field('address')} />
      <PasswordField label={t('password.label')} help={t('password.help')} autoComplete="new-password" {...form.field('password')} />
      <RadioGroup
        label={t('role.label')}
        help={t('role.help')}
        choices={wishedRoles.map((value) => ({ value, label: t(`role.${value}`), help: t(`role.${value}.help`) }))}
        {...form.field('wishedRole')}
      />
      <Consents form={form} />
    </Form>
  );
}

/** After step one: look into the mailbox. The same for every address, known or not. */
export function MailSent({ address }: { readonly address: string }) {
  const t = useTexts(accountsTexts);
  return (
    <Page title={t('register.sentTitle')} width="reading">
      <MarkScene moving />
      <p>{t.rich('register.sent', { address: <strong>{address}</strong> })}</p>
      <p>{t('register.sentHelp')}</p>
      <p>
        <Link to="/anmelden">{t('toSignIn')}</Link>
      </p>
    </Page>
  );
}

/** Registration without an invitation. */
export function RegisterPage() {
  const t = useTexts(accountsTexts);
  const [sentTo, setSentTo] = useState<string>();
  if (sentTo !== undefined) return <MailSent address={sentTo} />;
  return (
    <Page title={t('register.title')} summary={t('register.summary')} width="reading">
      <p>{t.rich('register.known', { signIn: <Link to="/anmelden">{t('toSignIn')}</Link> })}</p>
      <RegisterForm onDone={setSentTo} />
    </Page>
  );
}
