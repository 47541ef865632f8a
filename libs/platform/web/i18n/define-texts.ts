import type { TextLocale, TextValue } from '#platform/shared';

// Languages differ in which texts need a plural or both forms of address, so only the keys are compared.
type TextFile<Values> = () => Promise<{ readonly default: Readonly<Record<keyof Values, TextValue>> }>;

/** The texts of one library, in both languages, loaded when first needed. */
export interface Texts<Values extends object = Readonly<Record<string, TextValue>>> {
  readonly name: string;
  /** Loads a language once; a failed load is forgotten so that the next try asks again. */
  load(locale: TextLocale): Promise<Values>;
  /** The values of a language that has arrived, without waiting. */
  loaded(locale: TextLocale): Values | undefined;
}

/**
 * Declares the texts of a library:
 * `defineTexts<typeof de>('tips', { de: () => import('./i18n/de.json'), en: () => import('./i18n/en.json') })`.
 * @param name shown in place of a missing text, so that one finds the file.
 */
export function defineTexts<Values extends object>(
  name: string,
  files: { readonly de: TextFile<Values>; readonly en: TextFile<Values> },
): Texts<Values> {
  const loads = new Map<TextLocale, Promise<Values>>();
  const values = new Map<TextLocale, Values>();
  return {
    name,
    loaded: (locale) => values.get(locale),
    load(locale) {
      const running = loads.get(locale);
      if (running !== undefined) return running;
      const load = files[locale]().then(
        (file) => {
          const arrived = file.default as Values;
          values.set(locale, arrived);
          // React reads these, and then takes the value at once instead of waiting a moment for what is already there.
          Object.assign(load, { status: 'fulfilled', value: arrived });
          return arrived;
        },
        (error: unknown) => {
          loads.delete(locale);
          throw error;
        },
      );
      loads.set(locale, load);
      return load;
    },
  };
}
