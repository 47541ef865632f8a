import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, readFragment, useTexts, type FragmentOf, type ResultOf } from '#platform/web';
import { ConfirmDialog, Form, RadioGroup, Select, StaleNotice, toast, useForm } from '#ui/web';
import { WhoCanSee, WhoCanSeeFragment } from '../audience/WhoCanSee.js';
import { spacesTexts } from '../spaces-texts.js';
import { Entrants, EntrantsFragment } from './Entrants.js';
import { isSame, useSettingsSave, type StoredSettings } from './use-settings-save.js';

export const VisibilityFormFragment = graphql(`
  fragment VisibilityForm on Space {
    id
    slug
    name
    version
    visibility
    limitedToRole
    gates
  }
`);
const SpaceAudienceChange = graphql(
  `
    query SpaceAudienceChange($input: SpaceAudienceChangeInput!) {
      spaceAudienceChange(input: $input) {
        before {
          ...WhoCanSee
        }
        after {
          ...WhoCanSee
        }
        gains
        losses
        opensToEveryone
        becomesKnown
        entrants {
          ...Entrants
        }
        isWider
        confirmation
      }
    }
  `,
  [WhoCanSeeFragment, EntrantsFragment],
);
const ChangeSpaceVisibility = graphql(`
  mutation ChangeSpaceVisibility($input: ChangeSpaceVisibilityInput!) {
    changeSpaceVisibility(input: $input) {
      id
      version
      visibility
      limitedToRole
      gates
    }
  }
`);

type Change = ResultOf<typeof SpaceAudienceChange>['spaceAudienceChange'];

/** The ways in are set elsewhere, but belong to what is agreed to here: who could come in once more people know of the space. */
const partOf = ({ visibility, limitedToRole, gates }: Pick<StoredSettings, 'visibility' | 'limitedToRole' | 'gates'>) => ({ visibility, limitedToRole: limitedToRole ?? ('' as const), gates: gates.toSorted() });

/** Who knows of a space and reads it. Nothing changes before the number of people was seen and agreed to. */
export function VisibilityForm({ space: masked }: { readonly space: FragmentOf<typeof VisibilityFormFragment> }) {
  const t = useTexts(spacesTexts);
  const space = readFragment(VisibilityFormFragment, masked);
  const client = useApolloClient();
  const [change, setChange] = useState<Change>();
  const [save] = useMutation(ChangeSpaceVisibility, { refetchQueries: 'active', awaitRefetchQueries: true });
  const settings = useSettingsSave({ slug: space.slug, seen: { version: space.version, part: partOf(space) }, partOf });
  const inputOf = (values: { readonly visibility: typeof space.visibility; readonly limitedToRole: string }) => ({
    spaceId: space.id,
    visibility: values.visibility,
    limitedToRole: values.limitedToRole === '' ? null : (values.limitedToRole as 'mentor' | 'mentee'),
  });
  const form = useForm({
    initial: partOf(space),
    submit: async (values) => {
      const { data } = await client.query({ query: SpaceAudienceChange, variables: { input: inputOf(values) }, fetchPolicy: 'no-cache' });
      setChange(data?.spaceAudienceChange);
    },
    texts: spacesTexts,
  });
  const { theirs } = settings;
  const sayGates = (gates: StoredSettings['gates']) => (gates.length === 0 ? t('gate.none') : gates.map((gate) => t(`gate.${gate}`)).join(', '));
  const sayRole = (role: typeof form.values.limitedToRole) => t(`limited.${role === '' ? 'none' : role}`);
  return (
    <>
      {theirs !== undefined && (
        <StaleNotice
          title={t('stale.title')}
          differences={[
            ...(theirs.visibility === form.values.visibility ? [] : [{ name: t('visibility.label'), mine: t(`visibility.${form.values.visibility}`), theirs: t(`visibility.${theirs.visibility}`) }]),
            ...(theirs.limitedToRole === form.values.limitedToRole ? [] : [{ name: t('visibility.limited'), mine: sayRole(form.values.limitedToRole), theirs: sayRole(theirs.limitedToRole) }]),
            ...(isSame(theirs.gates, form.values.gates) ? [] : [{ name: t('gates.which'), mine: sayGates(form.values.gates), theirs: sayGates(theirs.gates) }]),
          ]}
          onKeepMine={() => {
            settings.settle();
            form.set({ gates: theirs.gates });
            void form.submit();
          }}
          onTakeTheirs={() => {
            settings.settle();
            form.reset(theirs);
          }}
        />
      )}
      <Form form={form} submitLabel={t('visibility.check')} submitKind="secondary" label={t('visibility.title')}>
        <RadioGroup
          label={t('visibility.label')}
          choices={(['public', 'programme', 'closed', 'hidden'] as const).map((value) => ({ value, label: t(`visibility.${value}`), help: t(`visibility.${value}Help`) }))}
          {...form.field('visibility')}
        />
        <Select
          label={t('visibility.limited')}
          help={t('visibility.limitedHelp')}
          choices={[
            { value: '', label: t('limited.none') },
            { value: 'mentor', label: t('limited.mentor') },
            { value: 'mentee', label: t('limited.mentee') },
          ]}
          {...form.field('limitedToRole')}
        />
      </Form>
      {change !== undefined && (
        <ConfirmDialog
          isOpen
          onClose={() => setChange(undefined)}
          title={t(change.isWider ? 'visibility.widerTitle' : 'visibility.changeTitle', { space: space.name })}
          confirmLabel={t(change.opensToEveryone ? 'visibility.confirmEveryone' : change.isWider ? 'visibility.confirmWider' : 'visibility.confirm')}
          kind={change.isWider ? 'danger' : 'primary'}
          texts={spacesTexts}
          onConfirm={async () => {
            const isSaved = await settings.save(async (baseVersion) => {
              const { data } = await save({ variables: { input: { ...inputOf(form.values), confirmAudience: change.confirmation, baseVersion } } });
              return data === undefined ? undefined : { version: data.changeSpaceVisibility.version, part: partOf(data.changeSpaceVisibility) };
            });
            if (isSaved) toast(t('saved'));
          }}
        >
          <p><strong>{t('visibility.now')}</strong> <WhoCanSee audience={change.before} /></p>
          <p><strong>{t('visibility.then')}</strong> <WhoCanSee audience={change.after} /></p>
          {change.opensToEveryone && <p>{t('visibility.everyoneText')}</p>}
          {!change.opensToEveryone && change.gains > 0 && <p>{t('visibility.gains', { count: change.gains })}</p>}
          {change.becomesKnown && <p>{t('visibility.knownText')}</p>}
          {change.entrants !== null && <Entrants change={change.entrants} />}
          {change.losses > 0 && <p>{t('visibility.losses', { count: change.losses })}</p>}
          {form.values.visibility === 'hidden' && <p>{t('visibility.hiddenText')}</p>}
        </ConfirmDialog>
      )}
    </>
  );
}
