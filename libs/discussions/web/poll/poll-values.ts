import { uuidv7 } from '#platform/shared';
import { useTexts } from '#platform/web';
import { discussionsTexts } from '../discussions-texts.js';

/** A poll that is being written. */
export interface PollValues {
  readonly id: string;
  readonly question: string;
  readonly options: readonly string[];
  readonly isMultiple: boolean;
  readonly isAnonymous: boolean;
  /** A day as the browser's field gives it; empty: until somebody ends it. */
  readonly closesOn: string;
}

export const OPTIONS_MAX = 12;

export const emptyPoll = (): PollValues => ({ id: uuidv7(), question: '', options: ['', ''], isMultiple: false, isAnonymous: true, closesOn: '' });

const given = (options: readonly string[]) => [...new Set(options.map((option) => option.trim()).filter((option) => option !== ''))];

/** The end of a day where the writer is. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString();

export function pollInput({ id, question, options, isMultiple, isAnonymous, closesOn }: PollValues) {
  return { id, question, options: given(options), isMultiple, isAnonymous, ...(closesOn !== '' && { closesAt: endOfDay(closesOn) }) };
}

/** The sentence for a poll that is not yet whole; undefined where it is. */
export function usePollCheck(): (poll: PollValues) => string | undefined {
  const t = useTexts(discussionsTexts);
  return ({ question, options }) => {
    if (question.trim().length < 3) return t('poll.questionMissing');
    if (given(options).length < 2) return t('poll.optionsMissing');
    return undefined;
  };
}
