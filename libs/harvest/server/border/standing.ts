import type { Consent, Source } from '../harvest.row.js';
import { repeats } from './same-words.js';

interface Passage {
  readonly postId: string;
  readonly text: string;
  readonly consent: Consent;
  readonly source: Source;
}

/** How a passage is present in a text. */
export interface PassageStanding {
  readonly hasWords: boolean;
  readonly hasSource: boolean;
  /** Whether it may be so, as its author said. */
  readonly isAgreed: boolean;
}

/**
 * Words may stand after a yes to them, their meaning after a yes to that; as long as nobody has answered, neither. Nor what
 * moderation has hidden, whoever agreed: a tip is no way around its decision. What a text means no machine knows: a paraphrase is known by the source that stands beside it.
 */
export function standingOf(text: string, { postId, text: words, consent, source }: Passage): PassageStanding {
  const hasWords = repeats(text, words);
  const hasSource = addressesOf(text).includes(postId.toLowerCase());
  if (source === 'hidden') return { hasWords, hasSource, isAgreed: !hasWords && !hasSource };
  return { hasWords, hasSource, isAgreed: consent === 'verbatim' || (!hasWords && (consent === 'paraphrase' || !hasSource)) };
}

/** As pages read addresses: capitals, escapes of Markdown, of addresses and of HTML all lead to the same post. */
function addressesOf(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, (_, hex: string | undefined, decimal: string | undefined) => sign(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)))
    .replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => sign(Number.parseInt(hex, 16)))
    .toLowerCase();
}

const sign = (code: number): string => (code < 128 ? String.fromCodePoint(code) : ' ');
