import { cleanLine, cleanText, lengthOf } from '#platform/server';
import type { ErrorParams } from '#platform/shared';

export type FieldKind = 'line' | 'text' | 'choice' | 'multiple' | 'phone' | 'state' | 'topics';

/** `coordination`: its owner and coordinators. `spaces`: who shares a space, too. `programme`: every approved member. */
export type Visibility = 'coordination' | 'spaces' | 'programme';

const WIDTH: Readonly<Record<Visibility, number>> = { coordination: 0, spaces: 1, programme: 2 };

/** The narrower of two: what a person chose never goes beyond what the field allows, also where that was tightened later. */
export function narrower(one: Visibility, other: Visibility): Visibility {
  return WIDTH[one] <= WIDTH[other] ? one : other;
}

export function isWider(one: Visibility, other: Visibility): boolean {
  return WIDTH[one] > WIDTH[other];
}

/** Who looks at somebody's field. */
export interface Onlooker {
  readonly isOwner: boolean;
  readonly isCoordinator: boolean;
  readonly isMember: boolean;
  readonly sharesSpace: boolean;
}

export function canSeeField(onlooker: Onlooker, visibility: Visibility): boolean {
  if (onlooker.isOwner || onlooker.isCoordinator) return true;
  if (!onlooker.isMember) return false;
  return visibility === 'programme' || (visibility === 'spaces' && onlooker.sharesSpace);
}

/** ISO 3166-2 without "DE-"; their names are the web's business. */
export const STATES = ['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'] as const;

const LINE_MAX = 200;
const TEXT_MAX = 2000;
const TOPIC_MAX = 60;
const TOPICS_MAX = 20;

interface Wrong {
  readonly reason: string;
  readonly params?: ErrorParams;
}

export type CheckedAnswers = { readonly answers: readonly string[] } | { readonly wrong: Wrong };

const tooLong = (text: string, max: number): Wrong | null => (lengthOf(text) > max ? { reason: 'tooLong', params: { max, length: lengthOf(text) } } : null);

/** Cleans answers and tells what is wrong with them. None at all is fine here: only finishing asks for the required ones. */
export function checkAnswers(kind: FieldKind, choices: readonly string[], given: readonly string[]): CheckedAnswers {
  const answers = given.map((answer) => (kind === 'text' ? cleanText(answer).trim() : cleanLine(answer))).filter((answer) => answer !== '');
  const wrong = problemOf(kind, choices, answers);
  return wrong === null ? { answers: kind === 'topics' ? uniqueTopics(answers) : answers } : { wrong };
}

function problemOf(kind: FieldKind, choices: readonly string[], answers: readonly string[]): Wrong | null {
  const [first = ''] = answers;
  if (kind === 'topics') {
    if (answers.length > TOPICS_MAX) return { reason: 'tooMany', params: { max: TOPICS_MAX } };
    return answers.map((topic) => tooLong(topic, TOPIC_MAX)).find((found) => found !== null) ?? null;
  }
  if (kind === 'multiple') return answers.every((answer) => choices.includes(answer)) ? null : { reason: 'sheet.notAChoice' };
  if (answers.length > 1) return { reason: 'tooMany', params: { max: 1 } };
  if (answers.length === 0) return null;
  switch (kind) {
    case 'line':
      return tooLong(first, LINE_MAX);
    case 'text':
      return tooLong(first, TEXT_MAX);
    case 'phone':
      return /^\+?[\d\s()/.-]{4,40}$/.test(first) ? null : { reason: 'sheet.badPhone' };
    case 'state':
      return STATES.some((state) => state === first) ? null : { reason: 'sheet.notAChoice' };
    case 'choice':
      return choices.includes(first) ? null : { reason: 'sheet.notAChoice' };
  }
}

function uniqueTopics(topics: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return topics.filter((topic) => {
    const key = topic.toLowerCase();
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
