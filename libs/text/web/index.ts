/** Writing and reading of long texts in the browser. The editor itself loads when it is first shown. */
export { useDraftText } from './drafts/use-draft-text.js';
export type { DraftText, DraftTextOptions } from './drafts/use-draft-text.js';
export { forgetDraftTexts, hasDraftTexts, keepOnlyDraftTexts } from './drafts/draft-storage.js';
export type { DraftState, SaveDraft } from './drafts/draft-keeper.js';
export { DraftStatus } from './drafts/DraftStatus.js';
export { MarkdownEditor } from './editor/MarkdownEditor.js';
export type { EditorMode, MarkdownEditorProps } from './editor/editor.props.js';
export { RenderedText } from './reading/RenderedText.js';
export type { RenderedTextProps } from './reading/RenderedText.js';
export { TextOutline } from './reading/TextOutline.js';
export type { OutlineItem } from './reading/TextOutline.js';
export { WordDiff } from './reading/WordDiff.js';
export type { WordDiffProps, WordDiffSegment } from './reading/WordDiff.js';
export { textTexts } from './text-texts.js';
