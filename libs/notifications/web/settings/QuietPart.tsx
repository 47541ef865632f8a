import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, readFragment, useErrorTexts, useTexts, type FragmentOf } from '#platform/web';
import { Button, Form, Section, TextField, toast, useForm } from '#ui/web';
import { notificationsTexts } from '../notifications-texts.js';
import { minutesOf, timeOf } from './minutes.js';
import classes from './settings.module.css';

export const QuietFragment = graphql(`
  fragment QuietPart on NoticePreferences {
    quietHours { from to }
  }
`);
const SetQuietHours = graphql(
  `
    mutation SetQuietHours($input: SetQuietHoursInput!) {
      setQuietHours(input: $input) { ...QuietPart }
    }
  `,
  [QuietFragment],
);

/** What most people mean by night; only a proposal. */
const NIGHT = { from: '20:00', to: '07:00' } as const;

/** A span of each day without mail. */
export function QuietPart({ preferences: masked }: { readonly preferences: FragmentOf<typeof QuietFragment> }) {
  const t = useTexts(notificationsTexts);
  const errors = useErrorTexts(notificationsTexts);
  const { quietHours } = readFragment(QuietFragment, masked);
  const [set] = useMutation(SetQuietHours);
  const [isEnding, setEnding] = useState(false);
  const form = useForm({
    initial: quietHours === null ? NIGHT : { from: timeOf(quietHours.from), to: timeOf(quietHours.to) },
    check: ({ from, to }): { from?: string; to?: string } => ({
      ...(minutesOf(from) === null && { from: t('quiet.missing') }),
      ...(minutesOf(to) === null ? { to: t('quiet.missing') } : from === to && { to: t('errors.notices.quietAllDay') }),
    }),
    submit: async ({ from, to }) => {
      await set({ variables: { input: { from: minutesOf(from), to: minutesOf(to) } } });
      toast(t('quiet.saved'));
    },
    texts: notificationsTexts,
  });
  const end = async () => {
    setEnding(true);
    try {
      await set({ variables: { input: {} } });
      toast(t('quiet.ended'));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    } finally {
      setEnding(false);
    }
  };
  return (
    <Section title={t('quiet.title')} note={t(quietHours === null ? 'quiet.off' : 'quiet.on')}>
      <p>{t('quiet.text')}</p>
      <Form
        form={form}
        submitLabel={t(quietHours === null ? 'quiet.begin' : 'save')}
        submitKind="secondary"
        actions={quietHours !== null && <Button kind="quiet" busy={isEnding} onClick={() => void end()}>{t('quiet.end')}</Button>}
      >
        <div className={classes.pair}>
          <TextField label={t('quiet.from')} type="time" narrow {...form.field('from')} />
          <TextField label={t('quiet.to')} type="time" narrow {...form.field('to')} />
        </div>
      </Form>
    </Section>
  );
}
