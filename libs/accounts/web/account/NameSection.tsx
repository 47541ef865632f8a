import { useMutation } from '@apollo/client/react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Form, RadioGroup, Section, TextField, toast, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';

export const NameFragment = graphql(`
  fragment NameParts on OwnAccount {
    id
    name
    locale
  }
`);
const Update = graphql(
  `
    mutation UpdateAccount($input: UpdateAccountInput!) {
      updateAccount(input: $input) {
        ...NameParts
      }
    }
  `,
  [NameFragment],
);

/** Name and language. */
export function NameSection({ account: masked }: { readonly account: FragmentOf<typeof NameFragment> }) {
  const t = useTexts(accountsTexts);
  const account = readFragment(NameFragment, masked);
  const [update] = useMutation(Update);
  const form = useForm({
    initial: { name: account.name, locale: account.locale === 'en' ? ('en' as const) : ('de' as const) },
    texts: accountsTexts,
    check: (values) => ({ ...(values.name.trim() === '' && { name: t('name.missing') }) }),
    submit: async (values) => {
      await update({ variables: { input: values } });
      // The language of a page that is open changes only with a new one.
      if (values.locale !== account.locale) window.location.reload();
      else toast(t('saved'), { kind: 'done' });
    },
  });
  return (
    <Section title={t('account.person')}>
      <Form form={form} submitLabel={t('save')} submitKind="secondary">
        <TextField label={t('name.label')} help={t('name.help')} maxLength={120} autoComplete="name" {...form.field('name')} />
        <RadioGroup
          label={t('locale.label')}
          choices={[
            { value: 'de', label: 'Deutsch' },
            { value: 'en', label: 'English' },
          ]}
          {...form.field('locale')}
        />
      </Form>
    </Section>
  );
}
