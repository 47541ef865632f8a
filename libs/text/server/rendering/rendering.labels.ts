import type { CalloutKind } from '#text/shared';

/** Languages of the few words that rendering adds to a text. */
export type TextLocale = 'de' | 'en';

interface RenderingLabels {
  readonly callouts: Readonly<Record<CalloutKind, string>>;
  readonly table: string;
  readonly code: string;
  readonly done: string;
  readonly open: string;
  readonly image: string;
  readonly embedded: string;
  readonly footnotes: string;
  readonly footnote: (number: string) => string;
  readonly backToText: string;
}

/** Stored together with the rendered HTML, so they follow the text's language and not the reader's. */
export const renderingLabels: Readonly<Record<TextLocale, RenderingLabels>> = {
  de: {
    callouts: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Achtung' },
    table: 'Tabelle',
    code: 'Quelltext',
    done: 'erledigt',
    open: 'offen',
    image: 'Bild',
    embedded: 'Eingebetteter Inhalt',
    footnotes: 'Anmerkungen',
    footnote: (number) => `Anmerkung ${number}`,
    backToText: 'Zurück zur Stelle im Text',
  },
  en: {
    callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning' },
    table: 'Table',
    code: 'Code',
    done: 'done',
    open: 'open',
    image: 'Image',
    embedded: 'Embedded content',
    footnotes: 'Notes',
    footnote: (number) => `Note ${number}`,
    backToText: 'Back to the place in the text',
  },
};
