import type { FieldProps } from '../field/FieldFrame.js';

export interface Token {
  readonly value: string;
  readonly label: string;
}

export interface TokenFieldProps extends FieldProps {
  readonly name?: string;
  /** Values of the chosen ones; keep their `choices` in the list so that they have a label. */
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly choices: readonly Token[];
  /** When the choices come from the server: asked with each change of what is typed; do wait a moment there. */
  readonly onSearch?: (text: string) => void;
  /** Whether something new may be written; its value is the typed text. */
  readonly canAdd?: boolean;
  readonly max?: number;
}
