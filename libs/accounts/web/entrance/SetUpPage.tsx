import { useMutation, useQuery } from '@apollo/client/react';
import { graphql, startOver, useTexts } from '#platform/web';
import { Alert, Fieldset, Form, LinkButton, Page, PasswordField, QueryPage, TextField, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';

const SetUpState = graphql(`
  query SetUpState {
    entrance {
      setupNeeded
    }
  }
`);
const SetUp = graphql(`
  mutation SetUp($input: SetUpProgrammeInput!) {
    setUpProgramme(input: $input) {
      id
    }
  }
`);

function SetUpForm() {
  const t = useTexts(accountsTexts);
  const [setUp] = useMutation(SetUp);
  const form = useForm({
    initial: { code: '', programmeName: '', name: '', address: '', password: '' },
    texts: accountsTexts,
    check: (values) => ({
      ...(values.code.trim() === '' && { code: t('setUp.codeMissing') }),
      ...(values.programmeName.trim() === '' && { programmeName: t('setUp.programmeMissing') }),
      ...(values.name.trim() === '' && { name: t('name.missing') }),
      ...(values.address.trim() === '' && { address: t('address.missing') }),
      ...(values.password === '' && { password: t('password.missing') }),
    }),
    submit: async (values) => {
      await setUp({ variables: { input: values } });
      startOver('/');
    },
  });
  return (
    <Form form={form} submitLabel={t('setUp.submit')}>
      <TextField label={t('setUp.code')} help={t('setUp.codeHelp')} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} {...form.field('code')} />
      <TextField label={t('setUp.programme')} help={t('setUp.programmeHelp')} maxLength={120} autoComplete="off" {...form.field('programmeName')} />
      <Fieldset legend={t('setUp.you')}>
        <TextField label={t('name.label')} maxLength={120} autoComplete="name" {...form.field('name')} />
        <TextField label={t('address.label')} type="email" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} {...form.field('address')} />
        <PasswordField label={t('password.label')} help={t('password.help')} autoComplete="new-password" {...form.field('password')} />
      </Fieldset>
    </Form>
  );
}

/** The first start: whoever reads the server's console makes the first account of the coordination. */
export function SetUpPage() {
  const t = useTexts(accountsTexts);
  const query = useQuery(SetUpState);
  return (
    <QueryPage query={query} pick={(data) => data.entrance} width="reading" texts={accountsTexts}>
      {({ setupNeeded }) =>
        setupNeeded ? (
          <Page title={t('setUp.title')} summary={t('setUp.summary')} width="reading">
            <SetUpForm />
          </Page>
        ) : (
          <Page title={t('setUp.title')} width="reading">
            <Alert action={<div><LinkButton to="/anmelden">{t('toSignIn')}</LinkButton></div>}>{t('setUp.done')}</Alert>
          </Page>
        )
      }
    </QueryPage>
  );
}
