import { useMutation, useQuery } from '@apollo/client/react';
import { graphql, useTexts, type ResultOf } from '#platform/web';
import { Form, Page, QueryPage, RadioGroup, TextField, toast, useForm } from '#ui/web';
import { administrationTexts } from '../administration-texts.js';

const ProgrammeQuery = graphql(`query Programme { programme { name address locale contactAddress viewerCanEdit } }`);
const SaveProgramme = graphql(`
  mutation SaveProgramme($input: SaveProgrammeInput!) { saveProgramme(input: $input) { name address locale contactAddress viewerCanEdit } }
`);

/** How the programme is called and how it speaks. */
export function ProgrammePage() {
  const query = useQuery(ProgrammeQuery);
  return (
    <QueryPage query={query} pick={(data) => (data.programme.viewerCanEdit ? data.programme : null)} texts={administrationTexts}>
      {(programme) => <ProgrammeForm programme={programme} />}
    </QueryPage>
  );
}

function ProgrammeForm({ programme }: { readonly programme: ResultOf<typeof ProgrammeQuery>['programme'] }) {
  const t = useTexts(administrationTexts);
  const [save] = useMutation(SaveProgramme);
  const form = useForm({
    initial: { name: programme.name, address: programme.address, locale: programme.locale, contactAddress: programme.contactAddress },
    check: (values) => ({ ...(values.name.trim() === '' && { name: t('programme.nameMissing') }) }),
    submit: async (values) => {
      const contactAddress = values.contactAddress.trim();
      await save({ variables: { input: { ...values, contactAddress: contactAddress === '' ? null : contactAddress } } });
      toast(t('programme.saved'));
    },
    texts: administrationTexts,
  });
  return (
    <Page title={t('programme.title')} width="reading">
      <Form form={form} submitLabel={t('programme.save')}>
        <TextField label={t('programme.name')} help={t('programme.nameHelp')} maxLength={80} {...form.field('name')} />
        <RadioGroup
          label={t('programme.address')}
          choices={[
            { value: 'sie', label: t('programme.sie') },
            { value: 'du', label: t('programme.du') },
          ]}
          {...form.field('address')}
        />
        <RadioGroup
          label={t('programme.locale')}
          choices={[
            { value: 'de', label: t('page.german') },
            { value: 'en', label: t('page.english') },
          ]}
          {...form.field('locale')}
        />
        <TextField label={t('programme.contact')} help={t('programme.contactHelp')} type="email" optional {...form.field('contactAddress')} />
      </Form>
    </Page>
  );
}
