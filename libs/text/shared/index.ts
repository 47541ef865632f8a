/** What server and web must agree on about texts: lengths, limits, slugs, callouts, dangerous characters. */
export { TEXT_LIMITS, isWithin, lengthOf } from './text.limits.js';
export { CALLOUT_KINDS, calloutKindOf } from './callout.kinds.js';
export type { CalloutKind } from './callout.kinds.js';
export { displayableText, storableText } from './safe-characters.js';
export { slugOf } from './slug.js';
export { countWords, readingMinutesOf } from './word.count.js';
/** Rules for the Markdown parser, so that editor and server read the same text alike. */
export { autolinks } from './markdown/autolinks.rule.js';
export { blocks } from './markdown/blocks.rule.js';
export { footnotes } from './markdown/footnotes.rule.js';
