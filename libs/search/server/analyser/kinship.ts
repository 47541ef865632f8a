import { infinitiveOf } from './irregular-verbs.js';
import { stem } from './stemming.js';

/** Noun endings and the verb or adjective behind them; the first that fits counts. At least four letters must remain. */
const DERIVATIONS: readonly (readonly [RegExp, string])[] = [
  [/ikation(?:en)?$/, 'izieren'],
  [/ation(?:en)?$/, 'ieren'],
  [/ator(?:en)?$/, 'ieren'],
  [/ung(?:en)?$/, 'en'],
  [/(?:keit|heit)(?:en)?$/, ''],
  [/lich(?:e[nmrs]?)?$/, ''],
];

/**
 * The stem of the word a word is derived from: Planung leads to planen, Moderation and Moderator to moderieren,
 * Barrierefreiheit to barrierefrei, ehrenamtlich to Ehrenamt, verglichen to vergleichen, gegründet to gründen. Null where
 * there is none or it is the word's own stem.
 * @param isSmall written with a small letter: "Kosten" and "Haushalt" look like forms of verbs and are none.
 */
export function kinOf(foldedWord: string, lexeme: string, isSmall: boolean): string | null {
  const origin = (isSmall ? infinitiveOf(foldedWord) : null) ?? rootOf(foldedWord) ?? (isSmall ? weakVerbOf(foldedWord) : null);
  if (origin === null) return null;
  const kin = stem(origin);
  return kin === lexeme ? null : kin;
}

function rootOf(foldedWord: string): string | null {
  for (const [ending, replacement] of DERIVATIONS) {
    const base = foldedWord.replace(ending, '');
    if (base !== foldedWord) return base.length < 4 ? null : base + replacement;
  }
  return null;
}

/** Forms of regular verbs: gegründet, gründete and begründet lead to gründen and begründen. */
function weakVerbOf(foldedWord: string): string | null {
  const match = /^(.{3,}?)e?t(?:e|en|er|es|em)?$/.exec(foldedWord);
  if (!match?.[1]) return null;
  const base = match[1].replace(/^((?:an|ab|auf|aus|bei|ein|fest|her|hin|mit|nach|um|vor|weg|weiter|zu|zuruck|zusammen)?)ge(?=.{3})/, '$1');
  return /[aeiou]$/.test(base) ? null : `${base}en`;
}
