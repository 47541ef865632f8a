import { useMutation } from '@apollo/client/react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Form, RadioGroup, toast, useForm } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';

export const PublishersFormFragment = graphql(`
  fragment PublishersForm on Space {
    id
    publishers
  }
`);
const SetSpacePublishers = graphql(`
  mutation SetSpacePublishers($input: SetSpacePublishersInput!) {
    setSpacePublishers(input: $input) {
      id
      publishers
    }
  }
`);

/** Who publishes tips without a review. */
export function PublishersForm({ space: masked }: { readonly space: FragmentOf<typeof PublishersFormFragment> }) {
  const t = useTexts(spacesTexts);
  const space = readFragment(PublishersFormFragment, masked);
  const [save] = useMutation(SetSpacePublishers);
  const form = useForm({
    initial: { publishers: space.publishers },
    submit: async ({ publishers }) => {
      await save({ variables: { input: { spaceId: space.id, publishers } } });
      toast(t('saved'));
    },
    texts: spacesTexts,
  });
  return (
    <Form form={form} submitLabel={t('save')} submitKind="secondary" label={t('publishers.title')}>
      <RadioGroup
        label={t('publishers.label')}
        help={t('publishers.help')}
        choices={(['authors', 'mentors', 'members'] as const).map((value) => ({ value, label: t(`publishers.${value}`) }))}
        {...form.field('publishers')}
      />
    </Form>
  );
}
