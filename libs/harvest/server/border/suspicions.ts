import { wordsIn } from './words.js';

export const CROSSING_KINDS = ['name', 'place', 'figure', 'file', 'link'] as const;
export type CrossingKind = (typeof CROSSING_KINDS)[number];

/** Something in a text that may tell of the circle it comes from. */
export interface Found {
  readonly kind: CrossingKind;
  /** As it stands in the text. */
  readonly value: string;
  readonly at: number;
}

// Each begins at the beginning of a word and ends after so many signs: a text of one endless word must not take for ever.
export const FILE = /(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_][\p{L}\p{N}_.()-]{0,120}\.(?:pdf|docx?|xlsx?|pptx?|od[tspg]|csv|zip|jpe?g|png|gif|webp|txt|md|dwg|shp|gpkg)\b/giu;
const MARKED_LINK = /\]\(\s{0,5}<?([^)\s>]{1,2000})/g;
const BARE_LINK = /(?:https?:\/\/|www\.)[^\s<>()"'\]]{1,2000}/gi;
export const OWN_LINK = /^\/(?!\/)/;
export const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;

const NAME = '\\p{Lu}[\\p{L}-]{1,40}';
const TITLES = '(?:(?:Dr|Prof|Dipl|Ing)\\.(?:[\\s-]|$)|von\\s|van\\s|zu\\s|der\\s|de\\s){0,4}';
const OFFICES = 'Frau|Herrn?|Dr\\.|Prof\\.|Kolleg(?:e|en|in)|(?:Ober)?[Bb]ürgermeister(?:in|s)?|Landr[aä]t(?:in|s)?|Dezernent(?:in|en)?|Kämmerer|Kämmerin|Amtsleiter(?:in|s)?|Beigeordneter?n?';
const WHO = new RegExp(`(?<![\\p{L}])(?:${OFFICES})\\s${TITLES}((?:${NAME}\\s)?${NAME})`, 'gu');
const WHERE = /(?<![\p{L}-])(?:Gemeinde|Stadt|Landkreis|Kreis|Markt|Verbandsgemeinde|Samtgemeinde|Ortsteil|Ortschaft|Stadtteil|Bezirk|Amt|Region|Insel|Stadtwerken?|Gemeindewerken?|Stadtrat|Gemeinderat|Rathaus)\s((?:Bad\s|Sankt\s|St\.\s)?\p{Lu}[\p{L}-]{1,40})/gu;
/** Where people say they are from: by us in Elmtal, the council of Obertal. */
const AT_HOME = /(?<![\p{L}])(?:[Uu]ns|[Ww]ir|[Hh]ier|[Ee]uch|[Ii]hr|[Mm]ir|Rat|Bauamt|Verwaltung|Kommune|Rathaus|Bürgermeister(?:in)?)\s(?:in|aus|bei|von)\s((?:Bad\s|Sankt\s|St\.\s)?\p{Lu}[\p{L}-]{2,40})/gu;
const SPA = /(?<![\p{L}-])(?:Bad|Sankt|St\.)\s\p{Lu}[\p{L}-]{2,40}/gu;
const STREET = /(?<![\p{L}-])\p{Lu}[\p{L}-]{0,40}(?:straße|strasse|gasse|allee|platz|ufer|weg|damm|chaussee)(?![\p{L}])(?:\s\d{1,4}\s?[a-z]?\b)?/gu;
const TOWN =
  /(?<![\p{L}-])\p{Lu}[\p{L}-]{2,40}(?:stadt|stedt|dorf|hausen|burg|berg|heim|ingen|kirchen|hafen|haven|furt|furth|walde|leben|rode|büttel|brück|bronn|brunn|weiler|hofen|felde|münde|tal|bach|hagen|horst|zell|reuth|beck|loh)(?:er|ern|ers|s)?(?![\p{L}])/gu;
/** Words of every day that end like towns, or begin what stands beside an office. */
const NO_TOWN =
  /^(?:(?:Innen|Alt|Vor|Groß|Klein|Kreis|Haupt|Partner|Kern|Modell|Welt|Schwester|Nachbar|Hanse)stadt|(?:Bioenergie|Nachbar|Ferien|Lehm)dorf|(?:Alten|Pflege|Wohn|Da|Insge|Eigen|Studenten|Kinder)heim|(?:Wein|Schul)berg|.*(?:kapital|quartal|portal|hospital|spital|pedal|kristall?|total|digital|dschungelbuch|zuhause|vorhaben|überleben|erleben|zusammenleben))(?:er|ern|ers|s)?$/iu;
/** What one is in, at or about without being anywhere. */
const NO_PLACE = /^(?:Arbeit|Zukunft|Ruhe|Bedarf|Absprache|Form|Summe|Bezug|Frage|Teilen|Kraft|Gespräch(?:en)?|Sachen|Richtung|Anspruch|Auftrag|Erinnerung|Kontakt|Verbindung|Person|Deutschland|Schritten|Ordnung|Planung|Haus|Haushalt|Anfang|Beginn|Ende|Hand|Not|Eile|Prinzip|Rechnung|Sicht|Seiten|Stelle|Zusammenarbeit|Abstimmung|Betrieb|Bau|Neubau|Klimaschutz)$/u;
const GENERIC_PLACE = /^(?:(?:Stadt|Gemeinde|Landkreis|Kreis|Markt|Verbandsgemeinde|Samtgemeinde|Ortsgemeinde|Verwaltungsgemeinschaft|Amt|Region|Hansestadt|Landeshauptstadt|Universitätsstadt|Große Kreisstadt|Stadtwerke|Gemeindewerke)\s)+/u;
const PARTICLES = /^(?:von|van|zu|zur|zum|der|den|de|la|dr|prof|dipl|ing|und|am|an|im|in|bei|ob)$/i;

/** People, places and streets that a text names as such. */
export function saidNames(text: string): readonly Found[] {
  return [
    ...captured(text, WHO, 'name').flatMap((found) => [found, ...lastOf(found)]),
    ...captured(text, WHERE, 'place'),
    ...captured(text, AT_HOME, 'place').filter(({ value }) => !NO_PLACE.test(value)),
    ...whole(text, SPA, 'place'),
    ...whole(text, STREET, 'place'),
    ...whole(text, TOWN, 'place').filter(({ value }) => !NO_TOWN.test(value)),
  ];
}

/** A name, and each of its parts that stands for somebody alone: first names, family names, both halves of double ones. */
export function partsOfName(name: string): readonly string[] {
  const words = wordsIn(name).filter(({ isCapital, folded }) => isCapital && folded.length > 2 && !PARTICLES.test(folded));
  return [name, ...words.map(({ at, end }) => name.slice(at, end))].filter((part) => part.length > 2);
}

/** A place with and without what it is: Samtgemeinde Elmtal, Elmtal. */
export function partsOfPlace(place: string): readonly string[] {
  const bare = place.replace(GENERIC_PLACE, '').trim();
  return [...new Set([place, bare, ...saidNames(place).map(({ value }) => value)])].filter((part) => part.length > 2 && !NO_TOWN.test(part));
}

/** Where a text leads to; anchors stay within it. */
export function links(text: string): readonly Found[] {
  const marked = [...text.matchAll(MARKED_LINK)].map((match): Found => ({ kind: 'link', value: match[1] ?? '', at: match.index + 2 }));
  const bare = whole(text, BARE_LINK, 'link').map((found): Found => ({ ...found, value: found.value.replace(/[.,;:!?]+$/, '') }));
  return [...marked, ...bare].filter(({ value }) => value !== '' && !value.startsWith('#'));
}

/** Numbers within addresses and file names are asked about with these; the length stays, so that places in the text do. */
export function withoutAddresses(text: string): string {
  return [MARKED_LINK, BARE_LINK, FILE].reduce((rest, pattern) => rest.replace(pattern, (match) => ' '.repeat(match.length)), text);
}

/** `Frau Hanne Wagenknopf` is also called by the last word alone; `Frau Wagenknopf Bescheid` by the first. */
function lastOf({ kind, value, at }: Found): readonly Found[] {
  const words = wordsIn(value);
  return words.length < 2 ? [] : words.map((word) => ({ kind, value: value.slice(word.at, word.end), at: at + word.at }));
}

function whole(text: string, pattern: RegExp, kind: CrossingKind): readonly Found[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, value: match[0].trim(), at: match.index }));
}

function captured(text: string, pattern: RegExp, kind: CrossingKind): readonly Found[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, value: match[1] ?? '', at: match.index + match[0].lastIndexOf(match[1] ?? '') }));
}
