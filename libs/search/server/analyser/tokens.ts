/** A word as it stands in a text, before folding. */
export interface Token {
  /** Without gender signs, marks of thousands and the like; case kept. */
  readonly text: string;
  /** Offsets into the text that was given, for highlighting. */
  readonly start: number;
  readonly end: number;
  /** Counts words from 1, function words too, so that phrases keep their distances. */
  readonly position: number;
  /**
   * `person`: written with a gender sign, `text` is the masculine or common form.
   * `joined`: a second reading of hyphenated words as one word, at the position of the first.
   * `date`: an ISO day, at the position where the written date starts.
   */
  readonly kind: 'word' | 'person' | 'joined' | 'number' | 'date';
}

/** Longer "words" are encoded data, not language. */
const LONGEST_WORD = 60;

const CHUNK =
  /§+|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:\/-|\((?=innen\)|in\))|[-\u00AD\u2010\u2011'’.,_:*·/])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*\)?/gu;
/** Most chunks are one word of one script's letters and need no closer look. */
const PLAIN_WORD = /^[A-Za-zÄÖÜäöüß]+$/;
const PIECE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const GENDER_SIGN = /^(?:[*:_·(/]|\/-)$/;
/** Only these signs make "jede*r" one word: a slash is far more often an "or". */
const NARROW_GENDER_SIGN = /^(?:[*:_·]|\/-)$/;
const MONTHS = ['januar', 'februar', 'märz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember'];

/** Cuts a text into words. Never throws, linear in the length of the text. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  for (const match of text.matchAll(CHUNK)) {
    if (match[0].startsWith('§')) {
      tokens.push({ text: 'paragraf', start: match.index, end: match.index + match[0].length, position: ++position, kind: 'word' });
      continue;
    }
    const [text] = match;
    if (PLAIN_WORD.test(text)) {
      if (text.length <= LONGEST_WORD) tokens.push({ text, start: match.index, end: match.index + text.length, position: ++position, kind: 'word' });
      continue;
    }
    const chunk = readChunk(text, match.index, position);
    tokens.push(...chunk.tokens);
    position = chunk.lastPosition;
  }
  return withWrittenDates(tokens);
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The sign before it inside the chunk. */
  readonly sign: string;
}

function readChunk(chunk: string, offset: number, before: number): { readonly tokens: Token[]; readonly lastPosition: number } {
  const whole = { start: offset, end: offset + chunk.length };
  const numeric = readNumeric(chunk);
  if (numeric) {
    const kind = numeric.kind;
    const parts = kind === 'date' ? [numeric.text, numeric.text.slice(0, 4)] : [numeric.text];
    const tokens = parts.map((text, index): Token => ({ text, ...whole, position: before + 1, kind: index === 0 ? kind : 'number' }));
    return { tokens, lastPosition: before + 1 };
  }
  const words = withoutGenderSigns(piecesOf(chunk, offset));
  const tokens: Token[] = [];
  let position = before;
  for (const word of words) {
    if (word.text.length <= LONGEST_WORD) tokens.push({ ...word.token, position: ++position, kind: word.isPerson ? 'person' : 'word' });
  }
  tokens.push(...joinedReadings(words, before + 1));
  return { tokens, lastPosition: position };
}

function piecesOf(chunk: string, offset: number): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of chunk.matchAll(PIECE)) {
    // A soft hyphen is no part of the word.
    const sign = chunk.slice(end, match.index);
    end = match.index + match[0].length;
    const last = pieces.at(-1);
    if (last && sign === '\u00AD') {
      pieces[pieces.length - 1] = { ...last, text: last.text + match[0], end: offset + end };
    } else {
      pieces.push({ text: match[0], start: offset + match.index, end: offset + end, sign });
    }
  }
  return pieces;
}

interface Word {
  readonly text: string;
  readonly sign: string;
  readonly isPerson: boolean;
  readonly token: { readonly text: string; readonly start: number; readonly end: number };
}

/** Lehrer:innen, Lehrer*in, Lehrer/-innen, Lehrer(innen), jede*r, Helfer*innenliste. */
function withoutGenderSigns(pieces: readonly Piece[]): Word[] {
  const words: Word[] = [];
  for (const piece of pieces) {
    const last = words.at(-1);
    const lower = piece.text.toLowerCase();
    const isFeminineEnding = last !== undefined && GENDER_SIGN.test(piece.sign) && /^in(?:nen.*)?$/.test(lower);
    const isOtherEnding = last !== undefined && NARROW_GENDER_SIGN.test(piece.sign) && /^(?:r|n|m|s|e|er|en|em|es)$/.test(lower);
    if (last && (isFeminineEnding || isOtherEnding)) {
      const rest = isFeminineEnding && lower.length > 5 ? lower.slice(5) : '';
      const text = last.text + rest;
      words[words.length - 1] = { text, sign: last.sign, isPerson: rest === '', token: { text, start: last.token.start, end: piece.end } };
    } else {
      words.push({ text: piece.text, sign: piece.sign, isPerson: false, token: { text: piece.text, start: piece.start, end: piece.end } });
    }
  }
  return words;
}

/** E-Mail-Verteiler is also Email, Mailverteiler and Emailverteiler. */
function joinedReadings(words: readonly Word[], firstPosition: number): Token[] {
  const runs: Word[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    if (run && /^[-\u2010\u2011]$/.test(word.sign)) run.push(word);
    else runs.push([word]);
  }
  const readings: Token[] = [];
  let position = firstPosition;
  for (const run of runs) {
    for (let from = 0; from < run.length && run.length <= 5; from++) {
      for (let to = from + 2; to <= run.length; to++) {
        const [first, last] = [run[from], run[to - 1]];
        const text = run.slice(from, to).map((word) => word.text).join('');
        if (!first || !last || text.length > LONGEST_WORD || /^\d+$/.test(text)) continue;
        readings.push({ text, start: first.token.start, end: last.token.end, position: position + from, kind: 'joined' });
      }
    }
    position += run.length;
  }
  return readings;
}

function readNumeric(chunk: string): { readonly text: string; readonly kind: 'number' | 'date' } | null {
  if (!/^\d/.test(chunk)) return null;
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(chunk);
  if (german) return isoDay(german[3], german[2], german[1]);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(chunk);
  if (iso) return isoDay(iso[1], iso[2], iso[3]);
  if (/^\d{1,3}(?:[.’']\d{3})+$/.test(chunk)) return { text: chunk.replace(/\D/g, ''), kind: 'number' };
  if (/^\d+,\d+$/.test(chunk)) return { text: chunk, kind: 'number' };
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(chunk)) return { text: chunk.replace(/\./g, ''), kind: 'number' };
  return null;
}

function isoDay(year = '', month = '', day = ''): { readonly text: string; readonly kind: 'date' } {
  return { text: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, kind: 'date' };
}

/** "24. Dezember 2024" gets the same day as "24.12.2024", beside its three words. */
function withWrittenDates(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  tokens.forEach((day, index) => {
    result.push(day);
    const [month, year] = [tokens[index + 1], tokens[index + 2]];
    if (!month || !year || !/^\d{1,2}$/.test(day.text) || !/^\d{4}$/.test(year.text)) return;
    const monthNumber = MONTHS.indexOf(month.text.toLowerCase()) + 1;
    if (monthNumber === 0) return;
    const written = isoDay(year.text, String(monthNumber), day.text).text;
    result.push({ text: written, start: day.start, end: year.end, position: day.position, kind: 'date' });
  });
  return result;
}
