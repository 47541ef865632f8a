import { AppError } from '#platform/shared';
import { TEXT_LIMITS, countWords, displayableText, isWithin, readingMinutesOf } from '#text/shared';
import { decorate } from './html.decoration.js';
import type { OutlineEntry } from './html.decoration.js';
import { sanitise } from './html.sanitiser.js';
import type { LinkOptions, TextLink } from './link.rules.js';
import { parseMarkdown } from './markdown.parser.js';
import { withoutOwnAddresses } from './own-addresses.js';
import type { TextLocale } from './rendering.labels.js';

export interface RenderOptions extends LinkOptions {
  /** Language of the words that rendering adds, such as the titles of callouts. German unless told. */
  readonly locale?: TextLocale;
  /** Level of the text's highest headings. 2 unless told, because the page's title has level 1. */
  readonly topHeadingLevel?: 2 | 3 | 4;
  /** Put before every id; needed where several texts stand on one page. Letters, digits and hyphens. */
  readonly idPrefix?: string;
}

export interface RenderedMarkdown {
  /** Safe to put into a page as it is. */
  readonly html: string;
  /** Headings outside of quotes, in order. */
  readonly outline: readonly OutlineEntry[];
  /** For search, excerpts and mails: a line per block, without footnote numbers; own addresses written out are but a sign where `ownOrigin` is told. */
  readonly plainText: string;
  readonly words: number;
  readonly readingMinutes: number;
  readonly links: readonly TextLink[];
}

/* Elements around the innermost one: each level of quotes makes one, of lists two, marks in the text some more. */
const deepestHtml = TEXT_LIMITS.nesting * 2 + 40;
/* Ten times what the longest text could hold if each link were written out. */
const longestAttributes = TEXT_LIMITS.markdownLength * 10;
const deepQuote = new RegExp(`^(?:[ \\t]{0,3}>){${TEXT_LIMITS.nesting + 1}}`, 'm');

function tooDeeplyNested(): AppError {
  return new AppError('BAD_USER_INPUT', 'text.tooDeeplyNested', { params: { limit: TEXT_LIMITS.nesting } });
}

/**
 * Renders Markdown to safe HTML. Done once when a text is saved; the result is stored beside it.
 * @throws AppError `text.tooLong`, `text.tooDeeplyNested` or `text.tooComplex`
 */
export function renderMarkdown(source: string, options: RenderOptions = {}): RenderedMarkdown {
  if (!isWithin(source, TEXT_LIMITS.markdownLength)) {
    throw new AppError('BAD_USER_INPUT', 'text.tooLong', { params: { limit: TEXT_LIMITS.markdownLength } });
  }
  const shown = displayableText(source);
  if (deepQuote.test(shown)) throw tooDeeplyNested();
  const parsed = parseMarkdown(shown);
  if (parsed.depth > TEXT_LIMITS.nesting * 2) throw tooDeeplyNested();
  if (parsed.attributesLength > longestAttributes || parsed.parts > TEXT_LIMITS.parts) {
    throw new AppError('BAD_USER_INPUT', 'text.tooComplex');
  }
  const { locale = 'de', idPrefix = 't-', topHeadingLevel = 2 } = options;
  const sanitised = sanitise(parsed.toUnsafeHtml(), { ...options, locale, idPrefix });
  const decorated = decorate(sanitised.html, sanitised.ids, { locale, idPrefix, topHeadingLevel });
  if (decorated.depth > deepestHtml) throw tooDeeplyNested();
  const words = countWords(decorated.plainText);
  return {
    html: decorated.html,
    outline: decorated.outline,
    plainText: options.ownOrigin === undefined ? decorated.plainText : withoutOwnAddresses(decorated.plainText, options.ownOrigin),
    words,
    readingMinutes: readingMinutesOf(words),
    links: sanitised.links,
  };
}

/**
 * The words of a Markdown text without its signs, for search and excerpts.
 * @throws AppError as {@link renderMarkdown}
 */
export function plainTextOf(markdown: string): string {
  return renderMarkdown(markdown).plainText;
}
