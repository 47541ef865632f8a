import { createHash } from 'node:crypto';

export const CROSSING_KINDS = ['name', 'place', 'figure', 'file', 'link'] as const;
export type CrossingKind = (typeof CROSSING_KINDS)[number];

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
/** So many different things are looked for; what a text holds beyond is asked about unseen, so that looking has an end. */
const MOST_LOOKED_FOR = 2000;
/** Longer keys end in a fingerprint of the whole value: two addresses that begin alike are two decisions. */
const KEY_MAX = 300;

// Each begins at the beginning of a word and ends after so many signs: a text of one endless word must not take for ever.
const FILE = /(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_][\p{L}\p{N}_.()-]{0,120}\.(?:pdf|docx?|xlsx?|pptx?|od[tspg]|csv|zip|jpe?g|png|gif|webp|txt|md|dwg|shp|gpkg)\b/giu;
const MARKED_LINK = /\]\(\s{0,5}<?([^)\s>]{1,2000})/g;
const BARE_LINK = /(?:https?:\/\/|www\.)[^\s<>()"'\]]{1,2000}/gi;
const OWN_LINK = /^\/(?!\/)/;
const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const UNITS = 'mio\\b\\.?|mrd\\b\\.?|tsd\\b\\.?|millionen\\b|tausend\\b|€|euro\\b|eur\\b|ct\\b|cent\\b|prozent\\b|%|‰|kwp?\\b|mwp?\\b|[mg]?wh\\b|kwh\\b|m²|m2\\b|m³|m3\\b|qm\\b|ha\\b|km²?|kg\\b|t\\b|tonnen\\b';
const FIGURE = new RegExp(`(?<![\\d.,:/])(?:[€$]\\s?)?\\d{1,30}(?:[.,:/]\\d{1,30}){0,8}(?:\\s?(?:${UNITS})){0,2}`, 'giu');
const WHO = /\b(?:Frau|Herrn?|Dr\.|Prof\.|Bürgermeister(?:in)?|Landr[aä]t(?:in)?)\s(?:Dr\.\s|Prof\.\s)?(\p{Lu}[\p{L}-]{1,40})/gu;
const WHERE = /\b(?:Gemeinde|Stadt|Landkreis|Kreis|Markt|Verbandsgemeinde|Samtgemeinde|Ortsteil|Bezirk|Amt|Region)\s(\p{Lu}[\p{L}-]{1,40})/gu;
const STREET = /(?<![\p{L}-])\p{Lu}[\p{L}-]{0,40}(?:straße|strasse|gasse|allee|platz|ufer|weg|damm|chaussee)(?![\p{L}])(?:\s\d{1,4}\s?[a-z]?\b)?/gu;
const TOWN = /(?<![\p{L}-])\p{Lu}[\p{L}-]{2,40}(?:stadt|stedt|dorf|hausen|burg|berg|heim|ingen|kirchen|hafen|furt|walde|leben|rode|büttel|brück|bronn|weiler|hofen|felde|münde)(?![\p{L}])/gu;
/** Words of every day that end like towns. */
const NO_TOWN = /^(?:Innenstadt|Altstadt|Vorstadt|Großstadt|Kleinstadt|Kreisstadt|Hauptstadt|Partnerstadt|Kernstadt|Modellstadt|Bioenergiedorf|Nachbardorf|Altenheim|Pflegeheim|Wohnheim|Weinberg|Schulberg|Daheim|Insgeheim)$/;

interface Found {
  readonly kind: CrossingKind;
  readonly value: string;
  readonly at: number;
}

/** Whether it crosses only if it also stands behind the border: as a word of its own, or within whatever. */
type Look = 'no' | 'word' | 'anywhere';

interface Suspect extends Found {
  readonly key: string;
  readonly look: Look;
}

const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase('de').replace(/\s+/g, ' ').trim();

/**
 * What a text would carry out of a space: only what also lies behind the border, so that an author's own figures and
 * places are not asked about. It errs to the side of asking; what it cannot know are meanings, and paraphrases of them.
 * What was written there is looked through piece by piece: a long discussion need not be in memory at once.
 */
export class BorderSearch {
  private readonly suspects: readonly Suspect[];
  private readonly missing = new Map<string, Suspect>();

  constructor(
    private readonly text: string,
    circle: Circle,
  ) {
    this.suspects = suspectsOf(text, circle);
    for (const suspect of this.suspects.filter(({ look }) => look !== 'no').slice(0, MOST_LOOKED_FOR)) this.missing.set(suspect.key, suspect);
  }

  /** Whether everything that was looked for is found: more pieces would tell nothing new. */
  get isDone(): boolean {
    return this.missing.size === 0;
  }

  /** @param piece titles, Markdown of posts; nothing is found that begins in one piece and ends in the next. */
  look(piece: string): void {
    const source = plain(piece);
    for (const [key, { value, look }] of this.missing) {
      const wanted = plain(value);
      if (look === 'word' ? holdsWord(source, wanted) : source.includes(wanted)) this.missing.delete(key);
    }
  }

  /** In the order of the text, each once. */
  found(): readonly Crossing[] {
    return this.suspects
      .filter(({ key }) => !this.missing.has(key))
      .map(({ key, kind, value, at }) => ({ key, kind, value, excerpt: excerptAt(this.text, at, value.length) }));
  }
}

function suspectsOf(text: string, circle: Circle): readonly Suspect[] {
  const asked = (look: Look, found: readonly Found[]): readonly Suspect[] => found.map((one) => ({ ...one, look, key: keyOf(one) }));
  const all = [
    ...asked('anywhere', links(text)).map((link): Suspect => (OWN_LINK.test(link.value) ? { ...link, look: 'no' } : link)),
    ...asked('word', matches(text, FILE, 'file')),
    ...asked('no', [...people(text, circle.people), ...listed(text, circle.spaces, 'name'), ...listed(text, circle.places, 'place')]),
    ...asked('word', [...matches(text, MAIL, 'name'), ...captured(text, WHO, 'name')]),
    ...asked('word', [...captured(text, WHERE, 'place'), ...matches(text, STREET, 'place'), ...matches(text, TOWN, 'place').filter(({ value }) => !NO_TOWN.test(value))]),
    ...asked('word', matches(withoutAddresses(text), FIGURE, 'figure').filter(({ value }) => isTelling(value))),
  ];
  const unique = new Map<string, Suspect>();
  for (const suspect of all.toSorted((left, right) => left.at - right.at)) {
    const known = unique.get(suspect.key);
    if (known === undefined) unique.set(suspect.key, suspect);
    else if (suspect.look === 'no') unique.set(suspect.key, { ...known, look: 'no' });
  }
  return [...unique.values()];
}

function keyOf({ kind, value }: Found): string {
  const key = `${kind}:${plain(value)}`;
  return key.length <= KEY_MAX ? key : `${key.slice(0, KEY_MAX - 50)}…${createHash('sha256').update(key).digest('base64url')}`;
}

/** Own links lead back over the border, whatever they look like; links to elsewhere count where they were given inside. */
function links(text: string): readonly Found[] {
  const marked = [...text.matchAll(MARKED_LINK)].map((match): Found => ({ kind: 'link', value: match[1] ?? '', at: match.index + 2 }));
  const bare = matches(text, BARE_LINK, 'link').map((found): Found => ({ ...found, value: found.value.replace(/[.,;:!?]+$/, '') }));
  return [...marked, ...bare].filter(({ value }) => value !== '' && !value.startsWith('#'));
}

/** Whole names, and family names that stand alone. */
function people(text: string, names: readonly string[]): readonly Found[] {
  const parts = names.flatMap((name) => [name, ...name.split(/\s+/).slice(-1)]).filter((name) => name.length > 2 && /^\p{Lu}/u.test(name));
  return listed(text, parts, 'name');
}

function listed(text: string, values: readonly string[], kind: CrossingKind): readonly Found[] {
  return [...new Set(values)].flatMap((value): readonly Found[] => {
    if (value.length < 3) return [];
    const match = new RegExp(`(?<![\\p{L}\\p{N}])${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u').exec(text);
    return match === null ? [] : [{ kind, value, at: match.index }];
  });
}

function matches(text: string, pattern: RegExp, kind: CrossingKind): readonly Found[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, value: match[0].trim(), at: match.index }));
}

function captured(text: string, pattern: RegExp, kind: CrossingKind): readonly Found[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, value: match[1] ?? '', at: match.index + match[0].lastIndexOf(match[1] ?? '') }));
}

/** Numbers within addresses and file names are asked about with these; the length stays, so that places in the text do. */
function withoutAddresses(text: string): string {
  return [MARKED_LINK, BARE_LINK, FILE].reduce((rest, pattern) => rest.replace(pattern, (whole) => ' '.repeat(whole.length)), text);
}

/** "Three steps" or "1." tell nothing; an amount, a year, a telephone number do. */
function isTelling(figure: string): boolean {
  return /[^\d\s]/.test(figure.replace(/[.:]$/, '')) || Number(figure.replace(/\D/g, '')) > 12;
}

function holdsWord(source: string, value: string): boolean {
  for (let at = source.indexOf(value); at >= 0; at = source.indexOf(value, at + 1)) {
    const before = source[at - 1] ?? ' ';
    const after = source[at + value.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

function excerptAt(text: string, at: number, length: number): string {
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + length + AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/\s+/g, ' ').trim()}${to < text.length ? '…' : ''}`;
}
