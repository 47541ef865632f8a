import { useMutation } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Form, StaleNotice, TextArea, TextField, toast, useForm, useLeaveGuard } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { EmblemChoice } from './EmblemChoice.js';
import { useSettingsSave } from './use-settings-save.js';

export const GeneralFormFragment = graphql(`
  fragment GeneralForm on Space {
    id
    slug
    version
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
      version
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
  const { id, version, ...space } = readFragment(GeneralFormFragment, masked);
  const [update] = useMutation(UpdateSpace);
  const partOf = ({ name, slug, description, colour, emblem }: typeof space) => ({ name, slug, description, colour, emblem });
  const settings = useSettingsSave({ slug: space.slug, seen: { version, part: partOf(space) }, partOf });
  const form = useForm({
    initial: partOf(space),
    check: (values) => ({ ...(values.name.trim().length < 2 && { name: t('general.nameMissing') }) }),
    submit: async (values) => {
      let slug = values.slug;
      const isSaved = await settings.save(async (baseVersion) => {
        const { data } = await update({ variables: { input: { spaceId: id, ...values, slug: values.slug === '' ? null : values.slug, baseVersion } } });
        slug = data?.updateSpace.slug ?? space.slug;
        return data === undefined ? undefined : { version: data.updateSpace.version, part: partOf(data.updateSpace) };
      });
      if (!isSaved) return;
      toast(t('saved'));
      form.set({ slug });
      if (slug !== space.slug) await navigate(`/raum/${slug}/einstellungen`, { replace: true });
    },
    texts: spacesTexts,
  });
  const { theirs } = settings;
  useLeaveGuard(form.isChanged || theirs !== undefined);
  const say = { name: String, description: String, slug: String, colour: (value: typeof space.colour) => t(`colour.${value}`), emblem: (value: typeof space.emblem) => t(`emblem.${value}`) };
  const difference = <Key extends keyof typeof say>(key: Key, inWords: (value: (typeof form.values)[Key]) => string) =>
    theirs === undefined || theirs[key] === form.values[key] ? [] : [{ name: t(`general.${key}`), mine: inWords(form.values[key]), theirs: inWords(theirs[key]) }];
  return (
    <>
      {theirs !== undefined && (
        <StaleNotice
          title={t('stale.title')}
          differences={[
            ...difference('name', say.name),
            ...difference('description', say.description),
            ...difference('colour', say.colour),
            ...difference('emblem', say.emblem),
            ...difference('slug', say.slug),
          ]}
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
      <Form form={form} submitLabel={t('save')} label={t('general.title')}>
        <TextField label={t('general.name')} maxLength={80} {...form.field('name')} />
        <TextArea label={t('general.description')} help={t('general.descriptionHelp')} optional maxLength={600} rows={3} {...form.field('description')} />
        <EmblemChoice colour={form.field('colour')} emblem={form.field('emblem')} />
        <TextField label={t('general.slug')} help={t('general.slugHelp')} maxLength={80} spellCheck={false} {...form.field('slug')} />
      </Form>
    </>
  );
}
