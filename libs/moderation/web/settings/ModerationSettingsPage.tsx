import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { describeError, graphql, useTexts, type ResultOf } from '#platform/web';
import { Alert, Button, Form, Select, Skeleton, TextArea, toast, useForm, useLeaveGuard } from '#ui/web';
import { LoadProblem } from '../LoadProblem.js';
import { ModerationDoor } from '../ModerationDoor.js';
import { ModerationFrame } from '../ModerationFrame.js';
import { moderationTexts } from '../moderation-texts.js';

const SettingsQuery = graphql(`
  query ModerationSettings($spaceId: ID!) {
    moderationSettings(spaceId: $spaceId) {
      spaceId
      holdFirst
      watchedWords
      version
    }
  }
`);
const SaveSettings = graphql(`
  mutation SaveModerationSettings($input: SaveModerationSettingsInput!) {
    saveModerationSettings(input: $input) {
      spaceId
      holdFirst
      watchedWords
      version
    }
  }
`);

type Settings = ResultOf<typeof SettingsQuery>['moderationSettings'];
const FIRST = [0, 1, 2, 3, 5, 10] as const;

/** What waits for a look before it appears. */
export function ModerationSettingsPage() {
  const t = useTexts(moderationTexts);
  return (
    <ModerationDoor>
      {(space) => (
        <ModerationFrame space={space} title={t('settings.title')} summary={t('settings.summary')}>
          <SettingsPart spaceId={space.id} />
        </ModerationFrame>
      )}
    </ModerationDoor>
  );
}

function SettingsPart({ spaceId }: { readonly spaceId: string }) {
  const query = useQuery(SettingsQuery, { variables: { spaceId }, fetchPolicy: 'network-only' });
  const settings = query.data?.moderationSettings;
  if (settings === undefined) return query.error === undefined ? <Skeleton lines={6} /> : <LoadProblem error={query.error} onRetry={() => void query.refetch()} />;
  return <SettingsForm settings={settings} reload={async () => (await query.refetch()).data?.moderationSettings} />;
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

function SettingsForm({ settings, reload }: { readonly settings: Settings; readonly reload: () => Promise<Settings | undefined> }) {
  const t = useTexts(moderationTexts);
  const [save] = useMutation(SaveSettings);
  const [version, setVersion] = useState(settings.version);
  const [theirs, setTheirs] = useState<Settings>();
  const valuesOf = ({ holdFirst, watchedWords }: Settings) => ({ holdFirst: String(holdFirst), watchedWords: watchedWords.join('\n') });
  const form = useForm({
    initial: valuesOf(settings),
    submit: async ({ holdFirst, watchedWords }) => {
      try {
        const { data } = await save({ variables: { input: { spaceId: settings.spaceId, baseVersion: version, holdFirst: Number(holdFirst), watchedWords: linesOf(watchedWords) } } });
        if (data !== undefined) setVersion(data.saveModerationSettings.version);
        toast(t('settings.saved'));
        return true;
      } catch (error) {
        if (describeError(error).reason !== 'moderation.settingsStale') throw error;
        setTheirs(await reload());
        return false;
      }
    },
    texts: moderationTexts,
    fieldOf: (field) => (field.startsWith('watchedWords') ? 'watchedWords' : field),
  });
  useLeaveGuard(form.isChanged);
  const choices = [...new Set([...FIRST, settings.holdFirst])].toSorted((one, other) => one - other);
  return (
    <>
      {theirs !== undefined && (
        <Alert
          kind="warning"
          live
          title={t('settings.stale')}
          action={
            <div>
              <Button size="small" onClick={() => { setVersion(theirs.version); form.reset(valuesOf(theirs)); setTheirs(undefined); }}>{t('settings.takeTheirs')}</Button>{' '}
              <Button size="small" onClick={() => { setVersion(theirs.version); setTheirs(undefined); }}>{t('settings.keepMine')}</Button>
            </div>
          }
        >
          {t('settings.theirs', { count: theirs.holdFirst, words: theirs.watchedWords.join(', ') })}
        </Alert>
      )}
      <Form form={form} submitLabel={t('settings.save')} label={t('settings.title')}>
        <Select
          label={t('settings.holdFirst')}
          help={t('settings.holdFirstHelp')}
          choices={choices.map((count) => ({ value: String(count), label: count === 0 ? t('settings.holdNone') : t('settings.holdCount', { count }) }))}
          {...form.field('holdFirst')}
        />
        <TextArea label={t('settings.words')} help={t('settings.wordsHelp')} optional rows={8} {...form.field('watchedWords')} />
      </Form>
    </>
  );
}
