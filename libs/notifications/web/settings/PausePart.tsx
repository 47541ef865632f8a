import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, readFragment, useErrorTexts, useLocale, useTexts, type FragmentOf } from '#platform/web';
import { Alert, Button, Form, formatTime, Section, TextField, toast, useForm } from '#ui/web';
import { notificationsTexts } from '../notifications-texts.js';

export const PauseFragment = graphql(`
  fragment PausePart on NoticePreferences {
    pausedThrough
  }
`);
const SetHolidayPause = graphql(
  `
    mutation SetHolidayPause($input: SetHolidayPauseInput!) {
      setHolidayPause(input: $input) { ...PausePart }
    }
  `,
  [PauseFragment],
);

/** A day of the calendar as a moment of that very day in Germany. */
const noonOf = (day: string): string => `${day}T11:00:00Z`;

/** No mail up to and including a day. */
export function PausePart({ preferences: masked }: { readonly preferences: FragmentOf<typeof PauseFragment> }) {
  const t = useTexts(notificationsTexts);
  const errors = useErrorTexts(notificationsTexts);
  const { locale } = useLocale();
  const { pausedThrough } = readFragment(PauseFragment, masked);
  const [set] = useMutation(SetHolidayPause);
  const [isEnding, setEnding] = useState(false);
  const form = useForm({
    initial: { through: pausedThrough ?? '' },
    check: ({ through }): { through?: string } => (through === '' ? { through: t('pause.missing') } : {}),
    submit: async ({ through }) => {
      await set({ variables: { input: { through } } });
      toast(t('pause.saved'));
    },
    texts: notificationsTexts,
  });
  const end = async () => {
    setEnding(true);
    try {
      await set({ variables: { input: {} } });
      form.reset({ through: '' });
      toast(t('pause.ended'));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    } finally {
      setEnding(false);
    }
  };
  return (
    <Section title={t('pause.title')}>
      <p>{t('pause.text')}</p>
      {pausedThrough !== null && (
        <Alert action={<div><Button size="small" busy={isEnding} onClick={() => void end()}>{t('pause.end')}</Button></div>}>
          {t('pause.running', { day: formatTime(noonOf(pausedThrough), 'date', locale) })}
        </Alert>
      )}
      <Form form={form} submitLabel={t(pausedThrough === null ? 'pause.begin' : 'save')} submitKind="secondary">
        <TextField label={t('pause.through')} help={t('pause.throughHelp')} type="date" narrow {...form.field('through')} />
      </Form>
    </Section>
  );
}
