/** Texts on the server: rendering, importing, comparing. Knows Markdown and files, no domain. */
export { plainTextOf, renderMarkdown } from './rendering/markdown.renderer.js';
export type { RenderOptions, RenderedMarkdown } from './rendering/markdown.renderer.js';
export type { OutlineEntry } from './rendering/html.decoration.js';
export type { LinkKind, TextLink } from './rendering/link.rules.js';
export type { TextLocale } from './rendering/rendering.labels.js';
/** Addresses of the community's own pages in words, and which of them tell what is behind them. */
export { ownAddresses, TITLED_PLACES } from './rendering/own-addresses.js';
export { wordDiff } from './comparing/word-diff.js';
export type { DiffSegment } from './comparing/word-diff.js';
export { decodeText } from './importing/decode.js';
export type { DecodedText, TextEncoding } from './importing/decode.js';
export { frontMatterOf } from './importing/front-matter.js';
export type { FrontMatter, FrontMatterValue } from './importing/front-matter.js';
export { exportedText, importedText } from './importing/imported-text.js';
export type { ImportProblem, ImportedText } from './importing/imported-text.js';
export { readCsv } from './importing/read-csv.js';
export type { CsvDelimiter, CsvProblem, CsvRow, CsvTable } from './importing/read-csv.js';
/** The same text for feed readers and mails: whole addresses, nothing loaded from anywhere. */
export { htmlForElsewhere } from './rendering/html-for-elsewhere.js';
export type { Elsewhere } from './rendering/html-for-elsewhere.js';
/** Names of people who are gone: taken out of texts, which are found by what they lead to. */
export { LINKED_IDS_FUNCTION, linkTargets } from './people/linked-ids.js';
export { textWithoutPerson, withoutPerson } from './people/without-person.js';
export type { PersonInTexts } from './people/without-person.js';
