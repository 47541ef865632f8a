import { IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '#platform/web';
import { Button, Checkbox, Fieldset, IconButton, TextField } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import classes from './poll.module.css';
import { OPTION_MAX, OPTIONS_MAX, QUESTION_MAX, type PollErrors, type PollValues } from './poll-values.js';

interface PollFieldsProps {
  readonly values: PollValues;
  /** @param touched the parts whose errors are answered by it. */
  readonly onChange: (values: PollValues, touched: readonly string[]) => void;
  /** In its form the poll’s parts are called `poll.question` … */
  readonly errors: PollErrors;
}

/** Asks for a poll: what is asked, what can be chosen, how. */
export function PollFields({ values, onChange, errors }: PollFieldsProps) {
  const t = useTexts(discussionsTexts);
  const { options } = values;
  const allOptions = options.map((_, place) => `option.${place}`);
  const set = (part: Partial<PollValues>, ...touched: readonly string[]) => onChange({ ...values, ...part }, touched);
  const bind = (name: string) => ({ name: `poll.${name}`, ...(errors[name] !== undefined && { error: errors[name] }) });
  return (
    <Fieldset legend={t('poll.title')}>
      <TextField label={t('poll.question')} maxLength={QUESTION_MAX} value={values.question} onChange={(question) => set({ question }, 'question')} {...bind('question')} />
      {options.map((option, position) => (
        // Choices have no identity but their place.
        <div key={position} className={classes.optionField}>
          <TextField
            label={t('poll.option', { number: position + 1 })}
            maxLength={OPTION_MAX}
            value={option}
            optional={position > 1}
            // Which of them is missing or said twice is another question once one has changed.
            onChange={(text) => set({ options: options.map((other, place) => (place === position ? text : other)) }, ...allOptions)}
            {...bind(`option.${position}`)}
          />
          {options.length > 2 && (
            <IconButton label={t('poll.removeOption', { number: position + 1 })} onClick={() => set({ options: options.filter((_, place) => place !== position) }, ...allOptions)}>
              <IconX size={20} aria-hidden="true" />
            </IconButton>
          )}
        </div>
      ))}
      {options.length < OPTIONS_MAX && (
        <div>
          <Button size="small" icon={<IconPlus size={18} stroke={1.8} aria-hidden="true" />} onClick={() => set({ options: [...options, ''] }, ...allOptions)}>{t('poll.addOption')}</Button>
        </div>
      )}
      <Checkbox label={t('poll.multiple')} value={values.isMultiple} onChange={(isMultiple) => set({ isMultiple })} />
      <Checkbox label={t('poll.anonymous')} help={t('poll.anonymousHelp')} value={values.isAnonymous} onChange={(isAnonymous) => set({ isAnonymous })} />
      <TextField label={t('poll.closesOn')} type="date" narrow optional value={values.closesOn} onChange={(closesOn) => set({ closesOn }, 'closesOn')} {...bind('closesOn')} />
    </Fieldset>
  );
}

/** The errors of a form in which the poll stands under `poll`, and the way back. */
export const pollErrorsIn = (errors: Readonly<Record<string, string | undefined>>): PollErrors =>
  Object.fromEntries(Object.entries(errors).flatMap(([name, sentence]) => (name.startsWith('poll.') && sentence !== undefined ? [[name.slice('poll.'.length), sentence]] : [])));

export const inPoll = (errors: PollErrors): Readonly<Record<`poll.${string}`, string>> => Object.fromEntries(Object.entries(errors).map(([name, sentence]) => [`poll.${name}`, sentence]));
