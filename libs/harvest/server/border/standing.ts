import type { Consent } from '../harvest.row.js';
import { repeats } from './same-words.js';

interface Passage {
  readonly postId: string;
  readonly text: string;
  readonly consent: Consent;
}

/** How a passage is present in a text. */
export interface PassageStanding {
  readonly hasWords: boolean;
  readonly hasSource: boolean;
  /** Whether it may be so, as its author said. */
  readonly isAgreed: boolean;
}

/**
 * Words may stand after a yes to them, their meaning after a yes to that; as long as nobody has answered, neither. What
 * a text means no machine knows: a paraphrase is known by the source that stands beside it.
 */
export function standingOf(text: string, { postId, text: words, consent }: Passage): PassageStanding {
  const hasWords = repeats(text, words);
  const hasSource = text.includes(postId);
  return { hasWords, hasSource, isAgreed: consent === 'verbatim' || (!hasWords && (consent === 'paraphrase' || !hasSource)) };
}
