import { Analyser, type AnalysedToken } from '../analyser/analyser.js';
import { fold } from '../analyser/folding.js';
import { lexemeOf } from '../analyser/lexeme.js';
import { seedFrequency } from '../analyser/seed-vocabulary.js';
import { isLastWordOpen } from '../query/query-syntax.js';

/**
 * What titles of all sorts of questions have in common: these words say that somebody asks, thanks or looks for something,
 * not what about. Search takes them like any other word; beside a title that is being typed they would bring up anything.
 */
const ASKING = `
frage fragen gefragt anfrage nachfrage antwort antworten hilfe hilfen helfen hilft geholfen unterstützung unterstützen tipp tipps
idee ideen erfahrung erfahrungen erfahren beispiel beispiele hinweis hinweise empfehlung empfehlungen empfehlen empfehlt meinung
meinungen austausch austauschen problem probleme schwierigkeit schwierigkeiten thema themen sache sachen ding dinge
suche suchen sucht gesucht finden findet gefunden kennen kennt bekannt wissen weiß wüsste brauchen braucht brauche benötigen benötigt
machen macht mache gemacht tun tut getan gehen geht ging läuft laufen klappt klappen schaffen schafft geschafft nutzen nutzt genutzt
benutzen verwenden verwendet kommen kommt gekommen lassen lässt stellen stellt halten haltet haltung geben nehmen nimmt genommen bringen bringt
sagen sagt meinen meint denken denkt haltet umgehen umgang handhaben handhabt lösen löst gelöst lösung lösungen
jemand jemanden niemand wer's euerer leute kollege kollegin kollegen kolleginnen
kosten kostet planen plant geplant plane erste ersten erster erstes zuerst anfangen anfang
bitte danke dank hallo moin servus guten liebe lieber gerne gern dringend eilig kurz kurze schnell schnelle
gut gute guter gutes besser beste besten neu neue neuer neues neuen wichtig wichtige richtig klein kurzfristig
tag tage tagen woche wochen monat monate jahr jahre zeit heute morgen gestern aktuell aktuelle derzeit zurzeit bisher
zusammen gemeinsam vielleicht eventuell überhaupt bloß denn mal noch wirklich lang lange
anybody anyone somebody someone help question questions experience experiences looking does know have has had can could would
`;
const ASKING_LEXEMES: ReadonlySet<string> = new Set(ASKING.trim().split(/\s+/).map((word) => lexemeOf(fold(word))));

/** Asked at typing pace: longer texts are compared by their beginning … */
const LONGEST_TEXT = 4000;
/** … and with so many words of a title; what it is about stands in fewer. */
export const MOST_ASKED = 12;
/** A stretch of a text that speaks of one thing. */
const PASSAGE_WORDS = 40;
/** A shorter piece inside a longer word is mostly chance. */
const SHORTEST_PIECE = 4;
const SHORTEST_OPEN = 3;
/** A piece of a compound says half of it. */
const PIECE = 0.5;

/** So much of the question has to stand in a title … */
const TITLE_SHARE = 0.33;
/** … or so much in the title and one passage together. */
const PASSAGE_SHARE = 0.66;
/** A single word that is mentioned in passing is not what a text is about. */
const MENTIONS = 3;

/** Splits compounds by the seed vocabulary alone, as highlighting does. */
const analyser = new Analyser(seedFrequency);

interface AskedWord {
  readonly token: AnalysedToken;
  readonly synonyms: ReadonlySet<string>;
  /** Still being typed. */
  readonly isOpen: boolean;
}

/** What a title asks about, without how it asks. */
export interface Asked {
  readonly words: readonly AskedWord[];
  /** The words as a question to search; ends with a blank unless the last word is still being typed. */
  readonly text: string;
}

export interface Likeness {
  /** Greater is more alike; only for comparing. */
  readonly score: number;
  readonly isLike: boolean;
}

/** The words of a title that carry its content, each once. */
export function askedIn(title: string, synonyms: readonly (readonly string[])[] = []): Asked {
  const lists = synonyms.map((words) => words.map((word) => lexemeOf(fold(word))));
  const seen = new Set<string>();
  const tokens = analyser.analyse(title).filter((token) => {
    if (token.kind === 'joined' || token.kind === 'number' || token.kind === 'date') return false;
    if (ASKING_LEXEMES.has(token.lexeme) || seen.has(token.lexeme)) return false;
    seen.add(token.lexeme);
    return true;
  }).slice(0, MOST_ASKED);
  const openFrom = isLastWordOpen(title) ? title.length : Number.POSITIVE_INFINITY;
  const words = tokens.map((token) => ({
    token,
    synonyms: new Set(lists.filter((list) => list.includes(token.lexeme)).flat()),
    isOpen: token.end >= openFrom,
  }));
  const text = tokens.map(({ start, end }) => title.slice(start, end)).join(' ');
  return { words, text: words.at(-1)?.isOpen === true ? text : `${text} ` };
}

/** How much a thing with this title and text is about what is asked: by the words of content, those in its title first. */
export function likenessTo({ words: asked }: Asked, thing: { readonly title: string; readonly text: string }): Likeness {
  const comparison = new Comparison(asked);
  const inTitle = comparison.best(analyser.analyse(thing.title));
  const text = analyser.analyse(thing.text.slice(0, LONGEST_TEXT));
  const inPassage = comparison.bestPassage(text);
  // The word that is still being typed counts once it leads somewhere.
  const counted = asked.map((_word, index) => index).filter((index) => !asked[index]?.isOpen || inTitle[index] !== 0 || inPassage[index] !== 0);
  const sum = (values: (index: number) => number): number => counted.reduce((total, index) => total + values(index), 0);
  const count = Math.max(1, counted.length);
  const title = sum((index) => inTitle[index] ?? 0);
  const passage = sum((index) => inPassage[index] ?? 0);
  const either = sum((index) => Math.max(inTitle[index] ?? 0, inPassage[index] ?? 0));
  const isLike =
    (title >= 1 && title / count >= TITLE_SHARE) ||
    (either >= 2 && either / count >= PASSAGE_SHARE) ||
    (count === 1 && either >= 1 && comparison.mentions(text) >= MENTIONS);
  return { score: (title + passage / 2) / count, isLike };
}

interface Agreement {
  /** Of the word asked. */
  readonly index: number;
  readonly value: number;
}

/** The words asked beside those of one thing; a word that comes again is not compared again. */
class Comparison {
  /** Places in the question by what means the same there: most agreement needs no look at pieces. */
  private readonly exact = new Map<string, Set<number>>();
  private readonly known = new Map<string, readonly Agreement[]>();

  constructor(private readonly asked: readonly AskedWord[]) {
    for (const [index, { token, synonyms }] of asked.entries()) {
      for (const lexeme of [token.lexeme, ...(token.kin === null ? [] : [token.kin]), ...synonyms]) {
        const places = this.exact.get(lexeme);
        if (places === undefined) this.exact.set(lexeme, new Set([index]));
        else places.add(index);
      }
    }
  }

  best(tokens: readonly AnalysedToken[]): readonly number[] {
    const values = this.asked.map(() => 0);
    for (const { index, value } of tokens.flatMap((token) => this.with(token))) values[index] = Math.max(values[index] ?? 0, value);
    return values;
  }

  /** What the stretch of a text says that says most of what is asked. */
  bestPassage(tokens: readonly AnalysedToken[]): readonly number[] {
    const places = tokens.flatMap((token) => this.with(token).map((agreed) => ({ ...agreed, position: token.position })));
    let best: readonly number[] = this.asked.map(() => 0);
    let most = 0;
    places.forEach((place, first) => {
      const values = this.asked.map(() => 0);
      for (let next = first, at = places[next]; at !== undefined && at.position - place.position <= PASSAGE_WORDS; at = places[++next]) values[at.index] = Math.max(values[at.index] ?? 0, at.value);
      const sum = values.reduce((total, value) => total + value, 0);
      if (sum > most) [best, most] = [values, sum];
    });
    return best;
  }

  mentions(tokens: readonly AnalysedToken[]): number {
    return tokens.filter((token) => this.with(token).some(({ value }) => value === 1)).length;
  }

  private with(token: AnalysedToken): readonly Agreement[] {
    const key = `${token.kind} ${token.word}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const exact = this.exact.get(token.lexeme);
    const agreed = this.asked.flatMap((word, index) => {
      const value = exact?.has(index) === true ? 1 : agreement(word, token);
      return value === 0 ? [] : [{ index, value }];
    });
    this.known.set(key, agreed);
    return agreed;
  }
}

/** Of words that do not mean the same by their stems: 1 for one of the same kin, a half where one is a piece of the other, else 0. */
function agreement({ token: asked, isOpen }: AskedWord, token: AnalysedToken): number {
  if (token.kin !== null && (token.kin === asked.kin || token.kin === asked.lexeme)) return 1;
  if (isOpen && asked.word.length >= SHORTEST_OPEN && token.word.startsWith(asked.word)) return 1;
  return isPiece(asked, token) || isPiece(token, asked) || asked.parts.some(({ lexeme }) => token.parts.some((part) => part.lexeme === lexeme)) ? PIECE : 0;
}

function isPiece(piece: AnalysedToken, whole: AnalysedToken): boolean {
  if (whole.parts.some(({ lexeme, kin }) => lexeme === piece.lexeme || kin === piece.lexeme)) return true;
  const { lexeme } = piece;
  return lexeme.length >= SHORTEST_PIECE && whole.word.length > lexeme.length + 2 && (whole.word.startsWith(lexeme) || whole.lexeme.endsWith(lexeme));
}
