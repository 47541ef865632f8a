import { IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '#platform/web';
import { Button, Checkbox, Fieldset, IconButton, TextField } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import classes from './poll.module.css';
import { OPTIONS_MAX, type PollValues } from './poll-values.js';

interface PollFieldsProps {
  readonly values: PollValues;
  readonly onChange: (values: PollValues) => void;
  readonly error: string | undefined;
}

/** Asks for a poll: what is asked, what can be chosen, how. */
export function PollFields({ values, onChange, error }: PollFieldsProps) {
  const t = useTexts(discussionsTexts);
  const set = (part: Partial<PollValues>) => onChange({ ...values, ...part });
  const { options } = values;
  return (
    <Fieldset legend={t('poll.title')}>
      {error !== undefined && <p className={classes.error} role="alert">{error}</p>}
      <TextField label={t('poll.question')} name="poll" maxLength={200} value={values.question} onChange={(question) => set({ question })} />
      {options.map((option, position) => (
        // Choices have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={position} className={classes.optionField}>
          <TextField
            label={t('poll.option', { number: position + 1 })}
            maxLength={120}
            value={option}
            optional={position > 1}
            onChange={(text) => set({ options: options.map((other, place) => (place === position ? text : other)) })}
          />
          {options.length > 2 && (
            <IconButton label={t('poll.removeOption', { number: position + 1 })} onClick={() => set({ options: options.filter((_, place) => place !== position) })}>
              <IconX size={20} aria-hidden="true" />
            </IconButton>
          )}
        </div>
      ))}
      {options.length < OPTIONS_MAX && (
        <div>
          <Button size="small" icon={<IconPlus size={18} stroke={1.8} aria-hidden="true" />} onClick={() => set({ options: [...options, ''] })}>{t('poll.addOption')}</Button>
        </div>
      )}
      <Checkbox label={t('poll.multiple')} value={values.isMultiple} onChange={(isMultiple) => set({ isMultiple })} />
      <Checkbox label={t('poll.anonymous')} help={t('poll.anonymousHelp')} value={values.isAnonymous} onChange={(isAnonymous) => set({ isAnonymous })} />
      <TextField label={t('poll.closesOn')} type="date" narrow optional value={values.closesOn} onChange={(closesOn) => set({ closesOn })} />
    </Fieldset>
  );
}
