import type { ReactNode } from 'react';

/** How the text is written: as it will be read, or as Markdown. */
export type EditorMode = 'rich' | 'source';

export interface MarkdownEditorProps {
  /** Markdown. */
  readonly value: string;
  /** Called a moment after typing, and at once when the field is left. Never called without a change. */
  readonly onChange: (markdown: string) => void;
  readonly label: ReactNode;
  /** One sentence before the field. */
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  /** The view it opens in; texts that the writing view cannot keep open as source all the same. */
  readonly mode?: EditorMode;
  readonly onModeChange?: (mode: EditorMode) => void;
  /** In signs as the server counts them. Too much may be typed and is said, never cut. */
  readonly maxLength?: number;
  readonly isReadOnly?: boolean;
  /** Puts the cursor into the text when it appears. */
  readonly autoFocus?: boolean;
}
