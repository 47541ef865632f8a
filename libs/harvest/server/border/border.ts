import { createHash } from 'node:crypto';
import { figuresIn } from './figures.js';
import { heardIn, type Heard, type HeardPiece } from './heard.js';
import { FILE, links, MAIL, OWN_LINK, partsOfName, partsOfPlace, saidNames, withoutAddresses, type CrossingKind, type Found } from './suspicions.js';
import { folded, NamesInText, rawWordsIn, stemsOf, wordsIn } from './words.js';

/** Something of a closed space that a text would carry out of it. */
export interface Crossing {
  /** Names it whatever else changes in the text: kind and value. */
  readonly key: string;
  readonly kind: CrossingKind;
  /** As it stands in the text. */
  readonly value: string;
  /** The words around it. */
  readonly excerpt: string;
}

/** Who and what lies behind the border. */
export interface Circle {
  /** Of its people. */
  readonly people: readonly string[];
  /** Of the spaces themselves. */
  readonly spaces: readonly string[];
  /** Municipalities and organisations of its people. */
  readonly places: readonly string[];
}

const AROUND = 45;
/** With the marks and addresses that are left out of it. */
const AROUND_MARKED = 300;
/** So many different things are looked for; what a text holds beyond is asked about unseen, so that looking has an end. */
const MOST_LOOKED_FOR = 2000;
/** So many new things are looked for in what is kept in mind; more are found faster by reading all of it once more. */
const MOST_NEW = 40;
/** So many words of a discussion are kept in mind while it is read. */
const MOST_HEARD = 50_000;
/** Longer keys end in a fingerprint of the whole value: two addresses that begin alike are two decisions. */
const KEY_MAX = 300;

/** How something is looked for behind the border. */
type Look = 'asWritten' | 'anywhere' | 'words' | 'figure';

interface Suspect extends Found {
  readonly key: string;
  /** Null: it crosses whatever was said there. */
  readonly look: Look | null;
  readonly wanted: readonly string[];
}

/**
 * What a text would carry out of a space: only what also lies behind the border, so that an author's own figures and
 * places are not asked about. It errs to the side of asking; what it cannot know are meanings, and paraphrases of them.
 * What was written there is looked through piece by piece: a long discussion need not be in memory at once.
 */
export class BorderSearch {
  private readonly suspects: readonly Suspect[];
  private readonly lookedFor: readonly Suspect[];
  private readonly missing = new Map<string, Suspect>();
  /** Of people and places behind the border, with what they are. */
  private readonly names = new Map<string, CrossingKind>();
  private readonly stems: ReadonlySet<string>;
  /** A discussion of thousands of posts says the same words again and again: each is taken apart once. */
  private readonly heard = new Map<string, readonly string[]>();
  private readonly wantedStems: ReadonlySet<string>;
  private readonly foreign = new Set<string>();

  constructor(
    private readonly text: string,
    circle: Circle,
  ) {
    this.suspects = suspectsOf(text);
    this.stems = new Set(wordsIn(text).flatMap(({ folded: word }) => stemsOf(word)));
    this.lookedFor = this.suspects.filter(({ look }) => look !== null).slice(0, MOST_LOOKED_FOR);
    for (const suspect of this.lookedFor) this.missing.set(suspect.key, suspect);
    this.wantedStems = new Set([...this.missing.values()].flatMap(({ look, wanted }) => (look === 'words' ? wanted.flatMap(stemsOf) : [])));
    for (const name of circle.spaces) this.names.set(name, 'name');
    for (const name of circle.places.flatMap(partsOfPlace)) this.names.set(name, 'place');
    for (const name of circle.people.flatMap(partsOfName)) this.names.set(name, 'name');
  }

  /**
   * @param piece titles, Markdown of posts; nothing is found that begins in one piece and ends in the next.
   * @param heard the same piece, where it was taken apart already.
   */
  look(piece: string, heard: HeardPiece = heardIn(piece)): void {
    for (const { kind, value } of heard.names) {
      if (this.names.has(value) || this.foreign.has(value)) continue;
      // What the text has no word of need not be kept in mind.
      const isOurs = stemsOf(folded(value).split(/[^\p{L}\p{N}]+/u)[0] ?? '').some((stem) => this.stems.has(stem));
      if (isOurs) this.names.set(value, kind);
      else if (this.foreign.size < MOST_HEARD) this.foreign.add(value);
    }
    if (this.missing.size === 0) return;
    // Most of a long discussion comes after the last word, or the last figure, that was looked for.
    const looks = new Set([...this.missing.values()].map(({ look }) => look));
    const { source } = heard;
    const said = new Set(looks.has('words') ? rawWordsIn(piece).flatMap((word) => this.wantedIn(word)) : []);
    const meant = new Set(heard.meanings);
    for (const [key, suspect] of this.missing) if (isIn(suspect, { source, said, meant })) this.missing.delete(key);
  }

  /** Whether comparing with what was heard is quicker than reading it again. */
  canCompare(heard: Heard): boolean {
    return heard.isWhole && [...this.missing.keys()].filter((key) => !heard.knows(key)).length <= MOST_NEW;
  }

  /** Finds what looking at every piece would. */
  compare(heard: Heard): void {
    for (const [value, { kind, stems }] of heard.names) if (!this.names.has(value) && stems.some((stem) => this.stems.has(stem))) this.names.set(value, kind);
    for (const [key, suspect] of this.missing) if (heard.holds(key, (piece) => isIn(suspect, piece), suspect.look === 'words' ? suspect.wanted : null)) this.missing.delete(key);
  }

  /** Notes for other texts what was found in all pieces, and what in none. */
  teach(heard: Heard): void {
    for (const { key } of this.lookedFor) heard.learn(key, !this.missing.has(key));
  }

  /** In the order of the text, each once. */
  found(): readonly Crossing[] {
    const known = this.knownNames();
    const isWithin = ({ at, value, look }: Suspect): boolean => look === 'words' && known.some((name) => name.at <= at && at + value.length <= name.at + name.length);
    const all = [
      ...known.map(({ kind, value, at, length }) => ({ key: keyOf({ kind, value }), kind, value, at, length })),
      ...this.suspects.filter((suspect) => !this.missing.has(suspect.key) && !isWithin(suspect)).map(({ key, kind, value, at }) => ({ key, kind, value, at, length: value.length })),
    ];
    const unique = new Map<string, (typeof all)[number]>();
    for (const one of all.toSorted((left, right) => left.at - right.at)) if (!unique.has(one.key)) unique.set(one.key, one);
    return [...unique.values()].map(({ key, kind, value, at, length }) => ({ key, kind, value, excerpt: excerptAt(this.text, at, length) }));
  }

  /** What of the words looked for a word may be a form of. */
  private wantedIn(word: string): readonly string[] {
    const known = this.heard.get(word);
    if (known !== undefined) return known;
    const wanted = stemsOf(folded(word)).filter((stem) => this.wantedStems.has(stem));
    if (this.heard.size < MOST_HEARD) this.heard.set(word, wanted);
    return wanted;
  }

  /** Whole names before their parts, so that one name is one question. */
  private knownNames(): readonly (Found & { readonly length: number })[] {
    const text = new NamesInText(this.text);
    return [...this.names]
      .toSorted(([left], [right]) => right.length - left.length)
      .flatMap(([value, kind]) => {
        const place = text.take(value);
        return place === null ? [] : [{ kind, value, at: place.at, length: place.end - place.at }];
      });
  }
}

function suspectsOf(text: string): readonly Suspect[] {
  const asked = (look: Look, found: readonly Found[]): readonly Suspect[] =>
    found.map((one) => ({ ...one, look, key: keyOf(one), wanted: look === 'words' ? wordsIn(one.value).map((word) => word.folded) : [folded(one.value)] }));
  const figures = figuresIn(withoutAddresses(text)).map((figure): Suspect => {
    const found: Found = { kind: 'figure', value: figure.value, at: figure.at };
    return { ...found, key: keyOf(found), look: 'figure', wanted: [...figure.meanings, folded(figure.value)] };
  });
  const all = [
    // Own links lead back over the border, whatever they look like.
    ...asked('anywhere', links(text)).map((link): Suspect => (OWN_LINK.test(link.value) ? { ...link, look: null } : link)),
    ...asked('asWritten', [...text.matchAll(FILE)].map((match): Found => ({ kind: 'file', value: match[0], at: match.index }))),
    ...asked('asWritten', [...text.matchAll(MAIL)].map((match): Found => ({ kind: 'name', value: match[0], at: match.index }))),
    ...asked('words', saidNames(text)),
    ...figures,
  ];
  const unique = new Map<string, Suspect>();
  for (const suspect of all.toSorted((left, right) => left.at - right.at)) if (!unique.has(suspect.key)) unique.set(suspect.key, suspect);
  return [...unique.values()];
}

interface Said {
  readonly source: string;
  readonly said: ReadonlySet<string>;
  readonly meant: ReadonlySet<string>;
}

function isIn({ look, wanted }: Suspect, { source, said, meant }: Said): boolean {
  switch (look) {
    case 'anywhere':
      return wanted.some((value) => source.includes(value));
    case 'words':
      return wanted.every((word) => stemsOf(word).some((stem) => said.has(stem)));
    case 'figure':
      return wanted.some((value) => meant.has(value)) || holdsWord(source, wanted.at(-1) ?? '');
    case 'asWritten':
      return wanted.some((value) => holdsWord(source, value));
    case null:
      return true;
  }
}

function keyOf({ kind, value }: Pick<Found, 'kind' | 'value'>): string {
  const key = `${kind}:${value.normalize('NFC').toLocaleLowerCase('de').replace(/\s+/g, ' ').trim()}`;
  return key.length <= KEY_MAX ? key : `${key.slice(0, KEY_MAX - 50)}…${createHash('sha256').update(key).digest('base64url')}`;
}

function holdsWord(source: string, value: string): boolean {
  for (let at = source.indexOf(value); at >= 0; at = source.indexOf(value, at + 1)) {
    const before = source[at - 1] ?? ' ';
    const after = source[at + value.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

/** What stands around it, as it is read: without the signs of Markdown and the addresses of other links. */
function excerptAt(text: string, at: number, length: number): string {
  const before = withoutMarks(text.slice(Math.max(0, at - AROUND_MARKED), at).replace(/\[([^\][]*)\]\(<?$/, '$1: '));
  const after = withoutMarks(text.slice(at + length, at + length + AROUND_MARKED).replace(/^>?\)/, ''));
  const [left, right] = [before.slice(-AROUND), after.slice(0, AROUND)];
  const isCut = { left: before.length > AROUND || at > AROUND_MARKED, right: after.length > AROUND || at + length + AROUND_MARKED < text.length };
  return `${isCut.left ? '…' : ''}${`${left}${text.slice(at, at + length)}${right}`.replace(/\s+/g, ' ').trim()}${isCut.right ? '…' : ''}`;
}

function withoutMarks(text: string): string {
  return text
    .replace(/!?\[([^\][]{0,300})\]\([^)\s]{0,2000}\)?/g, '$1')
    .replace(/^[ \t]*(?:[>#][>#\s]*|[-*+]\s)/gm, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ');
}
