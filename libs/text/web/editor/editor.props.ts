import type { ReactNode } from 'react';

/** How the text is written: as it will be read, or as Markdown. */
export type EditorMode = 'rich' | 'source';

/** Somebody who can be named in a text. */
export interface Mentionable {
  readonly accountId: string;
  readonly name: string;
  /** A few words that tell people of one name apart: a place, a role. */
  readonly note?: string;
}

/** Looks for people by the beginning of a name; only ever whom the writer may name. */
export type MentionSource = (text: string) => Promise<readonly Mentionable[]>;

export interface MarkdownEditorProps {
  /** The field of a form it stands for: errors of that name lead to it. */
  readonly name?: string;
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
  /** Puts the cursor into the text when it appears: at its start, or behind its last word. */
  readonly autoFocus?: boolean | 'end';
  /** `short` for an answer of a few lines: a low field with the tools these need. Default `full`. */
  readonly tools?: 'full' | 'short';
  /** Who can be named after an `@`; without it the sign is only a sign. Named is who stands as a link to `/person/<id>`. */
  readonly mentions?: MentionSource;
  /** Ctrl or ⌘ with Enter, after the last change was handed over. */
  readonly onSubmit?: () => void;
}
