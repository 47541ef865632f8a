import { useMutation } from '@apollo/client/react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Form, RadioGroup, StaleNotice, toast, useForm } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { useSettingsSave } from './use-settings-save.js';

export const PublishersFormFragment = graphql(`
  fragment PublishersForm on Space {
    id
    slug
    version
    publishers
  }
`);
const SetSpacePublishers = graphql(`
  mutation SetSpacePublishers($input: SetSpacePublishersInput!) {
    setSpacePublishers(input: $input) {
      id
      version
      publishers
    }
  }
`);

/** Who publishes tips without a review. */
export function PublishersForm({ space: masked }: { readonly space: FragmentOf<typeof PublishersFormFragment> }) {
  const t = useTexts(spacesTexts);
  const space = readFragment(PublishersFormFragment, masked);
  const [save] = useMutation(SetSpacePublishers);
  const settings = useSettingsSave({
    slug: space.slug,
    seen: { version: space.version, part: { publishers: space.publishers } },
    partOf: ({ publishers }) => ({ publishers }),
  });
  const form = useForm({
    initial: { publishers: space.publishers },
    submit: async ({ publishers }) => {
      const isSaved = await settings.save(async (baseVersion) => {
        const { data } = await save({ variables: { input: { spaceId: space.id, publishers, baseVersion } } });
        return data === undefined ? undefined : { version: data.setSpacePublishers.version, part: { publishers: data.setSpacePublishers.publishers } };
      });
      if (isSaved) toast(t('saved'));
      return isSaved;
    },
    texts: spacesTexts,
  });
  const { theirs } = settings;
  return (
    <>
      {theirs !== undefined && (
        <StaleNotice
          title={t('stale.title')}
          differences={[{ name: t('publishers.label'), mine: t(`publishers.${form.values.publishers}`), theirs: t(`publishers.${theirs.publishers}`) }]}
          onKeepMine={() => {
            settings.settle();
            void form.submit();
          }}
          onTakeTheirs={() => {
            settings.settle();
            form.reset(theirs);
          }}
        />
      )}
      <Form form={form} submitLabel={t('save')} submitKind="secondary" label={t('publishers.title')}>
        <RadioGroup
          label={t('publishers.label')}
          help={t('publishers.help')}
          choices={(['authors', 'mentors', 'members'] as const).map((value) => ({ value, label: t(`publishers.${value}`) }))}
          {...form.field('publishers')}
        />
      </Form>
    </>
  );
}
