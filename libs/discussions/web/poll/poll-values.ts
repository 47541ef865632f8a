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

/** What is not yet right with a poll, by the part of it: `question`, `option.0`, `closesOn`. */
export type PollErrors = Readonly<Record<string, string>>;

/** A poll does not run longer. */
const LONGEST_MS = 366 * 24 * 3600_000;

/** The sentences for a poll that is not yet whole; none where it is. */
export function usePollCheck(): (poll: PollValues, now?: Date) => PollErrors {
  const t = useTexts(discussionsTexts);
  return ({ question, options, closesOn }, now = new Date()) => ({
    ...(question.trim().length < 3 && { question: t('poll.questionMissing') }),
    ...optionErrors(options, t('poll.optionsMissing'), t('poll.optionTwice')),
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
  const end = Date.parse(`${day}T23:59:59`);
  return end > now.getTime() && end < now.getTime() + LONGEST_MS;
}

const FIELDS: Readonly<Record<string, string>> = { question: 'poll.question', options: 'poll.option.0', closesAt: 'poll.closesOn' };

/** The field of a form for what the server calls a field of a poll; one that no form has for what it has none for. */
export const pollFieldOf = (field: string): string => FIELDS[field.split('.')[0] ?? field] ?? 'elsewhere';
