/** A number, date or telephone number of a text. */
export interface Figure {
  readonly value: string;
  readonly at: number;
  /** The same figure written otherwise has one of these, too: `3,5 Mio. €` and `3.500.000 Euro`. */
  readonly meanings: readonly string[];
}

const UNITS = 'mio\\b\\.?|mrd\\b\\.?|tsd\\b\\.?|millionen\\b|million\\b|milliarden?\\b|tausend\\b|€|euro\\b|eur\\b|ct\\b|cent\\b|prozent\\b|%|‰|kwp?\\b|mwp?\\b|[mg]?wh\\b|kwh\\b|m²|m2\\b|m³|m3\\b|qm\\b|ha\\b|km²?|kg\\b|t\\b|tonnen\\b';
const NUMBER = new RegExp(`(?<![\\d.,:/])(?:[€$]\\s?)?\\d{1,30}(?:[.,:/]\\d{1,30}){0,8}(?:[\\s\\u202f]?(?:${UNITS})){0,2}`, 'giu');
const MONTHS = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'];
const MONTH_WORDS = 'jan(?:uar|\\.)?|jänner|feb(?:ruar|\\.)?|märz|maerz|mär\\.?|apr(?:il|\\.)?|mai|juni?\\.?|juli?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|okt(?:ober|\\.)?|nov(?:ember|\\.)?|dez(?:ember|\\.)?';
const DAY = new RegExp(`(?<![\\d.,/])(\\d{1,2})\\.\\s?(?:(\\d{1,2})\\.|(${MONTH_WORDS})(?![\\p{L}]))(?:\\s?(\\d{4}|\\d{2}(?!\\d)))?|(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)`, 'giu');
const PHONE = /(?<![\p{L}\d.,])(?:\+\d{1,3}|0)(?:[\s()/.–-]{0,3}\d){5,14}(?!\d)/gu;

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/mrd|milliarde/, 1e9],
  [/mio|million/, 1e6],
  [/tsd|tausend/, 1e3],
];
const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/€|eur/, 'eur'],
  [/%|prozent/, '%'],
  [/\bct\b|cent/, 'ct'],
  [/qm|m²|m2/, 'm2'],
  [/m³|m3/, 'm3'],
  [/tonnen|\bt\b/, 't'],
];

/** Dates and telephone numbers as wholes, then what other numbers tell something. Works in the length of the text. */
export function figuresIn(text: string): readonly Figure[] {
  const days = [...text.matchAll(DAY)].flatMap((match): readonly Figure[] => dayOf(match));
  const withoutDays = blank(text, days);
  const phones = [...withoutDays.matchAll(PHONE)].map((match): Figure => ({ value: match[0], at: match.index, meanings: [phoneOf(match[0])] }));
  const numbers = [...blank(withoutDays, phones).matchAll(NUMBER)].flatMap((match): readonly Figure[] => {
    const value = match[0].trim();
    return isTelling(value) ? [{ value, at: match.index, meanings: amountsOf(value) }] : [];
  });
  return [...days, ...phones, ...numbers];
}

function dayOf(match: RegExpMatchArray): readonly Figure[] {
  const [value = '', day, number, word, shortYear, isoYear, isoMonth, isoDay] = match;
  const month = Number(number ?? isoMonth ?? monthOf(word ?? ''));
  const dayOfMonth = Number(day ?? isoDay);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return [];
  const given = isoYear ?? shortYear;
  const year = given === undefined ? null : given.length === 2 ? `20${given}` : given;
  const name = `day ${dayOfMonth}.${month}.`;
  // With and without its year it is the same day to those who know which one is meant.
  return [{ value: value.trim(), at: match.index ?? 0, meanings: year === null ? [name] : [`${name}${year}`, name] }];
}

function monthOf(word: string): number {
  const begin = word.toLowerCase().replace('maerz', 'mär').replace('jänner', 'jan').slice(0, 3);
  return MONTHS.indexOf(begin) + 1;
}

/** +49 (0)761 … and 0761 … ring at the same place. */
function phoneOf(value: string): string {
  return `phone ${value.replace(/[^\d+]/g, '').replace(/^\+49(0?)/, '0')}`;
}

/** As an amount in its smallest unit where it is one; with and without the unit, which is often said once for many. */
function amountsOf(value: string): readonly string[] {
  const lower = value.toLowerCase();
  const digits = /\d[\d.,]*/.exec(lower)?.[0].replace(/[.,]+$/, '') ?? '';
  const amount = Number(/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits) ? digits.replaceAll('.', '').replace(',', '.') : digits.replace(',', '.'));
  if (digits === '' || !Number.isFinite(amount) || /[:/]/.test(lower)) return [];
  const factor = FACTORS.find(([pattern]) => pattern.test(lower))?.[1] ?? 1;
  const unit = UNIT_WORDS.find(([pattern]) => pattern.test(lower))?.[1] ?? /[a-z]+²?$/.exec(lower)?.[0] ?? '';
  const whole = Number((amount * factor).toPrecision(12));
  return [`amount ${whole} ${unit}`];
}

/** "Three steps", "1." and nothing at all tell nothing; an amount, a year, a telephone number do. */
function isTelling(figure: string): boolean {
  if (!/[1-9]/.test(figure)) return false;
  return /[^\d\s]/.test(figure.replace(/[.:]$/, '')) || Number(figure.replace(/\D/g, '')) > 12;
}

function blank(text: string, found: readonly Figure[]): string {
  let rest = '';
  let from = 0;
  for (const { value, at } of found.toSorted((left, right) => left.at - right.at)) {
    rest += text.slice(from, at) + ' '.repeat(value.length);
    from = at + value.length;
  }
  return rest + text.slice(from);
}
