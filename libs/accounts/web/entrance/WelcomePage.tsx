import { useMutation } from '@apollo/client/react';
import { describeError, graphql, startOver, useLocale, useTexts } from '#platform/web';
import { Alert, Form, LinkButton, Page, PasswordField, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { useConsentVersions } from '../consent/use-consent-versions.js';
import { Consents } from './Consents.js';
import { useLinkCode } from './use-link-code.js';

const Accept = graphql(`
  mutation AcceptWelcome($input: AcceptWelcomeInput!) {
    acceptWelcome(input: $input) {
      id
    }
  }
`);

/** Behind the link for people whom the coordination imported: a password, the consents, in. */
export function WelcomePage() {
  const t = useTexts(accountsTexts);
  const code = useLinkCode();
  const { locale } = useLocale();
  const [accept] = useMutation(Accept);
  const { versions, readAgain } = useConsentVersions();
  const form = useForm({
    initial: { password: '', acceptsRules: false, acceptsPrivacy: false },
    texts: accountsTexts,
    check: (values) => ({
      ...(values.password === '' && { password: t('password.missing') }),
      ...(!values.acceptsRules && { acceptsRules: t('consent.rulesMissing') }),
      ...(!values.acceptsPrivacy && { acceptsPrivacy: t('consent.privacyMissing') }),
    }),
    submit: async (values) => {
      try {
        await accept({ variables: { input: { code, ...values, ...versions, locale } } });
      } catch (error) {
        if (describeError(error).reason === 'account.consentTextChanged') await readAgain();
        throw error;
      }
      startOver('/kontaktdaten');
    },
  });
  return (
    <Page title={t('welcome.title')} {...(code !== '' && { summary: t('welcome.summary') })} width="reading">
      {code === '' ? (
        <Alert kind="warning" action={<div><LinkButton to="/anmelden">{t('signIn.submit')}</LinkButton></div>}>
          {t('errors.account.linkInvalid')} {t('welcome.askAgain')}
        </Alert>
      ) : (
        <Form form={form} submitLabel={t('welcome.submit')}>
          <PasswordField label={t('password.label')} help={t('password.help')} autoComplete="new-password" {...form.field('password')} />
          <Consents form={form} />
        </Form>
      )}
    </Page>
  );
}
