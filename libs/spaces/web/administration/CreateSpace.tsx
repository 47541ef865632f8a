import { useMutation, useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { uuidv7 } from '#platform/shared';
import { graphql, useTexts, useViewer } from '#platform/web';
import { AudienceLine, Button, CheckboxGroup, Dialog, Form, RadioGroup, Select, TextArea, TextField, toast, useForm, type SpaceColour, type SpaceEmblemName } from '#ui/web';
import { WhoCanSee, WhoCanSeeFragment } from '../audience/WhoCanSee.js';
import { PeopleField } from '../members/PeopleField.js';
import { EmblemChoice } from '../settings/EmblemChoice.js';
import { spacesTexts } from '../spaces-texts.js';

const CreateSpaceMutation = graphql(`
  mutation CreateSpace($input: CreateSpaceInput!) {
    createSpace(input: $input) {
      id
      slug
      name
    }
  }
`);

const NewSpaceAudience = graphql(
  `
    query NewSpaceAudience($input: NewSpaceAudienceInput!) {
      newSpaceAudience(input: $input) {
        ...WhoCanSee
      }
    }
  `,
  [WhoCanSeeFragment],
);

type Visibility = 'public' | 'programme' | 'closed' | 'hidden';
type Gate = 'open' | 'request' | 'invitation';

interface CreateSpaceProps {
  readonly parents: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** A new space with whoever looks after it; the rest is theirs to set. */
export function CreateSpace({ parents, onClose }: CreateSpaceProps) {
  const t = useTexts(spacesTexts);
  const viewer = useViewer();
  const [id] = useState(uuidv7);
  const [create] = useMutation(CreateSpaceMutation, { refetchQueries: 'active', awaitRefetchQueries: true });
  const form = useForm({
    initial: {
      name: '',
      description: '',
      visibility: 'closed' as Visibility,
      gates: ['request', 'invitation'] as readonly Gate[],
      parentId: '',
      limitedToRole: '' as '' | 'mentor' | 'mentee',
      moderatorIds: [] as readonly string[],
      colour: 'moss' as SpaceColour,
      emblem: 'seed' as SpaceEmblemName,
    },
    check: (values) => ({
      ...(values.name.trim().length < 2 && { name: t('general.nameMissing') }),
      ...(values.moderatorIds.length === 0 && { moderatorIds: t('create.moderatorsMissing') }),
    }),
    submit: async ({ gates, parentId, limitedToRole, ...values }) => {
      await create({
        variables: {
          input: {
            id,
            ...values,
            moderatorIds: [...values.moderatorIds],
            gates: values.visibility === 'hidden' ? ['invitation'] : [...gates],
            parentId: parentId === '' ? null : parentId,
            limitedToRole: limitedToRole === '' ? null : limitedToRole,
          },
        },
      });
      toast(t('create.done', { space: values.name }));
      onClose();
    },
    texts: spacesTexts,
  });
  const { visibility, limitedToRole, moderatorIds } = form.values;
  const name = useDeferredValue(form.values.name.trim());
  const asked = { name, visibility, limitedToRole: limitedToRole === '' ? null : limitedToRole, moderatorIds: [...moderatorIds] };
  const { data, previousData } = useQuery(NewSpaceAudience, { variables: { input: asked }, skip: name === '' });
  // The sentence names the space.
  const audience = name === '' ? undefined : (data ?? previousData)?.newSpaceAudience;
  const isHidden = form.values.visibility === 'hidden';
  return (
    <Dialog isOpen onClose={onClose} title={t('admin.create')} size="wide">
      <Form form={form} submitLabel={t('admin.create')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <TextField label={t('general.name')} maxLength={80} {...form.field('name')} />
        <TextArea label={t('general.description')} help={t('general.descriptionHelp')} optional maxLength={600} rows={3} {...form.field('description')} />
        <PeopleField label={t('create.moderators')} help={t(viewer.isCoordinator ? 'create.moderatorsHelp' : 'people.help')} max={10} {...form.field('moderatorIds')} />
        <RadioGroup
          label={t('visibility.label')}
          choices={(['public', 'programme', 'closed', 'hidden'] as const).map((value) => ({ value, label: t(`visibility.${value}`), help: t(`visibility.${value}Help`) }))}
          {...form.field('visibility')}
        />
        {!isHidden && (
          <CheckboxGroup
            label={t('gates.which')}
            help={t('create.gatesHelp')}
            choices={(['open', 'request', 'invitation'] as const).map((gate) => ({ value: gate, label: t(`gate.${gate}`), help: t(`gate.${gate}Help`) }))}
            {...form.field('gates')}
          />
        )}
        <Select
          label={t('visibility.limited')}
          help={t('visibility.limitedHelp')}
          choices={[{ value: '', label: t('limited.none') }, { value: 'mentor', label: t('limited.mentor') }, { value: 'mentee', label: t('limited.mentee') }]}
          {...form.field('limitedToRole')}
        />
        {audience !== undefined && <AudienceLine><WhoCanSee audience={audience} /></AudienceLine>}
        <Select label={t('create.parent')} choices={[{ value: '', label: t('create.noParent') }, ...parents.map((parent) => ({ value: parent.id, label: parent.name }))]} {...form.field('parentId')} />
        <EmblemChoice colour={form.field('colour')} emblem={form.field('emblem')} />
      </Form>
    </Dialog>
  );
}
