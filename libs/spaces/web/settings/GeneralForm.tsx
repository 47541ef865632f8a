import { useMutation } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Form, TextArea, TextField, toast, useForm, useLeaveGuard } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { EmblemChoice } from './EmblemChoice.js';

export const GeneralFormFragment = graphql(`
  fragment GeneralForm on Space {
    id
    slug
    name
    description
    colour
    emblem
  }
`);
const UpdateSpace = graphql(`
  mutation UpdateSpace($input: UpdateSpaceInput!) {
    updateSpace(input: $input) {
      id
      slug
      name
      description
      colour
      emblem
    }
  }
`);

/** Name, address, words and look. */
export function GeneralForm({ space: masked }: { readonly space: FragmentOf<typeof GeneralFormFragment> }) {
  const t = useTexts(spacesTexts);
  const navigate = useNavigate();
  const { id, ...space } = readFragment(GeneralFormFragment, masked);
  const [update] = useMutation(UpdateSpace);
  const form = useForm({
    initial: { name: space.name, slug: space.slug, description: space.description, colour: space.colour, emblem: space.emblem },
    check: (values) => ({ ...(values.name.trim().length < 2 && { name: t('general.nameMissing') }) }),
    submit: async (values) => {
      const { data } = await update({ variables: { input: { spaceId: id, ...values, slug: values.slug === '' ? null : values.slug } } });
      toast(t('saved'));
      const slug = data?.updateSpace.slug ?? space.slug;
      form.set({ slug });
      if (slug !== space.slug) await navigate(`/raum/${slug}/einstellungen`, { replace: true });
    },
    texts: spacesTexts,
  });
  useLeaveGuard(form.isChanged);
  return (
    <Form form={form} submitLabel={t('save')} label={t('general.title')}>
      <TextField label={t('general.name')} maxLength={80} {...form.field('name')} />
      <TextArea label={t('general.description')} help={t('general.descriptionHelp')} optional maxLength={600} rows={3} {...form.field('description')} />
      <EmblemChoice colour={form.field('colour')} emblem={form.field('emblem')} />
      <TextField label={t('general.slug')} help={t('general.slugHelp')} maxLength={80} spellCheck={false} {...form.field('slug')} />
    </Form>
  );
}
