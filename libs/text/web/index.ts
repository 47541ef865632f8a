/** Writing and reading of long texts in the browser. The editor itself loads when it is first shown. */
export { forgetDraftTexts, hasDraftTexts } from './drafts/draft-storage.js';
export { MarkdownEditor } from './editor/MarkdownEditor.js';
export type { EditorMode, MarkdownEditorProps, Mentionable, MentionSource } from './editor/editor.props.js';
export { RenderedText } from './reading/RenderedText.js';
export type { RenderedTextProps } from './reading/RenderedText.js';
export { TextOutline } from './reading/TextOutline.js';
export type { OutlineItem } from './reading/TextOutline.js';
export { WordDiff } from './reading/WordDiff.js';
export type { WordDiffProps, WordDiffSegment } from './reading/WordDiff.js';
export { textTexts } from './text-texts.js';
