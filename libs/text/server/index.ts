/** Texts on the server: rendering, importing, comparing. Knows Markdown and files, no domain. */
export { plainTextOf, renderMarkdown } from './rendering/markdown.renderer.js';
export type { RenderOptions, RenderedMarkdown } from './rendering/markdown.renderer.js';
export type { OutlineEntry } from './rendering/html.decoration.js';
export type { LinkKind, TextLink } from './rendering/link.rules.js';
export type { TextLocale } from './rendering/rendering.labels.js';
