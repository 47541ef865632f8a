import { useMutation } from '@apollo/client/react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Form, Section, Select, toast, useForm } from '#ui/web';
import { notificationsTexts } from '../notifications-texts.js';
import classes from './settings.module.css';

export const SummaryFragment = graphql(`
  fragment SummaryPart on NoticePreferences {
    digestHour
    digestWeekday
  }
`);
const SetDigestTime = graphql(
  `
    mutation SetDigestTime($input: SetDigestTimeInput!) {
      setDigestTime(input: $input) { ...SummaryPart }
    }
  `,
  [SummaryFragment],
);

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** When the summaries of the day and of the week come. */
export function SummaryPart({ preferences: masked }: { readonly preferences: FragmentOf<typeof SummaryFragment> }) {
  const t = useTexts(notificationsTexts);
  const { digestHour, digestWeekday } = readFragment(SummaryFragment, masked);
  const [set] = useMutation(SetDigestTime);
  const form = useForm({
    initial: { hour: String(digestHour), weekday: String(digestWeekday) },
    submit: async ({ hour, weekday }) => {
      await set({ variables: { input: { hour: Number(hour), weekday: Number(weekday) } } });
      toast(t('summary.saved'));
    },
    texts: notificationsTexts,
  });
  return (
    <Section title={t('summary.title')}>
      <p>{t('summary.text')}</p>
      <Form form={form} submitLabel={t('save')} submitKind="secondary">
        <div className={classes.pair}>
          <Select label={t('summary.hour')} choices={HOURS.map((value) => ({ value, label: t('summary.hourChoice', { hour: value.padStart(2, '0') }) }))} {...form.field('hour')} />
          <Select label={t('summary.weekday')} choices={WEEKDAYS.map((value) => ({ value, label: t(`weekday.${value}`) }))} {...form.field('weekday')} />
        </div>
      </Form>
    </Section>
  );
}
