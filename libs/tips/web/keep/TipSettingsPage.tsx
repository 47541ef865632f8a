import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { describeError, graphql, useTexts, type ResultOf } from '#platform/web';
import { Button, Checkbox, ClosedDoor, Fieldset, Form, Page, QueryPage, Row, Stack, StaleNotice, TextArea, TextField, toast, useForm } from '#ui/web';
import { keepingTexts } from './keeping-texts.js';
import { moved } from './ordering.js';
import { OrderButtons } from './OrderButtons.js';

const SettingsQuery = graphql(`
  query TipSettings($slug: String!) {
    space(slug: $slug) {
      id
      slug
      name
      tipSettings { spaceId version isReviewNeeded checkAfterMonths viewerCanChange template { title help } proposedTemplate { title help } }
    }
  }
`);

const SaveSettings = graphql(`
  mutation SaveTipSettings($input: SaveTipSettingsInput!) {
    saveTipSettings(input: $input) { spaceId version isReviewNeeded checkAfterMonths template { title help } }
  }
`);

/** What is stored at this moment; not for the page, which keeps what is typed on it. */
const SettingsNow = graphql(`
  query TipSettingsNow($spaceId: ID!) {
    tipSettings(spaceId: $spaceId) { spaceId version isReviewNeeded checkAfterMonths template { title help } }
  }
`);

type Space = ResultOf<typeof SettingsQuery>['space'];
type Settings = NonNullable<Space['tipSettings']>;

/** How a space keeps its tips: review, checks, the outline of new ones. */
export function TipSettingsPage() {
  const { slug = '' } = useParams();
  const query = useQuery(SettingsQuery, { variables: { slug } });
  return (
    <QueryPage query={query} pick={(data) => data.space} width="reading" texts={keepingTexts}>
      {(space) => (space.tipSettings?.viewerCanChange === true ? <SettingsForm space={space} settings={space.tipSettings} /> : <ClosedDoor />)}
    </QueryPage>
  );
}

type StoredSettings = ResultOf<typeof SettingsNow>['tipSettings'];

interface Section {
  readonly title: string;
  readonly help: string;
}

const valuesOf = ({ isReviewNeeded, checkAfterMonths, template }: Pick<StoredSettings, 'isReviewNeeded' | 'checkAfterMonths' | 'template'>) => ({
  isReviewNeeded,
  checkAfterMonths: String(checkAfterMonths),
  template: (template ?? null) as readonly Section[] | null,
});

function SettingsForm({ space, settings }: { readonly space: Space; readonly settings: Settings }) {
  const t = useTexts(keepingTexts);
  const client = useApolloClient();
  const [save] = useMutation(SaveSettings, { refetchQueries: ['TipSettings'] });
  const [baseVersion, setBaseVersion] = useState(settings.version);
  // What somebody else has stored meanwhile, until the user says which version shall be.
  const [theirs, setTheirs] = useState<StoredSettings>();
  const form = useForm({
    initial: valuesOf(settings),
    check: ({ checkAfterMonths, template }): { checkAfterMonths?: string; template?: string } => ({
      ...(!/^([1-9]|[1-5]\d|60)$/.test(checkAfterMonths.trim()) && { checkAfterMonths: t('settings.checkWrong') }),
      ...((template ?? []).some(({ title }) => title.trim() === '') && { template: t('settings.sectionMissing') }),
    }),
    submit: async ({ isReviewNeeded, checkAfterMonths, template }) => {
      const sections = template === null || template.length === 0 ? null : template.map(({ title, help }) => ({ title, help }));
      try {
        const input = { spaceId: space.id, baseVersion: theirs?.version ?? baseVersion, isReviewNeeded, checkAfterMonths: Number(checkAfterMonths), template: sections };
        const { data } = await save({ variables: { input } });
        if (data !== undefined) setBaseVersion(data.saveTipSettings.version);
        setTheirs(undefined);
        toast(t('settings.saved'));
        return true;
      } catch (error) {
        if (describeError(error).reason !== 'tip.settingsStale') throw error;
        // Not into the cache: the page would begin anew with it, and lose what is typed.
        const { data } = await client.query({ query: SettingsNow, variables: { spaceId: space.id }, fetchPolicy: 'no-cache' });
        if (data === undefined) throw error;
        setTheirs(data.tipSettings);
        return false;
      }
    },
    texts: keepingTexts,
  });
  const { template } = form.values;
  return (
    <Page
      title={t('settings.title')}
      summary={t('settings.summary')}
      audience={t('settings.audience')}
      crumbs={[{ label: space.name, to: `/raum/${space.slug}` }, { label: t('tips'), to: `/raum/${space.slug}/tipps` }]}
      width="reading"
    >
      {theirs !== undefined && (
        <StaleNotice
          key={theirs.version}
          title={t('settings.staleTitle')}
          differences={differencesOf(form.values, valuesOf(theirs), t)}
          onKeepMine={() => void form.submit()}
          onTakeTheirs={() => {
            form.reset(valuesOf(theirs));
            setBaseVersion(theirs.version);
            setTheirs(undefined);
          }}
        />
      )}
      <Form form={form} submitLabel={t('settings.save')}>
        <Checkbox label={t('settings.review')} help={t('settings.reviewHelp')} {...form.field('isReviewNeeded')} />
        <TextField label={t('settings.check')} help={t('settings.checkHelp')} narrow inputMode="numeric" {...form.field('checkAfterMonths')} />
        <Fieldset legend={t('settings.template')}>
          <Checkbox
            label={t('settings.templateUse')}
            help={t('settings.templateHelp')}
            value={template !== null}
            {...(form.errors.template !== undefined && { error: form.errors.template })}
            onChange={(use) => form.set({ template: use ? settings.proposedTemplate.map(({ title, help }) => ({ title, help })) : null })}
          />
          {template !== null && <Sections sections={template} onChange={(next) => form.set({ template: next })} />}
        </Fieldset>
      </Form>
    </Page>
  );
}

type Values = ReturnType<typeof valuesOf>;

/** What differs between two versions of the settings, in words. */
function differencesOf(mine: Values, theirs: Values, t: (key: 'settings.staleYes' | 'settings.staleNo' | 'settings.review' | 'settings.check' | 'settings.template') => string) {
  const review = ({ isReviewNeeded }: Values) => t(isReviewNeeded ? 'settings.staleYes' : 'settings.staleNo');
  const outline = ({ template }: Values) => (template === null ? t('settings.staleNo') : template.map(({ title }) => title).join(', '));
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return [
    ...(mine.isReviewNeeded === theirs.isReviewNeeded ? [] : [{ name: t('settings.review'), mine: review(mine), theirs: review(theirs) }]),
    ...(mine.checkAfterMonths === theirs.checkAfterMonths ? [] : [{ name: t('settings.check'), mine: mine.checkAfterMonths, theirs: theirs.checkAfterMonths }]),
    ...(isSame(mine.template, theirs.template) ? [] : [{ name: t('settings.template'), mine: outline(mine), theirs: outline(theirs) }]),
  ];
}

function Sections({ sections, onChange }: { readonly sections: readonly Section[]; readonly onChange: (sections: readonly Section[]) => void }) {
  const t = useTexts(keepingTexts);
  const change = (position: number, part: Partial<Section>) => onChange(sections.map((section, other) => (other === position ? { ...section, ...part } : section)));
  return (
    <Stack gap="wide">
      {sections.map((section, position) => {
        const number = position + 1;
        return (
          // A section has no name of its own: its place is its identity while it is edited.
          <Stack key={position} gap="tight">
            <Row spread>
              <strong>{t('settings.section', { number })}</strong>
              <Row gap="tight">
                <OrderButtons
                  position={position}
                  count={sections.length}
                  upLabel={t('settings.sectionUp', { number })}
                  downLabel={t('settings.sectionDown', { number })}
                  removeLabel={t('settings.removeSection', { number })}
                  onMove={(to) => onChange(moved(sections, position, to))}
                  onRemove={() => onChange(sections.filter((_, other) => other !== position))}
                />
              </Row>
            </Row>
            <TextField label={t('settings.sectionTitle')} maxLength={80} value={section.title} onChange={(title) => change(position, { title })} />
            <TextArea label={t('settings.sectionHelp')} optional rows={2} maxLength={500} value={section.help} onChange={(help) => change(position, { help })} />
          </Stack>
        );
      })}
      <div><Button onClick={() => onChange([...sections, { title: '', help: '' }])}>{t('settings.addSection')}</Button></div>
    </Stack>
  );
}
