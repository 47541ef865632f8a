import { uuidv7 } from '#platform/shared';
import { useErrorTexts, useTexts } from '#platform/web';
import { endOfBerlinDay, lengthOf } from '#ui/web';
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
export const QUESTION_MAX = 200;
export const OPTION_MAX = 120;

const named = (name: string, sentence: string | undefined): PollErrors => (sentence === undefined ? {} : { [name]: sentence });

export const emptyPoll = (): PollValues => ({ id: uuidv7(), question: '', options: ['', ''], isMultiple: false, isAnonymous: true, closesOn: '' });

const given = (options: readonly string[]) => [...new Set(options.map((option) => option.trim()).filter((option) => option !== ''))];

export function pollInput({ id, question, options, isMultiple, isAnonymous, closesOn }: PollValues) {
  return { id, question, options: given(options), isMultiple, isAnonymous, ...(closesOn !== '' && { closesAt: endOfBerlinDay(closesOn).toISOString() }) };
}

/** What is not yet right with a poll, by the part of it: `question`, `option.0`, `closesOn`. */
export type PollErrors = Readonly<Record<string, string>>;

/** A poll does not run longer. */
const LONGEST_MS = 366 * 24 * 3600_000;

/** The sentences for a poll that is not yet whole; none where it is. */
export function usePollCheck(): (poll: PollValues, now?: Date) => PollErrors {
  const t = useTexts(discussionsTexts);
  const errors = useErrorTexts(discussionsTexts);
  const tooLong = (text: string, max: number) => (lengthOf(text.trim()) > max ? errors.reason('tooLong', { max }, 'BAD_USER_INPUT') : undefined);
  return ({ question, options, closesOn }, now = new Date()) => ({
    ...(question.trim().length < 3 ? { question: t('poll.questionMissing') } : named('question', tooLong(question, QUESTION_MAX))),
    ...optionErrors(options, t('poll.optionsMissing'), t('poll.optionTwice')),
    ...Object.assign({}, ...options.map((option, place) => named(`option.${place}`, tooLong(option, OPTION_MAX)))),
    ...(closesOn !== '' && !isPossibleEnd(closesOn, now) && { closesOn: t('errors.discussion.badPollEnd') }),
  });
}

/** Where the first of two alike stands nothing is wrong; too few are said where the next would be written. */
function optionErrors(options: readonly string[], tooFew: string, twice: string): PollErrors {
  const words = options.map((option) => option.trim());
  const repeated = words.flatMap((option, place) => (option !== '' && words.indexOf(option) < place ? [[`option.${place}`, twice] as const] : []));
  if (repeated.length > 0 || given(options).length >= 2) return Object.fromEntries(repeated);
  return { [`option.${Math.max(0, words.indexOf(''))}`]: tooFew };
}

function isPossibleEnd(day: string, now: Date): boolean {
  const end = endOfBerlinDay(day).getTime();
  return end > now.getTime() && end < now.getTime() + LONGEST_MS;
}

const FIELDS: Readonly<Record<string, string>> = { question: 'poll.question', options: 'poll.option.0', closesAt: 'poll.closesOn' };

/** The field of a form for what the server calls a field of a poll; one that no form has for what it has none for. */
export const pollFieldOf = (field: string): string => FIELDS[field.split('.')[0] ?? field] ?? 'elsewhere';
