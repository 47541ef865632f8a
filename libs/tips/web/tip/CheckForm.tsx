import { useMutation } from '@apollo/client/react';
import { graphql, useLocale, useTexts } from '#platform/web';
import { Form, formatTime, RadioGroup, toast, useForm } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';
import { CHECK_MONTHS, noonOf } from './due-day.js';

const CheckTip = graphql(`
  mutation CheckTip($input: CheckTipInput!) {
    checkTip(input: $input) { id checkedAt checkDueOn isOverdue openNoteCount checkedBy { accountId name } }
  }
`);

type Term = 'usual' | '6' | '12' | '24';

/** Still right; and when somebody shall look again. */
export function CheckForm({ tipId, onDone }: { readonly tipId: string; readonly onDone: () => void }) {
  const t = useTexts(tipsTexts);
  const { locale } = useLocale();
  const [check] = useMutation(CheckTip);
  const form = useForm({
    initial: { term: 'usual' as Term },
    check: () => ({}),
    submit: async ({ term }) => {
      const { data } = await check({ variables: { input: { tipId, ...(term !== 'usual' && { nextInMonths: Number(term) }) } } });
      const due = data?.checkTip.checkDueOn ?? null;
      toast(t('tip.checkDone', { date: due === null ? '' : formatTime(noonOf(due), 'date', locale) }));
      onDone();
    },
    texts: tipsTexts,
  });
  return (
    <Form form={form} submitLabel={t('tip.check')}>
      <RadioGroup
        label={t('tip.checkAgain')}
        choices={[
          { value: 'usual' as Term, label: t('tip.checkUsual') },
          ...CHECK_MONTHS.map((months) => ({ value: String(months) as Term, label: t('tip.checkIn', { count: months }) })),
        ]}
        {...form.field('term')}
      />
    </Form>
  );
}
